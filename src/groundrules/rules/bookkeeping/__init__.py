"""Is the record good enough to tell what was promised?"""
