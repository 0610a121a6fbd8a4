"""Withheld names: which attributions hide who somebody is, and which only say what they are.

“The mayor said” and “residents said” keep nothing back. A name is withheld where the terms of the
words ask for a description, or where the draft describes a nobody in the way that unnamed sources
are described: “an official”, “two people briefed on the talks”, “a clerk who has seen the file”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.rules.attributed import (
    attributed,
    first_mention,
    over_unattributable,
    source_of,
)
from groundrules.rules.descriptions import content, is_elliptical, is_indefinite, points_back
from groundrules.rules.usage import permitted
from groundrules.terms.rights import Attribute

if TYPE_CHECKING:
    from groundrules.draft.attribution import Attribution
    from groundrules.evidence.case import Case


def withheld_names(case: Case) -> list[list[Attribution]]:
    """Return the attributions to sources whose name is withheld, one description's together.

    An institution's voice is nobody whose name is withheld, and neither is who would not comment.
    Of words that may be attributed to nobody the terms tell all that may be told; `both women`
    are people whom the draft has spoken of before.
    """
    found: dict[frozenset[str], list[Attribution]] = {}
    protected, unattributable = _wanting_description(case), over_unattributable(case)
    for attribution in case.attributions:
        first = first_mention(case, attribution)
        words = content(source_of(case, first))
        new = not (points_back(source_of(case, first)) or is_elliptical(source_of(case, first)))
        described = first.form is SourceForm.DESCRIBED and new and not words & _VOICES
        if described and not attribution.declined and attribution not in unattributable:
            found.setdefault(words, []).append(attribution)
    return [
        same
        for same in found.values()
        if any(one in protected or _hides_somebody(case, one) for one in same)
    ]


def _wanting_description(case: Case) -> frozenset[Attribution]:
    """Return the attributions of words whose terms ask for a description."""
    return frozenset(
        attribution
        for attribution, use in attributed(case, permitted(case))
        if use.rights.attribute in {Attribute.DESCRIPTION, Attribute.INSTITUTION}
    )


def _hides_somebody(case: Case, attribution: Attribution) -> bool:
    source = source_of(case, attribution)
    telling = attribution.reason or not content(source).isdisjoint(_TELLING)
    return bool(telling) and is_indefinite(source, plural=attribution.plural)


_TELLING = frozenset(
    {"adviser", "advisor", "aide", "associate", "confidant", "diplomat", "executive", "individual"}
    | {"insider", "negotiator", "official", "operative", "person", "source", "staffer"}
    | {"aware", "briefed", "close", "familiar", "knowledge", "privy", "read", "seen"}
)
"""What unnamed sources are called, in the singular, and what is said of how they know."""

_VOICES = frozenset({"spokesman", "spokesperson", "spokeswoman"})
