"""What each step of a negotiation becomes, by example: the rows of the mapping."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from builders import recorded
from groundrules.record.facts import Kind
from groundrules.record.odrl import document, from_odrl, negotiations, to_odrl
from groundrules.record.odrl.negotiation import Form, Negotiation, Span
from groundrules.record.standing import Basis, Doubt
from groundrules.record.transcript import Place
from groundrules.terms.conditions import Conditions, Embargo
from groundrules.terms.levels import Level
from groundrules.terms.promise import Terms
from groundrules.terms.rights import FREE, Attendance, Attribute, Publish, Quote, Repeat
from talks import HOUSE

PAIR = """\
AR: reporter, Ana Ruiz
S1: source, Dana Whitfield
"""

NEGOTIATORS = """\
N1: negotiator, Uma Lind
N2: negotiator, Otis Grant
"""


def steps(talk: str, **more: str) -> tuple[Negotiation, ...]:
    return negotiations(recorded(talk, **more), HOUSE)


def forms(talk: str, **more: str) -> list[tuple[Form, Kind | None, int]]:
    return [(step.form, step.act, step.by) for step in steps(talk, **more)]


def policies(talk: str, **more: str) -> list[dict]:
    graph = json.loads(json.dumps(to_odrl(recorded(talk, **more), HOUSE)))["@graph"]
    return [node for node in graph if "profile" in node]


def written(terms: Terms) -> dict:
    step = Negotiation(Form.AGREEMENT, "c", 3, 2, (Span(Place(4), Place(4)),), terms, "ap", "1", "")
    return json.loads(json.dumps(document([step])))["@graph"][-1]


def rules(policy: dict, effect: str, action: str) -> list[dict]:
    return [rule for rule in policy.get(effect, []) if rule["action"] == action]


ASKED_AND_AGREED = """
    S1: May I speak off the record?
      > ask off-the-record
    AR: Yes.
      > agree
    S1: The deal is dead.
