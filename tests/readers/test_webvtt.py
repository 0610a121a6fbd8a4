from __future__ import annotations

import pytest

from groundrules.errors import BadInput
from groundrules.readers.transcript.origin import Origin
from groundrules.readers.transcript.webvtt import is_webvtt, read_webvtt
from groundrules.record.transcript import Conversation, Party, Role, Turn

TALK = """WEBVTT - Harbour call
Kind: captions

STYLE
::cue { color: red }

REGION
id:fred

NOTE A comment
on two lines

first cue
00:01.000 --> 00:02.500 align:start position:10%
<v Ana Ruiz>Can we go <i>off</i> the
<00:00:01.500>record &amp; stay?</v>

00:02.500 --> 00:04.000
<v.loud Ana Ruiz>Just a second.

2
01:00:03.007 --> 01:00:04.250
<v Dana&nbsp;Roe>Sure.</v> (door) <v Ana Ruiz>Fine.

01:00:05.000 --> 01:00:06.000
Who is this?

01:00:06.000 --> 01:00:07.000
And this?
"""


def said(text: str) -> list[tuple[int | None, int | None, str, str]]:
    """Return times, speaker and words of each turn."""
    return [(turn.start, turn.end, turn.speaker, turn.text) for turn in read(text).turns]


def read(text: str) -> Conversation:
    return read_webvtt(text, Origin("talks/harbour.vtt"))


def faults_of(text: str) -> list[tuple[int, str]]:
    with pytest.raises(BadInput) as caught:
        read(text)
    return [(fault.line, fault.message) for fault in caught.value.faults]


def cues(*payloads: str) -> str:
    """Return a file with one cue of a second for each payload."""
    return "WEBVTT\n" + "".join(
        f"\n00:{at:02}.000 --> 00:{at:02}.900\n{payload}\n" for at, payload in enumerate(payloads)
    )


def test_a_whole_file_becomes_a_conversation() -> None:
    assert Conversation(
        id="harbour",
        origin="harbour.vtt, WebVTT",
        parties=(
            Party("RUIZ", Role.OTHER, "Ana Ruiz"),
            Party("ROE", Role.OTHER, "Dana Roe"),
        ),
        turns=(
            Turn(1, "RUIZ", ("Can we go off the record & stay? Just a second.",), 1000, 4000),
            Turn(2, "ROE", ("Sure.",), 3603007, 3604250),
            Turn(3, "", ("(door)",), 3603007, 3604250),
            Turn(4, "RUIZ", ("Fine.",), 3603007, 3604250),
            Turn(5, "", ("Who is this?",), 3605000, 3606000),
            Turn(6, "", ("And this?",), 3606000, 3607000),
        ),
    ) == read(TALK)


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_make_no_difference(ending: str) -> None:
    assert read(TALK) == read(TALK.replace("\n", ending))


@pytest.mark.parametrize(
    ("payload", "turns"),
    [
        ("<v Ana>one <v Dana>two</v> three</v> four",
         ["ANA one", "DANA two", "ANA three", " four"]),
        ("</v>one<v Ana>two</v></v>three", [" one", "ANA two", " three"]),
        ("<v>one<v >two<v Ana>three", [" one", " two", "ANA three"]),
        ("<v\nAna\tRuiz>one", ["RUIZ one"]),
        ("<v Ana>a < b and c > d", ["ANA a < b and c > d"]),
        ("<v Ana>say <c.big>it</c> <lang en>now</lang> <b>x</b><video>",
         ["ANA say it now x<video>"]),
        ("<v Ana>&lt;v Dana&gt; is a tag", ["ANA <v Dana> is a tag"]),
        ("<v Ana></v><v Dana>only Dana", ["DANA only Dana"]),
    ],
)  # fmt: skip
def test_voices_hold_to_their_end_or_that_of_the_cue(payload: str, turns: list[str]) -> None:
    assert turns == [f"{speaker} {text}" for _, _, speaker, text in said(cues(payload))]


def test_names_before_a_colon_are_speakers_where_no_voice_is() -> None:
    text = cues("Ana Ruiz: Hello: you.", "Ana Ruiz: More.", "dana.w: Yes.\nRemember: this.")

    assert [
        (0, 1900, "RUIZ", "Hello: you. More."),
        (2000, 2900, "DANAW", "Yes. Remember: this."),
    ] == (said(text))


def test_where_there_are_voices_a_colon_is_a_colon() -> None:
    assert [(0, 900, "ANA", "Dana: no."), (1000, 1900, "", "Dana: yes.")] == said(
        cues("<v Ana>Dana: no.", "Dana: yes.")
    )


