"""What is wrong with a scenario is said with its line and a remedy, all of it at once."""

from __future__ import annotations

import pytest
from drill_shelf import SMALL, read, small

from groundrules.errors import BadInput


def faults(text: str) -> list[str]:
    with pytest.raises(BadInput) as refusal:
        read(text)
    return [f"{fault.line}: {fault.message}" for fault in refusal.value.faults]


def line_of(text: str, piece: str) -> int:
    return text[: text.index(piece)].count("\n") + 1


ACT_FAULT = "steps.call.choices.ask.acts: an act does not parse: this is not a verb"

ONE_FAULT = [
    ("title", (('title = "A small talk"\n', ""),), "title: it is missing"),
    ("key", (('outlet = "', 'paper = "'),), "paper: there is no such key of a scenario"),
    ("side", (('"source"\ndiff', '"sorcerer"\ndiff'),), "side: it cannot be 'sorcerer'"),
    ("difficulty", (('"easy"', '"cruel"'),), "difficulty: it cannot be 'cruel'"),
    ("policy", (('"ap"', '"app"'),), "policy: it cannot be 'app'"),
    ("practice", (('"1.12"', '"112"'),), "practices: this is no id of a practice"),
    ("you", (('you = "S1"', 'you = "AR"'),), "you: it cannot be 'AR'"),
    ("goal", (('goal = "sale"', 'goal = "sail"'),), "goal: there is no such point"),
    ("start", (('start = "call"', 'start = "fall"'),), "start: it cannot be 'fall'"),
    ("id", (("[people.AR]", "[people.2R]"),), "people.2R: this is no id for a person"),
    (
        "person",
        (('name = "Ana Ruiz"', 'name = "Ana Ruiz"\nage = 41'),),
        "people.AR.age: there is no such key of a person",
    ),
    ("role", (('role = "reporter"', 'role = "rep"'),), "people.AR.role: it cannot be 'rep'"),
    (
        "point",
        (('signs = ["sale"]', 'sign = ["sale"]'),),
        "points.sale.sign: there is no such key of a point",
    ),
    (
        "purpose",
        (('needs = "attribute=description"\nwants = "publish=yes"\n', ""),),
        "points.sale: it says neither what it needs nor what it is wanted for",
    ),
    (
        "needs",
        (("attribute=description", "attribute=nobody"),),
        "points.sale.needs: an act does not parse: this is not a permission of attribute",
    ),
    (
        "act",
        (("ask background", "as background"),),
        "steps.call.choices.ask.acts: an act does not parse: this is not a verb",
    ),
    (
        "act about",
        (('acts = ["ask background"]', 'acts = ["release background turns={sail}"]'),),
        "steps.call.choices.ask.acts: an act is about a point that there is not",
    ),
    ("holds", (('holds = ["sale"]', 'holds = ["sail"]'),), "holds: there is no such point"),
    ("words", (('words = "Nothing."\n', ""),), "steps.call.choices.nothing.words: it is missing"),
    (
        "mute point",
        (('says = "Thank you."', 'holds = ["sale"]'),),
        "endings.safe.holds: it tells a point without a word",
    ),
    (
        "then",
        (('words = "Nothing."', 'words = "Nothing."\nthen = "At all."'),),
        "steps.call.choices.nothing.then: no act stands before it, so that it is no new part",
    ),
    ("by", (('says = "Yes."', 'says = "Yes."\nby = "BT"'),), "steps.answer.by: it cannot be 'BT'"),
    (
        "step key",
        (('says = "What is new?"', 'says = "What is new?"\nnext = "quiet"'),),
        "steps.call.next: there is no such key of a step",
    ),
    (
        "choice key",
        (('words = "Nothing."', 'words = "Nothing."\nsays = "Oh."'),),
        "steps.call.choices.nothing.says: there is no such key of a choice",
    ),
    (
        "ending key",
        (('says = "Thank you."', 'words = "Thank you."'),),
        "endings.safe.words: there is no such key of an ending",
    ),
    (
        "ending",
        (('text = "Nothing is printed."', ""),),
        "endings.quiet.text: it is missing",
    ),
    (
        "otherwise",
        (('says = "What is new?"', 'says = "What is new?"\notherwise = "sing"'),),
        "steps.call.otherwise: there is no such choice",
    ),
    (
        "dead end",
        (('[steps.answer.choices.nothing]\nwords = "Thank you."\nnext = "quiet"\n', ""),),
        "steps.answer.choices: it leaves nothing to choose between",
    ),
    (
        "next",
        (('next = "printed"', 'next = "paper"'),),
        "steps.call.choices.tell.next: there is no such step and no such ending",
    ),
    (
        "circle",
        (('words = "Thank you."\nnext = "quiet"', 'words = "Thank you."\nnext = "call"'),),
        "steps.call: it can be come back to from itself, so that a play might never end",
    ),
    (
        "unreached ending",
        (('next = "printed"', 'next = "quiet"'),),
        "endings.printed: no choice leads to it",
    ),
    (
        "unreached step",
        (('next = "answer"', 'next = "safe"'), ('words = "Nothing."', 'words = "No."')),
        "steps.answer: no choice leads to it",
    ),
    (
        "untold",
        (
            (
                "[steps.call]",
                '[points.price]\nabout = "a price"\nneeds = "publish=no"\n\n[steps.call]',
            ),
        ),
        "points.price: no line tells it",
    ),
    (
        "unwinnable",
        (('acts = ["agree"]', 'acts = ["decline"]'),),
        "steps: no way through it keeps every law and reaches the goal",
    ),
    (
        "harmless",
        (
            ('needs = "attribute=description"\n', ""),
            ('goal = "sale"\n', ""),
        ),
        "steps: nothing can go wrong in it, so that it teaches nothing",
    ),
    (
        "lost",
        (
            (
                'words = "Thank you."\nnext = "quiet"',
                'words = "A sale."\nacts = ["return"]\nholds = ["sale"]\nnext = "quiet"',
            ),
            ('acts = ["agree"]', 'acts = ["decline"]\notherwise = "tell"'),
        ),
        "steps.answer.choices: whoever comes here unharmed may have no choice that keeps every law",
    ),
    (
        "no quiet way",
        (('words = "Nothing."', 'words = "A sale."\nholds = ["sale"]'),),
        "steps.call.otherwise: a typed answer of another kind leads nowhere",
    ),
]


