"""A remark: what stands in the margin about one phrase of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.reporters.picture.record_page_words import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Span

_TRAILING = ".!?”"


class Remark(NamedTuple):
    """What is said about a phrase, ready to be put on the page.

    Attributes:
        number: from 1, over all the drafts of the page.
        span: the phrase in the draft's text.
        kind: the class that gives it its pattern, such as `k-error`.
        letter: one character that says what kind it is.
        word: the same in words.
        head: what it is about, as HTML.
        body: the paragraphs below it, as HTML.
        foot: where the phrase is, and what else is small.
    """

    number: int
    span: Span
    kind: str
    letter: str
    word: str
    head: str
    body: tuple[str, ...]
    foot: str


def card(remark: Remark, last: int) -> Iterator[str]:
    """Yield a remark as a card of the margin.

    Args:
        remark: the remark.
        last: the number of the last one on the page.
    """
    number = remark.number
    yield f'<article class="remark {remark.kind}" id="remark-{number}" tabindex="-1">'
    yield (
        f'<h3><a class="back" href="#at-{number}" title="to the phrase">{number}</a> '
        f'<span class="chip"><b class="letter" aria-hidden="true">{remark.letter}</b> '
        f'<span class="word">{remark.word}</span></span> '
        f'<span class="head">{remark.head}</span></h3>'
    )
    yield from remark.body
    yield f'<p class="foot">{shown(remark.foot)}{"".join(_steps(number, last))}</p>'
    yield "</article>"


def _steps(number: int, last: int) -> Iterator[str]:
    if number > 1:
        yield f' <a class="step" rel="prev" href="#remark-{number - 1}">previous</a>'
    if number < last:
        yield f' <a class="step" rel="next" href="#remark-{number + 1}">next</a>'


def strip(remarks: tuple[Remark, ...]) -> Iterator[str]:
    """Yield a row of links to the remarks, each with its letter; nothing where there are none."""
    if remarks:
        yield '<nav aria-label="Remarks"><ol class="marks">'
        for one in remarks:
            yield (
                f'<li class="{one.kind}"><a href="#remark-{one.number}">'
                f'<span class="chip" aria-hidden="true"><b>{one.letter}</b></span>'
                f'<span class="hidden">{one.word} </span><span>{one.number}</span></a></li>'
            )
        yield "</ol></nav>"


def legend_item(kind: str, letter: str, word: str) -> str:
    """Return what a kind of remark looks like, with its letter and its word."""
    return (
        f'<li class="{kind}"><span class="swatch" aria-hidden="true"></span>'
        f'<b class="letter">{letter}</b> <span class="word">{word}</span></li>'
    )


def sentence(clause: str) -> str:
    """Return a clause of a message as a sentence of the page."""
    text = f"{clause[:1].upper()}{clause[1:]}"
    return shown(text if text.endswith(tuple(_TRAILING)) else f"{text}.")


def labelled(label: str, text: str, name: str = "") -> str:
    """Return a paragraph that begins with what it is about; `name` is its class."""
    opening = f'<p class="{name}" dir="auto">' if name else '<p dir="auto">'
    return f"{opening}<b>{label}:</b> {text}</p>"
