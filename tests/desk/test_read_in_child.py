"""An uploaded file is read in a process that can take nothing but its own time and memory."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from groundrules.desk.checking import read_in_child as reading
from groundrules.desk.checking.read_in_child import read_in_child, word_commented, word_places
from groundrules.draft.document import Span
from groundrules.errors import BadInput
from groundrules.readers.drafts import read_draft
from groundrules.readers.transcripts import read_transcript
from kept_drafts import EXAMPLES
from word_drafts import comments, document
from word_files import paragraph

if TYPE_CHECKING:
    from pathlib import Path

CANARY = "vxqzcanary"
DRAFTS = sorted((EXAMPLES / "drafts").glob("*.md"))

VTT = f"""WEBVTT

00:01.000 --> 00:02.000
<v Ana>Is this {CANARY} off the record?

00:02.500 --> 00:04.000
<v Bo>Yes.
"""


@pytest.mark.parametrize("path", DRAFTS, ids=lambda one: one.stem)
def test_a_draft_is_what_it_is_when_it_is_read_here(path):
    assert read_in_child("draft", str(path), path.read_bytes()) == read_draft(path)


def test_a_word_file_and_a_page_are_what_they_are_when_they_are_read_here(tmp_path):
    for name, content in {
        "a.docx": document(paragraph("“It was dead,” she said.")),
        "a.html": "<article><h1>Dead</h1><p>“It&nbsp;was dead,” she said.</p></article>".encode(),
    }.items():
        path = tmp_path / name
        path.write_bytes(content)
        assert read_in_child("draft", str(path), content) == read_draft(path)


def test_a_transcript_is_what_it_is_when_it_is_read_here(tmp_path):
    path = tmp_path / "A talk.vtt"
    path.write_text(VTT, encoding="utf-8")
    assert read_in_child("transcript", str(path), VTT.encode()) == read_transcript(path)


def test_a_record_keeps_its_own_id():
    path = EXAMPLES / "records" / "union-2026-11-04.record"
    found = read_in_child("transcript", "other.record", path.read_bytes())
    assert found == read_transcript(path)


def test_faults_come_back_as_they_are(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"one\ntwo \xff three")
    with pytest.raises(BadInput) as here:
        read_draft(path)
    with pytest.raises(BadInput) as there:
        read_in_child("draft", str(path), path.read_bytes())
    assert there.value.faults == here.value.faults


def zipped(size: int) -> bytes:
    """Return a Word file of which a part is very much larger than the file."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in word_members().items():
            package.writestr(name, part)
        package.writestr("word/media/image1.png", bytes(size))
        package.writestr("word/footnotes.xml", b"<w>" + b" " * size + b"</w>")
    return content.getvalue()


def word_members():
    with zipfile.ZipFile(io.BytesIO(document(paragraph("Text.")))) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bomb.docx", zipped(400 << 20)),
        ("deep.html", b"<div>" * 500_000),
        ("deep.docx", document("<w:p>" * 40_000 + "</w:p>" * 40_000)),
        ("long.html", b"<p " + b"a=1 " * 400_000 + b">"),
        ("marks.md", b"*" * 900_000),
        ("links.md", b"[" * 300_000),
        ("speakers.txt", b"A: " * 300_000),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_hostile_file_is_refused_or_read_and_takes_nothing_with_it(name, content):
    begun = time.monotonic()
    kind = "transcript" if name == "speakers.txt" else "draft"
    assert {fault.path for fault in faults_of(kind, name, content)} <= {name}
    assert time.monotonic() - begun < reading.SECONDS + 15


def faults_of(kind, name, content):
    """Return what a file is refused for; nothing where it was read."""
    try:
        read_in_child(kind, name, content)
    except BadInput as refusal:
        return refusal.faults
    return ()


def child(code: str) -> subprocess.CompletedProcess[bytes]:
    """Run code behind the limits, as the reading process would."""
    script = f"from groundrules.desk.checking.reading_child import limit; limit(); {code}"
    return subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, check=False)


