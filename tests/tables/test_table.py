"""Tables read key by key: what is there comes back, and what is wrong is named with its line."""

from __future__ import annotations

import tomllib

import pytest

from groundrules.errors import BadInput
from groundrules.tables.table import Document, Faults, Table, dotted, nearest

TEXT = """title = "A  title\\n of two lines"
story = '''
The first
paragraph.

The second.
'''
empty = ""
count = 3
wrong = "three"
sure = true
level = "easy"
names = ["one", "  two  words "]
mixed = ["one", 2]
hidden = "a\\u200bb"

[inner]
key = "value"
"""


def table(text: str = TEXT) -> Table:
    raw = tomllib.loads(text)
    return Table(Document("page.toml", "page", raw, text), Faults(), (), raw)


def faults(read: Table) -> list[tuple[int, str]]:
    """Return line and message of everything that was found wrong."""
    with pytest.raises(BadInput) as caught:
        read.faults.close()
    return [(fault.line, fault.message) for fault in caught.value.faults]


@pytest.fixture
def read() -> Table:
    return table()


def test_text_has_single_spaces(read):
    assert read.text("title") == "A title of two lines"
    assert read.text("absent") == ""
    read.faults.close()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("absent", (0, "absent: it is missing")),
        ("empty", (8, "empty: it must be text")),
        ("count", (9, "count: it must be text")),
        ("hidden", (15, "hidden: it holds invisible characters")),
    ],
)
def test_what_is_no_text_is_refused(read, name, expected):
    assert read.text(name, required=True) == ""
    assert faults(read) == [expected]


def test_paragraphs_are_set_apart_by_empty_lines(read):
    assert read.paragraphs("story") == ("The first paragraph.", "The second.")
    assert read.paragraphs("absent") == ()
    read.faults.close()


@pytest.mark.parametrize(("name", "line"), [("absent", 0), ("empty", 8), ("count", 9)])
def test_what_is_no_paragraph_is_refused(read, name, line):
    assert read.paragraphs(name, required=True) == ()
    assert [found for found, _ in faults(read)] == [line]


def test_a_paragraph_with_invisible_characters_is_refused(read):
    assert read.paragraphs("hidden") == ("",)
    assert faults(read) == [(15, "hidden: it holds invisible characters")]


def test_a_list_of_texts(read):
    assert read.texts("names") == ("one", "two words")
    assert read.texts("absent") == ()
    read.faults.close()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mixed", (14, "mixed: it must be a list of texts")),
        ("level", (12, "level: it must be a list of texts")),
        ("absent", (0, "absent: it is missing")),
    ],
)
def test_what_is_no_list_of_texts_is_refused(read, name, expected):
    assert read.texts(name, required=True) == ()
    assert faults(read) == [expected]


def test_a_choice_is_one_of_its_words(read):
    assert read.choice("level", ("easy", "hard")) == "easy"
    assert read.choice("absent", ("easy", "hard"), "hard") == "hard"
    read.faults.close()


def test_a_choice_that_is_none_of_them_gets_the_nearest(read):
    assert read.choice("level", ("easily", "hard"), "hard") == "hard"
    with pytest.raises(BadInput) as caught:
        read.faults.close()
    assert "did you mean easily? write one of: easily, hard" in str(caught.value)


def test_a_flag_is_true_or_false(read):
    assert read.flag("sure") is True
    assert read.flag("absent") is False
    assert read.flag("level") is False
    assert faults(read) == [(12, "level: it must be true or false")]


def test_a_number_is_whole(read):
    assert read.number("count") == 3
    assert read.number("absent", 7) == 7
    assert read.number("wrong", 7) == 7
    assert read.number("sure") == 0
    assert faults(read) == [
        (10, "wrong: it must be a whole number"),
        (11, "sure: it must be a whole number"),
    ]


def test_a_table_within(read):
    inner = read.table("inner")

    assert inner.text("key") == "value"
    assert read.table("absent").raw == {}
    inner.refuse("", "it is at fault as a whole", "mend it")
    assert faults(read) == [(17, "inner: it is at fault as a whole")]


def test_what_is_no_table_is_refused(read):
    assert list(read.tables(("level",))) == []
    assert faults(read) == [(12, "level: it must be a table")]


def test_names_that_are_not_known_are_refused(read):
    read.table("inner").allow(("kee",), "key")

    with pytest.raises(BadInput) as caught:
        read.faults.close()
    assert "inner.key: there is no such key" in str(caught.value)
    assert "did you mean kee?" in str(caught.value)


def test_a_fault_of_the_whole_file_has_no_key():
    read = table()
    read.faults.add(read.document, (), "it is empty", "fill it")

    assert faults(read) == [(0, "it is empty")]


def test_a_key_is_quoted_where_it_must_be():
    assert dotted(("a-b", "c d")) == "a-b.'c d'"


def test_there_may_be_nothing_to_choose_from():
    assert nearest("one", ()) == "there is none to choose from"
