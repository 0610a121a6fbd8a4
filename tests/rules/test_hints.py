"""Hints: what a program cannot tell, and asks a person to look at."""

from __future__ import annotations

import pytest
from newsroom_facts import borne_out

from groundrules.draft.attribution import SourceForm
from groundrules.evidence.story import Story, StorySource
from groundrules.record.standing import OPEN
from groundrules.record.transcript import Party, Role
from groundrules.rules.disclosure.restated_statement import RestatedStatement
from groundrules.rules.identity.jigsaw_identification import JigsawIdentification
from groundrules.rules.restating import stems
from groundrules.rules.rule import Confidence
from groundrules.rules.sourcing.anonymous_attack import AnonymousAttack
from groundrules.rules.sourcing.anonymous_opinion import AnonymousOpinion
from groundrules.rules.sourcing.two_faced_source import TwoFacedSource
from rule_cases import ANA, IDRIS, OFF, By, Told, a_case, background, only, shown

SAID = "The Calder bid collapsed on Friday after the auditors found two sets of books."
ANEW = "Auditors turned up two different sets of Calder books, so by Friday the bid was dead."


def restated(*told: Told, text: str = ANEW, **more: object) -> list[str]:
    return shown(RestatedStatement(), a_case(text, *told, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "told",
    [
        Told(SAID, OFF, used=""),
        Told(SAID, used="", status=OPEN),
        Told(f"Well. {SAID} That is all.", OFF, used=""),
        Told(SAID, OFF, used="", by="ZZ"),
    ],
    ids=["withheld", "open", "among-others", "nobody-known"],
)
def test_much_of_what_makes_a_withheld_sentence_is_pointed_to(told: Told) -> None:
    assert restated(told) == [ANEW]


@pytest.mark.parametrize(
    "told",
    [
        Told(SAID, used=""),
        Told(SAID, background("an official"), used=""),
        Told(SAID, OFF, used="", by="AR"),
        Told("The bid collapsed.", OFF, used=""),
    ],
    ids=["on-record", "publishable", "reporter", "too-short"],
)
def test_nothing_else_is(told: Told) -> None:
    assert restated(told) == []


def test_it_is_a_hint_and_says_so_by_its_confidence() -> None:
    assert only(RestatedStatement(), a_case(ANEW, Told(SAID, OFF, used=""))).confidence is (
        Confidence.LOW
    )


def test_each_statement_is_pointed_to_once_and_not_where_its_words_are_used() -> None:
    secret = Told(SAID, OFF, used="")

    assert restated(secret, text=f"{ANEW} {ANEW}") == [ANEW]
    assert restated(Told(SAID, OFF, used="two different sets")) == []


def test_too_little_in_common_is_no_restatement() -> None:
    secret = Told(SAID, OFF, used="")

    assert restated(secret, text="The auditors of Calder had Friday off.") == []
    long = f"{SAID[:-1]} while nobody noticed harbour inspectors walking along wooden piers twice."
    assert restated(Told(long, OFF, used=""), text=ANEW) == []


def test_what_is_known_without_it_does_not_count() -> None:
    secret = Told(SAID, OFF, used="")
    free = Told("Auditors found two sets of books.", used="", by="S2", talk="docks")

    assert restated(secret, free) == []
    assert restated(secret, matter="the Calder auditors and their books and sets") == []


def test_what_is_borne_out_and_may_be_pursued_is_no_restatement() -> None:
    facts = {"harbor": (borne_out("a letter"),)}

    assert restated(Told(SAID, OFF, used=""), facts=facts) == []


def test_endings_and_small_words_do_not_count_and_numbers_do() -> None:
    assert stems("The inspectors' inspections were with 12 boats") == stems(
        "an inspection: 12 boat, inspector's"
    )
    assert stems("a of to it") == frozenset()


OFFICIAL = background("a port official")
BID, VOTE = "The bid collapsed on Friday", "The vote is next week"


def pieces(*by: By, told_before: tuple[str, ...] = (), party: str = "harbor/S1", terms=OFFICIAL):
    text = f"{BID}, {by[0].words}. " + " ".join(f"{VOTE}, {one.words}." for one in by[1:])
    told = [Told(BID, terms)] + ([Told(VOTE, terms)] if len(by) > 1 else [])
    story = Story("calder", sources=(StorySource("one", party, told_before=told_before),))
    return shown(JigsawIdentification(), a_case(text, *told, by=by, story=story))


FIRST = By("a port official said", "a port official", governs=(BID,))
SECOND = By(
    "an official on the night shift said", "an official on the night shift", governs=(VOTE,)
)
SHE = By("she said", "she", SourceForm.PRONOUN, governs=(VOTE,), refers_to="a port official")


def test_pieces_that_add_up_are_pointed_to() -> None:
    assert pieces(FIRST, told_before=("works nights", "once a captain")) == ["a port official"]
    assert pieces(FIRST, SHE, told_before=("works nights", "once captain")) == ["a port official"]
    assert pieces(FIRST, SHE, told_before=("works nights", "captain")) == ["she"]
    assert pieces(FIRST, SECOND, told_before=("captain", "nurse")) == [
        "an official on the night shift"
    ]


def test_few_pieces_and_those_of_others_are_not() -> None:
    assert pieces(FIRST) == pieces(FIRST, SECOND) == []
    assert pieces(FIRST, told_before=("works nights", "once captain"), party="docks/S1") == []


def test_one_piece_that_tells_all_is_for_other_rules() -> None:
    much = "a night clerk of the northern port customs office"
    one = By(f"{much} said", much, governs=(BID,))

    assert pieces(one) == []
    assert pieces(one, terms=background(much)) == []
    assert (
        pieces(
            FIRST,
            told_before=("northern night clerk customs",),
            terms=background("a port official, night clerk in the northern customs"),
        )
        == []
    )


def test_a_named_source_is_no_jigsaw() -> None:
    named = By("Dana Whitfield said", "Dana Whitfield", SourceForm.NAMED, governs=(BID,))
    text = f"{BID}, {named.words}."
    before = ("works nights", "once a captain", "a mother of three")
    story = Story("calder", sources=(StorySource("one", "harbor/S1", told_before=before),))

    assert shown(JigsawIdentification(), a_case(text, Told(BID), by=[named], story=story)) == []
    assert (
        shown(JigsawIdentification(), a_case(text, Told(BID, OFFICIAL), by=[named], story=story))
        == []
    )


NO_SALE, SALE = "The board never discussed a sale of the pier", "The board discussed the sale"


def two_faced(*told: Told) -> list[str]:
    return shown(TwoFacedSource(), a_case(". ".join(one.words for one in told) + ".", *told))


def test_signed_one_way_and_unsigned_the_other_is_pointed_to() -> None:
    assert two_faced(Told(NO_SALE), Told(SALE, OFFICIAL)) == [SALE]
    assert two_faced(Told(SALE), Told(NO_SALE, OFFICIAL)) == [NO_SALE]
    denied = "The board doesn't discuss a sale"
    assert two_faced(Told(SALE), Told(denied, OFFICIAL, talk="docks")) == [denied]


@pytest.mark.parametrize(
    "other",
    [
        Told(SALE, OFFICIAL, by="S2"),
        Told(SALE),
        Told("Ships come in at night", OFFICIAL),
        Told("The board discussed no sale", OFFICIAL),
        Told(SALE, OFF),
    ],
    ids=["another", "signed", "something-else", "the-same", "withheld"],
)
def test_no_other_pair_is(other: Told) -> None:
    assert two_faced(Told(NO_SALE), other) == []


def test_a_reporters_own_words_are_nobodys() -> None:
    assert two_faced(Told(NO_SALE, by="AR"), Told(SALE, OFFICIAL, by="AR")) == []


ANON = By("an official said", "an official")


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (AnonymousOpinion(), "In my view it will fail"),
        (AnonymousOpinion(), "I think it will fail"),
        (AnonymousAttack(), "He is a liar"),
        (AnonymousAttack(), "They are all cowards"),
        (AnonymousAttack(), "The director is useless"),
    ],
)
def test_an_opinion_or_an_attack_without_a_name_is_pointed_to(rule, words: str) -> None:
    anonymous = By("an official said", "an official", governs=(words,))
    described = By("a teller said", "a teller", governs=(words,))
    named = By("Ann Lee said", "Ann Lee", SourceForm.NAMED, governs=(words,))

    def found(by: By, *told: Told) -> list[str]:
        return shown(rule, a_case(f"{words}, {by.words}.", *told, by=[by]))

    assert found(anonymous) == found(described, Told(words, OFFICIAL)) == [words]
    assert found(anonymous, Told(words, OFFICIAL)) == [words]
    assert found(named) == found(named, Told(words, OFFICIAL)) == []
    assert found(described) == found(described, Told(words)) == []
    assert found(described, Told(words, OFFICIAL, by="AR")) == []


@pytest.mark.parametrize("rule", [AnonymousOpinion(), AnonymousAttack()])
def test_information_is_no_opinion_and_no_attack(rule) -> None:
    text = "The board is corrupt by law and thinks of Friday"
    anonymous = By("an official said", "an official", governs=(text,))

    assert shown(rule, a_case(f"{text}, {anonymous.words}.", by=[anonymous])) == []


def test_an_unnamed_use_elsewhere_makes_no_passage_anonymous() -> None:
    words = "He is a liar"
    described = By("a teller said", "a teller", governs=(words,))
    text = f"{words}, a teller said. {BID}."

    assert shown(AnonymousAttack(), a_case(text, Told(BID, OFFICIAL), by=[described])) == []


PEOPLE = (ANA, Party("S1", Role.SOURCE, "Dana Whitfield"), IDRIS)


def test_the_names_of_those_who_took_part_do_not_count() -> None:
    said = "Whitfield and Farouk and Dana and Idris met auditors."
    text = "Whitfield met Idris Farouk, and Dana came."

    assert restated(Told(said, OFF, used=""), text=text, parties=PEOPLE) == []
