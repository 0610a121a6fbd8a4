"""What the server remembers between two requests, and when it forgets."""

from __future__ import annotations

import time

import pytest

from groundrules.desk.vaults.doors import door_of
from groundrules.errors import BadInput, Fault
from groundrules.faces.web.sessions import Sessions
from groundrules.faces.web.tasks import Tasks
from served import office

__all__ = ["office"]


def _asked(seat) -> str:
    with seat.doors.lent(), door_of(seat.vault) as door:
        return door.ask(str, "log_key")


def test_a_door_is_kept_for_the_next_request_and_hung_up_when_it_locks(office):
    seat = office.seat
    assert _asked(seat) == _asked(seat)
    assert seat.doors.waiting == 1
    seat.lock()
    assert seat.doors.waiting == 0


def test_a_door_at_which_nobody_asks_is_hung_up(office, monkeypatch):
    _asked(office.seat)
    later = time.monotonic() + 60
    monkeypatch.setattr(time, "monotonic", lambda: later)
    office.seat.sweep()
    assert office.seat.doors.waiting == 0
    assert not office.seat.is_locked


def test_a_door_that_was_out_when_it_locked_is_not_kept(office):
    with office.seat.doors.lent():
        with door_of(office.seat.vault) as door:
            door.ask(str, "log_key")
        office.seat.lock()
    assert office.seat.doors.waiting == 0


def test_it_locks_by_itself_where_nobody_is_there(office, monkeypatch):
    assert office.get("/unlock")
    later = time.monotonic() + 15 * 60 - 5
    monkeypatch.setattr(time, "monotonic", lambda: later)
    office.client.get("/unlock", headers={"x-background": "1"})  # the page itself, not a person
    office.seat.sweep()
    assert not office.seat.is_locked
    monkeypatch.setattr(time, "monotonic", lambda: later + 10)
    office.seat.sweep()
    assert office.seat.is_locked
    with pytest.raises(BadInput):
        _asked(office.seat)  # its keeper has ended, too


def test_what_is_kept_is_made_once_and_dropped(office):
    made = []
    for _ in range(2):
        office.seat.keep("list", lambda: made.append(1) or made)
    assert made == [1]
    office.seat.forget("list")
    assert office.seat.keep("list", dict) == {}


def test_only_one_device_is_paired_and_its_code_opens_no_other_door():
    sessions = Sessions()
    first = sessions.ticket("paired")
    second = sessions.ticket("paired")
    assert sessions.enter(first, "paired") is None  # a new code ends the one before
    assert sessions.enter(second, "here") is None
    phone = sessions.enter(second, "paired")
    assert sessions.of(phone.key) is phone
    other = sessions.enter(sessions.ticket("paired"), "paired")
    assert sessions.of(phone.key) is None
    assert sessions.of(other.key) is other
    sessions.unpair()
    assert not sessions.is_paired


def _until_ended(task) -> None:
    until = time.monotonic() + 10
    while not task.ended and time.monotonic() < until:
        time.sleep(0.01)


def test_a_task_tells_how_far_it_is_and_what_came_of_it():
    tasks = Tasks()

    def work(progress) -> str:
        progress(3, 4)
        return "all of it"

    task = tasks.begin("Working", "/", work)
    _until_ended(task)
    assert (task.done, task.of, task.says, task.faults) == (3, 4, "all of it", ())
    assert tasks.of(task.id) is task
    tasks.drop()
    assert tasks.of(task.id) is None


def test_a_task_that_fails_says_why_and_quotes_nothing():
    def refused(_):
        raise BadInput(Fault("it", "cannot be used", "use another"))

    def broken(_):
        raise KeyError("the canary sang")

    tasks = Tasks()
    one, other = tasks.begin("One", "/", refused), tasks.begin("Other", "/", broken)
    _until_ended(one)
    _until_ended(other)
    assert [one.faults[0].message, "KeyError" in other.faults[0].message] == [
        "cannot be used",
        True,
    ]
    assert "canary" not in str(other.faults)
