"""Preparations: one's own answers before a talk, in memory alone or kept in a vault.

A preparation begins in memory, and goes when the vault is locked. Whoever wants it kept has it kept
as a paper that nobody else can read; each answer is then a version of it.
"""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.talking.prepare_talk import WORDING, Preparation
from groundrules.desk.vaults.papers import amend_paper, begin_paper, paper, papers, remove_paper
from groundrules.readers.wordings import WordingShelf
from groundrules.talk.preparing.answering import answers_from, entries
from groundrules.talk.preparing.flow import Step, answered, standing, with_defaults
from groundrules.talk.preparing.guidance_document import guidance_from
from groundrules.talk.preparing.interview_document import interview_from

if TYPE_CHECKING:
    from groundrules.config.settings import Settings
    from groundrules.talk.preparing.flow import Answers
    from groundrules.talk.preparing.questions import Answer, Interview
    from groundrules.vault.paper_answers import Paper

KIND = "preparation"
"""The kind of paper that keeps one."""

VERSION = 1
_UNTITLED = "A talk"

InMemory = dict[str, "Answers"]
"""Id to the answers of what is kept nowhere else."""


class Begun(NamedTuple):
    """A preparation in a list.

    Attributes:
        id: by which it is asked for.
        matter: what the talk is about; "" where that was not said yet.
        changed: the day of the last answer, YYYY-MM-DD; "" for what is in memory.
        is_kept: the vault keeps it.
    """

    id: str
    matter: str
    changed: str
    is_kept: bool

    def __repr__(self) -> str:
        """Show its id, and not what it is about."""
        return f"Begun({self.id})"


class Opened(NamedTuple):
    """A preparation that is gone on with. `kept` is its paper; None where it is in memory alone."""

    id: str
    preparation: Preparation
    kept: Paper | None


class Preparations:
    """The preparations that one person at one vault has begun."""

    def __init__(self, vault: Path, settings: Settings, memory: InMemory) -> None:
        """Note where they are.

        Args:
            vault: the vault's folder.
            settings: where the wordings are.
            memory: those that are kept nowhere else; it is changed.
        """
        self._vault, self._settings, self._memory = vault, settings, memory

    def all(self) -> tuple[Begun, ...]:
        """Return those that were begun: those in memory first.

        Raises:
            BadInput: the vault is locked.
        """
        memory = (
            Begun(ident, str(answers.get(Step("matter"), "")), "", is_kept=False)
            for ident, answers in self._memory.items()
        )
        kept = (
            Begun(one.id, one.title.replace(_UNTITLED, ""), one.changed, is_kept=True)
            for one in papers(self._vault, KIND)
            if one.readers == "self"
        )
        return (*memory, *kept)

    def interview(self) -> Interview:
        """Return the questions.

        Raises:
            BadInput: the wordings are at fault.
        """
        return self._opened("", {}, None).preparation.interview

    def begin(self, answers: Answers | None = None) -> str:
        """Begin one in memory, with some answers or none, and return its id."""
        ident = secrets.token_hex(16)
        self._memory[ident] = standing(self.interview(), answers or {})
        return ident

    def open(self, ident: str) -> Opened | None:
        """Return the one of an id; None where there is none.

        Raises:
            BadInput: the vault is locked, or what it keeps is to questions that are no more.
        """
        if ident in self._memory:
            return self._opened(ident, self._memory[ident], None)
        if ident not in {one.id for one in papers(self._vault, KIND) if one.readers == "self"}:
            return None
        text = paper(self._vault, ident)
        found = self._opened(ident, {}, text.paper)
        interview = found.preparation.interview
        raw = json.loads(text.document)["answers"]
        answers = standing(interview, answers_from(interview, raw, "preparation", lambda _: 0))
        return found._replace(preparation=found.preparation._replace(answers=answers))

    def answer(self, opened: Opened, step: Step, given: Answer) -> Opened:
        """Give or change an answer.

        Raises:
            BadInput: it cannot be kept.
        """
        preparation = opened.preparation
        return self._with(opened, answered(preparation.interview, preparation.answers, step, given))

    def answer_the_rest(self, opened: Opened) -> Opened:
        """Answer every open question by default.

        Raises:
            BadInput: it cannot be kept.
        """
        preparation = opened.preparation
        return self._with(opened, with_defaults(preparation.interview, preparation.answers))

    def keep(self, opened: Opened) -> str:
        """Keep one in the vault from now on, for oneself alone, and return its id there."""
        if opened.kept:
            return opened.id
        kept = begin_paper(self._vault, KIND, _title(opened), _document(opened), readers="self")
        self._memory.pop(opened.id, None)
        return kept.id

    def forget(self, opened: Opened) -> None:
        """Forget one, in memory and in the vault."""
        self._memory.pop(opened.id, None)
        if opened.kept:
            remove_paper(self._vault, opened.id, "whoever prepared wished it forgotten")

    def _with(self, opened: Opened, answers: Answers) -> Opened:
        after = opened._replace(preparation=opened.preparation._replace(answers=answers))
        if not opened.kept:
            self._memory[opened.id] = answers
            return after
        kept = amend_paper(
            self._vault, opened.id, opened.kept.version, _title(after), _document(after)
        )
        return after._replace(kept=kept)

    def _opened(self, ident: str, answers: Answers, kept: Paper | None) -> Opened:
        shelf = WordingShelf(self._settings.paths("wordings"))
        interview = interview_from(shelf.load("interviews", WORDING))
        guidance = guidance_from(shelf.load("advice", WORDING), interview)
        nowhere = Path(ident)  # nothing is written there
        return Opened(ident, Preparation(nowhere, interview, guidance, answers, is_new=False), kept)


def _title(opened: Opened) -> str:
    return str(opened.preparation.answers.get(Step("matter"), "")) or _UNTITLED


def _document(opened: Opened) -> str:
    preparation = opened.preparation
    answers = entries(preparation.interview, preparation.answers)
    whole = {"groundrules": KIND, "version": VERSION, "answers": answers}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True)
