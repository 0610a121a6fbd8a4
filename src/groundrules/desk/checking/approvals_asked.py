"""Approvals of quotations: what somebody was asked to approve, and what came of it.

A request is a paper of the vault. Where it is granted, that becomes a fact in the record, by which
the rules go; a refusal is the paper's alone, since it changes no terms.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.checking.decide_use import approve_quotation
from groundrules.desk.vaults import papers
from groundrules.errors import BadInput, Fault
from groundrules.vault.keeper.shapes import plain, rebuilt

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.vault.paper_answers import Paper

KIND = "approval"

_SHAPE = 1


class State(StrEnum):
    """How far a request is."""

    ASKED = "asked"
    APPROVED = "approved"
    DECLINED = "declined"


class Approval(NamedTuple):
    """A request to approve a quotation.

    Attributes:
        draft: the id of the draft's paper.
        stream: of the conversation in which it was said.
        turn: in which.
        quotation: the words as the draft has them.
        whom: who is asked: a code name, or words.
        due: the day by which an answer is needed, YYYY-MM-DD; "" for none.
        state: how far it is.
        answer: what was said to it.
        answered: when, ISO 8601.
    """

    draft: str
    stream: str
    turn: int
    quotation: str
    whom: str
    due: str = ""
    state: State = State.ASKED
    answer: str = ""
    answered: str = ""

    def __repr__(self) -> str:
        """Show how far it is."""
        return f"Approval({self.state})"

    def is_late(self, today: date) -> bool:
        """Tell whether an answer was due before a day, and is not there."""
        return self.state is State.ASKED and bool(self.due) and self.due < today.isoformat()


class KeptApproval(NamedTuple):
    """A request, with the paper that holds it."""

    paper: Paper
    approval: Approval


def ask_approval(vault: Path, title: str, approval: Approval, readers: str) -> KeptApproval:
    """Keep that an approval was asked for.

    Args:
        vault: its folder.
        title: what it is called in lists; no word of the quotation.
        approval: what is asked.
        readers: `house` or `self`, as the draft's.

    Raises:
        BadInput: there is no quotation, or nobody who is asked, or it cannot be kept.
    """
    if not approval.quotation.strip() or not approval.whom.strip():
        message = "a request names a quotation and whoever is asked to approve it"
        raise BadInput(Fault("quotation", message, "say which words, and who is asked"))
    kept = papers.begin_paper(vault, KIND, title, _document(approval), readers)
    return KeptApproval(kept, approval)


def approvals(vault: Path, draft: str = "") -> list[KeptApproval]:
    """Return the requests that one may read, those that wait first.

    Args:
        vault: its folder.
        draft: the id of the draft that they are about; "" for all.
    """
    every = [approval_of(vault, one.id) for one in papers.papers(vault, KIND)]
    wanted = [one for one in every if draft in {"", one.approval.draft}]
    return sorted(wanted, key=_order)


def approval_of(vault: Path, ident: str) -> KeptApproval:
    """Return one request.

    Raises:
        BadInput: there is none, or one may not read it.
    """
    found = papers.paper(vault, ident)
    if found.paper.kind != KIND:
        message = "this paper is no request for an approval"
        raise BadInput(Fault(str(vault), message, "look for it where papers of its kind are"))
    approval: Approval = rebuilt(Approval, json.loads(found.document)["approval"])
    return KeptApproval(found.paper, approval)


def answer_approval(vault: Path, ident: str, state: State, answer: str, path: str) -> KeptApproval:
    """Keep what came of a request; that it was granted is put into the record first.

    Args:
        vault: its folder.
        ident: the request's id.
        state: `APPROVED` or `DECLINED`.
        answer: the words of the answer.
        path: of the record in which the quotation was said.

    Raises:
        BadInput: it was answered before, there are no words, or the record cannot be written.
    """
    kept = approval_of(vault, ident)
    if kept.approval.state is not State.ASKED:
        message = f"this was {kept.approval.state.value} already"
        raise BadInput(Fault("approval", message, "ask anew where the answer has changed"))
    if not answer.strip():
        message = "an answer is kept in the words in which it was given"
        raise BadInput(Fault("answer", message, "say what was said"))
    if state is State.APPROVED:
        approve_quotation(path, kept.approval.turn)
    stamp = datetime.now(tz=UTC).astimezone().isoformat(timespec="minutes")
    new = kept.approval._replace(state=state, answer=answer.strip(), answered=stamp)
    paper = papers.amend_paper(vault, ident, kept.paper.version, kept.paper.title, _document(new))
    return KeptApproval(paper, new)


def _order(one: KeptApproval) -> tuple[bool, str, str]:
    return one.approval.state is not State.ASKED, one.approval.due or "9999", one.paper.id


def _document(approval: Approval) -> str:
    return json.dumps({"v": _SHAPE, "approval": plain(approval)}, ensure_ascii=False)
