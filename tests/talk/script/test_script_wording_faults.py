"""A file of scripts: what is refused in it, with file, line and remedy."""

from __future__ import annotations

import tomllib

import pytest
from script_cases import ENGLISHES, document, requests, script

from groundrules.errors import BadInput, Fault
from groundrules.tables.table import Document
from groundrules.talk.script.request import Side
from groundrules.talk.script.shape import SHAPE, Slot
from groundrules.talk.script.wording import Wording, filled, wording_from
from groundrules.terms.levels import Level

TEXT = document().text


def read(text: str) -> Wording:
    return wording_from(Document("own.toml", "own", tomllib.loads(text), text))


def faults(before: str, after: str) -> list[Fault]:
    """Return the faults of the American scripts with one thing changed in them."""
    assert before in TEXT
    with pytest.raises(BadInput) as caught:
        read(TEXT.replace(before, after, 1))
    return list(caught.value.faults)


def line_of(text: str) -> int:
    return TEXT[: TEXT.index(text)].count("\n") + 1


def keys(shape: dict[str, object], *path: str) -> list[tuple[str, ...]]:
    found = []
    for name, inside in shape.items():
        found += [(*path, name)] if isinstance(inside, Slot) else keys(inside, *path, name)
    return found


@pytest.mark.parametrize("english", ENGLISHES)
def test_every_shipped_wording_is_sound_and_holds_every_key(english: str) -> None:
    found = wording_from(document(english))

    assert found.name == english
    assert set(found.texts) == set(keys(SHAPE))


def test_the_two_englishes_differ() -> None:
    one, other = (wording_from(document(english)) for english in ENGLISHES)
    worded = [key for key, texts in one.texts.items() if texts]
    differing = [key for key in worded if one.texts[key] != other.texts[key]]

    assert (one.one("language"), other.one("language")) == ("en-US", "en-GB")
    assert len(differing) > len(worded) / 4


def test_a_missing_text() -> None:
    at = 'yes = "You may publish what I tell you."\n'

    assert faults(at, "") == [
        Fault(
            "own.toml",
            "source.meaning.publish.yes: it is missing",
            'add yes = "…"',
            line_of("[source.meaning.publish]"),
        )
    ]


def test_a_missing_table() -> None:
    (fault,) = faults("[source.parts.asked.always]", "[names.ledger]")[:1]

    assert fault == Fault(
        "own.toml",
        "source.parts.asked.always: it is missing",
        "add the table [source.parts.asked.always]",
        line_of("[source.parts.asked]"),
    )


def test_an_unknown_key() -> None:
    assert faults('some-outlet = "this', 'some-outlets = "that outlet"\nsome-outlet = "this') == [
        Fault(
            "own.toml",
            "some-outlets: there is no such key",
            "did you mean some-outlet? write one of: language, some-outlet, joining, dates, "
            "approvers, levels, source, reporter, names",
            line_of("some-outlet ="),
        )
    ]


def test_a_text_that_is_no_list() -> None:
    at = 'say = ["Thank you. Let me think about that. I’ll call you back today."]'

    assert faults(at, 'say = "Later."') == [
        Fault(
            "own.toml",
            "source.parts.asked.always.say: it must be a list of texts",
            'write say = ["…", "…"], each in quotes and not empty',
            line_of(at),
        )
    ]


def test_a_table_that_is_none() -> None:
    at = 'background = { ask = "on background", now = "on background", name = "background" }'

    assert faults(at, 'background = "on background"') == [
        Fault(
            "own.toml",
            "levels.background: it must be a table",
            "write [levels.background] above its keys, or background = { … }",
            line_of(at),
        )
    ]


def test_something_unknown_in_braces() -> None:
    at = 'before = ["By the rules of {policy}, the promise binds the reporter alone."]'

    assert faults(at, 'before = ["At {polcy} it binds."]') == [
        Fault(
            "own.toml",
            "source.practices.binds.reporter.before: nothing is known as {polcy} here",
            "did you mean policy? write one of: level, now, name, policy, descriptions",
            line_of(at),
        )
    ]


def test_a_text_that_takes_nothing_in_braces() -> None:
    (fault,) = faults('"You may use my name."', '"You may use {name}."')

    assert fault.message == "source.meaning.attribute.name: nothing is known as {name} here"
    assert fault.remedy == "there is none to choose from"


def test_a_text_that_must_say_something_and_does_not() -> None:
    at = 'described = "You may not use my name. You may describe me only as {descriptions}."'

    assert faults(at, 'described = "You may describe me."') == [
        Fault(
            "own.toml",
            "source.conditions.described: it does not say {descriptions}",
            "put it in, braces included",
            line_of(at),
        )
    ]


def test_a_lonely_brace() -> None:
    (fault,) = faults('closing = "Yes?"', 'closing = "Yes}?"')

    assert fault.message == "source.read-back.closing: a brace stands alone"
    assert fault.remedy == "write {word}, or take the brace out"


def test_too_few_months() -> None:
    assert faults('"January", ', "") == [
        Fault(
            "own.toml",
            "dates.months: there are 11 months",
            "name all 12, from January on",
            line_of("months ="),
        )
    ]


def test_no_months_at_all() -> None:
    (fault,) = faults(TEXT[TEXT.index("months =") : TEXT.index("day =")], "months = []\n")

    assert fault.message == "dates.months: it is missing"


def test_a_level_that_a_house_cannot_name() -> None:
    (fault,) = faults("[names.uk-police]\noff-the-record", "[names.uk-police]\noff-record")

    assert fault.message == "names.uk-police.off-record: there is no such level"


def test_a_passage_may_be_left_empty_and_several_faults_are_told_at_once() -> None:
    found = faults(
        '[source.parts.maybe.always]\nsay = ["I need a yes or a no before I go on. Should I call '
        'back when you have asked?"]\nthen = ["Maybe is not a yes. You are still on the record."]',
        "[source.parts.maybe.always]\nsays = []\nthan = []",
    )

    assert [fault.message for fault in found] == [
        "source.parts.maybe.always.says: there is no such key",
        "source.parts.maybe.always.than: there is no such key",
    ]


def test_a_newsroom_may_name_levels_for_policies_of_its_own() -> None:
    own = read(TEXT + '\n[names.ledger]\nbackground = "in the back room"\n')

    assert own.level(Level.BACKGROUND, "ask", "ledger") == "in the back room"
    assert own.level(Level.BACKGROUND, "ask", "ap") == "on background"


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("{policy} says so.", "the Ledger", "The Ledger says so."),
        ("Yes. {policy} says so.", "the Ledger", "Yes. The Ledger says so."),
        ("So says {policy}.", "the Ledger", "So says the Ledger."),
        ("“{policy}” it is.", "the Ledger", "“The Ledger” it is."),
        ("{policy}", "", ""),
    ],
)
def test_what_opens_a_sentence_gets_a_capital(text: str, value: str, expected: str) -> None:
    assert filled(text, policy=value) == expected


@pytest.mark.parametrize("english", ENGLISHES)
def test_every_part_that_is_worded_is_in_some_script(english: str) -> None:
    made = [script(request, english) for request in requests()]
    worded = {
        (side, key[2]) for side in Side for key in keys(SHAPE) if key[:2] == (side.value, "parts")
    }
    titles = {part.name for one in made for part in one.parts}

    assert {name for _, name in worded} == titles
