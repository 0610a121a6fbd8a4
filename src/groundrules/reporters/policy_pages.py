"""Policies as people read them: the list, one policy with its evidence, and two compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from groundrules.reporters.lines import EMPTY, Piece, plain
from groundrules.terms.comparison import headline, sentence
from groundrules.terms.policy import PRACTICES
from groundrules.terms.policy_wording import practice_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.reporters.lines import Line
    from groundrules.terms.comparison import Difference
    from groundrules.terms.levels import Level
    from groundrules.terms.policy import LevelRuling, Policy, Ruling

_INDENT = "  "


def list_lines(policies: Sequence[Policy]) -> Iterator[Line]:
    """Yield one line for each policy: its name, what it is, its version and where it holds."""
    width = max((len(policy.id) for policy in policies), default=0)
    for policy in policies:
        more = ", ".join(filter(None, (f"version {policy.version}", policy.jurisdiction)))
        yield (
            Piece(f"{policy.id:<{width}}", "label"),
            Piece(f"{_INDENT}{policy.title}"),
            Piece(f" ({more})", "aside"),
        )


def policy_lines(policy: Policy) -> Iterator[Line]:
    """Yield a whole policy: what each level means, its practices, and what every value rests on."""
    yield (Piece(policy.id, "label"), Piece(f": {policy.title}, version {policy.version}"))
    if policy.jurisdiction:
        yield plain(f"Jurisdiction: {policy.jurisdiction}")
    if policy.lineage[1:]:
        yield plain(f"Extends: {', '.join(policy.lineage[1:])}")
    if policy.summary:
        yield plain(policy.summary)
    for level, ruling in policy.levels.items():
        yield EMPTY
        yield from _level(policy, level, ruling)
    yield from _practices(policy)
    yield from _severities(policy)
    yield from _evidence(policy)


def _level(policy: Policy, level: Level, ruling: LevelRuling) -> Iterator[Line]:
    yield (Piece(level.value, level.value), Piece(f": {ruling.meaning}"))
    for axis, value in ruling.axes.items():
        yield _ruling(policy, axis, value)
    if ruling.description_set_by:
        yield _ruling(policy, "description_set_by", ruling.description_set_by)


def _practices(policy: Policy) -> Iterator[Line]:
    if policy.practices:
        yield EMPTY
        yield plain("Practices", "label")
    for name, ruling in policy.practices.items():
        yield _ruling(policy, name, ruling)
        yield plain(f"{_INDENT * 2}{PRACTICES[name].about}", "aside")


def _severities(policy: Policy) -> Iterator[Line]:
    if policy.severities:
        yield EMPTY
        yield plain("Severities", "label")
    for name, ruling in policy.severities.items():
        yield _ruling(policy, name, ruling)


def _evidence(policy: Policy) -> Iterator[Line]:
    if policy.evidence:
        yield EMPTY
        yield plain("Evidence", "label")
    for key, evidence in policy.evidence.items():
        accessed = f" ({evidence.accessed})" if evidence.accessed else ""
        yield plain(f"{_INDENT}[{key}] {evidence.title}: {evidence.where}{accessed}")


def _ruling(policy: Policy, name: str, ruling: Ruling[Any]) -> Line:
    notes = [ruling.status.value]
    if ruling.negotiable:
        notes.append("unless agreed otherwise")
    if ruling.policy != policy.id:
        notes.append(f"from {ruling.policy}")
    if ruling.evidence:
        notes.append(f"[{ruling.policy}/{ruling.evidence}]")
    value = ruling.value if isinstance(ruling.value, str) else practice_value(ruling.value)
    return (
        Piece(f"{_INDENT}{name}: "),
        Piece(value or "nobody", "label"),
        Piece(f" ({', '.join(notes)})", "aside"),
    )


def comparison_lines(a: Policy, b: Policy, differences: Sequence[Difference]) -> Iterator[Line]:
    """Yield what two policies make of the same words, level by level, in sentences."""
    yield plain(f"{a.title} ({a.id}) and {b.title} ({b.id})")
    for level in dict.fromkeys((*a.levels, *b.levels, None)):
        yield EMPTY
        yield plain(headline(level, differences), level.value if level else "label")
        for difference in differences:
            if difference.level is level:
                yield plain(f"{_INDENT}{sentence(difference)}")
