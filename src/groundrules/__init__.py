"""The terms on which people talk to journalists: their record, and the check of any draft."""

__version__ = "0.1.0"
