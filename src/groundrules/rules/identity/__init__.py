"""Does the draft show who a protected source is?"""
