"""The page that verifies receipts: its script, its look, and how they become one file."""
