"""Meetings: the words that open one, who accepted them, minutes that keep them, who was there."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from groundrules.desk.conversations.choose_talk import choosable_talks
from groundrules.desk.policies.list_policies import every_policy
from groundrules.desk.talking import hold_meeting
from groundrules.faces.web.calls import Call
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import File, Routes
from groundrules.faces.web.shaping import shaped
from groundrules.faces.web.sheets import Form, ShownSheet, saved_sheet, shown_sheet
from groundrules.reporters.sheets.sheet import Sheet
from groundrules.talk.meeting.exposure import MOST, Weighed, answer

routes = Routes("meetings")

Level = Literal[
    "", "not-for-attribution", "background", "chatham-house", "deep-background", "off-the-record"
]
Name = Annotated[str, Meta(max_length=100)]
Words = Annotated[str, Meta(max_length=500)]


class Opening(Struct, frozen=True):
    """Which meeting is opened. An empty level or policy is the usual one of its kind."""

    kind: Literal["briefing", "chatham-house", "negotiation"] = "briefing"
    level: Level = ""
    policy: Name = ""


class SavedOpening(Opening, frozen=True, kw_only=True):
    """The same, and the form in which the words are saved."""

    form: Form


class Named(Struct, frozen=True):
    """A policy's id and title."""

    id: str
    title: str


class Conversation(Struct, frozen=True):
    """A conversation to choose: its stream, its name, and since when it is in the vault."""

    talk: str
    name: str
    since: str


class MeetingPage(Struct, frozen=True):
    """The words to open a meeting with, and the conversations whose meeting can be looked at."""

    opening: Opening
    sheet: ShownSheet
    policies: tuple[Named, ...]
    talks: tuple[Conversation, ...]


@routes.page("/meetings", template="meetings/open.html", needs=Needs.READ)
def opening(call: Call, query: Opening) -> MeetingPage:
    """The words for the host to open a meeting with, complete; and the meetings on record."""
    policies = tuple(Named(one.id, one.title) for one in every_policy(call.settings))
    talks = tuple(shaped(one, Conversation) for one in choosable_talks(call.vault))
    return MeetingPage(query, shown_sheet(_opening(call, query)), policies, talks)


@routes.data("/meetings/file", needs=Needs.READ)
def save_opening(call: Call, query: SavedOpening) -> File:
    """The opening words as a file."""
    return saved_sheet(_opening(call, query), query.form, "opening")


Part = Literal["who", "minutes", "attendees", "handout"]
"""`who` accepted; `minutes` as they may go out; `attendees` to keep; the `handout` of them."""


class PartPage(Struct, frozen=True):
    """One page that is made of a meeting's record."""

    talk: str
    name: str
    part: str
    sheet: ShownSheet


@routes.page("/meetings/{talk}/{part}", template="meetings/part.html", needs=Needs.READ)
def part(call: Call, talk: str, part: Part) -> PartPage:
    """Who accepted the terms of a meeting, its minutes, or who was there."""
    name = call.name_of(talk)
    return PartPage(talk, name, part, shown_sheet(_part(call, name, part)))


class Saved(Struct, frozen=True):
    """The form in which something is saved."""

    form: Form


@routes.data("/meetings/{talk}/{part}/file", needs=Needs.READ)
def save_part(call: Call, talk: str, part: Part, query: Saved) -> File:
    """One of these pages as a file."""
    return saved_sheet(_part(call, call.name_of(talk), part), query.form, part)


class Aside(Struct, frozen=True):
    """What somebody thinks of saying aside in a negotiation.

    Attributes:
        points: what they think of saying.
        hurts: to each point, whether it would hurt if it were brought up later: `yes`, `no`, or
            anything else for unsure.
        people: who at home may be told, on either side.
    """

    points: Annotated[tuple[Words, ...], Meta(max_length=MOST)] = ()
    hurts: tuple[Annotated[str, Meta(max_length=20)], ...] = ()
    people: tuple[Words, ...] = ()


class SavedAside(Aside, frozen=True, kw_only=True):
    """The same, and the form in which the page is saved."""

    form: Form


class AsidePage(Struct, frozen=True):
    """The test of each point, and the words for the aside."""

    points: tuple[str, ...]
    hurts: tuple[str, ...]
    people: tuple[str, ...]
    sheet: ShownSheet


@routes.page("/meetings/aside", template="meetings/aside.html", needs=Needs.READ)
def aside(call: Call) -> AsidePage:
    """What an aside in a negotiation does, and the words for it."""
    return _aside_page(call, Aside())


@routes.form_page("/meetings/aside", template="meetings/aside.html", needs=Needs.READ)
def weigh_aside(call: Call, form: Aside) -> AsidePage:
    """Test each point before it is said aside: would it hurt if they brought it up later?"""
    return _aside_page(call, form)


@routes.act("/meetings/aside/file", needs=Needs.READ)
def save_aside(call: Call, form: SavedAside) -> File:
    """The page about an aside as a file."""
    return saved_sheet(_aside(call, form), form.form, "aside")


def _opening(call: Call, asked: Opening) -> Sheet:
    wanted = hold_meeting.Opening(asked.kind, asked.level, asked.policy)
    return hold_meeting.open_meeting(wanted, call.settings)


def _part(call: Call, name: str, part: Part) -> Sheet:
    path, settings = call.path(name), call.settings
    match part:
        case "who":
            return hold_meeting.who_accepted(path, settings)
        case "minutes":
            return hold_meeting.write_minutes(path, call.now(), settings)
        case _:
            return hold_meeting.list_attendees(path, settings, public=part == "handout")


def _aside_page(call: Call, form: Aside) -> AsidePage:
    weighed = _weighed(form)
    words = tuple(one.words for one in weighed)
    return AsidePage(
        words,
        tuple(one.exposure.value for one in weighed),
        _lines(form.people),
        shown_sheet(_aside(call, form)),
    )


def _aside(call: Call, form: Aside) -> Sheet:
    opening = hold_meeting.Opening("negotiation")
    return hold_meeting.talk_aside(_weighed(form), _lines(form.people), opening, call.settings)


def _weighed(form: Aside) -> tuple[Weighed, ...]:
    answers = (*form.hurts, *("",) * len(form.points))
    pairs = zip(form.points, answers, strict=False)
    return tuple(Weighed(point.strip(), answer(hurts)) for point, hurts in pairs if point.strip())


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.strip() for one in texts if one.strip()))
