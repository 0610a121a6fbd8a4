from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from groundrules.errors import BadInput, Fault
from groundrules.readers.transcripts import LIMIT, MOST_LINES, read_transcript
from groundrules.record.transcript import Role

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RECORD = """# kept by hand

conversation: harbour-2026
parties:
  AR: reporter, Ana Ruiz

AR: Off the record?
  > offer off-the-record
"""

SECONDS_BEFORE_IT_HANGS = 120


def vtt(payload: str) -> str:
    return f"WEBVTT\n\n00:01.000 --> 00:02.000\n{payload}\n"


def saved(folder: Path, text: str | bytes, name: str = "talk.txt") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        (vtt("<v Ana>Hello"), "talk.txt, WebVTT"),
        (f"\ufeff\n{vtt('Hello')}", "talk.txt, WebVTT"),
        ("1\n00:00:01,000 --> 00:00:02,000\nHello", "talk.txt, SubRip"),
        ("00:00:01,000 --> 00:00:02,000\nHello", "talk.txt, SubRip"),
        ("ANA: Hello", "talk.txt, official transcript"),
        ("---\ntitle: WEBVTT\n---\nQ Hello", "talk.txt, official transcript"),
        (RECORD, ""),
    ],
)
def test_the_form_is_told_by_what_stands_in_the_file(
    tmp_path: Path, text: str, origin: str
) -> None:
    assert origin == read_transcript(saved(tmp_path, text)).origin


def test_a_record_stays_as_it_is(tmp_path: Path) -> None:
    record = read_transcript(saved(tmp_path, RECORD))

    assert ("harbour-2026", 1, [Role.REPORTER]) == (
        record.id,
        len(record.facts),
        [party.role for party in record.parties],
    )


@pytest.mark.parametrize("text", [vtt("Hello"), "ANA: Hello", RECORD])
def test_an_id_may_be_wanted(tmp_path: Path, text: str) -> None:
    assert "wanted" == read_transcript(saved(tmp_path, text), wanted_id="wanted").id


def test_a_wanted_id_that_cannot_be_one_is_refused_before_the_file_is_read() -> None:
    with pytest.raises(BadInput, match=r"^--id: the id of the conversation cannot name a file"):
        read_transcript("nowhere.txt", wanted_id="../x")


def test_a_record_whose_id_cannot_name_a_file_needs_another(tmp_path: Path) -> None:
    path = saved(tmp_path, RECORD.replace("harbour-2026", "x" * 101))

    with pytest.raises(BadInput) as caught:
        read_transcript(path)

    (fault,) = caught.value.faults
    assert (str(path), "the id of the conversation cannot name a file") == (
        fault.path,
        fault.message,
    )
    assert "wanted" == read_transcript(path, wanted_id="wanted").id


@pytest.mark.parametrize("text", [vtt("<v Ana>Hello"), "ANA: Hello"])
def test_a_transcript_holds_no_facts(tmp_path: Path, text: str) -> None:
    assert () == read_transcript(saved(tmp_path, text)).facts


