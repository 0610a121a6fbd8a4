"""The laws of whole promises: level, rights and conditions together."""

from hypothesis import given
from promises import terms

from groundrules.terms.conditions import Conditions
from groundrules.terms.levels import Level
from groundrules.terms.promise import ON_THE_RECORD, Terms, strictest
from groundrules.terms.rights import Quote, Rights


@given(terms, terms, terms)
def test_strictest_is_the_meet_of_a_lattice(a: Terms, b: Terms, c: Terms) -> None:
    assert a == strictest(a) == strictest(a, a)
    assert strictest(b, a) == strictest(a, b)
    assert strictest(strictest(a, b), c) == strictest(a, strictest(b, c)) == strictest(a, b, c)
    assert a == strictest(a, ON_THE_RECORD)


@given(terms, terms)
def test_both_promises_allow_their_strictest_reading(a: Terms, b: Terms) -> None:
    kept = strictest(a, b)

    assert a.rights.allows(kept.rights)
    assert b.rights.allows(kept.rights)
    assert kept == strictest(kept, a) == strictest(kept, b)
    assert max(a.level.strictness, b.level.strictness) == kept.level.strictness


def test_without_a_promise_one_is_on_the_record() -> None:
    assert ON_THE_RECORD == strictest()
    assert not ON_THE_RECORD.restrict


def test_a_right_or_a_condition_alone_restricts() -> None:
    assert Terms(rights=Rights(quote=Quote.PARAPHRASE)).restrict
    assert Terms(conditions=Conditions(quote_approval=True)).restrict


def test_a_name_alone_restricts_nothing() -> None:
    assert not Terms(level=Level.BACKGROUND).restrict
