"""The interactions (QTI's word for response types), one a module."""
