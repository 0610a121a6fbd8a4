from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundrules.draft.attribution import SourceForm
from groundrules.record.standing import OPEN
from groundrules.rules.attribution.attributed_deep_background import AttributedDeepBackground
from groundrules.rules.attribution.boilerplate_reason import BoilerplateReason
from groundrules.rules.attribution.description_not_agreed import DescriptionNotAgreed
from groundrules.rules.attribution.missing_reason import MissingReason
from groundrules.rules.attribution.narrower_description import NarrowerDescription
from groundrules.rules.attribution.vague_attribution import VagueAttribution
from groundrules.rules.rule import Severity
from groundrules.terms.rights import Attribute
from rule_cases import CHATHAM, DEEP, OFF, By, Told, a_case, a_policy, background, only, shown

if TYPE_CHECKING:
    from groundrules.terms.promise import Terms

BID, VOTE = "The bid collapsed on Friday", "The vote is next week"
OFFICIAL = background("a port official")


def told(terms: Terms, by: By, *more: Told) -> list[str]:
    """Return which rules about descriptions find anything in `BID`, attributed so."""
    case = a_case(f"{BID}, {by.words}.", Told(BID, terms), *more, by=[by])
    rules = (DescriptionNotAgreed(), NarrowerDescription(), AttributedDeepBackground())
    return [rule.code for rule in rules for _ in rule.check(case)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a port official", []),
        ("port officials", []),
        ("a friend", ["GR201"]),
        ("the official", ["GR201"]),
        ("a senior port official", ["GR202"]),
        ("a Norland Bank employee", ["GR202"]),
    ],
)
def test_a_description_is_as_agreed_or_found_by_one_rule(source: str, expected: list[str]) -> None:
    assert told(OFFICIAL, By(f"said {source}", source)) == expected


def test_the_finding_is_at_the_words_for_the_source() -> None:
    case = a_case(
        f"{BID}, said a friend.", Told(BID, OFFICIAL), by=[By("said a friend", "a friend")]
    )

    assert shown(DescriptionNotAgreed(), case) == ["a friend"]
    assert only(DescriptionNotAgreed(), case).remedy == (
        "attribute it to the agreed description (statement harbor#1)"
    )


@pytest.mark.parametrize("form", [SourceForm.NAMED, SourceForm.PRONOUN, SourceForm.IMPERSONAL])
def test_names_pronouns_and_impersonal_forms_describe_nobody(form: SourceForm) -> None:
    assert told(OFFICIAL, By("said Whitfield", "Whitfield", form)) == []


def test_an_institution_is_a_description_like_another() -> None:
    by = By("the port said", "the port", SourceForm.INSTITUTION)

    assert told(OFFICIAL, by) == ["GR201"]
    assert told(background("the port"), by) == []


def test_a_capital_at_the_start_of_a_sentence_is_no_name() -> None:
    text = f"So much is clear. Dockers said: {BID}."
    case = a_case(text, Told(BID, OFFICIAL), by=[By("Dockers said", "Dockers")])

    assert shown(DescriptionNotAgreed(), case) == ["Dockers"]
    assert told(OFFICIAL, By("said Larchmerers", "Larchmerers")) == ["GR202"]


def test_a_description_that_nobody_agreed_is_found() -> None:
    assert told(background(), By("said a friend", "a friend")) == ["GR201"]


def test_a_circle_may_be_named_where_the_institution_may_and_no_person() -> None:
    circle = background(attribute=Attribute.INSTITUTION)

    assert told(circle, By("the port said", "the port", SourceForm.INSTITUTION)) == []
    assert told(circle, By("officials said", "officials", plural=True)) == []
    assert told(circle, By("an official said", "an official")) == ["GR201"]
    assert told(background(), By("officials said", "officials", plural=True)) == ["GR201"]


@pytest.mark.parametrize(
    "free", [Told(VOTE, OFFICIAL), Told(BID), Told(BID, OFF), Told(BID, OFFICIAL, status=OPEN)]
)
def test_what_is_not_attributed_or_not_promised_is_let_pass(free: Told) -> None:
    by = By("said a friend", "a friend", governs=(BID,))

    assert (
        shown(DescriptionNotAgreed(), a_case(f"{BID}, said a friend. {VOTE}.", free, by=[by])) == []
    )


