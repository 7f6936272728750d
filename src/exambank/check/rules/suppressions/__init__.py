"""Rules on what items and banks silence."""
