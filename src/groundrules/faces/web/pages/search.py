"""Searching the vault. What is looked for is posted: it stands in no address and no history."""

from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.inbox.search_vault import Hit, search_vault
from groundrules.faces.web.calls import Call
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.pages.inbox import folded_talks
from groundrules.faces.web.routing import Routes

routes = Routes("search")


class Piece(Struct, frozen=True):
    """A piece of a text, and whether it is what was looked for."""

    text: str
    hit: bool


class Result(Struct, frozen=True):
    """Something that was found.

    Attributes:
        kind: `conversation`, `statement`, `source` or `draft`.
        address: of its page.
        title: the conversation's name, the code name, or the draft's title.
        terms: the level of a statement, or `unclear`; "" for the rest.
        pieces: of a statement, around the first hit.
    """

    kind: str
    address: str
    title: str
    terms: str
    pieces: tuple[Piece, ...]


class Results(Struct, frozen=True):
    """What was looked for, what was found, and how much there is; not all of it may be shown."""

    wanted: str
    results: tuple[Result, ...]
    count: int


@routes.page("/search", template="inbox/search.html", needs=Needs.READ)
def search() -> Results:
    """Where the vault can be searched."""
    return Results("", (), 0)


class Wanted(Struct, frozen=True):
    """What is looked for: every word must be in one name or one statement."""

    wanted: Annotated[str, Meta(max_length=200)] = ""


@routes.form_page("/search", template="inbox/search.html", needs=Needs.READ)
def search_for(call: Call, form: Wanted) -> Results:
    """Search names, code names, drafts and the words that one may read."""
    found = search_vault(call.vault, folded_talks(call), form.wanted)
    return Results(form.wanted, tuple(map(_result, found.hits)), found.of)


def _result(one: Hit) -> Result:
    pieces = tuple(Piece(piece.text, piece.hit) for piece in one.pieces)
    return Result(one.kind, one.address, one.title, one.terms, pieces)
