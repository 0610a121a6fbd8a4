"""What does a table in a file say, and where is it wrong?

Policies, scripts, questions and scenarios are data that a newsroom can change. This room reads
their tables key by key and notes every fault with its line. It opens no file: pure.
"""
