"""Does the draft come too soon, or a restriction too late?"""
