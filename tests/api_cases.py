"""Cases for every operation of the interface, as Schemathesis makes them from its description.

Half of them have real ids in their addresses, so that what is behind an id is reached, and half are
what the description alone allows. One in three breaks the description on purpose. `/lock` is left
out: whatever followed it would find the vault locked. The way in (`/start`) is no operation.
"""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.generation import GenerationMode
from schemathesis.python import asgi
from schemathesis.specs.openapi.checks import content_type_conformance, status_code_conformance

from described import Description
from every_page import EXAMPLES, OF_THEIR_OWN, parts
from groundrules.faces.web.app import application, every_route
from served import HOST, OURS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from groundrules.faces.web.routing import Route
    from groundrules.faces.web.seat import Seat
    from served import Office

LEFT_OUT = frozenset({"/lock"})

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance]
"""Schemathesis's own. Its check of schemas rewrites tuples as they were before JSON Schema 2020-12
(4.32: `prefixItems` becomes a list of `items`) and then fails; `Description` does that instead."""

_SERVER = f"http://{HOST}"
_LOCKED, _WELL = 423, 200


class Operation(NamedTuple):
    """One operation: how Schemathesis knows it, and real values for its address."""

    name: str
    known: Any
    real: dict[str, str]


@dataclass
class Tally:
    """What came of the cases.

    Attributes:
        cases: how many were asked.
        statuses: how many of each.
        wrong: what was not as described, by operation; each thing once.
    """

    cases: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    wrong: dict[str, set[str]] = field(default_factory=dict)

    def add(self, name: str, status: int, wrong: list[str]) -> None:
        """Count one case."""
        self.cases += 1
        self.statuses[status] += 1
        if wrong:
            self.wrong.setdefault(name, set()).update(wrong)


class Asker:
    """Asks the cases of an application that serves a seat."""

    def __init__(self, seat: Seat, client: asgi.ASGIClient, described: Description) -> None:
        """Ask as a browser that came in."""
        self._seat = seat
        self._described = described
        self._client = client
        self.tally = Tally()

    def ask(self, operation: Operation, count: int, mode: GenerationMode, start: int) -> None:
        """Ask some cases of one operation.

        Args:
            operation: which.
            count: how many at most; an operation that takes nothing has one.
            mode: whether they keep to the description or break it.
            start: where chance begins.
        """
        real = operation.real if start % 2 else {}
        cases = operation.known.as_strategy(generation_mode=mode, path_parameters=real or None)

        @seed(start)
        @settings(
            max_examples=count,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=cases)
        def every(case: schemathesis.Case) -> None:
            self._one(operation.name, case)

        every()

    def _one(self, name: str, case: schemathesis.Case) -> None:
        _stay_here(case)
        response = case.call(session=self._client, base_url=f"{_SERVER}/api/v1")
        if response.status_code == _LOCKED:
            self._seat.unlocked()  # a case may lock the seat; its answer is as described
        wrong: list[str] = []
        try:
            case.validate_response(response, checks=CHECKS)
        except FailureGroup as failures:
            wrong = [f"{response.status_code}: {_said(one)}" for one in failures.exceptions]
        except Failure as failure:
            wrong = [f"{response.status_code}: {_said(failure)}"]
        if not wrong and "json" in response.headers["content-type"][0]:
            method, path = name.split(" ", 1)
            said = self._described.wrong_in(method, path, response.status_code, response.json())
            wrong = [f"{response.status_code}: {said}"] if said else []
        self.tally.add(name, response.status_code, wrong)


def _said(failure: BaseException) -> str:
    return f"{type(failure).__name__} {' '.join(str(failure).split())[:300]}"


def _stay_here(case: schemathesis.Case) -> None:
    """Keep what would be written to a place on this machine below the working folder."""
    body = case.body
    for name in ("folder", "file"):
        if isinstance(body, dict) and isinstance(body.get(name), str):
            body[name] = f"{Path.cwd()}/{body[name].replace('/', '-').lstrip('.-')}"


def operations(office: Office, schema: Any) -> Iterator[Operation]:
    """Yield every operation that is asked, in the order of the description."""
    routes = {f"{one.method} {one.path}": one for one in every_route()}
    examples: dict[str, str] = {}
    for result in schema.get_all_operations():
        known = result.ok()
        name = f"{known.method.upper()} {known.path}"
        if known.path not in LEFT_OUT:
            yield Operation(name, known, _real(routes[name], office, examples))


def _real(route: Route, office: Office, examples: dict[str, str]) -> dict[str, str]:
    """Return real values for all parts of an address; none where one of them has no example."""
    own = OF_THEIR_OWN.get(route.path, {})
    found: dict[str, str] = {}
    for name, upto in parts(route):
        if name in own:
            found[name] = own[name](office)
        elif upto in EXAMPLES:
            if upto not in examples:
                examples[upto] = EXAMPLES[upto](office)
            found[name] = examples[upto]
        else:
            return {}
    return found


@contextmanager
def asking(seat: Seat) -> Iterator[tuple[Asker, Any]]:
    """Give what asks an application before a seat, and the description of its interface.

    Args:
        seat: its vault may be changed by what is asked.
    """
    app = application(seat)
    try:
        schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers={"host": HOST})
        with asgi.get_client(app) as client:
            seat.unlocked()
            client.headers.update({"host": HOST, **OURS})
            client.get(f"{_SERVER}/start/{seat.sessions.ticket()}")
            yield Asker(seat, client, Description(schema.raw_schema)), schema
    finally:
        asgi.shutdown_lifespans()


def ask_all(
    asker: Asker,
    every: list[Operation],
    cases: int,
    start: int = 1,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Tally:
    """Ask cases of every operation in turn until there were so many, and return what came of it."""
    each = max(1, min(20, cases // len(every)))
    modes = cycle((GenerationMode.POSITIVE, GenerationMode.POSITIVE, GenerationMode.NEGATIVE))
    while asker.tally.cases < cases:
        mode = next(modes)
        for operation in every:
            start += 1
            asker.ask(operation, each, mode, start)
            progress(asker.tally.cases, cases)
            if asker.tally.cases >= cases:
                break
    return asker.tally
