"""The tables: figures in plain columns, as they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from benchmarks.matching.measures import FalseAlarms, Recall, Scores
    from benchmarks.matching.plagdet import Plagdet


_RECALL = "recall (right statement / flagged at all / cases)"


def columns(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table: the first column to the left, the others to the right."""
    table = [tuple(head), *map(tuple, rows)]
    widths = [max(len(row[at]) for row in table) for at in range(len(head))]
    lines = ["  ".join(_cells(row, widths)).rstrip() for row in table]
    return "\n".join([title, *lines, ""])


def _cells(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    first, *rest = zip(row, widths, strict=True)
    return [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]


def of_scores(scores: Mapping[str, Scores], more: Iterable[Sequence[str]] = ()) -> str:
    """Return what each of some systems found: recall by class, false alarms and plagdet.

    Args:
        scores: by system.
        more: further rows, with a cell for each system behind the first.
    """
    systems = list(scores.values())
    near = _telling([one.near for one in systems])
    rows = [
        *_recall_rows(systems),
        *(
            [f"{name}, not the same", *_recalls([one.near.get(name) for one in systems])]
            for name in near
        ),
        ["false alarms per 1,500 words", *(of_alarms(one.false_alarms) for one in systems)],
        ["plagdet, draft side", *(_plagdet(one.draft_side) for one in systems)],
        ["plagdet, right statement", *(_plagdet(one.with_statement) for one in systems)],
        *more,
    ]
    return columns(_RECALL, ["", *scores], rows)


def of_recalls(scores: Mapping[str, Scores]) -> str:
    """Return what each of some systems found: recall by class alone."""
    return columns(_RECALL, ["", *scores], _recall_rows(list(scores.values())))


def _recall_rows(systems: Sequence[Scores]) -> list[list[str]]:
    names = _telling([one.recall for one in systems])
    return [[name, *_recalls([one.recall.get(name) for one in systems])] for name in names]


def _telling(recalls: Sequence[Mapping[str, Recall]]) -> list[str]:
    """Return the classes; with those within quotation marks apart only where some are not."""
    names = dict.fromkeys(name for one in recalls for name in one)
    bare = {name.removesuffix(", quoted") for name in names if name.endswith(", quoted")}
    return [name for name in names if not name.endswith(", plain") or name[:-7] in bare]


def _recalls(found: Iterable[Recall | None]) -> list[str]:
    return [
        f"{one.share:.3f} / {one.share_flagged:.3f} / {one.cases}" if one else "-" for one in found
    ]


def of_alarms(alarms: FalseAlarms) -> str:
    """Return false alarms as a cell: how many per 1,500 words, and their interval."""
    return f"{alarms.per_draft:.3f} [{alarms.low:.3f}-{alarms.high:.3f}]"


def _plagdet(one: Plagdet) -> str:
    return f"{one.score:.3f} (p {one.precision:.3f}, r {one.recall:.3f}, g {one.granularity:.2f})"
