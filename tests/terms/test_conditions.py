"""The laws of what rides along with the rights."""

from datetime import date, timedelta

from hypothesis import given
from promises import NOON, conditions

from groundrules.terms.conditions import UNCONDITIONAL, Conditions, Embargo, both


@given(conditions, conditions, conditions)
def test_both_is_the_meet_of_a_lattice(a: Conditions, b: Conditions, c: Conditions) -> None:
    assert a == both(a, a)
    assert both(b, a) == both(a, b)
    assert both(both(a, b), c) == both(a, both(b, c))
    assert a == both(a, UNCONDITIONAL)
    assert both(a, b) == both(a, both(a, b))


@given(conditions, conditions)
def test_what_keeps_both_keeps_each(a: Conditions, b: Conditions) -> None:
    kept = both(a, b)

    assert kept == both(kept, a) == both(kept, b)
    assert a.quote_approval <= kept.quote_approval
    assert a.embargoes <= kept.embargoes
    assert a.delete_by is None or (kept.delete_by or date.max) <= a.delete_by
    assert a.descriptions is None or (kept.descriptions or frozenset()) <= a.descriptions
    assert a.tell is None or (kept.tell or frozenset()) <= a.tell


def test_descriptions_that_share_none_leave_none() -> None:
    one = Conditions(descriptions=frozenset({"an aide"}))
    other = Conditions(descriptions=frozenset({"a clerk"}))

    assert frozenset() == both(one, other).descriptions


def test_those_who_may_be_told_are_those_whom_both_promises_name() -> None:
    one = Conditions(tell=frozenset({"the board", "counsel"}))
    other = Conditions(tell=frozenset({"counsel", "the bank"}))

    assert frozenset({"counsel"}) == both(one, other).tell
    assert one == both(one, UNCONDITIONAL)


def test_the_earlier_day_of_deletion_counts() -> None:
    early, late = Conditions(delete_by=date(2027, 1, 1)), Conditions(delete_by=date(2027, 2, 1))

    assert date(2027, 1, 1) == both(late, early).delete_by


def test_an_embargo_is_over_at_its_instant_and_not_before() -> None:
    embargo = Embargo(until=NOON)

    assert embargo.is_over(NOON)
    assert not embargo.is_over(NOON - timedelta(microseconds=1))


def test_an_event_does_not_pass_by_itself() -> None:
    assert not Embargo(event="the vote").is_over(NOON)
