"""The rules that found something, in the words of their pages."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.reporters.rule_text import RuleText

_CODE = re.compile(r"`([^`]+)`")
_STRONG = re.compile(r"\*\*([^*]+)\*\*")
_EMPHASIS = re.compile(r"\*([^*]+)\*")
_ITEM = "- "


def rule_sections(texts: Sequence[RuleText]) -> Iterator[str]:
    """Yield each rule with the fault, what it does and why it matters."""
    for text in texts:
        code, name = text.rule.code, text.rule.name
        yield f'<article class="rule" id="rule-{code}">'
        yield f"<h3>{code} {name}</h3>"
        yield f'<p class="fault">{marked_up(text.fault)}</p>'
        yield from _paragraphs(text.does)
        yield "<h4>Why it matters</h4>"
        yield from _paragraphs(text.why)
        yield (f'<p class="more"><code>groundrules explain {code}</code> shows examples.</p>')
        yield "</article>"


def _paragraphs(text: str) -> Iterator[str]:
    for block in text.split("\n\n"):
        if block.startswith(_ITEM):
            items = re.split(rf"\n(?={_ITEM})", block)
            listed = (f"<li>{marked_up(one.removeprefix(_ITEM))}</li>" for one in items)
            yield f"<ul>{''.join(listed)}</ul>"
        else:
            yield f"<p>{marked_up(block)}</p>"


def marked_up(text: str) -> str:
    """Return a line of Markdown as HTML: code, strong emphasis and emphasis."""
    html = _CODE.sub(r"<code>\1</code>", escape(text))
    return _EMPHASIS.sub(r"<em>\1</em>", _STRONG.sub(r"<strong>\1</strong>", html))
