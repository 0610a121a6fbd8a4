"""Markdown in pages: the program's own texts as HTML in which nothing can run."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown_it.token import Token


def html_of(text: str, addresses: Mapping[str, str]) -> str:
    """Return a text as HTML without its first heading, which is the page's own title.

    HTML in the text is shown as it stands there. Links lead to addresses of ours and nowhere else.

    Args:
        text: in Markdown (CommonMark 0.31).
        addresses: where a link's target is found; a link to anything else stays plain text.
    """
    tokens = _reader().parse(text)
    shown = tokens[3:] if tokens and tokens[0].tag == "h1" else tokens
    for token in shown:
        token.children = list(_ours(token.children, addresses)) if token.children else None
    return str(_reader().renderer.render(shown, _reader().options, {}))


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _ours(children: list[Token], addresses: Mapping[str, str]) -> list[Token]:
    """Return the parts of a line with its links led to our addresses, or taken away."""
    found: list[Token] = []
    kept: list[bool] = []
    for child in children:
        if child.type == "link_open":
            name = str(child.attrs.get("href", "")).rsplit("/", 1)[-1]
            kept.append(name in addresses)
            child.attrs = {"href": addresses.get(name, "")}
        is_link = child.type in {"link_open", "link_close"}
        if not is_link or kept[-1]:
            found.append(child)
        if child.type == "link_close":
            kept.pop()
    return found
