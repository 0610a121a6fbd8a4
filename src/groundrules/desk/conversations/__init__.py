"""What does a person see of one conversation, and change in it?"""