"""


def test_an_ask_is_an_offer_and_a_yes_an_agreement_that_revises_it() -> None:
    offer, agreement = policies(ASKED_AND_AGREED, head="outlet: The Post")

    assert ("Offer", "ask") == (offer["type"], offer["gr:act"])
    assert ("Agreement", "agree", "agreed") == (
        agreement["type"],
        agreement["gr:act"],
        agreement["gr:basis"],
    )
    assert offer["uid"] == agreement["prov:wasRevisionOf"]
    assert {"prohibit"} == {one["conflict"] for one in (offer, agreement)}
    assert "urn:groundrules:talk:harbor#1.1-" == offer["prohibition"][0]["target"]
    assert "urn:groundrules:talk:harbor#2.1-3.1" == agreement["prohibition"][0]["target"]
    assert "urn:groundrules:talk:harbor:party:2" == agreement["prohibition"][0]["assigner"]
    assert "urn:groundrules:talk:harbor:outlet" == agreement["prohibition"][0]["assignee"]


def test_a_reporters_offer_is_a_request() -> None:
    talk = """
        AR: Shall we go on background?
          > offer background to=S1
        S1: The deal is dead.
    """

    assert [
        (Form.REQUEST, Kind.TERMS_OFFERED, 1),
        (Form.UNSETTLED, Kind.TERMS_OFFERED, 1),
    ] == forms(talk)


def test_a_claim_is_an_assertion_whoever_makes_it() -> None:
    source = "S1: This is off the record.\n  > assert off-the-record"
    reporter = "AR: We are on background.\n  > assert background to=S1"

    assert (Form.ASSERTION, Kind.TERMS_ASSERTED, 2) == forms(source)[0]
    assert (Form.ASSERTION, Kind.TERMS_ASSERTED, 1) == forms(reporter)[0]


def test_a_counter_revises_what_it_answers() -> None:
    talk = """
        S1: Off the record?
          > ask off-the-record
        AR: On background.
          > counter background
        S1: As an aide, then.
          > counter background description="an aide"
        AR: Fine.
          > agree
        S1: The deal is dead.
    """
    told = [one for one in policies(talk, parties=PAIR) if one["type"] != "Set"]

    assert ["Offer", "Request", "Offer", "Agreement"] == [one["type"] for one in told]
    assert [one["uid"] for one in told[:-1]] == [one["prov:wasRevisionOf"] for one in told[1:]]


def test_what_is_asked_anew_in_place_of_an_earlier_ask_revises_it() -> None:
    talk = """
        S1: Off the record?
          > ask off-the-record
        S1: Or on background?
          > ask background
    """
    first, second = (one for one in policies(talk) if one["type"] == "Offer")

    assert first["uid"] == second["prov:wasRevisionOf"]
    assert "prov:wasRevisionOf" not in first


def test_terms_that_are_announced_are_an_offer_for_each_whom_they_protect() -> None:
    talk = """
        MO: Everything here is under the rule.
          > announce chatham-house
        AR: All right.
          > stay
        S1: The deal is dead.
        AR: Is it?
    """
    parties = "MO: moderator\nAR: reporter, Ana Ruiz\nS1: source, Dana Whitfield"
    told = steps(talk, parties=parties)

    assert [
        (Form.OFFER, Kind.TERMS_ANNOUNCED, 1, 1),
        (Form.OFFER, Kind.TERMS_ANNOUNCED, 1, 3),
        (Form.AGREEMENT, Kind.CONSENT_IMPLIED, 2, 1),
        (Form.AGREEMENT, Kind.CONSENT_IMPLIED, 2, 3),
    ] == [(one.form, one.act, one.by, one.protected) for one in told]
    assert {Basis.IMPLIED} == {one.basis for one in told[2:]}


def test_between_negotiators_the_other_side_is_bound_and_no_outlet() -> None:
    talk = """
        N1: Between us, and only your board may hear of it?
          > ask off-the-record tell="the board"
        N2: Yes.
          > agree
        N1: We would take nine.
        N2: So would we.
    """
    told = [one for one in steps(talk, parties=NEGOTIATORS) if one.form is Form.AGREEMENT]

    assert [(1, (2,), None), (2, (1,), None)] == [
        (one.protected, one.bound, one.outlet) for one in told
    ]
    assert {frozenset({"the board"})} == {one.terms.conditions.tell for one in told}


def test_a_negotiators_ask_is_an_offer_of_his_own_words_and_a_request_for_the_others() -> None:
    talk = "N1: Between us?\n  > ask off-the-record"
    told = [one for one in steps(talk, parties=NEGOTIATORS) if one.form is not Form.UNSETTLED]

    assert [(Form.OFFER, 1), (Form.REQUEST, 2)] == [(one.form, one.protected) for one in told]


def test_where_nobody_else_could_be_bound_it_is_the_other_parties() -> None:
    talk = "S1: Between us?\n  > ask off-the-record"
    (offer,) = (
        one for one in steps(talk, parties="S1: source\nS2: source") if one.form is Form.OFFER
    )

    assert ((2,), None) == (offer.bound, offer.outlet)


def test_words_that_were_released_leave_the_agreement_for_one_that_revises_it() -> None:
    talk = f"""{ASKED_AND_AGREED}
    S1: And the bank is out.

    afterwards:
      2026-11-05T09:10-05:00 S1 > release background turns=3 "by telephone"
    """
    told = {one["uid"]: one for one in policies(talk)}
    released = next(one for one in told.values() if one.get("gr:basis") == "released")
    earlier = told[released["prov:wasRevisionOf"]]

    assert "Agreement" == earlier["type"]
    assert "urn:groundrules:talk:harbor#3.1" == released["permission"][0]["target"]
    assert [
        "urn:groundrules:talk:harbor#2.1",
        "urn:groundrules:talk:harbor#4.1",
    ] == earlier["prohibition"][0]["target"]


def test_a_release_of_words_that_were_open_revises_what_was_put() -> None:
    talk = """
        S1: Off the record.
          > assert off-the-record
        S1: The deal is dead.

        afterwards:
          2026-11-05T09:10-05:00 S1 > release on-the-record turns=1-2
    """
    told = policies(talk)
    released = [one for one in told if one.get("gr:basis") == "released"]

    assert [told[0]["uid"]] * len(released) == [one["prov:wasRevisionOf"] for one in released]
    assert released


def test_words_whose_terms_are_unclear_are_a_set_that_nothing_may_be_published_of() -> None:
    talk = """
        S1: Well, you know.
          > unclear
        ?: Words of somebody.
    """
    told = policies(talk)

    assert {"Set"} == {one["type"] for one in told}
    for one in told:
        (until_settled,) = (
            rule["constraint"]
            for rule in rules(one, "prohibition", "gr:publish")
            if "constraint" in rule
        )
        assert [
            {"leftOperand": "gr:settled", "operator": "eq", "rightOperand": False}
        ] == until_settled
    assert ["unclear"] in [one["gr:doubt"] for one in told]


def test_words_of_somebody_unknown_have_no_assigner_and_rest_on_no_fact() -> None:
    (told,) = steps("?: Words of somebody.")

    assert (Form.UNSETTLED, 0, 0, None, (Doubt.UNKNOWN_SPEAKER,)) == (
        told.form,
        told.fact,
        told.protected,
        told.act,
        told.doubts,
    )
    (policy,) = policies("?: Words of somebody.")
    assert "assigner" not in policy["permission"][0]
    assert "gr:act" not in policy


def test_words_on_the_record_are_in_no_export() -> None:
    assert [] == policies("S1: The board has not voted.")
    assert [] == policies("S1: Between us.\n  > hint")


def test_what_was_agreed_and_never_spoken_under_is_no_promise() -> None:
    talk = """
        AR: Shall we go off the record?
          > offer off-the-record
        S1: Yes. No, wait: on the record.
          > agree
          > return
        S1: The deal is dead.
    """

    assert {Form.REQUEST} == {one.form for one in steps(talk, parties=PAIR)}


def test_words_whose_quotation_was_approved_say_so() -> None:
    talk = """
        S1: On background, and I see the quotes first?
          > ask background approval=yes
        AR: Yes.
          > agree
        S1: The deal is dead.
        S1: The bank is out.

        afterwards:
          2026-11-05T09:10-05:00 S1 > approve turns=3
    """
    agreed = [one for one in policies(talk) if one["type"] == "Agreement"]

    (approved,) = (one for one in agreed if one.get("gr:quotationsApproved"))

    assert "urn:groundrules:talk:harbor#3.1" == approved["permission"][0]["target"]


def test_a_reporters_words_are_in_the_agreement_of_whom_he_speaks_to() -> None:
    talk = """
        S1: Off the record?
          > ask off-the-record
        S2: I too.
          > ask off-the-record
        AR: Yes, both.
          > agree
        S2: The bank is out.
        AR: And the deal?
        S1: It is dead.
    """
    agreed = {one.protected: one.spans for one in steps(talk) if one.form is Form.AGREEMENT}

    assert {
        2: (Span(Place(5), Place(6)),),
        3: (Span(Place(3), Place(4)),),
    } == agreed


def test_limits_of_topic_and_time_refine_the_target() -> None:
    talk = """
        [00:00:01] S1: On the harbor, and for a minute, off the record?
          > ask off-the-record scope="the harbor" until=00:01:00.500
    """
    (offer, *_) = policies(talk)

    assert {
        "type": "AssetCollection",
        "source": "urn:groundrules:talk:harbor#1.1-",
        "refinement": [
            {"leftOperand": "gr:topic", "operator": "eq", "rightOperand": "the harbor"},
            {
                "leftOperand": "gr:saidAt",
                "operator": "lt",
                "rightOperand": {"@value": "PT60.500S", "@type": "xsd:dayTimeDuration"},
            },
        ],
    } == offer["prohibition"][0]["target"]


def test_an_embargo_limits_the_permission_and_is_a_prohibition_besides() -> None:
    until = datetime(2026, 3, 1, 6, tzinfo=UTC)
    embargoes = frozenset({Embargo(until), Embargo(event="the vote")})
    policy = written(Terms(conditions=Conditions(embargoes=embargoes)))
    instant = {"@value": "2026-03-01T06:00:00+00:00", "@type": "xsd:dateTime"}

    assert [
        {"leftOperand": "dateTime", "operator": "gteq", "rightOperand": instant},
        {"leftOperand": "event", "operator": "gt", "rightOperand": "the vote"},
    ] == rules(policy, "permission", "gr:publish")[0]["constraint"]
    assert [
        [{"leftOperand": "dateTime", "operator": "lt", "rightOperand": instant}],
        [{"leftOperand": "event", "operator": "lt", "rightOperand": "the vote"}],
    ] == [one["constraint"] for one in rules(policy, "prohibition", "gr:publish")]


@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        (timedelta(hours=-5), "2026-03-01T06:00:00-05:00"),
        (timedelta(hours=1, seconds=30), "2026-03-01T04:59:30+00:00"),
        (timedelta(hours=15), "2026-02-28T15:00:00+00:00"),
    ],
)
def test_an_instant_is_written_as_xml_schema_writes_it(offset: timedelta, expected: str) -> None:
    embargo = Embargo(datetime(2026, 3, 1, 6, tzinfo=timezone(offset)))
    policy = written(Terms(conditions=Conditions(embargoes=frozenset({embargo}))))

    (limit,) = rules(policy, "permission", "gr:publish")[0]["constraint"]
    assert expected == limit["rightOperand"]["@value"]


def test_the_last_instant_of_the_calendar_is_written_as_it_is() -> None:
    zone = timezone(-timedelta(hours=14, seconds=1))
    last = datetime(9999, 12, 31, 23, 59, tzinfo=zone)
    policy = written(Terms(conditions=Conditions(embargoes=frozenset({Embargo(last)}))))

    (limit,) = rules(policy, "permission", "gr:publish")[0]["constraint"]
    assert last.isoformat() == limit["rightOperand"]["@value"]


def test_descriptions_and_approval_are_duties_of_whoever_publishes() -> None:
    conditions = Conditions(frozenset({"an official", "an aide"}), quote_approval=True)
    policy = written(Terms(conditions=conditions))

    assert [
        {
            "action": "gr:attributeAs",
            "constraint": [
                {
                    "leftOperand": "gr:description",
                    "operator": "isAnyOf",
                    "rightOperand": {"@list": ["an aide", "an official"]},
                }
            ],
        },
        {"consentingParty": "urn:groundrules:talk:c:party:2", "action": "obtainConsent"},
    ] == rules(policy, "permission", "gr:publish")[0]["duty"]


def test_where_publishing_is_prohibited_they_are_what_mends_a_breach() -> None:
    conditions = Conditions(frozenset({"an aide"}), quote_approval=True)
    rights = FREE.changed({"publish": Publish.NO})
    policy = written(Terms(Level.OFF_THE_RECORD, rights, conditions))

    (prohibition,) = rules(policy, "prohibition", "gr:publish")
    assert ["gr:attributeAs", "obtainConsent"] == [one["action"] for one in prohibition["remedy"]]
    assert "duty" not in prohibition


def test_chatham_house_protects_everybody_who_took_part() -> None:
    rights = FREE.changed({"attendance": Attendance.SECRET})
    policy = written(Terms(Level.CHATHAM_HOUSE, rights))

    (prohibition,) = rules(policy, "prohibition", "gr:discloseAttendance")
    assert "urn:groundrules:talk:c:participants" == prohibition["target"]


def test_need_to_know_is_a_recipient() -> None:
    rights = FREE.changed({"repeat": Repeat.NEED_TO_KNOW})
    policy = written(Terms(Level.OFF_THE_RECORD, rights, Conditions(tell=frozenset({"my office"}))))
    know = {"@id": "gr:needToKnow"}

    assert [
        [{"leftOperand": "recipient", "operator": "neq", "rightOperand": know}],
        [
            {
                "leftOperand": "recipient",
                "operator": "isNoneOf",
                "rightOperand": {"@list": ["my office"]},
            }
        ],
    ] == [one["constraint"] for one in rules(policy, "prohibition", "gr:tell")]


@pytest.mark.parametrize(
    ("name", "value", "prohibited"),
    [
        ("quote", Quote.VERBATIM, []),
        ("quote", Quote.PARAPHRASE, ["gr:quote"]),
        ("quote", Quote.NO, ["gr:quote", "gr:paraphrase"]),
        ("attribute", Attribute.DESCRIPTION, ["gr:attributeByName"]),
        (
            "attribute",
            Attribute.INSTITUTION,
            ["gr:attributeByName", "gr:attributeByDescription"],
        ),
    ],
)
def test_each_step_of_a_scale_prohibits_one_action_more(name, value, prohibited) -> None:
    policy = written(Terms(Level.PLAIN_WORDS, FREE.changed({name: value})))

    assert prohibited == [one["action"] for one in policy.get("prohibition", [])]
    assert 10 - len(prohibited) == len(policy["permission"])


def test_a_grace_and_a_request_too_late_are_no_part_of_an_export() -> None:
    talk = """
        S1: The board has not voted.
        S1: Please do not use that.
          > retroactive off-the-record turns=1
        AR: I will not.
          > grace turns=1 "she was upset"
    """

    assert [] == policies(talk)


def test_two_conversations_are_one_export_and_are_read_back_in_order() -> None:
    first = negotiations(recorded(ASKED_AND_AGREED, name="a"), HOUSE)
    second = negotiations(recorded(ASKED_AND_AGREED, name="b"), HOUSE)

    assert (*first, *second) == from_odrl(json.loads(json.dumps(document([*first, *second]))))
