"""When it goes wrong: the calm page, and what happened, kept as facts in the record."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.append_to_record import add_fact, open_record, take_back_last_fact
from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import shown
from groundrules.readers.wordings import WordingShelf
from groundrules.record.early import TOO_EARLY, is_early
from groundrules.record.facts import INCIDENTS, Fact, Kind
from groundrules.record.notation.faults import Unreadable
from groundrules.record.notation.values import read_instant, read_runs
from groundrules.record.timeline import fold
from groundrules.tables.table import nearest
from groundrules.talk.trouble.incidents import incidents, still_open, words_of
from groundrules.talk.trouble.page import Reader
from groundrules.talk.trouble.page_document import frame_from, trouble_from

if TYPE_CHECKING:
    from groundrules.config.settings import Settings
    from groundrules.desk.records.append_to_record import RecordFile
    from groundrules.record.facts import Turns
    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Conversation
    from groundrules.talk.trouble.page import Frame, Trouble

_PAGES = "trouble"
_FRAMES = "incidents"
_FRAME = "page"


class Told(NamedTuple):
    """What a person tells of an incident.

    Attributes:
        reader: which side the person is on.
        by: the id of the party who tells it; "" for the only one of that side, if there is one.
        at: the instant, as it was typed; "" for now.
        turns: the turns that are meant, as they were typed; "" for none in particular.
        comment: what the person says about it, in any words.
    """

    reader: Reader = Reader.SOURCE
    by: str = ""
    at: str = ""
    turns: str = ""
    comment: str = ""


class Noted(NamedTuple):
    """What was put into a record, and what the record proves.

    Attributes:
        name: the record's file.
        number: the fact's number in the conversation.
        fact: the fact.
        timeline: the conversation with it.
        runs: the turns that the incident is about.
    """

    name: str
    number: int
    fact: Fact
    timeline: Timeline
    runs: tuple[Turns, ...]


def every_page(settings: Settings) -> tuple[Trouble, ...]:
    """Return all pages, by name.

    Raises:
        BadInput: a page cannot be read.
    """
    shelf = WordingShelf(settings.paths("wordings"))
    return tuple(trouble_from(shelf.load(_PAGES, name)) for name in shelf.names(_PAGES))


def one_page(kind: str, settings: Settings) -> tuple[Trouble, Frame]:
    """Return the page of a kind of incident, and the headings of every page.

    Raises:
        BadInput: there is none, or it cannot be read.
    """
    shelf = WordingShelf(settings.paths("wordings"))
    names = shelf.names(_PAGES)
    if kind not in names:
        message = f"there is no kind of incident called {shown(kind)!r}"
        raise BadInput(Fault("KIND", message, nearest(kind, names)))
    return trouble_from(shelf.load(_PAGES, kind)), frame_from(shelf.load(_FRAMES, _FRAME))


def open_incident(kind: str, path: str, told: Told, settings: Settings) -> Noted:
    """Put an incident into a record, and return what the record proves about its turns.

    Raises:
        BadInput: the kind is not known, the record cannot be read or written, or what was told
            cannot be; then the record is as it was.
    """
    one_page(kind, settings)
    record = open_record(path)
    turns = _turns(told.turns, record.conversation)
    fact = _fact(Kind.INCIDENT_OPENED, kind, told, record)._replace(turns=turns)
    return _added(record, fact, turns, settings)


def note_incident(path: str, kind: str, told: Told, settings: Settings) -> Noted:
    """Put a note about an open incident into a record: the last one, where no kind is named.

    Raises:
        BadInput: nothing is open, the note is empty, or the record cannot be read or written.
    """
    return _followed(Kind.INCIDENT_NOTED, path, kind, told, settings)


def close_incident(path: str, kind: str, told: Told, settings: Settings) -> Noted:
    """Put down in a record that an incident is settled: the last one, where no kind is named.

    Raises:
        BadInput: nothing is open, or the record cannot be read or written.
    """
    return _followed(Kind.INCIDENT_CLOSED, path, kind, told, settings)


def take_back(path: str) -> Fact:
    """Take the last fact about an incident out of a record, if nothing stands behind it.

    Raises:
        BadInput: the last fact is about something else, or the record cannot be read or written.
    """
    record = open_record(path)
    facts = record.conversation.facts
    if not facts or facts[-1].kind not in INCIDENTS:
        remedy = "only that can be taken back; change anything else by hand"
        raise BadInput(Fault(record.name, "the last fact is not about an incident", remedy))
    take_back_last_fact(record)
    return facts[-1]


def _followed(kind: Kind, path: str, named: str, told: Told, settings: Settings) -> Noted:
    record = open_record(path)
    incident = still_open(incidents(record.conversation), named)
    if incident is None:
        what = f"no incident of the kind {shown(named)!r}" if named else "no incident"
        remedy = "open one: groundrules incident open KIND RECORD"
        raise BadInput(Fault(record.name, f"{what} is open in it", remedy))
    turns = _turns(told.turns, record.conversation)
    fact = _fact(kind, incident.kind, told, record)
    return _added(record, fact._replace(turns=turns), turns or incident.turns, settings)


def _added(record: RecordFile, fact: Fact, runs: tuple[Turns, ...], settings: Settings) -> Noted:
    policy = Policies(settings).of(record.conversation)
    conversation = add_fact(record, fact).conversation
    timeline = fold(conversation, policy)
    return Noted(record.name, len(conversation.facts), fact, timeline, runs)


def _fact(kind: Kind, named: str, told: Told, record: RecordFile) -> Fact:
    by = _actor(told, record)
    words = words_of(named, " ".join(told.comment.split()))
    fact = Fact(kind, by, when=_instant(told.at), words=words)
    if is_early(fact, record.conversation.date):
        raise BadInput(Fault("--at", TOO_EARLY, "check day and year, and date: in the record"))
    return fact


def _actor(told: Told, record: RecordFile) -> str:
    """Return who tells it: the party who was named, or the only one of the side; "" for none."""
    parties = record.conversation.parties
    if told.by:
        ids = [party.id for party in parties]
        if told.by not in ids:
            message = "--by names nobody who is declared in it"
            raise BadInput(Fault(record.name, message, nearest(told.by, ids)))
        return told.by
    is_reporter = told.reader is Reader.REPORTER
    side = [party.id for party in parties if party.is_reporter is is_reporter]
    return side[0] if len(side) == 1 else ""


def _instant(text: str) -> datetime:
    if not text:
        return datetime.now(tz=UTC).astimezone().replace(microsecond=0)
    try:
        return read_instant(text)
    except Unreadable as reason:
        raise BadInput(Fault("--at", reason.message, reason.remedy)) from None


def _turns(text: str, conversation: Conversation) -> tuple[Turns, ...]:
    try:
        return read_runs(text, len(conversation.turns)) if text else ()
    except Unreadable as reason:
        raise BadInput(Fault("--turns", reason.message, reason.remedy)) from None
