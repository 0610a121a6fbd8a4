"""A report as one page: taken apart as a browser does, without running its script."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.draft.document import Draft, Span
from groundrules.draft.printed import printed as print_of
from groundrules.errors import Fault
from groundrules.readers.drafts import markdown_draft
from groundrules.reporters.html_report import document, provenance_document
from groundrules.reporters.html_report.copy_text import KINDS
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.report import Report
from groundrules.rules.examination import Examination
from groundrules.rules.rule import Confidence, Finding, Severity
from harbor_case import (
    OPEN_WORDS,
    SECRET,
    examined,
    printed,
    the_case,
    the_report,
    two_drafts,
)

STYLE = (files("groundrules.reporters") / "html_report" / "report_page.css").read_text("utf-8")
HOSTILE = "<script>alert('1')</script> & \"quoted\" </style><b onclick=x>"
CLEAN = Report((examined(the_case(), ()),), Redaction())
_VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """A page as a browser takes it apart."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.source = text
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[list[str], str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()[0]

    def handle_data(self, data: str) -> None:
        self.words.append(([_kind(*one) for one in self.open], data))

    def under(self, kind: str) -> str:
        """Return the words below elements of a class, or of a tag without one."""
        return "".join(words for path, words in self.words if kind in path)

    def right_in(self, kind: str) -> list[str]:
        return [words for path, words in self.words if path and path[-1] == kind]

    def marked(self, kind: str) -> list[str]:
        """Return the words of the phrases that are marked as of a kind."""
        return [
            unescape(one)
            for one in re.findall(rf'<mark class="{kind}".*?>(.*?)</mark>', self.source)
        ]

    def values(self, name: str) -> list[str]:
        return [str(given[name]) for _, given in self.elements if name in given]

    def shown(self) -> str:
        return " ".join(
            "".join(
                words for path, words in self.words if not {"style", "script"} & set(path)
            ).split()
        )


def _kind(tag: str, given_: dict[str, str | None]) -> str:
    return (given_.get("class") or tag).split()[0]


def check(report: Report) -> Page:
    return Page(printed(document.lines(report)))


def quotations(report: Report) -> Page:
    return Page(printed(provenance_document.lines(report)))


PAGES = {
    "check": lambda: check(the_report()),
    "revealed": lambda: check(the_report(revealed=True)),
    "two drafts": lambda: check(two_drafts()),
    "no findings": lambda: check(CLEAN),
    "quotations": lambda: quotations(the_report()),
    "quotations revealed": lambda: quotations(the_report(revealed=True)),
}
every_page = pytest.mark.parametrize("made", PAGES.values(), ids=PAGES)


def digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


@every_page
def test_it_loads_nothing_and_runs_its_own_script_only(made) -> None:
    page = made()
    (policy,) = [str(given_["content"]) for tag, given_ in page.elements if "http-equiv" in given_]
    (style,) = page.right_in("style")
    scripts = page.right_in("script")

    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest(style)}'; script-src ")
    assert [one for one in scripts if f"'sha256-{digest(one)}'" not in policy] == []
    assert policy.endswith("base-uri 'none'; form-action 'none'")
    assert not {"link", "img", "iframe", "form", "object"} & {tag for tag, _ in page.elements}
    assert not [name for _, one in page.elements for name in one if re.match("on|style$", name)]
    assert page.values("src") == []
    assert [one for one in page.values("href") if not one.startswith("#")] == []
    assert not re.search(r"url\(|@import|fetch|http|eval|innerHTML", "".join((style, *scripts)))


@every_page
def test_every_link_leads_somewhere_and_every_id_is_there_once(made) -> None:
    page = made()
    ids = page.values("id")

    assert len(set(ids)) == len(ids)
    assert {one.removeprefix("#") for one in page.values("href")} - set(ids) == set()


@every_page
def test_it_says_its_language_and_has_headings_in_order(made) -> None:
    page = made()
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]

    assert page.elements[0] == ("html", {"lang": "en"})
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] - pair[0] > 1] == []


@every_page
def test_the_first_words_say_who_may_read_it(made) -> None:
    assert re.match(
        r"The \w+ of .* Skip to the draft Confidential: holds the draft", made().shown()
    )


