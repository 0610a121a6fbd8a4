"""The reference page of the notation: every table is the code's, and every example is read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builders import recorded
from groundrules.errors import BadInput
from groundrules.record.facts import DeskRole, Kind, Purpose
from groundrules.record.notation import parse, to_text
from groundrules.record.notation.parser import MOST_LINES
from groundrules.record.notation.verbs import (
    DESK_KEYS,
    HEAD_KEYS,
    KEYS,
    KINDS,
    PARTIES,
    VERBS,
    Need,
    Verb,
    keys_of,
)
from groundrules.record.transcript import Conversation, Role
from groundrules.terms.levels import ALIASES, Level
from groundrules.terms.rights import AXES

PAGE = (Path(__file__).parents[2] / "docs/reference/record-notation.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```$", PAGE)


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the first table below a heading, without its own headings."""
    section = re.split(r"(?m)^#+ ", PAGE.partition(f"# {heading}\n")[2])[0]
    first = re.search(r"(?m)(?:^\|.*\n)+", section)
    lines = first[0].splitlines() if first else []
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def read(block: str) -> Conversation:
    return parse(block) if block.startswith("conversation:") else recorded(block)


def may(*, allowed: bool) -> str:
    return "may" if allowed else "no"


def words(kind: Kind) -> str:
    return f"{VERBS[kind].words}: {VERBS[kind].words_are}"


def alternatives(choices: list[str]) -> str:
    quoted = [f"`{choice}`" for choice in choices]
    return f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def test_every_verb_is_shown_with_what_it_records() -> None:
    assert [(f"`{kind}`", verb.about) for kind, verb in VERBS.items()] == [
        (verb, about) for verb, about, _ in rows("The verbs")
    ]
    assert set(Kind) == set(VERBS)


@pytest.mark.parametrize(("verb", "example"), [(row[0], row[2]) for row in rows("The verbs")])
def test_the_example_of_a_verb_is_an_act_of_it(verb: str, example: str) -> None:
    talk = "AR: one\nS1: two\nS2: three\nAR: four\nS1: five\nS1: six\nS1: seven\nS1: eight\n"

    act = example.strip("`")
    later = VERBS[KINDS[verb.strip("`")]].later
    place = f"\nafterwards:\n  2026-11-05T09:10-05:00 S1 {act}" if later else f"  {act}"

    (fact,) = recorded(f"{talk}{place}\n").facts

    assert verb == f"`{fact.kind}`"


def test_the_verbs_that_stand_only_afterwards_are_named() -> None:
    later = [str(kind) for kind, verb in VERBS.items() if verb.later]

    assert f"An {alternatives(later)} stands only below `afterwards:`" in PAGE


def test_what_stands_behind_each_verb_is_shown() -> None:
    assert [
        [
            f"`{kind}`",
            verb.terms.value,
            may(allowed=verb.limits),
            may(allowed=verb.parties),
            verb.turns.value,
            may(allowed=verb.when),
            words(kind),
        ]
        for kind, verb in VERBS.items()
    ] == rows("What stands behind each verb")


@pytest.mark.parametrize("kind", Kind)
def test_the_keys_of_a_verb_are_those_that_it_takes(kind: Kind) -> None:
    verb = VERBS[kind]
    keys = keys_of(kind)

    assert set(keys) <= KEYS
    assert ("publish" in keys, "scope" in keys, "for" in keys) == (
        verb.terms is not Need.NO,
        verb.limits,
        verb.parties,
    )
    assert ("turns" in keys, "when" in keys) == (verb.turns is not Need.NO, verb.when)
    assert tuple(key for key in keys if key in DESK_KEYS) == verb.desk
    assert set(verb.needs) <= set(verb.desk)


def test_what_a_newsroom_does_is_shown_with_its_keys() -> None:
    def shown(key: str, verb: Verb) -> str:
        return f"**`{key}=`**" if key in verb.needs else f"`{key}=`"

    section = PAGE.partition("those in bold must stand there.")[2].partition("\n### ")[0]
    table = [line for line in section.splitlines() if line.startswith("| `")]
    assert table == [
        f"| `{kind}` | {', '.join(shown(key, verb) for key in verb.desk)} |"
        for kind, verb in VERBS.items()
        if verb.desk
    ]


def test_the_words_of_a_newsroom_are_shown() -> None:
    values = {key.strip("`="): value for key, value in rows("Keys")}

    assert [role for role in DeskRole if f"`{role}`" not in values["role"]] == []
    assert [one for one in Purpose if f"`{one}`" not in values["use"]] == []


def test_every_level_is_shown_with_its_aliases() -> None:
    expected = [
        [f"`{level}`", ", ".join(f"`{name}`" for name, meant in ALIASES.items() if meant is level)]
        for level in Level
    ]

    assert expected == rows("Levels")


def test_every_key_is_shown_and_every_permission() -> None:
    shown = {key.strip("`=") for key, _ in rows("Keys")}
    values = {key.strip("`="): value for key, value in rows("Keys")}

    assert KEYS == shown
    assert {name: alternatives(list(axis)) for name, axis in AXES.items()} == {
        name: values[name] for name in AXES
    }


def test_the_keys_are_shown_in_the_order_in_which_they_are_printed() -> None:
    shown = [key.strip("`=") for key, _ in rows("Keys")]

    for kind in Kind:
        keys = keys_of(kind)
        assert list(keys) == [key for key in shown if key in keys]


def test_every_key_of_the_head_and_every_role_is_shown() -> None:
    assert [f"`{key}`" for key in (*HEAD_KEYS, PARTIES)] == [key for key, _ in rows("The head")]
    assert f"is {alternatives(list(Role))}." in PAGE


@pytest.mark.parametrize("block", blocks("record"))
def test_an_example_is_read_and_can_be_printed(block: str) -> None:
    conversation = read(block)

    assert conversation == parse(to_text(conversation))


def test_the_first_example_is_in_the_printed_form_but_for_its_comment() -> None:
    block = blocks("record")[0]

    assert re.sub(r"(?m)^#.*\n", "", block) == to_text(parse(block))


def test_the_example_of_faults_has_those_that_are_shown() -> None:
    _, record, shown = blocks("text")

    with pytest.raises(BadInput) as refusal:
        parse(record, "harbor.record")

    assert shown.strip() == str(refusal.value)


def test_the_grammar_names_the_same_words() -> None:
    (grammar,) = blocks("ebnf")
    rules = dict(re.findall(r"(?ms)^(\w+)\s*= (.*?) ;$", grammar))

    assert list(HEAD_KEYS) == re.findall(r'"([^"]+)"', rules["key"])
    assert list(Role) == re.findall(r'"([^"]+)"', rules["role"])
    assert list(VERBS) == re.findall(r'"([^"]+)"', rules["verb"])
    assert list(AXES) == re.findall(r'"([^"]+)"', rules["axis"])
    assert KEYS == {*re.findall(r'"([a-z-]+)=', rules["pair"]), *AXES}


def test_the_grammar_uses_no_rule_that_it_does_not_have() -> None:
    (grammar,) = blocks("ebnf")
    bare = re.sub(r"""'"'|"[^"]*"|'[^']*'|\?[^?]*\?""", "", grammar)
    rules = set(re.findall(r"(?m)^(\w+)\s*=", bare))
    used = set(re.findall(r"\b[a-z]+\b", bare))

    assert rules == used


def test_the_most_lines_are_named() -> None:
    assert f"at most {MOST_LINES:,} lines" in PAGE
