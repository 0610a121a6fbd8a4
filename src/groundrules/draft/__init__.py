"""What are we about to publish?

Here live the draft's text with its exact places, the parts of it that are copy, its sentences and
paragraphs, its quotations, and the attributions in it. Nothing here knows of promises or records.
"""
