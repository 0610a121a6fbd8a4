"""The part of a Word file that holds what its comments say, with those that were there before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from groundrules.readers.word.word_copy import Changes

AUTHOR = "groundrules"
INITIALS = "gr"

_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_KIND = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

_NOT_IN_XML = re.compile("[^\t\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to hold, and the line ends, which would be white space."""


class Comment(NamedTuple):
    """A comment: its number in the file, what it says in paragraphs, and the instant it bears."""

    number: int
    paragraphs: Sequence[str]
    when: datetime


def comment_part(changes: Changes, comments: Sequence[Comment], *, strict: bool) -> None:
    """Put comments behind those that a file has, or into a new part.

    Args:
        changes: the file as it is being changed.
        comments: what to put in.
        strict: the file has the namespaces of ISO/IEC 29500 Strict.
    """
    space = _STRICT if strict else _WORDS
    written = "".join(_comment(one, space) for one in comments).encode()
    member = changes.related("comments")
    if member:
        changes.append(member, written)
    else:
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        root = f'{head}<w:comments xmlns:w="{space}">'
        content = root.encode() + written + b"</w:comments>"
        changes.relate("comments.xml", content, _STRICT_KIND if strict else _KIND, _TYPE)


def _comment(one: Comment, space: str) -> str:
    when = one.when.isoformat(timespec="seconds").replace("+00:00", "Z")
    head, *rest = one.paragraphs
    mark = "<w:r><w:annotationRef/></w:r>"
    first = f"<w:p>{mark}{_run(head, '<w:rPr><w:b/></w:rPr>')}</w:p>"
    return (
        f'<w:comment xmlns:w="{space}" w:id="{one.number}" w:author="{AUTHOR}" w:date="{when}" '
        f'w:initials="{INITIALS}">{first}{"".join(f"<w:p>{_run(each)}</w:p>" for each in rest)}'
        "</w:comment>"
    )


def _run(words: str, properties: str = "") -> str:
    from xml.sax.saxutils import escape  # noqa: PLC0415 - start-up time

    text = escape(_NOT_IN_XML.sub("\ufffd", words))
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'
