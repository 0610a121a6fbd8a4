"""A form that was refused is shown again: its page as it is now, with what was sent and the faults.

Nobody writes a second time what they wrote once. What was sent goes back to the browser that sent
it, in the page alone: it is in no address, and in no store.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match
from starlette.routing import Route as Way

from groundrules.faces.web.headers import headers_of
from groundrules.faces.web.page_forms import form_in
from groundrules.faces.web.refilled import refilled
from groundrules.faces.web.templating import rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.faces.web.page_forms import Sent, SentForm
    from groundrules.faces.web.problems import Problem, Wrong
    from groundrules.faces.web.routing import Route

_PLAIN = re.compile(r"[\w-]{1,64}")
"""What can stand in an address of ours: a number, an id, a word of the program."""


class Shown(NamedTuple):
    """A fault above a form; `id` and `label` are of the field that it is about, "" for none."""

    fault: Wrong
    id: str
    label: str


async def form_again(
    request: Request, route: Route, sent: Sent, problem: Problem
) -> Response | None:
    """Return the page of a refused form with what was sent; None where no page has it.

    Args:
        request: what was refused.
        route: the route to which the form was sent.
        sent: what was in its fields.
        problem: why it was refused.
    """
    for address in _addresses(request, route, sent):
        page = await _page(request, address)
        form = form_in(page, request.url.path, sent)
        if form:
            above = _above(form, sent, problem, address)
            places = [fault.place for fault in problem.faults]
            content = refilled(page, form, sent, places, above)
            headers = headers_of(is_ours=False)
            return Response(content, problem.status, headers, media_type="text/html")
    return None


def _addresses(request: Request, route: Route, sent: Sent) -> Iterator[str]:
    """Yield where a form may stand: where its route says, or at its own address and above it."""
    if route.form_at:
        fields = {name: values[0] for name, values in sent.items()}
        fields |= {name: str(part) for name, part in request.path_params.items()}
        plain = {name: one for name, one in fields.items() if _PLAIN.fullmatch(one)}
        try:
            yield route.form_at.format_map(plain)
        except KeyError:  # it is not as our page sends it
            return
    else:
        parts = request.url.path.strip("/").split("/")
        for length in range(len(parts), 0, -1):
            yield "/" + "/".join(parts[:length])


async def _page(request: Request, address: str) -> str:
    """Return the page that its browser would see at an address now; "" for none."""
    path, _, query = address.partition("?")
    scope = {**request.scope, "method": "GET", "path": path, "query_string": query.encode()}
    for way in request.app.routes:
        match, found = way.matches(scope)
        if match is Match.FULL and isinstance(way, Way):
            answer = await way.endpoint(Request({**scope, **found}))
            is_page = answer.status_code == 200 and answer.media_type == "text/html"  # noqa: PLR2004 - HTTP's number
            return str(answer.body.decode()) if is_page else ""
    return ""


def _above(form: SentForm, sent: Sent, problem: Problem, address: str) -> str:
    """Return what is said above a form: the faults, and what has to be done anew."""
    fields = [(fault, form.field_at(fault.place)) for fault in problem.faults]
    shown = [
        Shown(fault, (tag.attributes.get("id") or "") if tag else "", tag.label if tag else "")
        for fault, tag in fields
    ]
    newer = address if form.is_typed and form.is_older(sent) else ""
    values = {"it": problem, "shown": shown, "form": form, "newer": newer}
    return rendered("form_again.html", values)
