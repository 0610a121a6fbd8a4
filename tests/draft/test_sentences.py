from __future__ import annotations

import re
from itertools import groupby

import pytest
from drafted import cut, draft_of
from hypothesis import example, given, settings
from hypothesis import strategies as st

from groundrules.draft.paragraphs import paragraphs
from groundrules.draft.sentences import sentences

CASES = [
    (
        "It rained. It stopped! Why? Nobody knew…",
        ["It rained.", "It stopped!", "Why?", "Nobody knew…"],
    ),
    (
        "Mr. Reyes met Sen. D. R. Whitfield at 3 p.m. on Tuesday.",
        ["Mr. Reyes met Sen. D. R. Whitfield at 3 p.m. on Tuesday."],
    ),
    (
        "The U.S. Senate met. It met in the U.S. The end came.",
        ["The U.S. Senate met.", "It met in the U.S.", "The end came."],
    ),
    ("Acme Inc. On Monday it sank.", ["Acme Inc.", "On Monday it sank."]),
    (
        '"I left. I never came back," she said. "It was over." She cried.',
        ['"I left. I never came back," she said.', '"It was over."', "She cried."],
    ),
    (
        '"Why?" Dana Whitfield asked. "Why?" the mayor asked.',
        ['"Why?" Dana Whitfield asked.', '"Why?" the mayor asked.'],
    ),
    ("He called it “dead.” Officials agreed.", ["He called it “dead.”", "Officials agreed."]),
    ("It cost $3.5 million, e.g. too much.", ["It cost $3.5 million, e.g. too much."]),
    ("They left... and came back.", ["They left... and came back."]),
    ("(It rained.) It stopped.", ["(It rained.)", "It stopped."]),
    ("“It is dead.” — Dana Whitfield", ["“It is dead.” — Dana Whitfield"]),
    ("What?! No.", ["What?!", "No."]),
    ("He said no. She said No. 5 was it.", ["He said no.", "She said No. 5 was it."]),
    ("They met on Main St. The end.", ["They met on Main St.", "The end."]),
    ("No full stop", ["No full stop"]),
    ("", []),
    (" \n\n ", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    draft = draft_of(text)

    assert expected == [cut(draft, one) for one in sentences(draft)]


def test_a_heading_is_a_sentence_of_its_own() -> None:
    draft = draft_of("The deal is dead\n\nIt rained.")

    assert ["The deal is dead", "It rained."] == [cut(draft, one) for one in sentences(draft)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_paragraphs_stand_between_blank_lines(end: str) -> None:
    draft = draft_of(f"{end}One{end}goes on. {end} \t{end}  Two.{end}{end}{end}Three{end}")

    assert [f"One{end}goes on.", "Two.", "Three"] == [cut(draft, one) for one in paragraphs(draft)]


LINES = re.compile(r"[^\r\n]+(?:\r\n|\r|\n|\Z)|\r\n|\r|\n")


@settings(max_examples=200)
@given(st.text(st.sampled_from("ab.\n\n\r \t\x0b\x85\u2028\x1cé"), max_size=30))
@example("a\r\n\r\nb\n\rc\r\r d \r\n e\n\n")
def test_paragraphs_are_runs_of_lines_that_are_not_blank(text: str) -> None:
    lines = [match.span() for match in LINES.finditer(text)]
    runs = groupby(lines, key=lambda one: bool(text[one[0] : one[1]].strip()))
    whole = [list(run) for seen, run in runs if seen]
    expected = [text[run[0][0] : run[-1][1]].strip() for run in whole]
    draft = draft_of(text)

    told = paragraphs(draft)

    assert expected == [cut(draft, one) for one in told]
    assert all(
        run[0][0] <= one.start and one.end <= run[-1][1]
        for run, one in zip(whole, told, strict=True)
    )
