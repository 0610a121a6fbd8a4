"""The head of the record: it parses, it round trips, and it never names the source."""

from __future__ import annotations

from hypothesis import given

from groundrules.record.notation import parse, to_text
from groundrules.record.transcript import Role
from groundrules.talk.planning.plan import Rules, plan_from
from groundrules.talk.planning.record_head import conversation_of, record_head
from interviewed import CAREFUL, FERRY, GUIDANCE, INTERVIEW, interviews, plan

FERRY_HEAD = """\
conversation: the-ferry-inspections
date:
outlet: The Washington Post
policy: washington-post
matter: the ferry inspections
parties:
  R1: reporter, Ana Ruiz
  S1: source, "a person who works on the ferries"
"""

DEFAULT_HEAD = """\
conversation: talk
date:
policy: default
parties:
  R1: reporter
  S1: source
"""


def test_the_head_of_a_whole_story() -> None:
    assert record_head(plan(**FERRY)) == FERRY_HEAD


def test_the_head_of_defaults() -> None:
    assert record_head(plan(policy=CAREFUL, are_outlets_own=False)) == DEFAULT_HEAD


def test_the_date_can_be_filled_in() -> None:
    filled = FERRY_HEAD.replace("date:", "date: 2026-11-03") + "\nR1: Is it a good time?\n"

    assert str(parse(filled).date) == "2026-11-03"
    assert len(parse(filled).turns) == 1


def test_whoever_speaks_for_an_organisation_is_its_spokesperson() -> None:
    parties = conversation_of(plan(reasons=("organisation",))).parties

    assert [party.role for party in parties] == [Role.REPORTER, Role.SPOKESPERSON]


def test_a_description_that_fits_few_is_not_proposed() -> None:
    assert conversation_of(plan(descriptions=("a",), fits={"a": 10})).parties[1].description == ""


def test_the_name_of_the_conversation_is_one_that_a_record_can_have() -> None:
    assert conversation_of(plan(matter="Ärger am Pier: 9!")).id == "rger-am-pier-9"
    assert conversation_of(plan(matter="港", outlet="The Post")).id == "the-post"
    assert conversation_of(plan(matter="港")).id == "talk"
    assert conversation_of(plan(matter=f"{'x' * 39} y")).id == "x" * 39


@given(interviews())
def test_the_head_always_parses_and_gives_back_the_same(answers) -> None:
    found = plan_from(answers, Rules(CAREFUL, are_outlets_own=True), INTERVIEW, GUIDANCE)
    conversation = conversation_of(found)

    assert parse(record_head(found)) == conversation
    assert parse(to_text(conversation)) == conversation
