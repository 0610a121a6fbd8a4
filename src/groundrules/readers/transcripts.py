"""A transcript in any of the forms that are read: which one it is, is told by what stands in it.

The file's ending says nothing: exports carry any. Told apart are Word files by their first bytes,
JSON by its first brackets (which form of it, `json_transcripts` tells), WebVTT by its header,
SubRip by its first times, a record by its `conversation:` line; the other forms of text, down to
the official transcript, which must name a speaker somewhere, are told apart in `text_forms`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import MEBIBYTE, begins_as_json, read_content, shown, text_of
from groundrules.readers.transcript.cues import numbered_lines
from groundrules.readers.transcript.json_transcripts import LIMIT as JSON_LIMIT
from groundrules.readers.transcript.json_transcripts import read_json_transcript
from groundrules.readers.transcript.origin import Origin, refuse_bad_id
from groundrules.readers.transcript.subrip import is_subrip, read_subrip
from groundrules.readers.transcript.text_forms import read_text_form
from groundrules.readers.transcript.webvtt import is_webvtt, read_webvtt
from groundrules.readers.word.word_file import LIMIT as WORD_LIMIT
from groundrules.readers.word.word_file import is_word_file
from groundrules.readers.word.word_transcript import read_word_transcript
from groundrules.record.notation import parse

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.record.transcript import Conversation

LIMIT = 4 * MEBIBYTE
"""The most bytes of a transcript: more than a day and a night of talk with the times of all."""

MOST_LINES = 250_000
"""The most lines of a transcript."""

_RECORD = "conversation:"


def read_transcript(path: Path | str, *, wanted_id: str = "") -> Conversation:
    """Return the conversation that a transcript holds, without any fact about its terms.

    A file that is a record already is returned as it is, with its facts.

    Args:
        path: the file, or `-` for standard input.
        wanted_id: the conversation's id; "" for one from the file's name.

    Raises:
        BadInput: the file cannot be read or holds no transcript; with every fault, up to a bound.
    """
    refuse_bad_id(wanted_id)
    origin = Origin(str(path), wanted_id)
    content = read_content(path, limit=max(LIMIT, JSON_LIMIT, WORD_LIMIT))
    if is_word_file(content):
        return read_word_transcript(content, origin)
    text = text_of(content, path, LIMIT, JSON_LIMIT)
    if begins_as_json(text):
        return read_json_transcript(text, origin)
    _refuse_many_lines(text, origin)
    if is_webvtt(text):
        return read_webvtt(text, origin)
    if _is_record(text):
        record = parse(text, shown(path))
        refuse_bad_id(wanted_id or record.id, shown(path))
        return record._replace(id=wanted_id or record.id)
    return read_subrip(text, origin) if is_subrip(text) else read_text_form(text, origin)


def _refuse_many_lines(text: str, origin: Origin) -> None:
    if text.count("\n") + text.count("\r") > MOST_LINES:
        message = f"it has more than {MOST_LINES:,} lines"
        raise BadInput(Fault(shown(origin.path), message, "split it, or name another file"))


def _is_record(text: str) -> bool:
    lines = (line.strip() for _, line in numbered_lines(text))
    return next((line for line in lines if line[:1] not in {"", "#"}), "").startswith(_RECORD)
