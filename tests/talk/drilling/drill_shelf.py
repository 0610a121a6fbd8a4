"""Scenarios for the tests: those that ship, and one small one that a test can change and break."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import groundrules.talk
from groundrules.readers.policies import PolicyShelf
from groundrules.tables.table import Document
from groundrules.talk.drilling.paths import every_state
from groundrules.talk.drilling.play import Play, begin
from groundrules.talk.drilling.scenario_document import scenario_from

if TYPE_CHECKING:
    from groundrules.talk.drilling.scenario import Scenario
    from groundrules.terms.policy import Policy

WORDINGS = Path(groundrules.talk.__path__[0]) / "wordings"
SHIPPED = sorted(path.stem for path in (WORDINGS / "scenarios").glob("*.toml"))

SMALL = """\
title = "A small talk"
side = "source"
difficulty = "easy"
policy = "ap"
outlet = "The Ledger Post"
practices = ["1.12"]
situation = "You know of a sale."
you = "S1"
goal = "sale"
start = "call"

[people.S1]
role = "source"
name = "Dana Whitfield"

[people.AR]
role = "reporter"
name = "Ana Ruiz"

[points.sale]
about = "there is a sale"
needs = "attribute=description"
wants = "publish=yes"
signs = ["sale"]

[steps.call]
says = "What is new?"

[steps.call.choices.tell]
words = "There is a sale."
holds = ["sale"]
next = "printed"

[steps.call.choices.ask]
words = "On background?"
acts = ["ask background"]
next = "answer"

[steps.call.choices.nothing]
words = "Nothing."
next = "quiet"

[steps.answer]
says = "Yes."
acts = ["agree"]

[steps.answer.choices.tell]
words = "There is a sale."
holds = ["sale"]
next = "safe"

[steps.answer.choices.nothing]
words = "Thank you."
next = "quiet"

[endings.printed]
text = "It is printed."

[endings.safe]
says = "Thank you."
text = "It is printed without a name."

[endings.quiet]
text = "Nothing is printed."
"""


@cache
def policy(name: str) -> Policy:
    return PolicyShelf().load(name)


POLICIES = PolicyShelf().names()


@cache
def shipped(name: str) -> Scenario:
    return read((WORDINGS / "scenarios" / f"{name}.toml").read_text(encoding="utf-8"), name)


def read(text: str, name: str = "small") -> Scenario:
    return scenario_from(document(text, name), policy, POLICIES)


def document(text: str, name: str = "small") -> Document:
    return Document(f"{name}.toml", name, tomllib.loads(text), text)


def small(*changes: tuple[str, str]) -> str:
    """Return the small scenario's text with some of it written otherwise, each change once."""
    text = SMALL
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    return text


def finished(scenario: Scenario) -> list[Play]:
    states = every_state(begin(scenario))
    assert states is not None
    return [state for state in states if state.ending]


def play_of(scenario: Scenario, *names: str) -> Play:
    """Return the play in which these choices were taken."""
    states = every_state(begin(scenario))
    assert states is not None
    return next(state for state in states if state.taken == names)
