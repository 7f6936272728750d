"""Rules on stems: what is asked, and how."""
