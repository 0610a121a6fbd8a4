"""What may a person have checked? A draft as it is written, before it appears, and after."""
