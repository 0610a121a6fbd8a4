"""Who keeps the keys between two commands, and lets nothing readable outlive its answer?

A keeper is a process of its own. It holds what opens one vault for one member, in memory alone, and
knows nothing that the vault holds: for each connection it forks a child, which opens the ledger,
does what it is asked, answers, and is gone with all that it has read. Whoever asks is a `Door`.
"""
