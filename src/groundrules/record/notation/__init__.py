"""A conversation as plain text that a person can type, compare and keep: `*.record`.

`parse` reads it and `to_text` writes it; each undoes the other. The form is specified in
`docs/reference/record-notation.md`. The vocabulary stands in `verbs`; `head` and `parties` are what
stands above the talk, `turns` and `words` the talk itself, `acts`, `act_text`, `keys` and `values`
what was done about the terms, and `later` what was done afterwards. `appending` and `settling`
change a record's own text and leave the rest of it as it was typed.
"""

from groundrules.record.notation.parser import parse
from groundrules.record.notation.printer import to_text
from groundrules.record.notation.words import part_text

__all__ = ["parse", "part_text", "to_text"]