def test_each_finding_stands_beside_its_phrase() -> None:
    page = check(the_report())

    assert page.marked("k-error") == [SECRET[:-1]]
    assert page.marked("k-warning") == [OPEN_WORDS[:-1]]
    assert page.right_in("fault")[:2] == [
        "The words were spoken off the record.",
        "The terms of these words are not settled.",
    ]
    assert page.right_in("ref") == ["1", "2"]
    assert page.values("data-remarks") == ["1", "2"]
    rows = page.source.split('<div class="row">')[1:]
    assert ["remark-1" in row for row in rows] == [False, True]


def test_a_remark_has_a_letter_and_a_word_and_leads_to_rule_promise_and_neighbour() -> None:
    page = check(the_report())
    first = page.source.split('id="remark-1"')[1].split("</article>")[0]

    assert '<b class="letter" aria-hidden="true">E</b> <span class="word">error</span>' in first
    for link in ("#rule-GR101", "#promise-1", "#at-1", "#remark-2"):
        assert f'href="{link}"' in first
    assert "Take the passage out, or ask for a release." in first
    assert "line 3, column 1; high confidence" in first


def test_the_rules_and_the_promises_are_on_the_page() -> None:
    text = check(the_report()).shown()

    assert "Finds passages that rest on words whose terms do not let them be published" in text
    assert "conversation harbor, turn 3 at 00:13:58" in text
    assert "1 quotation: 1 letter for letter." in text


@pytest.mark.parametrize("page", [check, quotations])
def test_it_holds_the_draft_and_nothing_of_the_record(page) -> None:
    shown = page(the_report()).shown()

    assert SECRET[:-1] in shown
    for hidden in ("Dana", "a person briefed on the talks", "Port of Larchmere", SECRET):
        assert hidden not in shown


@pytest.mark.parametrize(("page", "said"), [(check, SECRET), (quotations, OPEN_WORDS)])
def test_a_revealed_page_says_what_and_who(page, said) -> None:
    revealed = page(the_report(revealed=True))

    assert said in revealed.shown()
    assert "Source: Dana Whitfield" in revealed.shown()
    assert "the names of sources" in revealed.right_in("confidential")[0]


def test_a_quotation_stands_with_where_it_comes_from() -> None:
    page = quotations(the_report())

    assert page.marked("k-same") == [f"“{OPEN_WORDS[:-1]}”"]
    assert "letter for letter" in page.shown()
    assert "From: conversation harbor, turn 8, on 2026-11-03 (harbor#8)" in page.shown()
    assert "terms not settled" in page.shown()


def test_a_check_without_findings_says_what_was_checked_and_needs_no_script() -> None:
    page = check(CLEAN)

    assert "No broken promise found in 1 draft." in page.shown()
    assert "Not checked: " in page.shown()
    assert SECRET[:-1] in page.under("copy")
    assert page.right_in("script") == []


def test_what_kept_it_from_being_complete_is_said_first() -> None:
    fault = Fault("stories/draft.md", "it is too long", "cut it")
    page = check(the_report()._replace(faults=(fault,)))

    assert page.under("section").startswith(
        "\nAt a glance\nNot complete. stories/draft.md: it is too long; cut it."
    )


def test_without_the_script_nothing_is_hidden_but_its_own_buttons() -> None:
    page = check(the_report())

    assert [given_["id"] for _, given_ in page.elements if "hidden" in given_] == ["walk"]
    assert ["#remark-2", "#remark-1"] == re.findall(r'rel="\w+" href="(#[\w-]+)"', page.source)


def finding_at(span: Span, severity: Severity = Severity.ERROR) -> Finding:
    return Finding("GR303", "untraced-quotation", severity, Confidence.LOW, span, "a", "b")


def of_draft(draft: Draft, *findings: Finding) -> Report:
    case = replace(the_case(), draft=draft, quotations=(), matches=())
    return Report((Examination(case, findings, examined(the_case(), ()).tally),), Redaction())


