"""Until when a host's sentence keeps what is said from being published."""

from __future__ import annotations

import pytest

from groundrules.record.cues.embargo_words import held_until, names_no_time


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("This call is embargoed until 5:00 a.m. tomorrow.", "5:00 a.m. tomorrow"),
        ("and under embargo until Saturday, June 12th, 7 a.m. BST.",
         "Saturday, June 12th, 7 a.m. BST"),
        ("under a 5:00 a.m. embargo and you may attribute it", "5:00 a.m."),
        ("The contents are embargoed until the conclusion of the call.",
         "the conclusion of the call"),
        ("embargoed unto the call — until the call concludes.", "the call concludes"),
        ("embargoed until the President’s — the top of her remarks.", "the top of her remarks"),
        ("It is embargoed to the end of this call.", "the end of this call"),
        ("The embargo lifts at noon Eastern today, so please wait", "noon Eastern today"),
        ("The embargo ends when the fact sheet goes out.", "the fact sheet goes out"),
        ("We have a 5 a.m. Eastern embargo on this, so 5 a.m. tomorrow.", "5 a.m. Eastern"),
        ("Please hold all of this until 5 a.m. Eastern, and thanks", "5 a.m. Eastern"),
        ("Nothing may be published before 6:30 a.m. Eastern.", "6:30 a.m. Eastern"),
        ("You may report it only after 9 a.m. Friday.", "9 a.m. Friday"),
        ("refrain from publishing until 7:00 a.m. on May 21st", "7:00 a.m. on May 21st"),
        ("embargoed until 11:00 tomorrow, ~~June~~ [July] 2nd.",
         "11:00 tomorrow, ~~June~~ [July] 2nd"),
        ("embargoed until 5:00 a.m. A reminder of the rules", "5:00 a.m."),
        ("embargoed until 8:30 Eastern tomorrow, when the release crosses.",
         "8:30 Eastern tomorrow"),
        ("This call is not held under any embargo.", ""),
        ("There's no embargo on this one.", ""),
        ("This isn't embargoed.", ""),
        ("The embargo is now lifted. Have a good day today.", ""),
    ],
)  # fmt: skip
def test_the_words_for_the_time_are_kept_as_they_were_put(words, expected):
    held = held_until(words)

    assert held is not None
    assert expected == held.until


@pytest.mark.parametrize(
    "words",
    [
        "We will talk about the embargo on Costavia.",
        "The embargo was until Friday.",
        "Report it when the embargo lifts, which is when we say.",
        "They held the bridge for a day.",
        "The call is embargoed until further.",
    ],
)
def test_what_names_no_time_holds_nothing(words):
    assert held_until(words) is None


def test_an_embargo_on_the_talk_weighs_more_than_one_on_the_materials():
    talk = held_until("The call is embargoed until the vote.")
    materials = held_until("The fact sheet is embargoed until 5 a.m. tomorrow.")

    assert talk is not None
    assert materials is not None
    assert talk.weight > materials.weight


def test_the_embargo_names_no_time_for_itself():
    assert names_no_time("the embargo lifts")
    assert not names_no_time("the vote")
