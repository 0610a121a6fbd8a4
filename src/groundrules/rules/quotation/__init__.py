"""Does the draft quote only what may be quoted, and as it was said?"""
