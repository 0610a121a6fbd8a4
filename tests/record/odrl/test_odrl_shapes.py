"""Exports hold the ODRL information model and the profile; wrong ones are refused by both."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odrl_shapes import PROFILE, complaints, graph_of, turtle
from rdflib import RDF, RDFS, BNode, URIRef
from rdflib.namespace import SKOS

import builders
import talks
from builders import recorded
from groundrules.errors import BadInput
from groundrules.record.facts import Kind
from groundrules.record.odrl import document, from_odrl, to_odrl, vocabulary
from groundrules.record.odrl.negotiation import Form, Negotiation, Span
from groundrules.record.odrl.rights import RULES
from groundrules.record.standing import Basis, Doubt
from groundrules.record.transcript import Place
from groundrules.terms.levels import Level
from terms.promises import terms as any_terms

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.record.transcript import Conversation

ODRL = "http://www.w3.org/ns/odrl/2/"
GR = f"{vocabulary.PROFILE}:"

TALK = """
    [00:00:01] S1: May I speak on background, as an aide, and not before the vote?
      > ask background description="an aide" embargo="the vote" approval=yes delete-by=2026-12-01
    [00:00:05] AR: Only about the harbor, and only for the next minute.
      > counter background scope="the harbor" until=00:01:05
    [00:00:09] S1: All right.
      > agree
      The bank pulled the loan.
    [00:00:20] S2: My words are off the record.
      > assert off-the-record tell="my office"
    [00:00:30] S2: There is more.
