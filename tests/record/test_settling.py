"""A proposal is settled in the record's own text: its line, and nothing else, is another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import conversations, recorded
from groundrules.errors import BadInput
from groundrules.record.facts import Fact, Kind, Proposal
from groundrules.record.notation import parse, to_text
from groundrules.record.notation.settling import Edit, settled
from groundrules.terms.levels import Level

TEXT = (
    "# Mine.\n"
    "conversation: c\n"
    "parties:\n"
    "  AR: reporter, Ana Ruiz\n"
    "  S1: source, Dana Whitfield\n"
    "\n"
    "S1:   Off the   record?\n"
    "    ?>  ask   off-the-record \n"
    "# A note in between.\n"
    "\n"
    "AR: Yes.\n"
    "  > cut\n"
    "  But not all of it.\n"
    "  > hint\n"
    "  ?> agree\n"
    '  ?> counter background description="an aide"\n'
    "  I think.\n"
    '  ?> topic ""\n'
    "  So, the sale.\n"
    "  \\> not an act\n"
    "\n"
    "afterwards:\n"
    '  2026-11-06T07:30+00:00 S1 > note "seen"\n'
)


def changes(text: str, number: int, fact: Fact | None) -> list[tuple[str, str]]:
    """Return the lines that are others when a proposal is settled, each with what it was."""
    done = settled(text, parse(text), number, fact)
    assert parse(done.text) == done.conversation
    assert done.edit.undone(done.text) == text
    assert done.edit.done(text) == done.text
    before, after = text.split("\n"), done.text.split("\n")
    if len(after) < len(before):
        after.insert(done.edit.line - 1, "")
    return [(one, other) for one, other in zip(before, after, strict=True) if one != other]


def proposal(number: int, text: str = TEXT) -> Fact:
    return parse(text).proposals[number - 1]


def test_to_accept_takes_the_mark_away() -> None:
    assert changes(TEXT, 1, proposal(1)) == [
        ("    ?>  ask   off-the-record ", "    >  ask   off-the-record ")
    ]


def test_an_accepted_act_stands_among_the_facts_where_it_stands_in_the_text() -> None:
    facts = settled(TEXT, parse(TEXT), 2, proposal(2)).conversation.facts

    assert [fact.kind for fact in facts] == [
        Kind.HINT_GIVEN,
        Kind.TERMS_AGREED,
        Kind.INCIDENT_NOTED,
    ]


def test_to_change_rewrites_the_act_and_keeps_the_margin() -> None:
    changed = proposal(1)._replace(by="AR", proposal=Proposal(level=Level.BACKGROUND))

    assert changes(TEXT, 1, changed) == [
        ("    ?>  ask   off-the-record ", "    > ask background by=AR")
    ]


def test_to_reject_takes_the_line_away() -> None:
    assert changes(TEXT, 1, None) == [("    ?>  ask   off-the-record ", "")]
    assert changes(TEXT, 2, None) == [("  ?> agree", "")]


def test_where_the_act_alone_cuts_the_turn_the_cut_stays() -> None:
    assert changes(TEXT, 4, None) == [('  ?> topic ""', "  > cut")]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("fact", [True, False])
def test_line_ends_and_the_mark_in_front_stay(end: str, mark: str, *, fact: bool) -> None:
    text = mark + TEXT.replace("\n", end)

    (change,) = changes(text, 1, proposal(1) if fact else None)

    assert change[0].removesuffix("\r") == "    ?>  ask   off-the-record "


def test_a_last_line_without_an_end_stays_without() -> None:
    text = "conversation: c\nparties:\n  S1: source\n\nS1: Off?\n  ?> hint"

    assert changes(text, 1, proposal(1, text)) == [("  ?> hint", "  > hint")]
    assert settled(text, parse(text), 1, None).text == text.removesuffix("  ?> hint")
    assert changes(text, 1, proposal(1, text)._replace(words="so")) == [
        ("  ?> hint", '  > hint "so"')
    ]


def test_what_the_notation_cannot_hold_is_refused() -> None:
    fact = proposal(2)._replace(words=" blanks ")

    with pytest.raises(BadInput, match="the act has no form in the notation"):
        settled(TEXT, parse(TEXT), 2, fact, "c.record")


def test_an_edit_is_undone_only_where_it_stands() -> None:
    with pytest.raises(AssertionError):
        Edit(1, "a\n", "b\n").undone("c\n")


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw the text of a record in which any of the acts of the talk are only proposed."""
    talk, mark, later = to_text(draw(conversations())).partition("\nafterwards:")
    lines = talk.split("\n")
    for number, line in enumerate(lines):
        if line.startswith("  > ") and line != "  > cut" and draw(st.booleans()):
            lines[number] = f"  ?{line.strip()}"
    return "\n".join(lines) + mark + later


@given(texts(), st.data())
@settings(max_examples=100)
def test_nothing_but_the_line_of_the_act_changes(text: str, data: st.DataObject) -> None:
    talk = parse(text)
    for number, fact in enumerate(talk.proposals, 1):
        replacement = fact if data.draw(st.booleans()) else None
        done = settled(text, talk, number, replacement)

        assert len(changes(text, number, replacement)) == 1
        assert done.edit.before.strip().startswith("?>")
        assert done.conversation.turns == talk.turns
        assert len(done.conversation.proposals) == len(talk.proposals) - 1


@given(texts(), st.data())
@settings(max_examples=100)
def test_in_which_order_proposals_are_settled_does_not_matter(
    text: str, data: st.DataObject
) -> None:
    numbers = list(range(1, len(parse(text).proposals) + 1))
    order = data.draw(st.permutations(numbers))
    accepted = {number: data.draw(st.booleans()) for number in numbers}

    assert all_settled(text, order, accepted) == all_settled(text, numbers, accepted)


def all_settled(text: str, order: list[int], accepted: dict[int, bool]) -> str:
    """Return the text of a record with its proposals settled one after the other."""
    waiting, now = sorted(order), parse(text)
    for number in order:
        place = waiting.index(number) + 1
        fact = now.proposals[place - 1] if accepted[number] else None
        done = settled(text, now, place, fact)
        text, now = done.text, done.conversation
        waiting.remove(number)
    assert now.proposals == ()
    return text


def test_a_turn_without_words_below_the_act_has_no_cut() -> None:
    conversation = recorded("S1: Off?\n  ?> hint")

    done = settled(to_text(conversation), conversation, 1, None)

    assert done.edit.after == ""
