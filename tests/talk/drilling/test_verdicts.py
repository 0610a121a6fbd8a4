"""How a standing compares with what a point needs, and with what it is wanted for."""

from __future__ import annotations

from datetime import date

import pytest
from drill_shelf import policy
from hypothesis import given
from hypothesis import strategies as st

from groundrules.record.standing import Standing
from groundrules.record.transcript import Place, Statement
from groundrules.talk.drilling.scenario import Point, Side
from groundrules.talk.drilling.verdict import Verdict, protects, serves, verdict_on
from groundrules.terms.conditions import Conditions, Embargo
from groundrules.terms.levels import Level
from groundrules.terms.promise import ON_THE_RECORD, Terms
from groundrules.terms.rights import AXES, FREE, SEALED, Attribute, Publish, Quote, Repeat, Rights

STATEMENT = Statement("t#1", "t", Place(1), "S1", "It is.")
RIGHTS = st.builds(Rights, **{name: st.sampled_from(list(axis)) for name, axis in AXES.items()})


def terms(rights: Rights = FREE, **conditions: object) -> Terms:
    return Terms(Level.BACKGROUND, rights, Conditions(**conditions))  # type: ignore[arg-type]


BACKGROUND = FREE._replace(attribute=Attribute.DESCRIPTION)
UNPRINTED = FREE._replace(publish=Publish.NO)
VOTE, SALE = Embargo(event="the vote"), Embargo(event="the sale")
JANUARY, MARCH = date(2027, 1, 31), date(2027, 3, 31)

PROTECTS = [
    ("nothing needed", terms(), terms(), True),
    ("a right short", terms(), terms(BACKGROUND), False),
    ("just right", terms(BACKGROUND), terms(BACKGROUND), True),
    ("stricter", terms(SEALED), terms(BACKGROUND), True),
    ("nobody is named in what is not printed", terms(UNPRINTED), terms(BACKGROUND), True),
    ("what is not printed may be pursued", terms(UNPRINTED), terms(SEALED), False),
    ("no description", terms(BACKGROUND), terms(descriptions=frozenset("a")), False),
    (
        "that description",
        terms(BACKGROUND, descriptions=frozenset("a")),
        terms(BACKGROUND, descriptions=frozenset("ab")),
        True,
    ),
    (
        "another",
        terms(BACKGROUND, descriptions=frozenset("c")),
        terms(BACKGROUND, descriptions=frozenset("ab")),
        False,
    ),
    (
        "nobody described",
        terms(FREE._replace(attribute=Attribute.NONE)),
        terms(descriptions=frozenset("a")),
        True,
    ),
    ("no approval", terms(), terms(quote_approval=True), False),
    ("approval", terms(quote_approval=True), terms(quote_approval=True), True),
    (
        "nothing to approve",
        terms(FREE._replace(quote=Quote.PARAPHRASE)),
        terms(quote_approval=True),
        True,
    ),
    ("no embargo", terms(), terms(embargoes=frozenset({VOTE})), False),
    ("embargo", terms(embargoes=frozenset({VOTE, SALE})), terms(embargoes=frozenset({VOTE})), True),
    ("kept for ever", terms(), terms(delete_by=JANUARY), False),
    ("kept too long", terms(delete_by=MARCH), terms(delete_by=JANUARY), False),
    ("gone in time", terms(delete_by=JANUARY), terms(delete_by=MARCH), True),
    ("kept though not printed", terms(UNPRINTED), terms(UNPRINTED, delete_by=JANUARY), False),
    ("told to anybody", terms(UNPRINTED), terms(UNPRINTED, tell=frozenset("a")), False),
    (
        "told to one",
        terms(UNPRINTED, tell=frozenset("a")),
        terms(UNPRINTED, tell=frozenset("ab")),
        True,
    ),
    (
        "told to nobody",
        terms(UNPRINTED._replace(repeat=Repeat.NOBODY)),
        terms(UNPRINTED, tell=frozenset("a")),
        True,
    ),
    ("printed and told", terms(), terms(tell=frozenset("a")), False),
]

