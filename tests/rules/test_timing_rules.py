from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from groundrules.record.standing import OPEN, Basis
from groundrules.rules.rule import Severity
from groundrules.rules.timing.broken_embargo import BrokenEmbargo
from groundrules.rules.timing.retroactive_restriction import RetroactiveRestriction
from groundrules.terms.conditions import Conditions, Embargo
from groundrules.terms.promise import ON_THE_RECORD, Terms
from rule_cases import AS_OF, OFF, Told, a_case, only, shown

BID = "The bid collapsed on Friday"
EASTERN = timezone(timedelta(hours=-5))
SECOND = timedelta(seconds=1)


def under(*embargoes: Embargo) -> Terms:
    return ON_THE_RECORD._replace(conditions=Conditions(embargoes=frozenset(embargoes)))


def broken(*embargoes: Embargo) -> list[str]:
    return shown(BrokenEmbargo(), a_case(f"{BID}.", Told(BID, under(*embargoes))))


def test_the_instant_itself_is_past_the_embargo() -> None:
    assert broken(Embargo(AS_OF)) == []
    assert broken(Embargo(AS_OF - SECOND)) == []
    assert broken(Embargo(AS_OF + SECOND)) == [BID]


def test_all_of_several_must_be_over() -> None:
    assert broken(Embargo(AS_OF - SECOND), Embargo(AS_OF + SECOND)) == [BID]
    assert broken(Embargo(AS_OF - SECOND), Embargo(AS_OF)) == []


def test_an_event_is_over_when_it_is_known_when_it_happened() -> None:
    assert broken(Embargo(event="the vote")) == [BID]
    assert broken(Embargo(AS_OF - SECOND, "the vote")) == []


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (datetime(2026, 11, 6, 6, tzinfo=EASTERN), "wait until 2026-11-06 06:00 -05:00"),
        (datetime(2026, 11, 6, 6, tzinfo=UTC), "wait until 2026-11-06 06:00 +00:00"),
        (datetime(2026, 11, 6, 6, 0, 30, tzinfo=UTC), "wait until 2026-11-06 06:00:30 +00:00"),
    ],
)
def test_the_remedy_says_when(until: datetime, expected: str) -> None:
    found = only(BrokenEmbargo(), a_case(f"{BID}.", Told(BID, under(Embargo(until)))))

    assert found.remedy == f"{expected} (statement harbor#1)"


def test_the_remedy_names_no_event() -> None:
    case = a_case(f"{BID}.", Told(BID, under(Embargo(event="the vote"))))

    assert "vote" not in only(BrokenEmbargo(), case).remedy


def test_what_may_not_be_published_is_not_asked_to_wait() -> None:
    withheld = OFF._replace(conditions=under(Embargo(AS_OF + SECOND)).conditions)
    unsettled = Told(BID, under(Embargo(AS_OF + SECOND)), status=OPEN)

    assert shown(BrokenEmbargo(), a_case(f"{BID}.", Told(BID, withheld), unsettled)) == []


ASKED = ("retroactive", ("harbor!1",))


def test_a_late_request_waits_for_a_decision() -> None:
    case = a_case(f"{BID}.", Told(BID, standing=(ASKED,)))

    assert shown(RetroactiveRestriction(), case) == [BID]
    assert only(RetroactiveRestriction(), case).severity is Severity.WARNING


@pytest.mark.parametrize(
    "decided",
    [
        Told(BID),
        Told(BID, standing=(ASKED, ("graces", ("harbor!2",)))),
        Told(BID, standing=(ASKED, ("basis", Basis.RELEASED))),
        Told(BID, status=OPEN, standing=(ASKED,)),
    ],
)
def test_a_grace_a_release_or_open_terms_say_more(decided: Told) -> None:
    assert shown(RetroactiveRestriction(), a_case(f"{BID}.", decided)) == []
