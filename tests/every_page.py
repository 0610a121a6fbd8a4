"""Every page of the application with an example of each part of its address, from a real vault.

A route whose address has a part without an example here fails the tests, so that no page is left
out of them. So does a form that answers with a page, where nothing says what it is filled in with.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from groundrules.desk.setup.example_newsroom import moved
from groundrules.desk.vaults.papers import papers
from groundrules.desk.vaults.receipts import list_receipts
from groundrules.desk.vaults.tapes import tapes
from groundrules.faces.web.app import every_route

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from groundrules.faces.web.routing import Route
    from served import Office


class Shown(NamedTuple):
    """A page: its route, its address, and what its form is filled in with; None for a bare look."""

    route: Route
    path: str
    form: dict[str, Any] | None = None

    @property
    def name(self) -> str:
        """Return what tests call it."""
        return f"{self.route.method} {self.route.path}"


def today() -> datetime:
    """Return the instant for which the newsroom was furnished."""
    return datetime.now(UTC)


def talk(office: Office, name: str) -> str:
    """Return the stream of a conversation of the newsroom."""
    from groundrules.desk.vaults.doors import door_of  # noqa: PLC0415 - only where it is needed

    with door_of(office.seat.vault) as door:
        return door.ask(str, "stream_of_talk", name=name)


def newsroom_talk(office: Office, name: str) -> str:
    """Return the stream of one of those conversations whose days move with today."""
    return talk(office, moved(name, today().date()))


def a_code(office: Office) -> str:
    """Return the code name of a source."""
    return next(one["title"] for one in office.data("/palette")["items"] if one["hint"] == "source")


def a_task(office: Office) -> str:
    """Return the id of a task that has ended."""
    return office.seat.tasks.begin("looking", "/", lambda _progress: "looked").id


def a_draft(office: Office) -> str:
    """Return the id of the newsroom's draft that was changed once."""
    return next(one.id for one in papers(office.seat.vault, "draft") if one.version > 1)


def a_finding(office: Office) -> str:
    """Return the id of a finding in that draft."""
    return str(office.data(f"/drafts/{a_draft(office)}")["findings"][0]["card"])


def a_coverage(office: Office) -> str:
    """Return the id of published coverage that is kept."""
    form = {"title": "What ran", "text": "The deal was dead by Friday.\n"}
    return str(office.do("/coverage", form)["id"])


def a_saving(office: Office) -> dict[str, Any]:
    """Return that draft as the form of its page has it."""
    page = office.data(f"/drafts/{a_draft(office)}")
    return {name: page[name] for name in ("version", "title", "text", "as_of")}


def an_import(office: Office) -> str:
    """Return the ticket of a transcript that was brought in, and waits to be looked through."""
    text = "Ana Ruiz: Where does it stand?\n\nDana Whitfield: Can this be off the record?\n"
    return str(office.do("/conversations/import", {"text": text})["ticket"])


def a_preparation(office: Office) -> str:
    """Return the id of a preparation that has just begun."""
    return str(office.do("/prepare")["preparation"])


def a_plan(office: Office) -> str:
    """Return the id of a plan."""
    return str(office.do("/plan", {"matter": "the roof", "points": "The storm"})["preparation"])


def a_scene(office: Office) -> str:
    """Return the name of a scene of the drill."""
    return str(office.data("/drill")["scenes"][0]["name"])


def a_tape(office: Office) -> str:
    """Return the id of the newsroom's one tape."""
    name = moved("clinic-2026-11-05", today().date())
    return tapes(office.seat.vault, name)[0].id


def an_approval(office: Office) -> str:
    """Return the id of the approval that was asked for."""
    return papers(office.seat.vault, "approval")[0].id


def a_receipt(office: Office) -> str:
    """Return the id of the newsroom's one receipt."""
    return list_receipts(office.seat.vault)[0].id


