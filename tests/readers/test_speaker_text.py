from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.readers.transcript.speaker_text import (
    is_interview,
    is_named_text,
    is_timed_text,
    read_interview,
    read_named_text,
    read_timed_text,
)
from groundrules.readers.transcript.text_forms import read_text_form
from spoken import ORIGIN, Spoken, clock, fixture, is_kept_by_the_notation, talks, told, turns

FORM = "plain text with speakers"


def test_a_typed_interview_with_wrapped_lines_and_a_voice_heard_once() -> None:
    talk = fixture("text/typed-interview.txt")

    assert f"typed-interview.txt, {FORM}" == talk.origin
    assert [
        ("RUIZ", None, "When did the board last meet?"),
        ("WHITFIELD", None, "On the 12th. It was short, and nobody asked why."),
        ("OKAFOR", None, "I did."),
        ("WHITFIELD", None, "I'll say this: no."),
    ] == turns(talk)


@pytest.mark.parametrize(
    ("asks", "tells"),
    [("spk0", "spk1"), ("speaker 1", "speaker 2"), ("a", "b"), ("host", "caller")],
)
def test_labels_in_small_letters_where_every_line_begins_with_one(asks: str, tells: str) -> None:
    text = (
        f"{asks}: when did the board meet\n{tells}: on the twelfth\n{asks}: off the record: why\n"
    )

    assert is_named_text(text)
    assert [
        (asks, "when did the board meet"),
        (tells, "on the twelfth"),
        (asks, "off the record: why"),
    ] == [(label.casefold().replace("-", " "), words) for label, _, words in _read(text)]


def test_a_small_word_with_a_colon_in_running_text_is_no_speaker() -> None:
    assert not is_named_text(
        "He had one wish: to be left alone.\nnote: the board met\nTwice.\nOnce."
    )


def _read(text: str) -> list[tuple[str, int | None, str]]:
    return turns(read_named_text(text, ORIGIN))


def test_one_label_in_capitals_gives_nobody_s_words_to_the_speaker_above() -> None:
    text = (
        "Ana Ruiz: Who decided it?\nDana Whitfield: The council.\nANA RUIZ: And the money?\n"
        "Dana Whitfield: To the pool.\nAna Ruiz: Was the deputy there?\n"
        "Ben Okafor: I saw him sign.\nDana Whitfield: Yes.\n"
    )
    talk = read_text_form(text, ORIGIN)

    assert FORM in talk.origin
    assert ("OKAFOR", None, "I saw him sign.") in turns(talk)


def test_questions_and_answers() -> None:
    talk = fixture("text/questions-and-answers.txt")

    assert f"questions-and-answers.txt, {FORM}" == talk.origin
    assert [
        ("Q", None, "When did the board last meet?"),
        ("A", None, "On the 12th.\nNobody asked why."),
        ("Q", None, "Is that on the record?"),
        ("A", None, "Yes."),
    ] == turns(talk)


def test_a_transcript_that_a_word_processor_made() -> None:
    assert [
        ("", None, "Audio file harbor.mp3\nTranscript"),
        ("SPEAKER-1", 3_000, "When did the board last meet?"),
        ("SPEAKER-2", 8_000, "On the 12th, at 10:30. Nobody asked why."),
        ("SPEAKER-1", 31_000, "Off the record?"),
    ] == turns(fixture("text/word-transcribe.txt"))


def test_names_on_lines_of_their_own_with_a_time() -> None:
    assert [
        ("RUIZ", 3_000, "When did the board last meet?"),
        ("WHITFIELD", 8_000, "On the 12th."),
        ("", 31_000, "Who is this?"),
        ("RUIZ", 40_000, "Never mind."),
    ] == turns(fixture("text/names-and-times.txt"))


HEADS = [
    "{time} {name}\n",
    "[{time}] {name}\n",
    "({time}) {name}: ",
    "{time} {name}: ",
    "{time} - {name}\n",
    "{name} {time}\n",
    "{name} - {time}\n",
    "{name}, {time}\n",
    "{name} ({time})\n",
    "{name} | {time}\n",
    "{name}: {time}\n",
]


@given(talk=talks(unit=1), head=st.sampled_from(HEADS))
def test_names_and_times_in_any_order_keep_words_speakers_and_times(
    talk: list[Spoken], head: str
) -> None:
    text = "\n\n".join(
        head.format(time=clock(one.start or 0, part=True), name=one.name)
        + one.words.replace("\n", "\n\n")
        for one in talk
    )
    found = read_timed_text(text, ORIGIN)

    assert is_timed_text(text)
    assert talk == told(found)
    assert is_kept_by_the_notation(found)


