"""The words of a drill: what an answer did, on what terms a point stands, what is at stake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.facts import Kind
from groundrules.reporters.plain_words import listed, terms_in_words
from groundrules.reporters.redaction import Redaction
from groundrules.terms.levels import Level
from groundrules.terms.promise import ON_THE_RECORD
from groundrules.terms.rights import Attribute, Publish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.record.facts import Fact
    from groundrules.record.standing import Standing
    from groundrules.talk.drilling.scenario import Line, Point, Scenario

_REVEALED = Redaction(revealed=True)
"""What is played is invented, and the person at the screen plays it."""

_DID = {
    Kind.TERMS_ASKED: "you asked to talk {terms}",
    Kind.TERMS_OFFERED: "you offered to talk {terms}",
    Kind.TERMS_ASSERTED: "you said that this is {terms}, as if that were agreed",
    Kind.TERMS_ANNOUNCED: "you announced that this is {terms}",
    Kind.TERMS_DEFINED: "you said what the terms mean: {terms}",
    Kind.TERMS_COUNTERED: "you asked for other terms: {terms}",
    Kind.TERMS_AGREED: "you said yes",
    Kind.CONSENT_IMPLIED: "you stayed after the terms were announced",
    Kind.TERMS_DECLINED: "you said no",
    Kind.RETURNED_TO_RECORD: "you went back on the record",
    Kind.RETURN_ACCEPTED: "you agreed to go back on the record",
    Kind.RETROACTIVE_REQUESTED: "you asked for terms on what was said before",
    Kind.GRACE_GRANTED: "you said that you will not use what was said before",
    Kind.HINT_GIVEN: "you gave a hint and asked for nothing",
    Kind.MARKED_UNCLEAR: "you said something that can be read two ways",
    Kind.PARTY_LEFT: "you left",
    Kind.CONVERSATION_CLOSED: "you ended the talk",
    Kind.STATEMENT_RELEASED: "you let words go that were said before",
}
"""What may be heard in a typed answer, in words."""

_DID_SOMETHING = "you did something that does not change the terms"


def acts_in_words(line: Line) -> str:
    """Return what a typed line does: `you asked to talk off the record`."""
    done = [_act_in_words(act.fact) for act in line.acts]
    return listed(done) if done else "plain talk, on the terms that hold now"


def _act_in_words(fact: Fact) -> str:
    terms = ""
    if fact.proposal:
        level = fact.proposal.level
        rights = ON_THE_RECORD.rights.changed(dict(fact.proposal.changes))
        limits = terms_in_words(ON_THE_RECORD._replace(rights=rights), _REVEALED)
        said = [level.spoken] if level else []
        said += [limits] if fact.proposal.changes else []
        terms = ", ".join(said) or "on a condition"
    return _DID.get(fact.kind, _DID_SOMETHING).format(terms=terms)


def standing_in_words(standing: Standing) -> str:
    """Return on what terms some words stand: `on the record; free to use, with the name`."""
    if standing.is_open:
        return "not settled, so that nobody can count on it"
    spoken = Level(standing.status).spoken
    if not standing.is_restricted:
        return f"{spoken}; free to use, with the name"
    return f"{spoken}; {terms_in_words(standing.terms, _REVEALED)}"


def stakes_in_words(scenario: Scenario) -> Iterator[str]:
    """Yield each point that may be told, with what the person needs for it."""
    for point in scenario.points.values():
        goal = " This should get out." if point.name == scenario.goal else ""
        yield f"{capital(point.about)}: {'; '.join(_asked_for(point))}.{goal}"


def capital(text: str) -> str:
    """Return a text with its first letter a capital one."""
    return text[:1].upper() + text[1:]


def _asked_for(point: Point) -> Iterator[str]:
    """Yield what must be kept of a point, and what it must still be good for."""
    if point.needs:
        yield terms_in_words(point.needs, _REVEALED)
    if point.wants and point.wants.rights.publish is Publish.YES:
        yield f"it must be possible to print it{_WITH.get(point.wants.rights.attribute, '')}"
    elif point.wants:
        yield "the other side must be able to use it"


_WITH = {Attribute.NAME: " with the name", Attribute.DESCRIPTION: " with a description"}
