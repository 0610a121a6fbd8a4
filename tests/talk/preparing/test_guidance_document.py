"""The texts of the advice as a file: nothing missing, nothing unknown."""

from __future__ import annotations

import tomllib

import pytest

from groundrules.errors import BadInput
from groundrules.readers.wordings import SHIPPED
from groundrules.tables.table import Document
from groundrules.talk.preparing.alternatives import Alternative
from groundrules.talk.preparing.choosing import RULES
from groundrules.talk.preparing.conditions import Condition
from groundrules.talk.preparing.guidance import Note, When
from groundrules.talk.preparing.guidance_document import guidance_from
from groundrules.terms.rights import AXES
from interviewed import GUIDANCE, INTERVIEW

TEXT = (SHIPPED / "advice" / "source.toml").read_text(encoding="utf-8")


def faults(text: str) -> list[str]:
    with pytest.raises(BadInput) as refusal:
        guidance_from(Document("own.toml", "source", tomllib.loads(text), text), INTERVIEW)
    return [fault.message for fault in refusal.value.faults]


def test_the_shipped_texts_cover_every_way_every_right_and_every_rule() -> None:
    assert list(GUIDANCE.ways) == list(Alternative)
    assert set(GUIDANCE.rights) == {(axis, str(one)) for axis in AXES for one in AXES[axis]}
    assert list(GUIDANCE.reasons) == [rule.name for rule in RULES]
    assert {note.when for note in GUIDANCE.checklist} == set(When)


def test_a_note_has_its_condition() -> None:
    second_hand = next(note for note in GUIDANCE.flags if "from others" in note.text)

    assert second_hand == Note(
        "You know it from others. Then you can give a tip, not a proof.",
        Condition(
            only_if=(("basis", frozenset(["told"])),),
            unless=(("basis", frozenset(["own", "documents"])),),
        ),
    )


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("[reasons.untrue]", "[reasons.untru]", "reasons.untru: there is no such name"),
        (
            "[alternatives.background]",
            "[alternatives.fog]",
            "alternatives.fog: there is no such way to talk",
        ),
        (
            "[rights.pursue]\nyes",
            "[rights.pursue]\nyess",
            "rights.pursue.yess: there is no such name",
        ),
        (
            'axis = "publish"\nvalue',
            'axis = "print"\nvalue',
            "readings.anonymous.axis: it cannot be 'print'",
        ),
        (
            'value = "paraphrase"',
            'value = "perhaps"',
            "readings.background-quoted.value: it cannot be 'perhaps'",
        ),
        (
            'level = "deep-background"',
            'level = "deep"',
            "readings.deep-pursued.level: it cannot be 'deep'",
        ),
        ('when = "before"', 'when = "later"', "checklist.trust_work.when: it cannot be 'later'"),
        (
            'facts = ["few-know"]',
            'facts = ["many"]',
            "flags.few_know.only_if.facts: it cannot be 'many'",
        ),
        (
            'knowers = ["0"]',
            'printed = ["never"]',
            "flags.knowers_unknown.only_if.printed: there is no such question before this one",
        ),
        ("decision =", "decided =", "decided: there is no such key of the advice"),
        ('verified = "read', 'very = "read', "sureness.very: there is no such name"),
        (
            "lets = ",
            "let = ",
            "alternatives.document-trail.let: there is no such key of a way to talk",
        ),
        ("[people.editor]", "[people.editors]", "people.editors: there is no such name"),
        (
            'text = "How do you know this?',
            'says = "How do you know this?',
            "expected.how.says: there is no such key",
        ),
    ],
)
def test_a_fault_says_what_is_wrong(before: str, after: str, expected: str) -> None:
    assert before in TEXT
    assert faults(TEXT.replace(before, after, 1))[0] == expected


def test_a_way_that_is_no_level_must_say_itself_what_it_lets_the_reporter_do() -> None:
    assert faults(TEXT.replace("lets = ", "wrong_ = ")) == [
        "alternatives.document-trail.wrong_: there is no such key of a way to talk",
        "alternatives.document-trail.lets: it is missing",
        "alternatives.say-nothing.wrong_: there is no such key of a way to talk",
        "alternatives.say-nothing.lets: it is missing",
    ]


def test_only_the_list_has_times() -> None:
    text = TEXT.replace("[flags.untrue]\n", '[flags.untrue]\nwhen = "before"\n')

    assert faults(text) == ["flags.untrue.when: there is no such key"]


def test_how_a_newsroom_decides_must_be_said() -> None:
    assert faults(TEXT.replace("[newsroom]\ntext", "[newsroom]\nsays")) == [
        "newsroom.says: there is no such key",
        "newsroom.text: it is missing",
    ]
