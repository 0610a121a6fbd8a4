"""What frees words afterwards does so from its instant on, and not before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from groundrules.record.notation import parse
from groundrules.record.timeline import fold
from talks import HOUSE

RELEASED = datetime(2026, 11, 5, 9, tzinfo=UTC)
TALK = """conversation: mill
date: 2026-11-03T14:00Z
parties:
  AR: reporter
  S1: source

S1: Off the record?
  > ask off-the-record
AR: Yes.
  > agree
S1: The wheel is rotten.

afterwards:
  2026-11-05T09:00Z S1 > release on-the-record turns=3
"""


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (None, "on-the-record"),
        (RELEASED - timedelta(minutes=1), "off-the-record"),
        (RELEASED, "on-the-record"),
        (RELEASED + timedelta(days=1), "on-the-record"),
    ],
)
def test_a_release_frees_nothing_before_its_instant(until: datetime | None, expected: str) -> None:
    timeline = fold(parse(TALK), HOUSE, until)

    assert timeline.standing("mill#3").status == expected
    assert len(timeline.conversation.facts) == 3
