"""Picture files taken apart, to find what they say beside the picture and to write them without it."""
