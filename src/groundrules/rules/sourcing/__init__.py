"""Does the draft rest on as many sources as it says, and as the house asks?"""
