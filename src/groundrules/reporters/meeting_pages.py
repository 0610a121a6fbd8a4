"""The pages about a meeting that took place, as sheets: who accepted, the minutes, who came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.facts import Turns
from groundrules.reporters.plain_words import listed, terms_in_words
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.sheets.sheet import Heading, Items, Paragraph, Rows, Sheet
from groundrules.talk.meeting import promises
from groundrules.talk.meeting.acceptance import How, participants, should_object
from groundrules.talk.meeting.minutes import (
    attendance_is_secret,
    minutes_of,
    tells_who,
    with_affiliation,
)
from groundrules.terms.policy_wording import in_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from groundrules.record.timeline import Timeline
    from groundrules.reporters.sheets.sheet import Block
    from groundrules.talk.meeting.acceptance import Participant
    from groundrules.talk.meeting.minutes import Minutes
    from groundrules.talk.meeting.promises import Exchange, Promise
    from groundrules.talk.meeting.texts import Texts
    from groundrules.terms.policy import Policy

_SHOWN = Redaction(revealed=True)


def who_sheet(timeline: Timeline, house: Policy, texts: Texts) -> Sheet:
    """Return who accepted the terms of a meeting, who did not, who left, and who is bound to what.

    Args:
        timeline: the meeting, folded.
        house: the policy of the house that asks, which may tell its reporters to object.
        texts: the texts of the pages.
    """
    return _sheet("who", timeline, texts, tuple(_who(timeline, house, texts)))


def minutes_sheet(timeline: Timeline, as_of: datetime, texts: Texts) -> Sheet:
    """Return the minutes of a meeting that keep its terms; what is left out is counted."""
    minutes = minutes_of(timeline, as_of)
    blocks = (
        *_minutes_head(timeline, minutes, texts),
        Heading(texts.one("minutes", "points-heading")),
        *_points(minutes, texts),
        Heading(texts.one("minutes", "left-out-heading")),
        *_left_out(minutes, texts),
    )
    title = texts.one("minutes", "title", matter=_told(timeline, texts))
    return Sheet(title, blocks, texts.one("page", "language"))


def attendees_sheet(timeline: Timeline, texts: Texts) -> Sheet:
    """Return the list of those who came, for the host's own keeping."""
    return _sheet("attendees", timeline, texts, tuple(_attendees(timeline, texts)))


def handout_sheet(timeline: Timeline, texts: Texts) -> Sheet:
    """Return what may be handed out of the list of those who came."""
    title = texts.one("attendees", "public-title", matter=_told(timeline, texts))
    return Sheet(title, (_handout(timeline, texts),), texts.one("page", "language"))


def _sheet(table: str, timeline: Timeline, texts: Texts, blocks: tuple[Block, ...]) -> Sheet:
    title = texts.one(table, "title", matter=_matter(timeline, texts))
    return Sheet(title, blocks, texts.one("page", "language"))


def _matter(timeline: Timeline, texts: Texts) -> str:
    return timeline.conversation.matter or texts.one("page", "untitled")


def _told(timeline: Timeline, texts: Texts) -> str:
    """Return the matter for a page that is handed out; it may name nobody who is protected."""
    if tells_who(timeline, timeline.conversation.matter):
        return texts.one("page", "untitled")
    return _matter(timeline, texts)


def _who(timeline: Timeline, house: Policy, texts: Texts) -> Iterator[Block]:
    yield Paragraph(texts.one("page", "confidential"), "warning")
    everybody = participants(timeline)
    yield Rows(
        tuple(texts.one("who", key) for key in ("name", "part", "answers", "bound")),
        tuple(_participant(timeline, one, texts) for one in everybody),
    )
    yield from _unbound(everybody, texts)
    if should_object(timeline, house):
        yield _objection(everybody, house, texts)
    if turns := promises.open_turns(timeline):
        yield Paragraph(texts.one("who", "open", turns=_turns(turns, texts)), "warning")
    sides = promises.exchanges(timeline)
    if sides:
        yield Heading(texts.one("who", "sides-heading"))
    for side in sides:
        yield from _side(side, texts)
    if sides:
        count = str(promises.incidents(timeline))
        yield Paragraph(texts.one("who", "incidents", count=count))
        yield Paragraph(texts.one("who", "sides-about"), "note")


def _participant(timeline: Timeline, one: Participant, texts: Texts) -> tuple[str, ...]:
    done = [_done(how, one, texts) for how in dict.fromkeys(heard.how for heard in one.heard)]
    if one.silent:
        done.append(texts.one("who", "silent"))
    elif not one.asked and not done:
        done.append(texts.one("who", "not-asked"))
    bound = [
        _promised("who", "bound-to", promise, texts)
        for promise in promises.bound_to(timeline, one.party)
    ]
    role = texts.one("roles", one.party.role)
    return (
        with_affiliation(one.party),
        role,
        "; ".join(done),
        "; ".join(bound) or texts.one("who", "free"),
    )


def _done(how: How, one: Participant, texts: Texts) -> str:
    turns = tuple(Turns(heard.turn, heard.turn) for heard in one.heard if heard.how is how)
    return texts.one("who", "turn", how=texts.one("how", how), turns=_turns(turns, texts))


