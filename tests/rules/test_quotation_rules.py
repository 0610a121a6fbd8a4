from __future__ import annotations

from groundrules.evidence.case import Reuse
from groundrules.record.standing import OPEN
from groundrules.rules.quotation.altered_quotation import AlteredQuotation
from groundrules.rules.quotation.quoted_paraphrase_only import QuotedParaphraseOnly
from groundrules.rules.quotation.unapproved_quotation import UnapprovedQuotation
from groundrules.rules.quotation.untraced_quotation import UntracedQuotation
from groundrules.terms.conditions import Conditions
from groundrules.terms.promise import ON_THE_RECORD
from groundrules.terms.rights import FREE, Quote
from rule_cases import DEEP, OFF, Told, a_case, only, shown

BID = "The bid collapsed on Friday"
TEXT = f'"{BID}," she said. {BID}, in short.'
APPROVAL = ON_THE_RECORD._replace(conditions=Conditions(quote_approval=True))


def test_only_what_stands_in_quotation_marks_is_quoted() -> None:
    assert shown(QuotedParaphraseOnly(), a_case(TEXT, Told(BID, DEEP))) == [BID]
    assert shown(QuotedParaphraseOnly(), a_case(f"{BID}, in short.", Told(BID, DEEP))) == []


def test_words_that_may_appear_in_no_form_may_not_be_quoted_either() -> None:
    terms = DEEP._replace(rights=FREE._replace(quote=Quote.NO))

    assert shown(QuotedParaphraseOnly(), a_case(TEXT, Told(BID, terms))) == [BID]


def test_what_may_be_quoted_is_let_pass() -> None:
    assert shown(QuotedParaphraseOnly(), a_case(TEXT, Told(BID))) == []


def test_withheld_and_open_words_are_other_rules() -> None:
    case = a_case(TEXT, Told(BID, OFF), Told(BID, DEEP, status=OPEN))

    assert shown(QuotedParaphraseOnly(), case) == []


def test_a_passage_that_is_partly_quoted_is_found_where_it_is() -> None:
    text = 'The bid "collapsed" on "Friday" at last.'
    case = a_case(text, Told(BID, DEEP, used='The bid "collapsed" on "Friday'))

    assert shown(QuotedParaphraseOnly(), case) == ["collapsed", "Friday"]


def test_approval_is_wanted_for_quotations_alone_and_until_it_is_given() -> None:
    assert shown(UnapprovedQuotation(), a_case(TEXT, Told(BID, APPROVAL))) == [BID]
    assert shown(UnapprovedQuotation(), a_case(TEXT, Told(BID))) == []
    approved = Told(BID, APPROVAL, standing=(("approved", True),))
    assert shown(UnapprovedQuotation(), a_case(TEXT, approved)) == []
    assert shown(UnapprovedQuotation(), a_case(f"{BID}.", Told(BID, APPROVAL))) == []


def test_a_quotation_of_four_words_wants_a_statement() -> None:
    text = 'He called it "the end of days" and "the very end".'

    assert shown(UntracedQuotation(), a_case(text)) == ['"the end of days"']
    traced = Told("It is the end of days", used="end of days")
    assert shown(UntracedQuotation(), a_case(text, traced)) == []


def test_the_words_as_they_were_said_are_true() -> None:
    assert shown(AlteredQuotation(), a_case(TEXT, Told(BID))) == []


def test_another_spelling_that_the_search_takes_for_the_same_is_true() -> None:
    case = a_case('"We do not know," he said.', Told("We don't know", used="We do not know"))

    assert shown(AlteredQuotation(), case) == []


def test_a_changed_word_is_found_with_the_whole_quotation() -> None:
    text = '"The bid imploded on Friday," she said.'
    case = a_case(text, Told(BID, used="The bid imploded on Friday", reuse=Reuse.EDITED))

    assert shown(AlteredQuotation(), case) == ["The bid imploded on Friday,"]


def test_words_added_at_the_end_are_found_though_the_match_is_verbatim() -> None:
    text = '"The bid collapsed on Friday the thirteenth," she said.'

    assert shown(AlteredQuotation(), a_case(text, Told(BID))) == [
        "The bid collapsed on Friday the thirteenth,"
    ]


def test_a_quotation_that_goes_on_in_the_next_turn_is_true() -> None:
    text = '"The bid collapsed on Friday. Everybody knew," she said.'
    case = a_case(
        text, Told(BID), Told("Right.", by="AR", used=""), Told("Everybody knew", used="")
    )

    assert shown(AlteredQuotation(), case) == []


def test_what_somebody_else_said_does_not_fill_it_up() -> None:
    text = '"The bid collapsed on Friday. Everybody knew," she said.'
    case = a_case(text, Told(BID), Told("Everybody knew", by="S2", used=""))

    assert shown(AlteredQuotation(), case) == ["The bid collapsed on Friday. Everybody knew,"]


def test_who_said_a_thing_twice_may_be_quoted_from_either() -> None:
    text = '"The bid collapsed on Friday," she said.'
    case = a_case(text, Told("The bid imploded on Friday", used=BID, reuse=Reuse.EDITED), Told(BID))

    assert shown(AlteredQuotation(), case) == []


def test_the_finding_is_about_the_statement_that_shares_most() -> None:
    text = '"The bid imploded on Friday," she said.'
    case = a_case(
        text,
        Told("on Friday it was", used="on Friday"),
        Told(BID, used="The bid imploded on Friday", reuse=Reuse.EDITED),
    )

    assert only(AlteredQuotation(), case).statement == "harbor#2"


def test_withheld_words_are_not_asked_to_be_quoted_better() -> None:
    text = '"The bid imploded on Friday," she said.'
    told = Told(BID, OFF, used="The bid imploded on Friday", reuse=Reuse.EDITED)

    assert shown(AlteredQuotation(), a_case(text, told)) == []


def test_a_quotation_without_words_is_not_altered() -> None:
    text = 'She said "…" twice.'

    assert shown(AlteredQuotation(), a_case(text, Told("nothing", used='"…"'))) == []
