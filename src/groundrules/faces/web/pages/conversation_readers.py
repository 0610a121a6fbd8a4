"""Who may read a conversation, what was done to it, and taking it out of the vault."""

from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.conversations.conversation_readers import taken_out, who_may_read
from groundrules.desk.vaults.upkeep import share, take_back
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import File, Routes

routes = Routes("conversation_readers")


class ReaderLine(Struct, frozen=True):
    """Somebody who may read of it: its terms, or its words as well."""

    member: str
    words: bool


class ChangeLine(Struct, frozen=True):
    """An entry of its history.

    Attributes:
        act: `begun`, `amended`, `shared`, `taken back`, `new keys`, or "" for another.
        words: whether the words were changed.
    """

    version: int
    day: str
    author: str
    act: str
    whom: str
    words: bool


class ReadersPage(Struct, frozen=True):
    """Who may read a conversation, who else could, and its history, the latest first."""

    talk: str
    name: str
    readers: tuple[ReaderLine, ...]
    others: tuple[str, ...]
    changes: tuple[ChangeLine, ...]


@routes.page(
    "/conversations/{talk}/readers", template="conversations/readers.html", needs=Needs.READ
)
def readers(call: Call, talk: str) -> ReadersPage:
    """Who may read a conversation, and who changed what of it and when."""
    name = call.name_of(talk)
    found = who_may_read(call.vault, name)
    return ReadersPage(
        talk,
        name,
        tuple(ReaderLine(one.member, "words" in one.kinds) for one in found.readers),
        found.others,
        tuple(ChangeLine(*one) for one in found.changes),
    )


class Sharing(Struct, frozen=True):
    """With whom something is shared, and whether the words are; or from whom it is taken back."""

    member: Annotated[str, Meta(min_length=1, max_length=100)]
    words: bool = False


class Shared(Struct, frozen=True):
    """What was done, a sentence for each thing."""

    did: tuple[str, ...]


@routes.act(
    "/conversations/{talk}/share",
    needs=Needs.WRITE,
    then="/conversations/{talk}/readers",
    form_at="/conversations/{talk}/readers",
)
def share_it(call: Call, talk: str, form: Sharing) -> Shared:
    """Let a member read a conversation: its terms, or its words as well."""
    done = share(call.vault, call.name_of(talk), form.member, words=form.words)
    call.note(_("Shared. The member can read it from now on, from its beginning."))
    return Shared(done.what)


class TakingBack(Struct, frozen=True):
    """From whom it is taken back, and whether the terms are taken back as well as the words."""

    member: Annotated[str, Meta(min_length=1, max_length=100)]
    terms: bool = False


@routes.act(
    "/conversations/{talk}/take-back",
    needs=Needs.WRITE,
    then="/conversations/{talk}/readers",
    form_at="/conversations/{talk}/readers",
)
def take_it_back(call: Call, talk: str, form: TakingBack) -> Shared:
    """Keep what is added to a conversation from now on from a member."""
    done = take_back(call.vault, call.name_of(talk), form.member, terms=form.terms)
    call.note(_("Taken back from now on. What was read before cannot be unread."))
    return Shared(done.what)


class TakingOut(Struct, frozen=True):
    """Why a record is taken out; the reason stays in the vault."""

    reason: Annotated[str, Meta(min_length=3, max_length=500)]


@routes.act(
    "/conversations/{talk}/export", needs=Needs.WRITE, form_at="/conversations/{talk}/readers"
)
def export(call: Call, talk: str, form: TakingOut) -> File:
    """The record of a conversation as a file, which is not encrypted any more."""
    text = taken_out(call.vault, call.name_of(talk), form.reason)
    return File(text.encode(), "text/plain; charset=utf-8", "conversation.record")
