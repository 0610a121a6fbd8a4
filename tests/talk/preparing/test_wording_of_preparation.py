"""The texts before a talk: plain enough for a frightened person, each with its practice."""

from __future__ import annotations

import tomllib
from itertools import chain
from pathlib import Path

import pytest

from grades import HARDEST, grade
from groundrules.readers.wordings import SHIPPED
from groundrules.talk.preparing.facts import FACTS
from groundrules.talk.preparing.guidance import When
from groundrules.talk.preparing.permissions import SURENESS
from groundrules.talk.preparing.questions import Kind

RAW = {
    kind: tomllib.loads((SHIPPED / kind / "source.toml").read_text(encoding="utf-8"))
    for kind in ("interviews", "advice")
}
SHOWN = ("ask", "help", "text", "because", "wrong", "asking", "lets", "says", "opening", "decision")
MEANINGFUL = 60
"""The fewest words of which a grade says something."""

PRACTICES = (
    "1.02 1.08 1.09 1.10 1.11 1.39 1.40 1.41 1.42 1.43 1.44 1.45 1.46 1.47 1.48 "
    "2.01 2.02 2.03 2.04 2.05 2.06 2.07 2.08 2.09 2.10 2.11 2.12 2.13 "
    "3.01 3.02 3.03 3.04 3.05 3.06 3.07 3.08 3.09 3.15 3.16 3.17 3.18 3.19 3.20 3.21 3.22 3.23 "
    "3.24 3.25 3.26 3.27 3.28 3.29 3.30 3.36 3.37 3.38 3.39 3.40 3.41 3.42 3.44 3.45 3.46 3.47 "
    "3.48 3.49 3.50"
)
"""The practices of speaking to reporters that the preparation and the plan are there for."""


def texts_of(node: object) -> list[str]:
    """Return every text that is shown in prose, each question with its help as one."""
    if not isinstance(node, dict):
        return []
    own = [" ".join(str(node[key]).split()) for key in SHOWN if isinstance(node.get(key), str)]
    labels = node.get("choices")
    choices = list(labels.values()) if isinstance(labels, dict) else []
    below = chain.from_iterable(texts_of(child) for child in node.values())
    return [*([" ".join([*own, *choices])] if own else []), *below]


def pieces(texts: list[str]) -> list[str]:
    """Return texts, joined to neighbours until each is long enough to be graded."""
    found: list[str] = []
    for text in texts:
        if found and len(found[-1].split()) < MEANINGFUL:
            found[-1] += f" {text}"
        else:
            found.append(text)
    if len(found[-1].split()) < MEANINGFUL:
        found[-2] += f" {found.pop()}"
    return found


def practices_of(node: object) -> list[str]:
    if not isinstance(node, dict):
        return []
    below = chain.from_iterable(practices_of(child) for child in node.values())
    return [*node.get("practices", ()), *below]


PIECES = [(kind, piece) for kind in RAW for piece in pieces(texts_of(RAW[kind]))]


@pytest.mark.parametrize(("kind", "piece"), PIECES, ids=lambda one: one[:40])
def test_a_frightened_person_can_read_it(kind: str, piece: str) -> None:
    assert len(piece.split()) >= MEANINGFUL
    assert grade(piece) <= HARDEST, f"{kind}: {piece}"


def test_every_text_is_graded() -> None:
    assert len(PIECES) > 40


@pytest.mark.parametrize("practice", PRACTICES.split())
def test_every_practice_has_a_text(practice: str) -> None:
    assert practice in practices_of(RAW)


@pytest.mark.parametrize("kind", ["questions"])
def test_every_question_explains_itself_and_has_a_practice(kind: str) -> None:
    questions = RAW["interviews"][kind]

    assert [name for name, one in questions.items() if not one.get("help")] == []
    assert [name for name, one in questions.items() if not one.get("practices")] == []


def test_the_page_of_wordings_names_every_kind_fact_and_table() -> None:
    page = (Path(__file__).parents[3] / "docs/reference/wordings.md").read_text(encoding="utf-8")
    names = {*Kind, *FACTS, *SURENESS, *When}

    assert sorted(name for name in names if f"`{name}`" not in page) == []
    assert [key for key in RAW["advice"] if f"`{key}`" not in page and f"`[{key}" not in page] == []
