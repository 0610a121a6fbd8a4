"""What did the person settle beforehand, and where?

Here live the keys of `groundrules.toml`, the search for the nearest such file, and the settings
that come of it together with the command line and the environment, each with where it came from.
"""