def test_cues_are_taken_in_the_order_of_their_start_and_may_overlap() -> None:
    text = (
        "WEBVTT\n\n00:02.000 --> 00:09.000\n<v Ana>two\n\n00:01.000 --> 00:03.000\n<v Dana>one\n\n"
        "00:02.000 --> 00:04.000\n<v Ana>three\n"
    )

    assert [(1000, 3000, "DANA", "one"), (2000, 9000, "ANA", "two three")] == said(text)


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ("00:00.000 --> 00:00.000", (0, 0)),
        ("1:02:03.004 --> 1:02:03.005", (3723004, 3723005)),
        ("999:59:59.999 --> 999:59:59.999", (3599999999, 3599999999)),
        ("00:01,500-->00:02,500", (1500, 2500)),
        ("  00:01.500\t-->\t00:02.500\tline:0", (1500, 2500)),
    ],
)
def test_times_are_exact_to_the_millisecond(times: str, expected: tuple[int, int]) -> None:
    (turn,) = read(f"WEBVTT\n\n{times}\nwords").turns

    assert expected == (turn.start, turn.end)


NO_TIMES = "the line with --> has no two times"
TOO_MUCH = "the time is past 59 minutes, 59 seconds or 999 hours"
ASTRAY = "this is neither a cue nor a NOTE, STYLE or REGION block"
NO_CUE = "--> stands where no cue begins"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("WEBVTT", [(0, "there are no words in it")]),
        ("", [(0, "there are no words in it")]),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n", [(0, "there are no words in it")]),
        ("WEBVTT\n\n00:01.000 -->", [(3, NO_TIMES)]),
        ("WEBVTT\n\n00:01.5 --> 00:02.500\nx", [(3, NO_TIMES)]),
        ("WEBVTT\n\n-00:01.500 --> 00:02.500\nx", [(3, NO_TIMES)]),
        ("WEBVTT\n\n00:61.000 --> 00:62.000\nx", [(3, TOO_MUCH)]),
        ("WEBVTT\n\n61:00.000 --> 62:00.000\nx", [(3, TOO_MUCH)]),
        ("WEBVTT\n\n99999999999:00:00.000 --> 99999999999:00:01.000\nx", [(3, TOO_MUCH)]),
        (f"WEBVTT\n\n{'9' * 5000}:00:00.000 --> 00:01.000\nx", [(3, NO_TIMES)]),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nx", [(3, "the cue ends before it starts")]),
        ("WEBVTT\n\nwords astray\n\n00:01.000 --> 00:02.000\nx", [(3, ASTRAY)]),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nx\n\nmore words", [(6, ASTRAY)]),
        ("WEBVTTX\n\n00:01.000 --> 00:02.000\nx", [(1, ASTRAY)]),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nx\n\nWEBVTT\n\n00:01.000 --> 00:02.000\ny",
         [(6, ASTRAY)]),
        ("WEBVTT\n00:01.000 --> 00:02.000\nx", [(2, NO_CUE)]),
        ("WEBVTT\n\nNOTE x\n00:01.000 --> 00:02.000\nx", [(4, NO_CUE)]),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nx\n00:02.000 --> 00:03.000\ny", [(5, NO_CUE)]),
        ("WEBVTT\n\n05:00.000 --> 05:01.000\nx\n\n03:59.999 --> 05:01.000\ny",
         [(6, "the clock steps back by more than a minute")]),
        ("WEBVTT\n\n1 --> 2\nx\n\nastray\n\n00:02.000 --> 00:01.000\ny",
         [(3, NO_TIMES), (6, ASTRAY), (8, "the cue ends before it starts")]),
        ("WEBVTT\n" + "\nastray\n" * 100, [(line, ASTRAY) for line in range(3, 43, 2)]),
    ],
)  # fmt: skip
def test_what_a_player_would_pass_over_is_a_fault(text: str, faults: list[tuple[int, str]]) -> None:
    assert faults == faults_of(text)


def test_a_clock_may_step_back_by_a_minute_but_not_twice() -> None:
    blocks = [f"\n{at} --> 09:00.000\nx\n" for at in ("05:00.000", "04:00.000", "03:30.000")]

    assert 2 == len(read("WEBVTT\n" + "".join(blocks[:2])).turns)
    assert [(9, "the clock steps back by more than a minute")] == faults_of(
        "WEBVTT\n" + "".join(blocks)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WEBVTT", True),
        ("\n\nWEBVTT\tx\n", True),
        ("WEBVTTX", False),
        ("", False),
        ("x\nWEBVTT", False),
    ],
)
def test_the_header_tells_the_format(text: str, *, expected: bool) -> None:
    assert expected == is_webvtt(text)
