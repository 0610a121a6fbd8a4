"""Every form in text, in tables and in Word files is told apart from every other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.errors import BadInput
from groundrules.readers.transcript import text_forms
from groundrules.readers.transcripts import read_transcript
from groundrules.readers.word.word_transcript import read_word_transcript
from spoken import (
    FIXTURES,
    ORIGIN,
    fixture,
    is_kept_by_the_notation,
    labels_of,
    words,
)
from word_files import from_text, table, word_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FORMS = {
    "teams/harbor-review.docx.txt": "Teams",
    "teams/older.docx.txt": "Teams",
    "teams/harbor-review.vtt": "WebVTT",
    "zoom/audio_transcript.vtt": "WebVTT",
    "zoom/meeting_saved_closed_caption.txt": "Zoom captions",
    "zoom/meeting_saved_chat.txt": "Zoom chat",
    "zoom/dated_chat.txt": "Zoom chat",
    "zoom/first_chat.txt": "Zoom chat",
    "otter/harbor-interview.txt": "Otter",
    "otter/single-voice.txt": "Otter",
    "rev/harbor-hearing.txt": "Rev",
    "rev/two-lines.txt": "Rev",
    "descript/harbor-podcast.md": "Descript",
    "descript/harbor-podcast.txt": "Descript",
    "trint/harbor-call.txt": "Trint",
    "trint/below.txt": "Trint",
    "text/typed-interview.txt": "plain text with speakers",
    "text/questions-and-answers.txt": "plain text with speakers",
    "text/word-transcribe.txt": "plain text with speakers",
    "text/names-and-times.txt": "plain text with speakers",
    "table/oral-history.csv": "CSV",
    "table/export.tsv": "TSV",
    "table/whisper.tsv": "TSV",
    "official/2021-09-17-ethiopia.md": "official transcript",
    "official/2024-05-14-american-workers-and-businesses.md": "official transcript",
    "official/2024-12-14-drone-sightings.md": "official transcript",
}

ELSEWHERE = {"WebVTT", "SubRip", "official transcript"}

WRITTEN = {
    "1\n00:00:01,000 --> 00:00:02,000\nAna: Hello": "SubRip",
    "Ana Ruiz: Hi.\n\nDana Whitfield: Ho.": "plain text with speakers",
    "ANA RUIZ: Hi.\n\nDANA WHITFIELD: Ho.": "official transcript",
    "Q. Hi?\n\nA. Ho.": "plain text with speakers",
    "Q. Hi?\n\nMR. ROE: Ho.\n\nA. Hm.": "official transcript",
}

FURNITURE = {
    "Otter": "transcribed by https otter ai",
    "Zoom chat": "from to everyone",
    "WebVTT": "webvtt v 7f0c1d2e",
    "CSV": "speaker words tags timestamp background pier board family",
    "TSV": "start end ms speaker name transcript text",
}
"""Words that a form has beside its talk, its labels and its times."""

COMMON = "unknown new speaker"
"""Words of labels that say that nobody knows who spoke."""

OWN = [name for name, form in FORMS.items() if form not in ELSEWHERE]


@pytest.mark.parametrize("name", FORMS)
def test_a_fixture_is_of_its_form(name: str) -> None:
    assert FORMS[name] == fixture(name).origin.split(", ")[1]


@pytest.mark.parametrize("text", WRITTEN)
def test_a_text_is_of_its_form(tmp_path: Path, text: str) -> None:
    path = tmp_path / "talk"
    path.write_text(text)

    assert WRITTEN[text] == read_transcript(path).origin.split(", ")[1]


@pytest.mark.parametrize(
    "name", [name for name in FORMS if not name.startswith(("teams", "zoom/au"))]
)
def test_no_form_but_its_own_takes_a_fixture_for_its_own_first(name: str) -> None:
    text = (FIXTURES / name).read_text()
    told = [form.read(text, ORIGIN).origin for form in text_forms.FORMS if form.is_of_it(text)]

    assert told[:1] == ([] if FORMS[name] in ELSEWHERE else [_origin(name)])


def _origin(name: str) -> str:
    found = fixture(name).origin.split(", ", 1)[1]
    return f"harbor.txt, {found}"


@pytest.mark.parametrize("name", [*OWN, "zoom/audio_transcript.vtt", "teams/harbor-review.vtt"])
def test_an_independent_count_finds_every_word_and_no_other(name: str) -> None:
    talk = fixture(name)
    said: Counter[str] = Counter()
    for turn in talk.turns:
        said += words(turn.text)
    there = words((FIXTURES / name).read_text())
    missing = {word for word in there - said if not word.isdecimal()}

    assert Counter() == said - there
    furniture = set(words(f"{FURNITURE.get(FORMS[name], '')} {talk.matter} {COMMON}"))
    assert missing <= labels_of(talk) | furniture


@pytest.mark.parametrize("name", OWN)
def test_a_fixture_s_conversation_is_kept_by_the_notation(name: str) -> None:
    assert is_kept_by_the_notation(fixture(name))


def of_table() -> bytes:
    return word_file(table(("Speaker", "Text"), ("Ana", "Hi.")))


def of_paragraphs() -> bytes:
    return from_text("Ana Ruiz: Hi.\n\nDana Whitfield: Ho.")


@pytest.mark.parametrize(
    ("make", "form"),
    [(of_table, "table of speakers"), (of_paragraphs, "plain text with speakers")],
)
def test_a_word_file_is_told_by_its_bytes_whatever_its_name(
    tmp_path: Path, make: Callable[[], bytes], form: str
) -> None:
    path = tmp_path / "talk.vtt"
    path.write_bytes(make())

    assert f"talk.vtt, {form}, Word" == read_transcript(path).origin


PIECES = st.sampled_from(
    ["Ana Ruiz", "Dana Whitfield", "dana_w", "Speaker 1", "Unknown Speaker", "Q", "A", "Q.", "A.",
     "0:00", "0:07", "1:02:03", "00:00:05.250", "0:0:2.90", "10:99", "1:2:3:4", "[0:07]", "(0:07)",
     "(0:07):", "[0:07]:", "-->", " - ", ": ", ":", "  ", " ", "\t", "\n", "\n\n", "**", "# ", ",",
     ";", '"', "speaker,text", "speaker\ttime\twords", "From ", " to Everyone:", "2026-11-03 ",
     "[Ana Ruiz] ", "Transcribed by https://otter.ai", " started transcription", "27m 42s",
     "November 3, 2026, 2:02PM", "---", "hm", "hm.", "12", "é", "\x0b", "\u2028", "\u202e"]
)  # fmt: skip

PUZZLES = st.lists(PIECES | st.text(max_size=6), max_size=40).map("".join)


@given(PUZZLES)
def test_any_text_gives_a_record_or_a_fault(text: str) -> None:
    for form in (*text_forms.FORMS, None):
        try:
            read = form.read if form else text_forms.read_text_form
            found = read(text, ORIGIN) if form is None or form.is_of_it(text) else None
        except BadInput as bad:
            assert {"talks/harbor.txt"} == {fault.path for fault in bad.faults}  # noqa: PT017 - either is right
        else:
            assert found is None or is_kept_by_the_notation(found)


@given(PUZZLES)
def test_any_words_in_a_word_file_give_a_record_or_a_fault(text: str) -> None:
    plain = "".join(char for char in text if char.isprintable() or char in "\n\t")
    try:
        found = read_word_transcript(from_text(plain), ORIGIN)
    except BadInput as bad:
        assert {0} == {fault.line for fault in bad.faults}  # noqa: PT017 - either is right
    else:
        assert is_kept_by_the_notation(found)


@given(PUZZLES.filter(lambda text: "**" not in text))
def test_any_text_loses_no_word_but_labels_and_times(text: str) -> None:
    try:
        talk = text_forms.read_text_form(text, ORIGIN)
    except BadInput:
        return
    said: Counter[str] = Counter()
    for turn in talk.turns:
        said += words(turn.text)
    there = words(text)
    furniture = set(words(" ".join((*FURNITURE.values(), COMMON, talk.matter))))

    assert Counter() == said - there
    assert {word for word in there - said if not word.isdecimal()} <= labels_of(talk) | furniture


MANY_LINES = {
    "words with colons": "a b c d e: x y z\n" * 60_000,
    "words with times": "a b c d e 10:30 x y z\n" * 60_000,
    "names and times": "Ana Ruiz 10:30\nhm\n\n" * 30_000,
    "an open bracket": "(" * 1_000_000 + "\n" + "Ana (0:01): x\n\n" * 1000,
    "times in one line": "[0:01] " * 140_000 + "\n" + "[0:01] Ana: x\n" * 3,
    "blanks": ("Ana" + " " * 900_000 + "0:01\n\n") * 4,
    "stars": "**" * 500_000 + "\n" + "[0:01] **Ana:** x\n" * 3,
}


@pytest.mark.parametrize("name", MANY_LINES)
def test_long_texts_are_read_or_refused_in_time(name: str) -> None:
    text = MANY_LINES[name]
    try:
        turns = len(text_forms.read_text_form(text, ORIGIN).turns)
    except BadInput as bad:
        turns = len(bad.faults)

    assert turns >= 1
