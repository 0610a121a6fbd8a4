from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from typing import Any

import pytest

from grades import HARDEST, grade
from groundrules.errors import BadInput
from groundrules.readers.wordings import SHIPPED, WordingShelf
from groundrules.record.facts import Turns
from groundrules.tables.table import Document
from groundrules.talk.on_paper.shape import LISTS, TEXTS
from groundrules.talk.on_paper.wording import Wording, wording_from

NAMES = ("american", "british")


def shipped(name: str) -> Wording:
    return wording_from(WordingShelf().load("agreements", name))


def changed(table: str, key: str, text: object) -> list[str]:
    """Return the faults of the American wording with one text changed; None takes it away."""
    raw: dict[str, dict[str, Any]] = tomllib.loads(
        (SHIPPED / "agreements" / "american.toml").read_text(encoding="utf-8")
    )
    if text is None:
        del raw[table][key]
    else:
        raw.setdefault(table, {})[key] = text
    with pytest.raises(BadInput) as caught:
        wording_from(Document("own.toml", "own", raw))
    return [f"{fault.message} ({fault.remedy})" for fault in caught.value.faults]


@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_the_shape_is_there(name: str) -> None:
    wording = shipped(name)

    assert name == wording.name
    assert {(table, key) for table, keys in TEXTS.items() for key in keys} == set(wording.texts)
    assert {(table, key) for table, keys in LISTS.items() for key in keys} == set(wording.lists)


@pytest.mark.parametrize("name", NAMES)
def test_frightened_people_can_read_it(name: str) -> None:
    wording = shipped(name)
    sentences = [
        text
        for (table, _), text in wording.texts.items()
        if text.endswith(".") and table not in {"joining", "dates"}
    ]
    for start in range(0, len(sentences), 12):
        piece = " ".join(sentences[start : start + 12])
        assert len(piece.split()) < 60 or grade(piece) <= HARDEST
    steps = " ".join(wording.lists["breach", "steps"])
    assert grade(f"{steps} {wording.say('breach', 'legal')}") <= HARDEST


def test_the_two_englishes_differ_where_they_should() -> None:
    day, moment = date(2026, 11, 5), datetime(2026, 11, 5, 6, 0, tzinfo=UTC)
    american, british = map(shipped, NAMES)

    assert ("November 5, 2026", "5 November 2026") == (american.day(day), british.day(day))
    assert "5 November 2026, 06:00 (UTC)" == british.instant(moment)
    assert ("“a” or “b”", "‘a’ or ‘b’") == (
        american.quoted(["b", "a"], "or"),
        british.quoted(["b", "a"], "or"),
    )
    assert ("en-US", "en-GB") == (american.say("page", "language"), british.say("page", "language"))


def test_words_and_turns_are_joined_as_they_are_said() -> None:
    wording = shipped("american")

    assert ["a", "a and b", "a, b and c"] == [wording.joined(one) for one in ("a", "ab", "abc")]
    assert "turn 4, turns 6 to 8 and turn 10" == wording.turns(
        (Turns(4, 4), Turns(6, 8), Turns(10, 10))
    )


def test_braces_in_what_is_filled_in_stay_as_they_are() -> None:
    assert "“{id} {0}”" == shipped("american").quoted(["{id} {0}"])


@pytest.mark.parametrize(
    ("table", "key", "text", "fault"),
    [
        ("page", "title", None, 'page.title: it is missing (add title = "…")'),
        ("page", "extra", "x", "page.extra: there is no such text"),
        ("more", "x", "x", "more: there is no such table"),
        (
            "conditions",
            "delete_by",
            "Notes go.",
            "conditions.delete_by: other words stand in braces than belong there (it takes {day})",
        ),
        (
            "page",
            "title",
            "Of {day}",
            "page.title: other words stand in braces than belong there (it takes nothing)",
        ),
        (
            "page",
            "title",
            "A { brace",
            "page.title: other words stand in braces than belong there (it takes nothing)",
        ),
        (
            "dates",
            "months",
            ["January"],
            "dates.months: there are 1 months (name all 12, from January on)",
        ),
        ("dates", "months", [], 'dates.months: it is missing (add months = ["…"])'),
    ],
)
def test_a_fault_says_where_it_is_and_what_mends_it(
    table: str, key: str, text: object, fault: str
) -> None:
    (found,) = changed(table, key, text)

    assert found.startswith(fault)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(BadInput) as caught:
        wording_from(Document("own.toml", "own", {}))

    assert sum(map(len, TEXTS.values())) + 2 == len(caught.value.faults)
