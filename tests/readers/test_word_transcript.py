from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from groundrules.errors import BadInput
from groundrules.readers.transcripts import read_transcript
from groundrules.readers.word.word_transcript import read_word_transcript
from spoken import (
    FIXTURES,
    NAMES,
    ORIGIN,
    Spoken,
    clock,
    is_kept_by_the_notation,
    talks,
    told,
    turns,
)
from word_files import from_text, paragraph, run, table, word_file

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.record.transcript import Conversation


def read(content: bytes) -> Conversation:
    return read_word_transcript(content, ORIGIN)


AS_PARAGRAPHS = [
    "otter/harbor-interview.txt",
    "rev/harbor-hearing.txt",
    "trint/harbor-call.txt",
    "descript/harbor-podcast.txt",
    "text/typed-interview.txt",
    "text/questions-and-answers.txt",
    "text/word-transcribe.txt",
    "text/names-and-times.txt",
    "zoom/meeting_saved_closed_caption.txt",
]


@pytest.mark.parametrize("name", AS_PARAGRAPHS)
def test_a_form_says_the_same_in_paragraphs_as_in_text(tmp_path: Path, name: str) -> None:
    text = FIXTURES / name
    word = tmp_path / f"{text.stem}.docx"
    word.write_bytes(from_text(text.read_text()))

    as_text, as_word = read_transcript(text), read_transcript(word)

    assert as_text.turns == as_word.turns
    assert as_text.parties == as_word.parties
    form = as_text.origin.partition(", ")[2]
    assert f"{word.name}, {form}, Word" == as_word.origin


def test_an_official_transcript_may_be_a_word_file() -> None:
    talk = read(from_text("MODERATOR: Good evening.\n\nQ  When?\n\nMR. ROE: In the spring."))

    assert ("harbor.txt, official transcript, Word", ["MOD", "Q", "ROE"]) == (
        talk.origin,
        [turn.speaker for turn in talk.turns],
    )


def test_a_table_of_speakers() -> None:
    talk = read(
        word_file(
            paragraph("")
            + table(
                ("Time", "Speaker", "Text", "Note"),
                ("0:03", "Ana Ruiz", "When?\nToday?", "x"),
                ("0:05", "", "No.", ""),
                ("", "", "", ""),
                ("0:09", "Dana Whitfield", "Who said that?", ""),
            )
        )
    )

    assert "harbor.txt, table of speakers, 1 other column not read, Word" == talk.origin
    assert [
        ("RUIZ", 3_000, "When?\nToday?"),
        ("", 5_000, "No."),
        ("WHITFIELD", 9_000, "Who said that?"),
    ] == turns(talk)


def test_a_table_of_one_column_is_paragraphs() -> None:
    cells = ("Ana Ruiz: When?", "Dana Whitfield: Now.\nOr never.", "Ana Ruiz: Ah.", "Ana Ruiz: So.")
    talk = read(word_file(table(*((cell,) for cell in cells))))

    assert [
        ("RUIZ", None, "When?"),
        ("WHITFIELD", None, "Now.\nOr never."),
        ("RUIZ", None, "Ah."),
        ("RUIZ", None, "So."),
    ] == turns(talk)


def test_what_is_not_read_is_named_in_the_origin() -> None:
    tracked = (
        f"<w:p>{run('Ana Ruiz: I ')}<w:ins>{run('may ')}</w:ins><w:del>{run('will not ')}</w:del>"
        f"{run('say.')}<w:r><w:footnoteReference/></w:r></w:p>"
    )
    talk = read(word_file(tracked + paragraph("Ana Ruiz: Later.")))

    assert (
        "harbor.txt, plain text with speakers, Word, not read: 1 deleted passage, 1 footnote"
        == (talk.origin)
    )
    assert "I may say." == talk.turns[0].text


@given(talks())
def test_every_word_stays_with_its_speaker_and_every_time_is_exact(talk: list[Spoken]) -> None:
    paragraphs = []
    for one in talk:
        first, *others = one.words.split("\n")
        head = f"{one.name} ({clock(one.start or 0)}):"
        paragraphs += [f"{head} {first}", *others]
    found = read(word_file("".join(map(paragraph, paragraphs))))

    assert talk == told(found, NAMES)
    assert is_kept_by_the_notation(found)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("", "no transcript was found in it"),
        (paragraph("No speaker here."), "no transcript was found in it"),
        (table(("Ana Ruiz", "When?")), "it has a table, and it cannot be told which column says"),
        (
            paragraph("Words.") + table(("Speaker", "Text"), ("Ana", "Hi.")),
            "words stand beside a table of speakers",
        ),
        (
            table(("Speaker", "Text"), ("Ana", "Hi.")) * 2,
            "words stand beside a table of speakers",
        ),
        (
            paragraph("") + paragraph("Ana (0:01): Hi.") + paragraph("Ana (0:99): Hi."),
            "paragraph 3: the time is past 59 minutes or 59 seconds",
        ),
        (
            table(("Time", "Text"), ("0:01", "Hi."), ("0:99", "Ho.")),
            "row 3: the time is past 59 minutes or 59 seconds",
        ),
    ],
)
def test_what_does_not_fit_is_a_fault_with_its_place_in_the_document(
    body: str, message: str
) -> None:
    with pytest.raises(BadInput) as caught:
        read(word_file(body))

    (fault,) = caught.value.faults
    assert ("talks/harbor.txt", 0) == (fault.path, fault.line)
    assert fault.message.startswith(message)
