"""The measures: what of the golds was found, and what was flagged that is none."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.matching.bodies import DRAFT_WORDS
from benchmarks.matching.plagdet import Plagdet, merged, plagdet
from benchmarks.matching.poisson import poisson_interval
from benchmarks.matching.taking import PAIRS_TALK

from groundrules.draft.wording import word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from benchmarks.matching.cases import Gold, Texts, Trial, TrialDraft


class Reported(NamedTuple):
    """A passage of a draft that a system says rests on a statement.

    Attributes:
        start: where it starts in the draft's text, in characters.
        end: where it ends.
        statement: the statement's id.
        confidence: the higher, the surer; of any scale.
    """

    start: int
    end: int
    statement: str
    confidence: float


class Recall(NamedTuple):
    """How many passages of a class were found.

    Attributes:
        right: with the statement that they come from, or one that has the very same words.
        flagged: with any statement.
        cases: how many there are.
    """

    right: int
    flagged: int
    cases: int

    @property
    def share(self) -> float:
        """Return the share found with the right statement."""
        return self.right / self.cases if self.cases else 0.0

    @property
    def share_flagged(self) -> float:
        """Return the share flagged at all."""
        return self.flagged / self.cases if self.cases else 0.0

    def __or__(self, other: Recall) -> Recall:
        """Return both together."""
        return Recall(*(one + two for one, two in zip(self, other, strict=True)))


class FalseAlarms(NamedTuple):
    """Passages flagged in null drafts, as resting on something that was said.

    The sentences of the pairs are left out: nobody said them, they are from the news, and so are
    the null drafts, in which the news repeats itself (`The margin of sampling error is ...`). Only
    where an archive is measured are they counted, too, since that is what an archive is for.

    Attributes:
        passages: those that overlap count as one.
        words: of the null drafts.
        per_draft: passages per 1,500 words.
        low: the lower end of its 95 % interval.
        high: the upper one.
    """

    passages: int
    words: int
    per_draft: float
    low: float
    high: float


class Scores(NamedTuple):
    """What a system is worth on a trial.

    Attributes:
        recall: by class, and by class with `, quoted` or `, plain` behind it.
        near: likewise for pairs that do not mean the same; there is no right or wrong in them.
        draft_side: PAN's measures, whatever the statement; detections that overlap are merged. What
            begins in one statement and goes on in the next is two cases, as PAN has it.
        with_statement: PAN's measures where a detection counts only with the right statement.
    """

    recall: dict[str, Recall]
    near: dict[str, Recall]
    false_alarms: FalseAlarms
    draft_side: Plagdet
    with_statement: Plagdet


def score(trial: Trial, found: Mapping[str, Sequence[Reported]]) -> Scores:
    """Return what was found of a trial's golds.

    Args:
        trial: the cases.
        found: what was reported for each draft, by its name.
    """
    texts = trial.texts
    telling = [draft for draft in trial.drafts if not draft.near]
    return Scores(
        recall(telling, found, texts),
        recall([draft for draft in trial.drafts if draft.near], found, texts),
        false_alarms(trial.drafts, found),
        plagdet((_spans(draft.golds), _flags(found.get(draft.name, ()))) for draft in telling),
        plagdet(
            (_spans(draft.golds), _told(draft.golds, found.get(draft.name, ()), texts))
            for draft in telling
        ),
    )


def recall(
    drafts: Iterable[TrialDraft], found: Mapping[str, Sequence[Reported]], texts: Texts
) -> dict[str, Recall]:
    """Return how many passages of each class were found in some drafts."""
    counted: defaultdict[str, Recall] = defaultdict(lambda: Recall(0, 0, 0))
    for draft in drafts:
        for gold in draft.golds:
            here = [one for one in found.get(draft.name, ()) if overlap(one, gold)]
            one = Recall(any(right(each, gold, texts) for each in here), bool(here), 1)
            for name in (gold.kind, f"{gold.kind}, {'quoted' if gold.quoted else 'plain'}"):
                counted[name] |= one
    return dict(sorted(counted.items()))


def overlap(one: Reported, gold: Gold) -> bool:
    """Tell whether something reported shares a character with a passage."""
    return one.start < gold.end and gold.start < one.end


def right(one: Reported, gold: Gold, texts: Texts) -> bool:
    """Tell whether the statement is the right one, or has all the words that were taken."""
    if one.statement in gold.statements:
        return True
    taken = " ".join(word_list(gold.taken))
    return f" {taken} " in f" {' '.join(word_list(texts[one.statement]))} "


def false_alarms(
    drafts: Sequence[TrialDraft],
    found: Mapping[str, Sequence[Reported]],
    *,
    news_too: bool = False,
) -> FalseAlarms:
    """Return what was flagged in the null drafts.

    Args:
        drafts: all of a trial.
        found: what was reported for each draft, by its name.
        news_too: what names a sentence of the pairs is counted, too.
    """
    nulls = [draft for draft in drafts if not draft.golds]
    passages = sum(
        len(_flags(one for one in found.get(draft.name, ()) if news_too or _was_said(one)))
        for draft in nulls
    )
    words = sum(len(word_list(draft.text)) for draft in nulls)
    scale = DRAFT_WORDS / words if words else 0.0
    low, high = poisson_interval(passages)
    return FalseAlarms(passages, words, passages * scale, low * scale, high * scale)


def _was_said(one: Reported) -> bool:
    return not one.statement.startswith(f"{PAIRS_TALK}#")


def threshold(
    trial: Trial, found: Mapping[str, Sequence[Reported]], budget: float
) -> tuple[float, dict[str, list[Reported]]]:
    """Return the lowest confidence that keeps to a budget of false alarms, and what is left.

    Args:
        trial: the cases.
        found: what was reported, as loosely as can be.
        budget: the most false alarms per 1,500 null words.

    Returns:
        the threshold, and what was reported with a confidence above it.
    """
    nulls = [draft for draft in trial.drafts if not draft.golds]
    seen = sorted({one.confidence for draft in nulls for one in found.get(draft.name, ())})
    low, high = 0, len(seen)
    while low < high:
        middle = (low + high) // 2
        kept = above(found, seen[middle - 1] if middle else float("-inf"))
        if false_alarms(nulls, kept).per_draft <= budget:
            high = middle
        else:
            low = middle + 1
    bar = seen[low - 1] if low else float("-inf")
    return bar, above(found, bar)


def above(found: Mapping[str, Sequence[Reported]], bar: float) -> dict[str, list[Reported]]:
    """Return what was reported with a confidence above a bar."""
    return {
        name: [one for one in reported if one.confidence > bar] for name, reported in found.items()
    }


def quantile(numbers: Sequence[float], share: float) -> float:
    """Return the number below which a share of the numbers lies; the nearest that there is."""
    return sorted(numbers)[min(len(numbers) - 1, int(share * len(numbers)))]


def _spans(golds: Iterable[Gold]) -> list[tuple[int, int]]:
    return [span for gold in golds for span in gold.spans]


def _flags(reported: Iterable[Reported]) -> list[tuple[int, int]]:
    return merged((one.start, one.end) for one in reported)


def _told(
    golds: Sequence[Gold], reported: Iterable[Reported], texts: Texts
) -> list[tuple[int, int]]:
    """Return the merged spans of what has the right statement, and apart those that have not.

    What has a wrong statement lies beside every case here, so that it takes from precision only;
    where the right statement is reported for the same characters, it is not held against it.
    """
    good: list[tuple[int, int]] = []
    bad: list[tuple[int, int]] = []
    for one in reported:
        met = any(overlap(one, gold) and right(one, gold, texts) for gold in golds)
        (good if met else bad).append((one.start, one.end))
    good, bad = merged(good), merged(bad)
    apart = [span for span in bad if not any(_meet(span, other) for other in good)]
    return [*good, *((-end - 1, -start - 1) for start, end in apart)]


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
