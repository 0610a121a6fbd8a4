"""What does a promise allow?

Here live the axes of use rights, the levels that name them, the conditions that ride along, the
strictest common reading of several promises, and the policies, which say what each level means
to whom. Nothing here knows of a talk, a draft, a file or a clock.
"""
