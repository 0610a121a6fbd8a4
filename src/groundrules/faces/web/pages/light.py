"""The light: one page for the moment of talking, that both people can see."""

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from groundrules.desk.light.acts import log_acts
from groundrules.desk.light.beginning import begin_at_the_light
from groundrules.desk.light.record import LightRecord, is_for_two, policy_of, record_of
from groundrules.desk.light.shapes import LightAct, LightTerms
from groundrules.desk.light.table import LightTable, open_light, table_of
from groundrules.desk.light.tapes import tape_for
from groundrules.desk.policies.list_policies import every_policy
from groundrules.desk.records.append_to_record import open_record
from groundrules.desk.records.record_places import READABLE
from groundrules.desk.vaults.tapes import add_chunk, mark_tape
from groundrules.faces.web.calls import Call
from groundrules.faces.web.pages.inbox import folded_talks
from groundrules.faces.web.routing import Needs, Routes, Upload

routes = Routes("light")

_RECENT = 12
_Id = Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]
_Party = Annotated[str, Meta(min_length=1, max_length=40)]
_Word = Annotated[str, Meta(max_length=40)]
_Line = Annotated[str, Meta(max_length=500)]
_Said = Annotated[str, Meta(max_length=4000)]
_Moment = Annotated[int, Meta(ge=0, le=360_000_000)]


class TalkLine(Struct, frozen=True):
    """A conversation at which the light can be lit again."""

    talk: str
    name: str
    last_day: str

    def __repr__(self) -> str:
        """Show its stream alone."""
        return f"TalkLine({self.talk})"


class PolicyLine(Struct, frozen=True):
    """A policy under which the words can be read."""

    id: str
    title: str


class LightStart(Struct, frozen=True):
    """What a talk at the light begins with.

    Attributes:
        house: the id of the house's own policy.
        talks: those of two that may be read, the newest first.
    """

    house: str
    policies: tuple[PolicyLine, ...]
    talks: tuple[TalkLine, ...]


@routes.page("/light", template="light/start.html", needs=Needs.READ)
def start(call: Call) -> LightStart:
    """What a talk at the light can begin with, and those that can go on."""
    mine = [
        talk
        for talk, timeline in folded_talks(call).now()
        if talk.may_read == READABLE and timeline and is_for_two(timeline.conversation)
    ]
    newest = sorted(mine, key=lambda one: (one.last_day, one.name), reverse=True)[:_RECENT]
    return LightStart(
        call.settings.word("policy"),
        tuple(PolicyLine(one.id, one.title) for one in every_policy(call.settings)),
        tuple(TalkLine(one.stream, one.name, one.last_day) for one in newest),
    )


class Beginning(Struct, frozen=True):
    """A talk that begins now.

    Attributes:
        memory: the device is not one's own: it keeps everything in its memory alone.
    """

    outlet: _Line = ""
    policy: Annotated[str, Meta(max_length=80)] = ""
    memory: bool = False


class Begun(Struct, frozen=True):
    """A talk that has begun, and how its page keeps what is done."""

    talk: str
    keeps: str


@routes.act("/light", needs=Needs.WRITE, then="/light/{talk}?keeps={keeps}")
def begin(call: Call, form: Beginning) -> Begun:
    """Begin a talk of one reporter and one source, neither of whom is named."""
    name = begin_at_the_light(call.vault, call.settings, outlet=form.outlet, policy=form.policy)
    return Begun(call.stream_of(name), "memory" if form.memory else "device")


class Shell(Struct, frozen=True):
    """Nothing: the page without a word, for when nobody answers."""


@routes.page("/light/shell", template="light/shell.html", needs=Needs.SEAT)
def shell() -> Shell:
    """The page of the light without a word of any talk."""
    return Shell()


class LightKeeping(Struct, frozen=True):
    """How the page keeps what is done: on the `device`, or in its `memory` alone."""

    keeps: _Word = "device"


class LightPage(Struct, frozen=True):
    """A talk at the light."""

    table: LightTable
    record: LightRecord


