"""Use rights are read out of plain words, whoever says them and however they are typed."""

from __future__ import annotations

import re

import pytest
from said_of_use import SETTLES, SETTLES_SEVERAL

from groundrules.record.cues.rights_in_words import RightsRead, rights_in
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level
from groundrules.terms.rights import AXES, Publish

EVERY = [
    (permissions, text)
    for table in (SETTLES, SETTLES_SEVERAL)
    for permissions, texts in table.items()
    for text in texts
]


def permissions_of(read: RightsRead) -> str:
    return " ".join(sorted(f"{axis}={permission}" for axis, permission in read.changes))


def heard(text: str) -> str:
    """Return a text as a machine writes down what it hears: no capitals, no apostrophes."""
    return text.lower().replace("'", "")


@pytest.mark.parametrize(("expected", "text"), EVERY)
def test_a_sentence_settles_what_it_says_and_nothing_else(expected: str, text: str) -> None:
    read = rights_in(text)

    assert expected == permissions_of(read)
    assert () == read.unread


@pytest.mark.parametrize(("expected", "text"), EVERY)
def test_it_is_read_alike_without_capitals_and_apostrophes(expected: str, text: str) -> None:
    assert expected == permissions_of(rights_in(heard(text)))


ONE_SENTENCE = [
    (permissions, text)
    for permissions, text in EVERY
    if not re.search(r"[,;.].*\w|'[^']+'|\"", text)
]


@pytest.mark.parametrize(("expected", "text"), ONE_SENTENCE)
def test_it_is_read_alike_without_stops(expected: str, text: str) -> None:
    assert expected == permissions_of(rights_in(heard(text).rstrip(".?! ")))


def test_every_permission_of_every_axis_has_its_sentences() -> None:
    every = {f"{name}={permission}" for name, axis in AXES.items() for permission in axis}

    assert every == set(SETTLES)
    assert all(len(texts) >= 5 for texts in SETTLES.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("call me a person briefed on the talks", ("a person briefed on the talks",)),
        ("I'd call you “a harbor official”.", ("a harbor official",)),
        ("describe me as 'a nurse who was there'", ("a nurse who was there",)),
        ("refer to me as a teacher or not at all", ("a teacher",)),
        (
            "You may call me a city employee. You may also call me an official.",
            ("a city employee", "an official"),
        ),
        ("attributable to senior administration officials", ("senior administration officials",)),
        ("I'd be a source close to the board", ("a source close to the board",)),
        ("you can say a clerk at the court told you", ("a clerk at the court",)),
        ("as a former guard, not by name", ("a former guard",)),
        ("quote me as a doctor and you may print it", ("a doctor",)),
        ("Call me a nurse at St. Brigid's, okay?", ("a nurse at St. Brigid's",)),
        ("Call me “a nurse at St. Brigid’s.” Okay?", ("a nurse at St. Brigid’s",)),
        ("Call me a former U.S. official.", ("a former U.S. official",)),
        ("Call me an official in the U.S. Don't name me.", ("an official in the U.S.",)),
        ("Call me “an official in the U.S.” then.", ("an official in the U.S.",)),
        ("Call me an aide to Mr. J. Moe. No names.", ("an aide to Mr. J. Moe",)),
        ('Can I speak as a "senior official"?', ("a senior official",)),
        ('Quote me as a "former" official.', ('a "former" official',)),
        ("don't call me a whistleblower", ()),
        ("use it as a lead", ()),
        ("it came from a person", ()),
        ("call me tomorrow", ()),
        ("attribute it to the ministry", ()),
    ],
)
def test_a_description_is_kept_as_it_was_put(text: str, expected: tuple[str, ...]) -> None:
    assert expected == rights_in(text).descriptions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not until Friday six a.m.", "Friday six a.m."),
        ("embargoed until tomorrow, Thursday, 7:00 a.m.", "tomorrow, Thursday, 7:00 a.m."),
        ("You can't publish it before Monday.", "Monday"),
        ("hold it until the report is out", "the report is out"),
        ("you may print it once the merger is announced", "the merger is announced"),
        ("You can run it from Sunday on.", "Sunday on"),
        ("nothing before noon, and no names", "noon"),
        ("It is under embargo until 9 am Eastern", "9 am Eastern"),
        ("The embargo on Atlantis should be lifted.", ""),
        ("you can print it now", ""),
        ("before you print it, think", ""),
        ("Before you print, the embargo is Monday 6 a.m.", "Monday 6 a.m."),
        ("You may not publish it until you have it from somebody else.", ""),
        ("you can't quote me until I have approved it", ""),
    ],
)
def test_an_embargo_is_kept_as_it_was_put(text: str, expected: str) -> None:
    assert expected == rights_in(text).embargo


