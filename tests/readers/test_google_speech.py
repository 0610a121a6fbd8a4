from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.errors import BadInput
from recognised import Heard, is_the_talk, read, read_fixture, runs, said, talks, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Clock = Callable[[int], object]

VOICES = ["1", "2", "3"]


def as_text(milliseconds: int) -> object:
    return f"{Decimal(milliseconds) / 1000:.3f}s"


def as_parts(milliseconds: int) -> object:
    whole, rest = divmod(milliseconds, 1000)
    return {"seconds": str(whole)} | ({"nanos": rest * 1_000_000} if rest else {})


def word(heard: Heard, clock: Clock, key: str = "") -> dict[str, object]:
    tag: dict[str, object] = {key: int(heard.voice) if key == "speakerTag" else heard.voice}
    times = {"startTime": clock(heard.start), "endTime": clock(heard.end)}
    return {**times, "word": heard.text, **(tag if key and heard.voice else {})}


def result(talk: list[Heard], clock: Clock, key: str = "") -> dict[str, object]:
    words = [word(heard, clock, key) for heard in talk]
    return {"alternatives": [{"transcript": text_of(talk), "confidence": 0.9, "words": words}]}


def untimed(*words: str, tag: int = 0) -> dict[str, object]:
    listed = [{"word": one, "speakerTag": tag} for one in words]
    return {"alternatives": [{"words": listed}]}


def test_the_last_result_is_read_alone_where_it_repeats_the_talk() -> None:
    assert [
        (900, 2460, "SPEAKER-2", "Thank you for calling back."),
        (3100, 7080, "SPEAKER-1", "I only have a minute. Leave my name out of it."),
        (8000, 8920, "SPEAKER-2", "Agreed, no name."),
    ] == said(read_fixture("google_speech", "v1-speakers-repeated"))


def test_without_speakers_every_result_is_a_turn_of_nobody_known() -> None:
    assert [
        (1300, 3500, "", "you did not hear it from me"),
        (4200, 5120, "", "then from whom"),
    ] == said(read_fixture("google_speech", "v1-no-speakers"))


def test_version_2_has_labels_and_offsets() -> None:
    assert [
        (400, 1960, "SPEAKER-1", "Is the embargo still Friday?"),
        (2400, 3320, "SPEAKER-2", "Friday at six."),
        (3900, 4200, "SPEAKER-1", "Good."),
    ] == said(read_fixture("google_speech", "v2-speakers"))


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        # Without times, a last result with speakers repeats those without.
        ([untimed("a"), untimed("b"), untimed("a", "b", tag=1)], "a b"),
        ([untimed("a"), untimed("a", "b", "c", tag=1)], "a b c"),
        ([untimed("a", tag=1), untimed("a", tag=1)], "a a"),
        ([untimed("a"), untimed("a")], "a a"),
        ([{"alternatives": [{"transcript": "a b"}]}, untimed("a", "b", tag=2)], "a b"),
        ([{"languageCode": "en"}, untimed("a")], "a"),
        ([{"alternatives": [{"transcript": "a b"}]}, {"alternatives": []}], "a b"),
    ],
)
def test_no_word_is_doubled_or_lost(results: list[object], expected: str) -> None:
    assert expected == " ".join(turn.text for turn in read({"results": results}).turns)


@pytest.mark.parametrize(
    "last", [untimed("a", tag=1), untimed("a", "c", tag=1), untimed("b", "a", tag=1)]
)
def test_a_repetition_with_other_words_is_a_fault(last: dict[str, object]) -> None:
    with pytest.raises(BadInput) as caught:
        read({"results": [untimed("a", "b"), last]})

    message = "$.results[1]: it begins where the talk does, and repeats other words than"
    assert str(caught.value).startswith(f"talk.json: {message}")


def test_a_result_that_is_there_twice_is_read_once() -> None:
    talk = [Heard("1", "yes", ".", 100, 300), Heard("2", "no", ".", 400, 500)]
    once = result(talk, as_text, "speakerTag")

    assert [(100, 300, "SPEAKER-1", "yes."), (400, 500, "SPEAKER-2", "no.")] == said(
        read({"results": [result(talk, as_text), once, once]})
    )


def test_channels_are_put_in_the_order_of_time() -> None:
    first, second = Heard("1", "yes", ".", 400, 500), Heard("1", "no", ".", 100, 300)
    results = [
        result([first], as_text, "speakerTag") | {"channelTag": 1},
        result([second], as_text, "speakerTag") | {"channelTag": 2},
    ]

    assert [
        (100, 300, "CHANNEL-2-SPEAKER-1", "no."),
        (400, 500, "CHANNEL-1-SPEAKER-1", "yes."),
    ] == said(read({"results": results}))


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("1.300s", 1300),
        ("0s", 0),
        ("12.9005s", 12901),
        ({"seconds": "12", "nanos": 900000000}, 12900),
        ({"seconds": 12}, 12000),
        ({"nanos": 5000000}, 5),
        ({}, 0),
        (None, None),
    ],
)
def test_times_are_exact(time: object, expected: int | None) -> None:
    words = [{"word": "a", "startTime": time}]

    assert expected == read({"results": [{"alternatives": [{"words": words}]}]}).turns[0].start


@pytest.mark.parametrize(
    "time",
    ["1.3", "s", "-1s", 1.3, "1e3s", {"seconds": "x"}, {"seconds": -1}, {"nanos": "1.5"}, []],
)
def test_a_time_of_another_form_is_a_fault(time: object) -> None:
    words = [{"word": "a", "startTime": time}]

    with pytest.raises(BadInput, match=r"\$\.results\[0\]\.alternatives\[0\]\.words\[0\]"):
        read({"results": [{"alternatives": [{"words": words}]}]})


@given(talks(VOICES), st.sampled_from([as_text, as_parts]), st.integers(0, 5))
def test_version_1_repeats_the_talk_with_speakers(
    talk: list[Heard], clock: Clock, left_out: int
) -> None:
    rows = runs(talk)
    results = [result(row, clock) for row in rows[: len(rows) - left_out]]

    conversation = read({"results": [*results, result(talk, clock, "speakerTag")]})

    assert is_the_talk(conversation, talk, VOICES)


@given(talks(VOICES), st.sampled_from([as_text, as_parts]))
def test_version_2_repeats_nothing(talk: list[Heard], clock: Clock) -> None:
    # Words of the same time, voice and text would be one result, given twice.
    apart = [one for at, one in enumerate(talk) if at == 0 or one.start > talk[at - 1].start]
    results = [result(row, clock, "speakerLabel") for row in runs(apart)]

    assert is_the_talk(read({"results": results}), apart, VOICES)


@given(talks([""]))
def test_words_without_speakers_are_nobody_s(talk: list[Heard]) -> None:
    results = [result(talk[at : at + 5], as_text) for at in range(0, len(talk), 5)]

    assert is_the_talk(read({"results": results}), talk, [""])
