"""A sheet as Markdown: no text of it becomes a mark, and every block has a form."""

from __future__ import annotations

import pytest

from groundrules.reporters.sheets.sheet import Blanks, Heading, Items, Paragraph, Rows, Sheet
from groundrules.reporters.sheets.sheet_markdown import markdown


def test_every_block_has_its_form() -> None:
    sheet = Sheet(
        "Minutes",
        (
            Heading("Points"),
            Heading("More", 2),
            Paragraph("Plain."),
            Paragraph("Small.", "note"),
            Paragraph("Mind it.", "warning"),
            Paragraph("Say it.", "spoken"),
            Items(("a", "b")),
            Items(("a", "b"), "steps"),
            Items(("a",), "boxes"),
            Rows(("who", "what"), (("she", "a | b"),)),
            Blanks(("Place",)),
        ),
    )

    assert markdown(sheet) == (
        "# Minutes\n\n## Points\n\n### More\n\nPlain.\n\nSmall.\n\n**Mind it.**\n\n> Say it.\n\n"
        "- a\n- b\n\n1. a\n2. b\n\n- [ ] a\n\n"
        "| who | what |\n| --- | --- |\n| she | a \\| b |\n\n"
        "- Place: " + "\\_" * 12 + "\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
        ("<b> [a](b)", "\\<b\\> \\[a\\](b)"),
        ("# no heading", "\\# no heading"),
        ("- no item", "\\- no item"),
        ("1. no item", "1\\. no item"),
        ("12 boats", "12 boats"),
        ("two\nlines", "two lines"),
    ],
)
def test_no_text_is_taken_for_a_mark(text: str, expected: str) -> None:
    assert markdown(Sheet("T", (Paragraph(text),))) == f"# T\n\n{expected}\n"
