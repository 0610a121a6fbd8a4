"""The words in which a comparison of policies is told: short clauses for a press officer.

Each clause goes on from a policy's title: “the Washington Post *lets the words be quoted*”.
"""

from __future__ import annotations

LETS = "lets "
LETS_NOT = "does not let "

_PUBLISH = "the information be published"
_PURSUE = "reporters take the information to other sources"
_CONTRADICT = "the words be used to contradict a public statement"

CLAUSES = {
    ("publish", "yes"): LETS + _PUBLISH,
    ("publish", "if-independently-obtained"): (
        "lets the information be published only where it was also had from elsewhere"
    ),
    ("publish", "no"): LETS_NOT + _PUBLISH,
    ("quote", "verbatim"): "lets the words be quoted",
    ("quote", "paraphrase"): "lets the words be paraphrased but not quoted",
    ("quote", "no"): "lets the words be neither quoted nor paraphrased",
    ("attribute", "name"): "lets the source be named",
    ("attribute", "description"): "lets the source be described but not named",
    ("attribute", "institution"): "lets the institution or circle be given but no person",
    ("attribute", "none"): "lets nothing be attributed, not even to an unnamed source",
    ("attendance", "open"): "lets it be said who took part",
    ("attendance", "secret"): "keeps it secret who took part",
    ("pursue", "yes"): LETS + _PURSUE,
    ("pursue", "no"): LETS_NOT + _PURSUE,
    ("repeat", "anyone"): "lets it be repeated to anyone",
    (
        "repeat",
        "need-to-know",
    ): "lets it be repeated only inside, to those who need to know",
    ("repeat", "nobody"): "lets it be repeated to nobody",
    ("contradict", "yes"): LETS + _CONTRADICT,
    ("contradict", "no"): LETS_NOT + _CONTRADICT,
    ("description_set_by", "source"): "lets the source word the description",
    ("description_set_by", "journalist"): "lets the journalist word the description",
    ("description_set_by", "negotiated"): "has the description agreed between the two",
}
"""Axis and permission to what a policy does."""

SUBJECTS = {
    "publish": "publication",
    "quote": "quotation",
    "attribute": "attribution",
    "attendance": "who took part",
    "pursue": "taking it to other sources",
    "repeat": "repeating it",
    "contradict": "contradicting a public statement",
    "description_set_by": "who words the description",
}
"""Axis to what it is about, where two policies differ only in how firm they are."""


def shortened(clause: str, before: str) -> str:
    """Return the clause as it goes on from the one before it: `does not`, where it denies that."""
    denies = clause.startswith(LETS_NOT) and before == LETS + clause.removeprefix(LETS_NOT)
    return "does not" if denies else clause


def in_sentence(title: str) -> str:
    """Return a title as it reads within a sentence: `the Washington Post`."""
    return "t" + title[1:] if title.startswith("The ") else title


def practice_value(value: object) -> str:
    """Return the value of a practice as it reads in a sentence."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(f"“{phrase}”" for phrase in value) or "none"
    if isinstance(value, str):
        return f"“{value.replace('-', ' ')}”" if value else "nobody"
    return str(value)
