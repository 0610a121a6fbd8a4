"""The laws of the export: what is written is read back equal, and is what the check believes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import builders
import talks
from groundrules.record.odrl import document, from_odrl, negotiations, to_odrl
from groundrules.record.odrl.identifiers import name_of
from groundrules.record.odrl.negotiation import Form, Negotiation, Span
from groundrules.record.timeline import fold
from groundrules.record.transcript import Conversation, Place
from groundrules.terms.promise import ON_THE_RECORD, strictest
from terms.promises import terms as any_terms

if TYPE_CHECKING:
    from groundrules.record.standing import Standing

CONVERSATIONS = talks.conversations() | builders.conversations()
PUT = {Form.OFFER, Form.REQUEST, Form.ASSERTION}


def as_json(value: object) -> object:
    """Return what comes back from the text of a JSON file."""
    return json.loads(json.dumps(value))


def holds(span: Span, place: Place) -> bool:
    return span.first <= place and (span.last is None or place <= span.last)


def about(standing: Standing, steps: list[Negotiation]) -> list[Negotiation]:
    place = standing.statement.place
    return [one for one in steps if any(holds(span, place) for span in one.spans)]


@settings(max_examples=100)
@given(CONVERSATIONS, talks.POLICIES)
def test_what_is_written_is_read_back_equal(conversation: Conversation, policy: str) -> None:
    told = negotiations(conversation, talks.BY_NAME[policy])

    written = as_json(to_odrl(conversation, talks.BY_NAME[policy]))

    assert told == from_odrl(written)


@settings(max_examples=100)
@given(any_terms, st.sampled_from(Form))
def test_any_terms_are_read_back_equal(terms, form) -> None:
    step = Negotiation(
        form, "talk", 3, 2, (Span(Place(4), Place(6, 2)),), terms, "ap", "1", "The Ledger Post"
    )

    (read,) = from_odrl(as_json(document([step])))

    assert step == read


@settings(max_examples=100)
@given(CONVERSATIONS, talks.POLICIES)
def test_what_is_in_force_is_what_the_check_believes(
    conversation: Conversation, policy: str
) -> None:
    steps = negotiations(conversation, talks.BY_NAME[policy])
    agreed = [one for one in steps if one.form is Form.AGREEMENT]
    unsettled = [one for one in steps if one.form is Form.UNSETTLED]

    for standing in fold(conversation, talks.BY_NAME[policy]).standings:
        if standing.is_open:
            assert [standing.terms] == [one.terms for one in about(standing, unsettled)]
            assert [] == about(standing, agreed)
        else:
            in_force = about(standing, agreed)
            assert standing.terms == strictest(*(one.terms for one in in_force))
            assert [] == about(standing, unsettled)
            assert in_force or standing.terms == ON_THE_RECORD


@settings(max_examples=100)
@given(CONVERSATIONS, talks.POLICIES)
def test_each_step_has_a_name_of_its_own_and_revises_an_earlier_one(
    conversation: Conversation, policy: str
) -> None:
    steps = negotiations(conversation, talks.BY_NAME[policy])
    names = [name_of(one) for one in steps]

    assert len(names) == len(set(names))
    by_name = dict(zip(names, steps, strict=True))
    for step in steps:
        if step.revises:
            assert by_name[step.revises].fact <= step.fact
            assert step.protected in (0, by_name[step.revises].protected)


@settings(max_examples=100)
@given(talks.one_sided(), talks.POLICIES)
def test_one_side_alone_makes_no_agreement_but_in_its_own_words(
    conversation: Conversation, policy: str
) -> None:
    steps = negotiations(conversation, talks.BY_NAME[policy])

    assert [] == [one for one in steps if one.form is Form.AGREEMENT]


@settings(max_examples=50)
@given(builders.conversations())
def test_no_name_and_no_word_of_the_talk_is_exported(conversation: Conversation) -> None:
    marked = conversation._replace(
        matter="SECRET matter",
        origin="SECRET origin",
        parties=tuple(
            one._replace(
                name="SECRET name", affiliations=("SECRET house",), aliases=("SECRET alias",)
            )
            for one in conversation.parties
        ),
        turns=tuple(
            one._replace(parts=tuple("SECRET word" if part else "" for part in one.parts))
            for one in conversation.turns
        ),
        facts=tuple(
            one._replace(words="SECRET words") if one.words else one for one in conversation.facts
        ),
    )

    assert "SECRET" not in json.dumps(to_odrl(marked, talks.HOUSE))


def test_terms_of_no_conversation() -> None:
    assert () == from_odrl(as_json(document([])))


@pytest.mark.parametrize("form", sorted(PUT))
def test_what_was_put_is_about_all_that_follows(form: Form) -> None:
    step = Negotiation(form, "talk", 1, 2, (Span(Place(5), None),), policy="ap", version="1")

    (read,) = from_odrl(as_json(document([step._replace(outlet="")])))

    assert (Span(Place(5), None),) == read.spans
