"""Conversations: every one of the vault, and three ways to begin another."""

import re
import secrets
from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.checking.read_in_child import read_in_child
from groundrules.desk.conversations.begin_conversation import (
    NewConversation,
    NewParty,
    begin_conversation,
)
from groundrules.desk.conversations.conversation_shapes import TalkLine, TranscriptSeen
from groundrules.desk.conversations.free_name import free_name
from groundrules.desk.conversations.list_conversations import TalkList
from groundrules.desk.policies.list_policies import every_policy
from groundrules.desk.records.bring_transcript import (
    Bringing,
    ToldOf,
    bring_transcript,
    transcript_seen,
)
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import NotHere, Routes, Upload
from groundrules.record.transcript import Conversation, Role

routes = Routes("conversations")

Line = Annotated[str, Meta(max_length=300)]
Name = Annotated[str, Meta(min_length=1, max_length=100)]
RoleName = Annotated[str, Meta(pattern=f"^({'|'.join(Role)})$")]
_ROLES = tuple(role.value for role in Role)
_EMPTY_LINES = 4
_MOST_SENT = 5


class ConversationList(Struct, frozen=True):
    """Every conversation of the vault, the latest first."""

    conversations: tuple[TalkLine, ...]


@routes.page("/conversations", template="conversations/list.html", needs=Needs.READ)
def conversations(call: Call) -> ConversationList:
    """Every conversation of the vault: when, on which terms, and what is open."""
    talks = call.seat.keep("conversations", lambda: TalkList(call.vault, call.settings))
    return ConversationList(talks.lines())


class PolicyName(Struct, frozen=True):
    """A policy to choose."""

    id: str
    title: str


class NewPage(Struct, frozen=True):
    """What a new conversation can be begun with."""

    policies: tuple[PolicyName, ...]
    house: str
    roles: tuple[str, ...]
    suggested: str
    lines: int


@routes.page("/conversations/new", template="conversations/new.html", needs=Needs.READ)
def new(call: Call) -> NewPage:
    """Three ways to begin a conversation."""
    wanted = f"talk-{call.now():%Y-%m-%d}"
    return NewPage(
        _policies(call),
        call.settings.word("policy"),
        _ROLES,
        free_name(call.vault, wanted) or wanted,
        _EMPTY_LINES,
    )


class Beginning(Struct, frozen=True):
    """A conversation that is written by hand.

    Attributes:
        name: its id; it says nothing of the source.
        when: an instant or a day; "" where it is not known.
        party: the id of each who takes part; the lists go together.
        words: what was said, a line `ID: words` for each turn.
    """

    name: Name
    party: tuple[Annotated[str, Meta(max_length=20)], ...]
    role: tuple[RoleName, ...]
    person: tuple[Line, ...] = ()
    affiliation: tuple[Line, ...] = ()
    description: tuple[Line, ...] = ()
    when: Annotated[str, Meta(max_length=40)] = ""
    outlet: Line = ""
    policy: Annotated[str, Meta(max_length=100)] = ""
    matter: Line = ""
    words: Annotated[str, Meta(max_length=4_000_000)] = ""

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "Beginning()"


class Begun(Struct, frozen=True):
    """A conversation that was begun."""

    talk: str


@routes.act("/conversations/new", needs=Needs.WRITE, then="/conversations/{talk}")
def begin(call: Call, form: Beginning) -> Begun:
    """Begin a conversation by hand."""
    columns = (form.party, form.role, form.person, form.affiliation, form.description)
    parties = tuple(NewParty(*cells) for cells in zip(*_level(columns), strict=True))
    typed = NewConversation(
        form.name,
        _when(call, form.when),
        form.outlet,
        form.policy,
        form.matter,
        parties,
        form.words,
    )
    name = begin_conversation(call.vault, typed, call.settings)
    call.note(_("The conversation is in the vault."))
    return Begun(call.stream_of(name))


class Pasting(Struct, frozen=True):
    """A transcript that is pasted, where no file is sent."""

    text: Annotated[str, Meta(max_length=4_000_000)] = ""

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "Pasting()"


class Sent(Struct, frozen=True):
    """A transcript that was read, and waits for who is who. Nothing of it is in the vault."""

    ticket: str


@routes.act(
    "/conversations/import",
    needs=Needs.WRITE,
    then="/conversations/import/{ticket}",
    form_at="/conversations/new",
)
def send(call: Call, form: Pasting, upload: Upload | None = None) -> Sent:
    """Read a transcript, and look at it before it goes into the vault."""
    sent = upload or Upload(f"talk-{call.now():%Y-%m-%d}.txt", form.text.encode())
    talk = read_in_child("transcript", sent.name, sent.content)
    waiting = _waiting(call)
    while len(waiting) >= _MOST_SENT:
        waiting.pop(next(iter(waiting)))
    ticket = secrets.token_hex(16)
    waiting[ticket] = talk
    return Sent(ticket)


class ImportPage(Struct, frozen=True):
    """What was recognised in a transcript, before anything is written."""

    ticket: str
    seen: TranscriptSeen
    policies: tuple[PolicyName, ...]
    house: str
    roles: tuple[str, ...]


@routes.page(
    "/conversations/import/{ticket}", template="conversations/import.html", needs=Needs.READ
)
def look(call: Call, ticket: str) -> ImportPage:
    """What was recognised in a transcript, and who spoke in it."""
    seen = transcript_seen(call.vault, _sent(call, ticket), call.settings)
    return ImportPage(ticket, seen, _policies(call), call.settings.word("policy"), _ROLES)


class Importing(Struct, frozen=True):
    """Who is who in a transcript; the three lists go together."""

    name: Name
    speaker: tuple[Line, ...] = ()
    role: tuple[RoleName, ...] = ()
    person: tuple[Line, ...] = ()
    policy: Annotated[str, Meta(max_length=100)] = ""
    outlet: Line = ""
    cues: bool = False

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "Importing()"


@routes.act("/conversations/import/{ticket}", needs=Needs.WRITE, then="/conversations/{talk}")
def bring(call: Call, ticket: str, form: Importing) -> Begun:
    """Bring a transcript into the vault as a conversation."""
    columns = _level((form.speaker, form.role, form.person))
    told = tuple(ToldOf(*cells) for cells in zip(*columns, strict=True))
    bringing = Bringing(form.name, told, form.policy, form.outlet, form.cues)
    name = bring_transcript(call.vault, _sent(call, ticket), bringing, call.settings)
    _waiting(call).pop(ticket, None)
    call.note(_("The conversation is in the vault."))
    return Begun(call.stream_of(name))


def _waiting(call: Call) -> dict[str, Conversation]:
    """Return the transcripts that wait for who is who; they are in memory, and go with the lock."""
    found: dict[str, Conversation] = call.seat.keep("transcripts", dict)
    return found


def _sent(call: Call, ticket: str) -> Conversation:
    talk = _waiting(call).get(ticket)
    if talk is None:
        raise NotHere
    return talk


def _policies(call: Call) -> tuple[PolicyName, ...]:
    return tuple(PolicyName(one.id, one.title) for one in every_policy(call.settings))


def _level(columns: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    """Return columns of a form as long as the first one: fields that are all empty do not come."""
    length = len(columns[0])
    return [(*column, *[""] * length)[:length] for column in columns]


def _when(call: Call, text: str) -> datetime | None:
    """Return an instant that a browser's field gave, in the zone of this machine."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)?", text):
        return None
    when = datetime.fromisoformat(text)
    return when if when.tzinfo else when.replace(tzinfo=call.now().tzinfo)
