"""Spellings: the forms of words that are evened out in plain text, and what they stand for."""

from __future__ import annotations

import re

_NOT = "can could do does did is are was were have has had must need should would may might shall"
SPELLINGS = {
    **{f"{verb}n't": (verb, "not") for verb in _NOT.split()},
    **{f"{verb}nt": (verb, "not") for verb in _NOT.split()},
    "can't": ("can", "not"),
    "cant": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "wont": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "let's": ("let", "us"),
    "lets": ("let", "us"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "youre": ("you", "are"),
    "youll": ("you", "will"),
    "theyre": ("they", "are"),
    "thats": ("that", "is"),
    "anyone": ("anybody",),
    "someone": ("somebody",),
    "everyone": ("everybody",),
    "noone": ("nobody",),
    "okay": ("ok",),
    "okey": ("ok",),
    "alright": ("all", "right"),
    "whilst": ("while",),
    "till": ("until",),
    "til": ("until",),
    "unattributed": ("without", "attribution"),
    "offrecord": ("off", "record"),
    "yep": ("yes",),
    "yup": ("yes",),
    "yeah": ("yes",),
    "yea": ("yes",),
    "nope": ("no",),
    "nah": ("no",),
    "youd": ("you", "would"),
    "hed": ("he", "would"),
    "theyd": ("they", "would"),
    "itd": ("it", "would"),
    "thatd": ("that", "would"),
    "itll": ("it", "will"),
    "thatll": ("that", "will"),
    "whats": ("what", "is"),
    "theres": ("there", "is"),
    "mums": ("mum", "is"),
    "dinnae": ("do", "not"),
    "dinna": ("do", "not"),
    "cannae": ("can", "not"),
    "wasnae": ("was", "not"),
}
"""Forms that a machine or a hasty hand writes, and what they stand for."""

ENDINGS = {"'ll": "will", "'re": "are", "'ve": "have", "'d": "would", "'m": "am"}
IS = frozenset(
    (
        "it",
        "that",
        "there",
        "what",
        "who",
        "he",
        "she",
        "here",
        "where",
        "name",
        "background",
        "house",
        "rule",
        "record",
        "attribution",
        "this",
        "everything",
    )
)
BRITISH = re.compile(r"(organ|character|real|summar|recogn)is(e|ed|es|ing|ation|ations)$")
PAIRS = {
    ("any", "one"): "anybody",
    ("some", "one"): "somebody",
    ("every", "one"): "everybody",
    ("no", "one"): "nobody",
    ("o", "k"): "ok",
    ("can", "not"): "can not",
}
PARTED = {
    "id": ("i", "would"),
    "ill": ("i", "will"),
    "its": ("it", "is"),
    "were": ("we", "are"),
    "ma": ("my",),
}
_VERBS = frozenset(
    [
        "rather",
        "like",
        "want",
        "need",
        "prefer",
        "say",
        "tell",
        "take",
        "leave",
        "use",
        "keep",
        "call",
        "put",
        "not",
        "be",
        "do",
        "have",
        "just",
        "hold",
        "read",
        "give",
        "only",
        "give",
        "talk",
        "quote",
        "write",
        "print",
        "love",
    ]
)
_STATES = frozenset(
    [
        "off",
        "on",
        "not",
        "fine",
        "ok",
        "all",
        "the",
        "a",
        "just",
        "background",
        "deep",
        "for",
        "strictly",
        "embargoed",
        "agreed",
        "under",
    ]
)
BEHIND = {
    "id": _VERBS,
    "ill": _VERBS,
    "its": _STATES,
    "were": frozenset(("off", "on", "back", "still", "under")),
    "ma": frozenset(("name", "job", "words")),
}
"""What stands behind a word that a machine has drawn together, so that it must be two."""

SECONDS = frozenset(second for _, second in PAIRS)
