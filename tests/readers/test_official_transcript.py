from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from groundrules.errors import BadInput, Fault
from groundrules.readers.transcript.official_head import (
    clock_in,
    day_in,
    front_matter,
    is_closing,
    is_heading,
    moment,
    page_of,
)
from groundrules.readers.transcript.official_transcript import read_official
from groundrules.readers.transcript.origin import Origin
from groundrules.record.transcript import Conversation, Party, Role, Turn

CALL = r"""---
date: '2026-11-04'
source_url: https://press.example/harbour-call/
title: "Press Call by Port Secretary Ana Ruiz\
  \ on the Harbour\_\u201cDeal\u201d"
tags: [a, b]
---

Via Teleconference
(November 3, 2026)

6:00 P.M. EST

MODERATOR:  Good evening.  This is on background, attributable to a
“port official.”

Not for reporting: we have \[port official\].

SECRETARY RUIZ:  (In progress.)  The answer is:
we wait.

Q    Hi.  Push \*6?

Q&A is next.

Q  (Inaudible.)

MODEARTOR: Thanks.\
MODERATOR:  Bye.

And then the last point: thank you.

END 6:30 P.M. EST
"""


GOOD_EVENING = "Good evening. This is on background, attributable to a “port official.”"


def said(text: str) -> list[tuple[str, str]]:
    """Return speaker and words of each turn of a transcript."""
    return [(turn.speaker, turn.text) for turn in read(text).turns]


def read(text: str) -> Conversation:
    return read_official(text, Origin("calls/harbour.md"))


def test_a_whole_transcript_becomes_a_conversation() -> None:
    assert Conversation(
        id="2026-11-03-harbour",
        date=datetime(2026, 11, 3, 18, tzinfo=timezone(timedelta(hours=-5))),
        matter=(
            "Press Call by Port Secretary Ana Ruiz on the Harbour “Deal” | Via Teleconference"
            " | (November 3, 2026) | 6:00 P.M. EST | END 6:30 P.M. EST"
        ),
        origin="harbour.md, official transcript, https://press.example/harbour-call/",
        parties=(
            Party("MOD", Role.MODERATOR, description="moderator"),
            Party("RUIZ", Role.SPOKESPERSON, "Ruiz", aliases=("SECRETARY RUIZ",)),
            Party("Q", Role.REPORTER),
            Party("MODEARTOR", Role.OTHER, "Modeartor", aliases=("MODEARTOR",)),
        ),
        turns=(
            Turn(
                1,
                "MOD",
                (f"{GOOD_EVENING}\nNot for reporting: we have [port official].",),
            ),
            Turn(2, "RUIZ", ("(In progress.) The answer is: we wait.",)),
            Turn(3, "Q", ("Hi. Push *6?\nQ&A is next.",)),
            Turn(4, "Q", ("(Inaudible.)",)),
            Turn(5, "MODEARTOR", ("Thanks.",)),
            Turn(6, "MOD", ("Bye.\nAnd then the last point: thank you.",)),
        ),
    ) == read(CALL)


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_make_no_difference(ending: str) -> None:
    assert read(CALL) == read(CALL.replace("\n", ending))


def test_words_above_the_first_speaker_have_no_known_speaker() -> None:
    text = (
        "Harbour Office\n\n(Audio begins in the middle of a sentence) and so\nwe wait.\n\nQ  Why?"
    )

    assert [("", "(Audio begins in the middle of a sentence) and so we wait."), ("Q", "Why?")] == (
        said(text)
    )
    assert "Harbour Office" == read(text).matter


def test_a_title_in_the_middle_belongs_to_nobody_and_neither_does_what_follows() -> None:
    text = "# The Call\n\nQ  Why?\n\n## Part two\n\nSo it goes.\n\nMR. ROE:  Because."

    assert [("Q", "Why?"), ("", "Part two\nSo it goes."), ("ROE", "Because.")] == said(text)[-3:]


