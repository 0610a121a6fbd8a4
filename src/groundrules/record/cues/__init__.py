"""Which words of a talk are about its terms, and what do they ask for, promise or refuse?

Small tables of words and patterns, no model. What is found here is a proposal: a person confirms
it before it becomes a fact of the record.

- `cue` holds what is found: the cue, and what a turn answers.
- `reader` reads one turn of a talk: `read_turn`.
- `talk_reader` reads a whole talk, and pairs requests with the other side's answers: `read_talk`.
- `rights_in_words` reads use rights out of plain words: `rights_in`.
"""
