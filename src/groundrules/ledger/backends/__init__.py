"""The two databases: each module makes the engine of one, and says what it must be able to do."""
