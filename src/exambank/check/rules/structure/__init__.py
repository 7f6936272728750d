"""Structure and schema: what an item must have before anything else can be said of it."""
