"""Every script's words, read by the reader of consent, are the use rights that were intended.

The sentences and their reader were written apart from each other.
"""

from __future__ import annotations

import pytest

from groundrules.readers.policies import PolicyShelf
from groundrules.readers.wordings import WordingShelf
from groundrules.record.cues.rights_in_words import rights_in
from groundrules.talk.script.request import Side
from groundrules.talk.script.use_rights import definition, read_back
from groundrules.talk.script.wording import wording_from
from groundrules.terms.conditions import UNCONDITIONAL, Conditions
from groundrules.terms.levels import Level
from groundrules.terms.promise import Terms
from groundrules.terms.rights import AXES, FREE, SEALED

SHELF, WORDINGS = PolicyShelf(), WordingShelf()
ENGLISH = {name: wording_from(WORDINGS.load("scripts", name)) for name in ("american", "british")}
DESCRIBED = Conditions(descriptions=frozenset({"a person briefed on the talks"}))


def misread(terms: Terms, side: Side, english: str, policy: str = "") -> list[str]:
    """Return the axes that are not read back as they were meant, from either form of words."""
    wording = ENGLISH[english]
    spoken = {
        "definition": " ".join(definition(terms.rights, terms.conditions, side, wording)),
        "read-back": read_back(terms, side, wording, policy),
    }
    meant = terms.rights.by_axis()
    heard = {form: dict(rights_in(words).changes) for form, words in spoken.items()}
    return [
        f"{form}: {axis} {meant[axis]}, read as {changes.get(axis)}"
        for form, changes in heard.items()
        for axis in AXES
        if changes.get(axis) != meant[axis]
    ]


@pytest.mark.parametrize("english", ENGLISH)
@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("policy", SHELF.names())
def test_every_level_of_every_policy_is_read_back_as_it_was_meant(policy, side, english):
    found = SHELF.load(policy)

    for level in Level:
        for conditions in (UNCONDITIONAL, DESCRIBED):
            terms = Terms(level, found.rights(level), conditions)
            assert misread(terms, side, english, policy) == [], level


@pytest.mark.parametrize("english", ENGLISH)
@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("rights", [FREE, SEALED], ids=["free", "sealed"])
@pytest.mark.parametrize(("axis", "permission"), [(a, p) for a, s in AXES.items() for p in s])
def test_every_permission_is_read_back_on_its_own(axis, permission, rights, side, english):
    terms = Terms(Level.PLAIN_WORDS, rights.changed({axis: permission}))

    assert misread(terms, side, english) == []
