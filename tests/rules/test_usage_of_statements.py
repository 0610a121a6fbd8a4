from __future__ import annotations

from dataclasses import replace

import pytest

from groundrules.draft.document import Span
from groundrules.draft.printed import as_printed
from groundrules.record.facts import Fact, Kind, Proposal
from groundrules.record.standing import OPEN, Basis
from groundrules.record.transcript import Place
from groundrules.rules.passages import paragraph_at, sentences_at, trimmed
from groundrules.rules.usage import how_spoken, in_quotation_marks, permitted, settled, uses
from rule_cases import DANA, OFF, Told, a_case, background

BID = "The bid collapsed on Friday"
CALLED = Told("Call me a person briefed on the talks", OFF, used="a person briefed on the talks")


def test_repeating_a_description_uses_nothing() -> None:
    text = f"{BID}, said a person briefed on the talks."
    described = (DANA._replace(description="A person briefed on the talks"),)

    assert [one.statement for one in uses(a_case(text, CALLED))] == ["harbor#1"]
    assert list(uses(a_case(text, CALLED, parties=described))) == []


def test_a_description_that_was_only_put_counts_as_well() -> None:
    case = a_case(f"{BID}, said a person briefed on the talks.", CALLED)
    put = Proposal(descriptions=("a person briefed on the talks",))
    facts = (Fact(Kind.TERMS_ASKED, "S1", Place(1), put), Fact(Kind.TERMS_AGREED, "AR", Place(1)))
    (evidenced,) = case.statements.values()
    talk = evidenced.conversation._replace(facts=facts)
    case = replace(case, statements={"harbor#1": evidenced._replace(conversation=talk)})

    assert list(uses(case)) == []


def test_more_than_the_description_is_a_use() -> None:
    described = (DANA._replace(description="a person"),)
    case = a_case(f"{BID}, said a person briefed on the talks.", CALLED, parties=described)

    assert len(list(uses(case))) == 1


def test_a_passage_without_words_is_a_use() -> None:
    case = a_case("…", Told("…", OFF), parties=(DANA._replace(description="a person"),))

    assert len(list(uses(case))) == 1


def test_settled_and_permitted_uses() -> None:
    told = (Told(BID), Told(BID, OFF), Told(BID, status=OPEN), Told(BID, background()))
    case = a_case(BID, *told)

    assert [one.statement for one in settled(case)] == ["harbor#1", "harbor#2", "harbor#4"]
    assert [one.statement for one in permitted(case)] == ["harbor#1", "harbor#4"]


@pytest.mark.parametrize(
    ("told", "free", "unnamed"),
    [
        (Told(BID), True, False),
        (Told(BID, status=OPEN), False, False),
        (Told(BID, OFF), False, True),
        (Told(BID, background()), False, True),
    ],
)
def test_what_is_on_the_record_is_free(told: Told, free: bool, unnamed: bool) -> None:  # noqa: FBT001 - a table of truths
    (use,) = uses(a_case(BID, told))

    assert (free, unnamed) == (use.is_free, use.is_unnamed)


def test_whose_words_they_are() -> None:
    told = (Told(BID), Told(BID, by="AR"), Told(BID, by="?"))

    assert [use.is_sourced for use in uses(a_case(BID, *told))] == [True, False, False]


def test_a_release_is_known_by_its_basis() -> None:
    told = (Told(BID), Told(BID, standing=(("basis", Basis.RELEASED),)))

    assert [use.is_released for use in uses(a_case(BID, *told))] == [False, True]


def test_how_words_were_spoken_reads_in_a_sentence() -> None:
    settled_use, open_use = uses(a_case(BID, Told(BID, OFF), Told(BID, OFF, status=OPEN)))

    assert how_spoken(settled_use.standing) == "who spoke off the record"
    assert how_spoken(open_use.standing) == "whose terms are not settled"


def test_the_parts_of_a_span_in_quotation_marks() -> None:
    case = a_case('One "two three" four "five six" seven.')

    assert in_quotation_marks(case, Span(9, 26)) == (Span(9, 14), Span(22, 26))
    assert in_quotation_marks(case, Span(15, 21)) == ()


def test_passages_of_a_draft() -> None:
    text = "One two. Three four.\n\nFive, “six” seven."
    draft = a_case(text).draft

    assert as_printed(draft, Span(4, 7)) == "two"
    assert as_printed(draft, paragraph_at(draft, Span(10, 12))) == "One two. Three four."
    assert as_printed(draft, paragraph_at(draft, Span(text.index("six"), len(text)))) == text[22:]
    assert as_printed(draft, sentences_at(draft, Span(10, 12))) == "Three four."
    assert as_printed(draft, sentences_at(draft, Span(4, 12))) == "One two. Three four."
    assert as_printed(draft, trimmed(draft, Span(3, 14))) == "two. Three"
    assert trimmed(draft, Span(7, 9)) == Span(7, 9)


def test_a_span_between_sentences_is_its_own_surroundings() -> None:
    draft = a_case("One.\n\nTwo.").draft

    assert sentences_at(draft, Span(4, 6)) == Span(4, 6)
