"""How is the index of a record kept, so that a check opens only what matters?"""
