"""The archive: what it is worth that words weigh less which the outlet has printed itself.

The archive is made of the texts of the other side, which the drafts are not made of: other articles
of the same newspapers, where such were given. The likelihoods were fitted on drafts of those texts,
but nothing that is reported comes from them. A text that is another version of a draft's is left
out, since a draft is not in the archive when it is checked.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.matching import measures, speed
from benchmarks.matching.sides import side_of
from benchmarks.matching.systems.own import SECRET, OwnWithArchive
from benchmarks.matching.tables import columns, of_alarms, of_scores

from groundrules.desk.indexing.archive import bring_up_to_date
from groundrules.desk.indexing.folder import IndexFolder
from groundrules.desk.setup.project_folder import ARCHIVE, FOLDER
from groundrules.draft.wording import word_list
from groundrules.errors import BadInput
from groundrules.matching.index.indexed import IndexedLedger

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from benchmarks.matching.cases import Trial
    from benchmarks.matching.measures import FalseAlarms, Scores
    from benchmarks.matching.sides import Side
    from benchmarks.matching.speed import Searched
    from benchmarks.matching.systems.own import Own

_RUN = 8
"""Words that two texts seldom have in the same order by chance."""

_ANOTHER_VERSION = 0.2
"""The share of its runs that a text has in common with the drafts' if it is one of them, edited.
Quotations of the same people make up less than a tenth."""


class Archived(NamedTuple):
    """What is in an archive, and what it took to index it.

    Attributes:
        texts: that were indexed.
        versions: that were left out as other versions of what drafts are made of.
        unread: that the product refused to read.
        paragraphs: of the texts; each is a statement to the index.
        seconds: to read and index them, as `groundrules index build --archive` does.
        bytes: on disk.
    """

    texts: int
    versions: int
    unread: int
    paragraphs: int
    seconds: float
    bytes: int


class Checked(NamedTuple):
    """What is found in the drafts of a trial, with an archive or without.

    Attributes:
        news_too: the false alarms with those that name a sentence of the pairs. These are from the
            news, as the null drafts are: what the news repeats is public, and an archive knows it.
    """

    searched: Searched
    scores: Scores
    news_too: FalseAlarms


class Worth(NamedTuple):
    """What an archive is worth: the same drafts without it and with it, searched in turn.

    Attributes:
        even: what is found without it above the lowest confidence that leaves no more false alarms
            than there are with it. Any bar that is set higher takes false alarms and passages; an
            archive is worth what it leaves beyond. The bar is chosen on the null drafts themselves,
            which flatters it.
    """

    archived: Archived
    without: Checked
    even: Checked
    having: Checked


def worth(own: Own, texts: dict[str, str], trial: Trial, folder: Path) -> Worth | None:
    """Return what an archive is worth to the drafts of a trial.

    Args:
        own: the index of the trial's ledger.
        texts: all published texts, of both sides.
        trial: the drafts.
        folder: where to write the archive; it is made.

    Returns:
        both; None where the other side has no text.
    """
    others = {name: text for name, text in texts.items() if side_of(name) is not trial.side}
    kept = not_versions(others, texts_of(texts, trial.side))
    if not kept:
        return None
    archive, seconds = indexed(kept, folder)
    read = len(archive.talks())
    versions, unread = len(others) - len(kept), len(kept) - read
    archived = Archived(read, versions, unread, archive.size, seconds, archive.bytes)
    having = OwnWithArchive(own, archive)
    searched = speed.search_in_turn([own, having], trial.drafts, float("inf"))
    archive.close()
    return weighed(trial, archived, searched[own.name], searched[having.name])


def weighed(trial: Trial, archived: Archived, without: Searched, having: Searched) -> Worth:
    """Return what an archive is worth, from what was found without it and with it."""
    few = measures.false_alarms(trial.drafts, having.found).per_draft
    _, kept = measures.threshold(trial, without.found, few)
    even = _checked(trial, without._replace(found=kept))
    return Worth(archived, _checked(trial, without), even, _checked(trial, having))


def texts_of(texts: dict[str, str], side: Side) -> list[str]:
    """Return the texts of a side."""
    return [text for name, text in texts.items() if side_of(name) is side]


def not_versions(texts: dict[str, str], drafts: Iterable[str]) -> dict[str, str]:
    """Return the texts that are no other version of a text that drafts are made of."""
    printed = {run for text in drafts for run in _runs(text)}
    return {
        name: text
        for name, text in texts.items()
        if len(printed & (runs := _runs(text))) <= _ANOTHER_VERSION * len(runs)
    }


def _runs(text: str) -> set[tuple[str, ...]]:
    words = word_list(text)
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def indexed(texts: dict[str, str], folder: Path) -> tuple[IndexedLedger, float]:
    """Return the index of an archive, built as the product does, and the seconds that it took.

    A text that the product refuses is told and left out, as the product leaves it out.
    """
    published = folder / "published"
    published.mkdir(parents=True)
    for name, text in texts.items():
        (published / name).write_text(text, "utf-8")
    place = IndexFolder(folder / FOLDER / ARCHIVE, SECRET)
    began = time.perf_counter()
    try:
        bring_up_to_date(place, str(published), lambda _done, _all: None)
    except BadInput as refusal:
        speed.say(f"not in the archive: {refusal}")
    seconds = time.perf_counter() - began
    return IndexedLedger.open(place.ledger, SECRET), seconds


def _checked(trial: Trial, searched: Searched) -> Checked:
    scores = measures.score(trial, searched.found)
    news_too = measures.false_alarms(trial.drafts, searched.found, news_too=True)
    return Checked(searched, scores, news_too)


def of_worth(worth: Worth) -> str:
    """Return what an archive is worth as tables."""
    checked = {
        "without": worth.without,
        "without, as few false alarms": worth.even,
        "with an archive": worth.having,
    }
    more = [
        [
            "false alarms, the news' sentences too",
            *(of_alarms(one.news_too) for one in checked.values()),
        ],
        ["a draft of 1,500 words, ms", *(f"{one.searched.usual:.1f}" for one in checked.values())],
        ["a draft, p50, ms", *(f"{one.searched.p50:.1f}" for one in checked.values())],
    ]
    scores = {name: one.scores for name, one in checked.items()}
    return f"{_of_archived(worth.archived)}\n{_MEANT}\n{of_scores(scores, more)}"


_MEANT = """\
`without, as few false alarms` is without an archive, above a bar that leaves no more false alarms
than the archive does; it is chosen on these very null drafts, which flatters it. An outlet's own
archive is far larger: it knows more phrases, and takes more away.
"""


def _of_archived(made: Archived) -> str:
    rows = [
        ("texts", f"{made.texts:,}"),
        ("left out as other versions of the drafts", str(made.versions)),
        ("refused by the product", str(made.unread)),
        ("paragraphs", f"{made.paragraphs:,}"),
        ("bytes per paragraph", f"{made.bytes / max(1, made.paragraphs):.0f}"),
        ("build, seconds", f"{made.seconds:.1f}"),
    ]
    return columns("what an archive is worth: published texts of the other side", ["", ""], rows)
