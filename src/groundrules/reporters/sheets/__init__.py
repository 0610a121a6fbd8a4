"""Sheets: texts for people, and how they look on a screen and on paper."""