@routes.page("/light/{talk}", template="light/talk.html", needs=Needs.READ)
def talk(call: Call, talk: str, query: LightKeeping) -> LightPage:  # noqa: ARG001 - the page reads it
    """What a talk is on now, and all that the page must know to go on by itself."""
    found = open_light(call.path(call.name_of(talk)), call.settings)
    return LightPage(table_of(found), record_of(found.file, found.policy))


class Terms(Struct, frozen=True):
    """Terms as they are put."""

    level: _Word = ""
    changes: dict[_Word, _Word] = {}
    descriptions: Annotated[tuple[_Line, ...], Meta(max_length=10)] = ()
    quote_approval: bool = False
    embargo: _Word = ""
    event: _Line = ""
    delete_by: _Word = ""
    tell: Annotated[tuple[_Line, ...], Meta(max_length=10)] = ()
    scope: _Line = ""
    until: _Moment | None = None


class Done(Struct, frozen=True):
    """One act, under an id that the page has made up: sent again, it changes nothing."""

    id: _Id
    at: Annotated[datetime, Meta(tz=True)]
    kind: _Word
    by: _Party
    to: Annotated[tuple[_Party, ...], Meta(max_length=10)] = ()
    terms: Terms | None = None
    words: _Said = ""
    note: _Line = ""
    all_so_far: bool = False

    @property
    def act(self) -> LightAct:
        """Return it as the desk takes it."""
        terms = LightTerms(**msgspec.structs.asdict(self.terms)) if self.terms else None
        return LightAct(**{**msgspec.structs.asdict(self), "terms": terms})


class Acts(Struct, frozen=True):
    """Acts in the order in which they were done."""

    acts: Annotated[tuple[Done, ...], Meta(max_length=500)]


@routes.act("/light/{talk}/acts", needs=Needs.WRITE)
def acts(call: Call, talk: str, form: Acts) -> LightRecord:
    """Write acts into the record, each once, and say what it holds then."""
    file = log_acts(call.path(call.name_of(talk)), [one.act for one in form.acts])
    return record_of(file, policy_of(file, call.settings))


@routes.data("/light/{talk}/record", needs=Needs.READ)
def record(call: Call, talk: str) -> LightRecord:
    """What the record of a talk holds now."""
    file = open_record(call.path(call.name_of(talk)))
    return record_of(file, policy_of(file, call.settings))


class TapeBegun(Struct, frozen=True):
    """A tape.

    Attributes:
        mark: 32 hexadecimal digits that the page has made up; begun again under them, it is the
            same tape.
    """

    mark: _Id
    mime: Annotated[str, Meta(pattern=r"^audio/[\w.+-]+(;.*)?$", max_length=100)]


class TapeId(Struct, frozen=True):
    """The id of a tape in the vault."""

    tape: str


@routes.act("/light/{talk}/tapes", needs=Needs.WRITE)
def begin_recording(call: Call, talk: str, form: TapeBegun) -> TapeId:
    """Begin a tape, or find the one that was begun under the same mark."""
    return TapeId(tape_for(call.vault, call.name_of(talk), form.mark, form.mime))


class Kept(Struct, frozen=True):
    """Something of a tape that is in the vault."""

    tape: str
    number: int


@routes.act("/light/{talk}/tapes/{tape}/{number}/{at_ms}", needs=Needs.WRITE)
def chunk(  # noqa: PLR0913, PLR0917 - each is a part of the address
    call: Call, talk: str, tape: str, number: int, at_ms: int, upload: Upload
) -> Kept:
    """Keep the next chunk of a tape; the same one again changes nothing."""
    call.name_of(talk)  # a talk that may not be read has no tapes
    add_chunk(call.vault, tape, number, at_ms, upload.content)
    return Kept(tape, number)


class TapeMarked(Struct, frozen=True):
    """What happened on a tape: `agreed`, `stopped`, `resumed` or the verb of an act."""

    mark: Annotated[str, Meta(pattern=r"^[a-z-]{2,40}$")]
    at_ms: _Moment


@routes.act("/light/{talk}/tapes/{tape}/marks", needs=Needs.WRITE)
def mark(call: Call, talk: str, tape: str, form: TapeMarked) -> TapeId:
    """Mark what happened on a tape; the same mark again changes nothing."""
    call.name_of(talk)  # likewise
    mark_tape(call.vault, tape, form.mark, form.at_ms)
    return TapeId(tape)