def repeated(line: str, size: int) -> Callable[[], str]:
    """Return what makes a text of many equal lines, so that no test holds it while it waits."""
    return lambda: line * (size // len(line))


def counted_cues(number: int) -> str:
    return "".join(
        f"{at // 60_000:02}:{at // 1000 % 60:02}.{at % 1000:03} --> 59:59.999\nhm\n\n"
        for at in range(number)
    )


NO_TRANSCRIPT = "no transcript was found in it"
NO_WORDS = "there are no words in it"

HOSTILE = {
    "empty": ("", 0, NO_TRANSCRIPT),
    "blank": (repeated("\n", MOST_LINES), 0, NO_TRANSCRIPT),
    "no speaker": ("Once upon a time: nothing.\n\nThe end.", 0, NO_TRANSCRIPT),
    "front matter alone": ("---\ntitle: x\ndate: 2026-11-03\n---\n", 0, NO_TRANSCRIPT),
    "comments alone": (repeated("#\n", MOST_LINES), 0, NO_TRANSCRIPT),
    "bytes from nought": (bytes(range(128)) * 40, 1, "it holds a NUL character"),
    "binary without NUL": (bytes(range(128, 256)) * 40, 1, "byte 1 is not UTF-8"),
    "NUL in a cue": (vtt("<v Ana>He\0llo"), 4, "it holds a NUL character"),
    "cut in a character": ("ANA: Grüß".encode()[:-1], 1, "byte 10 is not UTF-8"),
    "header alone": ("WEBVTT", 0, NO_WORDS),
    "cut behind the times": ("WEBVTT\n\n00:01.000 --> 00:02.000", 0, NO_WORDS),
    "cut in the times": ("WEBVTT\n\n00:01.000 --> 00:0", 3, "the line with --> has no two times"),
    "cut in the arrow": ("WEBVTT\n\n00:01.000 -", 3, "this is neither a cue nor a NOTE"),
    "huge times": (
        "WEBVTT\n\n99999999999:00:00.000 --> 99999999999:00:01.000\nx",
        3,
        "the time is past 59 minutes",
    ),
    "digits without end": (
        f"WEBVTT\n\n{'9' * 100_000}:00:00.000 --> 00:01.000\nx",
        3,
        "the line with --> has no two times",
    ),
    "Arabic digits": ("WEBVTT\n\n٠٠:٠١.٠٠٠ --> ٠٠:٠٢.٠٠٠\nx", 3, "the line with --> has no two"),
    "backwards": ("WEBVTT\n\n00:02.000 --> 00:01.000\nx", 3, "the cue ends before it starts"),
    "two files in one": (
        f"{vtt('one')}\n{vtt('two')}",
        6,
        "this is neither a cue nor a NOTE, STYLE or REGION block",
    ),
    "a million cues": (lambda: "WEBVTT\n\n" + counted_cues(1_000_000), 0, "it has more than 4 MiB"),
    "too many lines": (repeated("Q\n", 2 * MOST_LINES + 2), 0, "it has more than 250,000 lines"),
    "one line": (lambda: "ANA: " + "x" * 3_000_000, 1, "the line has more than 1,048,576"),
    "too many speakers": (
        lambda: "".join(f"N{at}: x\n\n" for at in range(20_000)),
        0,
        "more than 1,000 different labels look like speakers",
    ),
    "unfinished record": ("conversation: x\nparties:\n  A: king\n\nA: Hello", 3, ""),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gives_one_fault_with_its_place(tmp_path: Path, name: str) -> None:
    content, line, message = HOSTILE[name]
    path = saved(tmp_path, content() if callable(content) else content)

    with pytest.raises(BadInput) as caught:
        read_transcript(path)

    fault = caught.value.faults[0]
    assert (str(path), line) == (fault.path, fault.line)
    assert fault.message.startswith(message)
    assert fault.remedy
    assert "\n" not in str(fault)


LARGE = {
    "cues": lambda: "WEBVTT\n\n" + counted_cues(60_000),
    "named cues": lambda: "WEBVTT\n\n" + counted_cues(60_000).replace("hm", "Ana Ruiz: hm"),
    "turns": repeated("Q  hm\n\nMR. ROE:  ho\n\n", 1_300_000),
    "nested tags": lambda: vtt("\n".join(["<i>" * 1000] * 10 + ["<v Ana>" * 1000] * 10) + "x"),
    "open tags": lambda: vtt("\n".join(["<v " * 300_000] * 4)),
    "angle brackets": lambda: vtt("\n".join(["<" * 1_000_000] * 4)),
    "square brackets": lambda: vtt("\n".join(["[" * 1_000_000] * 4)),
    "change marks": lambda: vtt("\n".join([">" * 1_000_000] * 4)),
    "blanks": lambda: "Q: x\n" + (" " * 1_000_000 + "x\n") * 4,
    "blanks before an arrow": lambda: vtt("x" + "\n".join([" " * 1_000_000] * 4)),
    "emphasis": lambda: "Q: x\n" + ("*a " * 300_000 + "\n") * 4,
    "low lines": lambda: "Q: x\n" + ("_a " * 300_000 + "\n") * 4,
    "references": lambda: "Q: x\n" + ("&a" * 500_000 + "\n") * 4,
    "escapes": lambda: "Q: x\n" + ("\\" * 1_000_000 + "\n") * 4,
    "capitals": lambda: "\n".join([("A" * 58 + " ") * 15_000] * 4) + "\n\nQ  x",
}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_file_is_read_within_bounds(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path, LARGE[name]())
    code = (
        "import sys\n"
        "from groundrules.readers.transcripts import read_transcript\n"
        "print(len(read_transcript(sys.argv[1]).turns))\n"
    )
    assert path.stat().st_size <= LIMIT

    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=SECONDS_BEFORE_IT_HANGS,
    )

    assert int(done.stdout) > 0


def test_a_missing_file_is_a_fault() -> None:
    with pytest.raises(BadInput) as caught:
        read_transcript("nowhere.vtt")

    assert (Fault("nowhere.vtt", "there is no such file", "check the path"),) == (
        caught.value.faults
    )
