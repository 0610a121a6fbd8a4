"""The transcript of a conversation: its turns along the rail of terms, and mending one of them."""

from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.conversations.conversation_shapes import ConversationSeen, TapeSeen, TurnSeen
from groundrules.desk.conversations.conversation_view import conversation_seen
from groundrules.desk.conversations.mend_turn import mend_turn
from groundrules.desk.conversations.tape_times import tapes_seen
from groundrules.desk.conversations.text_of_turns import Mended
from groundrules.desk.talking.agreements_view import AgreementSeen, agreements_seen
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.pages.conversation_shown import (
    Changed,
    Id,
    Version,
    changed,
    opened,
    path_of,
    steps_of,
)
from groundrules.faces.web.routing import NotHere, Routes

routes = Routes("conversation_transcript")


class ConversationPage(Struct, frozen=True):
    """A conversation with its transcript.

    Attributes:
        tapes: the recordings of it, the oldest first.
        steps: how many changes of this sitting can be taken back.
    """

    talk: str
    seen: ConversationSeen
    agreements: tuple[AgreementSeen, ...]
    tapes: tuple[TapeSeen, ...]
    steps: int


@routes.page("/conversations/{talk}", template="conversations/transcript.html", needs=Needs.READ)
def transcript(call: Call, talk: str) -> ConversationPage:
    """The words of a conversation, each turn with the terms on which it stands."""
    found = opened(call, talk)
    tapes = tapes_seen(call.vault, found.conversation) if found.may_read_words else ()
    return ConversationPage(
        talk,
        conversation_seen(found),
        agreements_seen(found.timeline),
        tapes,
        len(steps_of(call, talk)),
    )


class TurnPage(Struct, frozen=True):
    """One turn, to be mended."""

    talk: str
    version: int
    turn: TurnSeen
    parties: tuple[tuple[str, str], ...]


@routes.page(
    "/conversations/{talk}/turns/{number}", template="conversations/turn.html", needs=Needs.READ
)
def turn(call: Call, talk: str, number: int) -> TurnPage:
    """One turn of a conversation, to mend its words or its speaker."""
    seen = conversation_seen(opened(call, talk))
    if not (seen.may_read_words and 1 <= number <= len(seen.turns)):
        raise NotHere
    parties = tuple((one.id, one.name or one.description) for one in seen.parties)
    return TurnPage(talk, seen.version, seen.turns[number - 1], parties)


class Mending(Struct, frozen=True):
    """A turn as it was: the words of each of its parts, and who spoke; "" where nobody knows."""

    version: Version
    words: tuple[Annotated[str, Meta(max_length=200_000)], ...]
    speaker: Id = ""

    def __repr__(self) -> str:
        """Show no word of it."""
        return "Mending()"


class MendedTurn(Changed, frozen=True):
    """A conversation of which a turn was mended."""

    number: int


@routes.act(
    "/conversations/{talk}/turns/{number}",
    needs=Needs.WRITE,
    then="/conversations/{talk}#turn-{number}",
)
def mend(call: Call, talk: str, number: int, form: Mending) -> MendedTurn:
    """Write the words or the speaker of a turn as they were."""
    mended = Mended(number, form.words, form.speaker)
    done = mend_turn(path_of(call, talk), form.version, mended)
    now = changed(call, talk, done, _("The turn is mended. What stood there stays in its history."))
    return MendedTurn(talk, now.version, number)


class Undone(Struct, frozen=True):
    """A step that was taken back: the version that stands there now, and how many are left."""

    version: int
    steps: int


@routes.act("/conversations/{talk}/undo", needs=Needs.WRITE, then="/conversations/{talk}")
def undo(call: Call, talk: str) -> Undone:
    """Take back the last change of this sitting."""
    steps = steps_of(call, talk)
    version = steps.take_back(path_of(call, talk))
    call.note(_("Undone. Both versions stay in its history."))
    return Undone(version, len(steps))
