"""The page of one conversation: parsed as a browser does, and its colours measured."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grades import HARDEST, grade
from groundrules.readers.policies import PolicyShelf
from groundrules.record.facts import Kind
from groundrules.record.notation import parse
from groundrules.record.standing import OPEN, Doubt
from groundrules.record.timeline import Timeline, fold
from groundrules.record.transcript import Conversation, Party, Role, Turn
from groundrules.reporters.picture.explanations import ACTS, DOUBTS
from groundrules.reporters.picture.record_page import CONFIDENTIAL, html
from groundrules.reporters.picture.record_page_talk import LONG
from groundrules.reporters.sheets.sheet_characters import printable
from groundrules.reporters.talk import LETTERS, in_words
from groundrules.talk.liaisons.flags import Flag, Why
from groundrules.terms.levels import Level
from harbor_case import CONVERSATION
from talks import POLICIES, conversations, under

AP = PolicyShelf().load("ap")
STYLE = (files("groundrules.reporters.picture") / "record_page.css").read_text("utf-8")
EVERYTHING = """\
conversation: every-act
date: 2026-11-12T10:00-05:00
outlet: The Ledger Post
policy: ap
matter: the sale of Pier 9
parties:
  S1: source, Dana Whitfield
  AR: reporter, Ana Ruiz

[00:00:01] S1: Between us, I told no one.
  > hint "between us"
[00:00:05] S1: Background, as a person briefed on the talks?
  > ask background description="a person briefed on the talks" quote=no
[00:00:09] AR: To me that means no name.
  > define attribute=description
[00:00:12] S1: Yes.
  > agree
  > agree
[00:00:15] S1: The bank knew. And not what I said before.
  > retroactive off-the-record turns=1
[00:00:20] ?: Is that so?
[00:00:25] S1: Now this.
  > cut
  And that.
  > ask off-the-record
[00:00:30] AR: Hm.
  > unclear
[00:00:35] S1: The vote is on Friday.
  > close

afterwards:
  2026-11-14T09:00-05:00 S1 > release on-the-record turns=5 "by mail"
  2026-11-14T10:00-05:00 AR > grace turns=1 "she would lose her job"
  2026-11-14T11:00-05:00 S1 > approve turns=7
  2026-11-15T10:00-05:00 AR > incident "leak: in the building"
"""
AGREED = """\
conversation: agreed
parties:
  S1: source
  AR: reporter

S1: Well?
  > ask {}
AR: Yes.
  > agree
S1: So.
"""
PROPOSED = AGREED.replace("  >", "  ?>").format("off-the-record")
HOSTILE = "<script>alert('1')</script> & \"quoted\" </style><b onclick=x>"
_VOID = {"meta"}
_NAME = re.compile(r"--([a-z-]+): (#[0-9a-f]{3,6})\b")


class Page(HTMLParser):
    """A page as a browser takes it apart."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.elements.append((tag, given))
        self.ids += [one for name, one in attrs if name == "id" and one]
        if tag not in _VOID:
            self.open.append((tag, given))

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()[0]

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append((self.open[-1][1].get("class") or self.open[-1][0], data))

    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}

    def of(self, *kinds: str) -> list[str]:
        """Return the words right in elements of these classes, or of these tags without one."""
        return [words for kind, words in self.words if kind in kinds]

    def text(self) -> str:
        return " ".join(" ".join(words for _, words in self.words).split())

    def classes(self, tag: str) -> list[str]:
        return [given.get("class") or "" for name, given in self.elements if name == tag]

    def links(self) -> list[str]:
        return [given.get("href") or "" for tag, given in self.elements if tag == "a"]


def folded(conversation: Conversation = CONVERSATION) -> Timeline:
    return fold(conversation, AP)


def everything() -> Timeline:
    return folded(parse(EVERYTHING, "every.record"))


def test_it_loads_nothing_and_runs_nothing() -> None:
    page = Page(html(everything()))
    (style,) = page.of("style")
    (policy,) = [
        given["content"] for tag, given in page.elements if tag == "meta" and "http-equiv" in given
    ]

    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        == policy
    )
    assert not {"script", "link", "img", "iframe", "form"} & page.tags()
    assert not [given for _, given in page.elements if "style" in given or "onclick" in given]
    assert "url(" not in style
    assert "@import" not in style


def test_it_says_first_that_it_is_confidential() -> None:
    page = Page(html(everything()))

    assert [CONFIDENTIAL] == page.of("confidential")
    assert page.text().index(CONFIDENTIAL) < page.text().index("every-act", 200)
    assert f'@top-left {{ content: "{CONFIDENTIAL}"' in STYLE


