"""The terms that a host gives, sentence by sentence."""

from __future__ import annotations

from groundrules.record.cues.cue import Cue
from groundrules.record.cues.ground_rules import ground_rules_in, strictly
from groundrules.record.cues.merging import merged
from groundrules.record.facts import Kind, Proposal
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level
from groundrules.terms.rights import Attribute, Quote

BACKGROUND = Proposal(level=Level.BACKGROUND)


def given(text: str, *cues: Cue) -> Proposal:
    """Return the terms that a turn of a host gives in all."""
    found = merged(text, strictly(ground_rules_in(text, cues), len(text)))
    proposals = [cue.proposal for cue in found if cue.kind is Kind.TERMS_ANNOUNCED]
    assert len(proposals) < 2
    return (proposals[0] if proposals else None) or Proposal()


def test_wordings_said_of_the_whole_call_are_those_of_the_questions():
    text = (
        "Remarks are on the record. The Q&A is on background. Answers on this call are attributable"
        " to “mill officials.” Please attribute our speakers as “mill people.”"
    )

    rules = ground_rules_in(text, [])

    assert [Level.ON_THE_RECORD] == [cue.proposal.level for cue in rules.cues if cue.proposal]
    assert BACKGROUND._replace(descriptions=("mill officials", "mill people")) == rules.later


def test_questions_on_the_same_terms_or_freer_ones_are_not_told_apart():
    for text in (
        "Remarks are on background and the Q&A is on background.",
        "Remarks are on background and the Q&A is on the record.",
        "The Q&A is on background.",
    ):
        assert ground_rules_in(text, []).later is None
        assert BACKGROUND == given(text)


def test_wordings_stay_with_remarks_that_need_them():
    text = (
        "Remarks are on background. The Q&A is off the record. This call is attributable to “mill"
        " officials.”"
    )

    rules = ground_rules_in(text, [])

    assert Proposal(level=Level.OFF_THE_RECORD) == rules.later
    assert ("mill officials",) == rules.cues[-1].proposal.descriptions  # type: ignore[union-attr]


def test_the_embargo_of_the_talk_goes_before_that_of_the_materials():
    talk = "This call is embargoed until the vote. The fact sheet is embargoed until noon GMT."
    none = "This call has no embargo. The fact sheet is embargoed until noon GMT."
    alone = "The fact sheet is embargoed until noon GMT."

    assert Proposal(embargo=Embargo(event="the vote")) == given(talk)
    assert Proposal() == given(none)
    assert Proposal(embargo=Embargo(event="noon GMT")) == given(alone)


def test_a_host_who_goes_back_on_the_record_announces_nothing_besides():
    text = "For the closing statements this call is on the record again."
    back = Cue(Kind.RETURNED_TO_RECORD, None, 0, len(text))

    assert [back] == strictly(ground_rules_in(text, [back]), len(text))


def test_what_was_heard_is_kept_where_it_is_about_use():
    text = "You may use it without quotes and as an example on background."
    heard = Proposal(
        changes=(("quote", Quote.NO), ("attribute", Attribute.DESCRIPTION)),
        descriptions=("an example",),
    )
    cue = Cue(Kind.TERMS_ASSERTED, heard, 0, len(text))

    assert BACKGROUND._replace(changes=(("quote", Quote.NO),)) == given(text, cue)


def test_an_embargo_that_only_names_itself_is_none():
    text = "You may report it when the embargo lifts."
    heard = Proposal(embargo=Embargo(event="the embargo lifts"))

    assert Proposal() == given(text, Cue(Kind.TERMS_ASSERTED, heard, 0, len(text)))


def test_a_wording_alone_withholds_the_name():
    text = "A reminder that this call is attributable to “mill officials.”"

    expected = Proposal(
        changes=(("attribute", Attribute.DESCRIPTION),), descriptions=("mill officials",)
    )
    assert expected == given(text)
    assert expected._replace(level=Level.BACKGROUND, changes=()) == given(
        f"This call is on background. {text}"
    )
