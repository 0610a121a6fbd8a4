"""The advice: every way to talk side by side, the one to choose and why, what to look out for.

Saying nothing is always among the ways. Nothing here asks anybody to deny or distort.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.talk.preparing.alternatives import Alternative
from groundrules.talk.preparing.choosing import choose
from groundrules.talk.preparing.facts import facts_of
from groundrules.talk.preparing.guidance_document import FACTS_KEY
from groundrules.talk.preparing.permissions import Permission, permissions
from groundrules.talk.preparing.questions import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.talk.preparing.guidance import Guidance, Note, Way
    from groundrules.talk.preparing.questions import Interview
    from groundrules.talk.preparing.situation import Situation
    from groundrules.terms.levels import Level


class Disagreement(NamedTuple):
    """Two readings of one word: that of a guide, and that of the outlet's rules."""

    guide: str
    outlet: Permission


class Weighed(NamedTuple):
    """One way to talk, as it is at this outlet.

    Attributes:
        permissions: what it lets the reporter do; empty where `way.lets` says so.
        printed: a line as it would stand in print.
        disagreements: where guides read the word in another way.
    """

    alternative: Alternative
    way: Way
    permissions: tuple[Permission, ...]
    printed: str
    disagreements: tuple[Disagreement, ...] = ()


class Advice(NamedTuple):
    """What the answers lead to.

    Attributes:
        weighed: every way to talk, always in the same order.
        chosen: the way that we would choose.
        reasons: why, the deciding reason first.
        flags: what to look out for.
        decision: what stands beside the choice.
        newsroom: how a newsroom decides about a source without a name.
        known_to: who at the outlet must know the source, in words; "" where nobody says.
        approved_by: who there approves of an unnamed source, likewise.
    """

    weighed: tuple[Weighed, ...]
    chosen: Alternative
    reasons: tuple[str, ...]
    flags: tuple[str, ...]
    decision: tuple[str, ...]
    newsroom: str
    known_to: str = ""
    approved_by: str = ""


def advise(situation: Situation, interview: Interview, guidance: Guidance) -> Advice:
    """Return the advice on a situation."""
    choice = choose(situation)
    policy = situation.policy
    return Advice(
        weighed=tuple(_weighed(one, situation, guidance) for one in Alternative),
        chosen=choice.alternative,
        reasons=tuple(guidance.reasons[name] for name in choice.because),
        flags=tuple(note.text for note in holding(guidance.flags, situation, interview)),
        decision=guidance.decision,
        newsroom=guidance.newsroom,
        known_to=guidance.people.get(policy.word("identity_known_to"), ""),
        approved_by=guidance.people.get(policy.word("approval_anonymous"), ""),
    )


def holding(notes: Iterable[Note], situation: Situation, interview: Interview) -> Iterator[Note]:
    """Yield those texts whose condition holds in a situation."""
    words = {
        step.question: words_of(interview.question(step.question), answer)
        for step, answer in situation.answers.items()
        if not step.item
    }
    words[FACTS_KEY] = facts_of(situation)
    for note in notes:
        if note.condition.holds(lambda name: words.get(name, frozenset())):
            yield note


def _weighed(alternative: Alternative, situation: Situation, guidance: Guidance) -> Weighed:
    way, level = guidance.ways[alternative], alternative.level
    description = next(iter(ranked(situation)), guidance.undescribed)
    printed = way.print.replace("{description}", description)
    if level is None:
        return Weighed(alternative, way, (), printed)
    allowed = permissions(level, situation.policy, guidance)
    return Weighed(
        alternative,
        way,
        allowed,
        printed,
        tuple(_disagreements(level, allowed, situation, guidance)),
    )


def ranked(situation: Situation) -> tuple[str, ...]:
    """Return the descriptions, the one that fits most people first; those uncounted last."""
    descriptions = situation.several("descriptions")
    return tuple(sorted(descriptions, key=lambda one: -situation.number("fits", one)))


def _disagreements(
    level: Level, allowed: tuple[Permission, ...], situation: Situation, guidance: Guidance
) -> Iterator[Disagreement]:
    rights = situation.policy.rights(level).by_axis()
    for reading in guidance.readings:
        if reading.level is level and reading.value != str(rights[reading.axis]):
            outlet = next((one for one in allowed if one.axis == reading.axis), None)
            if outlet:
                yield Disagreement(reading.says, outlet)