def test_a_label_alone_keeps_its_speaker() -> None:
    assert [("Q", ""), ("ROE", "Words below."), ("DOE", "")] == said(
        "Q\n\nMR. ROE:\n\nWords below.\n\nMS. DOE:"
    )


def test_the_time_that_somebody_answers_is_talk() -> None:
    assert [("Q", "When?"), ("ROE", "6:30 P.M.")] == said("Q  When?\n\nMR. ROE:  6:30 P.M.")


def test_words_below_the_time_of_the_end_are_talk_and_so_is_the_time() -> None:
    assert [("Q", "Bye.\n6:30 P.M. EST\nOne more.")] == said(
        "Q  Bye.\n\n6:30 P.M. EST\n\nOne more."
    )


def test_items_of_a_list_stay_lines_of_their_own() -> None:
    assert [("ROE", "Two:\n- one and\n2. two")] == said("MR. ROE: Two:\n- one\nand\n2. two")


@pytest.mark.parametrize("mark", ["  ", "    ", "\\"])
def test_a_marked_line_break_begins_a_paragraph_and_may_begin_a_turn(mark: str) -> None:
    assert [("ROE", "One\ntwo"), ("Q", "Three")] == said(f"MR. ROE: One{mark}\ntwo{mark}\nQ Three")
    assert [("ROE", "One two Q Three")] == said("MR. ROE: One \ntwo\nQ Three")


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("Q: Why?\nA: Because.\nQ: Oh.\nA: Yes.", ["Q", "A", "Q", "A"]),
        ("Q. Why?\n\nA. Because.\n\nA plan is needed.", ["Q", "A"]),
        ("**Q** Why?\n\n*MR. ROE:* Because.", ["Q", "ROE"]),
        ("Q\xa0\xa0 Why?\nQ  How?\nQ and A follow.", ["Q", "Q"]),
        ("Q  Why?\n\nA  plan.\n\nA plan.", ["Q"]),
        ("Q Why?\n\nQ and A follow.\n\nQ And I?", ["Q", "Q"]),
        ("Q  Why?\n\nQ and A follow.\n\nQ Branch?\n\nYes.\n\nQ\n\nOh.", ["Q", "", "Q"]),
        ("Ana Ruiz: Why?\nDana Roe: So.\nAna Ruiz: Oh.\nDana Roe: Yes.", ["RUIZ", "ROE"] * 2),
        ("Ana Ruiz: Why?\n\nHarbour: a place.\n\nAna Ruiz: Oh.", ["RUIZ", "", "RUIZ"]),
        ("ROE: I asked\nNATO: nothing.", ["ROE", ""]),
        ("ROE: I asked\nNATO: no\n\nmore.\n\nYes.", ["ROE"]),
        ("ROE: I asked.\nDOE: Nothing.", ["ROE", "DOE"]),
        ("MR. ROE: I asked\nMS. DOE: Nothing.", ["ROE", "DOE"]),
    ],
)
def test_a_turn_begins_where_a_label_does(text: str, turns: list[str]) -> None:
    assert turns == [speaker for speaker, _ in said(text)]


ASKED = "JO ROE: Was the deputy there, and who else of the council\n\n"


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "line",
    ["Pat Lund: I was.", "Lund: I was.", "Unknown: (A door.)", "pat: I was.", "Pat 2: I was."],
)
def test_who_may_begin_only_once_is_nobody_known_and_never_the_speaker_above(
    line: str, apart: str
) -> None:
    text = f"JO ROE: Who decided it?\nMarlene Okafor: The council.\n{ASKED.strip()}{apart}{line}"

    assert [("ROE", ASKED[8:].strip()), ("", line)] == said(text)[-2:]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Pat Lund: I was there.", ""),
        ("Lund: I was there.", ""),
        ("room: a small one.", "ROE"),
        ("And so it goes: well.", "ROE"),
    ],
)
def test_among_paragraphs_a_name_once_is_doubted_and_a_phrase_is_not(
    line: str, speaker: str
) -> None:
    assert speaker == said(f"{ASKED}It was late.\n\nAnd so on.\n\n{line}")[-1][0]


