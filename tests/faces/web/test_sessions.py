"""Sessions: start addresses that count once, and codes for one device, for five minutes."""

from __future__ import annotations

from groundrules.faces.web.sessions import CODE_LASTS, HERE, PAIRED, Sessions


class Clock:
    """Seconds that grow when they are told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_code_is_over_after_five_minutes_and_counts_until_then():
    clock = Clock()
    sessions = Sessions(clock)
    late = sessions.ticket(PAIRED)
    clock.now += CODE_LASTS
    assert ("", 0.0) == sessions.code
    assert sessions.enter(late, PAIRED) is None
    timely = sessions.ticket(PAIRED)
    clock.now += CODE_LASTS - 1
    assert (timely, 1.0) == sessions.code
    assert sessions.enter(timely, PAIRED) is not None
    assert 300.0 == CODE_LASTS


def test_a_start_address_on_this_machine_is_never_over():
    clock = Clock()
    sessions = Sessions(clock)
    ticket = sessions.ticket()
    clock.now += 1e6

    assert HERE == sessions.enter(ticket).device


def test_a_code_counts_once_and_at_its_own_door():
    sessions = Sessions()
    code, ticket = sessions.ticket(PAIRED), sessions.ticket()

    assert sessions.enter(code) is None
    assert sessions.enter(ticket, PAIRED) is None
    assert sessions.enter(code, PAIRED) is not None
    assert sessions.enter(code, PAIRED) is None
    assert sessions.enter(ticket) is not None


def test_a_new_code_takes_the_place_of_the_last_and_a_new_device_that_of_the_old():
    sessions = Sessions()
    here = sessions.enter(sessions.ticket())
    first = sessions.ticket(PAIRED)
    second = sessions.ticket(PAIRED)
    assert sessions.enter(first, PAIRED) is None
    old = sessions.enter(second, PAIRED)
    assert sessions.of(old.key) is old
    new = sessions.enter(sessions.ticket(PAIRED), PAIRED)

    assert [None, new, here] == [sessions.of(one.key) for one in (old, new, here)]
    assert sessions.is_paired


def test_sending_the_device_away_takes_back_its_code_and_leaves_this_machine():
    sessions = Sessions()
    here = sessions.enter(sessions.ticket())
    phone = sessions.enter(sessions.ticket(PAIRED), PAIRED)
    code = sessions.ticket(PAIRED)
    sessions.unpair()

    assert [None, here] == [sessions.of(one.key) for one in (phone, here)]
    assert sessions.enter(code, PAIRED) is None
    assert not sessions.is_paired


def test_tokens_have_at_least_128_bits_and_are_shown_by_nothing():
    sessions = Sessions()
    codes = {sessions.ticket(PAIRED) for _ in range(100)}
    session = sessions.enter(sessions.ticket())

    assert 100 == len(codes)
    assert {43} == {len(code) for code in codes}  # 32 bytes in base64
    assert session.key not in repr(session)
