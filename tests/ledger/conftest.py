"""What every test of a ledger is run with: an empty place in each of the two databases."""

from __future__ import annotations

import pytest
from ledger_writer import Writer

from groundrules.ledger.opening import begin_ledger
from ledger_places import Server, file_place


@pytest.fixture(scope="session")
def server():
    started = Server()
    yield started
    started.remove()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path):
    """An empty place; each test that asks for one is run in both databases."""
    if request.param == "sqlite":
        return file_place(tmp_path)
    return request.getfixturevalue("server").place()


@pytest.fixture
def ledger(place):
    begun = begin_ledger(place)
    yield begun
    begun.close()


@pytest.fixture
def writer(ledger):
    return Writer(ledger)
