"""An item's life: versions, reviews, references."""
