"""Rev's JSON, from its service for machines and people: monologues of elements.

Shape: `monologues[]` with `speaker` (a number) and, where somebody named the speakers,
`speaker_info.display_name`; `elements[]` with `type` (`text`, `punct`, `unknown`) and `value`, and
for `text` `ts` and `end_ts` in seconds. Confirmed against the samples of its documentation and of
its published client; `speaker_info` against the client's types alone.

Values are put together as they stand: a `punct` may be a blank. Where there is none between two
words, as in the client's sample, one is put there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.readers.transcript.spoken_words import known
from groundrules.readers.transcript.turns import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.readers.transcript.json_document import Node

_PUNCTUATION = "punct"

_ENDS = (".", ",", "?", "!", ";", ":", "…", ")", "]", ">", "%")


def is_rev_ai(document: dict[str, object]) -> bool:
    """Tell whether a document has monologues."""
    return "monologues" in document


def read_rev_ai(document: Node) -> Iterator[Said]:
    """Yield the monologues, in the order of the file."""
    for monologue in document.nodes("monologues"):
        named = monologue.node("speaker_info").text("display_name")
        label = known(named or monologue.label("speaker"))
        elements = monologue.nodes("elements")
        times = [element.span("ts", "end_ts") for element in elements]
        start = next((start for start, _ in times if start is not None), None)
        ends = [end for _, end in times if end is not None]
        yield Said(label, _text(elements), start, max(ends, default=None))


def _text(elements: list[Node]) -> str:
    values: list[str] = []
    for element in elements:
        value = element.text("value", required=True)
        word = element.text("type") != _PUNCTUATION
        blank = " " if word and values and _runs_on(values[-1], value) else ""
        if value:
            values.append(blank + value)
    return "".join(values)


def _runs_on(before: str, value: str) -> bool:
    """Tell whether a word would be one with what stands before it."""
    return (before[-1].isalnum() or before.endswith(_ENDS)) and not value[:1].isspace()
