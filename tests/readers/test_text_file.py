from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import LIMIT, MAX_LINE, place, read_text, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOBODY = 65534


def fault_of(path: Path | str, *, limit: int = LIMIT) -> Fault:
    """Return the only fault that reading a file gives."""
    with pytest.raises(BadInput) as caught:
        read_text(path, limit=limit)
    (fault,) = caught.value.faults
    return fault


@contextlib.contextmanager
def as_nobody() -> Iterator[None]:
    """Give up the rights of the superuser, to whom no file is closed."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def piped(content: bytes) -> subprocess.CompletedProcess[bytes]:
    """Read standard input in another process, which prints text or fault, and its most memory."""
    code = (
        "import sys, tracemalloc\n"
        "tracemalloc.start()\n"
        "from groundrules.errors import BadInput\n"
        "from groundrules.readers.text_file import read_text\n"
        "try:\n"
        "    sys.stdout.buffer.write(ascii(read_text('-')).encode())\n"
        "except BadInput as bad:\n"
        "    print(bad)\n"
        "print(tracemalloc.get_traced_memory()[1], file=sys.stderr)\n"
    )
    return subprocess.run(
        [sys.executable, "-c", code], input=content, capture_output=True, check=True
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", ""),
        (b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n"),
        ("\ufeffGrüße".encode(), "Grüße"),
        ("Grüße\r\n".encode("utf-16"), "Grüße\r\n"),
        (b"\xfe\xff" + "Grüße".encode("utf-16-be"), "Grüße"),
        ("no mark, but a space \ufeff within".encode(), "no mark, but a space \ufeff within"),
    ],
)
def test_text_comes_back_with_its_line_endings_and_without_its_mark(
    tmp_path: Path, content: bytes, text: str
) -> None:
    path = tmp_path / "text"
    path.write_bytes(content)

    assert text == read_text(path)


@pytest.mark.parametrize(
    ("content", "message", "line", "column"),
    [
        (b"one\r\ntw\xff", "byte 8 is not UTF-8", 2, 3),
        (b"\xef\xbb\xbfone\ntw\xff", "byte 10 is not UTF-8", 2, 3),
        ("Grüße\nGrüße".encode("latin-1"), "byte 3 is not UTF-8", 1, 3),
        ("ab\ncd".encode("utf-16")[:-1], "byte 11 is not UTF-16", 2, 2),
        ("ab".encode("utf-32"), "it is in UTF-32", 1, 1),
        ("one\n\u00e9\0".encode(), "it holds a NUL character", 2, 2),
        (b"one\rtwo\r\nth\0", "it holds a NUL character", 3, 3),
    ],
)
def test_another_encoding_is_refused_with_its_place(
    tmp_path: Path, content: bytes, message: str, line: int, column: int
) -> None:
    path = tmp_path / "text"
    path.write_bytes(content)

    fault = fault_of(path)

    assert (str(path), message, line, column) == (
        fault.path,
        fault.message,
        fault.line,
        fault.column,
    )
    assert "UTF-8" in fault.remedy


def test_a_file_over_the_limit_is_refused_and_one_at_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_bytes(b"12345")

    assert "12345" == read_text(path, limit=5)
    assert "it has more than 4 bytes" == fault_of(path, limit=4).message


def test_a_line_at_the_bound_is_read_and_a_longer_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "text"
    longest = "x" * MAX_LINE
    path.write_text(f"{longest}\n{longest}\r\n{longest}", encoding="utf-8", newline="")

    assert 3 * MAX_LINE + 3 == len(read_text(path))

    path.write_text(f"{longest}\n\n{longest}x\n", encoding="utf-8")
    assert (3, "the line has more than 1,048,576 characters") == (
        fault_of(path).line,
        fault_of(path).message,
    )


def test_one_line_of_a_hundred_megabytes_fails_at_once(tmp_path: Path) -> None:
    path = tmp_path / "text"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)

    assert "it has more than 64 MiB" == fault_of(path).message


def test_standard_input_is_read() -> None:
    assert ascii("Grüße\r\n") == piped("Grüße\r\n".encode()).stdout.decode()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"x" * 100_000_000, "-: it has more than 64 MiB"),
        (b"x" * 60_000_000, "-:1: the line has more than 1,048,576 characters"),
        (b"abc\xff", "-:1:4: byte 4 is not UTF-8"),
    ],
    ids=["too large", "one line", "another encoding"],
)
def test_standard_input_has_the_same_bounds(content: bytes, message: str) -> None:
    done = piped(content)

    assert done.stdout.decode().startswith(message)
    assert int(done.stderr) < 200_000_000


def test_no_standard_input_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    assert Fault("-", "there is no standard input", "name a file") == fault_of("-")


def test_what_is_no_regular_file_is_refused_unread(tmp_path: Path) -> None:
    pipe, loop = tmp_path / "pipe", tmp_path / "loop"
    os.mkfifo(pipe)
    loop.symlink_to(loop)

    assert [
        "this is a folder",
        "this is a pipe, a socket or a device",
        "this is a pipe, a socket or a device",
        "the path runs into a loop of symbolic links",
        "there is no such file",
        "a part of the path is not a folder",
        "the path is too long",
        "this is no path",
    ] == [
        fault_of(path).message
        for path in (
            tmp_path,
            pipe,
            os.devnull,
            loop,
            tmp_path / "none",
            f"{os.devnull}/none",
            "x" * 5000,
            "nul\0",
        )
    ]


def test_a_file_that_may_not_be_read_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "closed"
    path.write_text("secret", encoding="utf-8")
    path.chmod(0)

    with as_nobody():
        fault = fault_of(path)

    assert Fault(str(path), "the file may not be read", "check its permissions") == fault


def test_a_symbolic_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("words", encoding="utf-8")
    (tmp_path / "link").symlink_to("file")

    assert "words" == read_text(tmp_path / "link")


def test_a_path_is_shown_on_one_line() -> None:
    assert "a\\n\\x1b[31mé\\udcff" == shown("a\n\x1b[31mé\udcff")


@given(st.text(alphabet="ab\r\n"), st.data())
def test_a_place_counts_lines_and_columns_from_one(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n").split("\n")

    assert (len(before), len(before[-1]) + 1) == place(text, offset)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_one_fault_without_their_content(content: bytes) -> None:
    done = text_or_fault(content)

    assert isinstance(done, Fault) or done == content.decode(
        "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    )


def text_or_fault(content: bytes) -> str | Fault:
    """Read bytes as standard input, so that no file is needed for each example."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as stream:
        stream.write(content)
    saved = sys.stdin
    try:
        with os.fdopen(reading, encoding="utf-8") as sys.stdin:
            return read_text("-")
    except BadInput as bad:
        (fault,) = bad.faults
        return fault
    finally:
        sys.stdin = saved


def test_standard_input_over_the_limit_is_refused() -> None:
    saved = sys.stdin
    reading, writing = os.pipe()
    os.write(writing, b"12345")
    os.close(writing)
    try:
        with os.fdopen(reading, encoding="utf-8") as sys.stdin:
            fault = fault_of("-", limit=4)
    finally:
        sys.stdin = saved

    assert Fault("-", "it has more than 4 bytes", "split it, or name another file") == fault