def test_it_has_a_language_a_skip_link_and_headings_in_order() -> None:
    page = Page(html(everything(), [Flag(Why.NO_LIAISON, "S1", (5,), "S1 is no liaison")]))
    headings = [tag for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]

    assert ("html", {"lang": "en"}) == page.elements[0]
    assert "#talk" == page.links()[0]
    assert ["every-act"] == page.of("h1")
    assert [
        "The talk at a glance",
        "What was agreed",
        "What is open",
        "The talk",
        "Afterwards",
        "Who may talk",
    ] == page.of("h2")
    assert "h1" == headings[0]
    assert 1 == headings.count("h1")
    assert all(int(b[1]) <= int(a[1]) + 1 for a, b in pairwise(headings))
    assert "S1 is no liaison (turn 5 )" in page.text().replace("( ", "(")


def test_a_section_without_anything_in_it_is_left_out() -> None:
    page = Page(html(folded(Conversation("bare"))))

    assert ["The talk at a glance", "The talk"] == page.of("h2")
    assert "Nothing was said." in page.text()


def test_every_turn_and_every_act_is_there_once() -> None:
    timeline = everything()
    ids = Counter(Page(html(timeline)).ids)

    for turn in timeline.conversation.turns:
        assert 1 == ids[f"turn-{turn.number}"]
    for number, _ in enumerate(timeline.conversation.facts, 1):
        assert 1 == ids[f"fact-{number}"]
    assert len(timeline.conversation.facts) == sum(one.startswith("fact-") for one in ids)


def test_a_card_has_the_exact_words_and_what_they_promise() -> None:
    page = Page(html(everything()))

    assert ["card background"] == page.classes("article")
    assert [
        "Background, as a person briefed on the talks?",
        "To me that means no name.",
        "Yes.",
    ] == page.of("q")
    assert (
        "What was promised: not to be quoted; to be told inside the newsroom only where there is "
        "need; described as “a person briefed on the talks”."
    ) in page.text()


def test_nobody_is_given_the_words_of_somebody_else() -> None:
    text = "conversation: call\nparties:\n  M: spokesperson\n  Q: reporter\n\n"
    call = parse(text + "M: On background.\n  > announce background\n  > stay by=Q\n", "a.record")
    page = Page(html(folded(call)))

    assert ["On background."] == page.of("q")
    assert "Q stays, and so consents, turn 1 , without a word" in page.text()


def test_what_is_open_or_changed_nothing_or_came_later_is_explained() -> None:
    text = Page(html(everything())).text()

    for told in (
        "Open: it cannot be told who spoke .",
        "Open at this point: what was said about the terms cannot be read either way .",
        "Asked too late: fact 6 ; a request that came after the words changes nothing.",
        "A grace: fact 11 ; the journalist’s own choice, and no agreement.",
        "Released since: it was spoken on background.",
        "Approved: the source has approved quoting it.",
        "It changed nothing: a hint asks for nothing, so there was nothing to agree to.",
        "It changed nothing: nothing awaited this party's answer.",
        "14 November 2026, 09:00 S1 releases words: on the record",
        "15 November 2026, 10:00 AR notes an incident",
    ):
        assert told.replace(" .", ".") in text.replace(" .", "."), told


def test_the_small_rail_leads_to_the_turns_and_says_all_of_it_in_words() -> None:
    page = Page(html(folded()))

    assert ["R", "?", "O", "R", "?"] == page.of("chip")
    assert ["+", "/", "!"] == page.of("sign")[:3]
    assert "off the record, turns 3 to 5, from 00:13:58; agreed from here on" in page.of("hidden")
    assert ["#talk", "#turn-1", "#turn-2", "#turn-3", "#turn-6", "#turn-8"] == page.links()[:6]


def test_what_nobody_has_confirmed_is_told_apart_from_the_facts() -> None:
    page = Page(html(folded(parse(PROPOSED, "proposed.record"))))

    assert ["proposal-1", "proposal-2"] == [one for one in page.ids if "proposal" in one]
    assert ["act proposed"] * 2 == [one for one in page.classes("li") if one.startswith("act")]
    assert 2 == page.text().count("Nobody has confirmed this.")


def test_a_turn_without_words_and_one_by_nobody_known_are_told() -> None:
    silent = Turn(1, "", ("",), 1000)
    page = Page(html(folded(Conversation("quiet", (Party("S1", Role.SOURCE),), (silent,)))))

    assert ["(unknown)"] == page.of("id")[1:]
    assert ["(no words)"] == page.of("quiet")
    assert ["part silent"] == [one for one in page.classes("div") if one.startswith("part")]


def test_a_turn_as_long_as_a_page_of_paper_may_be_broken() -> None:
    long = Conversation("long", (), (Turn(1, "", ("word " * (LONG + 1),)), Turn(2, "", ("No.",))))

    assert ["turn long", "turn"] == [
        one for one in Page(html(folded(long))).classes("li") if one.startswith("turn")
    ]
    assert ".turn { break-inside: avoid; }" in STYLE


