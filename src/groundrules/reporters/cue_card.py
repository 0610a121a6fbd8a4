"""The cue card: what the talk is on now, and the words for what may come next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.sheets.sheet import Heading, Paragraph, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.reporters.sheets.sheet import Block
    from groundrules.talk.script.script import Part, Script

NEXT = ("return", "hindsight", "close")
"""The parts of a script that a person needs once the terms are agreed."""


def cue_card(now: str, read_back: str, script: Script) -> Sheet:
    """Return the card.

    Args:
        now: what the talk is on, in a sentence.
        read_back: the sentence that was read aloud.
        script: of the terms that hold; its words for what comes next are taken.
    """
    parts = {part.name: part for part in script.parts}
    return Sheet(now, tuple(_blocks(read_back, parts)), script.language)


def _blocks(read_back: str, parts: dict[str, Part]) -> Iterator[Block]:
    yield Paragraph(read_back, "spoken")
    for name in NEXT:
        spoken = (
            [line.text for line in parts[name].lines if line.is_spoken] if name in parts else []
        )
        if spoken:
            yield Heading(parts[name].title)
            yield from (Paragraph(text, "spoken") for text in spoken)
