"""The openings of briefings with their gold: read as `groundrules import` reads a file; scored.

A fixture is a table for each opening: the transcript as a file would hold it, and what its host
says of the terms. Scored are the level on which the speakers stand, the wording under which they
may be shown, and the embargo.
"""

from __future__ import annotations

import re
import tomllib
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from groundrules.readers.policies import PolicyShelf
from groundrules.readers.transcripts import read_transcript
from groundrules.record.cues.talk_reader import read_talk
from groundrules.record.facts import Kind
from groundrules.record.proposed import confirmed
from groundrules.record.timeline import fold
from groundrules.record.transcript import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.record.standing import Standing
    from groundrules.record.transcript import Conversation
    from groundrules.terms.conditions import Embargo

FOLDER = Path(__file__).parent / "fixtures" / "openings"
POLICY = PolicyShelf().load("default")
_CONCLUSION = re.compile(
    r"(?i)\b(?:end|conclusion|completion|close|concludes?|ends?|over|finish\w*|done|hang up|through"
    r"|wrap(?:s|ped)?)\b"
)


class Opening(NamedTuple):
    """A transcript of an opening, and what is to be read in it.

    Attributes:
        remarks: the levels that are right for the first words of a speaker.
        questions: the levels that are right for the last words, where questions are answered.
        wording: the wordings under which the speakers may be shown; empty where none is given.
        embargo: an instant in ISO 8601, `conclusion` for the end of the call, `event` for another
            event, `words` for a time whose zone cannot be told for sure, or `none`.
        event: words that an event's wording holds.
        doubtful: why the gold may be disputed; "" where it may not.
    """

    name: str
    transcript: str
    remarks: frozenset[str]
    questions: frozenset[str]
    wording: frozenset[str]
    embargo: str
    event: str
    doubtful: str


class Score(NamedTuple):
    """What of one opening was read rightly, and what was read."""

    name: str
    level: bool
    wording: bool
    embargo: bool
    read: tuple[str, str, str]

    @property
    def right(self) -> bool:
        """Tell whether all three were."""
        return self.level and self.wording and self.embargo


def openings(name: str) -> list[Opening]:
    """Return the openings of one fixture, in its order."""
    text = (FOLDER / f"{name}.toml").read_text("utf-8")
    return [_opening(slug, table) for slug, table in tomllib.loads(text).items()]


def _opening(name: str, table: dict[str, object]) -> Opening:
    remarks = str(table.get("remarks", table.get("level", "")))
    questions = str(table.get("questions", table.get("level", "")))
    wording = table.get("wording", [])
    assert isinstance(wording, list)
    return Opening(
        name,
        str(table["transcript"]).lstrip("\n"),
        frozenset(remarks.split(" or ")),
        frozenset(questions.split(" or ")),
        frozenset(map(_smooth, wording)),
        str(table["embargo"]),
        str(table.get("event", "")),
        str(table.get("doubtful", "")),
    )


def score(opening: Opening, folder: Path) -> Score:
    """Return how well one opening is read out of a file in a folder."""
    path = folder / f"{opening.name}.md"
    path.write_text(opening.transcript, "utf-8")
    return scored(opening, read_transcript(path))


def scored(opening: Opening, talk: Conversation) -> Score:
    """Return how well a transcript is read, were everything confirmed that the reader proposes."""
    read = read_talk(talk)
    spoken = _of_speakers(read.conversation)
    first, last = spoken[0], spoken[-1]
    conditions = last.terms.conditions
    wording = frozenset(map(_smooth, conditions.descriptions or ()))
    embargoes = sorted(conditions.embargoes, key=str)
    levels = first.status in opening.remarks and last.status in opening.questions
    return Score(
        opening.name,
        levels,
        wording == opening.wording,
        _is_embargo(opening, embargoes),
        (
            first.status if first.status == last.status else f"{first.status}, {last.status}",
            "; ".join(sorted(wording)),
            "; ".join(str(one.until.isoformat() if one.until else one.event) for one in embargoes),
        ),
    )


def _of_speakers(talk: Conversation) -> list[Standing]:
    """Return the standings of the words of those who are neither hosts nor reporters.

    Where the host is a speaker too, they are those of the turns behind the opening.
    """
    opened = talk.turns[0].speaker
    others = {
        party.id for party in talk.parties if party.role not in (Role.MODERATOR, Role.REPORTER)
    }
    announcers = {fact.by for fact in talk.proposals if fact.kind is Kind.TERMS_ANNOUNCED}
    speakers = others - announcers - {opened} or others
    timeline = fold(confirmed(talk), POLICY)
    said = [one for one in timeline.standings if one.statement.speaker in speakers]
    return [one for one in said if one.statement.place.turn > 1] or said


def _is_embargo(opening: Opening, found: list[Embargo]) -> bool:
    if opening.embargo == "none":
        return not found
    if len(found) != 1:
        return False
    until, event = found[0]
    if opening.embargo == "conclusion":
        return until is None and bool(_CONCLUSION.search(event))
    if opening.embargo in ("event", "words"):
        return until is None and opening.event in event
    if until is None:
        return opening.embargo.startswith("words or ") and opening.event in event
    wanted = datetime.fromisoformat(opening.embargo.removeprefix("words or "))
    return (until, until.utcoffset()) == (wanted, wanted.utcoffset())


def _smooth(words: str) -> str:
    """Return a wording without quotation marks and article."""
    plain = " ".join(re.sub(r"[\"“”]", "", words).casefold().split())
    return re.sub(r"^(?:an?|the) ", "", plain).strip(" .,;")


def share(scores: Iterable[Score], what: str) -> float:
    """Return the share of openings of which `level`, `wording`, `embargo`, or all, are right."""
    right = [bool(getattr(one, what)) for one in scores]
    return sum(right) / len(right)


def misread(scores: Iterable[Score]) -> list[str]:
    """Return a line for every opening that was misread."""
    return [f"{one.name}: {' | '.join(one.read)}" for one in scores if not one.right]
