"""Terms, times and counts in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.terms.rights import Attribute, Publish, Quote, Repeat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.reporters.redaction import Redaction
    from groundrules.terms.promise import Terms

_WITHHELD = {
    ("publish", "if-independently-obtained"): (
        "to be published only if it is also had from somebody else"
    ),
    ("publish", "no"): "not to be published",
    ("quote", "paraphrase"): "to be paraphrased, not quoted",
    ("quote", "no"): "not to be quoted",
    ("attribute", "description"): "to be attributed only by a description",
    ("attribute", "institution"): "to be attributed only to an institution or a circle",
    ("attribute", "none"): "not to be attributed to anybody",
    ("attendance", "secret"): "nobody to be disclosed as present",
    ("pursue", "no"): "not to be taken to other sources",
    ("repeat", "need-to-know"): "to be told inside the newsroom only where there is need",
    ("repeat", "nobody"): "not to be told to anybody",
    ("contradict", "no"): "not to be used to contradict a public statement",
}
"""Axis and permission to what is withheld; a permission alone is no key, for all say `no` alike."""

_MOOT_UNPUBLISHED = ("quote", "attribute", "contradict")


def terms_in_words(terms: Terms, redaction: Redaction) -> str:
    """Return in one line what terms withhold and what they ask for, not what they leave free."""
    limits = [*_withheld(terms), *_conditions(terms, redaction)]
    return "; ".join(limits) if limits else "free to use"


def _withheld(terms: Terms) -> Iterator[str]:
    moot = _MOOT_UNPUBLISHED if terms.rights.publish is Publish.NO else ()
    said_below = {
        Attribute.DESCRIPTION: terms.conditions.descriptions is not None,
        Repeat.NEED_TO_KNOW: terms.conditions.tell is not None,
    }
    for name, permission in terms.rights.by_axis().items():
        if permission.strictness and name not in moot and not said_below.get(permission):
            yield _WITHHELD[name, str(permission)]


def _conditions(terms: Terms, redaction: Redaction) -> Iterator[str]:
    conditions, rights = terms.conditions, terms.rights
    publishable = rights.publish is not Publish.NO
    describable = rights.attribute in (Attribute.NAME, Attribute.DESCRIPTION)
    if conditions.descriptions is not None and publishable and describable:
        shown = " or ".join(f"“{one}”" for one in redaction.descriptions(terms))
        yield f"described as {shown}" if shown else "described in the agreed words only"
    if conditions.quote_approval and publishable and rights.quote is not Quote.NO:
        yield "quotations to be approved before use"
    for until in sorted(one.until for one in conditions.embargoes if one.until):
        yield f"not before {until.isoformat()}"
    if any(embargo.event for embargo in conditions.embargoes):
        shown = " and ".join(f"“{event}”" for event in redaction.events(terms))
        yield f"not before {shown}" if shown else "not before an event that the record names"
    if conditions.delete_by:
        yield f"notes and recordings to be gone by {conditions.delete_by.isoformat()}"
    if conditions.tell is not None and rights.repeat is not Repeat.NOBODY:
        shown = " or ".join(f"“{one}”" for one in redaction.told(terms))
        yield f"to be told only to {shown}" if shown else "to be told only to those agreed upon"


def clock(milliseconds: int | None) -> str:
    """Return a time of the recording as `00:13:58`, or "" where there is none."""
    if milliseconds is None:
        return ""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}"


def counted(number: int, noun: str, several: str = "") -> str:
    """Return `1 statement` or `3 statements`."""
    return f"{number:,} {noun if number == 1 else several or noun + 's'}"


def listed(words: Sequence[str]) -> str:
    """Return `a, b and c`."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
