"""Drafts of any format: which reader a file is for, by what it holds, or else by its name."""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from groundrules.draft.listed import listed
from groundrules.errors import BadInput, Fault
from groundrules.readers.draft.markdown import markdown_draft
from groundrules.readers.draft.plain_text import plain_draft
from groundrules.readers.hidden_characters import refuse_hidden_characters
from groundrules.readers.text_file import (
    LIMIT,
    MEBIBYTE,
    STANDARD_INPUT,
    read_content,
    shown,
    text_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.draft.document import Draft

MARKDOWN = listed(".md .markdown .mdown .mkd .mdx .qmd .rmd")
PLAIN_TEXT = frozenset([".txt", ".text", ".asc"])
WEB_PAGES = listed(".html .htm .xhtml")
PACKAGES = listed(".docx .docm .odt .ott")
READ = MARKDOWN | PLAIN_TEXT | WEB_PAGES | PACKAGES
"""The suffixes of every format that is read."""
NOT_READ = listed(
    """.doc .rtf .pdf .pages .epub .wpd .tex .xml .fodt .indd .icml .gdoc .rst .adoc .org .json .eml
    .msg .webarchive .mhtml .mht"""
)
"""Formats whose marks would be taken for copy."""

UNNAMED = "<stdin>"
"""What standard input is called where nobody says what it stands for."""

_PACKAGE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How ZIP archives begin, and the files of older and of encrypting word processors."""

_PAGE_LIMIT = 16 * MEBIBYTE
_PACKAGE_LIMIT = 32 * MEBIBYTE


def read_draft(path: Path | str, *, stdin_name: str = "") -> Draft:
    """Return the draft in a file.

    Args:
        path: the file, or `-` for standard input.
        stdin_name: the file that standard input stands for: its suffix tells the format, and it
            becomes the draft's path; "" where there is none.

    Raises:
        BadInput: the file cannot be read, is in a format that is not read or not in the one that
            its name says, or holds characters that hide what it says.
    """
    name = shown(path)
    if name == STANDARD_INPUT:
        name = shown(stdin_name) if stdin_name else UNNAMED
    suffix = PurePath(name).suffix.lower()
    if suffix in NOT_READ:
        remedy = "save the copy as .docx, .odt, HTML, Markdown or plain text, and check that"
        raise BadInput(Fault(name, f"drafts in {suffix} are not read", remedy))
    content = read_content(path, limit=LIMIT)
    if content.startswith(_PACKAGE):
        _refuse_large(content, name, _PACKAGE_LIMIT)
        return _packaged(content, name)
    if suffix in PACKAGES:
        message = f"it is called {suffix}, and does not begin as such a file does"
        raise BadInput(Fault(name, message, "save it anew, or give it the name of what it is"))
    if suffix in WEB_PAGES or (suffix not in MARKDOWN | PLAIN_TEXT and _is_web_page(content)):
        _refuse_large(content, name, _PAGE_LIMIT)
        return _web(content, name)
    text = text_of(content, name, LIMIT)
    refuse_hidden_characters(name, text)
    if suffix in MARKDOWN or (suffix not in PLAIN_TEXT and _is_markdown(text)):
        return markdown_draft(name, text)
    return plain_draft(name, text)


def _refuse_large(content: bytes, name: str, limit: int) -> None:
    if len(content) > limit:
        message = f"it has more than {limit // MEBIBYTE} MiB"
        raise BadInput(Fault(name, message, "save the copy alone, without pictures"))


def _packaged(content: bytes, name: str) -> Draft:
    from groundrules.readers.draft.odt import is_odt, odt_draft  # noqa: PLC0415 - start-up time
    from groundrules.readers.draft.word import word_draft  # noqa: PLC0415 - likewise

    return odt_draft(content, name) if is_odt(content) else word_draft(content, name)


def _web(content: bytes, name: str) -> Draft:
    from groundrules.readers.draft.web_encoding import page_text  # noqa: PLC0415 - start-up time
    from groundrules.readers.draft.web_page import web_draft  # noqa: PLC0415 - likewise

    return web_draft(name, page_text(content, name))


def _is_web_page(content: bytes) -> bool:
    head = content[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"<?xml"):
        head = head.partition(b"?>")[2].lstrip()
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<article"))


@cache
def _signs() -> re.Pattern[str]:
    # A heading, a link, strong emphasis around a word, a comment, a quotation set off, a fence.
    return re.compile(
        r"(?:\A|[\r\n])(?:\#{1,6}[ \t]+\S|>[ \t]*\S|```|~~~)"
        r"|\]\([^\s()]+\)|\*\*\w[^*\r\n]*\*\*|<!--"
    )


def _is_markdown(text: str) -> bool:
    return (
        text.startswith(("---\n", "---\r", "+++\n", "+++\r")) or _signs().search(text) is not None
    )
