from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.errors import BadInput, Fault
from groundrules.readers.transcript.origin import LONGEST_ID, Origin, one_line, refuse_bad_id


@pytest.mark.parametrize(
    ("path", "day", "expected"),
    [
        ("talks/Harbour Call.vtt", None, "harbour-call"),
        ("talks/Harbour Call.vtt", date(2026, 11, 3), "2026-11-03-harbour-call"),
        ("call.vtt", datetime(2026, 11, 3, 23, 30, tzinfo=UTC), "2026-11-03-call"),
        ("2026-11-04-harbour.md", date(2026, 11, 3), "2026-11-04-harbour"),
        ("2026-11-04.md", date(2026, 11, 3), "2026-11-04"),
        ("Größe & Übermut.srt", None, "grosse-ubermut"),
        ("разговор.srt", None, "transcript"),
        ("-", None, "transcript"),
        ("-", date(2026, 11, 3), "2026-11-03-transcript"),
        (f"{'word-' * 20}.md", None, "-".join(["word"] * 12)),
        ("x" * 80, None, "x" * 60),
    ],
)
def test_an_id_is_made_from_the_file_s_name(path: str, day: date | None, expected: str) -> None:
    assert expected == Origin(path).conversation_id(day)


def test_an_id_that_is_wanted_is_the_id() -> None:
    assert "My.Talk_1" == Origin("a.vtt", "My.Talk_1").conversation_id(date(2026, 11, 3))


@given(st.text(min_size=1, max_size=200), st.none() | st.dates())
def test_an_id_is_always_short_and_plain(path: str, day: date | None) -> None:
    made = Origin(path).conversation_id(day)

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= LONGEST_ID


@pytest.mark.parametrize("wanted", ["a b", "a/b", "..", "a#1", ".hidden", "x" * 101, "é", "a\n"])
def test_an_id_that_could_not_name_a_file_is_refused(wanted: str) -> None:
    with pytest.raises(BadInput) as caught:
        refuse_bad_id(wanted)

    remedy = "use at most 100 letters, digits, full stops, hyphens and low lines"
    message = "the id of the conversation cannot name a file"
    assert (Fault("--id", message, remedy),) == caught.value.faults


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("talks/a.vtt", "a.vtt, WebVTT, https://example.org/1"),
        ("-", "standard input, WebVTT, https://example.org/1"),
        ("a\n\x1bb.vtt", "a\\n\\x1bb.vtt, WebVTT, https://example.org/1"),
    ],
)
def test_the_origin_names_file_and_reader(path: str, expected: str) -> None:
    assert expected == Origin(path).described("WebVTT", "", "https://example.org/1")


@given(st.text(max_size=80))
def test_one_line_keeps_every_character_that_shows(text: str) -> None:
    line = one_line(text)

    assert line == " ".join(line.split())
    assert [c for c in text if c.isprintable() and c != " "] == [
        c for c in line if c.isprintable() and c != " "
    ]
