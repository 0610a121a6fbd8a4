"""Sources that point back, guesses about whose words it is, and where a claim begins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from groundrules.draft.attribution import SourceForm
from groundrules.record.transcript import Party, Role
from groundrules.rules.attribution.attributed_deep_background import AttributedDeepBackground
from groundrules.rules.attribution.description_not_agreed import DescriptionNotAgreed
from groundrules.rules.attribution.missing_reason import MissingReason
from groundrules.rules.attribution.narrower_description import NarrowerDescription
from groundrules.rules.attribution.vague_attribution import VagueAttribution
from groundrules.rules.descriptions import is_elliptical, points_back
from groundrules.rules.identity.protected_affiliation import ProtectedAffiliation
from groundrules.rules.identity.protected_name import ProtectedName
from groundrules.rules.sourcing.plural_for_one_source import PluralForOneSource
from groundrules.rules.sourcing.single_anonymous_source import SingleAnonymousSource
from groundrules.terms.rights import Attribute
from rule_cases import CHATHAM, PARTIES, By, Told, a_case, a_policy, background, shown

BID, VOTE = "The bid collapsed on Friday", "The vote is next week"
ROWER = background("a rower of the club")
SIGNED = Told("We will build a new quay")
RULES = (
    DescriptionNotAgreed(),
    NarrowerDescription(),
    VagueAttribution(),
    MissingReason(),
    PluralForOneSource(),
)


def found(source: str, *, plural: bool = False, terms: object = ROWER) -> list[str]:
    by = By(f"{source} said", source, plural=plural, governs=(BID,))
    case = a_case(f"{BID}, {source} said.", Told(BID, terms), by=[by])  # type: ignore[arg-type]
    return [one.code for rule in RULES for one in rule.check(case)]


@pytest.mark.parametrize("source", ["one", "the other", "another", "both women", "the pair"])
def test_who_was_met_before_is_described_anew_by_no_rule(source: str) -> None:
    assert found(source, plural="both" in source) == []
    assert found(source, plural="both" in source, terms=background()) == []


def test_the_other_one_of_a_kind_is_described_as_agreed() -> None:
    assert found("the other rower of the club") == ["GR205"]
    assert found("the other rower of the old club") == ["GR202", "GR205"]


def test_what_points_back_and_what_leaves_out_the_noun() -> None:
    assert [True, True, False] == [
        points_back(one) for one in ("both nurses", "the woman", "a woman")
    ]
    assert [True, True, False] == [
        is_elliptical(one) for one in ("One", "the other", "the other nurse")
    ]


def test_several_again_are_found_where_they_are_described() -> None:
    by = [
        By("rowers of the club said", "rowers of the club", plural=True, governs=(BID,)),
        By(
            "the rowers said",
            "the rowers",
            plural=True,
            governs=(VOTE,),
            refers_to="rowers of the club",
        ),
    ]
    text = f"{BID}, rowers of the club said. {VOTE}, the rowers said."
    case = a_case(text, Told(BID, ROWER), Told(VOTE, ROWER), by=by)

    assert shown(PluralForOneSource(), case) == ["rowers of the club"]


def test_an_agreed_circle_is_no_plural() -> None:
    circle = By("banking circles said", "banking circles", plural=True)
    text = f"{BID}, banking circles said."
    allowed = background(attribute=Attribute.INSTITUTION)

    assert shown(PluralForOneSource(), a_case(text, Told(BID, allowed), by=[circle])) == []
    assert shown(PluralForOneSource(), a_case(text, Told(BID, ROWER), by=[circle])) == [
        "banking circles"
    ]


def test_the_reason_for_one_holds_for_those_like_her() -> None:
    one, many = "a rower of the club with a bad knee", "rowers of the club"
    text = f"{BID}, {one} said in fear. {VOTE}, {many} said."
    reason = By(f"{one} said in fear", one, reason="in fear", governs=(BID,))
    several = By(f"{many} said", many, plural=True, governs=(VOTE,))
    told = (Told(BID, ROWER), Told(VOTE, ROWER))

    assert shown(MissingReason(), a_case(text, *told, by=[reason, several])) == []
    assert shown(
        MissingReason(), a_case(text, *told, by=[replace(reason, reason=""), several])
    ) == [
        one,
        many,
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("one speaker on the panel", []),
        ("another participant", []),
        ("a senior guest", []),
        ("a bank official", []),
        ("a ministry official", ["GR203"]),
        ("a dean of the Bayside College", ["GR203"]),
        ("a nurse", ["GR203"]),
    ],
)
def test_under_chatham_house_a_participant_has_no_office_and_no_body(
    source: str, expected: list[str]
) -> None:
    by = By(f"{source} said", source)
    case = a_case(f"{BID}, {source} said.", Told(BID, CHATHAM), by=[by], matter="the bank")

    assert [one.code for one in AttributedDeepBackground().check(case)] == expected


SHE = By("she said", "she", SourceForm.PRONOUN, governs=(BID,), refers_to="Dana Whitfield")
NAMED = By("Dana Whitfield said", "Dana Whitfield", SourceForm.NAMED, governs=(SIGNED.words,))
TEXT = f"{SIGNED.words}, Dana Whitfield said. It rained. {BID}, she said."


def test_a_name_that_the_pronoun_means_stands_with_the_words() -> None:
    assert shown(ProtectedName(), a_case(TEXT, SIGNED, Told(BID, ROWER), by=[NAMED, SHE])) == [
        "Dana Whitfield"
    ]
    assert shown(ProtectedName(), a_case(TEXT, SIGNED, Told(BID, ROWER), by=[NAMED])) == []


def test_a_guess_protects_a_name_and_describes_nobody() -> None:
    text = f"{SIGNED.words}, Dana Whitfield said. It rained. {BID}."
    near = replace(NAMED, governs=(SIGNED.words, BID))
    case = a_case(text, SIGNED, Told(BID, ROWER), by=[near])
    (attribution,) = case.attributions
    guessed = attribution._replace(guessed=attribution.governs[1:])

    assert shown(ProtectedName(), replace(case, attributions=(guessed,))) == ["Dana Whitfield"]

    case = a_case(f"A cook said so. {BID}.", Told(BID, ROWER), by=[By("A cook said", "A cook")])
    (attribution,) = case.attributions
    guessed = attribution._replace(guessed=attribution.governs)

    assert shown(DescriptionNotAgreed(), case) == ["A cook"]
    assert shown(DescriptionNotAgreed(), replace(case, attributions=(guessed,))) == []


def test_a_firm_that_has_a_sources_name_is_the_firm() -> None:
    parties = (*PARTIES, Party("S4", Role.SOURCE, "Ira Bell", ("Whitfield and Bell",)))
    text = "Whitfield and Bell sells clocks. Whitfield left."

    assert shown(ProtectedName(), a_case(text, Told(BID, ROWER, used=""), parties=parties)) == [
        "Whitfield"
    ]
    assert len(shown(ProtectedName(), a_case(text, Told(BID, ROWER, used="")))) == len(parties[:2])


@pytest.mark.parametrize("name", ["Miners' Union", "People's Bank"])
def test_a_body_with_an_apostrophe_is_found(name: str) -> None:
    parties = (*PARTIES[:1], Party("S1", Role.SOURCE, "Dana Whitfield", (name,)))
    case = a_case(f"{BID}, said Dana, of the {name}.", Told(BID, ROWER), parties=parties)

    assert shown(ProtectedAffiliation(), case) == [name]


def test_a_headline_rests_on_what_stands_below_it() -> None:
    policy = a_policy(min_anonymous_sources=2)
    told = (Told("The bid collapsed", ROWER), Told(BID, ROWER, used="On Friday the bid collapsed"))

    assert shown(
        SingleAnonymousSource(),
        a_case("The bid collapsed\n\nOn Friday the bid collapsed.", *told, policy=policy),
    ) == ["On Friday the bid collapsed"]
