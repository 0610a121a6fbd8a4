from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

from hypothesis import given
from sheets import EVERYTHING, SHEETS, texts

from groundrules.reporters.sheets.sheet import Heading, Paragraph, Rows, Sheet
from groundrules.reporters.sheets.sheet_characters import printable
from groundrules.reporters.sheets.sheet_html import html

_VOID = {"meta"}


class Page(HTMLParser):
    """A page as a browser takes it apart."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []
        self.declarations: list[str] = []
        self.feed(text)
        self.close()

    def handle_decl(self, decl: str) -> None:
        self.declarations.append(decl)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append((self.open[-1], data))

    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}

    def of(self, *tags: str) -> list[str]:
        return [words for tag, words in self.words if tag in tags]


def test_it_loads_nothing_and_runs_nothing() -> None:
    page = Page(html(EVERYTHING))
    (style,) = page.of("style")
    policy = {
        attributes["http-equiv"]: attributes["content"]
        for tag, attributes in page.elements
        if tag == "meta" and "http-equiv" in attributes
    }

    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert {
        "Content-Security-Policy": (
            f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        )
    } == policy
    assert not {"script", "link", "img", "iframe"} & page.tags()
    assert "url(" not in style
    assert "@import" not in style


def test_it_says_its_language_and_has_headings_in_order() -> None:
    page = Page(html(EVERYTHING))

    assert ["doctype html"] == page.declarations
    assert ("html", {"lang": "en-GB"}) == page.elements[0]
    assert [EVERYTHING.title] == page.of("title")
    assert [EVERYTHING.title, "What to say", "Rights"] == page.of("h1", "h2", "h3")


def test_each_block_is_the_element_that_it_is() -> None:
    page = Page(html(EVERYTHING))
    elements = [tag for tag, _ in page.elements]

    assert 2 == elements.count("ol")
    assert 2 == elements.count("ul")
    assert 2 == sum(("class", "box") in given.items() for _, given in page.elements)
    assert ["Question", "Answer", "Publish?", "Quote?"] == page.of("th")
    assert ["col", "col", "row", "row"] == [
        given["scope"] for tag, given in page.elements if tag == "th"
    ]
    assert ["no", "word for word"] == page.of("td")
    assert 1 == elements.count("blockquote")
    assert ["Place and day:", "Signature:"] == page.of("span")


def test_paper_and_darkness_have_styles() -> None:
    (style,) = Page(html(EVERYTHING)).of("style")

    assert "@media print" in style
    assert "@page" in style
    assert "prefers-color-scheme: dark" in style


def test_a_heading_is_never_deeper_than_one_below_another_or_than_six() -> None:
    deep = tuple(Heading(str(level), level) for level in (3, 9, 9, 9, 9, 9, 9))
    page = Page(html(Sheet("T", deep)))

    assert ["h1", "h2", "h3", "h4", "h5", "h6", "h6", "h6"] == [
        tag for tag, _ in page.elements if tag[0] == "h" and tag[1:].isdigit()
    ]


def test_a_cell_tells_its_column_on_a_narrow_screen() -> None:
    page = Page(html(Sheet("T", (Rows(('a"b', "<c>"), (("1", "2"),)),))))

    assert ["<c>"] == [given["data-head"] for tag, given in page.elements if tag == "td"]


def test_the_direction_of_writing_cannot_be_turned() -> None:
    page = Page(html(Sheet("T", (Paragraph("pay \u202e001\u202c now"),))))

    assert ["pay 001 now"] == page.of("p")


@given(SHEETS)
def test_every_text_is_on_the_page_and_is_no_markup(sheet: Sheet) -> None:
    page = Page(html(sheet))

    assert [] == page.open
    assert not {"script", "b", "i", "img"} & page.tags()
    words = [words.strip() for _, words in page.words]
    for block in sheet.blocks:
        for text in filter(None, map(printable, texts(block))):
            assert text.strip() in words or f"{text}:".strip() in words
