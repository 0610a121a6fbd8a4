"""Invented talk and invented news that have nothing to do with each other but the language.

Both use the same names of institutions, the same days and the same turns of phrase, as real ones
do. Nobody said any of it. The same seed gives the same texts.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from groundrules.draft.document import Draft, Span
from groundrules.record.transcript import Place, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

_HOUSES = "Department Office Bureau Board Association Committee"
_MATTERS = """
    Public Works|Budget and Management|Land Records|Water and Power|County Clerks|Port Pilots
    Rural Health|Elections|Natural History|Road Safety|Fair Housing|Civil Engineers|Harbor Trade
    Coastal Survey|Public Libraries|Lost Property|Weights and Measures|State Pensions
"""
_STOCK = """
    at the end of the day|on Tuesday|for the first time in years|in the middle of the night
    by the end of the year|on the other hand|as a matter of fact|at the same time|so far
    over the course of the year|in the long run|more than anything else|one way or another
    a couple of weeks ago|to the best of my knowledge|for the time being|in this part of the state
"""
_THINGS = """
    bridge ferry budget contract permit vote audit levee school clinic pipeline warehouse road
    survey ballot lease payroll tower tunnel crane dock market library stadium reservoir lawsuit
    landfill bond grant invoice merger pension railway refinery roof sewer shelter strike subsidy
    tariff toll truck turbine union vessel visa wage well zone orchard printer satellite archive
"""
_DEEDS = """
    approve cancel delay demand examine finance halt inspect move oppose postpone publish question
    rebuild refuse replace review sell sign split stop study suspend test trust withdraw abandon
    auction borrow certify defend dismantle enlarge forget insure measure monitor negotiate paint
"""
_KINDS = """
    broken careful cheap crowded distant empty expensive flawed foreign hidden honest hollow large
    legal loud narrow partial private quiet rapid recent reckless rough rural secret severe shared
    small stubborn sudden temporary tired unpaid vacant weak western wooden yearly
"""
_PEOPLE = """
    Ruiz Whitfield Okafor Lindqvist Marlowe Tanaka Brandt Novak Castellan Dupree Haddad Ivers
    Jessup Kowal Lamott Mbeki Nakamura Ostrow Pettibone Quill Rosario Sandoval Thorne Umber
"""

_SPOKEN = """
    Well, we looked at the {thing}, you know, and nobody wanted to {deed} it.
    I told {person} that the {kind} {thing} would never work, and I still think so.
    What happened with {body} was that they had to {deed} the {thing} before anybody asked.
    So the {thing} is {kind}, and the {thing2} is worse, and {stock} we have to {deed2} both.
    They said they would {deed} every {kind} {thing} we had, um, and then they did not.
    My people at {body} don't {deed} anything until {person} has seen the {kind2} {thing}.
    If you {deed} a {thing} like that, {stock}, you'll {deed2} the {thing2} as well.
    I mean, I was in the room when {person} asked them to {deed} the {kind} {thing}.
    There were {number} of us, and every one of us knew about the {kind} {thing}.
    You can't just {deed} a {kind} {thing} and hope that {person} does not notice.
    It took {number} months to {deed} the {thing}, and {stock} it was all for nothing.
    {stock}, I'd rather {deed} the {thing} myself than leave it with {body}.
    The first thing {person} did was {deed} the {thing}, and then came the {kind} {thing2}.
    Honestly, a {kind} {thing} is what you get if you let {body} {deed} it.
"""
_PRINTED = """
    A spokesman for {body} said {stock} that the {thing} had been {kind} since spring.
    {body} plans to {deed} {number} {kind} {thing}s, according to documents filed {stock}.
    “The {thing} is in good hands,” said {person}, who leads {body}.
    Residents near the {kind} {thing} have complained to {body} for years.
    In a statement, {person} declined to say whether officials would {deed} the {thing}.
    {body} did not immediately respond to a request for comment {stock}.
    Critics of the {thing} argue that to {deed} it would harm the {kind} {thing2} nearby.
    The {thing}, first proposed by {person}, drew {number} {kind} responses {stock}.
    Neither {person} nor {body} has explained how a {kind} {thing} came to be {kind2}.
    “Nobody here intends to {deed} a single {thing},” {person} said in an interview.
    Work on the {thing} resumed {stock}, though {body} has yet to {deed2} the {thing2}.
    Records show {number} cases in which {body} moved to {deed} a {kind} {thing}.
"""


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def _slots(text: str) -> list[str]:
    return [slot.strip() for slot in text.replace("\n", "|").split("|") if slot.strip()]


def _filled(template: str, chance: random.Random) -> str:
    return template.format(
        body=f"the {chance.choice(_HOUSES.split())} of {chance.choice(_slots(_MATTERS))}",
        stock=chance.choice(_slots(_STOCK)),
        thing=chance.choice(_THINGS.split()),
        thing2=chance.choice(_THINGS.split()),
        deed=chance.choice(_DEEDS.split()),
        deed2=chance.choice(_DEEDS.split()),
        kind=chance.choice(_KINDS.split()),
        kind2=chance.choice(_KINDS.split()),
        person=chance.choice(_PEOPLE.split()),
        number=chance.randint(2, 90),
    )


def talk(count: int, seed: int = 1) -> list[str]:
    """Return so many statements of two sentences, some twenty-five words each."""
    chance = random.Random(seed)  # noqa: S311 - the same texts every time
    templates = _lines(_SPOKEN)
    return [
        " ".join(_filled(chance.choice(templates), chance) for _ in range(2)) for _ in range(count)
    ]


def news(words: int, seed: int = 1) -> str:
    """Return a story of at least so many words, in paragraphs of three sentences."""
    chance = random.Random(seed)  # noqa: S311 - the same texts every time
    templates = _lines(_PRINTED)
    paragraphs: list[str] = []
    while sum(len(one.split()) for one in paragraphs) < words:
        sentences = (_filled(chance.choice(templates), chance) for _ in range(3))
        paragraphs.append(" ".join(one[0].upper() + one[1:] for one in sentences))
    return "\n\n".join(paragraphs)


def statements(texts: Iterable[str], speaker: str = "S1") -> list[Statement]:
    """Return texts as the turns of one conversation, all of one speaker."""
    return [
        Statement(f"harbor#{turn}", "harbor", Place(turn), speaker, text)
        for turn, text in enumerate(texts, 1)
    ]


def draft(text: str) -> Draft:
    """Return a draft all of which is copy."""
    return Draft("draft.txt", text, (Span(0, len(text)),) if text else ())
