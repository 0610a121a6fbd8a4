"""Does the draft say whose words they are as it was agreed, and as the house asks?"""
