"""The tapes of a conversation: bringing one in, and hearing it, piece by piece."""

from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.conversations.tape_times import keep_tape
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.pages.conversation_shown import opened
from groundrules.faces.web.pages.conversation_sound import Sound, TapeShelf
from groundrules.faces.web.routing import File, NotHere, Routes, Upload
from groundrules.record.notation.values import read_timecode

routes = Routes("conversation_tape")


class Bringing(Struct, frozen=True):
    """At which place of the tape the times of the transcript begin, such as `0:01:30`."""

    begins: Annotated[str, Meta(pattern=r"^(\d{1,2}:)?[0-5]?\d:[0-5]\d$")] = "0:00:00"


class Kept(Struct, frozen=True):
    """A tape that is in the vault."""

    tape: str


@routes.act("/conversations/{talk}/tapes", needs=Needs.WRITE, then="/conversations/{talk}")
def keep(call: Call, talk: str, form: Bringing, upload: Upload) -> Kept:
    """Keep a recording of a conversation in the vault."""
    begins = read_timecode(form.begins)
    tape = keep_tape(call.vault, call.name_of(talk), upload.content, begins)
    call.note(_("The recording is in the vault, for those who may read the words."))
    return Kept(tape)


@routes.data("/conversations/{talk}/tapes/{tape}", needs=Needs.READ)
def hear(call: Call, talk: str, tape: str) -> File:
    """A recording; a player asks for the part that it plays."""
    name = opened(call, talk).name
    found = call.seat.keep("tapes", TapeShelf).tape(call.vault, name, tape)
    if found is None:
        raise NotHere
    return Sound(found)  # type: ignore[return-value]  # a file of which it sends the range asked for
