"""Negotiations in plain words."""

from __future__ import annotations

from groundrules.record.facts import Kind
from groundrules.record.odrl.negotiation import Form, Negotiation, Span
from groundrules.record.standing import Basis, Doubt
from groundrules.record.transcript import Place
from groundrules.reporters import odrl_json
from groundrules.reporters.negotiation_sheet import sheet
from groundrules.reporters.sheets.sheet import Heading, Items, Paragraph
from groundrules.terms.conditions import Conditions
from groundrules.terms.levels import Level
from groundrules.terms.promise import Terms
from groundrules.terms.rights import FREE, Publish

OFF = Terms(
    Level.OFF_THE_RECORD,
    FREE.changed({"publish": Publish.NO}),
    Conditions(tell=frozenset({"the board"})),
)
OFFER = Negotiation(
    Form.OFFER,
    "harbor",
    1,
    2,
    (Span(Place(5), None),),
    OFF,
    "ap",
    "1",
    "The Post",
    act=Kind.TERMS_ASKED,
    by=2,
    scope="the harbor",
    until=61_000,
)
AGREEMENT = Negotiation(
    Form.AGREEMENT,
    "harbor",
    2,
    2,
    (Span(Place(6, 2), Place(7)), Span(Place(9), Place(9))),
    OFF,
    "ap",
    outlet="",
    bound=(3, 4),
    act=Kind.CONSENT_IMPLIED,
    basis=Basis.IMPLIED,
    revises="urn:groundrules:talk:harbor:fact:1:party:2",
    doubts=(Doubt.UNDEFINED, Doubt.NO_DESCRIPTION),
    approved=True,
)
OPEN = Negotiation(Form.UNSETTLED, "b", 0, 0, (Span(Place(1), Place(1)),), policy="ap", bound=(2,))


def test_every_step_is_told_talk_by_talk() -> None:
    terms = "Terms: not to be published; to be told only to “the board”"

    assert (
        Heading("harbor"),
        Heading("1. Offer: ask by party 2", 2),
        Items(
            (
                "Level: off the record, read under policy ap, version 1",
                terms,
                "Words: all that is said from turn 5 on",
                "Only on the topic “the harbor”",
                "Only until 00:01:01 of the recording",
                "Protects: party 2",
                "Binds: The Post",
            )
        ),
        Heading("2. Agreement (announced, and the listeners stayed): stay", 2),
        Items(
            (
                "Level: off the record, read under policy ap",
                terms,
                "Words: turn 6, part 2 to turn 7; turn 9",
                "Protects: party 2",
                "Binds: the outlet, party 3 and party 4",
                "Revises: step 1",
                "Open: undefined and no description",
                "The source has approved the quotation of these words",
            )
        ),
        Heading("b"),
        Heading("1. Not settled", 2),
        Items(
            (
                "Level: on the record, read under policy ap",
                "Terms: free to use",
                "Words: turn 1",
                "Binds: party 2",
            )
        ),
    ) == sheet([OFFER, AGREEMENT, OPEN]).blocks[:-1]


def test_where_there_is_nothing_it_says_so() -> None:
    assert Paragraph("This export holds no negotiation.") == sheet([]).blocks[0]


def test_the_lines_of_an_export_are_those_of_its_text() -> None:
    value = {"a": "one line\u2028of two"}
    lines = ["".join(piece.text for piece in line) for line in odrl_json.lines(value)]

    assert odrl_json.text_of(value) == "".join(f"{line}\n" for line in lines)
    assert 3 == len(lines)
