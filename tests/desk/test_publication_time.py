"""The instant as of which a draft is checked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from groundrules.desk.checking.publication_time import publication_time
from groundrules.errors import BadInput


def test_an_instant_with_its_offset() -> None:
    instant = publication_time("2026-11-05T06:00-05:00")

    assert instant == datetime(2026, 11, 5, 11, 0, tzinfo=UTC)
    assert instant.utcoffset() == timedelta(hours=-5)


def test_no_instant_is_now_with_an_offset() -> None:
    before = datetime.now(tz=UTC) - timedelta(seconds=1)

    instant = publication_time("")

    assert before <= instant <= datetime.now(tz=UTC)
    assert instant.utcoffset() is not None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tomorrow", "this is not an instant"),
        ("2026-02-30T06:00Z", "this is not an instant"),
        ("2026-11-05T06:00", "the instant has no offset from UTC"),
        ("2026-11-05", "the instant has no offset from UTC"),
        ("2026-11-05T06:00+99:00", "this is not an instant"),
    ],
)
def test_what_is_no_instant(text: str, message: str) -> None:
    with pytest.raises(BadInput) as raised:
        publication_time(text)

    assert str(raised.value) == f"--as-of: {message} (write it like 2026-11-05T06:00-05:00)"