SERVES = [
    ("free", terms(), terms(SEALED), True),
    ("too strict", terms(UNPRINTED), terms(BACKGROUND), False),
    ("an approval that nobody can give", terms(quote_approval=True), terms(), False),
    ("an approval that will do", terms(quote_approval=True), terms(quote_approval=True), True),
    ("an embargo", terms(embargoes=frozenset({VOTE})), terms(), False),
    ("that embargo", terms(embargoes=frozenset({VOTE})), terms(embargoes=frozenset({VOTE})), True),
    ("notes that must go", terms(delete_by=MARCH), terms(), False),
    ("notes that may go", terms(delete_by=MARCH), terms(delete_by=JANUARY), True),
    ("any description", terms(descriptions=frozenset("a")), terms(), True),
    (
        "a description",
        terms(descriptions=frozenset("ab")),
        terms(descriptions=frozenset("bc")),
        True,
    ),
    ("another", terms(descriptions=frozenset("a")), terms(descriptions=frozenset("b")), False),
    ("none named", terms(), terms(descriptions=frozenset("b")), True),
]


@pytest.mark.parametrize(("_", "given_terms", "needs", "expected"), PROTECTS)
def test_what_protects(_, given_terms, needs, expected):
    assert protects(given_terms, needs) is expected


@pytest.mark.parametrize(("_", "given_terms", "wants", "expected"), SERVES)
def test_what_serves_a_reporter(_, given_terms, wants, expected):
    assert serves(given_terms, wants, unasked=False) is expected


def test_a_source_may_have_conditions_of_her_own():
    assert serves(terms(quote_approval=True, delete_by=MARCH), terms(), unasked=True)


@given(RIGHTS, RIGHTS)
def test_what_is_stricter_protects_as_well(rights, more):
    """Law of the lattice: whoever is protected by a promise is protected by a stricter one."""
    needs = terms(rights)
    stricter = Rights(*map(max_of, rights, more))

    assert protects(terms(stricter), needs)
    assert serves(needs, terms(stricter), unasked=True)


def max_of(one, other):
    return max(one, other, key=lambda permission: permission.strictness)


def point(needs: Terms | None = None, wants: Terms | None = None) -> Point:
    return Point("sale", "a sale", needs, wants)


@pytest.mark.parametrize(
    ("standing", "about", "side", "expected"),
    [
        (Standing(STATEMENT, "open"), point(wants=terms(SEALED)), Side.SOURCE, "unsettled"),
        (Standing(STATEMENT, "x"), point(terms(BACKGROUND)), Side.SOURCE, "too-free"),
        (
            Standing(STATEMENT, "x", terms(UNPRINTED)),
            point(wants=terms()),
            Side.SOURCE,
            "too-tight",
        ),
        (Standing(STATEMENT, "x"), point(wants=terms()), Side.SOURCE, "fits"),
        (Standing(STATEMENT, "x", graces=("g",)), point(wants=terms()), Side.SOURCE, "fits"),
        (Standing(STATEMENT, "x", graces=("g",)), point(wants=terms()), Side.REPORTER, "too-tight"),
        (Standing(STATEMENT, "x"), point(wants=terms()), Side.REPORTER, "fits"),
        (Standing(STATEMENT, "x"), point(), Side.REPORTER, "fits"),
    ],
)
def test_a_verdict(standing, about, side, expected):
    assert verdict_on(about, standing, side) == Verdict(expected)


def test_off_the_record_is_not_the_same_everywhere():
    needs = terms(FREE._replace(publish=Publish.NO, pursue=list(AXES["pursue"])[1]))
    ap, post = (
        ON_THE_RECORD._replace(rights=policy(name).rights(Level.OFF_THE_RECORD))
        for name in ("ap", "washington-post")
    )

    assert [protects(ap, needs), protects(post, needs)] == [False, True]
