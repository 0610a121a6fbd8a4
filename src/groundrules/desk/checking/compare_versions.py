"""Comparing two versions of a draft: what was changed, and which promises that broke or mended.

Both are held against the record as it is now, so that what differs is the draft's doing.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.checking.drafts_kept import check_kept, draft
from groundrules.desk.checking.shown_findings import ShownFinding, shown_check
from groundrules.reporters.run_comparison import compared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.desk.checking.check_text import TextChecker
    from groundrules.desk.checking.serve_editor import Checkup
    from groundrules.reporters.run_comparison import Found

_WORD = re.compile(r"\s+|\S+")
_ALIKE = 0.6
"""How much of two paragraphs is the same if the one was made of the other, 0 to 1."""

_AUTOMATIC = False
"""Whether what stands in a text often is left out of account; words are not rare by being so."""


class Run(NamedTuple):
    """A run of words: `same`, `gone` or `new`."""

    what: str
    text: str

    def __repr__(self) -> str:
        """Show no word of it."""
        return f"Run({self.what})"


class Passage(NamedTuple):
    """A paragraph that was changed, with what was done to it, or that is as it was.

    Attributes:
        changed: whether anything in it is not as it was.
        runs: in order.
    """

    changed: bool
    runs: tuple[Run, ...]


class VersionsCompared(NamedTuple):
    """What became of a draft between two versions.

    Attributes:
        passages: its paragraphs, in order.
        broken: the findings that only the later version has.
        mended: those that only the earlier one has.
        kept: how many both have.
    """

    passages: tuple[Passage, ...]
    broken: tuple[ShownFinding, ...]
    mended: tuple[ShownFinding, ...]
    kept: int


def compare_versions(checker: TextChecker, ident: str, before: int, after: int) -> VersionsCompared:
    """Return what became of a draft between two of its versions.

    Args:
        checker: of the vault in which it is kept.
        ident: the paper's id.
        before: the number of the one version.
        after: that of the other.

    Raises:
        BadInput: there is no such draft or version, or it cannot be checked.
    """
    earlier, later = (draft(checker.vault, ident, number) for number in (before, after))
    checked = [check_kept(checker, one) for one in (earlier, later)]
    first, second = ([one.examination] if one.examination else [] for one in checked)
    comparison = compared(first, second)
    return VersionsCompared(
        tuple(passages(earlier.draft.text, later.draft.text)),
        _shown(checker, checked[1], comparison.new),
        _shown(checker, checked[0], comparison.mended),
        comparison.kept,
    )


def passages(before: str, after: str) -> Iterator[Passage]:
    """Yield the paragraphs of two texts, and of those that differ which words went and came."""
    ours, theirs = (text.splitlines() for text in (before, after))
    matcher = difflib.SequenceMatcher(None, ours, theirs, _AUTOMATIC)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield from (Passage(False, (Run("same", line),)) for line in ours[i:j] if line.strip())  # noqa: FBT003 - its only truth value
        elif tag == "replace" and j - i == m - k:
            for pair in zip(ours[i:j], theirs[k:m], strict=True):
                yield from _reworded(*pair)
        else:
            yield from (_whole("gone", line) for line in ours[i:j] if line.strip())
            yield from (_whole("new", line) for line in theirs[k:m] if line.strip())


def _whole(what: str, line: str) -> Passage:
    return Passage(changed=True, runs=(Run(what, line),))


def _reworded(before: str, after: str) -> Iterator[Passage]:
    """Yield a paragraph with what was done to it; where little of it is left, both of them."""
    ours, theirs = (_WORD.findall(line) for line in (before, after))
    matcher = difflib.SequenceMatcher(None, ours, theirs, _AUTOMATIC)
    if matcher.ratio() < _ALIKE:
        yield from (_whole(*one) for one in (("gone", before), ("new", after)) if one[1].strip())
        return
    runs: list[Run] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            runs.append(Run("same", "".join(ours[i:j])))
            continue
        runs += [Run("gone", "".join(ours[i:j]))] if j > i else []
        runs += [Run("new", "".join(theirs[k:m]))] if m > k else []
    yield Passage(changed=True, runs=tuple(runs))


def _shown(
    checker: TextChecker, checkup: Checkup, found: Sequence[Found]
) -> tuple[ShownFinding, ...]:
    if checkup.examination is None:
        return ()
    only = checkup.examination._replace(findings=tuple(one.finding for one in found))
    return shown_check(checker, checkup._replace(examination=only), {}).findings
