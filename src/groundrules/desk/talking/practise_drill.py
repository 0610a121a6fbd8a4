"""Practice: the plays that somebody is in, and what they have done so far.

What was done is kept in the vault only where the person wants it, as a paper for themselves alone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.talking.play_drill import Brought, Stage, brought_by, stage_of
from groundrules.desk.talking.run_drill import answer, begin_drill
from groundrules.desk.vaults.papers import amend_paper, begin_paper, paper, papers, remove_paper
from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.talk.drilling.play import Play
    from groundrules.talk.drilling.score import Score
    from groundrules.talk.drilling.wordings import Wordings
    from groundrules.vault.paper_answers import Paper

KIND = "practice"
"""The kind of paper that keeps what somebody has done."""

_TITLE = "What I have practised"

TRIED, LAWFUL, FULL = "tried", "lawful", "full"
_ORDER = (TRIED, LAWFUL, FULL)


class Done(NamedTuple):
    """What somebody has done of one scene.

    Attributes:
        plays: how often they came to an end of it.
        best: `tried`; `lawful`, where nothing went wrong; `full`, where the goal was reached, too.
    """

    plays: int
    best: str


class Playing(NamedTuple):
    """A play that somebody is in, and what the last answer has brought."""

    play: Play
    wordings: Wordings
    brought: Brought | None = None
    score: Score | None = None

    @property
    def stage(self) -> Stage:
        """Return it as it stands."""
        return stage_of(self.play, self.wordings, self.brought, self.score)


@dataclass(slots=True)
class Practice:
    """What somebody practises, between two requests.

    Attributes:
        playing: name of a scene to the play of it.
        done: name of a scene to what was done of it.
        kept: the paper that keeps what was done; None where it is not kept.
    """

    playing: dict[str, Playing] = field(default_factory=dict)
    done: dict[str, Done] = field(default_factory=dict)
    kept: Paper | None = None


def open_practice(vault: Path) -> Practice:
    """Return what somebody has done, as far as the vault keeps it.

    Raises:
        BadInput: the vault is locked.
    """
    found = next((one for one in papers(vault, KIND) if one.readers == "self"), None)
    if found is None:
        return Practice()
    kept = paper(vault, found.id)
    done = {name: Done(*one) for name, one in json.loads(kept.document)["done"].items()}
    return Practice({}, done, kept.paper)


def begin_scene(practice: Practice, name: str, settings: Settings) -> Playing:
    """Begin a scene, or begin it anew.

    Raises:
        BadInput: there is no such scene, or its file has faults.
    """
    practice.playing[name] = Playing(*begin_drill(name, settings))
    return practice.playing[name]


def answer_scene(practice: Practice, vault: Path, name: str, step: str, given: str) -> Playing:
    """Answer in a play; an answer to a step that it is not at changes nothing.

    Args:
        practice: what the person practises.
        vault: where it may be kept what was done.
        name: of the scene.
        step: which is answered.
        given: the number of a choice, counted from 1, or words.

    Raises:
        BadInput: no such scene was begun, or there is no choice of this number.
    """
    playing = practice.playing.get(name)
    if playing is None:
        raise BadInput(Fault(name, "this scene was not begun", "begin it"))
    at = playing.play.step
    if at is None or at.name != step:
        return playing
    said = " ".join(given.split())
    answered = answer(playing.play, at, said) if said else None
    if answered is None:
        remedy = f"choose one from 1 to {len(at.choices)}, or write what you would say"
        raise BadInput(Fault("answer", "this is none of the answers", remedy))
    brought = brought_by(answered, at, playing.wordings)
    after = Playing(answered.play, playing.wordings, brought, answered.lesson.score)
    practice.playing[name] = after
    if after.play.ending:
        _note(practice, vault, name, answered.lesson.score)
    return after


def keep_practice(practice: Practice, vault: Path) -> None:
    """Keep what was done in the vault from now on, for oneself alone."""
    if practice.kept is None:
        practice.kept = begin_paper(vault, KIND, _TITLE, _document(practice), readers="self")


def forget_practice(practice: Practice, vault: Path) -> None:
    """Forget what was done, here and in the vault."""
    if practice.kept:
        remove_paper(vault, practice.kept.id, "whoever practised wished it forgotten")
    practice.kept = None
    practice.done.clear()
    practice.playing.clear()


def _note(practice: Practice, vault: Path, name: str, score: Score) -> None:
    reached = FULL if score.is_full else LAWFUL if score.is_lawful else TRIED
    before = practice.done.get(name, Done(0, TRIED))
    best = max(before.best, reached, key=_ORDER.index)
    practice.done[name] = Done(before.plays + 1, best)
    if practice.kept:
        kept = practice.kept
        practice.kept = amend_paper(vault, kept.id, kept.version, _TITLE, _document(practice))


def _document(practice: Practice) -> str:
    return json.dumps({"done": practice.done}, sort_keys=True)
