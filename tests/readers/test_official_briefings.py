"""Every word of a real transcript is in its record, in order, and every speaker is kept.

What a record must hold is worked out here from the file alone, by simpler means than the reader's.
The committed transcripts are always read; a folder of more is read too where the environment
variable GROUNDRULES_BRIEFINGS names one.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from groundrules.readers.transcripts import read_transcript
from groundrules.record.notation import parse, to_text

if TYPE_CHECKING:
    from groundrules.record.transcript import Conversation, Party

FIXTURES = Path(__file__).parents[1] / "fixtures" / "transcripts" / "official"
MORE = os.environ.get("GROUNDRULES_BRIEFINGS")
BRIEFINGS = sorted(
    path
    for folder in (FIXTURES, *([Path(MORE)] if MORE else []))
    for path in folder.glob("*.md")
    if path.name != "README.md"
)

# What is not talk: place, date, times and the mark of the end.
NOT_TALK = re.compile(
    r"\[?Via Teleconference\]?|National Security Council|Lima Convention Center|Lima, Peru"
    r"|Rio de Janeiro, Brazil|Luanda, Angola|\(?[A-Z][a-z]+ \d{1,2}, \d{4}\)?"
    r"|(?:END ?)?\d{1,2}:\d\d [AP]\.M\.? [A-Z]{3,4}|END|###"
)


def body(path: Path) -> str:
    """Return what stands behind the front matter, without marks that are no words."""
    text = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    return re.sub(r"</?s>", "", text).replace("&nbsp;", " ")


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def label(party: Party) -> str:
    """Return the words that the transcript has for a party."""
    return next(filter(None, (*party.aliases, party.description, party.name, party.id)))


def spoken(conversation: Conversation) -> list[str]:
    """Return every word of the turns, each turn's label in front of it."""
    labels = {party.id: label(party) for party in conversation.parties} | {"": ""}
    return [
        word for turn in conversation.turns for word in words(f"{labels[turn.speaker]} {turn.text}")
    ]


def head_and_foot(conversation: Conversation) -> list[str]:
    """Return what the reader took for no talk, but for the title, which is in the front matter."""
    return conversation.matter.split(" | ")[1:]


@pytest.mark.parametrize("path", BRIEFINGS, ids=lambda path: path.stem)
def test_no_word_is_lost_added_or_moved(path: Path) -> None:
    conversation = read_transcript(path)

    aside = head_and_foot(conversation)
    print(path.name, "not talk:", aside)  # noqa: T201 - declared, for whoever runs it with -s
    source, talk = words(body(path)), spoken(conversation)
    before = source.index(talk[0])
    assert Counter(source) == Counter(talk) + Counter(words(" ".join(aside)))
    assert source[before : before + len(talk)] == talk
    assert words(" ".join(aside)) == source[:before] + source[before + len(talk) :]


@pytest.mark.parametrize("path", BRIEFINGS, ids=lambda path: path.stem)
def test_only_places_dates_and_times_are_no_talk(path: Path) -> None:
    aside = head_and_foot(read_transcript(path))

    assert [] == [line for line in aside if not NOT_TALK.fullmatch(line)]


@pytest.mark.parametrize("path", BRIEFINGS, ids=lambda path: path.stem)
def test_every_speaker_has_as_many_turns_as_the_transcript_gives(path: Path) -> None:
    conversation = read_transcript(path)

    found = re.findall(r"(?m)^\W*([A-Z][A-Z.\- ]+[A-Z]|Q)(?::|(?<=Q)\s)", body(path))
    labels = {party.id: label(party).upper() for party in conversation.parties}
    assert Counter(found) == Counter(labels[turn.speaker] for turn in conversation.turns)


@pytest.mark.parametrize("path", BRIEFINGS, ids=lambda path: path.stem)
def test_the_record_reads_back_the_same(path: Path) -> None:
    conversation = read_transcript(path)

    assert conversation == parse(to_text(conversation))


@pytest.mark.parametrize("path", BRIEFINGS, ids=lambda path: path.stem)
def test_no_mark_of_the_page_is_left_in_the_words(path: Path) -> None:
    text = "\n".join(turn.text for turn in read_transcript(path).turns)

    assert [] == re.findall(r"\\[^\w\s]|</?\w+>|&\w+;|\xa0| {2}", text)


EXPECTED = {
    "2021-06-12-second-day-of-the-g7-summit": ("2021-06-11", {"MOD": 12, "SAO": 16, "Q": 6}),
    "2021-09-17-ethiopia": (
        "2021-09-16 12:02:00-04:00",
        {"MOD": 3, "SAO": 19, "Q": 10, "MODEARTOR": 1},
    ),
    "2021-10-30-steel-and-aluminum-tariffs": ("2021-10-30", {"SAO": 16, "Q": 4}),
    "2021-12-15-transnational-criminal-organizations": (
        "2021-12-15 11:04:00-05:00",
        {"MOD": 3, "SAO": 15, "Q": 9},
    ),
    "2023-03-14-lower-healthcare-costs": (
        "2023-03-14 16:47:00-04:00",
        {
            "MUNOZ": 8,
            "RICE": 2,
            "BECERRA": 1,
            "BROOKS-LASURE": 3,
            "Q": 5,
            "LINKE-YOUNG": 5,
            "SESHAMANI": 3,
            "YOUNG": 1,
        },
    ),
    "2023-10-10-john-kirby-on-attacks-in-israel": (
        "2023-10-09 17:54:00-04:00",
        {"KIRBY": 27, "REPOSA": 16, "Q": 32, "REPOSSA": 1},
    ),
    "2024-01-12-developments-in-the-middle-east": (
        "2024-01-11 20:15:00-05:00",
        {"MOD": 8, "SAO": 6, "SMO": 5, "Q": 5},
    ),
    "2024-05-14-american-workers-and-businesses": (
        "2024-05-13 15:23:00-04:00",
        {"KIKUKAWA": 15, "BRAINARD": 1, "Q": 15, "SAO": 22},
    ),
    "2024-11-15-trilateral-meeting": ("2024-11-15", {"MOD": 2, "SAO": 15, "Q": 12}),
    "2024-12-14-drone-sightings": (
        "2024-12-14",
        {
            "MOD": 12,
            "FBI-OFFICIAL": 4,
            "DHS-OFFICIAL": 1,
            "FAA-OFFICIAL": 1,
            "Q": 10,
            "DOD-OFFICIAL": 2,
            "SAO": 2,
        },
    ),
}


@pytest.mark.parametrize("stem", EXPECTED)
def test_the_committed_transcripts_have_these_days_and_turns(stem: str) -> None:
    conversation = read_transcript(FIXTURES / f"{stem}.md")

    day, turns = EXPECTED[stem]
    assert (stem, day) == (conversation.id, str(conversation.date))
    assert turns == Counter(turn.speaker for turn in conversation.turns)


def test_every_committed_transcript_has_its_figures() -> None:
    assert set(EXPECTED) == {path.stem for path in BRIEFINGS if path.parent == FIXTURES}