@pytest.mark.parametrize(
    ("changes", "message"), [one[1:] for one in ONE_FAULT], ids=[one[0] for one in ONE_FAULT]
)
def test_a_fault_is_named(changes, message):
    found = faults(small(*changes))

    assert any(message in fault for fault in found), found
    assert all(not fault.startswith("0:") or "it is missing" in fault for fault in found)


def test_a_sound_scenario_has_none():
    assert read(SMALL).name == "small"


def test_every_fault_is_named_with_its_line():
    text = small(('"easy"', '"cruel"'), ("ask background", "as background"))

    assert faults(text) == [
        "3: difficulty: it cannot be 'cruel'",
        f"{line_of(text, 'acts = [')}: {ACT_FAULT}",
    ]


def test_a_talk_takes_two():
    text = small(('[people.AR]\nrole = "reporter"\nname = "Ana Ruiz"\n', ""))

    assert f"{line_of(text, '[people.S1]')}: people: a talk takes two" in faults(text)


def test_a_scenario_without_people_says_so_too():
    text = small(
        ('[people.AR]\nrole = "reporter"\nname = "Ana Ruiz"\n', ""),
        ('[people.S1]\nrole = "source"\nname = "Dana Whitfield"\n', ""),
    )

    assert any("a talk takes two" in fault for fault in faults(text))


def test_too_many_ways_are_refused():
    """Seven steps with four answers each are 4 + 16 + … + 16,384 states."""
    steps = "".join(wide_step(number) for number in range(7))
    text = small(('start = "call"', 'start = "wide-0"')) + steps

    assert "steps: there are too many ways through it: more than 4,000 states" in " ".join(
        faults(text)
    )


def wide_step(number: int) -> str:
    follows = f"wide-{number + 1}" if number < 6 else "call"
    choices = (
        f'[steps.wide-{number}.choices.c{answer}]\nwords = "Hm."\nnext = "{follows}"\n'
        for answer in range(4)
    )
    return f'[steps.wide-{number}]\nsays = "And?"\n' + "".join(choices)


def test_no_fault_holds_a_word_of_the_talk():
    text = small(('says = "Yes."', 'says = "Yes."\nby = "BT"'), ('"1.12"', '"112"'))
    with pytest.raises(BadInput) as refusal:
        read(text)

    assert "sale" not in str(refusal.value).replace("points.sale", "")
