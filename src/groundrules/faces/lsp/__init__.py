"""How do they ask, from an editor? By the Language Server Protocol, while they type.

`server` has a handler for each message, `session` knows what is open and what was found in it, and
`watchman` is the thread that checks what has changed. The others say in the words of the protocol
what the desk found: `positions`, `diagnostics`, `quick_fixes`.
"""
