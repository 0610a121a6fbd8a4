"""The words that open a meeting on terms, complete: what may be done, until when, and the yes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.facts import Fact, Proposal
from groundrules.record.facts import Kind as Done
from groundrules.record.notation.act_text import act_text
from groundrules.record.notation.verbs import ACT_MARK
from groundrules.talk.meeting.shapes import Kind
from groundrules.terms.levels import Level
from groundrules.terms.policy import FREE_LEVELS, Status
from groundrules.terms.rights import Publish

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from groundrules.talk.meeting.texts import Texts
    from groundrules.terms.conditions import Embargo
    from groundrules.terms.policy import Policy
    from groundrules.terms.rights import Rights


class Announcement(NamedTuple):
    """What whoever hosts a meeting says at its beginning.

    Attributes:
        spoken: the words to say, one paragraph each.
        act: the act that records them, without its mark.
        unsure: not all of what the words are taken to mean was read in somebody's own text.
    """

    level: Level
    policy: Policy
    spoken: tuple[str, ...]
    act: str
    unsure: bool


LEVELS = {
    Kind.BRIEFING: Level.BACKGROUND,
    Kind.CHATHAM_HOUSE: Level.CHATHAM_HOUSE,
    Kind.NEGOTIATION: Level.OFF_THE_RECORD,
}
"""The level of a meeting of each kind where no other is named."""

POLICIES = {Kind.CHATHAM_HOUSE: "chatham-house", Kind.NEGOTIATION: "negotiation"}
"""The policy by which a meeting of a kind is held where no other is named."""


UNCONDITIONAL = Proposal()
"""Terms of which nothing is named but the level."""


def announcement(
    kind: Kind, level: Level, policy: Policy, texts: Texts, conditions: Proposal = UNCONDITIONAL
) -> Announcement:
    """Return the opening words of a meeting.

    Args:
        kind: what kind of meeting it is.
        level: on which level it is held.
        policy: what the level is taken to mean.
        texts: the texts of that kind of meeting.
        conditions: a proposal of which only descriptions and an embargo count.
    """
    described = [texts.one("say", "described", words=one) for one in conditions.descriptions]
    spoken = (
        texts.one("say", "opening"),
        texts.one("say", "terms", level=level.spoken),
        " ".join((*rights_aloud(policy.rights(level), texts), *described)),
        texts.one("say", "until"),
        *_embargo_aloud(conditions.embargo, texts),
        texts.one("say", "recording"),
        texts.one("say", "accept"),
    )
    put = Done.TERMS_ASKED if kind is Kind.NEGOTIATION else Done.TERMS_ANNOUNCED
    recorded = act(put, conditions._replace(level=level))
    return Announcement(level, policy, spoken, recorded, is_unsure(policy, level))


def act(kind: Done, proposal: Proposal) -> str:
    """Return the act that puts terms, as a record has it but for its mark."""
    return act_text(Fact(kind, "", proposal=proposal), "").removeprefix(f"{ACT_MARK} ")


def rights_aloud(rights: Rights, texts: Texts) -> Iterator[str]:
    """Yield use rights as a host says them; how to quote what is not published goes unsaid."""
    moot = _MOOT if rights.publish is Publish.NO else ()
    for name, permission in rights.by_axis().items():
        if name not in moot:
            yield texts.one(name, str(permission))


def is_unsure(policy: Policy, level: Level) -> bool:
    """Tell whether any value of a level is second-hand, unverified, or not there at all."""
    ruling = policy.levels.get(level)
    if level in FREE_LEVELS:
        return False
    return ruling is None or any(one.status is not Status.VERIFIED for one in ruling.axes.values())


def _embargo_aloud(embargo: Embargo | None, texts: Texts) -> Iterator[str]:
    """Yield an embargo as a host says it; it goes on when the talk is back on the record."""
    if embargo and embargo.until:
        yield texts.one("say", "before-instant", instant=_instant(embargo.until, texts))
    elif embargo:
        yield texts.one("say", "before-event", event=embargo.event)


def _instant(instant: datetime, texts: Texts) -> str:
    return texts.one(
        "dates",
        "instant",
        time=f"{instant:%H:%M}",
        zone=str(instant.tzinfo),
        day=str(instant.day),
        month=texts.one("months", str(instant.month)),
        year=str(instant.year),
    )


_MOOT = ("quote", "attribute", "contradict")
