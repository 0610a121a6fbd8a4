"""Routes: each is declared once, and answers twice, as a page and as JSON below `/api/v1`.

    routes = Routes("sources")

    @routes.page("/sources/{code}", template="sources/source.html", needs=Needs.READ)
    def source(call: Call, code: str) -> SourcePage: ...

    @routes.act("/sources/{code}/ask", needs=Needs.WRITE, then="/sources/{code}")
    def ask_for_name(call: Call, code: str, form: Asking) -> Asked: ...

What a function takes says what is read of a request: `call` for the request itself, parts of the
path by their names, `query` for what stands behind the question mark, `form` for a body, `upload`
for a file. What it returns is a `msgspec.Struct`, and the shapes of both make the description of
the interface. So modules that declare routes have their annotations evaluated: no
`from __future__ import annotations` there.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from groundrules.faces.web.needs import Needs

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["File", "Needs", "NotHere", "Route", "Routes", "Upload"]

API = "/api/v1"
"""Before every path, where JSON is asked for. The number changes when an answer loses something."""

_IN_PATH = re.compile(r"\{(\w+)(?::\w+)?\}")
_Handler = TypeVar("_Handler", bound="Callable[..., Any]")


class NotHere(Exception):  # noqa: N818 - it is an answer, and no fault of the program
    """There is nothing at this address, or nothing that whoever asks may see."""


class Upload(NamedTuple):
    """A file that somebody sent; it is in memory alone.

    Attributes:
        name: as it was called where it came from; only its last part.
        content: its bytes.
    """

    name: str
    content: bytes

    def __repr__(self) -> str:
        """Show its size; a name may say too much."""
        return f"Upload({len(self.content)} bytes)"


class File(NamedTuple):
    """A file to be saved or shown.

    Attributes:
        content: its bytes.
        kind: the media type.
        name: what to save it as, which says nothing of what is in it; "" to show it in place.
    """

    content: bytes
    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """One route.

    Attributes:
        method: `GET` or `POST`.
        path: with its parts in braces.
        needs: what whoever asks must have.
        do: the function that answers.
        template: of the page; "" for what is no page.
        then: where a browser goes after an act; the answer's fields and the path fill its braces.
        form_at: the page with the form that is sent here, where that is neither at this address nor
            at one above it; what was sent and the path fill its braces.
        subject: the module that it belongs to.
        as_html: whether it answers browsers at its bare path.
        takes: name to type, for what the function takes besides the call.
        answers: the type that it returns.
        takes_call: whether it takes the call.
    """

    method: str
    path: str
    needs: Needs
    do: Callable[..., Any]
    template: str = ""
    then: str = ""
    form_at: str = ""
    subject: str = ""
    as_html: bool = True
    takes: dict[str, Any] = field(default_factory=dict)
    answers: Any = None
    takes_call: bool = True

    @property
    def name(self) -> str:
        """Return what it is called: its subject and its function."""
        return f"{self.subject}.{self.do.__name__}"

    @property
    def summary(self) -> str:
        """Return what it does, in a sentence."""
        return (inspect.getdoc(self.do) or "").split("\n", 1)[0]

    @property
    def in_path(self) -> tuple[str, ...]:
        """Return the names of the parts of its path that vary."""
        return tuple(_IN_PATH.findall(self.path))


class Routes:
    """The routes of one subject."""

    def __init__(self, subject: str) -> None:
        """Begin with none."""
        self.subject = subject
        self.all: list[Route] = []

    def page(self, path: str, *, needs: Needs, template: str) -> Callable[[_Handler], _Handler]:
        """Declare what is looked at: a page for browsers, and the same as JSON."""
        return self._declared("GET", path, needs, template=template)

    def data(self, path: str, *, needs: Needs) -> Callable[[_Handler], _Handler]:
        """Declare what only scripts look at: JSON, at both addresses."""
        return self._declared("GET", path, needs)

    def act(
        self, path: str, *, needs: Needs, then: str = "", form_at: str = ""
    ) -> Callable[[_Handler], _Handler]:
        """Declare what changes something.

        Args:
            path: where it is asked for.
            needs: what whoever asks must have.
            then: where a browser goes when it is done; without it, it gets the answer as JSON.
            form_at: the page with its form, where none at this address or above it has it.
        """
        return self._declared("POST", path, needs, then=then, form_at=form_at)

    def form_page(
        self, path: str, *, needs: Needs, template: str
    ) -> Callable[[_Handler], _Handler]:
        """Declare what is looked at and takes words, which no address may hold: so it is posted."""
        return self._declared("POST", path, needs, template=template)

    def _declared(  # noqa: PLR0913 - what a route is
        self,
        method: str,
        path: str,
        needs: Needs,
        *,
        template: str = "",
        then: str = "",
        form_at: str = "",
    ) -> Callable[[_Handler], _Handler]:
        def declare(do: _Handler) -> _Handler:
            hints = inspect.get_annotations(do)
            takes = {name: hints[name] for name in inspect.signature(do).parameters}
            takes_call = bool(takes.pop("call", None))
            answers = hints["return"]
            route = Route(
                method,
                path,
                Needs(needs),
                do,
                template=template,
                then=then,
                form_at=form_at,
                subject=self.subject,
                takes=takes,
                answers=answers,
                takes_call=takes_call,
            )
            _refuse_loose_ends(route)
            self.all.append(route)
            return do

        return declare


def _refuse_loose_ends(route: Route) -> None:
    """Refuse a route that could never be answered: a mistake of whoever wrote it."""
    unknown = set(route.takes) - {*route.in_path, "query", "form", "upload"}
    missing = set(route.in_path) - set(route.takes)
    if unknown or missing or not route.summary:
        raise TypeError(f"{route.name}: {sorted(unknown | missing) or 'it says not what it does'}")
