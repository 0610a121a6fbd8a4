from __future__ import annotations

import pytest
from hypothesis import given

from groundrules.readers.transcript.rev_export import is_rev_export, read_rev_export
from spoken import (
    NAMES,
    ORIGIN,
    Spoken,
    clock,
    fixture,
    is_kept_by_the_notation,
    talks,
    told,
    turns,
)

REV_NAMES = (*NAMES, "Moderator: Pier Forum", "Dana (Board)", "dana_w", "")


ONCE = (
    "Thank you. I will say this once (and only once): the board has not voted.\n"
    "It met on the 12th at 10:30."
)


def test_a_hearing_as_rev_publishes_them() -> None:
    talk = fixture("rev/harbor-hearing.txt")

    assert "harbor-hearing.txt, Rev" == talk.origin
    assert [
        ("SPEAKER-1", 3_000, "All right. Here we go."),
        ("WHITFIELD", 42_000, ONCE),
        ("", 65_000, "I can't hear anything."),
        ("FORUM", 69_000, "One at a time, please."),
        ("RUIZ", 72_000, "Is any of this off the record?"),
        ("WHITFIELD", 3_615_000, "No."),
    ] == turns(talk)


def test_heads_and_words_on_one_line_and_times_without_a_name() -> None:
    assert [
        ("RUIZ", 0, "When does the pier open?"),
        ("OKAFOR", 2_000, "In the spring."),
        ("", 9_000, "Which one?"),
        ("OKAFOR", 11_000, "This one."),
    ] == turns(fixture("rev/two-lines.txt"))


def test_a_voice_that_is_only_counted_has_no_name() -> None:
    party = fixture("rev/harbor-hearing.txt").parties[0]

    assert ("SPEAKER-1", "", "") == (party.id, party.name, party.description)


@given(talks(REV_NAMES))
def test_every_word_stays_with_its_speaker_and_every_time_is_exact(talk: list[Spoken]) -> None:
    text = "\n\n".join(
        f"{one.name} ({clock(one.start or 0, short=True)}):".lstrip()
        + one.words.replace("\n", "\n\n").join(["\n\n", ""])
        for one in talk
    )
    found = read_rev_export(text, ORIGIN)

    assert talk == told(found, REV_NAMES)
    assert is_kept_by_the_notation(found)


@given(talks((*NAMES, "")))
def test_so_it_is_where_the_words_stand_behind_the_head(talk: list[Spoken]) -> None:
    text = "\n".join(
        f"{one.name} ({clock(one.start or 0, short=True)}): ".lstrip()
        + one.words.replace("\n", "\n\n")
        for one in talk
    )

    assert is_rev_export(text)
    assert talk == told(read_rev_export(text, ORIGIN))


def test_what_may_be_words_is_nobody_s_and_keeps_every_word() -> None:
    text = "Ana Ruiz (0:01): When?\n\nand he said (0:04): now.\n\nAna Ruiz (0:09): Ah."

    assert [
        ("RUIZ", 1_000, "When?"),
        ("", None, "and he said (0:04): now."),
        ("RUIZ", 9_000, "Ah."),
    ] == turns(read_rev_export(text, ORIGIN))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz (00:01):\n\nHi.", True),
        ("Hi.\n\nAna Ruiz (00:01):\n\nHi.\n\nDana (00:02): Ho.", True),
        ("Hi.\n\nAna Ruiz (00:01):\n\nHi.", False),
        ("He came (at 10:30): late.\n\nAna: Hi.", False),
        ("Ana Ruiz: Hi. (Laughter):", False),
        ("", False),
    ],
)
def test_what_tells_the_form(text: str, *, expected: bool) -> None:
    assert expected == is_rev_export(text)
