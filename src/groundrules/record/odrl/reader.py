"""Reading negotiations back from JSON-LD that the profile has written.

It is no processor of JSON-LD: an export in another context, or in another form, is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from groundrules.record.facts import Kind
from groundrules.record.odrl import vocabulary as word
from groundrules.record.odrl.comparing import compare
from groundrules.record.odrl.conditions import read_conditions, split
from groundrules.record.odrl.identifiers import part_iri, read_party, read_step
from groundrules.record.odrl.negotiation import Form, Negotiation
from groundrules.record.odrl.node import ROOT, Faults, Node
from groundrules.record.odrl.rights import read_rights
from groundrules.record.odrl.rules import read_rules
from groundrules.record.odrl.spans import Target, read_target
from groundrules.record.odrl.writer import CONTEXT_KEY, GRAPH_KEY, document
from groundrules.record.standing import Basis, Doubt
from groundrules.terms.levels import Level
from groundrules.terms.promise import Terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from groundrules.record.odrl.rules import Rule

Word = TypeVar("Word")

_FORMS = {form.value: form for form in Form}
_BASES = {basis.name.lower(): basis for basis in Basis}
_KINDS = {kind.value: kind for kind in Kind}
_DOUBTS = {doubt.value: doubt for doubt in Doubt}
_LEVELS = {level.value: level for level in Level}


def from_odrl(value: object, path: str = "-") -> tuple[Negotiation, ...]:
    """Return the steps of the negotiations that an export holds, in its order.

    Args:
        value: what a JSON parser made of it.
        path: what the person called it, for faults.

    Raises:
        BadInput: it is no export of this profile, or says what the profile cannot mean; with the
            faults, each with its place as a path in the JSON.
    """
    faults = Faults(path)
    top = Node(faults, ROOT, value if isinstance(value, dict) else {})
    if not _is_ours(top):
        faults.close()
    nodes = top.nodes(GRAPH_KEY)
    outlets = _outlets(nodes)
    steps = tuple(_step(node, outlets) for node in nodes if "profile" in node.value)
    faults.close()
    compare(faults, top.value, document(steps))
    faults.close()
    return steps


def _is_ours(top: Node) -> bool:
    if top.value.get(CONTEXT_KEY) != word.CONTEXT:
        message = "this is not the context of the profile, so that its words may mean anything"
        top.refuse(CONTEXT_KEY, message, "have it exported with the profile " + word.PROFILE)
        return False
    if not isinstance(top.value.get(GRAPH_KEY), list):
        top.refuse(GRAPH_KEY, "there must be a list of policies", "have it exported anew")
        return False
    return True


def _outlets(nodes: Iterable[Node]) -> dict[str, str]:
    """Return the name of each outlet, by its IRI."""
    return {
        node.text("uid", required=False): node.text(word.OUTLET, required=False)
        for node in nodes
        if word.OUTLET in node.value
    }


def _step(node: Node, outlets: Mapping[str, str]) -> Negotiation:
    name = read_step(node.text("uid"))
    if not name:
        node.refuse("uid", "it is no name of a step", "it ends in :fact:3:party:2 or the like")
    rules = read_rules(node)
    saying, others = split([rule for _, rule in rules])
    form = _word(node, "type", _FORMS) or Form.UNSETTLED
    step = Negotiation(
        form,
        *(name or ("", 0, 0)),
        spans=(),
        terms=_terms(node, saying, others),
        policy=node.text(word.POLICY),
        version=node.text(word.VERSION),
        act=_word(node, word.ACT, _KINDS, required=False),
        by=read_party(node.text(word.BY, required=False)) or 0,
        revises=node.text(word.REVISES, required=False),
        doubts=tuple(_DOUBTS[one] for one in node.texts(word.DOUBT) if one in _DOUBTS),
        approved=node.value.get(word.APPROVED) is True,
    )
    if form is Form.AGREEMENT:
        step = step._replace(basis=_word(node, word.BASIS, _BASES) or Basis.OPEN)
    target = _target(node, rules)
    step = step._replace(spans=target.spans, scope=target.scope, until=target.until)
    return _with_bound(step, rules, outlets)


def _terms(node: Node, saying: list[Rule], others: list[Rule]) -> Terms:
    level = _word(node, word.LEVEL, _LEVELS) or Level.OFF_THE_RECORD
    return Terms(level, read_rights(node, saying), read_conditions(node, saying, others))


def _target(node: Node, rules: Iterable[tuple[Node, Rule]]) -> Target:
    """Return the words that a policy is about: those that its rule on publishing is about."""
    for rule_node, rule in rules:
        if rule.action == word.PUBLISH:
            return read_target(rule_node)
    node.refuse("", "no rule says what may be published", "have it exported anew")
    return Target()


def _with_bound(
    step: Negotiation, rules: Iterable[tuple[Node, Rule]], outlets: Mapping[str, str]
) -> Negotiation:
    """Return the step with whom it binds, by the first rule; the comparison holds the others."""
    bound = next((node.texts("assignee") for node, _ in rules), ())
    outlet = part_iri(step.conversation, "outlet")
    numbers = (read_party(iri) for iri in bound)
    return step._replace(
        outlet=outlets.get(outlet, "") if outlet in bound else None,
        bound=tuple(number for number in numbers if number is not None),
    )


def _word(node: Node, key: str, words: Mapping[str, Word], *, required: bool = True) -> Word | None:
    text = node.text(key, required=required)
    if text and text not in words:
        node.refuse(key, "the profile has no such word here", "one of " + ", ".join(words))
    return words.get(text)