def test_a_reporters_words_are_no_sources() -> None:
    case = a_case(
        f"{BID}, said a friend.", Told(BID, OFFICIAL, by="AR"), by=[By("said a friend", "a friend")]
    )

    assert shown(DescriptionNotAgreed(), case) == []


def test_one_source_under_one_attribution_is_found_once() -> None:
    case = a_case(
        f"{BID}. {VOTE}, said a friend.",
        Told(BID, OFFICIAL),
        Told(VOTE, OFFICIAL),
        by=[By("said a friend", "a friend", governs=(BID, VOTE))],
    )

    assert shown(DescriptionNotAgreed(), case) == ["a friend"]


def test_where_two_said_the_same_either_description_will_do() -> None:
    docker = Told(BID, background("a docker"), by="S2", talk="docks")

    assert told(OFFICIAL, By("said a docker", "a docker"), docker) == []
    assert told(OFFICIAL, By("said a friend", "a friend"), docker) == ["GR201", "GR201"]


TWICE = f"{BID}, said {{}}. {VOTE}, the official said."


@pytest.mark.parametrize(
    ("first", "expected"),
    [("a port official", []), ("a senior port official", []), ("a city official", ["GR201"])],
)
def test_pointing_back_is_as_good_as_what_it_points_to(first: str, expected: list[str]) -> None:
    case = a_case(
        TWICE.format(first),
        Told(VOTE, OFFICIAL),
        by=[
            By(f"said {first}", first, governs=(BID,)),
            By("the official said", "the official", governs=(VOTE,), refers_to=first),
        ],
    )

    assert [found.code for found in DescriptionNotAgreed().check(case)] == expected
    assert shown(NarrowerDescription(), case) == []


def test_pointing_back_may_not_add() -> None:
    case = a_case(
        f"{BID}, said a port official. {VOTE}, the young official said.",
        Told(VOTE, OFFICIAL),
        by=[
            By("said a port official", "a port official", governs=(BID,)),
            By(
                "the young official said",
                "the young official",
                governs=(VOTE,),
                refers_to="a port official",
            ),
        ],
    )

    assert shown(DescriptionNotAgreed(), case) == ["the young official"]


@pytest.mark.parametrize("form", [SourceForm.NAMED, SourceForm.DESCRIBED, SourceForm.PRONOUN])
def test_deep_background_is_attributed_to_nobody(form: SourceForm) -> None:
    assert told(DEEP, By("she said", "she", form)) == ["GR203"]


def test_the_outlets_own_knowledge_attributes_nothing() -> None:
    assert told(DEEP, By("it is understood", "it", SourceForm.IMPERSONAL)) == []


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (SourceForm.NAMED, ["GR203"]),
        (SourceForm.INSTITUTION, ["GR203"]),
        (SourceForm.DESCRIBED, []),
        (SourceForm.PRONOUN, []),
        (SourceForm.IMPERSONAL, []),
    ],
)
def test_the_chatham_house_rule_lets_a_participant_speak(
    form: SourceForm, expected: list[str]
) -> None:
    assert told(CHATHAM, By("a guest said", "a guest", form)) == expected


def vague(by: By, *phrases: str, terms: Terms = OFFICIAL) -> list[str]:
    case = a_case(
        f"{BID}, {by.words}.",
        Told(BID, terms),
        by=[by],
        policy=a_policy(vague_attributions=phrases),
    )
    return shown(VagueAttribution(), case)


@pytest.mark.parametrize("source", ["a source", "sources", "two people", "an official"])
def test_bare_words_are_vague_under_any_policy(source: str) -> None:
    assert vague(By(f"{source} said", source)) == [f"{source} said"]


@pytest.mark.parametrize(
    "phrase", ["a government colleague", "government colleagues say", "Government colleagues said"]
)
def test_a_policys_phrase_is_vague_with_its_verb_or_without(phrase: str) -> None:
    by = By("a government colleague said", "a government colleague")

    assert vague(by, phrase) == ["a government colleague said"]
    assert vague(by, "has learned") == []


