"""The showing: the passages that were missed and the alarms that were false, to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.matching.measures import overlap, right

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.matching.cases import Trial
    from benchmarks.matching.measures import Reported

_AROUND = 30
"""Characters of a draft shown on each side of a false alarm."""


def missed(trial: Trial, found: Mapping[str, Sequence[Reported]], kind: str = "") -> Iterator[str]:
    """Yield a line for each passage that was not found with the right statement.

    Args:
        trial: the cases.
        found: what was reported for each draft, by its name.
        kind: only passages of this class; of every class where it is "".
    """
    texts = trial.texts
    for draft in trial.drafts:
        for gold in draft.golds:
            here = [one for one in found.get(draft.name, ()) if overlap(one, gold)]
            if kind in {"", gold.kind} and not any(right(one, gold, texts) for one in here):
                said = " / ".join(texts[name] for name in gold.statements)
                words = draft.text[gold.start : gold.end]
                others = ", ".join(one.statement for one in here)
                yield f"{draft.name} [{gold.kind}] {words!r} <- {said!r} {others}".rstrip()


def alarmed(trial: Trial, found: Mapping[str, Sequence[Reported]]) -> Iterator[str]:
    """Yield a line for each passage that was flagged in a null draft, the surest first."""
    texts = trial.texts
    alarms = [
        (one.confidence, draft, one)
        for draft in trial.drafts
        if not draft.golds
        for one in found.get(draft.name, ())
    ]
    for confidence, draft, one in sorted(alarms, key=lambda alarm: -alarm[0]):
        before = draft.text[max(0, one.start - _AROUND) : one.start]
        after = draft.text[one.end : one.end + _AROUND]
        words = f"{before}>>{draft.text[one.start : one.end]}<<{after}"
        yield f"{confidence:.3f} {draft.name} {words!r} <- {texts[one.statement]!r}"