@pytest.mark.parametrize("status", LETTERS)
def test_beside_each_turn_stand_letter_word_and_pattern(status: str) -> None:
    assert f".{status} {{ --c: var(--{status});" in STYLE
    if status not in {OPEN, Level.PLAIN_WORDS, Level.CHATHAM_HOUSE}:
        page = Page(html(folded(parse(AGREED.format(status), "agreed.record"))))
        letters = [words for kind, words in page.words if kind == "letter"]

        assert LETTERS[status] == letters[-1]
        assert in_words(status) == page.of("word")[-1]
        assert f"part {status}" == page.classes("div")[-2]


def test_hostile_text_is_text_everywhere() -> None:
    said = CONVERSATION._replace(
        matter=HOSTILE,
        outlet=HOSTILE,
        parties=tuple(one._replace(name=HOSTILE) for one in CONVERSATION.parties),
        turns=tuple(one._replace(parts=(HOSTILE,)) for one in CONVERSATION.turns),
        facts=tuple(one._replace(words=HOSTILE) for one in CONVERSATION.facts),
    )
    page = Page(html(folded(said), [Flag(Why.OFF_TOPIC, "S1", (), HOSTILE)]))

    assert not {"script", "b onclick"} & page.tags()
    assert len(said.turns) == page.of("words").count(HOSTILE)
    assert [HOSTILE] == page.of("deck")
    assert [] == page.open


@given(conversations(), POLICIES, st.text(max_size=30))
def test_the_page_of_any_talk_is_whole(conversation, policy, text) -> None:
    turns = tuple(one._replace(parts=(*one.parts, text)) for one in conversation.turns)
    timeline = under(conversation._replace(turns=turns, matter=text), policy)
    page = Page(html(timeline))
    ids = Counter(page.ids)

    assert [] == page.open
    assert {1} == set(ids.values())
    assert len(timeline.conversation.turns) == sum(one.startswith("turn-") for one in ids)
    assert len(timeline.conversation.facts) == sum(one.startswith("fact-") for one in ids)
    assert all(link[0] == "#" and link[1:] in ids for link in page.links())
    assert {"script", "img"}.isdisjoint(page.tags())
    rails = [one.removeprefix("part ") for one in page.classes("div") if one.startswith("part ")]
    statuses = [one.status for one in timeline.standings]
    assert statuses == [one for one in rails if one != "silent"]
    said = [printable(one.statement.text) for one in timeline.standings]
    assert [one for one in said if one] == [one.strip() for one in page.of("words")]


def test_every_act_and_every_doubt_has_words() -> None:
    assert set(Kind) == set(ACTS)
    assert set(Doubt) == set(DOUBTS)
    assert grade(" ".join(DOUBTS.values())) <= HARDEST


def blocks() -> dict[str, dict[str, str]]:
    """Return the colours of the page in the light, in the dark and on paper."""
    light, dark, paper = (
        dict(_NAME.findall(found)) for found in re.findall(r":root \{(.*?)\n *\}", STYLE, re.DOTALL)
    )
    return {"light": light, "dark": {**light, **dark}, "paper": {**light, **paper}}


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(one * 2 for one in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_the_contrast_is_measured_right() -> None:
    assert 21 == round(contrast("#000", "#ffffff"), 2)
    assert 4.54 == round(contrast("#767676", "#fff"), 2)


@pytest.mark.parametrize("light", ["light", "dark", "paper"])
def test_every_colour_can_be_read_on_what_it_stands_on(light: str) -> None:
    colours = blocks()[light]
    grounds = {
        **dict.fromkeys(LETTERS, ("paper",)),
        "ink": ("paper", "tint", "care-tint"),
        "quiet": ("paper", "tint"),
        "link": ("paper", "tint", "care-tint"),
        "care": ("paper", "tint", "care-tint"),
    }

    weak = {
        (name, ground): ratio
        for name, under_it in grounds.items()
        for ground in under_it
        if (ratio := contrast(colours[name], colours[ground])) < 4.5
    }
    assert {} == weak


def test_the_eight_patterns_differ_without_their_colours() -> None:
    found = dict(
        re.findall(
            r"(?m)^\.([a-z-]+) \{ --c: var\(--[a-z-]+\);\s*--pattern: (.*?); \}", STYLE, re.DOTALL
        )
    )
    shapes = {name: " ".join(pattern.split()) for name, pattern in found.items()}

    assert {*LETTERS, "silent"} == set(shapes)
    del shapes["silent"]
    assert len(LETTERS) == len(set(shapes.values()))
    assert not [name for name, shape in shapes.items() if re.search(r"#|--(?!c\b)", shape)]


def test_paper_darkness_and_a_phone_have_styles() -> None:
    for found in (
        "@media print",
        "@page",
        "prefers-color-scheme: dark",
        "max-width: 40rem",
        "print-color-adjust: exact",
    ):
        assert found in STYLE
