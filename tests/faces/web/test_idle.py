"""Nobody there: the server locks the vault by itself, and drops what it remembers."""

from __future__ import annotations

import time

import pytest

from groundrules.desk.vaults.unlocking import is_unlocked
from groundrules.faces.web import serving
from groundrules.vault.keeper.locking import lock
from keeper_room import becomes, children_of
from served import office

__all__ = ["office"]

LOCKED, OPEN = "locked", "open"


def state(seat):
    """Return how the server and the keeper are."""
    return (LOCKED if seat.is_locked else OPEN, OPEN if is_unlocked(seat.vault) else LOCKED)


def test_it_locks_when_nobody_does_anything_and_forgets(office):
    seat = office.seat
    office.get("/sources")
    seat.keep("words", list)
    assert (OPEN, OPEN) == state(seat)
    seat.minutes = 0.02

    assert becomes((LOCKED, LOCKED), lambda: state(seat))
    assert () == seat.keep("words", tuple)
    answer = office.client.get("/drafts", follow_redirects=False)
    assert (303, "/unlock") == (answer.status_code, answer.headers["location"])
    assert 423 == office.client.get("/api/v1/sources").status_code


def test_the_doors_that_it_kept_open_are_shut(office):
    from groundrules.vault.keeper.door import Door, Keeping  # noqa: PLC0415 - only here

    with Door.to(office.seat.vault) as door:
        keeper = door.ask(Keeping, "keeper.status").process
    office.get("/sources")
    kept = len(children_of(keeper))
    assert kept  # the control: a child answers between two requests
    office.seat.lock()

    assert becomes(True, lambda: len(children_of(keeper)) < kept)  # noqa: FBT003 - what is waited for


def test_the_keeper_stays_open_beyond_its_own_minutes_as_long_as_the_seat(office, monkeypatch):
    seat = office.seat
    lock(seat.vault)
    monkeypatch.setenv("GROUNDRULES_VAULT_MINUTES", "0.06")
    monkeypatch.setattr("groundrules.faces.web.seat._KNOCKS", 1.0)
    office.do("/unlock", {"passphrase": office.passphrase})
    time.sleep(8)  # twice the keeper's own
    assert (OPEN, OPEN) == state(seat)
    seat.lock()
    time.sleep(5)  # to ask whether it is locked would hold it open
    assert (LOCKED, LOCKED) == state(seat)


def test_the_keeper_is_asked_now_and_then_while_somebody_is_there(office, monkeypatch):
    seat, knocks = office.seat, []
    monkeypatch.setattr("groundrules.desk.vaults.unlocking.is_unlocked", knocks.append)
    begun = time.monotonic()
    for seconds in (100, 105, 130):
        monkeypatch.setattr(time, "monotonic", lambda now=begun + seconds: now)
        seat.sweep()
    assert [seat.vault] * 2 == knocks
    seat.lock()
    monkeypatch.setattr(time, "monotonic", lambda: begun + 200)
    seat.sweep()
    assert [seat.vault] * 2 == knocks


def test_what_a_page_asks_by_itself_keeps_nothing_open_and_a_reader_does(office):
    seat = office.seat
    seat.minutes = 1.0
    seat._used -= 40  # noqa: SLF001 - as if forty seconds had passed
    office.client.get("/api/v1/sources", headers={"x-background": "1"})
    before = seat.seconds_left
    office.get("/sources")

    assert before < 21
    assert seat.seconds_left > 50


@pytest.mark.parametrize(
    ("wanted", "told", "minutes"), [(None, "", 15.0), (None, "5", 5.0), (60.0, "5", 60.0)]
)
def test_the_minutes_are_those_that_are_wanted_or_else_the_keeper_s(
    wanted, told, minutes, tmp_path, monkeypatch
):
    seats = []
    monkeypatch.setenv("GROUNDRULES_VAULT_MINUTES", told)
    monkeypatch.setattr(serving, "run", lambda seat, _: seats.append(seat))
    monkeypatch.setattr(serving, "hasten", lambda: None)
    serving.serve(serving.Serving(str(tmp_path / "office.vault"), port=0, minutes=wanted))
    assert [minutes] == [seat.minutes for seat in seats]
