"""The process in which an uploaded file is read: `python -m` and the name of this module.

The first line of standard input says what is wanted, as JSON; the file is what comes behind it.
Before anything of the file is read, the process gives up all that it does not need for it.
"""

from __future__ import annotations

import base64
import io
import json
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any

from groundrules.errors import BadInput
from groundrules.vault.keeper.shapes import Plain, plain, rebuilt

if TYPE_CHECKING:
    from collections.abc import Callable

MEMORY = 1 << 30
"""Bytes of addresses that the process may have."""

SECONDS = 25
"""Of work."""

_FILES = 64


def main() -> None:
    """Answer one request."""
    limit()
    line = sys.stdin.buffer.readline()
    content = sys.stdin.buffer.read()
    sys.stdin = io.TextIOWrapper(io.BytesIO(content))  # what the readers take for the input
    request = json.loads(line)
    answer: dict[str, Plain]
    try:
        answer = {"is": _KINDS[request["kind"]](request["name"], content, request["with"])}
    except BadInput as error:
        answer = {"fault": [plain(fault) for fault in error.faults]}
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()


def limit() -> None:
    """Give up: more memory and time than a file needs, and to write any file at all."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on every system

    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _FILES),
    ):
        resource.setrlimit(what, (most, most))


def _draft(name: str, _content: bytes, _more: dict[str, Any]) -> Plain:
    from groundrules.desk.checking.read_in_child import DraftParts  # noqa: PLC0415 - after the limits
    from groundrules.readers.drafts import read_draft  # noqa: PLC0415 - likewise

    draft = read_draft("-", stdin_name=name)
    return plain(DraftParts(**{key: getattr(draft, key) for key in DraftParts._fields}))


def _transcript(name: str, _content: bytes, _more: dict[str, Any]) -> Plain:
    from groundrules.readers.transcript.origin import Origin  # noqa: PLC0415 - after the limits
    from groundrules.readers.transcripts import read_transcript  # noqa: PLC0415 - likewise
    from groundrules.record.notation import to_text  # noqa: PLC0415 - likewise

    talk = read_transcript("-")
    unnamed, named = Origin("-"), Origin(name)
    if talk.id == unnamed.conversation_id(talk.date):
        origin = talk.origin.replace(unnamed.file, named.file, 1)
        talk = talk._replace(id=named.conversation_id(talk.date), origin=origin)
    return to_text(talk)


def _word_places(name: str, content: bytes, more: dict[str, Any]) -> Plain:
    from groundrules.draft.document import Span  # noqa: PLC0415 - after the limits
    from groundrules.readers.draft.word import read_word_draft  # noqa: PLC0415 - likewise

    layout = read_word_draft(content, name).layout
    brackets = [layout.bracket(span) for span in rebuilt(list[Span], more["spans"])]
    return [[one.label, one.is_exact] for one in brackets]


def _word_comments(name: str, content: bytes, more: dict[str, Any]) -> Plain:
    from groundrules.desk.checking.read_in_child import Comment  # noqa: PLC0415 - after the limits
    from groundrules.readers.draft.word import read_word_draft  # noqa: PLC0415 - likewise
    from groundrules.readers.word.word_comments import Remark, commented  # noqa: PLC0415 - likewise
    from groundrules.readers.word.word_layout import Bracket  # noqa: PLC0415 - likewise

    word = read_word_draft(content, name)
    remarks = [
        Remark(word.layout.bracket(one.span) if one.span else Bracket(None, None), one.paragraphs)
        for one in rebuilt(list[Comment], more["comments"])
    ]
    when = datetime.fromisoformat(more["when"])
    return base64.b64encode(commented(word.parts, word.layout, remarks, when)).decode()


_KINDS: dict[str, Callable[[str, bytes, dict[str, Any]], Plain]] = {
    "draft": _draft,
    "transcript": _transcript,
    "word-places": _word_places,
    "word-comments": _word_comments,
}

if __name__ == "__main__":
    main()
