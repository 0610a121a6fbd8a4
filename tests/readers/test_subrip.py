from __future__ import annotations

import pytest

from groundrules.errors import BadInput
from groundrules.readers.transcript.origin import Origin
from groundrules.readers.transcript.subrip import is_subrip, read_subrip
from groundrules.record.transcript import Conversation, Party, Role, Turn

TALK = """1
00:00:01,000 --> 00:00:02,500
ANA RUIZ: Can we go <i>off</i>
the record?

2
00:00:02,500 --> 00:00:04,000 X1:10 X2:20 Y1:30 Y2:40
{\\an8}ANA RUIZ: <font color="#fff">Just</font> a second.

3
01:00:03,007 --> 01:00:04,250
Who is this?

4
01:00:05,000 --> 01:00:06,000
And this?
"""


def said(text: str) -> list[str]:
    """Return speaker and words of each turn."""
    return [f"{turn.speaker} {turn.text}" for turn in read(text).turns]


def read(text: str) -> Conversation:
    return read_subrip(text, Origin("talks/harbour.srt"))


def faults_of(text: str) -> list[tuple[int, str]]:
    with pytest.raises(BadInput) as caught:
        read(text)
    return [(fault.line, fault.message) for fault in caught.value.faults]


def cues(*payloads: str) -> str:
    """Return a file with one cue of a second for each payload."""
    return "\n".join(
        f"{at + 1}\n00:00:{at:02},000 --> 00:00:{at:02},900\n{payload}\n"
        for at, payload in enumerate(payloads)
    )


def test_a_whole_file_becomes_a_conversation() -> None:
    assert Conversation(
        id="harbour",
        origin="harbour.srt, SubRip",
        parties=(Party("RUIZ", Role.OTHER, "Ana Ruiz", aliases=("ANA RUIZ",)),),
        turns=(
            Turn(1, "RUIZ", ("Can we go off the record? Just a second.",), 1000, 4000),
            Turn(2, "", ("Who is this?",), 3603007, 3604250),
            Turn(3, "", ("And this?",), 3605000, 3606000),
        ),
    ) == read(TALK)


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_make_no_difference(ending: str) -> None:
    assert read(TALK) == read(TALK.replace("\n", ending))


@pytest.mark.parametrize(
    ("payloads", "turns"),
    [
        (["[Ana] One.", "[Ana]: Two.", "Three."], ["ANA One. Two.", " Three."]),
        (["[Laughter] One.", "[Laughter] Two."], [" [Laughter] One.", " [Laughter] Two."]),
        (["[Music Playing]: la", "[Music Playing]: la"], [" [Music Playing]: la"] * 2),
        (["[MR. ROE] One.", "Two.", "Three."], ["ROE One.", " Two.", " Three."]),
        (["(Ana) One."], [" (Ana) One."]),
        (["DANA: One.\nMR. ROE: Two.\nmore"], ["DANA One.", "ROE Two. more"]),
        (["- One.\n- Two."], [" One.", " Two."]),
        (["- DANA: One.\n– MR. ROE: Two."], ["DANA One.", "ROE Two."]),
        (["- One alone."], [" - One alone."]),
        (["One: two.", "Three.", "Four.", "Five."], [" One: two.", " Three.", " Four.", " Five."]),
        (["Roe, Dana: One.", "Ana (she/her): Two."], ["DANA One.", "ANA Two."]),
        (["So I said: no.", "And she, too: no."], ["SAID no.", " And she, too: no."]),
        (["AT&amp;T &lt;3"], [" AT&T <3"]),
        (["a <b> c", "d {e} f"], [" a c", " d {e} f"]),
    ],
)  # fmt: skip
def test_speakers_are_found_in_the_words(payloads: list[str], turns: list[str]) -> None:
    assert turns == said(cues(*payloads))


def test_a_mark_of_change_lets_the_speaker_go_on_until_the_next() -> None:
    text = cues(
        "Before any mark.",
        ">> ANA RUIZ: One.",
        "Two.",
        ">> Three?",
        "Four.",
        ">>> ANA RUIZ: Five.",
        ">> MR. ROE: Six.\n>> Seven.",
        "&gt;&gt; ANA RUIZ: Eight.",
    )

    assert [
        " Before any mark.",
        "RUIZ One. Two.",
        " Three? Four.",
        "RUIZ Five.",
        "ROE Six.",
        " Seven.",
        "RUIZ Eight.",
    ] == said(text)


def test_a_mark_of_change_without_words_ends_a_turn() -> None:
    text = cues(">> ANA RUIZ: One.", ">>", "Two.", ">>", "Three.", "Four.\n>> ANA RUIZ:", "Five.")

    assert ["RUIZ One.", " Two.", " Three. Four.", "RUIZ Five."] == said(text)


def test_in_captions_all_in_capitals_a_colon_is_not_enough() -> None:
    text = cues(
        "I SAID THIS: WE ARE NOT GOING TO SELL THE HARBOUR.",
        "AND THAT IS ALL THERE IS TO SAY ABOUT THE HARBOUR.",
        "MR. ROE: NOBODY EVER SAID THAT WE WOULD SELL IT.",
        "AND NOBODY EVER WILL, I HOPE.",
    )

    assert ["", "", "ROE", ""] == [turn.speaker for turn in read(text).turns]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("00:00:01,000 --> 00:00:02,000\n42\n\n00:00:02,000 --> 00:00:03,000\n43", ["42", "43"]),
        (
            "1\n00:00:01,000 --> 00:00:02,000\n42\n2\n00:00:02,000 --> 00:00:03,000\n43",
            ["42", "43"],
        ),
        (
            "7\n00:00:01,000 --> 00:00:02,000\n42\n\n9\n00:00:02,000 --> 00:00:03,000\nx",
            ["42", "x"],
        ),
        ("1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:02,000 --> 00:00:03,000\nx", ["x"]),
        ("1\n00:00:01,000 --> 00:00:02,000\none\n\ntwo\n\n", ["one two"]),
    ],
)
def test_a_number_is_a_cue_s_only_where_it_stands_as_one(text: str, words: list[str]) -> None:
    assert words == [turn.text for turn in read(text).turns]


NO_TIMES = "the line with --> has no two times"
ABOVE = "words stand above the first times"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", [(0, "there are no words in it")]),
        ("1\n00:00:01,000 --> 00:00:02,000\n", [(0, "there are no words in it")]),
        ("words\n\n1\n00:00:01,000 --> 00:00:02,000\nx", [(1, ABOVE), (3, ABOVE)]),
        ("42\n1\n00:00:01,000 --> 00:00:02,000\nx", [(2, ABOVE)]),
        ("1\n00:00:01 --> 00:00:02\nx", [(2, NO_TIMES)]),
        ("1\n00:00:01,000 --> 00:00:02,000\ngo --> there", [(3, NO_TIMES)]),
        ("1\n00:00:02,000 --> 00:00:01,000\nx", [(2, "the cue ends before it starts")]),
        ("1\n00:02:02,000 --> 00:02:03,000\nx\n\n2\n00:00:02,000 --> 00:00:03,000\nx",
         [(6, "the clock steps back by more than a minute")]),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_a_fault_with_its_line(
    text: str, faults: list[tuple[int, str]]
) -> None:
    assert faults == faults_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TALK, True),
        ("\n\n7\n\n00:00:01,000 --> x", True),
        ("00:01,000 --> 00:02,000", True),
        ("7\nwords", False),
        ("7", False),
        ("words --> words", False),
        ("", False),
    ],
)
def test_times_tell_the_format(text: str, *, expected: bool) -> None:
    assert expected == is_subrip(text)
