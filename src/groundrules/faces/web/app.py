"""The application: every route of every subject, the way in, and the files of the program."""

from __future__ import annotations

import importlib
import pkgutil
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import anyio
import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Mount
from starlette.routing import Route as Way
from starlette.staticfiles import StaticFiles

from groundrules.faces.web import pages
from groundrules.faces.web.answering import call_of, endpoint, failed, seated
from groundrules.faces.web.headers import headers_of
from groundrules.faces.web.openapi import described
from groundrules.faces.web.problems import Refused
from groundrules.faces.web.routing import API, NotHere
from groundrules.faces.web.same_origin import is_our_host

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
    from contextlib import AbstractAsyncContextManager

    from starlette.requests import Request
    from starlette.types import Scope

    from groundrules.faces.web.routing import Route
    from groundrules.faces.web.seat import Seat

    Endpoint = Callable[[Request], Awaitable[Response]]

STATIC = Path(__file__).parent / "static"
_SWEEPS = 2.0
"""Seconds between two looks whether anybody is still there."""


def every_route() -> tuple[Route, ...]:
    """Return every route of every module in `pages`, in the order of the modules' names."""
    found: list[Route] = []
    for module in sorted(pkgutil.iter_modules(pages.__path__), key=lambda one: one.name):
        loaded = importlib.import_module(f"{pages.__name__}.{module.name}")
        if routes := getattr(loaded, "routes", None):
            found += routes.all
    return tuple(found)


def application(seat: Seat) -> Starlette:
    """Return the application that serves a seat."""
    routes = every_route()
    ways: list[Way | Mount] = [
        Way("/start/{token}", _way_in(seat, "here"), methods=["GET"]),
        Way("/pair/{token}", _way_in(seat, "paired"), methods=["GET"]),
        Way(f"{API}/openapi.json", _description(seat, routes), methods=["GET"]),
        Mount("/static", _OurFiles(seat)),
    ]
    for route in _plain_first(routes):
        ways.append(
            Way(API + route.path, endpoint(seat, route, is_api=True), methods=[route.method])
        )
        if route.as_html:
            ways.append(
                Way(route.path, endpoint(seat, route, is_api=False), methods=[route.method])
            )

    async def missing(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        call = call_of(seat, request, None, is_api=request.url.path.startswith(API))
        wrong = Refused(405, "method") if status == 405 else NotHere()  # noqa: PLR2004 - HTTP's number
        return failed(call, wrong if isinstance(error, HTTPException) else error)

    return Starlette(
        routes=ways,
        exception_handlers={HTTPException: missing},
        lifespan=_sweeping(seat),
    )


def _plain_first(routes: Sequence[Route]) -> list[Route]:
    """Return routes so that `/drafts/new` comes before `/drafts/{draft}`."""
    return sorted(
        routes, key=lambda route: [part.startswith("{") for part in route.path.split("/")]
    )


def _way_in(seat: Seat, device: str) -> Endpoint:
    async def enter(request: Request) -> Response:
        call = call_of(seat, request, None, is_api=False)
        if not is_our_host(request, seat.hosts):
            return failed(call, Refused(421, "host"))
        session = seat.sessions.enter(request.path_params["token"], device)
        if session is None:
            return failed(call, Refused(401, "no-seat"))
        return seated(session, request, "/")

    return enter


def _description(seat: Seat, routes: Sequence[Route]) -> Endpoint:
    content = msgspec.json.encode(described(routes))

    async def describe(request: Request) -> Response:
        if not is_our_host(request, seat.hosts):
            return failed(call_of(seat, request, None, is_api=True), Refused(421, "host"))
        return Response(content, media_type="application/json", headers=headers_of(is_ours=True))

    return describe


class _OurFiles(StaticFiles):
    """The files of the program. They hold no word of anybody, and a browser may keep them."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(directory=STATIC)
        self._seat = seat

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers.update(headers_of(is_ours=True))
        if path == "light-worker.js":  # it serves the light, and lies beside the other files
            response.headers["Service-Worker-Allowed"] = "/light/"
        return response


def _sweeping(seat: Seat) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async def sweep() -> None:
            while True:
                await anyio.sleep(_SWEEPS)
                await anyio.to_thread.run_sync(seat.sweep)

        async with anyio.create_task_group() as group:
            group.start_soon(sweep)
            yield
            group.cancel_scope.cancel()
            seat.lock()

    return lifespan
