"""Amending a proposal: what another kind does not take goes, and nothing else."""

from __future__ import annotations

import pytest

from groundrules.record.amending import (
    by_another,
    kinds_for,
    lacks_terms,
    takes_terms,
    with_kind,
    with_right,
    with_terms,
)
from groundrules.record.facts import Fact, Kind, Proposal, Turns
from groundrules.record.notation import parse, to_text
from groundrules.record.transcript import Conversation, Party, Place, Role, Turn
from groundrules.terms.levels import Level
from groundrules.terms.rights import Publish, Quote

PARTIES = (Party("AR", Role.REPORTER), Party("S1", Role.SOURCE))
ASK = Fact(
    Kind.TERMS_ASKED,
    "S1",
    Place(1),
    Proposal(Level.BACKGROUND, scope="the sale", until=5000),
    covers=("S1",),
    to=("AR",),
    words="so",
)
GRACE = Fact(Kind.GRACE_GRANTED, "AR", Place(1), turns=(Turns(1, 1),), words="too late")


@pytest.mark.parametrize("fact", [ASK, GRACE, ASK._replace(words="")])
def test_whatever_a_proposal_becomes_can_be_written(fact: Fact) -> None:
    for kind in kinds_for(fact):
        other = with_kind(fact, kind)
        if lacks_terms(other):
            other = with_terms(other, Proposal(Level.OFF_THE_RECORD))
        talk = Conversation("c", PARTIES, (Turn(1, "S1", ("So.",)),), proposals=(other,))

        assert parse(to_text(talk)) == talk
        assert not lacks_terms(other)


def test_its_own_kind_comes_first_and_what_it_cannot_be_is_not_offered() -> None:
    plain = ASK._replace(words="")

    assert kinds_for(GRACE)[0] is Kind.GRACE_GRANTED
    assert not {Kind.GRACE_GRANTED, Kind.TOPIC_CHANGED, Kind.INCIDENT_OPENED} & {*kinds_for(plain)}
    assert Kind.TOPIC_CHANGED in kinds_for(ASK)


def test_an_answer_keeps_no_terms_and_a_late_ask_no_limits() -> None:
    assert with_kind(ASK, Kind.TERMS_AGREED) == ASK._replace(kind=Kind.TERMS_AGREED, proposal=None)
    assert with_kind(ASK, Kind.RETROACTIVE_REQUESTED) == ASK._replace(
        kind=Kind.RETROACTIVE_REQUESTED, proposal=Proposal(Level.BACKGROUND), covers=(), to=()
    )


def test_a_limit_alone_names_no_terms() -> None:
    assert with_terms(ASK, Proposal(scope="the sale", until=1)).proposal is None
    assert lacks_terms(with_terms(ASK, Proposal()))
    assert not lacks_terms(ASK)
    assert takes_terms(ASK)
    assert not takes_terms(GRACE)


def test_rights_stand_in_the_order_of_the_axes() -> None:
    proposal = with_right(Proposal(), "quote", Quote.NO)
    both = with_right(proposal, "publish", Publish.NO)

    assert both.changes == (("publish", Publish.NO), ("quote", Quote.NO))
    assert with_right(both, "publish", None) == proposal


def test_nobody_asks_himself() -> None:
    assert by_another(ASK, "AR") == ASK._replace(by="AR", to=())
