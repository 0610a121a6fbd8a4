"""The interface answers what its description says, whatever is asked; a soak asks 20,000 cases."""

from __future__ import annotations

import contextlib

import pytest
from msgspec import Struct

from api_cases import Operation, ask_all, asking, operations
from furnished import furnished
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.pages import search
from groundrules.faces.web.routing import Routes
from served import office_at

CASES = 600


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Give the office of a furnished vault that may be changed."""
    folder = tmp_path_factory.mktemp("interface")
    work = folder / "work"
    work.mkdir()
    with contextlib.chdir(work), furnished(folder) as seat, office_at(seat) as found:
        yield found


def test_whatever_is_asked_is_answered_as_described(office):
    with asking(office.seat) as (asker, schema):
        every = list(operations(office, schema))
        tally = ask_all(asker, every, CASES)
    assert {} == tally.wrong
    assert tally.cases >= CASES
    assert len(every) > 20
    assert 0 == sum(count for status, count in tally.statuses.items() if status >= 500)
    assert tally.statuses[200] > CASES / 5
    assert tally.statuses[423] < CASES / 10


class Promise(Struct, frozen=True):
    """What the control says that it answers."""

    kept: bool


def broken(call: object) -> Promise:
    """Break what is promised."""
    raise ZeroDivisionError(call)


def untrue(call: object) -> Promise:
    """Answer something else than what is promised."""
    return search.Piece(type(call).__name__, hit=False)


@pytest.mark.parametrize(("do", "expected"), [(broken, "500"), (untrue, "200")])
def test_an_operation_that_breaks_its_description_is_caught(office, monkeypatch, do, expected):
    """Controls: one fails, and one answers in another shape."""
    loose = Routes("search")
    do.__annotations__["return"] = Promise
    loose.page("/control", template="inbox/search.html", needs=Needs.READ)(do)
    monkeypatch.setattr(search, "routes", loose)
    with asking(office.seat) as (asker, schema):
        control = Operation("GET /control", schema["/control"]["GET"], {})
        tally = ask_all(asker, [control], 1)
    assert [expected] == [one[:3] for one in tally.wrong["GET /control"]][:1]
