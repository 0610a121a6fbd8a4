"""One agreement on a sheet: what it covers, how it was made, the rights, and what else it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.facts import Kind, Turns
from groundrules.reporters.plain_words import clock
from groundrules.reporters.sheets.sheet import Heading, Items, Paragraph, Rows
from groundrules.talk.on_paper.makers import makers
from groundrules.talk.on_paper.promises import runs
from groundrules.talk.on_paper.reasons import UNSAID, reasons
from groundrules.terms.rights import Attribute, Publish, Quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from groundrules.record.standing import Standing
    from groundrules.record.timeline import Timeline
    from groundrules.reporters.sheets.sheet import Block
    from groundrules.talk.on_paper.naming import Naming
    from groundrules.talk.on_paper.promises import Promise
    from groundrules.talk.on_paper.reasons import Reason
    from groundrules.talk.on_paper.wording import Wording

_MOOT_UNPUBLISHED = ("quote", "attribute", "contradict")

_DESCRIBABLE = {Attribute.NAME: "also_described", Attribute.DESCRIPTION: "described"}
"""To whom words may be attributed where a description may appear at all, and the text for it."""


def agreement(promise: Promise, timeline: Timeline, naming: Naming) -> Iterator[Block]:
    """Yield what one agreement says, in blocks below its heading."""
    wording = naming.wording
    yield Paragraph(" ".join(_covers(promise, timeline, naming)))
    yield Heading(wording.say("acts", "heading"), 2)
    yield Items(tuple(_acts(promise, timeline, naming)), "steps")
    yield Heading(wording.say("rights", "heading"), 2)
    because = reasons(promise, timeline)
    yield _rights(promise, because, wording)
    if not UNSAID.isdisjoint(because.values()):
        yield Paragraph(wording.say("rights", "note"), "note")
    yield Heading(wording.say("conditions", "heading"), 2)
    conditions = tuple(_conditions(promise, wording))
    yield Items(conditions or (wording.say("conditions", "none"),))


def capitalised(text: str) -> str:
    """Return a text with a capital letter in front."""
    return text[:1].upper() + text[1:]


def _covers(promise: Promise, timeline: Timeline, naming: Naming) -> Iterator[str]:
    wording = naming.wording
    facts = [timeline.fact(one) for one in promise.facts]
    yield wording.say("agreed", "level", level=wording.say("levels", promise.terms.level))
    accepted = set(makers(facts).values())
    if Kind.CONSENT_IMPLIED in accepted:
        yield wording.say("agreed", "mixed" if Kind.TERMS_AGREED in accepted else "implied")
    if promise.kept:
        yield wording.say("agreed", "covers", turns=_timed(promise.kept, wording))
    else:
        yield wording.say("agreed", "empty")
    yield wording.say("agreed", "lasts" if promise.lasts else "ended")
    proposals = [fact.proposal for fact in facts if fact.proposal]
    for topic in dict.fromkeys(one.scope for one in proposals if one.scope):
        told = naming.tells(topic)
        shown = wording.say("who", "withheld") if told else wording.quoted((topic,))
        yield wording.say("agreed", "scope", topic=shown.rstrip("."))
    for until in [one.until for one in proposals if one.until is not None][-1:]:
        yield wording.say("agreed", "until", time=clock(until))
    yield wording.say("agreed", "limits")


def _timed(standings: tuple[Standing, ...], wording: Wording) -> str:
    found = runs(standings)
    turns = wording.turns(found)
    start, end = clock(standings[0].statement.start), clock(standings[-1].statement.start)
    if len(found) > 1 or not (start and end) or start == end:
        return turns
    return wording.say("joining", "timed", turns=turns, start=start, end=end)


def _acts(promise: Promise, timeline: Timeline, naming: Naming) -> Iterator[str]:
    wording = naming.wording
    for fact in map(timeline.fact, promise.facts):
        sentence = wording.say("acts", fact.kind, who=naming.role(fact.by))
        turns = wording.turns((Turns(fact.at.turn, fact.at.turn),))
        yield capitalised(wording.say("acts", "place", sentence=sentence, turns=turns))


def _rights(promise: Promise, because: Mapping[str, Reason], wording: Wording) -> Rows:
    head = ("question", "answer", "because")
    unpublished = promise.terms.rights.publish is Publish.NO
    rows = []
    for name, reason in because.items():
        permission = getattr(promise.terms.rights, name)
        moot = unpublished and name in _MOOT_UNPUBLISHED and not permission.strictness
        answer = wording.say("rights", "moot") if moot else wording.say(name, permission)
        rows.append((wording.say(name, "question"), answer, wording.say("rights", reason)))
    return Rows(tuple(wording.say("rights", key) for key in head), tuple(rows))


def _conditions(promise: Promise, wording: Wording) -> Iterator[str]:
    conditions = promise.terms.conditions
    yield from _descriptions(promise, wording)
    if conditions.quote_approval and _is_quotable(promise):
        yield wording.say("conditions", "approval")
    if approved := [one for one in promise.kept if one.approved]:
        yield wording.say("conditions", "approved", turns=wording.turns(runs(approved)))
    for until in sorted(one.until for one in conditions.embargoes if one.until):
        yield wording.say("conditions", "instant", instant=wording.instant(until))
    for event in sorted(one.event for one in conditions.embargoes if not one.until):
        yield wording.say("conditions", "event", event=wording.quoted((event,)))
    if conditions.delete_by:
        yield wording.say("conditions", "delete_by", day=wording.day(conditions.delete_by))
    if conditions.tell:
        yield wording.say("conditions", "tell", people=wording.quoted(conditions.tell))
    elif conditions.tell is not None:
        yield wording.say("conditions", "tell_nobody")


def _is_quotable(promise: Promise) -> bool:
    rights = promise.terms.rights
    return rights.publish is not Publish.NO and rights.quote is not Quote.NO


def _descriptions(promise: Promise, wording: Wording) -> Iterator[str]:
    agreed = promise.terms.conditions.descriptions
    rights = promise.terms.rights
    if rights.publish is Publish.NO or rights.attribute not in _DESCRIBABLE:
        return
    if agreed:
        key = _DESCRIBABLE[rights.attribute]
        yield wording.say("conditions", key, words=wording.quoted(agreed, "or"))
    elif agreed is not None:
        yield wording.say("conditions", "none_in_common")
