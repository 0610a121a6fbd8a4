"""What will I say, on which terms, and what not? The plan that one takes into the talk."""