"""


def exported(talk: str = TALK) -> dict:
    return json.loads(json.dumps(to_odrl(recorded(talk, head="outlet: The Post"), talks.HOUSE)))


def test_a_negotiation_of_every_form_holds_the_model_and_the_profile() -> None:
    forms = {node["type"] for node in exported()["@graph"] if "profile" in node}

    assert {form.value for form in Form} == forms
    assert "" == complaints(exported())


@settings(max_examples=15, deadline=None)
@given(talks.conversations() | builders.conversations(), talks.POLICIES)
def test_every_export_holds_the_model_and_the_profile(
    conversation: Conversation, policy: str
) -> None:
    assert "" == complaints(to_odrl(conversation, talks.BY_NAME[policy]))


@settings(max_examples=15, deadline=None)
@given(any_terms, st.sampled_from(Form))
def test_whatever_the_terms_the_export_holds_the_model_and_the_profile(terms, form) -> None:
    step = Negotiation(
        form,
        "talk",
        3,
        2,
        (Span(Place(4), Place(6, 2)),),
        terms,
        "ap",
        "1",
        "",
        act=Kind.TERMS_AGREED,
        basis=Basis.AGREED if form is Form.AGREEMENT else Basis.OPEN,
    )

    assert "" == complaints(document([step]))


def test_every_word_of_an_export_is_odrls_or_the_profiles() -> None:
    used = {
        str(term)
        for triple in graph_of(exported())
        for term in triple
        if isinstance(term, URIRef) and not str(term).startswith("urn:groundrules:talk:")
    }
    declared = {str(term) for term in turtle(PROFILE).subjects(RDF.type, SKOS.Concept)}
    others = {term for term in used if not term.startswith((ODRL, "http://www.w3.org/ns/prov#"))}

    assert others - {str(RDF.type), str(RDF.first), str(RDF.rest), str(RDF.nil)} <= {
        *declared,
        vocabulary.PROFILE,
    }


def test_the_profile_declares_the_words_of_the_code_and_no_others() -> None:
    words = {
        word.removeprefix("gr:")
        for word in vars(vocabulary).values()
        if isinstance(word, str) and word.startswith("gr:")
    }
    profile = turtle(PROFILE)
    declared = set(profile.subjects(RDF.type, SKOS.Concept))

    assert words == {str(term).removeprefix(GR) for term in declared}
    for term in declared:
        assert profile.value(term, RDFS.label)
        assert profile.value(term, SKOS.definition)


def test_every_action_of_the_profile_is_included_in_one_of_odrl() -> None:
    profile = turtle(PROFILE)
    included = URIRef(f"{ODRL}includedIn")
    for action in profile.subjects(RDF.type, URIRef(f"{ODRL}Action")):
        (outer,) = profile.objects(action, included)
        above = profile.value(outer, included) or outer
        assert str(above).startswith(ODRL)


def listed_in_the_shape(path: str) -> set[str]:
    text = PROFILE.read_text(encoding="utf-8")
    found = re.search(rf"sh:path {path} ;[^\]]*?sh:in \(([^)]*)\)", text)
    assert found
    return set(re.findall(r"[\w:-]+", found[1]))


def test_the_shapes_list_what_the_types_have() -> None:
    rules = (rule for values in RULES.values() for rules in values.values() for rule in rules)

    assert {level.value for level in Level} == listed_in_the_shape("gr:level")
    assert {doubt.value for doubt in Doubt} == listed_in_the_shape("gr:doubt")
    assert {"agreed", "implied", "released"} == listed_in_the_shape("gr:basis")
    assert {basis.name.lower() for basis in Basis} > listed_in_the_shape("gr:basis")
    assert {rule.action for rule in rules} == listed_in_the_shape("odrl:action")


def agreement(value: dict) -> dict:
    return next(node for node in value["@graph"] if node["type"] == "Agreement")


def rules_on(policy: dict, action: str) -> list[dict]:
    return [
        rule
        for effect in ("permission", "prohibition", "obligation")
        for rule in policy.get(effect, [])
        if rule["action"] == action
    ]


def _name_the_source(value: dict) -> None:
    for rule in agreement(value)["permission"]:
        rule["assigner"] = "urn:people:dana-whitfield"


def _let_permissions_win(value: dict) -> None:
    agreement(value)["conflict"] = "perm"


def _leave_out_the_conflict(value: dict) -> None:
    del agreement(value)["conflict"]


def _take_away_the_assignee(value: dict) -> None:
    del agreement(value)["permission"][0]["assignee"]


def _take_away_a_target(value: dict) -> None:
    del agreement(value)["prohibition"][0]["target"]


def _take_away_an_axis(value: dict) -> None:
    policy = agreement(value)
    for effect in ("permission", "prohibition"):
        policy[effect] = [one for one in policy[effect] if one["action"] != "gr:pursue"]


def _make_up_an_action(value: dict) -> None:
    agreement(value)["permission"][0]["action"] = "gr:leak"


def _use_two_operators(value: dict) -> None:
    limit = rules_on(agreement(value), "delete")[0]["constraint"][0]
    limit["operator"] = ["lt", "lteq"]


def _take_away_a_right_operand(value: dict) -> None:
    del rules_on(agreement(value), "delete")[0]["constraint"][0]["rightOperand"]


def _make_up_a_level(value: dict) -> None:
    agreement(value)["gr:level"] = "between-us"


def _name_a_refined_collection(value: dict) -> None:
    agreement(value)["permission"][0]["target"]["uid"] = "urn:groundrules:talk:harbor#3.1"


def _give_a_policy_two_forms(value: dict) -> None:
    agreement(value)["type"] = ["Agreement", "Offer"]


def _leave_out_the_rules(value: dict) -> None:
    for effect in ("permission", "prohibition", "obligation"):
        agreement(value).pop(effect, None)


def _let_the_unsettled_be_published(value: dict) -> None:
    policy = next(node for node in value["@graph"] if node["type"] == "Set")
    policy["prohibition"] = [
        one
        for one in policy["prohibition"]
        if one.get("constraint", [{}])[0].get("leftOperand") != "gr:settled"
    ]


def _leave_out_the_basis(value: dict) -> None:
    del agreement(value)["gr:basis"]


WRONG: list[Callable[[dict], None]] = [
    _name_the_source,
    _let_permissions_win,
    _leave_out_the_conflict,
    _take_away_the_assignee,
    _take_away_a_target,
    _take_away_an_axis,
    _make_up_an_action,
    _use_two_operators,
    _take_away_a_right_operand,
    _make_up_a_level,
    _name_a_refined_collection,
    _give_a_policy_two_forms,
    _leave_out_the_rules,
    _let_the_unsettled_be_published,
    _leave_out_the_basis,
]


@pytest.mark.parametrize("spoil", WRONG, ids=lambda one: one.__name__.strip("_"))
def test_a_wrong_export_is_refused_by_the_shapes_and_by_the_reader(
    spoil: Callable[[dict], None],
) -> None:
    value = exported()
    sound = deepcopy(value)
    spoil(value)

    assert sound != value
    assert complaints(value)
    with pytest.raises(BadInput):
        from_odrl(value)


def test_the_shapes_of_the_model_ship_nowhere_and_those_of_the_profile_do() -> None:
    assert PROFILE.is_file()
    assert not list(Path(PROFILE.parents[2]).rglob("odrl.shapes.ttl"))
    assert not any(isinstance(one, BNode) for one in turtle(PROFILE).subjects(RDF.type))
