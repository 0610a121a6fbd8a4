r"""Text with the marks of Markdown and HTML, as the words that a reader sees.

A backslash before punctuation, emphasis and character references go; words never do. What was
struck out is kept between `~~`: the transcript shows it, so it was said.
"""

from __future__ import annotations

import re

from groundrules.readers.transcript.origin import one_line

_STRUCK = re.compile(r"</?(?:s|del|strike)>", re.IGNORECASE)

_BREAK = re.compile(r"<(?:br|/p)\s?/?>", re.IGNORECASE)

_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|p|span|sup|sub|small|font|a|div)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE
)

# A mark opens before a character that is no blank and closes behind one, never within a word.
_STARS = re.compile(r"(?<![\\\w*])(\*{1,3})(?=[^\s*])([^*]{1,2000})(?<=[^\s\\])\1(?![\w*])")

_LOW_LINES = re.compile(r"(?<![\\\w])(_{1,3})(?=[^\s_])([^_]{1,2000})(?<=[^\s\\])\1(?!\w)")

_REFERENCE = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"

_ESCAPED = re.compile(rf"\\([!-/:-@\[-`{{-~])|{_REFERENCE}")


def plain(marked: str) -> str:
    """Return one paragraph of Markdown as its words, its lines joined, white space made single.

    A line break that is marked as one (`<br>`) stays a line feed.
    """
    text = _TAG.sub("", _STRUCK.sub("~~", marked)) if "<" in marked else marked
    lines = _BREAK.split(text) if "<" in text else [text]
    return "\n".join(filter(None, (one_line(_unmarked(line)) for line in lines)))


def _unmarked(text: str) -> str:
    if "*" in text:
        text = _STARS.sub(r"\2", text)
    if "_" in text:
        text = _LOW_LINES.sub(r"\2", text)
    return _ESCAPED.sub(_character, text) if "\\" in text or "&" in text else text


def _character(mark: re.Match[str]) -> str:
    return mark[1] or decoded(mark[0])


def decoded(text: str) -> str:
    """Return a text with every character reference that ends in `;` resolved."""
    if "&" not in text:
        return text
    from html import unescape  # noqa: PLC0415 - its table of names is large and seldom needed

    return re.sub(_REFERENCE, lambda reference: unescape(reference[0]) or reference[0], text)
