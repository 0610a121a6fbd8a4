from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.errors import BadInput, Fault
from groundrules.readers.transcript.origin import one_line
from groundrules.readers.transcript.speakers import MOST_SPEAKERS, Cast, goes_by, with_roles
from groundrules.record.transcript import Conversation, Party, Role

KIRBY = "On-the-Record Press Gaggle by Communications Advisor John Kirby on Talks with Amos Finer"

CAST = [
    ("MODERATOR", Party("MOD", Role.MODERATOR, description="moderator")),
    ("OPERATOR", Party("OPERATOR", Role.MODERATOR)),
    ("Q", Party("Q", Role.REPORTER)),
    ("QUESTION", Party("QUESTION", Role.REPORTER)),
    (
        "SENIOR ADMINISTRATION OFFICIAL",
        Party("SAO", Role.SOURCE, description="senior administration official"),
    ),
    ("SENIOR DEFENSE OFFICIAL", Party("SDO", Role.SOURCE, description="senior Defense official")),
    ("FBI OFFICIAL", Party("FBI-OFFICIAL", Role.SOURCE, description="FBI official")),
    ("WHITE HOUSE OFFICIAL", Party("WHO", Role.SOURCE, description="White House official")),
    (
        "SENIOR ADMINISTRATION OFFICIAL #2",
        Party("SAO2", Role.SOURCE, description="senior administration official #2"),
    ),
    (
        "STATE DEPARTMENT SPOKESPERSON",
        Party("SDS", Role.SPOKESPERSON, description="State Department spokesperson"),
    ),
    ("MR. KIRBY", Party("KIRBY", Role.SPOKESPERSON, "Kirby", aliases=("MR. KIRBY",))),
    ("MR. FINER", Party("FINER", Role.OTHER, "Finer", aliases=("MR. FINER",))),
    ("KIRBY", Party("KIRBY2", Role.OTHER, "Kirby", aliases=("KIRBY",))),
    ("MS. REPOSA", Party("REPOSA", Role.OTHER, "Reposa", aliases=("MS. REPOSA",))),
    ("MS. REPOSSA", Party("REPOSSA", Role.OTHER, "Repossa", aliases=("MS. REPOSSA",))),
    ("MODEARTOR", Party("MODEARTOR", Role.OTHER, "Modeartor", aliases=("MODEARTOR",))),
    (
        "MS. LINKE YOUNG",
        Party("LINKE-YOUNG", Role.OTHER, "Linke Young", aliases=("MS. LINKE YOUNG",)),
    ),
    (
        "SECRETARY FEATHERSTONEHAUGH BROWN",
        Party(
            "BROWN",
            Role.OTHER,
            "Featherstonehaugh Brown",
            aliases=("SECRETARY FEATHERSTONEHAUGH BROWN",),
        ),
    ),
    ("THE PRESIDENT", Party("PRESIDENT", Role.OTHER, description="the President")),
    (
        "DR. O’BRIEN-LEE",
        Party("OBRIEN-LEE", Role.OTHER, "O’Brien-Lee", aliases=("DR. O’BRIEN-LEE",)),
    ),
    ("Ana Ruiz", Party("RUIZ", Role.OTHER, "Ana Ruiz")),
    ("ana ruiz", Party("RUIZ2", Role.OTHER, "ana ruiz")),
    ("Ana Ruiz (she/her)", Party("RUIZ3", Role.OTHER, "Ana Ruiz", aliases=("Ana Ruiz (she/her)",))),
    ("Speaker 1", Party("SPEAKER-1", Role.OTHER)),
    ("speaker-1", Party("SPEAKER-1-2", Role.OTHER, aliases=("speaker-1",))),
    ("SPEAKER_00", Party("SPEAKER_00", Role.OTHER)),
    ("spk_0", Party("SPK_0", Role.OTHER)),
    ("2", Party("SPEAKER-2", Role.OTHER)),
    ("B", Party("B", Role.OTHER)),
    ("ch_1 spk_0", Party("CH_1-SPK_0", Role.OTHER)),
    ("Дана", Party("P", Role.OTHER, "Дана")),
    ("3PO", Party("P3PO", Role.OTHER, "3PO")),
    ("(unknown)", Party("UNKNOWN", Role.OTHER, "(unknown)")),
]


def test_each_label_becomes_one_party_of_its_own() -> None:
    cast = Cast("call.md", KIRBY)

    for label, party in CAST:
        assert party.id == cast.speaker(label)
    for label, party in reversed(CAST):
        assert party.id == cast.speaker(label)
    assert tuple(party for _, party in CAST) == cast.parties


def test_nobody_s_label_has_no_party() -> None:
    cast = Cast("call.md")

    assert ("", ()) == (cast.speaker(""), cast.parties)


@pytest.mark.parametrize(("label", "party"), CAST)
def test_a_party_goes_by_its_id_and_by_the_transcript_s_words(label: str, party: Party) -> None:
    spaced = f" {label.replace(' ', '  ')} ".swapcase()

    assert [True, True, False] == [
        goes_by(party, name) for name in (party.id.lower(), spaced, "somebody else")
    ]


def test_roles_that_are_given_replace_those_that_were_guessed() -> None:
    cast = Cast("call.md")
    for label in ("MODERATOR", "Q", "Ana Ruiz"):
        cast.speaker(label)
    conversation = Conversation("c", parties=cast.parties)

    told = with_roles(conversation, {"ana ruiz": Role.REPORTER, "MOD": Role.SPOKESPERSON})

    assert [Role.SPOKESPERSON, Role.REPORTER, Role.REPORTER] == [p.role for p in told.parties]
    assert conversation == with_roles(conversation, {})


def test_a_file_with_too_many_labels_is_no_transcript() -> None:
    cast = Cast("call.md")
    for number in range(MOST_SPEAKERS):
        cast.speaker(f"S{number}")

    with pytest.raises(BadInput) as caught:
        cast.speaker("ONE MORE")

    message = "more than 1,000 different labels look like speakers"
    assert (Fault("call.md", message, "this is no transcript, or split it"),) == caught.value.faults


@given(st.lists(st.text(max_size=30).map(one_line).filter(bool), unique=True, max_size=30))
def test_ids_are_unique_short_and_the_same_each_time(labels: list[str]) -> None:
    first, again = Cast("call.md"), Cast("call.md")
    ids = [first.speaker(label) for label in labels]

    assert len(labels) == len(set(ids))
    assert [] == [one for one in ids if not re.fullmatch(r"[A-Z][A-Z0-9-]{0,19}", one)]
    assert ids == [again.speaker(label) for label in labels]
