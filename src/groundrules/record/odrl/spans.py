"""The words that a step is about, as targets: by span, with the limits of topic and time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.odrl import vocabulary as word
from groundrules.record.odrl.identifiers import read_span, span_iri
from groundrules.record.odrl.rules import Constraint, constraint_value, read_constraints

if TYPE_CHECKING:
    from groundrules.record.odrl.negotiation import Negotiation, Span
    from groundrules.record.odrl.node import Node

_DURATION = "xsd:dayTimeDuration"
_SECONDS = re.compile(r"PT(\d{1,12})(?:\.(\d{3}))?S", re.ASCII)


class Target(NamedTuple):
    """What the words are that a step is about, and the limits of its terms."""

    spans: tuple[Span, ...] = ()
    scope: str = ""
    until: int | None = None


def target_value(step: Negotiation) -> list[object]:
    """Return the targets of a step's rules: one IRI for each span, or, within limits, an object."""
    limits = []
    if step.scope:
        limits.append(Constraint(word.TOPIC, "eq", step.scope))
    if step.until is not None:
        limits.append(Constraint(word.SAID_AT, "lt", _duration(step.until)))
    iris = [span_iri(step.conversation, span) for span in step.spans]
    if not limits:
        return list(iris)
    refinement = [constraint_value(one) for one in limits]
    return [{"type": "AssetCollection", "source": iri, "refinement": refinement} for iri in iris]


def read_target(rule: Node) -> Target:
    """Return what the target of a rule says; what cannot be read is noted as a fault."""
    if isinstance(rule.value.get("target"), str) or not _holds_objects(rule.value.get("target")):
        return Target(tuple(_spans(rule, "target")))
    collections = rule.nodes("target")
    target = Target(tuple(span for one in collections for span in _spans(one, "source")))
    for limit in read_constraints(collections[0], "refinement") if collections else ():
        if limit.left == word.TOPIC and isinstance(limit.right, str):
            target = target._replace(scope=limit.right)
        elif limit.left == word.SAID_AT:
            target = target._replace(until=_milliseconds(limit.right))
    return target


def _holds_objects(value: object) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and any(isinstance(one, dict) for one in value)
    )


def _spans(node: Node, key: str) -> list[Span]:
    spans = []
    for iri in node.texts(key):
        span = read_span(iri)
        if span:
            spans.append(span)
        else:
            node.refuse(key, "it names no words of a talk", "write an IRI such as …#4.1-6.1")
    if not spans:
        node.refuse(key, "it names no words of a talk", "write an IRI such as …#4.1-6.1")
    return spans


def _duration(milliseconds: int) -> dict[str, object]:
    seconds, rest = divmod(milliseconds, 1000)
    text = f"PT{seconds}.{rest:03}S" if rest else f"PT{seconds}S"
    return {"@value": text, "@type": _DURATION}


def _milliseconds(right: object) -> int | None:
    """Return the milliseconds of a duration; None, which the comparison refuses, for another."""
    value = right.get("@value") if isinstance(right, dict) else None
    found = _SECONDS.fullmatch(value) if isinstance(value, str) else None
    return int(found[1]) * 1000 + int(found[2] or 0) if found else None
