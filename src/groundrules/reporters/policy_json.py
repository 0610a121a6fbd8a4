"""Policies as JSON, for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from groundrules.reporters.lines import plain
from groundrules.terms.comparison import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from groundrules.reporters.lines import Line
    from groundrules.terms.comparison import Difference, Side
    from groundrules.terms.policy import LevelRuling, Policy, Ruling


def list_json(policies: Sequence[Policy]) -> Iterator[Line]:
    """Return the lines of a list of policies, each with its head alone."""
    return _lines([_head(policy) for policy in policies])


def policy_json(policy: Policy) -> Iterator[Line]:
    """Return the lines of one policy with everything in it."""
    return _lines(
        {
            **_head(policy),
            "summary": policy.summary,
            "levels": {level.value: _level(ruling) for level, ruling in policy.levels.items()},
            "practices": _rulings(policy.practices),
            "severities": _rulings(policy.severities),
            "evidence": {key: one._asdict() for key, one in policy.evidence.items()},
        }
    )


def comparison_json(a: Policy, b: Policy, differences: Sequence[Difference]) -> Iterator[Line]:
    """Return the lines of a comparison: both heads, and every difference with its sentence."""
    return _lines(
        {
            "first": _head(a),
            "second": _head(b),
            "differences": [_difference(difference) for difference in differences],
        }
    )


def _head(policy: Policy) -> dict[str, object]:
    return {
        "id": policy.id,
        "title": policy.title,
        "version": policy.version,
        "jurisdiction": policy.jurisdiction,
        "extends": list(policy.lineage[1:]),
    }


def _level(ruling: LevelRuling) -> dict[str, object]:
    described = ruling.description_set_by
    return {
        "meaning": ruling.meaning,
        "axes": _rulings(ruling.axes),
        "description_set_by": _ruling(described) if described else None,
    }


def _rulings(rulings: Mapping[str, Ruling[Any]]) -> dict[str, object]:
    return {name: _ruling(ruling) for name, ruling in rulings.items()}


def _ruling(ruling: Ruling[Any]) -> dict[str, object]:
    value = list(ruling.value) if isinstance(ruling.value, tuple) else ruling.value
    return {**ruling._asdict(), "value": value, "status": ruling.status.value}


def _difference(difference: Difference) -> dict[str, object]:
    return {
        "level": difference.level.value if difference.level else None,
        "subject": difference.subject,
        "first": _side(difference.first),
        "second": _side(difference.second),
        "sentence": sentence(difference),
    }


def _side(side: Side) -> dict[str, object]:
    return {"policy": side.policy, "ruling": _ruling(side.ruling) if side.ruling else None}


def _lines(value: object) -> Iterator[Line]:
    return map(plain, json.dumps(value, ensure_ascii=False, indent=2).split("\n"))