def test_hostile_text_is_text_everywhere() -> None:
    draft = Draft(HOSTILE, f"{HOSTILE}\n", (Span(0, len(HOSTILE) + 1),))
    finding = finding_at(Span(3, 20))._replace(message=HOSTILE, remedy=HOSTILE)
    page = check(of_draft(draft, finding))

    assert " ".join(HOSTILE.split()) in page.shown()
    assert "b" not in {tag for tag, given_ in page.elements if "onclick" in given_}
    assert page.right_in("script") == []
    assert "onclick" not in {name for _, given_ in page.elements for name in given_}


def test_marks_of_the_file_are_not_shown_and_headings_are_headings() -> None:
    text = "---\ntitle: T\n---\n# The **old** quay\n\nIt *sank*, said [Ana](http://a.example).\n"
    draft = markdown_draft("a.md", text)
    page = check(of_draft(draft, finding_at(Span(text.index("sank"), text.index(", said")))))

    assert page.marked("k-error")[-1] == "sank"
    assert [one for one in page.values("class") if "headline" in one] == ["copy headline"]
    assert [" ".join(one.split()) for one in page.under("copy").split("1", 1)] == [
        "The old quayIt",
        "sank, said Ana.",
    ]


def test_of_two_findings_at_the_same_words_the_graver_shows() -> None:
    draft = Draft("a.txt", "One two three.", (Span(0, 14),))
    page = check(
        of_draft(
            draft,
            finding_at(Span(0, 7), Severity.NOTE),
            finding_at(Span(4, 13), Severity.ERROR),
        )
    )

    assert (page.marked("k-note"), page.marked("k-error")) == (["One "], ["two", " three"])
    assert page.values("data-remarks") == ["1", "1 2", "2"]


@given(
    text=st.text(alphabet="ab é“”<&\n#*", max_size=60),
    spans=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5),
)
def test_every_word_of_the_copy_and_every_finding_is_there_once(text, spans) -> None:
    draft = markdown_draft("a.md", text)
    places = [Span(min(*one, len(text)), min(max(one), len(text))) for one in spans]
    page = check(of_draft(draft, *map(finding_at, sorted(places))))
    copy = "".join(words for path, words in page.words if "copy" in path and "ref" not in path)

    assert "".join(print_of(draft).text.split()) == "".join(copy.split())
    assert [str(number) for number in range(1, len(places) + 1)] == page.right_in("ref")
    assert [f"remark-{number}" for number in range(1, len(places) + 1)] == [
        one for one in page.values("id") if one.startswith("remark-")
    ]


def test_each_kind_has_a_shape_and_a_line_of_its_own() -> None:
    rules = re.findall(r"(?ms)^((?:\.k-[a-z]+(?:, )?)+) \{ (.*?)\}", STYLE)
    styles = {kind: body for kinds, body in rules for kind in kinds.split(", ")}
    shapes = [
        (re.search(r"--pattern: (.*?);", styles[f".{kind}"], re.DOTALL), styles[f".{kind}"])
        for kind in KINDS
    ]
    lines = [re.search(r"--line-style: (\w+)", body) for _, body in shapes]

    assert {f".{kind}" for kind in KINDS} == styles.keys()
    assert all(shape for shape, _ in shapes)
    assert all(lines)
    assert (
        len(
            {
                (shape and shape[1], line and line[1])
                for (shape, _), line in zip(shapes, lines, strict=True)
            }
        )
        == 5
    )


def test_paper_darkness_a_phone_and_few_movements_have_styles() -> None:
    script = (files("groundrules.reporters") / "html_report" / "report_page.js").read_text("utf-8")

    for found in ("@media print", "prefers-color-scheme: dark", "max-width: 40rem"):
        assert found in STYLE
    assert "prefers-reduced-motion" in script


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("mode", "papers"), [(0, ("#fffefb", "#f5f2ea")), (1, ("#151517", "#212126"))]
)
def test_every_colour_can_be_read_on_its_ground(mode: int, papers: tuple[str, ...]) -> None:
    colours = dict(
        re.findall(
            r"--(\w+): (#[0-9a-f]{6})", re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[mode]
        )
    )

    assert colours.keys() == {"error", "warning", "remark", "same"}
    for colour in colours.values():
        for paper in papers:
            low, high = sorted((luminance(colour), luminance(paper)))
            assert (high + 0.05) / (low + 0.05) >= 4.5
