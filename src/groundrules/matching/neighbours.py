"""The neighbours: a passage that begins in one statement and goes on in the next.

A reporter quotes across a "Mm-hm" as if it had not been there. Each half alone may say too
little; side by side, and from neighbouring turns of one speaker, they say it together.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.transcript import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.matching.judgement import Judge, Judged
    from groundrules.matching.passages import Passages
    from groundrules.matching.weigh import Heard
    from groundrules.record.transcript import Statement

_TURNS = 2
_WORDS_BETWEEN = 2
_WORDS_BEYOND = 12
_MOST_TRIES = 50


class Half(NamedTuple):
    """What a draft has from one place of a statement."""

    statement: Statement
    heard: Heard
    judged: Judged

    @property
    def over(self) -> float:
        """Return by how many bits it passes the bar."""
        return self.judged.bits - self.judged.bar

    @property
    def first(self) -> int:
        """Return the first word of the draft that is shared, numbered as in `plain`."""
        return self.judged.parts[0][0][0]

    @property
    def last(self) -> int:
        """Return the last one."""
        return self.judged.parts[-1][-1][0]


def joined(passages: Passages, judge: Judge, halves: Sequence[Half]) -> Iterator[Half]:
    """Yield the halves that hold only together with their neighbours, judged as one with them."""
    begins: dict[tuple[str, str, int], list[Half]] = {}
    for half in sorted(halves, key=_place):
        key = half.statement.conversation, half.statement.speaker, half.first
        begins.setdefault(key, []).append(half)
    for half in halves:
        for then in islice(_behind(passages, half, begins), _MOST_TRIES):
            if half.judged.holds and then.judged.holds:
                continue
            over = judge.together((half.heard, half.judged), (then.heard, then.judged))
            if over >= 0:
                for one in (half, then):
                    if not one.judged.holds:
                        yield one._replace(
                            judged=one.judged._replace(bits=over, bar=0.0, likelihood=None)
                        )


def _place(half: Half) -> tuple[Place, str]:
    return half.statement.place, half.statement.id


def _behind(
    passages: Passages, half: Half, begins: dict[tuple[str, str, int], list[Half]]
) -> Iterator[Half]:
    """Yield what goes on where a half ends: in the draft, and in what the speaker said next."""
    spoken = half.statement
    latest = Place(spoken.place.turn + _TURNS + 1, 0)
    for first in range(half.last + 1, half.last + 2 + _WORDS_BETWEEN):
        others = begins.get((spoken.conversation, spoken.speaker, first), [])
        if others and passages.quotes[half.last] == passages.quotes[first]:
            start = bisect_right(others, spoken.place, key=lambda one: one.statement.place)
            near = takewhile(lambda one: one.statement.place < latest, others[start:])
            yield from (then for then in near if _meet(half, then))


def _meet(half: Half, then: Half) -> bool:
    """Tell whether the one is near the end of its statement, the other near the beginning."""
    left = len(half.heard.words.plain) - 1 - half.judged.parts[-1][-1][1]
    return max(left, then.judged.parts[0][0][1]) <= _WORDS_BEYOND