def test_a_phrase_without_words_means_nothing() -> None:
    assert vague(By("it is understood", "it", SourceForm.IMPERSONAL), "the", "") == []


def test_an_impersonal_form_is_vague_where_the_policy_says_so() -> None:
    by = By("The Post has learned", "The Post", SourceForm.IMPERSONAL)

    assert vague(by, "has learned") == ["The Post has learned"]
    assert vague(by, "reportedly") == []
    assert vague(by) == []


@pytest.mark.parametrize("form", [SourceForm.NAMED, SourceForm.PRONOUN, SourceForm.INSTITUTION])
def test_other_forms_are_not_vague(form: SourceForm) -> None:
    assert vague(By("sources said", "sources", form), "sources") == []


def test_the_impersonal_form_is_what_deep_background_asks_for() -> None:
    by = By("it is understood", "it", SourceForm.IMPERSONAL)

    assert vague(by, "it is understood") == ["it is understood"]
    assert vague(by, "it is understood", terms=DEEP) == []


def test_who_was_introduced_may_be_short_afterwards() -> None:
    case = a_case(
        "A port official said so. The official said more.",
        by=[
            By("A port official said", "A port official"),
            By("The official said", "The official", refers_to="A port official"),
        ],
    )

    assert shown(VagueAttribution(), case) == []


def reasonless(text: str, *by: By) -> list[str]:
    return shown(MissingReason(), a_case(text, by=by))


def test_the_first_mention_without_a_reason_is_found() -> None:
    text = "A port official said so. Port officials said more."
    by = (
        By("A port official said", "A port official"),
        By("Port officials said", "Port officials"),
    )

    assert reasonless(text, *by) == ["A port official"]


@pytest.mark.parametrize(
    ("late", "expected"),
    [
        (By("Port officials, in fear of dismissal", "Port officials", reason="in fear of"), []),
        (By("the man feared dismissal", reason="feared", refers_to="A port official"), []),
        (By("a docker feared dismissal", "a docker", reason="feared"), ["A port official"]),
        (By("the man who", refers_to="A port official"), ["A port official"]),
    ],
)
def test_one_reason_for_a_description_will_do(late: By, expected: list[str]) -> None:
    first = By("A port official said", "A port official")

    assert reasonless(f"A port official said so. {late.words}.", first, late) == expected


@pytest.mark.parametrize(
    "by",
    [
        By("The port said", "The port", SourceForm.INSTITUTION),
        By("She said", "She", SourceForm.PRONOUN),
        By("It is understood", "It", SourceForm.IMPERSONAL),
        By("Dana Whitfield said", "Dana Whitfield", SourceForm.NAMED),
        By("A spokeswoman for the port said", "A spokeswoman for the port"),
        By("A port official would not comment", "A port official", declined=True),
    ],
)
def test_whose_name_is_not_withheld_needs_no_reason(by: By) -> None:
    assert reasonless(f"{by.words}.", by) == []


def test_who_may_be_attributed_to_nobody_needs_no_reason() -> None:
    case = a_case(f"{BID}, a guest said.", Told(BID, CHATHAM), by=[By("a guest said", "a guest")])

    assert shown(MissingReason(), case) == []


def test_a_banned_formula_is_found_once_where_it_stands() -> None:
    text = "An official, not authorised to speak to anyone, said so and said more."
    reason = "not authorised to speak to anyone"
    case = a_case(
        text,
        by=[By("said so", reason=reason), By("said more", reason=reason), By("An official")],
        policy=a_policy(banned_reasons=("Not authorised to speak",)),
    )

    assert shown(BoilerplateReason(), case) == [reason]


def test_a_house_that_bans_no_formula_finds_none() -> None:
    case = a_case("A man afraid of fire said so.", by=[By("said so", reason="afraid of fire")])

    assert shown(BoilerplateReason(), case) == []


def test_how_severe_it_is_is_the_policys_to_say() -> None:
    by = [By("A source said", "A source")]
    strict = a_policy({"vague-attribution": "error"})

    assert only(VagueAttribution(), a_case("A source said so.", by=by)).severity is Severity.WARNING
    assert (
        only(VagueAttribution(), a_case("A source said so.", by=by, policy=strict)).severity
        is Severity.ERROR
    )
