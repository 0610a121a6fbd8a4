"""Reading an uploaded file in a process of its own: what is hostile in it can take nothing else.

The process is this very program. It gets the file by a pipe and answers by a pipe, as JSON, which
is rebuilt by its type; nothing that it says is run. It may use so much memory and time and no more,
can write no file, and is ended when its time is over. What it writes to standard error is dropped,
for it could hold words of the file.
"""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, overload

from groundrules.draft.document import Draft, Omission, Span, Substitution
from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import shown
from groundrules.record.notation import parse
from groundrules.vault.keeper.shapes import Misshapen, plain, rebuilt

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from typing import IO

    from groundrules.record.transcript import Conversation

SECONDS = 30.0
"""For which a file may be read, by the clock on the wall."""

LARGEST_ANSWER = 128 << 20
"""The most bytes of an answer."""

_MODULE = "groundrules.desk.checking.reading_child"

_REMEDY = "save it anew in the program that it was written with, or paste its text"


class DraftParts(NamedTuple):
    """A draft as it passes through the pipe; see `Draft`."""

    text: str
    copy: tuple[Span, ...]
    title: str
    blocks: tuple[Span, ...]
    block_quotes: tuple[Span, ...]
    left_out: tuple[Omission, ...]
    substitutions: tuple[Substitution, ...]


class Whereabouts(NamedTuple):
    """Where a comment on a passage would stand in a Word file; see `Bracket`."""

    label: str
    is_exact: bool


class Comment(NamedTuple):
    """A comment for a Word file: on which passage, or on none, and what it says in paragraphs."""

    span: Span | None
    paragraphs: tuple[str, ...]


@overload
def read_in_child(kind: Literal["draft"], name: str, content: bytes) -> Draft: ...


@overload
def read_in_child(kind: Literal["transcript"], name: str, content: bytes) -> Conversation: ...


def read_in_child(kind: str, name: str, content: bytes) -> Draft | Conversation:
    """Return what stands in a file that somebody sent.

    Args:
        kind: `draft` or `transcript`: what it is to be read as.
        name: what it was called; its ending may tell the format, and a transcript gets its id of
            it. A draft gets it as its path.
        content: its bytes.

    Raises:
        BadInput: it cannot be read, with every fault that its reader finds; or to read it takes
            more memory or time than a file may have.
    """
    if kind == "transcript":
        return parse(_answer(kind, name, content, str), shown(name))
    found = _answer(kind, name, content, DraftParts)
    return Draft(
        path=shown(name),
        text=found.text,
        copy=found.copy,
        title=found.title,
        blocks=found.blocks,
        block_quotes=found.block_quotes,
        left_out=found.left_out,
        substitutions=found.substitutions,
    )


def word_places(name: str, content: bytes, spans: Sequence[Span]) -> list[Whereabouts]:
    """Return where comments on passages of the draft in a Word file would stand.

    Raises:
        BadInput: it is no Word file that can be read.
    """
    found: list[Whereabouts] = _answer("word-places", name, content, list[Whereabouts], spans=spans)
    return found


def word_commented(name: str, content: bytes, comments: Sequence[Comment], when: datetime) -> bytes:
    """Return a copy of a Word file with comments.

    Raises:
        BadInput: it is no Word file that can be read, or a comment has no place in it.
    """
    stamp = when.isoformat()
    text = _answer("word-comments", name, content, str, comments=comments, when=stamp)
    return base64.b64decode(text)


def _answer(kind: str, name: str, content: bytes, shape: Any, **more: Any) -> Any:  # noqa: ANN401 - of the shape
    request = json.dumps({"kind": kind, "name": name, "with": plain(more)}).encode() + b"\n"
    answer = _exchanged(name, request, content)
    try:
        message = json.loads(answer)
        if "fault" in message:
            raise BadInput(*rebuilt(list[Fault], message["fault"]))
        return rebuilt(shape, message["is"])
    except (ValueError, RecursionError, KeyError, TypeError, Misshapen):
        raise _refused(name, "it cannot be read in the memory that a file may take") from None


def _exchanged(name: str, request: bytes, content: bytes) -> bytes:
    """Return what a new process answers to a request and a file; all that it wrote."""
    with subprocess.Popen(  # noqa: S603 - this very program
        [sys.executable, "-I", "-B", "-X", "utf8", "-m", _MODULE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={},
    ) as child:
        assert child.stdin  # noqa: S101 - both are pipes
        assert child.stdout  # noqa: S101 - likewise
        over = threading.Event()
        clock = threading.Timer(SECONDS, _end, (child, over))
        feeding = threading.Thread(target=_feed, args=(child.stdin, request, content), daemon=True)
        clock.start()
        feeding.start()
        try:
            answer = child.stdout.read(LARGEST_ANSWER + 1)
        finally:
            clock.cancel()
            child.kill()
            feeding.join()
    if over.is_set():
        raise _refused(name, f"to read it takes more than {SECONDS:.0f} seconds")
    return answer if len(answer) <= LARGEST_ANSWER else b""


def _end(child: subprocess.Popen[bytes], over: threading.Event) -> None:
    over.set()
    child.kill()


def _feed(pipe: IO[bytes], request: bytes, content: bytes) -> None:
    try:
        with pipe:
            pipe.write(request)
            pipe.write(content)
    except OSError:
        pass  # it has ended; what it answered is told apart by whoever reads that


def _refused(name: str, message: str) -> BadInput:
    return BadInput(Fault(shown(name), message, _REMEDY))
