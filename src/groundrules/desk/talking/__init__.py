"""What helps before a talk, in it, and when it went wrong?"""
