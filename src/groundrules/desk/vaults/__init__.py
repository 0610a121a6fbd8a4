"""What may a person do with a vault: open it, share it, look into it, and end things?"""