@given(talk=talks(lines=1), apart=st.sampled_from(["\n", "\n\n"]))
def test_names_without_times_keep_words_and_speakers(talk: list[Spoken], apart: str) -> None:
    text = apart.join(f"{one.name}: {one.words}" for one in talk)
    found = read_named_text(text, ORIGIN)

    assert is_named_text(text)
    assert [one._replace(start=None) for one in talk] == told(found)
    assert is_kept_by_the_notation(found)


@given(
    talk=talks(["Q", "A"], lines=1),
    apart=st.sampled_from(["\n", "\n\n"]),
    mark=st.sampled_from(".:"),
)
def test_questions_and_answers_keep_words_and_speakers(
    talk: list[Spoken], apart: str, mark: str
) -> None:
    text = apart.join(f"{one.name}{mark} {one.words}" for one in [Spoken("Q", "Ah?"), *talk])

    assert [("Q", "Ah?"), *((one.name, one.words) for one in talk)] == [
        (one.name, one.words) for one in told(read_interview(text, ORIGIN), ["Q", "A"])
    ]


def test_an_initial_on_a_wrapped_line_may_be_an_answer_or_not_and_is_nobody_s() -> None:
    text = "Q. Was it signed by\nA. Smith?\n\nA. It was."

    assert [
        ("Q", None, "Was it signed by"),
        ("", None, "A. Smith?"),
        ("A", None, "It was."),
    ] == turns(read_interview(text, ORIGIN))


TIMED = "[0:01] Ana Ruiz\nHi.\n\n[0:05] Dana Whitfield\nHo.\n\n"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("[0:09] and so on", [("", 9_000, "and so on")]),
        ("0:09\nHm.", [("", 9_000, "Hm.")]),
        ("0:09 and so on", [("WHITFIELD", 5_000, "Ho.\n0:09 and so on")]),
        ("we met at 10:30", [("WHITFIELD", 5_000, "Ho.\nwe met at 10:30")]),
        ("Ben Okafor: Hm.", [("", None, "Ben Okafor: Hm.")]),
        ("Ana Ruiz: Hm.", [("RUIZ", None, "Hm.")]),
        ("we met at\n10:30 Monday", [("", None, "10:30 Monday")]),
        ("dana_w 0:09\nHm.", [("", None, "dana_w 0:09 Hm.")]),
    ],
)
def test_what_is_not_sure_is_nobody_s(
    more: str, expected: list[tuple[str, int | None, str]]
) -> None:
    assert expected == turns(read_timed_text(TIMED + more, ORIGIN))[-1:]


def test_a_time_range_has_an_end() -> None:
    turn = read_timed_text("0:01 - 0:04 Ana Ruiz\nHi.\n\n0:05 – 0:09 Dana\nHo.", ORIGIN).turns[1]

    assert ("DANA", 5_000, 9_000) == (turn.speaker, turn.start, turn.end)


def test_times_of_the_day_are_no_speakers() -> None:
    assert not is_timed_text("3:05 P.M. EST\n\nAna Ruiz: Hi.\n\n6:30 P.M. EST")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Ana Ruiz: Hi.\nDana Whitfield: Ho.", is_named_text),
        ("Interviewer: Hi.\n\nDana Whitfield: Ho.", is_named_text),
        ("Q. Hi?\n\nA. Ho.", is_interview),
        ("0:01 Ana Ruiz\nHi.\n\n0:05 Dana\nHo.", is_timed_text),
        ("ANA: Hi.", None),
        ("Ana Ruiz: Hi.\nDana: Ho.\nANA RUIZ: Hm.", is_named_text),
        ("Q. Hi?\n\nA. Ho.\n\nAna Ruiz: Hm.\n\nANA RUIZ: Oh.", is_interview),
        ("Ana Ruiz: Hi.\nDANA: Ho.\nANA RUIZ: Hm.", None),
        ("MR. ROE: Hi.\n\nQ. Ho?\n\nA. Hm.", None),
        ("Mr. Price: Hi.\n\nDana Whitfield: Ho.", None),
        ("Q  Hi?\n\nAna Ruiz: Ho.\n\nAna Ruiz: Hm.", None),
        ("---\ntitle: x\n---\nAna Ruiz: Ho.\n\nAna Ruiz: Hm.", None),
        ("Port official: Hi.\n\nAna Ruiz: Ho.\n\nAna Ruiz: Hm.", None),
        ("No speaker here.", None),
    ],
)
def test_what_tells_the_forms(text: str, form: object) -> None:
    forms = (is_timed_text, is_interview, is_named_text)

    assert form == next((one for one in forms if one(text)), None)
