"""How do they ask?

One package for each way: the command line, and later the web and the editor. A handler is a few
lines that call the desk, and nothing that decides lives here.
"""
