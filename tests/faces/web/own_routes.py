"""Routes of the tests' own, to try what serves them."""

from typing import Annotated

from msgspec import Meta, Struct

from groundrules.errors import BadInput, Fault
from groundrules.faces.web.calls import Call
from groundrules.faces.web.routing import File, Needs, NotHere, Routes, Upload

routes = Routes("own")


class Asked(Struct, frozen=True):
    """What was asked."""

    says: str


class Filter(Struct, frozen=True):
    """A query."""

    many: Annotated[int, Meta(ge=1, le=9)] = 3
    kinds: tuple[str, ...] = ()


class Sent(Struct, frozen=True):
    """A form."""

    purpose: Annotated[str, Meta(min_length=3, max_length=20)]
    kinds: Annotated[tuple[str, ...], Meta(max_length=5)] = ()
    hours: int = 24


@routes.data("/things/{number}", needs=Needs.NOBODY)
def thing(call: Call, number: int, query: Filter) -> Asked:  # noqa: ARG001 - every page has a call
    """Say what was asked."""
    return Asked(f"{number} {query.many} {','.join(query.kinds)}")


@routes.act("/things/{number}", needs=Needs.NOBODY)
def do(call: Call, number: int, form: Sent) -> Asked:  # noqa: ARG001 - likewise
    """Say what was sent."""
    return Asked(f"{number} {form.purpose} {','.join(form.kinds)} {form.hours}")


@routes.act("/files", needs=Needs.NOBODY)
def keep(call: Call, upload: Upload) -> Asked:  # noqa: ARG001 - likewise
    """Say how large a file is."""
    return Asked(f"{upload.name} {len(upload.content)}")


@routes.act("/files/perhaps", needs=Needs.NOBODY)
def keep_perhaps(call: Call, form: Sent, upload: Upload | None) -> Asked:  # noqa: ARG001 - likewise
    """Say what was sent, with a file or without."""
    return Asked(f"{form.purpose} {upload.name if upload else '-'}")


@routes.data("/file", needs=Needs.NOBODY)
def file(call: Call) -> File:  # noqa: ARG001 - likewise
    """Give a file."""
    return File(b"content", "text/plain", "report.txt")


class Which(Struct, frozen=True):
    """What is to go wrong."""

    how: str


@routes.act("/wrong", needs=Needs.NOBODY)
def wrong(call: Call, form: Which) -> Asked:  # noqa: ARG001 - likewise
    """Go wrong in some way."""
    match form.how:
        case "input":
            raise BadInput(Fault("draft.md", "it has no end", "write one", 3, 4))
        case "nowhere":
            raise NotHere
        case _:
            secret = "the canary sang"  # noqa: S105 - what must never be shown
            raise ZeroDivisionError(secret)


@routes.act("/wrong/{field}", needs=Needs.WRITE)
def wrong_too(call: Call, field: str) -> Asked:  # noqa: ARG001 - likewise
    """Need what nobody has."""
    return Asked("never")
