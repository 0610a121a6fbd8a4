"""Should I talk, and on which terms? The questions, the ways to talk, and a reasoned choice."""
