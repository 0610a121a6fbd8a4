"""What is borne out by others may be told, or not: it depends on what was promised."""

from __future__ import annotations

import pytest
from newsroom_facts import borne_out

from groundrules.draft.attribution import SourceForm
from groundrules.evidence.story import Story, StoryFact
from groundrules.record.standing import OPEN
from groundrules.record.transcript import Party, Role
from groundrules.rules.disclosure.forbidden_pursuit import ForbiddenPursuit
from groundrules.rules.disclosure.withheld_fact import WithheldFact
from groundrules.rules.disclosure.withheld_statement import WithheldStatement
from groundrules.terms.rights import Publish, Pursue
from rule_cases import ANA, IDRIS, OFF, By, Told, a_case, background, only, shown

BID, VOTE = "The bid collapsed on Friday", "A clerk was told to burn it"
NOT_TO_PURSUE = OFF._replace(rights=OFF.rights._replace(pursue=Pursue.NO))
IF_HAD_ELSEWHERE = NOT_TO_PURSUE._replace(
    rights=NOT_TO_PURSUE.rights._replace(publish=Publish.IF_INDEPENDENT)
)
CLERK = Told(VOTE, by="S2", talk="docks", used="")
BORNE_OUT = {"harbor": (borne_out("docks#1"),)}


def withheld(*told: Told, text: str = f"{BID}.", **more: object) -> list[str]:
    return shown(WithheldStatement(), a_case(text, *told, **more))  # type: ignore[arg-type]


def test_what_somebody_else_bears_out_is_answered_where_it_may_be_pursued() -> None:
    assert withheld(Told(BID, OFF), CLERK) == [BID]
    assert withheld(Told(BID, OFF), CLERK, facts=BORNE_OUT) == []


def test_no_corroboration_answers_where_it_may_not() -> None:
    unasked = {"harbor": (borne_out("docks#1", prompted=False),)}

    assert withheld(Told(BID, NOT_TO_PURSUE), CLERK, facts=BORNE_OUT) == [BID]
    assert withheld(Told(BID, NOT_TO_PURSUE), CLERK, facts=unasked) == [BID]


def test_what_came_unasked_is_independently_obtained() -> None:
    unasked = {"harbor": (borne_out("docks#1", prompted=False),)}

    assert withheld(Told(BID, IF_HAD_ELSEWHERE), CLERK, facts=unasked) == []
    assert withheld(Told(BID, IF_HAD_ELSEWHERE), CLERK, facts=BORNE_OUT) == [BID]


@pytest.mark.parametrize(
    "clerk",
    [
        Told(VOTE, OFF, by="S2", used="", talk="docks"),
        Told(VOTE, by="S2", used="", talk="docks", status=OPEN),
        Told(VOTE, by="S1", used="", talk="docks"),
        Told(VOTE, by="AR", used="", talk="docks"),
        Told(VOTE, by="ZZ", used="", talk="docks"),
    ],
    ids=["withheld-too", "open", "same-person", "reporter", "nobody-known"],
)
def test_not_every_statement_bears_out_another(clerk: Told) -> None:
    assert withheld(Told(BID, OFF), clerk, facts=BORNE_OUT) == [BID]


def test_a_document_bears_out_and_a_statement_that_no_record_holds_does_not() -> None:
    document = {"harbor": (borne_out("the receiver's report"),)}
    unknown = {"harbor": (borne_out("quay#9"),)}

    assert withheld(Told(BID, OFF), facts=document) == []
    assert withheld(Told(BID, OFF), facts=unknown) == [BID]


@pytest.mark.parametrize(
    "fact",
    [
        borne_out("docks#1", independent=False),
        borne_out("docks#1", by="S1"),
        borne_out("docks#1", by=""),
        borne_out("docks#1")._replace(corroboration=None),
    ],
    ids=["derived", "recorded-by-the-source", "by-nobody-known", "empty"],
)
def test_it_counts_as_the_newsroom_recorded_it_as_independent(fact) -> None:
    assert withheld(Told(BID, OFF), CLERK, facts={"harbor": (fact,)}) == [BID]


def test_the_words_stay_the_first_sources_in_quotation_marks_and_under_a_description() -> None:
    said = By(f"{BID}, a port official said", "a port official", governs=(BID,))
    another = By(f"{BID}, a clerk said", "a clerk", governs=(BID,))
    terms = OFF._replace(conditions=background("a port official").conditions)

    quoted = withheld(Told(BID, OFF), CLERK, text=f'"{BID}."', facts=BORNE_OUT)
    laid_to_her = withheld(
        Told(BID, terms), CLERK, text=f"{said.words}.", by=[said], facts=BORNE_OUT
    )
    laid_to_him = withheld(
        Told(BID, terms), CLERK, text=f"{another.words}.", by=[another], facts=BORNE_OUT
    )

    assert [BID] == quoted == laid_to_her
    assert laid_to_him == []


