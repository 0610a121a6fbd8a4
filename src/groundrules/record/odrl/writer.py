"""Writing negotiations as JSON-LD: one policy for each step, and the things that they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.odrl import vocabulary as word
from groundrules.record.odrl.conditions import with_conditions
from groundrules.record.odrl.gathering import negotiations
from groundrules.record.odrl.identifiers import name_of, part_iri, party_iri, span_iri, talk_iri
from groundrules.record.odrl.negotiation import Form
from groundrules.record.odrl.rights import rules_of
from groundrules.record.odrl.rules import Constraint, Effect, Rule, rule_value
from groundrules.record.odrl.spans import target_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.record.odrl.negotiation import Negotiation
    from groundrules.record.transcript import Conversation
    from groundrules.terms.policy import Policy

CONTEXT_KEY = "@context"
GRAPH_KEY = "@graph"

_UNTIL_SETTLED = Rule(
    Effect.PROHIBITION, word.PUBLISH, (Constraint(word.SETTLED, "eq", right=False),)
)
"""What holds besides the strictest terms in play, for words whose terms are not settled."""


def to_odrl(conversation: Conversation, policy: Policy) -> dict[str, object]:
    """Return every negotiation of a conversation as JSON-LD.

    No party's name is in it, and no word of the talk but those that were agreed: descriptions,
    events, topics and who may be told.

    Args:
        conversation: the conversation.
        policy: the policy under which its words are read.
    """
    return document(negotiations(conversation, policy))


def document(steps: Iterable[Negotiation]) -> dict[str, object]:
    """Return steps of negotiations as JSON-LD, those of each conversation together."""
    by_talk: dict[str, list[Negotiation]] = {}
    for step in steps:
        by_talk.setdefault(step.conversation, []).append(step)
    graph = [node for talk, told in by_talk.items() for node in _talk(talk, told)]
    return {CONTEXT_KEY: word.CONTEXT, GRAPH_KEY: graph}


def _talk(talk: str, steps: list[Negotiation]) -> Iterator[dict[str, object]]:
    everybody = part_iri(talk, "participants")
    yield {"uid": talk_iri(talk), "type": "AssetCollection"}
    yield {"uid": everybody, "type": ["AssetCollection", "PartyCollection"]}
    if any(step.terms.conditions.delete_by for step in steps):
        yield {"uid": part_iri(talk, "recording"), "type": "Asset"}
    for outlet in dict.fromkeys(step.outlet for step in steps if step.outlet is not None):
        name = {word.OUTLET: outlet} if outlet else {}
        yield {"uid": part_iri(talk, "outlet"), "type": "Party", **name}
    for number in sorted({number for step in steps for number in _parties(step)}):
        yield {"uid": party_iri(talk, number), "type": "Party", "partOf": everybody}
    spans = (span_iri(talk, span) for step in steps for span in step.spans)
    for span in dict.fromkeys(spans):
        yield {"uid": span, "type": "AssetCollection", "partOf": talk_iri(talk)}
    yield from map(_policy, steps)


def _parties(step: Negotiation) -> Iterator[int]:
    yield from (number for number in (step.protected, step.by, *step.bound) if number)


def _policy(step: Negotiation) -> dict[str, object]:
    value: dict[str, object] = {
        "uid": name_of(step),
        "type": step.form.value,
        "profile": word.PROFILE,
        "conflict": "prohibit",
        **_about(step),
    }
    rules = [*with_conditions(rules_of(step.terms.rights), step.terms.conditions)]
    if step.form is Form.UNSETTLED:
        rules.append(_UNTIL_SETTLED)
    for effect in Effect:
        written = [_rule(step, rule) for rule in rules if rule.effect is effect]
        if written:
            value[effect.value] = written
    return value


def _about(step: Negotiation) -> dict[str, object]:
    """Return what ODRL has no words for, and where the step comes from."""
    about: dict[str, object] = {
        word.LEVEL: step.terms.level.value,
        word.POLICY: step.policy,
        word.VERSION: step.version,
    }
    if step.act:
        about[word.ACT] = step.act.value
    if step.form is Form.AGREEMENT:
        about[word.BASIS] = step.basis.name.lower()
    if step.by:
        about[word.BY] = party_iri(step.conversation, step.by)
    if step.revises:
        about[word.REVISES] = step.revises
    if step.doubts:
        about[word.DOUBT] = [doubt.value for doubt in step.doubts]
    if step.approved:
        about[word.APPROVED] = True
    return about


def _rule(step: Negotiation, rule: Rule) -> dict[str, object]:
    talk = step.conversation
    parties = _roles(step)
    target = _TARGETS.get(rule.action)
    words: list[object] = [part_iri(talk, target)] if target else target_value(step)
    consent = {"consentingParty": parties["assigner"]} if "assigner" in parties else {}
    roles = {"target": _single(words), **parties}
    return rule_value(rule, roles, {word.OBTAIN_CONSENT: consent})


_TARGETS = {word.DISCLOSE_ATTENDANCE: "participants", word.DELETE: "recording"}
"""The actions that are not about the words, with what they are about."""


def _roles(step: Negotiation) -> dict[str, object]:
    talk = step.conversation
    bound: list[object] = [part_iri(talk, "outlet")] if step.outlet is not None else []
    bound += (party_iri(talk, number) for number in step.bound)
    roles: dict[str, object] = {"assignee": _single(bound)}
    return {"assigner": party_iri(talk, step.protected), **roles} if step.protected else roles


def _single(values: list[object]) -> object:
    return values[0] if len(values) == 1 else values
