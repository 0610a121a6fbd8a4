"""The exposure test of each point."""

from __future__ import annotations

import pytest

from groundrules.errors import BadInput
from groundrules.talk.meeting.exposure import MOST, Exposure, Weighed, answer, points_from


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("yes", Exposure.HURTS),
        (" Y ", Exposure.HURTS),
        ("no", Exposure.HARMLESS),
        ("?", Exposure.UNSURE),
        ("perhaps", Exposure.UNSURE),
        ("", Exposure.UNSURE),
    ],
)
def test_anything_but_a_plain_yes_or_no_is_unsure(word: str, expected: Exposure) -> None:
    assert answer(word) is expected


def test_only_what_is_harmless_may_be_said() -> None:
    assert [one for one in Exposure if one.may_be_said] == [Exposure.HARMLESS]


def test_points_stand_one_to_a_line_with_their_answers() -> None:
    text = "# mine\nyes: our lease ends\n\nNO: we start in May\nour bank: nervous\nno:\n? : x\n"

    assert points_from(text, "-") == (
        Weighed("our lease ends", Exposure.HURTS),
        Weighed("we start in May", Exposure.HARMLESS),
        Weighed("our bank: nervous", Exposure.UNSURE),
        Weighed("no:", Exposure.UNSURE),
        Weighed("x", Exposure.UNSURE),
    )


def test_an_aside_is_short() -> None:
    assert len(points_from("no: x\n" * MOST, "-")) == MOST
    with pytest.raises(BadInput) as refusal:
        points_from("no: x\n" * (MOST + 1), "points.txt")

    assert str(refusal.value).startswith(f"points.txt: there are more than {MOST} points")