def test_what_a_party_is_described_as_is_hers_too() -> None:
    described = (ANA, Party("S1", Role.SOURCE, "Dana", description="a port official"), IDRIS)
    said = By(f"{BID}, a port official said", "a port official", SourceForm.DESCRIBED)

    assert withheld(
        Told(BID, OFF),
        CLERK,
        text=f"{said.words}.",
        by=[said],
        facts=BORNE_OUT,
        parties=described,
    ) == [BID]


def test_words_of_nobody_known_can_be_borne_out_too() -> None:
    assert withheld(Told(BID, OFF, by="ZZ"), CLERK, facts=BORNE_OUT) == []


def a_story(*rests_on: str, words: str = "gone for good") -> Story:
    return Story("calder", facts=(StoryFact("collapse", words, rests_on),))


def facts_found(rule, story: Story, *told: Told, **more: object) -> list[str]:
    text = "The offer is gone for good."
    return shown(rule, a_case(text, *told, story=story, **more))  # type: ignore[arg-type]


SECRET = Told(BID, OFF, used="")
KEPT = Told(BID, NOT_TO_PURSUE, used="")


def test_a_fact_on_nothing_but_withheld_words_is_found() -> None:
    assert facts_found(WithheldFact(), a_story("harbor#1"), SECRET) == ["gone for good"]
    assert facts_found(WithheldFact(), a_story("harbor#1", "a letter"), SECRET) == []
    assert facts_found(WithheldFact(), a_story("harbor#1", "docks#1"), SECRET, CLERK) == []
    assert facts_found(WithheldFact(), a_story("docks#1"), SECRET, CLERK) == []


def test_a_fact_on_open_words_is_found() -> None:
    unsettled = Told(BID, used="", status=OPEN)

    assert facts_found(WithheldFact(), a_story("harbor#1"), unsettled) == ["gone for good"]


def test_a_fact_that_is_borne_out_is_answered() -> None:
    assert facts_found(WithheldFact(), a_story("harbor#1"), SECRET, CLERK, facts=BORNE_OUT) == []
    assert facts_found(WithheldFact(), a_story("harbor#1"), KEPT, CLERK, facts=BORNE_OUT) == [
        "gone for good"
    ]


@pytest.mark.parametrize("words", ["gone for ever", "!"])
def test_a_fact_that_the_draft_does_not_tell_is_not_found(words: str) -> None:
    assert facts_found(WithheldFact(), a_story("harbor#1", words=words), SECRET) == []


def test_a_use_of_what_was_pursued_against_the_terms_is_found_and_names_the_promise() -> None:
    case = a_case(f"{VOTE}.", KEPT, Told(VOTE, by="S2", talk="docks"), facts=BORNE_OUT)

    found = only(ForbiddenPursuit(), case)

    assert found.statement == "harbor#1"
    assert shown(ForbiddenPursuit(), case) == [VOTE]


@pytest.mark.parametrize("told", [SECRET, Told(BID, used="")])
def test_what_may_be_pursued_may_be_used(told: Told) -> None:
    case = a_case(f"{VOTE}.", told, Told(VOTE, by="S2", talk="docks"), facts=BORNE_OUT)

    assert shown(ForbiddenPursuit(), case) == []


def test_a_declared_way_of_its_own_answers_for_its_passage() -> None:
    clerk = Told(VOTE, by="S2", talk="docks")
    story = a_story("docks#1", "a letter", words=VOTE)

    case = a_case(f"{VOTE}.", KEPT, clerk, facts=BORNE_OUT, story=story)

    assert shown(ForbiddenPursuit(), case) == []


def test_a_fact_is_found_where_every_way_starts_at_such_words() -> None:
    rule, documents = ForbiddenPursuit(), {"harbor": (borne_out("a letter"),)}

    def found(*rests_on: str, facts=BORNE_OUT) -> list[str]:
        return facts_found(rule, a_story(*rests_on), KEPT, CLERK, facts=facts)

    assert found("docks#1") == found("harbor#1", "docks#1") == ["gone for good"]
    assert found("a letter", facts=documents) == ["gone for good"]
    assert found("harbor#1") == found("docks#1", "another letter") == []
    assert found("docks#1", facts={}) == []


def test_words_that_may_be_published_are_a_way_though_they_may_not_be_pursued() -> None:
    terms = background("a port official")
    terms = terms._replace(rights=terms.rights._replace(pursue=Pursue.NO))

    assert (
        facts_found(
            ForbiddenPursuit(),
            a_story("harbor#1", "docks#1"),
            Told(BID, terms, used=""),
            CLERK,
            facts=BORNE_OUT,
        )
        == []
    )
