"""Every practice has a home that exists and a test that exists."""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest

from docs.pages import ROOT, text_of
from docs.test_reference import COMMANDS
from groundrules.readers.wordings import WordingShelf
from groundrules.record.facts import Kind
from groundrules.rules.registry import all_rules
from groundrules.talk.script.wording import wording_from
from groundrules.terms.levels import Level

if TYPE_CHECKING:
    import click

GUIDES = {"0": 20, "1": 53, "2": 13, "3": 50}
"""The first digit of an id to how many practices the guide has."""

LATER = {"3.23", "3.47", "3.48"}
"""What a coming capability will carry in part: who a source is, and documents."""

ROW = re.compile(r"^\| (\d\.\d\d) \| (\S+) \| (.*?) \| (.*) \| (.*) \|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
COMMAND = re.compile(r"`(groundrules [^`]+)`")


class Practice(NamedTuple):
    id: str
    kind: str
    text: str
    home: str
    proof: str


PRACTICES = [Practice(*found) for found in ROW.findall(text_of("reference/practices.md"))]
IDS = [practice.id for practice in PRACTICES]


@cache
def functions(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@cache
def script_titles() -> frozenset[str]:
    texts = wording_from(WordingShelf().load("scripts", "american")).texts
    return frozenset(one for key, found in texts.items() if key[-1] == "title" for one in found)


def command_of(words: list[str]) -> click.Command | None:
    """Return the longest command that words begin with."""
    paths = (" ".join(words[:length]) for length in range(len(words), 1, -1))
    return next((COMMANDS[path] for path in paths if path in COMMANDS), None)


def test_every_practice_is_there_once_and_in_order():
    expected = [f"{guide}.{n:02}" for guide, count in GUIDES.items() for n in range(1, count + 1)]

    assert expected == IDS


@pytest.mark.parametrize("practice", PRACTICES, ids=IDS)
def test_a_practice_has_a_home_and_a_proof(practice):
    assert practice.text.strip()
    assert practice.home.strip()
    proofs = TEST.findall(practice.proof)
    assert proofs
    assert practice.proof == ", ".join(f"`{path}::{name}`" for path, name in proofs)
    for path, name in proofs:
        assert name in functions(path), f"{path} has no {name}"


@pytest.mark.parametrize("practice", PRACTICES, ids=IDS)
def test_what_a_home_names_exists(practice):
    codes = {rule.code for rule in all_rules()}
    assert set(re.findall(r"GR\d{3}", practice.home)) <= codes
    for page in re.findall(r"\]\(\.\./([\w/-]+\.md)\)", practice.home):
        assert text_of(page)
    for shown in COMMAND.findall(practice.home):
        words = shown.split()
        assert command_of(words), shown
        if words[1] == "drill" and len(words) > 2:
            assert words[2] in WordingShelf().names("scenarios")
        if words[1:3] == ["incident", "show"]:
            assert words[3] in WordingShelf().names("trouble")
    for title in re.findall(r"`groundrules script`,(?: parts?)? \*([^*]+)\*", practice.home):
        assert title in script_titles(), title
    for act in re.findall(r"the acts? `([\w-]+)`", practice.home):
        assert act in set(Kind)
    for level in re.findall(r"level `([\w-]+)`", practice.home):
        assert level in set(Level)


def test_what_comes_later_says_so():
    assert {one.id for one in PRACTICES if "later:" in one.home} == LATER
