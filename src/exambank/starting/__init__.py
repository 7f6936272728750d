"""How a bank begins, and how an item does."""
