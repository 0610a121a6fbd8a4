from __future__ import annotations

import pytest

from groundrules.draft.attribution import SourceForm
from groundrules.record.standing import OPEN
from groundrules.rules.sourcing.declined_comment import DeclinedComment
from groundrules.rules.sourcing.plural_for_one_source import PluralForOneSource
from groundrules.rules.sourcing.single_anonymous_source import SingleAnonymousSource
from rule_cases import OFF, By, Told, a_case, a_policy, background, only, shown

BID, VOTE = "The bid collapsed on Friday", "The vote is next week"
OFFICIAL = background("a port official")
OFFICIALS = By("officials said", "officials", plural=True)


def plural(*told: Told, by: By = OFFICIALS, **practices: object) -> list[str]:
    case = a_case(f"{BID}. {VOTE}, {by.words}.", *told, by=[by], policy=a_policy(**practices))
    return shown(PluralForOneSource(), case)


def test_one_person_is_no_plural() -> None:
    assert plural(Told(BID, OFFICIAL), Told(VOTE, OFFICIAL)) == ["officials"]


def test_two_people_are() -> None:
    assert plural(Told(BID, OFFICIAL), Told(VOTE, by="S2")) == []


def test_how_many_it_takes_is_the_policys_to_say() -> None:
    assert plural(Told(BID), Told(VOTE, by="S2"), plural_requires=3) == ["officials"]
    assert plural(Told(BID), plural_requires=1) == []


def test_people_without_names_are_told_apart_by_talk() -> None:
    assert plural(Told(BID, by="S3"), Told(VOTE, by="S3", talk="docks")) == []
    assert plural(Told(BID), Told(VOTE, talk="docks")) == ["officials"]


@pytest.mark.parametrize(
    "by", [By("an official said"), By("Ana and Bo said", form=SourceForm.NAMED)]
)
def test_a_singular_or_names_claim_no_number(by: By) -> None:
    assert plural(Told(BID, OFFICIAL), by=by) == []


def test_words_that_rest_on_no_statement_cannot_be_counted() -> None:
    assert plural() == []
    assert plural(Told(BID, OFFICIAL, by="AR")) == []


def single(text: str, *told: Told, least: int = 2) -> list[str]:
    policy = a_policy(min_anonymous_sources=least)
    return shown(SingleAnonymousSource(), a_case(text, *told, policy=policy))


def test_an_unnamed_source_alone_is_found_once() -> None:
    told = (Told(BID, OFFICIAL), Told(VOTE, OFFICIAL))

    assert single(f"{BID}.\n\n{VOTE}.", *told) == [BID]


def test_each_unnamed_source_is_found() -> None:
    told = (Told(BID, OFFICIAL), Told(VOTE, OFFICIAL, by="S2"))

    assert single(f"{BID}.\n\n{VOTE}.", *told) == [BID, VOTE]


def test_another_voice_in_the_paragraph_bears_it_out() -> None:
    assert single(f"{BID}. {VOTE}.", Told(BID, OFFICIAL), Told(VOTE, by="S2")) == []
    assert single(f"{BID}. {VOTE}.", Told(BID, OFFICIAL), Told(VOTE)) == [BID]
    assert single(f"{BID}. {VOTE}.", Told(BID, OFFICIAL), Told(VOTE, by="AR")) == [BID]


def test_a_later_use_alone_is_found_though_the_first_was_not() -> None:
    told = (Told(BID, OFFICIAL), Told(VOTE, by="S2"), Told("It is over now", OFFICIAL))

    assert single(f"{BID}. {VOTE}.\n\nIt is over now.", *told) == ["It is over now"]


@pytest.mark.parametrize("least", [0, 1])
def test_a_house_that_asks_for_no_more_gets_none(least: int) -> None:
    assert single(f"{BID}.", Told(BID, OFFICIAL), least=least) == []


def test_a_named_source_may_stand_alone() -> None:
    assert single(f"{BID}.", Told(BID)) == []


DECLINED = By("Dana Whitfield declined to comment", "Dana Whitfield", declined=True)
TEXT = f"{BID}. Dana Whitfield declined to comment."


def declined(*told: Told, by: By = DECLINED) -> list[str]:
    return shown(DeclinedComment(), a_case(TEXT, *told, by=[by]))


@pytest.mark.parametrize(
    "told", [Told(BID, OFFICIAL), Told(BID, OFF), Told(BID, OFFICIAL, status=OPEN)]
)
def test_who_was_used_unnamed_did_not_decline(told: Told) -> None:
    assert declined(told) == ["Dana Whitfield declined to comment"]


@pytest.mark.parametrize(
    "told",
    [
        Told(BID),
        Told(BID, OFFICIAL, used=""),
        Told(BID, OFFICIAL, by="S2"),
        Told(BID, OFFICIAL, by="S3"),
        Told(BID, OFF, by="AR"),
    ],
)
def test_whoever_else_may_have_declined(told: Told) -> None:
    assert declined(told) == []


def test_only_a_refusal_is_found() -> None:
    assert declined(Told(BID, OFFICIAL), by=By("Dana Whitfield declined to comment")) == []


def test_it_is_found_once_for_each_person() -> None:
    found = only(
        DeclinedComment(), a_case(TEXT, Told(BID, OFFICIAL), Told(BID, OFFICIAL), by=[DECLINED])
    )

    assert found.statement == "harbor#1"
