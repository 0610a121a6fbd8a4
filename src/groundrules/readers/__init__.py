"""How do outside formats become record or draft?

Each reader takes one format and gives the types of `record`, `draft` or `terms`, or a `BadInput`
with every fault that it found, each with its file, its line and its remedy. Only `text_file` reads
a file and only `writing` writes one. Nothing here decides what a promise means.
"""
