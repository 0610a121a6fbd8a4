"""Drafts: Markdown and plain text, as their readers see them."""