def _unbound(everybody: Sequence[Participant], texts: Texts) -> Iterator[Paragraph]:
    if any(one.answers_unbound for one in everybody):
        yield Paragraph(texts.one("who", "unbound"), "note")
    if names := [_name(one) for one in everybody if one.refuses_in_vain]:
        yield Paragraph(texts.one("who", "in-vain", names=listed(names)), "warning")


def _objection(everybody: Sequence[Participant], house: Policy, texts: Texts) -> Paragraph:
    reporters = [one for one in everybody if one.party.is_reporter]
    objected = [
        _name(one)
        for one in reporters
        if {How.REFUSED, How.OBJECTED} & {heard.how for heard in one.heard}
    ]
    others = [_name(one) for one in reporters]
    policy = in_sentence(house.title)
    policy = policy[:1].upper() + policy[1:]
    if objected:
        return Paragraph(texts.one("who", "objected", policy=policy, names=listed(objected)))
    return Paragraph(texts.one("who", "object", policy=policy, names=listed(others)), "warning")


def _name(one: Participant) -> str:
    return one.party.name or one.party.id


def _side(side: Exchange, texts: Texts) -> Iterator[Block]:
    yield Heading(texts.one("side", "heading", name=with_affiliation(side.party)), 2)
    promised = [_promised("side", "promised", one, texts) for one in side.promised]
    gave = [_promised("side", "gave", one, texts) for one in side.gave]
    later = [
        texts.one("side", key, turns=_turns(turns, texts))
        for key, turns in (("released", side.released), ("graced", side.graced))
        if turns
    ]
    yield Items(
        (
            *(promised or [texts.one("side", "promised-none")]),
            *(gave or [texts.one("side", "gave-none")]),
            *later,
        )
    )


def _promised(table: str, key: str, promise: Promise, texts: Texts) -> str:
    words = f"{promise.terms.level.spoken}: {terms_in_words(promise.terms, _SHOWN)}"
    return texts.one(table, key, terms=words, turns=_turns(promise.turns, texts))


def _minutes_head(timeline: Timeline, minutes: Minutes, texts: Texts) -> Iterator[Block]:
    day = timeline.conversation.date
    if day:
        yield Paragraph(texts.one("minutes", "date", date=day.strftime("%Y-%m-%d")))
    if minutes.secret:
        yield Paragraph(texts.one("minutes", "secret"))
    if minutes.present:
        yield Paragraph(texts.one("minutes", "present", names=listed(minutes.present)))
    if minutes.others:
        yield Paragraph(texts.one("minutes", "others", count=str(minutes.others)))


def _points(minutes: Minutes, texts: Texts) -> Iterator[Block]:
    if not minutes.points:
        yield Paragraph(texts.one("minutes", "none"))
        return
    yield Items(
        tuple(
            texts.one("minutes", "point", who=one.who, words=one.words) if one.who else one.words
            for one in minutes.points
        )
    )


def _left_out(minutes: Minutes, texts: Texts) -> Iterator[Block]:
    if minutes.left_out:
        yield Items(
            tuple(
                texts.one("left-out", why, count=str(len(found)), statements=", ".join(found))
                for why, found in minutes.left_out.items()
            )
        )
    else:
        yield Paragraph(texts.one("minutes", "all-in"))
    if minutes.late:
        yield Paragraph(texts.one("minutes", "late", statements=", ".join(minutes.late)), "warning")


def _attendees(timeline: Timeline, texts: Texts) -> Iterator[Block]:
    yield Paragraph(texts.one("page", "confidential"), "warning")
    if attendance_is_secret(timeline):
        yield Paragraph(texts.one("attendees", "keep-secret"))
    yield Paragraph(texts.one("attendees", "keeping"))
    yield Items(tuple(_attendee(one, texts) for one in participants(timeline)))
    yield Heading(texts.one("attendees", "public-heading"))
    yield _handout(timeline, texts)


def _attendee(one: Participant, texts: Texts) -> str:
    shown = f"{with_affiliation(one.party)}, {texts.one('roles', one.party.role)}"
    if not one.left:
        return shown
    return f"{shown}, {texts.one('attendees', 'left', turns=_turn(one.left, texts))}"


def _handout(timeline: Timeline, texts: Texts) -> Paragraph:
    if attendance_is_secret(timeline):
        return Paragraph(texts.one("attendees", "public-secret"))
    count = str(len(timeline.conversation.parties))
    return Paragraph(texts.one("attendees", "public-count", count=count))


def _turn(number: int, texts: Texts) -> str:
    return _turns((Turns(number, number),), texts)


def _turns(runs: Sequence[Turns], texts: Texts) -> str:
    shown = listed([_run(run) for run in runs])
    several = len(runs) > 1 or runs[0].first != runs[0].last
    return texts.one("turns", "several" if several else "one", turns=shown)


def _run(run: Turns) -> str:
    return str(run.first) if run.first == run.last else f"{run.first}–{run.last}"
