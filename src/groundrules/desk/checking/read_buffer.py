"""Reading a buffer: the draft that an editor has open, saved or not."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from groundrules.readers.draft.markdown import markdown_draft
from groundrules.readers.draft.plain_text import plain_draft
from groundrules.readers.drafts import MARKDOWN, PLAIN_TEXT, WEB_PAGES
from groundrules.readers.hidden_characters import refuse_hidden_characters
from groundrules.readers.text_file import LIMIT, shown, text_of

if TYPE_CHECKING:
    from groundrules.draft.document import Draft


class Form(StrEnum):
    """The formats of drafts that editors have open as text."""

    MARKDOWN = "markdown"
    PLAIN = "plain"
    WEB = "web"


_BY_LANGUAGE = {
    "markdown": Form.MARKDOWN,
    "mdx": Form.MARKDOWN,
    "quarto": Form.MARKDOWN,
    "rmd": Form.MARKDOWN,
    "plaintext": Form.PLAIN,
    "text": Form.PLAIN,
    "html": Form.WEB,
}
"""What editors call the languages of text documents."""


class Buffer(NamedTuple):
    """A text document that an editor has open.

    Attributes:
        path: the file; for one that was never saved, the name that it goes by.
        text: its text as it is in the editor.
        language: what the editor calls its language.
        folder: the folder it stands in, or would; always absolute.
        workspace: the folder that the editor has open around it; always absolute.
    """

    path: str
    text: str
    language: str
    folder: Path
    workspace: Path

    @property
    def form(self) -> Form | None:
        """Return the format that it is read as, or None where it is no draft.

        A name that says it counts before what the editor says: it is what `check` goes by.
        """
        suffix = PurePath(self.path).suffix.lower()
        if suffix in MARKDOWN:
            return Form.MARKDOWN
        if suffix in PLAIN_TEXT:
            return Form.PLAIN
        return Form.WEB if suffix in WEB_PAGES else _BY_LANGUAGE.get(self.language)


def read_buffer(buffer: Buffer) -> Draft:
    """Return the draft in a buffer.

    Raises:
        BadInput: it is too large, or holds what no draft may hold.
    """
    name = shown(buffer.path)
    text = text_of(buffer.text.encode("utf-8", "surrogatepass"), name, LIMIT)
    if buffer.form is Form.WEB:
        from groundrules.readers.draft.web_page import web_draft  # noqa: PLC0415 - seldom needed

        return web_draft(name, text)
    refuse_hidden_characters(name, text)
    return markdown_draft(name, text) if buffer.form is Form.MARKDOWN else plain_draft(name, text)
