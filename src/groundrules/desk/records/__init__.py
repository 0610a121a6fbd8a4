"""Where are records, how are they read, and what may be added to them?"""
