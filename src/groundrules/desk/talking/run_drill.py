"""Practising a talk: finding a scenario, answering in it, and keeping what was said in a play."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.readers.policies import PolicyShelf
from groundrules.readers.text_file import shown
from groundrules.readers.wordings import WordingShelf
from groundrules.readers.writing import write_text
from groundrules.talk.drilling.lesson import Lesson, lesson
from groundrules.talk.drilling.play import Play, begin, choose
from groundrules.talk.drilling.scenario import Difficulty, Side
from groundrules.talk.drilling.scenario_document import scenario_from
from groundrules.talk.drilling.wordings import Wordings, wordings_from

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.talk.drilling.scenario import Scenario, Step
    from groundrules.talk.drilling.typed import Typed
    from groundrules.terms.policy import Policy

KIND = "scenarios"
"""The folder of a shelf of wordings in which the scenarios stand."""

LESSONS = ("lessons", "laws")
"""The kind and the name of the wordings of every lesson."""


class Answered(NamedTuple):
    """What an answer has brought.

    Attributes:
        play: the play after it.
        lesson: what is printable now, and what would have been better.
        typed: what was understood of it, where it was typed in words; else None.
    """

    play: Play
    lesson: Lesson
    typed: Typed | None = None


def every_scenario(settings: Settings, side: str = "") -> tuple[Scenario, ...]:
    """Return every scenario, the sources' first, and the easy ones before the others.

    Args:
        settings: where wordings and policies of one's own are.
        side: `source` or `reporter`; "" for both.

    Raises:
        BadInput: with the faults of every scenario that cannot be read.
    """
    shelf = WordingShelf(settings.paths("wordings"))
    policies = _Policies(settings)
    found: list[Scenario] = []
    faults: list[Fault] = []
    for name in shelf.names(KIND):
        try:
            found.append(policies.read(shelf, name))
        except BadInput as error:
            faults += error.faults
    if faults:
        raise BadInput(*dict.fromkeys(faults))
    wanted = (one for one in found if side in ("", one.side))
    return tuple(sorted(wanted, key=_in_order))


def begin_drill(name: str, settings: Settings) -> tuple[Play, Wordings]:
    """Return a play of a scenario at its first step, and the words of its lessons.

    Raises:
        BadInput: there is no such scenario, or its file or that of the lessons has faults.
    """
    shelf = WordingShelf(settings.paths("wordings"))
    scenario = _Policies(settings).read(shelf, name)
    return begin(scenario), wordings_from(shelf.load(*LESSONS))


def answer(play: Play, step: Step, given: str) -> Answered | None:
    """Return what an answer brings; None where its number is not one of the choices.

    Args:
        play: the play, at a step.
        step: that step.
        given: the number of a choice, counted from 1, or words of the person's own.
    """
    if given.isdecimal():
        number = int(given) if len(given) <= len(str(len(step.choices))) else 0
        if not 1 <= number <= len(step.choices):
            return None
        choice = step.choices[number - 1]
        after = choose(play, choice)
        return Answered(after, lesson(play, choice, after))
    from groundrules.talk.drilling.typed import understand  # noqa: PLC0415 - few type, and it costs

    typed = understand(play, step, given)
    after = choose(play, typed.choice, typed.line)
    return Answered(after, lesson(play, typed.choice, after), typed)


def refuse_taken(path: Path, *, force: bool) -> None:
    """Refuse a file that a play could not be kept in, before anybody has played.

    Raises:
        BadInput: the file is there, and `force` is not given; or its folder is not.
    """
    if not path.parent.is_dir():
        raise BadInput(Fault(shown(path), "its folder is not there", "make the folder first"))
    if os.path.lexists(path) and not force:
        remedy = "name another, or overwrite it with --force"
        raise BadInput(Fault(shown(path), "the file is there already", remedy))


def keep_play(play: Play, path: Path, *, force: bool) -> None:
    """Write a play as a record, which `groundrules record show` reads like any other.

    Raises:
        BadInput: the file is there, and `force` is not given; or it cannot be written.
    """
    from groundrules.record.notation import to_text  # noqa: PLC0415 - only where a play is kept

    write_text(path, to_text(play.conversation, shown(path)), force=force)


def _in_order(scenario: Scenario) -> tuple[int, int, str]:
    sides, difficulties = list(Side), list(Difficulty)
    return (
        sides.index(scenario.side),
        difficulties.index(scenario.difficulty),
        scenario.name,
    )


class _Policies:
    """The policies that scenarios are read under, each loaded once."""

    def __init__(self, settings: Settings) -> None:
        self.shelf = PolicyShelf(settings.paths("policies"))
        self.names = self.shelf.names()
        self.loaded: dict[str, Policy] = {}

    def load(self, name: str) -> Policy:
        """Return the policy of a name."""
        if name not in self.loaded:
            self.loaded[name] = self.shelf.load(name)
        return self.loaded[name]

    def read(self, shelf: WordingShelf, name: str) -> Scenario:
        """Return the scenario of a name."""
        return scenario_from(shelf.load(KIND, name), self.load, self.names)
