"""Settling a proposal in a record's own text: its line is changed or goes, and no other one.

To accept a proposal is to take the `?` in front of it away, and to reject it to delete its line; as
everywhere in a record's own text, comments, blanks and line ends stay as they were typed. The
result is read again as the proof that it holds what was there and nothing but the decision.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.notation.act_text import act_text
from groundrules.record.notation.faults import Faults
from groundrules.record.notation.head import read_head
from groundrules.record.notation.own_text import proved, split
from groundrules.record.notation.turns import read_talk
from groundrules.record.notation.verbs import ACT_MARK, CUT, PROPOSED_MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.record.facts import Fact
    from groundrules.record.transcript import Conversation

_INDENT = "  "


class Edit(NamedTuple):
    """A change of one line of a text.

    Attributes:
        line: its number, counted from 1.
        before: what stood there with its line end, or "" where nothing did.
        after: what stands there now, or "" where the line is gone.
    """

    line: int
    before: str
    after: str

    def done(self, text: str) -> str:
        """Return a text in which `before` stands, with `after` in its place."""
        return self._put(text, self.before, self.after)

    def undone(self, text: str) -> str:
        """Return the text as it was before."""
        return self._put(text, self.after, self.before)

    def _put(self, text: str, old: str, new: str) -> str:
        lines = split(text)
        here = slice(self.line - 1, self.line - 1 + bool(old))
        assert "".join(lines[here]) == old  # noqa: S101 - edits are undone in the reverse order
        lines[here] = [new]
        return "".join(lines)


class Settled(NamedTuple):
    """A record in which a proposal is settled: its text, what it holds, and what was changed."""

    text: str
    conversation: Conversation
    edit: Edit


def settled(
    text: str, conversation: Conversation, number: int, fact: Fact | None, path: str = "-"
) -> Settled:
    """Return a record in which one proposal is no proposal any more.

    Args:
        text: the whole text, as `parse` reads it.
        conversation: what `parse` makes of the text.
        number: which of its proposals, counted from 1.
        fact: what takes its place at the same place of the talk; None where nothing does.
        path: the file, for the faults.

    Raises:
        BadInput: the fact has no form in the notation, with the line that it would have.
    """
    place = list(_proposed(text))[number - 1]
    edit = Edit(place.line, place.words, _line_after(conversation, place, fact))
    after = edit.done(text)
    expected = _expected(conversation, place, fact)
    return Settled(proved(after, expected, "the act", path), expected, edit)


class _Proposed(NamedTuple):
    """Where a proposal stands in a text.

    Attributes:
        number: which one it is, counted from 1.
        line: the number of its line.
        words: the line, with its end.
        facts: how many facts stand above it.
    """

    number: int
    line: int
    words: str
    facts: int


def _proposed(text: str) -> Iterator[_Proposed]:
    """Yield the proposals of a text without faults."""
    unused = Faults("-")
    bare = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    head = read_head(bare, unused)
    end = read_talk(bare, head, unused).lines
    proposals = facts = 0
    for line, words in enumerate(split(text)[head.lines : end], head.lines + 1):
        act = words.strip() if words[0].isspace() else ""
        if act.startswith(PROPOSED_MARK):
            proposals += 1
            yield _Proposed(proposals, line, words, facts)
        elif act.startswith(ACT_MARK) and act[1:].strip() != CUT:
            facts += 1


def _line_after(conversation: Conversation, place: _Proposed, fact: Fact | None) -> str:
    """Return the line that stands there when the proposal is settled."""
    proposal = conversation.proposals[place.number - 1]
    end = place.words[len(place.words.rstrip()) :].lstrip(" \t")
    if fact == proposal:
        return place.words.replace(PROPOSED_MARK, ACT_MARK, 1)
    if fact:
        margin = place.words[: -len(place.words.lstrip())]
        speaker = conversation.turns[proposal.at.turn - 1].speaker
        return f"{margin}{act_text(fact, speaker)}{end}"
    return f"{_INDENT}{ACT_MARK} {CUT}{end}" if _cuts(conversation, proposal) else ""


def _cuts(conversation: Conversation, proposal: Fact) -> bool:
    """Tell whether the turn would not be cut here if the proposal were gone."""
    acts = [*conversation.facts, *conversation.proposals]
    words_follow = proposal.at.part < len(conversation.turns[proposal.at.turn - 1].parts)
    return words_follow and sum(fact.at == proposal.at for fact in acts) == 1


def _expected(conversation: Conversation, place: _Proposed, fact: Fact | None) -> Conversation:
    others = list(conversation.proposals)
    del others[place.number - 1]
    facts = list(conversation.facts)
    if fact:
        facts.insert(place.facts, fact)
    return conversation._replace(facts=tuple(facts), proposals=tuple(others))
