"""QTI's assessment items and tests, as versions 2.1, 2.2 and 3.0 share them under different names."""
