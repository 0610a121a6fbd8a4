"""How is the reading of a draft scored, and against which peer?"""
