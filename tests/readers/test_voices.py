from __future__ import annotations

import pytest

from groundrules.readers.transcript.speakers import Cast
from groundrules.readers.transcript.voices import is_nobody, is_voice, voice_id


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("SPEAKER_01", "SPEAKER_01"),
        ("spk_0", "SPK_0"),
        ("Speaker 2", "SPEAKER-2"),
        ("Speaker A", "SPEAKER-A"),
        ("speaker0", "SPEAKER0"),
        ("ch_1", "CH_1"),
        ("ch_1 spk_0", "CH_1-SPK_0"),
        ("channel 1 speaker 0", "CHANNEL-1-SPEAKER-0"),
        ("dialog 0 channel 1 speaker 2", "DIALOG-0-CHANNEL-1-SPEAKER-2"),
        ("participant 3", "PARTICIPANT-3"),
        ("A", "A"),
        ("0", "SPEAKER-0"),
        ("1B", "SPEAKER-1B"),
    ],
)
def test_a_voice_has_its_label_for_an_id_and_no_name(label: str, expected: str) -> None:
    cast = Cast("talk.json")

    assert (True, expected, expected) == (is_voice(label), voice_id(label), cast.speaker(label))
    assert ("", ()) == (cast.parties[0].name, cast.parties[0].aliases)


@pytest.mark.parametrize(
    "label",
    ["Ana", "Ana Ruiz", "Speaker", "Speaker Pelosi", "3PO", "D. Roe", "Ä", "", "é1", "12345"],
)
def test_what_may_be_a_name_is_no_voice(label: str) -> None:
    assert not is_voice(label)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("UNKNOWN", True),
        ("unknown speaker", True),
        ("Unknown_Speaker", True),
        ("(unknown)", True),
        ("<Unidentified>", True),
        ("Unknown Pleasures", False),
        ("", False),
    ],
)
def test_a_label_may_say_that_nobody_is_known(label: str, *, expected: bool) -> None:
    assert expected == is_nobody(label)
