"""Who in an organisation may talk, on which topics, and up to which level?

An organisation names its liaisons in a file. A talk by somebody else, or beyond what was settled,
is flagged where its record is shown, and never prevented. Pure: the file reaches this room parsed.
"""
