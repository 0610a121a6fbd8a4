"""Sources as they are told of: code names, requests for a name, and a name that was opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from groundrules.reporters.lines import EMPTY, Piece, plain
from groundrules.reporters.plain_words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.reporters.lines import Line

ALONE = (
    "You hold both halves of every name here: whoever makes you unlock the vault has all of them. "
    "Keep no name in it that you need not keep, or let a second person in as the editor."
)
"""What it means to work alone."""


class _Source(Protocol):
    """A source, as the vault answers it."""

    @property
    def code(self) -> str: ...
    @property
    def since(self) -> str: ...
    @property
    def talks(self) -> tuple[str, ...]: ...
    @property
    def holds(self) -> tuple[str, ...]: ...
    @property
    def erased(self) -> bool: ...


class _Request(Protocol):
    """A request for a name, as the vault answers it."""

    @property
    def id(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def requester(self) -> str: ...
    @property
    def purpose(self) -> str: ...
    @property
    def until(self) -> str: ...
    @property
    def lacking(self) -> tuple[str, ...]: ...
    @property
    def granted(self) -> tuple[str, ...]: ...
    @property
    def state(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def mine(self) -> bool: ...


class _Known(Protocol):
    """What a talk says of who somebody is."""

    @property
    def name(self) -> str: ...
    @property
    def affiliations(self) -> tuple[str, ...]: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...


class _Opened(Protocol):
    """A name that was opened."""

    @property
    def code(self) -> str: ...
    @property
    def known(self) -> Sequence[_Known]: ...


def source_lines(sources: Sequence[_Source], requests: Sequence[_Request]) -> Iterator[Line]:
    """Return a line for each source, and a few for each request."""
    if not sources:
        yield plain("There is no source in this vault.")
    for one in sources:
        talks = ", ".join(one.talks) or "no conversation whose terms you may read"
        state = "erased" if one.erased else f"{talks} ({_holding(one.holds)})"
        yield (Piece(one.code, "place"), Piece(f"  since {one.since}  {state}"))
    for request in requests:
        yield EMPTY
        yield from request_lines(request)


def _holding(holds: tuple[str, ...]) -> str:
    halves = [f"the {half}'s half" for half in holds]
    return f"you hold {listed(halves)} of the name" if halves else "you hold no half of the name"


def request_lines(request: _Request) -> Iterator[Line]:
    """Return what is asked, how it stands, and what can be done next."""
    who = "you" if request.mine else request.requester
    short = request.id[:8]
    yield (
        Piece(short, "place"),
        Piece(f"  {request.state}: {who}, for the name of {request.code}"),
    )
    yield plain(f"  for: {request.purpose}")
    if request.lacking:
        missing = [f"the {half}'s" for half in request.lacking if half not in request.granted]
        lacks = f"lacks {listed(missing)} half" if missing else "nothing is lacking"
        yield plain(f"  until: {request.until}; {lacks}")
    if request.reason:
        yield plain(f"  refused: {request.reason}")
    step = _next_step(request, short)
    if step:
        yield plain(f"  {step}")


def _next_step(request: _Request, short: str) -> str:
    if request.mine and request.state == "granted":
        return f"open it, once: groundrules source name {short}"
    if not request.mine and request.state == "asked":
        return f"groundrules source grant {short}, or groundrules source refuse {short}"
    return ""


def name_lines(opened: _Opened) -> Iterator[Line]:
    """Return what is known of who somebody is."""
    if not opened.known:
        yield plain(f"{opened.code}: no name is known")
    for one in opened.known:
        parts = [
            one.name or "no name is known",
            *(f"of {body}" for body in one.affiliations),
            *(f"also {alias}" for alias in one.aliases),
        ]
        yield plain(f"{opened.code}: {', '.join(parts)}")
