"""What does a person do when it has gone wrong?

For each kind of trouble there is one calm page: what holds, what the record proves and what it
cannot, what to do in which order, what not to do, and what each way out costs. What has happened
is kept in the record as facts, which change no terms. Pure: the pages are data.
"""
