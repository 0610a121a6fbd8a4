"""Whatever is read, a reader gives a conversation that can be written, or says what is wrong."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.errors import BadInput
from groundrules.readers.transcript.official_transcript import read_official
from groundrules.readers.transcript.origin import Origin
from groundrules.readers.transcript.speakers import goes_by
from groundrules.readers.transcript.subrip import read_subrip
from groundrules.readers.transcript.webvtt import read_webvtt
from groundrules.readers.transcripts import read_transcript
from groundrules.record.notation import parse, to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from groundrules.record.transcript import Conversation

    Reader = Callable[[str, Origin], Conversation]

ORIGIN = Origin("talks/harbour.txt")

PIECES = st.sampled_from(
    [
        "WEBVTT", "NOTE ", "STYLE", "REGION", "\n", "\n\n", "\r", "\r\n", " ", "  ", "\xa0", "\t",
        "00:01.000", "1:02:03,004", "99:99.999", " --> ", "-->", "00:01.000 --> 00:02.000\n", "1",
        "42", "<v Ana>", "<v.a Ana &amp; Dana>", "</v>", "<v>", "<i>", "</i>", "<c.x>",
        "<00:01.000>", "{\\an8}", "<font color=x>", "&amp;", "&#27;", "&#xD800;", "&nbsp;", ">>",
        ">>>", "- ", "– ", "[Ana]", "[Laughter]", "Ana Ruiz: ", "ANA: ", "MR. ROE: ", "Q ", "Q  ",
        "Q. ", "A. ", "Q: ", "A: ", "SENIOR OFFICIAL #2: ", "МОДЕРАТОР: ", "3PO: ", "---",
        'title: "x\\_\\', "date: 2026-11-03", "END", "6:30 P.M. EST", "(April 9, 2024)", "# ",
        "* ", "**", "_", "\\", "\\*", "`", "<s>", "</s>", "<br>", "\x1b", "\x0b", "\x0c", "\x85",
        "\u2028", "\u200b", "\u202e", "\ufeff", "é", "word", ".", "conversation: x", "parties:",
        "  > ask", "?: ", "\\?: ", "> ask",
    ]
)  # fmt: skip

PUZZLES = st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join)


@pytest.mark.parametrize("reader", [read_official, read_webvtt, read_subrip])
@given(text=PUZZLES)
def test_any_text_gives_a_record_or_a_fault(reader: Reader, text: str) -> None:
    try:
        conversation = reader(text, ORIGIN)
    except BadInput as bad:
        assert bad.faults  # noqa: PT017 - either outcome is right, and each has its proof
    else:
        assert conversation == parse(to_text(conversation))


@pytest.mark.parametrize(
    ("reader", "before"),
    [
        (read_official, "ANA: "),
        (read_webvtt, "WEBVTT\n\n00:01.000 --> 00:02.000\n"),
        (read_subrip, "1\n00:00:01,000 --> 00:00:02,000\n"),
    ],
)
@given(text=PUZZLES.filter(lambda text: "-->" not in text))
def test_any_text_in_a_transcript_gives_a_record_or_a_fault(
    reader: Reader, before: str, text: str
) -> None:
    try:
        conversation = reader(before + text, ORIGIN)
    except BadInput as bad:
        assert bad.faults  # noqa: PT017 - either outcome is right, and each has its proof
    else:
        assert conversation == parse(to_text(conversation))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "talk"


@given(content=st.binary(max_size=200) | PUZZLES.map(lambda text: text.encode("utf-8", "replace")))
def test_any_file_gives_a_record_or_a_fault(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    try:
        conversation = read_transcript(path)
    except BadInput as bad:
        assert {str(path)} == {fault.path for fault in bad.faults}  # noqa: PT017 - as above
    else:
        assert conversation == parse(to_text(conversation))


class Said(NamedTuple):
    """A cue as it is generated: who speaks, "" for nobody known, the words, and the times."""

    name: str
    words: str
    start: int
    end: int


def talks(names: list[str], alphabet: str) -> st.SearchStrategy[list[Said]]:
    """Return talks in order: each cue starts where or after the one before it does."""
    words = (
        st.lists(st.text(alphabet, min_size=1, max_size=8), min_size=1, max_size=6)
        .map(" ".join)
        .filter(lambda text: not text.isdecimal())
    )
    lengths = st.integers(0, 30_000)
    cues = st.tuples(st.sampled_from(["", *names]), words, lengths, lengths)
    return st.lists(cues, min_size=1, max_size=12).map(_timed)


def _timed(cues: list[tuple[str, str, int, int]]) -> list[Said]:
    timed: list[Said] = []
    start = 0
    for name, words, pause, length in cues:
        start += pause
        timed.append(Said(name, words, start, start + length))
    return timed


def clock(milliseconds: int, mark: str) -> str:
    seconds, thousandths = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{mark}{thousandths:03}"


def expected(talk: Iterable[Said]) -> list[Said]:
    """Return the turns of a talk: cues of one known speaker in a row are one."""
    runs = groupby(enumerate(talk), key=lambda one: one[1].name or one[0])
    turns = [[said for _, said in run] for _, run in runs]
    return [
        Said(
            run[0].name,
            " ".join(said.words for said in run),
            run[0].start,
            max(said.end for said in run),
        )
        for run in turns
    ]


def told(conversation: Conversation, names: list[str]) -> list[Said]:
    """Return the turns of a conversation with each speaker's label."""
    labels = {"": ""} | {
        party.id: next(name for name in names if goes_by(party, name))
        for party in conversation.parties
    }
    return [
        Said(labels[turn.speaker], turn.text, turn.start or 0, turn.end or 0)
        for turn in conversation.turns
    ]


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


