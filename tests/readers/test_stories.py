"""The story of a draft is read from beside it, or from its front matter, and never from both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.errors import BadInput
from groundrules.evidence.story import UNDECLARED, Story, StoryFact, StorySource
from groundrules.readers.drafts import read_draft
from groundrules.readers.stories import read_story
from groundrules.readers.story_front_matter import declared_in

if TYPE_CHECKING:
    from pathlib import Path

FERRIES = Story(
    "winter-ferries",
    facts=(StoryFact("papers", "no papers", ("ferry#4", "the register, page 3")),),
    sources=(StorySource("mate", "ferry/S1", told_before=("tall", "o'clock")),),
)
YAML = """---
title: No papers
groundrules:   # what the check is told
  story: winter-ferries   # a comment
  # another
  facts:
    papers:
      words: 'no papers'
      rests_on: [ferry#4, "the register, page 3"]
  sources:
    "mate":
      party: ferry/S1
      told_before:
        - tall
        - 'o''clock'
tags: [x]
---
"""
TOML = """+++
title = "No papers"
[groundrules]
story = "winter-ferries"
facts.papers = { words = "no papers", rests_on = ["ferry#4", "the register, page 3"] }
sources.mate = { party = "ferry/S1", told_before = ["tall", "o'clock"] }
+++
"""
BESIDE = TOML.split("[groundrules]\n")[1].removesuffix("+++\n")


def story_in(folder: Path, text: str, name: str = "draft.md", beside: str = "") -> Story:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    if beside:
        (folder / f"{name}.groundrules.toml").write_text(beside, encoding="utf-8")
    return read_story(read_draft(path))


@pytest.mark.parametrize("head", [YAML, TOML, YAML.replace("\n", "\r\n")])
def test_front_matter_declares_a_story(tmp_path: Path, head: str) -> None:
    assert story_in(tmp_path, f"{head}\nThere were no papers.\n") == FERRIES


@pytest.mark.parametrize("name", ["draft.md", "draft.txt", "draft.html"])
def test_a_file_beside_a_draft_of_any_format_does(tmp_path: Path, name: str) -> None:
    assert story_in(tmp_path, "<p>There were no papers.</p>", name, BESIDE) == FERRIES


@pytest.mark.parametrize(
    "text",
    [
        "There were no papers.",
        "---\ntitle: groundrules\n---\nNo papers.",
        "---\nabout:\n  groundrules: x\n---\nNo papers.",
        '+++\ntitle = "groundrules"\n+++\nNo papers.',
        "---\ntitle: x\n---\nThe groundrules: none.",
    ],
)
def test_a_draft_that_declares_nothing_has_no_story(tmp_path: Path, text: str) -> None:
    assert story_in(tmp_path, text) == UNDECLARED


def refused(folder: Path, text: str, beside: str = "") -> list[tuple[int, str]]:
    with pytest.raises(BadInput) as refusal:
        story_in(folder, text, beside=beside)
    return [(one.line, one.message) for one in refusal.value.faults]


def test_two_declarations_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, YAML, BESIDE) == [
        (0, "the story is declared here and in the front matter of the draft")
    ]


def test_a_file_beside_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "draft.md.groundrules.toml").symlink_to(tmp_path / "nothing")

    assert refused(tmp_path, "No papers.") == [(0, "there is no such file")]


@pytest.mark.parametrize(
    ("below", "line", "message"),
    [
        ("  story: a\n story: b", 4, "the line is indented otherwise than those above it"),
        ("  story: a\n  story: b", 4, "the key stands there twice"),
        ("  story: a\n  story", 4, "this is no key with a value"),
        ("  story: |\n    a", 3, "this value is in no form that is read here"),
        ("  story: [a,, b]", 3, "this list is in no form that is read here"),
        ('  story: [a, "b]', 3, "this list is in no form that is read here"),
        (f"{' ' * 65}story: a", 3, "the line is indented too far"),
        ("  story: {a: b}", 3, "this value is in no form that is read here"),
        ("  story: a\n    deeper: b", 4, "the line is indented otherwise than those above it"),
        (
            "  story: a\n  facts:\n    - a: b\n    c: d",
            6,
            "the line is indented otherwise than those above it",
        ),
        ('  story: "a" b', 3, "this value is in no form that is read here"),
    ],
)
def test_what_is_in_no_form_that_is_read_is_refused_with_its_line(
    tmp_path: Path, below: str, line: int, message: str
) -> None:
    assert refused(tmp_path, f"---\ngroundrules:\n{below}\n---\nNo papers.") == [(line, message)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\ngroundrules: x\n---\n", "nothing stands behind `groundrules:`"),
        ("---\ngroundrules:\n  - x\n---\n", "story: it is missing"),
        ("---\ngroundrules:\n---\n", "story: it is missing"),
        ("+++\ngroundrules = \n+++\n", "the front matter holds a story, and is not TOML"),
        ("+++\n[groundrules]\n+++\n", "story: it is missing"),
    ],
)
def test_a_declaration_without_a_story_is_refused(tmp_path: Path, text: str, message: str) -> None:
    assert message in [found for _, found in refused(tmp_path, f"{text}No papers.")]


def test_words_that_are_true_or_false_are_not_text(tmp_path: Path) -> None:
    head = YAML.replace("      words", "      allegation: true\n      words")

    (fact,) = story_in(tmp_path, f"{head}\nNo papers.").facts

    assert fact.allegation is True


def test_an_empty_list_is_missing(tmp_path: Path) -> None:
    head = YAML.replace('[ferry#4, "the register, page 3"]', "[ ]")

    assert refused(tmp_path, head) == [(0, "facts.papers.rests_on: it is missing")]


LINES = st.sampled_from(
    [
        *("groundrules:", "  story: a", "  facts:", "    one:", "      words: b", "  - c", "x: y"),
        *("      rests_on: [a, 'b, c']", "# no", "", "   odd", "  story: 'a", "  [", "groundrules"),
    ]
)


@given(st.lists(LINES, max_size=8))
def test_whatever_stands_there_is_read_or_refused(lines: list[str]) -> None:
    text = "\n".join(["---", *lines, "---"])
    declares = any(one.startswith("groundrules:") for one in lines)
    try:
        places = [2 if declared_in("draft.md", text) else 0]
    except BadInput as refusal:
        places = [one.line for one in refusal.faults]

    assert [bool(place) for place in places] == [declares]
    assert places[0] < len(lines) + 2
