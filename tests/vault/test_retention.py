"""Retention: promised days, the house's own term, what activity moves, and holds."""

from __future__ import annotations

from datetime import date

import pytest

from groundrules.errors import BadInput
from groundrules.record.notation import parse
from groundrules.vault.conversations import amend, begin, texts
from groundrules.vault.keeping import is_held, promised_day
from groundrules.vault.retention import retention, set_house_days
from groundrules.vault.source_answers import Due
from vault_fixtures import NEWSROOM, opened_room, record_text

NAME = "harbor-2026-11-03"


@pytest.fixture
def room(tmp_path):
    with opened_room(tmp_path) as opened:
        yield opened


def record(name=NAME, *, by="", later=()):
    text = record_text(name)
    if by:
        text = text.replace("  > agree\n", f"  > offer delete-by={by}\n", 1)
        text = text.replace("Friday.\n  And it goes on.\n", "Friday.\n  > agree\n")
    afterwards = "".join(f"  {line}\n" for line in later)
    return f"{text}\nafterwards:\n{afterwards}" if later else text


def day_of(text):
    return promised_day(parse(text))


def due(vault, as_of=""):
    return [(one.day, one.why, one.held, one.left) for one in retention(vault, as_of).due]


def test_without_a_promise_or_a_term_nothing_goes(room):
    vault = room.vault()
    begin(vault, record())

    assert [("", "none", False, 0)] == due(vault)
    assert 0 == retention(vault).days


def test_a_promised_day_is_the_first_that_was_agreed():
    one = record(by="2027-01-01")
    both = one.replace(
        "[00:14:02]", "[00:14:01] AR: Sooner.\n  > offer delete-by=2026-12-01\n[00:14:02]", 1
    )

    assert date(2027, 1, 1) == day_of(one)
    assert date(2026, 12, 1) == day_of(both)
    assert day_of(record()) is None


def test_a_day_that_was_asked_for_and_not_answered_is_kept():
    text = record().replace("> ask off-the-record", "> ask off-the-record delete-by=2026-12-24")

    assert date(2026, 12, 24) == day_of(text)


def test_a_promised_day_is_read_without_the_words(tmp_path):
    with opened_room(tmp_path, NEWSROOM) as newsroom:
        begin(newsroom.vault("Ana"), record(by="2026-12-01"))
        eli = newsroom.vault("Eli")

        assert not texts(eli)[0].complete
        assert [("2026-12-01", "promised", False, 28)] == due(eli)


def test_what_one_may_not_read_is_counted(tmp_path):
    with opened_room(tmp_path, NEWSROOM) as newsroom:
        begin(newsroom.vault("Ana"), record())

        assert ((), 1) == retention(newsroom.vault("Ben"))[:2]
        assert (1, 0) == (
            len(retention(newsroom.vault("Lea")).due),
            retention(newsroom.vault()).unread,
        )


def test_the_house_s_own_term_begins_with_the_last_activity(room):
    vault = room.vault()
    text = begin(vault, record())
    set_house_days(vault, 30)
    room.pass_days(10)
    before = due(vault)
    amend(vault, NAME, text.version, text.text + "\n# One more call.\n")

    assert [("2026-12-03", "house", False, 20)] == before
    assert [("2026-12-13", "house", False, 30)] == due(vault)


def test_activity_moves_no_promised_day(room):
    vault = room.vault()
    text = begin(vault, record(by="2026-12-01"))
    set_house_days(vault, 3)
    room.pass_days(10)
    amend(vault, NAME, text.version, text.text + "\n# One more call.\n")

    assert [("2026-12-01", "promised", False, 18)] == due(vault)


def test_a_term_can_be_taken_back(room):
    vault = room.vault()
    begin(vault, record())
    set_house_days(vault, 30)

    assert (30, 0) == (retention(vault).days, set_house_days(vault, 0).days)
    assert [("", "none", False, 0)] == due(vault)


@pytest.mark.parametrize("days", [-1, 40_000])
def test_a_term_that_is_none_is_refused(room, days):
    with pytest.raises(BadInput, match="a term has"):
        set_house_days(room.vault(), days)


def test_the_earliest_day_comes_first_and_what_has_none_last(room):
    vault = room.vault()
    for name, by in (("a", ""), ("b", "2027-01-01"), ("c", "2026-11-01")):
        begin(vault, record(name, by=by))
    found = retention(vault)

    assert ["c", "b", "a"] == [one.name for one in found.due]
    assert [True, False, False] == [one.is_soon for one in found.due]
    assert [-2, 59, 0] == [one.left for one in found.due]


@pytest.mark.parametrize(("as_of", "soon"), [("2026-11-16", False), ("2026-11-17", True)])
def test_it_is_warned_two_weeks_before(room, as_of, soon):
    vault = room.vault()
    begin(vault, record(by="2026-12-01"))

    assert [soon] == [one.is_soon for one in retention(vault, as_of).due]


HOLD = '2026-11-10T10:00Z AR > hold "counsel has written to us"'
UNHOLD = "2026-11-20T10:00Z AR > unhold"


@pytest.mark.parametrize(
    ("later", "as_of", "held"),
    [
        ((), "2026-12-01", False),
        ((HOLD,), "2026-11-09", False),
        ((HOLD,), "2026-11-10", True),
        ((HOLD, UNHOLD), "2026-11-19", True),
        ((HOLD, UNHOLD), "2026-11-20", False),
        ((HOLD, HOLD.replace("-10T", "-20T"), UNHOLD), "2026-12-01", True),
        ((HOLD.replace(" AR ", " S1 "),), "2026-12-01", False),
    ],
)
def test_a_hold_keeps_from_its_day_on(later, as_of, held):
    conversation = parse(record(later=later))

    assert held == is_held(conversation, date.fromisoformat(as_of))


def test_a_hold_is_told_beside_the_day(room):
    vault = room.vault()
    begin(vault, record(by="2026-12-01", later=(HOLD,)))

    assert [("2026-12-01", "promised", True, 0)] == due(vault, "2026-12-01")


def test_a_day_that_is_none_is_refused(room):
    with pytest.raises(BadInput, match="this is no day"):
        retention(room.vault(), "soon")


def test_a_name_is_not_shown_by_accident():
    assert "harbor" not in repr(
        Due("harbor", "2026-12-01", "promised", held=False, left=1, last_day="")
    )
