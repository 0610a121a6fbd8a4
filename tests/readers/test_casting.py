"""Who is who: roles, ids and names as a person tells them."""

from __future__ import annotations

import pytest

from groundrules.errors import BadInput
from groundrules.readers.transcript.casting import (
    Who,
    cast,
    label_of,
    labels_of,
    remembered,
    unknown_labels,
)
from groundrules.record.facts import Fact, Kind
from groundrules.record.transcript import Conversation, Party, Place, Role, Turn

RUIZ = Party("RUIZ", Role.OTHER, "Ana Ruiz", aliases=("ANA RUIZ",))
VOICE = Party("SPEAKER_00", Role.OTHER)
OFFICIAL = Party("OFFICIAL", Role.SOURCE, description="port official")
REPOSA = Party("REPOSA", Role.OTHER, "Reposa", aliases=("MS. REPOSA",))
REPOSSA = Party("REPOSSA", Role.OTHER, "Repossa", aliases=("MS. REPOSSA",))


def talk(*parties: Party) -> Conversation:
    """Return a talk in which each party speaks once and hints at the others."""
    ids = tuple(party.id for party in parties)
    turns = tuple(Turn(n, one, (f"Word {n}.",)) for n, one in enumerate(ids, 1))
    facts = tuple(
        Fact(Kind.TERMS_AGREED, one, Place(n), covers=ids, to=ids) for n, one in enumerate(ids, 1)
    )
    return Conversation(
        "c", parties, (*turns, Turn(len(ids) + 1, "", ("Nobody's.",))), facts, origin="c.json, X"
    )


def faults_of(conversation: Conversation, **told: Who) -> list[str]:
    with pytest.raises(BadInput) as refused:
        cast(conversation, told)
    return [fault.message for fault in refused.value.faults]


def test_nothing_told_is_nothing_changed() -> None:
    assert talk(RUIZ, VOICE) == cast(talk(RUIZ, VOICE), {})


def test_a_role_and_an_id_are_given_by_label() -> None:
    known = cast(talk(RUIZ, OFFICIAL), {"ana ruiz": Who(Role.REPORTER, "AR")})

    assert known.parties == (RUIZ._replace(id="AR", role=Role.REPORTER), OFFICIAL)
    assert [turn.speaker for turn in known.turns] == ["AR", "OFFICIAL", ""]
    assert known.facts[0] == Fact(
        Kind.TERMS_AGREED, "AR", Place(1), covers=("AR", "OFFICIAL"), to=("AR", "OFFICIAL")
    )
    assert known.origin == "c.json, X"


def test_a_voice_gets_a_name_only_where_one_is_typed() -> None:
    known = cast(talk(VOICE), {"SPEAKER_00": Who(Role.SOURCE, "S1")})
    named = cast(talk(VOICE), {"SPEAKER_00": Who(Role.SOURCE, name=" Dana \n Whitfield ")})

    assert known.parties == (Party("S1", Role.SOURCE),)
    assert named.parties == (Party("SPEAKER_00", Role.SOURCE, "Dana Whitfield"),)


def test_which_voice_it_was_is_kept_and_can_be_offered_again() -> None:
    told = {"SPEAKER_00": Who(Role.SOURCE, "S1", "Dana Whitfield")}
    known = cast(talk(VOICE, RUIZ), told)

    assert known.origin == "c.json, X, SPEAKER_00 is S1"
    assert remembered("speaker_00", known.origin, known.parties) == known.parties[0]
    assert remembered("SPEAKER_00", "", known.parties) is None
    assert remembered("SPEAKER_01", known.origin, known.parties) is None
    assert remembered("ANA RUIZ", "", known.parties) == RUIZ


def test_a_name_that_is_replaced_is_kept_beside_the_new_one() -> None:
    known = cast(talk(RUIZ), {"RUIZ": Who(Role.SOURCE, name="Ana María Ruiz")})

    assert known.parties[0].name == "Ana María Ruiz"
    assert known.parties[0].aliases == ("ANA RUIZ", "Ana Ruiz")


def test_two_labels_with_one_id_are_one_party() -> None:
    who = Who(Role.SPOKESPERSON, "SR")
    known = cast(talk(REPOSA, VOICE, REPOSSA), {"MS. REPOSA": who, "ms. repossa": who})

    merged = Party(
        "SR", Role.SPOKESPERSON, "Reposa", aliases=("MS. REPOSA", "Repossa", "MS. REPOSSA")
    )
    assert known.parties == (merged, VOICE)
    assert [turn.speaker for turn in known.turns] == ["SR", "SPEAKER_00", "SR", ""]
    assert known.facts[0].covers == ("SR", "SPEAKER_00")


def test_a_voice_that_is_somebody_named_takes_the_name() -> None:
    who = Who(Role.SOURCE, "S1")
    known = cast(talk(VOICE, REPOSA), {"SPEAKER_00": who, "MS. REPOSA": who})

    assert known.parties == (Party("S1", Role.SOURCE, "Reposa", aliases=("MS. REPOSA",)),)


def test_an_id_that_cannot_be_given_is_refused_without_a_name() -> None:
    conversation = talk(RUIZ, VOICE)

    assert faults_of(conversation, RUIZ=Who(Role.SOURCE, "1st")) == [
        "what stands behind the colon is no id"
    ]
    assert faults_of(conversation, RUIZ=Who(Role.SOURCE, "policy")) == [
        "what stands behind the colon is no id"
    ]
    assert faults_of(conversation, RUIZ=Who(Role.SOURCE, "SPEAKER_00")) == [
        "the id SPEAKER_00 is another party's"
    ]
    assert faults_of(
        conversation, RUIZ=Who(Role.SOURCE, "X"), SPEAKER_00=Who(Role.REPORTER, "X")
    ) == ["the id X is told with two roles"]


def test_labels_stand_as_in_the_transcript() -> None:
    assert [label_of(one) for one in (RUIZ, VOICE, OFFICIAL, REPOSA)] == [
        *("ANA RUIZ", "SPEAKER_00", "port official", "MS. REPOSA")
    ]
    told = {"speaker_00": Who(Role.SOURCE, "S1"), "ana ruiz": Who(Role.REPORTER)}
    assert labels_of(talk(RUIZ, VOICE), told) == {"RUIZ": "ANA RUIZ", "S1": "speaker_00"}


def test_labels_that_nobody_goes_by_are_numbered() -> None:
    assert unknown_labels(["RUIZ", "Zoe", "SPEAKER_00", "x"], [talk(RUIZ), talk(VOICE)]) == (
        (2, "Zoe"),
        (4, "x"),
    )
