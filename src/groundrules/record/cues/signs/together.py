"""Signs together: which signs mean more beside another, or by who speaks and what went before."""

from __future__ import annotations

from groundrules.record.cues.signs.of_terms import (
    HOW_IT_IS_SAID,
    OF_THE_RECORD,
    OF_WHOM,
    WHERE_WORDS_GO,
    WITHHELD,
)

TOGETHER = (
    ("me", "not"),
    ("me", "is used"),
    ("me", "medium"),
    ("my name", "not"),
    ("my name", "out"),
    ("not", "medium"),
    ("not", "writes"),
    ("not", "goes out"),
    ("not", "is used"),
    ("not", "is known"),
    ("not", "is said"),
    ("not", "puts"),
    ("not", "name"),
    ("not", "who told"),
    ("not", "it is me"),
    ("not", "you"),
    ("you", "medium"),
    ("you", "is used"),
    ("you", "writes"),
    ("asks you", "medium"),
    ("asks you", "as a person"),
    ("asks you", "out"),
    ("quoted", "as a person"),
    ("quoted", "a person"),
    ("a person", "as a person"),
    ("me", "is known"),
    ("me", "out"),
    ("me", "puts"),
    ("me", "is said"),
    ("me", "goes out"),
    ("orders", "out"),
    ("orders", "me"),
    ("orders", "not"),
    ("you may", "not"),
    ("you may", "me"),
    ("you may", "is used"),
    ("wants", "not"),
    ("wants", "me"),
    ("wants", "is used"),
    ("wants yes", "out"),
    ("wants yes", "not"),
    ("until", "a time"),
    ("until", "you"),
    ("until", "not"),
    ("others", "me"),
    ("others", "not"),
    ("thing now", "not"),
    ("thing now", "out"),
    ("fears", "not"),
    ("only if", "me"),
    ("only if", "not"),
    ("takes back", "that"),
    ("takes back", "asks you"),
)
"""Two signs of one sentence that are a sign of their own."""

TOGETHER_IN_REPLIES = (
    ("pledges", "not"),
    ("will not", "is used"),
    ("can not", "is used"),
    ("i will", "out"),
    ("a person", "as a person"),
    ("yes", "turns"),
    ("yes", "depends"),
    ("begins no", "will not"),
    ("negates", "medium"),
    ("negates", "name"),
    ("negates", "is used"),
)
"""The same, for a reply."""

BY_SIDE = frozenset(
    (*OF_WHOM, *WHERE_WORDS_GO, *WITHHELD, *HOW_IT_IS_SAID, *OF_THE_RECORD, "quoted")
)
"""Signs that weigh differently by who speaks."""

BY_TERMS = frozenset((*OF_THE_RECORD, "takes back", "thing now"))
"""Signs that weigh differently where somebody's words stand on terms."""

IN_REPLIES = frozenset(
    (
        "me",
        "my name",
        "your name",
        "name",
        "you as",
        "a person",
        "as a person",
        "medium",
        "writes",
        "is used",
        "out",
        "until",
        "a time",
        "means",
        "so i",
        "wants yes",
        "i may",
        "seen first",
        "elsewhere",
        "a level",
        "on record",
        "by name",
        "you",
        "only",
        "not",
        "others",
    )
)
"""Signs of terms that are looked for in a reply as well."""

BY_TOLD = frozenset(("looks back", "that", "print that", "takes back", "not", "asks you"))
"""Signs that weigh differently where the speaker has told something before."""

BY_KIND = frozenset(
    (
        "begins yes",
        "yes",
        "begins no",
        "can not",
        "will not",
        "negates",
        "accepts",
        "too late",
        "out",
        "i will",
        "is sorry",
        "many words",
        "by name",
        "asks",
        "few words",
        "doubts",
        "echoes",
        "by name too",
    )
)
"""Signs of a reply that weigh differently by what it answers."""

IN_ANSWERS = frozenset(
    (
        "yes",
        "begins yes",
        "begins no",
        "pledges",
        "will not",
        "can not",
        "i need",
        "is sorry",
        "doubts",
        "accepts",
        "turns",
        "too late",
    )
)
"""Signs of a reply that are looked for in what the other side says next."""
