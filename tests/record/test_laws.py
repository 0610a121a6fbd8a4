"""The five laws, over generated conversations."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from groundrules.record.facts import INCIDENTS, PROPOSALS, Kind
from groundrules.record.standing import OPEN, Basis, Doubt
from groundrules.record.timeline import fold
from groundrules.record.transcript import AFTERWARDS
from groundrules.terms.promise import ON_THE_RECORD, strictest
from talks import HOUSE, POLICIES, REPORTERS, conversations, known, one_sided, only, under

ANSWERS = {Kind.TERMS_AGREED, Kind.CONSENT_IMPLIED}
FREEING = {
    Kind.STATEMENT_RELEASED,
    Kind.EMBARGO_LIFTED,
    Kind.EVENT_HAPPENED,
}
UNDEFINED = {Doubt.UNDEFINED, Doubt.UNCONFIRMED_DEFINITION}
WITHOUT_EFFECT = {
    Kind.HINT_GIVEN,
    Kind.RETROACTIVE_REQUESTED,
    Kind.GRACE_GRANTED,
    *INCIDENTS,
}


@given(conversations(), POLICIES)
def test_law_1_on_the_record_until_agreed(conversation, policy):
    quiet = only(conversation, WITHOUT_EFFECT | {Kind.CONVERSATION_CLOSED, Kind.TOPIC_CHANGED})

    timeline = under(quiet, policy)

    standings = known(quiet, timeline)
    assert all(one.status == "on-the-record" for one in standings)
    assert all(one.terms == ON_THE_RECORD for one in standings)


@given(one_sided(), POLICIES)
def test_law_2_no_sequence_of_one_partys_acts_agrees_anything(conversation, policy):
    timeline = under(conversation, policy)

    assert all(one.status in {"on-the-record", OPEN} for one in timeline.standings)
    assert all(
        one.basis not in {Basis.AGREED, Basis.IMPLIED}
        for one in timeline.standings
        if one.is_restricted
    )


@given(conversations(), POLICIES)
def test_law_2_without_an_answer_nothing_is_settled_but_the_record(conversation, policy):
    unanswered = only(conversation, set(Kind) - ANSWERS)

    timeline = under(unanswered, policy)

    settled = [one for one in known(unanswered, timeline) if not one.is_open]
    assert all(one.basis in {Basis.DEFAULT, Basis.RELEASED} for one in settled)
    assert all(not one.is_restricted for one in settled if one.basis is Basis.DEFAULT)


@given(conversations(), POLICIES, st.data())
def test_law_3_nothing_reaches_back(conversation, policy, data):
    cut = data.draw(st.integers(0, len(conversation.turns)))
    earlier = conversation._replace(
        turns=conversation.turns[:cut],
        facts=tuple(fact for fact in conversation.facts if fact.at.turn <= cut),
    )

    whole = under(conversation, policy).standings
    until_then = under(earlier, policy).standings

    for before, after in zip(until_then, whole, strict=False):
        if before.statement.speaker not in REPORTERS:
            later = after.spoken or after.terms
            now = before.spoken or before.terms
            assert later.rights == now.rights
            assert later.level == now.level


@given(conversations(), POLICIES)
def test_law_3_what_comes_afterwards_only_frees(conversation, policy):
    in_talk = conversation._replace(
        facts=tuple(fact for fact in conversation.facts if fact.at != AFTERWARDS)
    )

    for today, then in zip(
        under(conversation, policy).standings, under(in_talk, policy).standings, strict=True
    ):
        assert today.terms.rights.allows(then.terms.rights)


@given(conversations(), conversations(), POLICIES)
def test_law_4_nothing_carries_over(first, second, policy):
    alone = under(second, policy)
    under(first, policy)

    assert under(second, policy) == alone


@given(conversations(), POLICIES)
def test_law_4_the_first_words_are_on_the_record_unless_asserted(conversation, policy):
    facts = tuple(
        fact for fact in conversation.facts if fact.at.turn > 1 and fact.kind not in FREEING
    )

    timeline = under(conversation._replace(facts=facts), policy)

    first = timeline.standings[0]
    assert first.terms == ON_THE_RECORD
    told = conversation.party(first.statement.speaker)
    assert first.status == ("on-the-record" if told else OPEN)


@given(conversations())
def test_law_5_a_word_means_what_the_policy_says_until_it_is_defined(conversation):
    by_name = conversation._replace(
        facts=tuple(
            fact._replace(proposal=fact.proposal._replace(changes=()))
            if fact.proposal and fact.kind in PROPOSALS
            else fact
            for fact in conversation.facts
            if fact.kind is not Kind.STATEMENT_RELEASED
        )
    )

    for standing in fold(by_name, HOUSE).standings:
        settled = not standing.is_open and standing.basis is not Basis.DEFAULT
        if settled and standing.statement.speaker not in REPORTERS:
            assert standing.terms.rights == HOUSE.rights(standing.terms.level)
            names_a_level = standing.status != "on-the-record"
            undefined = {point.doubt for point in standing.open} & UNDEFINED
            assert bool(undefined) == names_a_level


@given(conversations(), POLICIES)
def test_what_is_open_is_protected(conversation, policy):
    for standing in under(conversation, policy).standings:
        if standing.is_open:
            assert standing.is_restricted
            assert standing.open
            assert standing.basis is Basis.OPEN


@given(conversations(), POLICIES)
def test_every_fact_that_a_standing_gives_exists(conversation, policy):
    timeline = under(conversation, policy)

    for standing in timeline.standings:
        for fact_id in standing.facts + standing.retroactive + standing.graces:
            assert timeline.fact(fact_id) in conversation.facts
        assert timeline.standing(standing.statement.id) is standing


@given(conversations(), POLICIES)
def test_a_turn_stands_on_the_strictest_of_its_parts(conversation, policy):
    for turn in under(conversation, policy).turns():
        is_open = any(part.is_open for part in turn.parts)
        strict = strictest(*(part.terms for part in turn.parts))
        assert (turn.status == OPEN) == is_open
        if not is_open:
            assert strict.level.strictness == max(p.terms.level.strictness for p in turn.parts)