def test_an_embargo_is_no_refusal_to_publish() -> None:
    read = rights_in("You can't publish it before Monday.")

    assert (("publish", Publish.YES),) == read.changes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("let me see my quotes before you print them", True),
        ("I will read your quotes back to you before I use them.", True),
        ("You can quote me if you check with me first.", True),
        ("I want to approve the quotes.", True),
        ("You may not use my words without my approval.", True),
        ("you can't quote me until I have approved it", True),
        ("run the quotes by me first", True),
        ("I won't show you your quotes before we print.", False),
        ("no quote approval", False),
        ("You can use my quotes without my approval.", False),
        ("You can quote me.", None),
    ],
)
def test_quote_approval(text: str, expected: bool | None) -> None:  # noqa: FBT001 - an answer
    assert expected is rights_in(text).quote_approval


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Delete the recording when you are done.", "Delete the recording"),
        ("I will destroy my notes and the tape.", "destroy my notes and the tape"),
        ("Don't keep the notes.", "keep the notes"),
        ("keep no recording", "keep no recording"),
        ("The tapes must be erased.", "tapes must be erased"),
        ("You don't have to delete the recording.", ""),
        ("You may keep the recording.", ""),
        ("Delete the tape. Shred the notes.", "Delete the tape; Shred the notes"),
    ],
)
def test_what_is_to_be_deleted_is_kept_as_it_was_put(text: str, expected: str) -> None:
    assert expected == rights_in(text).deletion


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You may tell your editor.", ("your editor",)),
        ("I will tell my editor and my lawyer, nobody else.", ("my editor", "my lawyer")),
        ("Nobody but your boss may know.", ("your boss",)),
        ("Don't tell anyone.", ()),
        ("not even your editor may know", ()),
    ],
)
def test_who_may_be_told(text: str, expected: tuple[str, ...]) -> None:
    assert expected == tuple(who.removesuffix(" may know") for who in rights_in(text).told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You may quote me. You may not quote me.", ("quote",)),
        ("You may use my name. Don't use my name.", ("attribute",)),
        ("You may print it. You may not print it.", ("publish",)),
        ("You may tell anyone. Don't tell anyone.", ("repeat",)),
        ("You may print it but not quote me.", ()),
    ],
)
def test_what_is_allowed_and_refused_is_told_and_the_stricter_holds(
    text: str, expected: tuple[str, ...]
) -> None:
    read = rights_in(text)

    assert expected == read.contradicting
    assert all(permission.strictness for axis, permission in read.changes if axis in expected)


def test_a_sentence_that_cannot_be_read_is_told() -> None:
    read = rights_in("You may print it. The cat sat on the mat! All right? Thank you.")

    assert ("The cat sat on the mat!",) == read.unread
    assert (("publish", Publish.YES),) == read.changes


def test_a_levels_name_says_nothing_by_itself() -> None:
    read = rights_in("It is not for attribution. This is off the record, so do not print it.")

    assert (("publish", Publish.NO),) == read.changes
    assert () == read.unread


def test_nothing_is_read_out_of_nothing() -> None:
    assert rights_in("").is_empty
    assert rights_in("All right?").is_empty
    assert not rights_in("Don't print it.").is_empty


def test_what_was_read_can_be_put_as_terms() -> None:
    read = rights_in("Call me a nurse, show me my quotes first, and not before Friday.")

    proposal = read.proposal(Level.BACKGROUND)

    assert Level.BACKGROUND is proposal.level
    assert read.changes == proposal.changes
    assert ("a nurse",) == proposal.descriptions
    assert proposal.quote_approval
    assert Embargo(event="Friday") == proposal.embargo
    assert rights_in("You may print it.").proposal().embargo is None


def test_a_time_far_into_a_sentence_about_something_else_is_no_embargo():
    told = (
        "the minister said last night that there will not be a full peace between the two"
        " countries until the border is drawn"
    )

    assert "" == rights_in(told).embargo
    assert (
        "the border is drawn" == rights_in("nothing is published until the border is drawn").embargo
    )
