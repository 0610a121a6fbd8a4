"""Sheets for tests: one with every block, and any sheet of texts that are as nasty as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from groundrules.reporters.sheets.sheet import Blanks, Heading, Items, Paragraph, Rows, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.reporters.sheets.sheet import Block

HOSTILE = (
    '#import "x": *',
    "$1 + 1$ *b* _i_ `c` @ref <label> // no comment",
    "<script>alert(1)</script>",
    "]]> --> </style> &amp; \"quoted\" 'single'",
    "{{ braces }} %s \\n \\u{1F642}",
)
"""Texts that are code somewhere else."""

EVERYTHING = Sheet(
    "Your talk with The Ledger Post",
    (
        Paragraph("This page is for you."),
        Heading("What to say"),
        Paragraph("Can we talk on background?", "spoken"),
        Paragraph("Wait for a yes.", "warning"),
        Items(("Ask.", "Wait.", "Go on."), "steps"),
        Items(("One", "Two"), "steps"),
        Heading("Rights", 2),
        Rows(("Question", "Answer"), (("Publish?", "no"), ("Quote?", "word for word"))),
        Items(("Recorder off", "Papers with you"), "boxes"),
        Items(HOSTILE),
        Paragraph("No legal advice.", "note"),
        Blanks(("Place and day", "Signature")),
    ),
    "en-GB",
)

NASTY = st.one_of(
    st.sampled_from(
        (*HOSTILE, "", "שלום עולם", "日本語。とても", "e\u0301", "a\u202eb\u2066c", "x" * 200)
    ),
    st.text(max_size=40),
)

_TABLES = st.integers(1, 4).flatmap(
    lambda width: st.builds(
        Rows,
        st.tuples(*[NASTY] * width),
        st.lists(st.tuples(*[NASTY] * width), max_size=3).map(tuple),
    )
)

_BLOCKS = st.one_of(
    st.builds(Heading, NASTY, st.integers(1, 4)),
    st.builds(Paragraph, NASTY, st.sampled_from(("", "note", "warning", "spoken"))),
    st.builds(
        Items,
        st.lists(NASTY, min_size=1, max_size=3).map(tuple),
        st.sampled_from(("points", "steps", "boxes")),
    ),
    _TABLES,
    st.builds(Blanks, st.lists(NASTY, max_size=2).map(tuple)),
)

SHEETS = st.builds(
    Sheet,
    NASTY,
    st.lists(_BLOCKS, max_size=5).map(tuple),
    st.sampled_from(("en-US", "en-GB", "de", "zh-Hant-TW", "", "x")),
)


def texts(block: Block) -> Iterator[str]:
    """Yield every text of a block, in the order in which it is read."""
    match block:
        case Heading(text, _) | Paragraph(text, _):
            yield text
        case Items(items, _):
            yield from items
        case Rows(head, rows):
            yield from head
            for row in rows:
                yield from row
        case Blanks(labels):
            yield from labels
