"""The systems that look for reuse: our own, and what else there is."""
