"""The page's fold and read-back say what the record's own say, on any talk at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from groundrules.config.settings import settle
from groundrules.desk.light.record import facts_of
from groundrules.desk.light.shapes import LightTerms, proposal_of, terms_shape
from groundrules.desk.light.state import state_of
from groundrules.desk.light.table import LightParty, open_light, table_of
from groundrules.desk.records.append_to_record import RecordFile
from groundrules.desk.talking.capture_agreement import Underway
from groundrules.readers.policies import PolicyShelf
from groundrules.readers.wordings import WordingShelf
from groundrules.record.agreement import terms_of
from groundrules.record.facts import Fact, Kind, Proposal
from groundrules.record.notation import to_text
from groundrules.record.transcript import Conversation, Party, Place, Role, Turn
from groundrules.talk.script.request import Side
from groundrules.talk.script.use_rights import read_back
from groundrules.talk.script.wording import wording_from
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level
from groundrules.terms.promise import ON_THE_RECORD
from groundrules.terms.rights import AXES
from light_node import light_node
from light_walk import POLICIES, plain, random_terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from light_node import LightNode

TALKS = 400
TABLES = (
    (Role.REPORTER, Role.SOURCE),
    (Role.REPORTER, Role.REPORTER, Role.SOURCE),
    (Role.REPORTER, Role.SOURCE, Role.SOURCE, Role.MODERATOR),
    (Role.NEGOTIATOR, Role.NEGOTIATOR),
    (Role.NEGOTIATOR, Role.REPORTER, Role.SPOKESPERSON),
    (Role.MODERATOR, Role.NEGOTIATOR, Role.OTHER),
)
OFTEN = (Kind.TERMS_ASKED, Kind.TERMS_OFFERED, Kind.RETURNED_TO_RECORD) + (Kind.TERMS_AGREED,) * 8
KINDS = (*Kind, *OFTEN, *OFTEN)
WORDING = wording_from(WordingShelf().load("scripts", "american"))
SETTINGS = settle(Path("/"), {}, {})


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LightNode]:
    """Give the page's code."""
    with light_node(tmp_path_factory.mktemp("light")) as found:
        yield found


