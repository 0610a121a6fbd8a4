"""The web face: how do people ask who would rather look and point?

Pages are made here, on the server, from what the desk answers; every page answers as JSON as well.
`pages` has a module for each subject, and the modules beside it are the serving: who may come in,
what a question is made of, and what goes out. Nothing that decides lives here.
"""
