"""The files of texts: whole, plain, and refused with every fault where they are not."""

from __future__ import annotations

import pytest
from meetings import NAMES, shape_of, texts

from grades import HARDEST, grade
from groundrules.errors import BadInput
from groundrules.readers.wordings import WordingShelf
from groundrules.tables.table import Document
from groundrules.talk.meeting.shapes import FOLDER, Kind
from groundrules.talk.meeting.texts import LIST, ONE, Slot, texts_from

SHAPE = {"page": {"title": Slot(("level",)), "plain": ONE}, "steps": {"first": LIST}}
SOUND = {"page": {"title": "On {level}", "plain": "Words."}, "steps": {"first": ["One.", "Two."]}}


def document(raw: dict[str, object]) -> Document:
    return Document("meetings/x.toml", "x", raw)


def test_the_files_that_ship_are_those_that_are_asked_for() -> None:
    assert sorted(NAMES) == list(WordingShelf().names(FOLDER))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_ships_is_whole_and_easy_to_read(name: str) -> None:
    found = texts(name).by_key

    assert {(table, key) for table, keys in shape_of(name).items() for key in keys} == set(found)
    pieces = [" ".join(found[one]) for one in found]
    assert grade(" ".join(pieces)) <= HARDEST
    assert all(grade(piece) <= HARDEST for piece in pieces if len(piece.split()) >= 60)


def test_the_rule_is_told_against_its_misreading() -> None:
    found = texts(Kind.CHATHAM_HOUSE)

    assert found.one("misread", "wrong") == "“What is said in the room stays in the room.”"
    assert "The information is free" in found.one("misread", "right")
    aloud = found.one("say", "terms", level="under the Chatham House Rule")
    for word in ("free to use", "identity", "affiliation", "any other participant"):
        assert word in aloud


def test_braces_are_filled() -> None:
    found = texts_from(document(SOUND), SHAPE)

    assert found.one("page", "title", level="background") == "On background"
    assert found.all("steps", "first") == ("One.", "Two.")


@pytest.mark.parametrize(
    ("table", "key", "value", "message"),
    [
        ("page", "title", "Off", "page.title: it does not say {level}"),
        ("page", "title", "{level} {who}", "page.title: nothing is known as {who} here"),
        ("page", "plain", "{", "page.plain: a brace stands alone"),
        ("page", "plain", "", "page.plain: it must be text"),
        ("page", "more", "x", "page.more: there is no such key"),
        ("steps", "first", [], "steps.first: it is missing"),
        ("steps", "first", ["{who}"], "steps.first: nothing is known as {who} here"),
    ],
)
def test_a_fault_of_a_file(table: str, key: str, value: object, message: str) -> None:
    raw = {name: dict(keys) for name, keys in SOUND.items()}
    raw[table][key] = value

    with pytest.raises(BadInput) as refusal:
        texts_from(document(raw), SHAPE)

    assert [fault.message for fault in refusal.value.faults] == [message]


def test_all_faults_of_a_file_are_named_at_once() -> None:
    with pytest.raises(BadInput) as refusal:
        texts_from(document({"other": {}}), SHAPE)

    assert [fault.message for fault in refusal.value.faults] == [
        "other: there is no such table",
        "page.title: it is missing",
        "page.plain: it is missing",
        "steps.first: it is missing",
    ]