def some(random: Random, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return none of some parties, or a few."""
    return tuple(random.sample(ids, random.choice((0, 0, 0, 0, 1, min(2, len(ids))))))


def random_fact(random: Random, number: int, ids: tuple[str, ...]) -> Fact:
    """Return a fact of any kind, by anybody, about anything."""
    kind = random.choice(KINDS)
    proposal = None
    if kind.value in {"ask", "offer", "assert", "announce", "define", "counter"}:
        terms = LightTerms(**random_terms(random))
        until = random.choice((None, None, None, 5_000))
        proposal = proposal_of(terms)._replace(until=until)
        if not random.randrange(6):
            proposal = Proposal(level=Level.ON_THE_RECORD)
    words = random.choice(("", "the port")) if kind is Kind.TOPIC_CHANGED else ""
    return Fact(
        kind,
        random.choice((*ids, *ids, "")),
        Place(number),
        proposal,
        some(random, ids),
        some(random, ids),
        words=words,
    )


def random_talk(random: Random) -> Conversation:
    """Return a talk of any people in which any acts are done, in any order."""
    roles = random.choice(TABLES)
    parties = tuple(Party(f"P{number}", role) for number, role in enumerate(roles, 1))
    ids = tuple(party.id for party in parties)
    count = random.randrange(1, 16)
    facts = tuple(random_fact(random, number, ids) for number in range(1, count + 1))
    starts = (random.choice((number * 1000, None)) for number in range(1, count + 1))
    turns = tuple(Turn(number, ids[0], ("",), start) for number, start in enumerate(starts, 1))
    began = datetime(2026, 11, 3, 14, 0, tzinfo=UTC)
    return Conversation("any", parties, turns, facts, date=began)


@cache
def table_for(policy: str) -> Underway:
    """Return a talk for two under a policy, from which a table for any talk is made."""
    file = RecordFile("any", Path("any"), b"", "", FOR_TWO)
    return Underway(file, PolicyShelf().load(policy), None, WORDING)


FOR_TWO = Conversation(
    "two",
    (Party("AR", Role.REPORTER), Party("S1", Role.SOURCE)),
    date=datetime(2026, 11, 3, 14, 0, tzinfo=UTC),
)


def test_both_folds_agree_on_any_talk(node: LightNode) -> None:
    stages = set()
    for seed in range(TALKS):
        random = Random(seed)  # noqa: S311 - a walk
        talk = random_talk(random)
        underway = table_for(random.choice(POLICIES))
        parties = tuple(LightParty(one.id, one.role.value) for one in talk.parties)
        table = plain(replace(table_of(underway), parties=parties))
        for party in talk.parties:
            if party.is_reporter:
                continue
            theirs = state_of(talk, underway.policy, party.id)
            facts = plain(facts_of(talk))
            ours = node.do("fold", table=table, facts=facts, party=party.id)
            assert plain(theirs) == ours, (seed, party.id)
            stages.add(theirs.stage)
    assert len(stages) == 8


def test_one_act_less_is_another_state(node: LightNode) -> None:
    """The control: the comparison sees a yes that is missing."""
    underway = table_for("ap")
    asked = Fact(Kind.TERMS_ASKED, "S1", Place(1), Proposal(level=Level.BACKGROUND))
    agreed = Fact(Kind.TERMS_AGREED, "AR", Place(2))
    turns = (Turn(1, "S1", ("",), 0), Turn(2, "AR", ("",), 1000))
    talk = FOR_TWO._replace(turns=turns, facts=(asked, agreed))
    facts = plain(facts_of(talk))
    table = plain(table_of(underway))

    theirs = plain(state_of(talk, underway.policy, "S1"))

    assert theirs == node.do("fold", table=table, facts=facts, party="S1")
    assert theirs != node.do("fold", table=table, facts=facts[:1], party="S1")


def test_the_read_back_is_the_same_sentence(node: LightNode) -> None:
    for seed in range(200):
        random = Random(seed)  # noqa: S311 - a walk
        underway = table_for(random.choice(POLICIES))
        terms = random_terms(random) | {"level": random.choice([*Level]).value}
        proposal = proposal_of(LightTerms(**terms))
        rights = underway.policy.rights(Level(terms["level"])).changed(dict(proposal.changes))
        full = proposal._replace(changes=tuple(rights.by_axis().items()))
        promise = terms_of(full, underway.policy, ON_THE_RECORD)
        expected = read_back(promise, Side.REPORTER, underway.wording, underway.policy.id)

        assert expected == node.do("readBack", table=plain(table_of(underway)), terms=terms)


def test_an_instant_is_read_back_in_the_zone_in_which_it_was_put(node: LightNode) -> None:
    underway = table_for("ap")
    terms = plain(LightTerms(level="background", embargo="2026-11-05T06:00:00-05:00"))

    said = node.do("readBack", table=plain(table_of(underway)), terms=terms)

    assert "I will hold it until 06:00 (UTC-05:00) on November 5, 2026" in said


def test_terms_come_back_as_they_were_put() -> None:
    for seed in range(200):
        terms = LightTerms(**plain_tuples(random_terms(Random(seed))))  # noqa: S311 - a walk
        assert terms == terms_shape(proposal_of(terms))


def plain_tuples(terms: dict[str, object]) -> dict[str, object]:
    """Return terms with tuples for lists, and their axes in order, as the record has them."""
    changes = terms["changes"]
    ordered = {axis: changes[axis] for axis in AXES if axis in changes}  # type: ignore[index,operator]
    found = {
        key: tuple(value) if isinstance(value, list) else value for key, value in terms.items()
    }
    return found | {"changes": ordered}


@pytest.mark.parametrize(
    "terms",
    [
        LightTerms(level="on-background-ish"),
        LightTerms(changes={"publish": "perhaps"}),
        LightTerms(changes={"loudness": "no"}),
        LightTerms(embargo="2026-11-05T06:00:00"),
        LightTerms(delete_by="soon"),
    ],
)
def test_terms_that_there_are_not_are_refused(terms: LightTerms) -> None:
    with pytest.raises((ValueError, KeyError)):
        proposal_of(terms)


def test_an_embargo_counts_by_its_instant() -> None:
    put = proposal_of(LightTerms(embargo="2026-11-05T06:00:00-05:00"))
    same = proposal_of(LightTerms(embargo="2026-11-05T11:00:00+00:00"))

    assert put.embargo == same.embargo == Embargo(datetime(2026, 11, 5, 11, tzinfo=UTC))


def test_a_talk_of_three_is_not_for_the_light(tmp_path: Path) -> None:
    three = (*FOR_TWO.parties, Party("S2", Role.SOURCE))
    file = tmp_path / "three.record"
    file.write_text(to_text(FOR_TWO._replace(parties=three)), "utf-8")

    with pytest.raises(Exception, match="the light is for two"):
        open_light(str(file), SETTINGS)
