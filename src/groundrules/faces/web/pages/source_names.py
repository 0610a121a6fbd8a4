"""Names of sources: asked for with a purpose, granted by who holds a half, opened once."""

from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.vaults.source_identity import ask_for_name, grant_name, open_name, refuse_name
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import Routes
from groundrules.vault.source_answers import Request

routes = Routes("source names")

_Why = Annotated[str, Meta(min_length=3, max_length=500)]


class Asked(Struct, frozen=True):
    """A request for a source's name.

    Attributes:
        id: 32 hexadecimal digits.
        code: whose name is asked for.
        requester: the member's name.
        purpose: what for, in the requester's words.
        until: the instant at which it ends; "" where a name was opened without asking.
        state: `asked`, `granted`, `refused`, `opened` or `expired`.
        missing: the halves that nobody has granted yet: `reporter`, `editor`.
        reason: of a refusal.
        mine: whether whoever looks is the requester.
        can_answer: whether whoever looks may grant or refuse it now.
        can_open: whether whoever looks may open the name with it now.
    """

    id: str
    code: str
    requester: str
    purpose: str
    until: str
    state: str
    missing: tuple[str, ...]
    reason: str
    mine: bool
    can_answer: bool
    can_open: bool


def asked_line(one: Request) -> Asked:
    """Return a request as pages show it."""
    return Asked(
        one.id,
        one.code,
        one.requester,
        one.purpose,
        one.until,
        one.state,
        tuple(half for half in one.lacking if half not in one.granted),
        one.reason,
        one.mine,
        can_answer=one.state == "asked" and not one.mine,
        can_open=one.state == "granted" and one.mine,
    )


class Asking(Struct, frozen=True):
    """What a name is wanted for, and for how many hours the request counts."""

    purpose: _Why
    hours: Annotated[int, Meta(ge=1, le=336)] = 24


@routes.act("/sources/{code}/ask", needs=Needs.WRITE, then="/sources/{code}")
def ask(call: Call, code: str, form: Asking) -> Asked:
    """Ask for the name of a source."""
    found = ask_for_name(call.vault, code, form.purpose, form.hours)
    call.note(_("Your request is recorded. Whoever holds the other half sees it."))
    return asked_line(found)


@routes.act("/requests/{request}/grant", needs=Needs.WRITE, then="/sources/{code}")
def grant(call: Call, request: str) -> Asked:
    """Grant a request with the half of the name that one holds."""
    found = grant_name(call.vault, request)
    call.note(_("Your half is released, for this purpose and this time alone."))
    return asked_line(found)


class Refusing(Struct, frozen=True):
    """Why a request is refused; whoever asked reads it."""

    reason: Annotated[str, Meta(max_length=500)] = ""


@routes.act("/requests/{request}/refuse", needs=Needs.WRITE, then="/sources/{code}")
def refuse(call: Call, request: str, form: Refusing) -> Asked:
    """Refuse a request."""
    found = refuse_name(call.vault, request, form.reason)
    call.note(_("The request is refused."))
    return asked_line(found)


class Identity(Struct, frozen=True):
    """What one conversation says of who she is."""

    name: str
    affiliations: tuple[str, ...]
    aliases: tuple[str, ...]

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "Identity()"


class NamePage(Struct, frozen=True):
    """A name that was opened, once.

    Attributes:
        code: the source's code name.
        known: what her conversations say of who she is; empty where nothing is known.
        alone: whether one person held both halves.
        seconds: for how long the page shows it.
    """

    code: str
    known: tuple[Identity, ...]
    alone: bool
    seconds: int = 60

    def __repr__(self) -> str:
        """Show the code name alone."""
        return f"NamePage({self.code})"


class Opening(Struct, frozen=True):
    """What a name is opened for: a request that was granted, or, holding both halves, a purpose."""

    request: Annotated[str, Meta(max_length=32)] = ""
    purpose: Annotated[str, Meta(max_length=500)] = ""


@routes.form_page("/sources/{code}/name", template="sources/name.html", needs=Needs.WRITE)
def name(call: Call, code: str, form: Opening) -> NamePage:
    """The name of a source, opened once; that it was opened is recorded."""
    found = open_name(call.vault, form.request or code, form.purpose)
    return NamePage(found.code, tuple(Identity(*one) for one in found.known), found.alone)
