"""What should a person say, and on which terms, before the words are spoken?

The preparation, the plan, the script of an agreement, the practice and the calm page for when it
goes wrong. Pure: questions, advice, scripts and scenarios are data that reach this room parsed.
"""