def test_a_wrapped_line_that_begins_with_a_name_goes_on_and_a_broken_one_may_not() -> None:
    wrapped = f"{ASKED}It was late.\n\nThere are three things that we are doing right now in\n"

    assert ["ROE"] == [speaker for speaker, _ in said(f"{wrapped}Medicare: all of them free.")]
    assert ["ROE", ""] == [speaker for speaker, _ in said(f"{ASKED}Late.\n\nIn\nLima: yes.")]


def test_a_page_that_tells_its_address_has_one_word_for_a_topic_and_two_for_somebody() -> None:
    head = "---\nsource_url: https://press.example/call/\n---\n"
    page = f"{head}MR. ROE: Well.\n\nInflation: high.\n\n"

    assert [("ROE", "Well.\nInflation: high.")] == said(page)
    assert [("ROE", "Well.\nInflation: high."), ("", "Pat Lund: No.")] == (
        said(f"{page}Pat Lund: No.")
    )


def test_what_may_be_a_name_above_the_first_speaker_is_a_heading() -> None:
    talk = read("Place: Lima\n\nMR. ROE: Well.")

    assert ("Place: Lima", 1) == (talk.matter, len(talk.turns))


@pytest.mark.parametrize(
    "text", ["", "\n\n", "Just words.\n\nAnd: more.", "---\ntitle: x", "---\n---\n"]
)
def test_a_text_without_speakers_is_refused(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(text)

    (fault,) = caught.value.faults
    message = (
        "no transcript was found in it: no WEBVTT header, no SubRip cues, no conversation: line, "
        "and no line that begins with a speaker, NAME: or Q"
    )
    remedy = "put each speaker's name and a colon before the words, or export it as WebVTT"
    assert Fault("calls/harbour.md", message, remedy) == fault


@pytest.mark.parametrize(
    ("lines", "values", "taken"),
    [
        ([], {}, 0),
        (["title: x"], {}, 0),
        (["---", "title: x"], {}, 0),
        (["---", *["x: y"] * 300, "---"], {}, 0),
        (
            ["--- ", " astray", "a: 'it''s'", "b: plain", "  folded", "c: ''", "---", "d: e"],
            {"a": "it's", "b": "plain folded", "c": ""},
            7,
        ),
        (
            [
                "---",
                r'a: "x\x41\u00e9\U0001F600\U99999999\"\\\n"',
                r'b: "\ud83d\ude00\ud800"',
                "---",
            ],
            {"a": 'xAé😀\ufffd"\\ ', "b": "😀\ufffd"},
            4,
        ),
    ],
)
def test_front_matter_is_read_as_far_as_transcripts_use_it(
    lines: list[str], values: dict[str, str], taken: int
) -> None:
    assert (values, taken) == front_matter(lines)


@pytest.mark.parametrize(
    "line",
    [
        "Via Teleconference", "[Via Teleconference]", "(In the Rose Garden)", "Lima, Peru",
        "National Security Council", "6:00 P.M. EST", "12:41 P.M.\xa0EST", "7:28 P.M EDT",
        "June 11, 2021", "Tuesday, November 3rd, 2026",
    ],
)  # fmt: skip
def test_a_place_a_date_and_a_time_are_headings(line: str) -> None:
    assert is_heading(line)


@pytest.mark.parametrize(
    "line",
    [
        "Good evening.", "We wait here", "and So On", "Is Anybody There?", "X" * 81,
        "A B C D E F G H I J K", "",
    ],
)  # fmt: skip
def test_a_sentence_is_no_heading(line: str) -> None:
    assert not is_heading(line)


@pytest.mark.parametrize(
    ("line", "closes"),
    [
        ("END", True), ("END 6:30 P.M. EST", True), ("6:30 P.M. EST", True), ("###", True),
        ("- 30 -", True), ("-30-", True), ("END OF STORY", False), ("", False), ("Bye.", False),
    ],
)  # fmt: skip
def test_the_end_is_a_mark_or_a_time(line: str, *, closes: bool) -> None:
    assert closes == is_closing(line)


@pytest.mark.parametrize(
    ("headings", "published", "expected"),
    [
        (["(April 9, 2024)", "5:40 P.M. EDT"], "2024-04-10", "2024-04-09T17:40:00-04:00"),
        (["12:05 A.M. GMT", "Sept. 3, 2026"], "", "2026-09-03T00:05:00+00:00"),
        (["June 11, 2021", "7:13 P.M. BST"], "2021-06-12", "2021-06-11"),
        (["June 11, 2021", "25:13 P.M. EST"], "", "2021-06-11"),
        (["June 11, 2021", "5:73 P.M. EST"], "", "2021-06-11"),
        (["5:40 P.M. EDT"], "2024-04-10", "2024-04-10"),
        (["June 31, 2021", "Smarch 3, 2021"], "2024-04-10 02:00:00-04:00", "2024-04-10"),
        ([], "yesterday", "None"),
        ([], "", "None"),
    ],
)
def test_the_moment_is_as_exact_as_the_transcript_tells(
    headings: list[str], published: str, expected: str
) -> None:
    told = moment(headings, published)

    assert expected == (told.isoformat() if told else "None")


FRONT = {
    "published_time": "2024-04-10 08:21:48-04:00",
    "modified_time": "2024-04-10 09:00:00-04:00",
}
HELD = "MODERATOR: This call is embargoed until tomorrow at 5:00 a.m. Eastern."


@pytest.mark.parametrize(
    ("headings", "front", "opening", "expected"),
    [
        (["7:40 A.M. EDT"], FRONT, "", "2024-04-10T07:40:00-04:00"),
        (["5:40 P.M. EDT"], FRONT, "", "2024-04-09T17:40:00-04:00"),
        (["5:40 P.M. BST"], FRONT, "", "2024-04-10"),
        ([], FRONT, HELD, "2024-04-09"),
        (["5:40 P.M. EDT"], FRONT, HELD, "2024-04-09T17:40:00-04:00"),
        ([], FRONT | {"modified_time": "2024-04-11 07:00:00-04:00"}, HELD, "2024-04-10"),
        (
            [],
            {"published_time": "soon", "modified_time": "2024-04-10 07:00:00"},
            HELD,
            "2024-04-10",
        ),
        (["(9 April 2024)", "5:40 P.M. EDT"], FRONT, "", "2024-04-09T17:40:00-04:00"),
        (["Tuesday, 9 April 2024"], {}, "", "2024-04-09"),
    ],
)
def test_the_page_tells_whether_the_talk_was_the_day_before(
    headings: list[str], front: dict[str, str], opening: str, expected: str
) -> None:
    told = moment(headings, "2024-04-10", page_of(front, opening))

    assert told is not None
    assert expected == told.isoformat()


def test_without_a_day_a_page_tells_none() -> None:
    assert moment(["5:40 P.M. EDT"], "", page_of(FRONT, HELD)) is None


def test_a_day_and_a_time_are_whole_lines() -> None:
    assert (date(2026, 11, 3), None) == (
        day_in("[November 3, 2026]"),
        day_in("It was November 3, 2026"),
    )
    assert (True, True) == (clock_in("6 pm") is not None, clock_in("at 6 pm") is None)


def test_a_zone_that_is_known_gives_an_instant_in_utc() -> None:
    told = moment(["November 3, 2026", "6:00 p.m. (PST)"], "")

    assert isinstance(told, datetime)
    assert datetime(2026, 11, 4, 2, tzinfo=UTC) == told
