"""What the light shows and takes, in shapes that pass through JSON: terms, facts, acts, the table.

Every field is a text, a number, a truth value, a tuple or a table of those. Instants are in the
form of RFC 3339, times of the talk in milliseconds from its beginning.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from groundrules.record.facts import Proposal
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level
from groundrules.terms.rights import AXES

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class LightTerms:
    """Terms as somebody puts them.

    Attributes:
        level: a level's name; "" where only rights or conditions are named.
        changes: axis to permission, in the order in which they were put.
        embargo: until when: an instant with its offset; "" for none, or where an event is named.
        event: what must have happened first.
        delete_by: a day; "" for none.
        until: milliseconds into the talk at which they end; None where they do not.
    """

    level: str = ""
    changes: dict[str, str] = field(default_factory=dict)
    descriptions: tuple[str, ...] = ()
    quote_approval: bool = False
    embargo: str = ""
    event: str = ""
    delete_by: str = ""
    tell: tuple[str, ...] = ()
    scope: str = ""
    until: int | None = None

    def __repr__(self) -> str:
        """Show the level alone: a description or an event may say too much."""
        return f"LightTerms({self.level})"


@dataclass(frozen=True, slots=True)
class LightFact:
    """A fact of the talk, as far as the terms hang on it.

    Attributes:
        by: the id of a party; "" where it cannot be told.
        start: milliseconds from the beginning; None where the record has no time.
    """

    kind: str
    by: str
    start: int | None
    terms: LightTerms | None = None
    covers: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    topic: str = ""


@dataclass(frozen=True, slots=True)
class LightAct:
    """Something done at the light, before it stands in the record.

    Attributes:
        id: 32 hexadecimal digits that the page has made up; they name this act for ever.
        at: the instant at which it was done.
        kind: a verb of the notation, or one of `recording-agreed` and `recording-stopped`.
        by: the id of the party who did it.
        to: who was asked; empty for everybody on the other side.
        words: what was said with it; "" where that is not kept.
        note: a reason or a comment.
        all_so_far: of a grace: it is about everything said so far, and not about the last stretch.
    """

    id: str
    at: datetime
    kind: str
    by: str
    to: tuple[str, ...] = ()
    terms: LightTerms | None = None
    words: str = ""
    note: str = ""
    all_so_far: bool = False

    def __repr__(self) -> str:
        """Show its id, which says nothing."""
        return f"LightAct({self.id})"


def proposal_of(terms: LightTerms) -> Proposal:
    """Return terms as the record has them.

    Raises:
        ValueError: there is no such level, axis, permission, instant or day.
    """
    embargo = Embargo(_instant(terms.embargo), clean(terms.event))
    changes = tuple((axis, AXES[axis](word)) for axis, word in _known(terms.changes))
    return Proposal(
        level=Level(terms.level) if terms.level else None,
        changes=changes,
        descriptions=_cleaned(terms.descriptions),
        quote_approval=terms.quote_approval,
        embargo=embargo if embargo != Embargo() else None,
        delete_by=date.fromisoformat(terms.delete_by) if terms.delete_by else None,
        tell=_cleaned(terms.tell),
        scope=clean(terms.scope),
        until=terms.until,
    )


def terms_shape(proposal: Proposal) -> LightTerms:
    """Return terms of the record as the light shows them."""
    embargo = proposal.embargo or Embargo()
    return LightTerms(
        level=proposal.level.value if proposal.level else "",
        changes={axis: str(word) for axis, word in proposal.changes},
        descriptions=proposal.descriptions,
        quote_approval=proposal.quote_approval,
        embargo=instant_text(embargo.until),
        event=embargo.event,
        delete_by=proposal.delete_by.isoformat() if proposal.delete_by else "",
        tell=proposal.tell,
        scope=proposal.scope,
        until=proposal.until,
    )


def instant_text(instant: datetime | None) -> str:
    """Return an instant in UTC, which is one text however it was written; "" for none."""
    return instant.astimezone(UTC).isoformat() if instant else ""


def clean(text: str) -> str:
    """Return words on one line, without what cannot be seen: what a record can always hold."""
    seen = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(seen.split())


def _cleaned(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in map(clean, texts) if one))


def _known(changes: dict[str, str]) -> Iterable[tuple[str, str]]:
    for axis in changes:
        if axis not in AXES:
            raise ValueError("there is no such axis")
    return ((axis, changes[axis]) for axis in AXES if axis in changes)


def _instant(text: str) -> datetime | None:
    if not text:
        return None
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError("an instant without an offset is none")
    return instant
