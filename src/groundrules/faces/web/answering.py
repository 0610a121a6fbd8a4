"""Answering: a request goes in, and a page, a document or a file comes out.

Who may ask is looked at before anything else is read. Whatever goes wrong becomes an answer that
says what and how to mend it, and never what was said or by whom.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from groundrules.faces.web import languages
from groundrules.faces.web.asking import arguments_of
from groundrules.faces.web.calls import Call
from groundrules.faces.web.form_again import form_again
from groundrules.faces.web.headers import headers_of
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.problems import Refused, problem_of, problem_outside
from groundrules.faces.web.routing import API, File
from groundrules.faces.web.same_origin import SAFE, is_our_host, is_same_origin
from groundrules.faces.web.templating import rendered

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    from groundrules.faces.web.problems import Problem
    from groundrules.faces.web.routing import Route
    from groundrules.faces.web.seat import Seat
    from groundrules.faces.web.sessions import Session

UNLOCK = "/unlock"
BEGIN = "/begin"
BACKGROUND = "x-background"
"""The header of what a page asks by itself: it does not count as somebody doing something."""

_SEATED = frozenset({Needs.SEAT, Needs.READ, Needs.WRITE, Needs.HOOK})
_PLACES_SHOWN = 3
_PAGE = "text/html"


def endpoint(seat: Seat, route: Route, *, is_api: bool) -> Callable[[Request], Awaitable[Response]]:
    """Return what answers the requests to a route."""

    async def answer(request: Request) -> Response:
        call = call_of(seat, request, route, is_api=is_api)
        try:
            if route.needs is Needs.HOOK:  # a key is looked up in the vault, which blocks
                await run_in_threadpool(_admit, call, request)
            else:
                _admit(call, request)
            arguments = await arguments_of(request, route, call.sent, is_api=is_api)
            found = await run_in_threadpool(_done, call, arguments)
        except Exception as error:  # noqa: BLE001 - each becomes an answer
            return await _refused(call, request, error)
        return _answered(call, found, dict(request.path_params))

    return answer


async def _refused(call: Call, request: Request, error: Exception) -> Response:
    """Return the answer to what was refused: the form again, where one was sent and is found."""
    response = failed(call, error)
    if call.route is None or not call.sent or response.media_type != _PAGE:
        return response
    return await form_again(request, call.route, call.sent, problem_of(error)) or response


def call_of(seat: Seat, request: Request, route: Route | None, *, is_api: bool) -> Call:
    """Return a request as a page sees it."""
    session = seat.sessions.of(request.cookies.get(cookie_name(request), ""))
    wished = session.language if session else ""
    languages.choose(wished or languages.preferred(request.headers.get("accept-language", "")))
    is_htmx = request.headers.get("hx-request") == "true"
    return Call(seat, session, route, request.url.path, is_api=is_api, is_htmx=is_htmx)


def cookie_name(request: Request) -> str:
    """Return the name of the cookie: of each server its own, since ports share cookies."""
    return f"groundrules-{request.url.port or 443}"


def _admit(call: Call, request: Request) -> None:
    """Refuse whoever may not ask this.

    Raises:
        Refused: for any reason but what is asked.
    """
    seat, needs = call.seat, call.route.needs if call.route else Needs.NOBODY
    if not is_our_host(request, seat.hosts):
        raise Refused(421, "host")
    if needs is Needs.HOOK and _has_key(call, request):
        return
    if needs is Needs.HOOK and call.session is None:
        raise Refused(401, "key")
    if request.method not in SAFE and not is_same_origin(request):
        raise Refused(403, "origin")
    if needs in _SEATED and call.session is None:
        raise Refused(401, "no-seat")
    if call.session and BACKGROUND not in request.headers:
        seat.used()
    if needs in _SEATED - {Needs.SEAT} and seat.is_locked:
        raise Refused(423, "locked")


def _has_key(call: Call, request: Request) -> bool:
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    if not key or scheme.lower() != "bearer":
        return False
    if call.seat.is_locked:
        raise Refused(423, "locked")
    with call.seat.doors.lent():
        from groundrules.desk.checking.hook_keys import is_hook_key  # noqa: PLC0415 - only for a key

        if not is_hook_key(call.vault, key):
            raise Refused(403, "key")
    return True


def _done(call: Call, arguments: dict[str, Any]) -> object:
    route = call.route
    if route is None:
        raise TypeError("a call without a route")
    if route.takes_call:
        arguments = {"call": call, **arguments}
    if route.needs in {Needs.NOBODY, Needs.SEAT}:
        return route.do(**arguments)
    with call.seat.doors.lent():
        return route.do(**arguments)


def _answered(call: Call, found: Any, path: dict[str, Any]) -> Response:  # noqa: ANN401 - a route's answer
    route = call.route
    if isinstance(found, Response):
        response = found
    elif isinstance(found, File):
        response = _file(found)
    elif call.is_api or route is None or not (route.template or route.then):
        response = Response(msgspec.json.encode(found), media_type="application/json")
    elif route.template:
        response = page(call, route.template, found)
    else:
        fields = path | (msgspec.structs.asdict(found) if isinstance(found, msgspec.Struct) else {})
        response = RedirectResponse(route.then.format(**fields), status_code=303)
    return _with_headers(response)


def _file(found: File) -> Response:
    response = Response(found.content, media_type=found.kind)
    if found.name:
        response.headers["Content-Disposition"] = f'attachment; filename="{found.name}"'
    return response


def page(call: Call, template: str, found: object, status: int = 200) -> Response:
    """Return a page that shows an answer."""
    values = {"it": found, "call": call, "seat": call.seat, "notes": call.said()}
    return Response(rendered(template, values), status, media_type=_PAGE)


def failed(call: Call, error: Exception) -> Response:
    """Return the answer to a request that could not be answered."""
    is_hook = call.route is not None and call.route.needs is Needs.HOOK
    problem = problem_outside(error) if is_hook else problem_of(error)
    if problem.status == 500:  # noqa: PLR2004 - HTTP's number
        _tell(error)
    if problem.type == "groundrules:locked":
        call.seat.lock()
    if call.is_api or _wants_json(call):
        response = Response(
            msgspec.json.encode(problem), problem.status, media_type="application/problem+json"
        )
    else:
        response = _failed_page(call, problem)
    return _with_headers(response)


def _wants_json(call: Call) -> bool:
    route = call.route
    return bool(route and not route.template and not route.then and route.answers is not File)


def _failed_page(call: Call, problem: Problem) -> Response:
    if problem.type == "groundrules:locked":
        there = UNLOCK if call.seat.has_vault else BEGIN
        return RedirectResponse(there, status_code=303)
    return page(call, "problem.html", problem, problem.status)


def _tell(error: Exception) -> None:
    """Write where the program went wrong to standard error: places, and no value of anything."""
    frames = traceback.extract_tb(error.__traceback__)[-_PLACES_SHOWN:]
    places = [f"{PurePath(one.filename).name}:{one.lineno}" for one in reversed(frames)]
    line = f"groundrules: an error of the program: {type(error).__name__} at {' < '.join(places)}"
    sys.stderr.write(f"{line}\n")


def _with_headers(response: Response) -> Response:
    response.headers.update(headers_of(is_ours=False))
    return response


def seated(session: Session, request: Request, to: str) -> Response:
    """Return the answer to somebody who came in: a cookie, and where to go."""
    response = RedirectResponse(to, status_code=303)
    response.set_cookie(
        cookie_name(request),
        session.key,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
        path="/",
    )
    return _with_headers(response)


def base_of(*, is_api: bool) -> str:
    """Return what stands before the path of a route."""
    return API if is_api else ""
