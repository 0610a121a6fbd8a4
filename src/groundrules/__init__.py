"""groundrules keeps the terms on which people talk to journalists, and checks drafts against them."""

__version__ = "0.1.0"
