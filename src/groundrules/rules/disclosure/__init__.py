"""Does the draft use words that were promised not to be used, or not like this?"""
