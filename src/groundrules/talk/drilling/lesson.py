"""The lesson after an answer: what is printable now, what comes next, and what would be better."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.timeline import fold
from groundrules.record.transcript import Turn
from groundrules.talk.drilling.paths import best_choices
from groundrules.talk.drilling.score import Score, score

if TYPE_CHECKING:
    from groundrules.record.standing import Standing
    from groundrules.talk.drilling.play import Play
    from groundrules.talk.drilling.scenario import Choice

_ANYTHING = "…"


class Lesson(NamedTuple):
    """What one answer has brought.

    Attributes:
        score: every point told so far, as it stands now.
        next: on which terms the next words of the source would stand.
        better: the answers that would have left more open; empty where none would.
    """

    score: Score
    next: Standing
    better: tuple[Choice, ...]


def lesson(before: Play, choice: Choice, after: Play) -> Lesson:
    """Return the lesson of an answer.

    Args:
        before: the play before it.
        choice: the choice that it was, or whose way it went.
        after: the play after it.
    """
    best = best_choices(before)
    better = () if choice in best else best
    return Lesson(score(after), next_words(after), better)


def next_words(play: Play) -> Standing:
    """Return on which terms words would stand that the source spoke now.

    The source is the person who practises or, for a reporter, the first on the other side.
    """
    talk = play.conversation
    you = play.scenario.you
    sources = [party.id for party in talk.parties if not party.is_reporter]
    speaker = you if you in sources else sources[0]
    turn = Turn(len(talk.turns) + 1, speaker, (_ANYTHING,))
    timeline = fold(talk._replace(turns=(*talk.turns, turn)), play.scenario.policy)
    return timeline.standings[-1]
