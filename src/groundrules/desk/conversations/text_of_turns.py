"""The lines of a record's own text that belong to each turn: where acts and words are put in.

As everywhere in a record's own text, comments, blanks and line ends stay as they were typed, and
what comes of a change is read again as the proof that nothing else has changed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.record.notation import parse, part_text
from groundrules.record.notation.act_text import act_text
from groundrules.record.notation.faults import Faults
from groundrules.record.notation.head import read_head
from groundrules.record.notation.own_text import proved, split
from groundrules.record.notation.turns import read_talk
from groundrules.record.notation.verbs import ACT_MARK, PROPOSED_MARK, UNKNOWN_SPEAKER
from groundrules.record.notation.words import first_line, next_line
from groundrules.record.transcript import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.record.facts import Fact
    from groundrules.record.transcript import Conversation, Turn

_TIMES = re.compile(r"(\[[^\]]*\]\s*)?")
_INDENT = "  "


def with_act(text: str, conversation: Conversation, fact: Fact, path: str = "-") -> str:
    """Return a record's text with one more act below the turn in which it was done.

    Args:
        text: the whole text, as `parse` reads it.
        conversation: what `parse` makes of the text.
        fact: its place is the last part of a turn; see `end_of_turn`.
        path: of the record, for the faults.

    Raises:
        BadInput: the act has no form in the notation.
    """
    lines = split(text)
    turn = conversation.turns[fact.at.turn - 1]
    begin, behind = _spans(text)[fact.at.turn - 1]
    last = max(n for n in range(begin, behind) if not _is_passed_over(lines[n]))
    end = "\r\n" if lines[last].endswith("\r\n") else "\n"
    if not lines[last].endswith("\n"):
        lines[last] += end
    lines.insert(last + 1, f"{_INDENT}{act_text(fact, turn.speaker)}{end}")
    facts = list(conversation.facts)
    facts.insert(sum(one.at <= fact.at for one in facts), fact)
    expected = conversation._replace(facts=tuple(facts))
    return proved("".join(lines), expected, "the act", path)


def end_of_turn(turn: Turn) -> Place:
    """Return the place of an act that was done with a whole turn."""
    return Place(turn.number, len(turn.parts))


class Mended(NamedTuple):
    """A turn as it was.

    Attributes:
        number: which turn.
        words: of each of its parts.
        speaker: a party's id; "" where it cannot be told who spoke.
    """

    number: int
    words: tuple[str, ...]
    speaker: str

    def __repr__(self) -> str:
        """Show no word of it."""
        return f"Mended({self.number})"


def with_words(text: str, conversation: Conversation, mended: Mended, path: str = "-") -> str:
    """Return a record's text with other words, or another speaker, of one turn.

    What the one who spoke has done about the terms in this turn is done by the other one then.

    Args:
        text: the whole text, as `parse` reads it.
        conversation: what `parse` makes of the text.
        mended: the turn, which must be there.
        path: of the record, for the faults.

    Raises:
        BadInput: the words of a part would be gone, or something else would change with them.
    """
    number, speaker = mended.number, mended.speaker
    turn = conversation.turns[number - 1]
    parts = tuple(map(part_text, mended.words))
    _refuse_gaps(turn, parts, path)
    lines, (begin, behind) = split(text), _spans(text)[number - 1]
    ids = {party.id for party in conversation.parties} | {UNKNOWN_SPEAKER}
    made = "".join(_rewritten(lines[begin:behind], parts, speaker or UNKNOWN_SPEAKER, ids))
    after = "".join((*lines[:begin], made, *lines[behind:]))
    return _proved(after, conversation, turn._replace(parts=parts, speaker=speaker), path)


def _refuse_gaps(turn: Turn, parts: Sequence[str], path: str) -> None:
    if len(parts) != len(turn.parts) or any(
        was and not now for was, now in zip(turn.parts, parts, strict=True)
    ):
        message = "words that were said are mended here, and not deleted"
        raise BadInput(Fault(path, message, "write what was said, or mark it as unclear"))


def _rewritten(
    lines: Sequence[str], parts: Sequence[str], speaker: str, ids: set[str]
) -> Iterator[str]:
    """Yield the lines of a turn with the words of its parts; acts and comments stay in between."""
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    first, *more = parts[0].split("\n")
    yield f"{_TIMES.match(lines[0])[0]}{speaker}: {first_line(first)}".rstrip() + end  # type: ignore[index]
    yield from (f"{_INDENT}{next_line(one, ids)}{end}" for one in more)
    part, is_cut, is_begun = 0, False, True
    for line in lines[1:]:
        if _is_passed_over(line) or _is_act(line):
            is_cut = is_cut or _is_act(line)
            yield line
            continue
        if is_cut:
            part, is_cut, is_begun = part + 1, False, False
        if not is_begun:
            is_begun = True
            yield from (f"{_INDENT}{next_line(one, ids)}{end}" for one in parts[part].split("\n"))


def _proved(text: str, before: Conversation, turn: Turn, path: str) -> str:
    """Return a text that holds the changed turn, the acts of whoever speaks in it, and the rest."""
    after = parse(text, path)
    was = before.turns[turn.number - 1].speaker
    turns = (*before.turns[: turn.number - 1], turn, *before.turns[turn.number :])
    same_facts = _same(before.facts, after.facts, turn, was)
    same_proposals = _same(before.proposals, after.proposals, turn, was)
    rest = before._replace(turns=turns, facts=after.facts, proposals=after.proposals)
    if rest != after or not (same_facts and same_proposals):
        message = "the words have no form in the notation"
        raise BadInput(Fault(path, message, "see the reference of the notation"))
    return text


def _same(before: Sequence[Fact], after: Sequence[Fact], turn: Turn, was: str) -> bool:
    def moved(fact: Fact) -> Fact:
        is_theirs = fact.at.turn == turn.number and fact.by == was
        return fact._replace(by=turn.speaker) if is_theirs else fact

    return [moved(one) for one in before] == [moved(one) for one in after]


def _spans(text: str) -> list[tuple[int, int]]:
    """Return for each turn its first line and the one behind its last, counted from 0."""
    unused = Faults("-")
    bare = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    head = read_head(bare, unused)
    end = min(read_talk(bare, head, unused).lines, len(split(text)))
    begins = [n for n in range(head.lines, end) if bare[n] and _is_at_margin(bare[n])]
    return list(zip(begins, [*begins[1:], end], strict=True))


def _is_at_margin(line: str) -> bool:
    return not (line[0] == "#" or line[0].isspace())


def _is_passed_over(line: str) -> bool:
    return not line.strip() or line.startswith("#")


def _is_act(line: str) -> bool:
    return line.strip().startswith((ACT_MARK, PROPOSED_MARK))