def test_it_can_write_no_file_and_take_no_more_memory(tmp_path):
    write = f"f = open({str(tmp_path / 'file')!r}, 'wb'); f.write(b'x' * 10); f.close()"
    assert child(write).returncode != 0
    assert (tmp_path / "file").stat().st_size == 0
    assert child("bytes(2 << 30)").returncode != 0
    assert child("bytes(1 << 20)").returncode == 0  # which is no more than it may


def test_without_the_limits_it_could(tmp_path):
    write = f"f = open({str(tmp_path / 'file')!r}, 'wb'); f.write(b'x' * 10); f.close()"
    ran = subprocess.run([sys.executable, "-I", "-c", write], check=True)
    assert ran.returncode == 0
    assert (tmp_path / "file").stat().st_size == 10


def test_it_is_ended_when_its_time_is_over(monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 0.01)
    with pytest.raises(BadInput, match=r"takes more than 0 seconds"):
        read_in_child("draft", "a.md", DRAFTS[0].read_bytes())


def test_one_that_dies_or_answers_nonsense_is_a_refusal(monkeypatch):
    for answer in (b"", b"{", b"[]", b'{"is": 5}', b'{"is": {"text": 1}}', b'{"fault": 3}'):
        monkeypatch.setattr(reading, "_exchanged", lambda *_args, answer=answer: answer)
        with pytest.raises(BadInput, match="cannot be read"):
            read_in_child("draft", "a.md", b"")


def test_a_large_answer_is_not_taken(monkeypatch):
    monkeypatch.setattr(reading, "LARGEST_ANSWER", 100)
    with pytest.raises(BadInput, match="cannot be read"):
        read_in_child("draft", "a.md", DRAFTS[0].read_bytes())


def below(folder: Path) -> set[str]:
    """Return the files below a folder that hold the canary, as far as they can be read."""
    found = set()
    for path in folder.rglob("*"):
        try:
            if path.is_file() and CANARY.encode() in path.read_bytes():
                found.add(str(path))
        except OSError:
            continue
    return found


@pytest.mark.parametrize("leaks", [False, True])
def test_nothing_of_a_file_reaches_a_disk(tmp_path, monkeypatch, leaks):
    """Look again and again while a file is read; the control leaves it there for a moment."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    seen: set[str] = set()
    over = threading.Event()

    def watch() -> None:
        while not over.is_set():
            seen.update(below(tmp_path))

    looking = threading.Thread(target=watch)
    looking.start()
    if leaks:
        with tempfile.NamedTemporaryFile() as kept:
            kept.write(VTT.encode())
            kept.flush()
            time.sleep(0.3)
    read_in_child("transcript", "talk.vtt", VTT.encode())
    read_in_child("draft", "a.docx", document(paragraph(CANARY)))
    over.set()
    looking.join()
    assert bool(seen) == leaks


def test_no_word_and_no_name_stands_in_what_the_system_shows_of_processes(monkeypatch):
    started = []
    begin = subprocess.Popen

    def noted(command, **more):
        started.append((command, more))
        return begin(command, **more)

    monkeypatch.setattr(reading.subprocess, "Popen", noted)
    read_in_child("draft", f"{CANARY}.md", CANARY.encode())
    ((command, more),) = started
    assert CANARY not in json.dumps(command)
    assert more["env"] == {}
    assert more["stderr"] == subprocess.DEVNULL


def test_comments_are_put_into_a_copy_of_a_word_file():
    content = document(paragraph("“It was dead,” she said."))
    text = read_in_child("draft", "a.docx", content).text
    span = Span(text.index("It was"), text.index("dead") + 4)
    (place,) = word_places("a.docx", content, [span])
    comment = reading.Comment(span, ("Not to be published.",))
    copy = word_commented("a.docx", content, [comment], datetime(2026, 11, 6, 12, tzinfo=UTC))

    assert place == ("", True)
    assert [(one.range, one.paragraphs) for one in comments(copy).values()] == [
        ("It was dead", ["Not to be published."])
    ]


def test_there_is_a_process_and_it_is_another_one():
    ran = child("import os; print(os.getpid())")
    assert int(ran.stdout) != os.getpid()