VOICES = ["Ana Ruiz", "Dana <Roe>", "R&D", "José", "Q"]


@given(talks(VOICES, "abcXYZé019<>&;:-[]().,?!’"))
def test_webvtt_keeps_words_voices_and_times(talk: list[Said]) -> None:
    blocks = (
        f"{clock(one.start, '.')} --> {clock(one.end, '.')}\n"
        + (f"<v {escaped(one.name)}>" if one.name else "<i></i>")
        + escaped(one.words).replace(" ", "\n")
        for one in talk
    )
    # One voice at least, so that the file is one with voices.
    text = "WEBVTT\n\n" + "\n\n".join([*blocks, "99:00:00.000 --> 99:00:00.000\n<v Q></v>"])

    assert expected(talk) == told(read_webvtt(text, ORIGIN), VOICES)


NAMES = ["ANA RUIZ", "MR. ROE", "DANA", "SENIOR PORT OFFICIAL", "Moderator"]


@given(talks(NAMES, "abcé019.,?!’"))
def test_subrip_keeps_words_names_and_times(talk: list[Said]) -> None:
    text = "\n\n".join(
        f"{number}\n{clock(one.start, ',')} --> {clock(one.end, ',')}\n"
        + (f"{one.name}: " if one.name else "")
        + one.words
        for number, one in enumerate(talk, 1)
    )

    assert expected(talk) == told(read_subrip(text, ORIGIN), NAMES)


@given(talks(NAMES, "abcé019,’"))
def test_an_official_transcript_keeps_words_and_names(talk: list[Said]) -> None:
    named = [one for one in talk if one.name]
    text = "\n\n".join(f"{one.name}:  {one.words.replace(' ', chr(10))}." for one in named)
    text = f"Q  Begin.\n\n{text}"

    conversation = read_official(text, ORIGIN)

    assert [("Q", "Begin."), *((one.name, f"{one.words}.") for one in named)] == [
        (one.name, one.words) for one in told(conversation, ["Q", *NAMES])
    ]


LINES = st.text("AB ab:[]>-(),.\n", min_size=1, max_size=30).filter(lambda text: "--" not in text)


@given(payloads=st.lists(LINES, min_size=1, max_size=8), webvtt=st.booleans())
def test_captions_lose_no_word_but_those_that_became_a_speaker(
    payloads: list[str], *, webvtt: bool
) -> None:
    blocks = [f"00:{at:02}.000 --> 00:{at:02}.900\n{said}" for at, said in enumerate(payloads)]
    text = "\n\n".join(["WEBVTT", *(block.replace("\n\n", "\n") for block in blocks)])
    try:
        conversation = read_webvtt(text, ORIGIN) if webvtt else read_subrip(text[6:], ORIGIN)
    except BadInput:
        # Blank lines in WebVTT end a cue, and a talk without words is none.
        assert webvtt or not words("".join(payloads))
        return
    kept = Counter(words("\n".join(turn.text for turn in conversation.turns)))
    said = Counter(words("\n".join(payloads)))
    labels = {
        word
        for party in conversation.parties
        for word in words(" ".join((party.name, party.description, party.id, *party.aliases)))
    }

    assert kept <= said
    assert labels >= set(said - kept)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())
