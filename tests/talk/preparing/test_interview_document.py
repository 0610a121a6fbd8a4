"""Interviews as files: what they may say, and every fault with its line and remedy."""

from __future__ import annotations

import re
import tomllib

import pytest

from groundrules.errors import BadInput
from groundrules.readers.wordings import SHIPPED
from groundrules.tables.table import Document
from groundrules.talk.preparing.conditions import ANY, Condition
from groundrules.talk.preparing.interview_document import interview_from
from groundrules.talk.preparing.needs import ADVISED, NEEDS
from groundrules.talk.preparing.questions import EMPTY, Kind
from interviewed import INTERVIEW

PATH = SHIPPED / "interviews" / "source.toml"
TEXT = PATH.read_text(encoding="utf-8")
LAST = TEXT.count("\n")


def read(text: str):
    return interview_from(Document("own.toml", "source", tomllib.loads(text), text))


def faults(text: str) -> list[str]:
    with pytest.raises(BadInput) as refusal:
        read(text)
    return [str(fault) for fault in refusal.value.faults]


def test_the_shipped_interview_asks_what_the_advice_rests_on() -> None:
    names = {question.name for question in INTERVIEW.questions}

    assert names == {*NEEDS, *ADVISED}
    assert not set(NEEDS) & ADVISED


def test_the_shipped_interview_is_understood() -> None:
    assert INTERVIEW.title == "Should I talk?"
    assert len(INTERVIEW.opening) == 3
    assert INTERVIEW.question("trust").default == "first-contact"
    assert INTERVIEW.question("embargo").condition == Condition(
        only_if=(("reasons", frozenset(["preview"])),)
    )
    assert INTERVIEW.question("fits").each == "descriptions"
    assert INTERVIEW.question("outlet").practices == ("3.19", "3.28")


def test_a_question_has_the_empty_default_of_its_kind() -> None:
    defaults = {one.kind: one.default for one in INTERVIEW.questions if one.kind in EMPTY}

    assert defaults == EMPTY


def test_a_house_may_ask_more_and_word_it_anew() -> None:
    own = read(
        TEXT.replace("Who wanted this talk?", "Whose idea was it?")
        + '\n[questions.city]\nkind = "text"\nask = "Which city?"\n'
        + "only_if = { points = ['any'] }\nunless = { knowers = ['0'] }\n"
    )

    assert own.question("asked_by").ask == "Whose idea was it?"
    assert own.questions[-1].condition == Condition(
        only_if=(("points", frozenset([ANY])),), unless=(("knowers", frozenset(["0"])),)
    )


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        (
            'kind = "texts"\nask = "Q?"\ncolour = "red"\n',
            (
                f"own.toml:{LAST + 5}: questions.own.colour: there is no such key of a question "
                "(write one of: ask, choices, default, each, help, kind, only_if, practices, "
                "unless)"
            ),
        ),
        (
            'kind = "yes"\nask = "Q?"\n',
            (
                f"own.toml:{LAST + 3}: questions.own.kind: it cannot be 'yes' "
                "(did you mean yes-no? "
                "write one of: yes-no, one-of, several-of, text, texts, number)"
            ),
        ),
        (
            'kind = "text"\n',
            f'own.toml:{LAST + 2}: questions.own.ask: it is missing (add ask = "…")',
        ),
        (
            'kind = "number"\nask = "Q?"\ndefault = -1\n',
            (
                f"own.toml:{LAST + 5}: questions.own.default: it must be a whole number from 0 to "
                "1,000,000,000 (write default = …, which is what Enter answers)"
            ),
        ),
        (
            'kind = "text"\nask = "Q?"\nchoices = { a = "A." }\n',
            (
                f"own.toml:{LAST + 5}: questions.own.choices: a question of kind text has none "
                "(take them out)"
            ),
        ),
        (
            'kind = "several-of"\nask = "Q?"\n',
            (
                f"own.toml:{LAST + 2}: questions.own.choices: there are none "
                '(write them as a table: key = "wording")'
            ),
        ),
        (
            'kind = "one-of"\nask = "Q?"\ndefault = "c"\nchoices = { a = "A.", b = "B." }\n',
            (
                f"own.toml:{LAST + 5}: questions.own.default: there is no such choice "
                "(write default = …, which is what Enter answers: write one of: a, b)"
            ),
        ),
        (
            'kind = "several-of"\nask = "Q?"\nchoices = { any = "A." }\n',
            (
                f"own.toml:{LAST + 5}: questions.own.choices.any: this word stands for every "
                "answer (choose another key)"
            ),
        ),
        (
            'kind = "text"\nask = "Q?"\nonly_if = { trust = ["friend"], gut = [] }\n',
            (
                f"own.toml:{LAST + 5}: questions.own.only_if.trust: it cannot be 'friend' "
                "(write one of: any, first-contact, a-little, trusted, distrusted)"
            ),
        ),
        (
            'kind = "text"\nask = "Q?"\nonly_if = { trust = [] }\n',
            f'own.toml:{LAST + 5}: questions.own.only_if.trust: it is missing (add trust = ["…"])',
        ),
        (
            'kind = "text"\nask = "Q?"\neach = "printed"\n',
            (
                f"own.toml:{LAST + 5}: questions.own.each: it cannot be 'printed' "
                "(did you mean points? "
                "write one of: elsewhere, descriptions, told, points, unsaid, topics, expected)"
            ),
        ),
    ],
)
def test_a_fault_has_its_place_and_remedy(added: str, expected: str) -> None:
    assert faults(f"{TEXT}\n[questions.own]\n{added}")[0] == expected


def test_a_condition_may_not_look_ahead_nor_at_an_answer_of_which_there_are_many() -> None:
    text = f'{TEXT}\n[questions.own]\nkind = "text"\nask = "Q?"\n'
    ahead = faults(f'{text}only_if = {{ later = ["any"] }}\n')
    many = faults(f'{text}only_if = {{ printed = ["never"] }}\n')

    assert "questions.own.only_if.later: there is no such question before this one" in ahead[0]
    assert "questions.own.only_if.printed: there is no such question before this one" in many[0]


def test_what_the_advice_rests_on_must_be_there() -> None:
    without = re.sub(r"\[questions\.gut\].*", "", TEXT, flags=re.DOTALL)
    other = TEXT.replace('kind = "number"\neach = "descriptions"', 'kind = "number"')
    kind = TEXT.replace(
        '[questions.knowers]\nkind = "number"', '[questions.knowers]\nkind = "text"'
    )
    choice = TEXT.replace('untrue = "Some of it is not true, or bent."', "")

    assert faults(without)[0].endswith(
        "questions: the advice rests on gut, which is missing (add [questions.gut], of kind one-of)"
    )
    assert faults(other)[0].endswith(
        "questions.fits: the advice rests on it as it is shipped "
        '(write kind = "number", each = "descriptions")'
    )
    assert faults(kind)[0].endswith(
        'questions.knowers: the advice rests on it as it is shipped (write kind = "number")'
    )
    assert faults(choice)[0].endswith(
        "questions.accuracy: the advice rests on choices that are missing (add untrue)"
    )


def test_an_interview_has_a_title_and_an_opening() -> None:
    found = faults("colour = 1\n[questions]\n")

    assert found[:3] == [
        (
            "own.toml:1: colour: there is no such key of an interview "
            "(write one of: title, opening, questions)"
        ),
        'own.toml: title: it is missing (add title = "…")',
        'own.toml: opening: it is missing (add opening = "…")',
    ]
    assert len(found) == 3 + len(NEEDS)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_used(kind: Kind) -> None:
    assert any(question.kind is kind for question in INTERVIEW.questions)
