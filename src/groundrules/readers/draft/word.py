"""Drafts in Word files: every paragraph, wherever it stands, with its place in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.document import Omission, Span
from groundrules.readers.draft.manuscript import Manuscript
from groundrules.readers.text_file import shown
from groundrules.readers.word.word_layout import Layout
from groundrules.readers.word.word_parts import read_parts
from groundrules.readers.word.word_vocabulary import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Draft
    from groundrules.readers.word.word_paragraphs import Paragraph
    from groundrules.readers.word.word_part import WordPart
    from groundrules.readers.word.word_parts import Parts


class WordDraft(NamedTuple):
    """A draft, where each of its characters stands in the file, and what that consists of."""

    draft: Draft
    layout: Layout
    parts: Parts


def word_draft(content: bytes, path: str) -> Draft:
    """Return the draft that a Word file holds; see `read_word_draft`."""
    return read_word_draft(content, path).draft


def read_word_draft(content: bytes, path: str) -> WordDraft:
    """Return the draft that a Word file holds, and where it stands in it.

    Args:
        content: the whole file.
        path: the file as the caller named it.

    Raises:
        BadInput: it is no Word file, or one that is refused: see `word_parts`.
    """
    parts = read_parts(content, path)
    manuscript = Manuscript(shown(path))
    layout = Layout()
    for paragraph in _paragraphs(parts):
        text = "".join(piece.text for piece in paragraph.pieces)
        start = manuscript.line(text, paragraph.label, paragraph.role, goes_on=paragraph.goes_on)
        layout.take(paragraph, start)
    return WordDraft(manuscript.draft(_left_out(parts)), layout, parts)


def _paragraphs(parts: Parts) -> Iterator[Paragraph]:
    yield from parts.text.telling.paragraphs
    for kind, part in parts.others:
        said = [
            one
            for one in part.telling.paragraphs
            if any(piece.text.strip() for piece in one.pieces)
        ]
        if kind.endswith("notes"):
            yield from _notes(kind.removesuffix("s"), said, parts)
        else:
            yield from (_elsewhere(one, f"page {kind}") for one in said)


def _notes(kind: str, said: list[Paragraph], parts: Parts) -> Iterator[Paragraph]:
    """Yield what the notes of one kind say, in the order in which the text refers to them."""
    order = [note for found, note in parts.text.references if found == kind]
    numbers = {note: number for number, note in enumerate(order, 1)}
    for one in sorted(said, key=lambda each: numbers.get(each.note, 0)):
        if one.note in numbers:
            anchor = parts.text.references[kind, one.note]
            yield _elsewhere(one, f"{kind} {numbers[one.note]}")._replace(anchor=anchor)


def _elsewhere(one: Paragraph, label: str) -> Paragraph:
    inner = f"{label}, {one.label}" if one.label else label
    return one._replace(label=inner, anchor=None, is_outside=True)


def _has_words(one: Paragraph) -> bool:
    return any(piece.text.strip() for piece in one.pieces)


def _left_out(parts: Parts) -> tuple[Omission, ...]:
    names = dict(parts.text.left_out)
    for kind, part in parts.others:
        names |= part.left_out
        if kind.endswith("notes") and _has_orphans(kind.removesuffix("s"), part, parts):
            names["notes that nothing refers to"] = None
    nowhere = Span(0, 0)
    return tuple(
        Omission(nowhere, name, seen=name.split()[0] not in UNSEEN) for name in sorted(names)
    )


def _has_orphans(kind: str, part: WordPart, parts: Parts) -> bool:
    known = {note for found, note in parts.text.references if found == kind}
    orphans = (one for one in part.telling.paragraphs if one.note and one.note not in known)
    return any(map(_has_words, orphans))
