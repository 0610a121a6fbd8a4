"""What does a project need before anything else works, and what is there to explore?"""
