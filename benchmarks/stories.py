"""How well the check finds what was broken in the invented stories of the tests.

    python benchmarks/stories.py [--list]

The real command checks every story in its own newsroom, at its own instant. For each rule: how
many breaches were marked and met, how many findings were right and false. Hints do not count in the
sum: they are never an error by themselves. Quotations are held against the provenance map. Of the
stories that were kept aside only counts are ever shown; `--list` shows every miss and every false
alarm of the others.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "stories"))

from story_scores import (  # noqa: E402 - likewise
    Finding,
    Rate,
    Verdict,
    judge,
    rates,
    silent,
    together,
)

from stories import SPLITS, Span, Story, stories  # noqa: E402 - the tests' own

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GROUNDRULES = str(Path(sys.executable).with_name("groundrules"))
HINTS = frozenset({"GR105", "GR404", "GR607", "GR608", "GR609"})
"""The rules whose pages say that they only hint."""

SAME_PLACE = 0.8
"""How much of two passages must be common to both for one to be the other."""


class Measured(NamedTuple):
    """A story, and what the check and the provenance map said of it."""

    story: Story
    found: tuple[Finding, ...]
    verdict: Verdict
    quotations: tuple[dict[str, Any], ...]


def main() -> None:
    """Print the figures of both splits, and with --list what went wrong in the first."""
    measured = [_measure(story) for story in stories()]
    for split in SPLITS:
        part = [one for one in measured if one.story.split == split]
        print(f"{split}: {len(part)} stories")
        _print_rules(part)
        _print_near_misses(part)
        _print_beyond(part)
        _print_quotations(part)
    if "--list" in sys.argv[1:]:
        _list_mistakes([one for one in measured if one.story.split == "dev"])


def _measure(story: Story) -> Measured:
    report = _json_of(
        story.newsroom, "check", str(story.path), "--as-of", story.as_of, "--exit-zero"
    )
    found = tuple(Finding(one["code"], _span(one)) for one in report["findings"])
    quotations = _provenance(story.newsroom).get(str(story.path), ())
    return Measured(story, found, judge(story, found), tuple(quotations))


@cache
def _provenance(newsroom: Path) -> dict[str, list[dict[str, Any]]]:
    paths = [str(story.path) for story in stories() if story.newsroom == newsroom]
    of_a_draft: dict[str, list[dict[str, Any]]] = {}
    for one in _json_of(newsroom, "provenance", *paths)["quotations"]:
        of_a_draft.setdefault(one["path"], []).append(one)
    return of_a_draft


def _json_of(newsroom: Path, command: str, *options: str) -> dict[str, Any]:
    call = [GROUNDRULES, command, "--format", "json", *options]
    done = subprocess.run(call, cwd=newsroom, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{newsroom.name}: {done.stderr}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _span(entry: dict[str, Any]) -> Span:
    return Span(entry["start"], entry["end"])


def _print_rules(part: Sequence[Measured]) -> None:
    by_rule = rates(one.verdict for one in part)
    for code, rate in by_rule.items():
        print(f"  {code:14} {_line(rate)}")
    firm = [rate for code, rate in by_rule.items() if code not in HINTS]
    print(f"  {'all but hints':14} {_line(together(firm))}")
    neutral = sum(len(one.verdict.neutral) for one in part)
    print(f"  {neutral} more findings have a case and need not be")


def _line(rate: Rate) -> str:
    return (
        f"P {rate.precision:.3f} R {rate.recall:.3f}"
        f"  ({rate.met} of {rate.marked} met, {rate.right} right, {rate.false} false)"
    )


def _print_near_misses(part: Sequence[Measured]) -> None:
    marked = sum(len(one.story.near_misses) for one in part)
    kept = sum(silent(one.story, one.found) for one in part)
    print(f"  near misses: silent at {kept} of {marked}")


def _print_beyond(part: Sequence[Measured]) -> None:
    marked, seen = Counter[str](), Counter[str]()
    for one in part:
        for mark in one.story.beyond:
            marked[mark.kind] += 1
            seen[mark.kind] += any(mark.span.meets(finding.span) for finding in one.found)
    kinds = ", ".join(f"{kind} {seen[kind]} of {marked[kind]}" for kind in sorted(marked))
    print(f"  breaches that no rule names, with some finding at them: {kinds}")


def _print_quotations(part: Sequence[Measured]) -> None:
    direct = [(one, mark) for one in part for mark in one.story.quotations if not mark.indirect]
    places = [_at(mark.span, one.quotations) for one, mark in direct]
    tied = sum(
        place is not None and (mark.record, mark.turn) == _origin(place)
        for (_, mark), place in zip(direct, places, strict=True)
    )
    seen = sum(place is not None for place in places)
    counts = f"{seen} of {len(direct)} seen, {tied} tied to the right turn, or rightly to none"
    print(f"  direct quotations: {counts}")


def _at(span: Span, quotations: Iterable[dict[str, Any]]) -> dict[str, Any] | None:
    return next((one for one in quotations if _is_same(span, _span(one))), None)


def _is_same(one: Span, other: Span) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common >= SAME_PLACE * (max(one.end, other.end) - min(one.start, other.start))


def _origin(quotation: dict[str, Any]) -> tuple[str, int]:
    origins = quotation["origins"]
    return (origins[0]["conversation"], origins[0]["turn"]) if origins else ("", 0)


def _list_mistakes(part: Sequence[Measured]) -> None:
    for story, _, verdict, _ in part:
        for mark in verdict.missed:
            print(f"missed {mark.rule} {_where(story, mark.span)}")
        for finding in verdict.false:
            print(f"false  {finding.rule} {_where(story, finding.span)}")


def _where(story: Story, span: Span) -> str:
    phrase = " ".join(story.text[span.start : span.end].split())
    return f"{story.newsroom.name}/{story.path.name}: {phrase}"


if __name__ == "__main__":
    main()
