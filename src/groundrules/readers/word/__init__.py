"""Word files: the guarded package, its parts, and the words in them."""
