"""Answer keys: that they are recorded, and agree with what the item says."""
