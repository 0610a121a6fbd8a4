"""What waits for whoever sits here, and where is it?"""
