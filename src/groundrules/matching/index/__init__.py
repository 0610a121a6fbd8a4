"""Which statements share anything with a draft? Indexes of what was said, in memory and on disk."""
