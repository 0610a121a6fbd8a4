"""Preparing a talk: the interview, kept in a file after every answer, and the advice at its end."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from groundrules.readers.policies import PolicyShelf
from groundrules.readers.preparations import read_answers, write_answers
from groundrules.readers.wordings import WordingShelf
from groundrules.talk.planning.plan import Plan, Rules, plan_from
from groundrules.talk.preparing.answering import answers_from, entries
from groundrules.talk.preparing.flow import Step, answered, standing, with_defaults
from groundrules.talk.preparing.guidance_document import guidance_from
from groundrules.talk.preparing.interview_document import interview_from
from groundrules.talk.preparing.outlets import policy_of

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.talk.preparing.flow import Answers
    from groundrules.talk.preparing.guidance import Guidance
    from groundrules.talk.preparing.questions import Answer, Interview

WORDING = "source"
"""The name of the interview and of its advice among the wordings."""


class Preparation(NamedTuple):
    """One person's preparation, as far as it has come.

    Attributes:
        path: the file in which the answers are kept.
        interview: the questions.
        guidance: the texts of the advice.
        answers: what was answered so far.
        is_new: there is no such file yet.
    """

    path: Path
    interview: Interview
    guidance: Guidance
    answers: Answers
    is_new: bool

    def answered(self, step: Step, answer: Answer) -> Preparation:
        """Return the preparation with one answer given or changed; it is in the file.

        Raises:
            BadInput: the file cannot be written. What it held before is there still.
        """
        return self._kept(answered(self.interview, self.answers, step, answer))

    def by_default(self) -> Preparation:
        """Return the preparation with every open question answered by default, and kept.

        Raises:
            BadInput: the file cannot be written.
        """
        return self._kept(with_defaults(self.interview, self.answers))

    def _kept(self, answers: Answers) -> Preparation:
        write_answers(self.path, entries(self.interview, answers))
        return self._replace(answers=answers, is_new=False)


def open_preparation(path: Path, settings: Settings, *, must_exist: bool = False) -> Preparation:
    """Return the preparation that is kept in a file, or a new one. Nothing is written.

    Raises:
        BadInput: the file is damaged, or is something else; or the wordings are at fault.
    """
    shelf = WordingShelf(settings.paths("wordings"))
    interview = interview_from(shelf.load("interviews", WORDING))
    guidance = guidance_from(shelf.load("advice", WORDING), interview)
    if not must_exist and not os.path.lexists(path):
        return Preparation(path, interview, guidance, {}, is_new=True)
    kept = read_answers(path)
    answers = answers_from(interview, kept.answers, kept.path, kept.line_of)
    stand = standing(interview, answers)
    return Preparation(path, interview, guidance, stand, is_new=False)


def rules_of(outlet: str, settings: Settings, policy: str = "") -> Rules:
    """Return the rules under which an outlet's words are read.

    Args:
        outlet: its name, as the person typed it; "" where none was given.
        settings: where further policies are, and which one stands in.
        policy: the policy that the person asked for; it counts as the outlet's own.

    Raises:
        BadInput: there is no such policy, or one cannot be loaded.
    """
    shelf = PolicyShelf(settings.paths("policies"))
    if policy:
        return Rules(shelf.load(policy, asked_in="--policy"), are_outlets_own=True)
    titles = {name: shelf.load(name).title for name in shelf.names()} if outlet else {}
    if known := policy_of(outlet, titles):
        return Rules(shelf.load(known), are_outlets_own=True)
    asked_in = settings.by_key["policy"].origin
    return Rules(shelf.load(settings.word("policy"), asked_in=asked_in), are_outlets_own=False)


def plan_of(preparation: Preparation, settings: Settings, policy: str = "") -> Plan:
    """Return the plan that a preparation leads to, with the advice.

    Raises:
        BadInput: there is no such policy, or one cannot be loaded.
    """
    outlet = preparation.answers.get(Step("outlet"), "")
    rules = rules_of(str(outlet), settings, policy)
    return plan_from(preparation.answers, rules, preparation.interview, preparation.guidance)
