"""Drafts of any format: which reader a file is for, by its name, or else by what it holds."""

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
from groundrules.readers.text_file import STANDARD_INPUT, read_text, shown

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.draft.document import Draft

MARKDOWN = listed(".md .markdown .mdown .mkd .mdx .qmd .rmd")
PLAIN_TEXT = frozenset([".txt", ".text", ".asc"])
NOT_READ = listed(
    """.doc .docx .docm .odt .rtf .pdf .pages .html .htm .xhtml .epub .wpd .tex .xml .indd .icml
    .gdoc .rst .adoc .org .json .eml .msg"""
)
"""Formats whose marks would be taken for copy."""


def read_draft(path: Path | str, *, stdin_name: str = "") -> Draft:
    """Return the draft in a file.

    Args:
        path: the file, or `-` for standard input.
        stdin_name: the file that standard input stands for: its suffix tells the format, and it
            becomes the draft's path; "" where there is none.

    Raises:
        BadInput: the file cannot be read as text, is in a format that is not read yet, or holds
            characters that hide what it says.
    """
    name = shown(path)
    if name == STANDARD_INPUT and stdin_name:
        name = shown(stdin_name)
    suffix = PurePath(name).suffix.lower()
    if suffix in NOT_READ:
        remedy = "save the copy as plain text or Markdown, and check that"
        raise BadInput(Fault(name, f"drafts in {suffix} are not read", remedy))
    text = read_text(path)
    refuse_hidden_characters(name, text)
    if suffix in MARKDOWN or (suffix not in PLAIN_TEXT and _is_markdown(text)):
        return markdown_draft(name, text)
    return plain_draft(name, text)


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
