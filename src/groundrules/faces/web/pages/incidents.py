"""When it goes wrong: a calm page for each kind, and a place in the record for what happened."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from groundrules.desk.conversations.choose_talk import choosable_talks
from groundrules.desk.talking import handle_incident
from groundrules.desk.talking.handle_incident import Told, every_page, one_page
from groundrules.desk.talking.open_incidents import Seen, open_incidents
from groundrules.desk.talking.show_incidents import show_incidents
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import File, NotHere, Routes
from groundrules.faces.web.shaping import shaped
from groundrules.faces.web.sheets import Form, ShownSheet, saved_sheet, shown_sheet
from groundrules.reporters.sheets.sheet import Sheet
from groundrules.reporters.trouble_sheet import first_steps, page
from groundrules.talk.trouble.page import Reader

routes = Routes("incidents")

Stream = Annotated[str, Meta(min_length=32, max_length=32)]
Side = Literal["source", "reporter"]


class Kind(Struct, frozen=True):
    """A kind of trouble: the word for it, what happened, and the same in a sentence."""

    kind: str
    title: str
    about: str


class Conversation(Struct, frozen=True):
    """A conversation to choose: its stream, its name, and since when it is in the vault."""

    talk: str
    name: str
    since: str


class OpenIncident(Struct, frozen=True):
    """Something that is not settled yet: with which conversation, and since when."""

    talk: str
    name: str
    kind: str
    since: str


class IncidentList(Struct, frozen=True):
    """What can go wrong, and what has."""

    kinds: tuple[Kind, ...]
    open: tuple[OpenIncident, ...]


@routes.page("/incidents", template="incidents/list.html", needs=Needs.READ)
def incidents(call: Call) -> IncidentList:
    """Every kind of trouble that has a page, and what is not settled yet."""
    seen: Seen = call.seat.keep("open-incidents", dict)
    found = open_incidents(call.vault, seen)
    return IncidentList(_kinds(call), tuple(shaped(one, OpenIncident) for one in found))


class Who(Struct, frozen=True):
    """For whom a page is: whoever spoke, or the reporter and the editor."""

    side: Side = "reporter"


class SavedPage(Who, frozen=True, kw_only=True):
    """The same, and the form in which it is saved."""

    form: Form


class IncidentPage(Struct, frozen=True):
    """The page of one kind of trouble, and the conversations with which it may have happened."""

    kind: str
    side: str
    sheet: ShownSheet
    talks: tuple[Conversation, ...]


@routes.page("/incidents/{kind}", template="incidents/page.html", needs=Needs.READ)
def incident(call: Call, kind: str, query: Who) -> IncidentPage:
    """What holds, what to do in which order, and what each way costs."""
    talks = tuple(shaped(one, Conversation) for one in choosable_talks(call.vault))
    return IncidentPage(kind, query.side, shown_sheet(_page(call, kind, query.side)), talks)


@routes.data("/incidents/{kind}/file", needs=Needs.READ)
def save(call: Call, kind: str, query: SavedPage) -> File:
    """A calm page as a file."""
    return saved_sheet(_page(call, kind, query.side), query.form, f"incident-{kind}")


Turns = Annotated[str, Meta(max_length=200)]
Comment = Annotated[str, Meta(max_length=2000)]
Instant = Annotated[str, Meta(max_length=40)]


class Telling(Struct, frozen=True, kw_only=True):
    """What somebody tells of an incident.

    Attributes:
        side: which side they are on.
        turns: the turns that are meant, such as `4-6,8`; "" for the whole talk.
        comment: what they say about it, in sober words.
        at: when it happened, in ISO 8601; "" for now. Without an offset, in this machine's zone.
    """

    side: Side = "reporter"
    turns: Turns = ""
    comment: Comment = ""
    at: Instant = ""


class Opened(Telling, frozen=True, kw_only=True):
    """The same, of a new incident with a conversation."""

    talk: Stream


class InTalk(Struct, frozen=True):
    """The conversation in whose record something was put."""

    talk: str


@routes.act("/incidents/{kind}/open", needs=Needs.WRITE, then="/incidents/in/{talk}")
def open_incident(call: Call, kind: str, form: Opened) -> InTalk:
    """Put an incident into the record of a conversation. It changes no terms."""
    _refuse_unknown(call, kind)
    path = call.path(call.name_of(form.talk))
    handle_incident.open_incident(kind, path, _told(form), call.settings)
    call.note(_("It is in the record. No terms were changed."))
    return InTalk(form.talk)


class Said(Struct, frozen=True):
    """What was put down about an incident: when, by whom, in which words."""

    when: str
    by: str
    comment: str


class Incident(Struct, frozen=True):
    """One incident. `turns` is empty where it is about the whole talk."""

    kind: str
    turns: str
    is_open: bool
    opened: Said
    notes: tuple[Said, ...]
    settled: Said | None


class Proven(Struct, frozen=True):
    """On which terms one statement stands, and what that rests on."""

    turn: int
    at: str
    speaker: str
    words: str
    status: str
    terms: str
    basis: str
    doubts: tuple[str, ...]


class Behind(Struct, frozen=True):
    """A fact on which terms rest."""

    number: int
    where: str
    who: str
    act: str


class TalkIncidents(Struct, frozen=True):
    """What went wrong with one conversation, and what its record proves.

    Attributes:
        first: for each kind that is open, what comes first.
        titles: kind to what happened, in a few words.
    """

    talk: str
    name: str
    day: str
    policy: str
    incidents: tuple[Incident, ...]
    proven: tuple[Proven, ...]
    behind: tuple[Behind, ...]
    may_take_back: bool
    first: tuple[ShownSheet, ...]
    titles: dict[str, str]


@routes.page("/incidents/in/{talk}", template="incidents/talk.html", needs=Needs.READ)
def in_talk(call: Call, talk: str) -> TalkIncidents:
    """What went wrong with one conversation, and what its record proves about the words."""
    name = call.name_of(talk)
    found = show_incidents(call.path(name), call.settings)
    kinds = {one.kind: one.title for one in _kinds(call)}
    still = dict.fromkeys(one.kind for one in found.incidents if one.is_open)
    first = tuple(_first(call, one) for one in still if one in kinds)
    return shaped(found, TalkIncidents, talk=talk, name=name, first=first, titles=kinds)


class Noted(Telling, frozen=True, kw_only=True):
    """What is added to an open incident, or how it was settled; "" for the last kind that is."""

    kind: Annotated[str, Meta(max_length=60)] = ""


@routes.act("/incidents/in/{talk}/note", needs=Needs.WRITE, then="/incidents/in/{talk}")
def note(call: Call, talk: str, form: Noted) -> InTalk:
    """Add a note to an open incident."""
    path = call.path(call.name_of(talk))
    handle_incident.note_incident(path, form.kind, _told(form), call.settings)
    call.note(_("The note is in the record."))
    return InTalk(talk)


@routes.act("/incidents/in/{talk}/settle", needs=Needs.WRITE, then="/incidents/in/{talk}")
def settle(call: Call, talk: str, form: Noted) -> InTalk:
    """Put down that an incident is settled. The terms stay what they were."""
    path = call.path(call.name_of(talk))
    handle_incident.close_incident(path, form.kind, _told(form), call.settings)
    call.note(_("It is settled. The terms stay what they were."))
    return InTalk(talk)


@routes.act("/incidents/in/{talk}/undo", needs=Needs.WRITE, then="/incidents/in/{talk}")
def undo(call: Call, talk: str) -> InTalk:
    """Take back the last line about an incident, if nothing stands behind it."""
    handle_incident.take_back(call.path(call.name_of(talk)))
    call.note(_("The last line about an incident was taken back."))
    return InTalk(talk)


def _kinds(call: Call) -> tuple[Kind, ...]:
    return tuple(Kind(one.name, one.title, one.about) for one in every_page(call.settings))


def _refuse_unknown(call: Call, kind: str) -> None:
    if kind not in {one.kind for one in _kinds(call)}:
        raise NotHere


def _page(call: Call, kind: str, side: Side) -> Sheet:
    _refuse_unknown(call, kind)
    return page(*one_page(kind, call.settings), Reader(side))


def _first(call: Call, kind: str) -> ShownSheet:
    return shown_sheet(first_steps(*one_page(kind, call.settings), Reader.REPORTER))


def _told(form: Telling) -> Told:
    return Told(Reader(form.side), "", _instant(form.at), form.turns, form.comment)


def _instant(text: str) -> str:
    """Return an instant with its offset: a browser's field for one has none."""
    try:
        return datetime.fromisoformat(text).astimezone().isoformat() if text else ""
    except ValueError:
        return text  # the desk says what is wrong with it
