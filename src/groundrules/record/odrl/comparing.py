"""What an export says against what its terms would have been written as: nothing is skipped.

Reading takes from an export what it understands. Held against the same terms written anew, every
property, rule and party that the reading did not take shows as a difference, with its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.odrl.node import ROOT, below
from groundrules.record.odrl.writer import CONTEXT_KEY, GRAPH_KEY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from groundrules.record.odrl.node import Faults

_EXPORT_ANEW = "have it exported anew; docs/reference/odrl.md has the profile"
_MOST_PAIRS = 10_000


def compare(faults: Faults, actual: Mapping[str, object], written: Mapping[str, object]) -> None:
    """Note every difference between an export and what would have been written."""
    for key in actual:
        if key not in (CONTEXT_KEY, GRAPH_KEY):
            faults.add(below(ROOT, key), "the profile has no such property here", _EXPORT_ANEW)
    place = below(ROOT, GRAPH_KEY)
    by_name = {_name(node): node for node in _listed(written[GRAPH_KEY])}
    seen = set()
    for at, node in enumerate(_listed(actual[GRAPH_KEY])):
        name = _name(node)
        if name in seen or name not in by_name:
            faults.add(f"{place}[{at}]", "nothing here calls for it, or it is twice", _EXPORT_ANEW)
        else:
            _differences(faults, f"{place}[{at}]", node, by_name[name])
        seen.add(name)
    for name in by_name:
        if name not in seen:
            faults.add(place, "something is missing that a policy here names", _EXPORT_ANEW)


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else []


def _name(node: object) -> str:
    name = node.get("uid") if isinstance(node, dict) else None
    return name if isinstance(name, str) else ""


def _differences(faults: Faults, place: str, actual: object, written: object) -> None:
    if isinstance(actual, dict) and isinstance(written, dict):
        _of_objects(faults, place, actual, written)
    elif isinstance(actual, list) and isinstance(written, list):
        _of_lists(faults, place, actual, written)
    elif actual != written or isinstance(actual, bool) is not isinstance(written, bool):
        faults.add(place, "it is not what the rest of this policy comes to", _EXPORT_ANEW)


def _of_objects(
    faults: Faults, place: str, actual: Mapping[str, object], written: Mapping[str, object]
) -> None:
    for key in written:
        if key not in actual:
            faults.add(below(place, key), "it is missing", _EXPORT_ANEW)
    for key, value in actual.items():
        if key in written:
            _differences(faults, below(place, key), value, written[key])
        else:
            faults.add(below(place, key), "the profile has no such property here", _EXPORT_ANEW)


def _of_lists(
    faults: Faults, place: str, actual: Sequence[object], written: Sequence[object]
) -> None:
    """Compare lists: what stands in both is no difference, in whatever order it stands."""
    left, missing = _unpaired(enumerate(actual), list(written))
    for (at, value), expected in zip(left, missing, strict=False):
        _differences(faults, f"{place}[{at}]", value, expected)
    for at, _ in left[len(missing) :]:
        faults.add(f"{place}[{at}]", "the profile has nothing of the kind here", _EXPORT_ANEW)
    if len(missing) > len(left):
        faults.add(place, "something is missing that the rest calls for", _EXPORT_ANEW)


def _unpaired(
    actual: Iterable[tuple[int, object]], written: list[object]
) -> tuple[list[tuple[int, object]], list[object]]:
    left = list(actual)
    if len(left) * len(written) > _MOST_PAIRS:
        return left, written
    kept = []
    for at, value in left:
        if value in written:
            written.remove(value)
        else:
            kept.append((at, value))
    return kept, written
