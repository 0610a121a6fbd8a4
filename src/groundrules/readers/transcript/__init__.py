"""Transcripts, one file for each form that people have, and what several of them share."""