EXAMPLES: dict[str, Callable[[Office], str]] = {
    "/approvals/{approval}": an_approval,
    "/drafts/{draft}/report/{kind}": lambda _: "json",
    "/ledger/receipts/{receipt}": a_receipt,
    "/light/{talk}/tapes/{tape}": a_tape,
    "/light/{talk}/tapes/{tape}/{number}": lambda _: "0",
    "/light/{talk}/tapes/{tape}/{number}/{at_ms}": lambda _: "0",
    "/settings/sharing/{talk}": lambda office: talk(office, "harbor-2026-11-03"),
    "/agreements/{talk}": lambda office: talk(office, "union-2026-11-04"),
    "/conversations/{talk}": lambda office: newsroom_talk(office, "clinic-2026-11-05"),
    "/conversations/{talk}/tapes/{tape}": a_tape,
    "/conversations/{talk}/heard/{number}": lambda _: "1",
    "/conversations/{talk}/turns/{number}": lambda _: "6",
    "/conversations/import/{ticket}": an_import,
    "/coverage/{paper}": a_coverage,
    "/drafts/{draft}": a_draft,
    "/drafts/{draft}/findings/{finding}": a_finding,
    "/drill/{name}": a_scene,
    "/incidents/in/{talk}": lambda office: newsroom_talk(office, "school-2026-10-30"),
    "/incidents/{kind}": lambda _: "leak",
    "/ledger/conversations/{talk}": lambda office: talk(office, "harbor-2026-11-03"),
    "/light/{talk}": lambda office: talk(office, "harbor-2026-11-03"),
    "/meetings/{talk}": lambda office: talk(office, "harbor-2026-11-03"),
    "/meetings/{talk}/{part}": lambda _: "who",
    "/plan/{preparation}": a_plan,
    "/policies/{policy}": lambda _: "ap",
    "/prepare/{preparation}": a_preparation,
    "/rules/{code}": lambda _: "GR101",
    "/settings/retention/{talk}": lambda office: newsroom_talk(office, "clinic-2026-11-05"),
    "/sources/{code}": a_code,
    "/tasks/{task}": a_task,
}
"""An address up to one of its parts, to an example of that part."""

OF_THEIR_OWN: dict[str, dict[str, Callable[[Office], str]]] = {
    "/conversations/{talk}/heard/{number}": {
        "talk": lambda office: newsroom_talk(office, "transit-2026-11-06"),
    },
}
"""Routes that need another example than their neighbours."""

QUERIES: dict[str, str] = {"/conversations/{talk}/terms": "?turns=6&turns=7"}
"""Addresses that mean nothing without what stands behind the question mark."""

FORMS: dict[str, Callable[[Office], dict[str, Any]] | None] = {
    "/search": lambda _: {"wanted": "pier"},
    "/scripts": lambda _: {"descriptions": ["a person briefed on it"]},
    "/meetings/aside": lambda _: {},
    "/coverage/checked": lambda _: {"text": "The deal was dead by Friday, she said."},
    "/drafts/{draft}/checked": a_saving,
    # There is a vault already: nobody founds another one in its place.
    "/begin": None,
    # What these show is shown once, and making it changes who can unlock the vault.
    "/settings/hook-keys": lambda _: {"title": "the CMS"},
    "/settings/members": None,
    "/settings/members/card": None,
    "/settings/sheet": None,
    "/sources/{code}/name": lambda _: {"purpose": "to see how it looks"},
    "/agreements/read": None,
    "/ledger/receipts/verify": None,
}
"""Address of a form that answers with a page, to what it is filled in with; None: its own tests."""


def every_page(office: Office) -> Iterator[Shown]:
    """Yield every page that is looked at, and every one that answers a form, with its address."""
    for route in every_route():
        if route.method == "GET" and route.template:
            yield page_of(route, office)
    for route in every_route():
        if route.method == "POST" and route.template and FORMS[route.path]:
            yield form_page_of(route, office)


def page_of(route: Route, office: Office) -> Shown:
    """Return the page of a route that is looked at."""
    return Shown(route, address(route, office))


def form_page_of(route: Route, office: Office) -> Shown:
    """Return the page of a route that answers a form, with what it is filled in with."""
    form = FORMS[route.path]
    return Shown(route, address(route, office), form(office) if form else {})


def parts(route: Route) -> Iterator[tuple[str, str]]:
    """Yield each part of a route's address that varies, with the address up to it."""
    for name in route.in_path:
        place = f"{{{name}}}"
        yield name, route.path[: route.path.index(place) + len(place)]


def address(route: Route, office: Office) -> str:
    """Return the address of a route, filled in."""
    path = route.path
    for name, upto in parts(route):
        example = OF_THEIR_OWN.get(route.path, {}).get(name) or EXAMPLES[upto]
        path = path.replace(f"{{{name}}}", example(office))
    return path + QUERIES.get(route.path, "")


def linked(page: str) -> list[str]:
    """Return every address in a page's HTML."""
    return re.findall(r'\b(?:href|src|action|hx-get|hx-post|data-[a-z-]+)="(/[^"]*)"', page)


def leading(page: str) -> list[str]:
    """Return every address in a page's HTML to which somebody, or the browser, goes by a look."""
    forms = re.findall(r'<form(?![^>]*method="post")[^>]*\saction="(/[^"]*)"', page)
    return [*re.findall(r'\s(?:href|src|hx-get)="(/[^"]*)"', page), *forms]
