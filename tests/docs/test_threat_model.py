"""The threat model: each line of it names a test that is there, and nothing is left out."""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import NamedTuple

import pytest

from docs.pages import ROOT, text_of

PAGE = "explanation/threat-model.md"
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
NEVER = "What is not promised"

THINGS = (
    "A stolen laptop that is off",
    "A copy of the vault's folder",
    "The folder and a member's passphrase",
    "The database server",
    "The administrator of the database",
    "A backup",
    "A backup and the copy of the epoch key",
    "A recovery sheet",
    "The key of a reporter",
    "The key of an editor",
    "The key of somebody for the standards, or of a lawyer",
    "A member who has left",
    "The index without its key",
    "The index and its key",
    "A program of the same user",
    "Another user of the machine",
    "The superuser",
    "The key of the log",
    "A witness",
    "A source's receipt",
    "The network",
    "A court that compels the newsroom",
    "A court that compels the editor alone",
    "A court that compels the reporter alone",
    "The program itself",
)
"""What may fall, at the least."""

ADMITTED = (
    "made to unlock",
    "Malware",
    "Swap",
    "watch",
    "solid-state",
    "old passphrase",
    "Plain files",
    "Traffic",
    "Windows",
)
"""What must not look promised."""


class Line(NamedTuple):
    """One line of a section: what is given up or kept, with the tests that it names."""

    thing: str
    text: str
    tests: tuple[tuple[str, str], ...]


def promised() -> str:
    """Return the page up to what is not promised."""
    return text_of(PAGE).partition(f"\n## {NEVER}\n")[0]


def items(text: str) -> list[str]:
    """Return the items of a list, each on one line."""
    found = re.findall(r"(?m)^- (.*(?:\n  .*)*)", text)
    return [" ".join(one.split()) for one in found]


def lines() -> list[Line]:
    """Return every line of every section."""
    found = []
    for section in re.split(r"(?m)^### ", promised())[1:]:
        title, _, text = section.partition("\n")
        found += [
            Line(title, one, tuple(TEST.findall(one)))
            for one in items(re.split(r"(?m)^## ", text)[0])
        ]
    return found


@cache
def functions(path: str) -> frozenset[str]:
    """Return the functions of a test module; none where there is no such module."""
    if not (ROOT / path).is_file():
        return frozenset()
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def missing(line: Line) -> list[str]:
    """Return the tests of a line that are not there."""
    return [f"{path}::{name}" for path, name in line.tests if name not in functions(path)]


LINES = lines()


@pytest.mark.parametrize("line", LINES, ids=lambda one: f"{one.thing}: {one.text[:30]}")
def test_a_line_names_a_test_that_is_there(line: Line) -> None:
    assert re.match(r"(Gives up|Keeps): \w", line.text)
    assert line.tests
    assert [] == missing(line)


def test_every_test_that_the_page_names_belongs_to_a_line() -> None:
    named = TEST.findall(text_of(PAGE))

    assert named == [test for line in LINES for test in line.tests]
    assert text_of(PAGE).count("::test_") == len(named)


@pytest.mark.parametrize("thing", sorted({line.thing for line in LINES} | set(THINGS)))
def test_of_each_thing_it_says_what_is_given_up_and_what_is_kept(thing: str) -> None:
    said = {line.text.partition(":")[0] for line in LINES if line.thing == thing}

    assert {"Gives up", "Keeps"} == said


def test_what_is_not_promised_is_said_and_claims_no_test() -> None:
    _, _, text = text_of(PAGE).partition(f"\n## {NEVER}\n")
    admitted = items(text)

    assert [] == [one for one in admitted if not one.startswith("☐ *")]
    assert [] == TEST.findall(text)
    assert [] == [word for word in ADMITTED if not any(word in one for one in admitted)]


@pytest.mark.parametrize(
    "name",
    [
        "tests/vault/test_shredding.py::test_that_nobody_wrote",
        "tests/vault/test_nothing.py::test_what_is_held_is_never_shredded",
    ],
)
def test_the_control_a_test_that_is_not_there_is_missed(name: str) -> None:
    path, _, function = name.partition("::")

    assert [name] == missing(Line("", "", ((path, function),)))
