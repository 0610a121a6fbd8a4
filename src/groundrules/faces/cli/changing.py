"""Asking what is wrong about a proposed act, one small question at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.desk.talking.agreement_conditions import Typed
from groundrules.errors import BadInput
from groundrules.faces.cli.asking import ask_choice, ask_text, ask_texts, say
from groundrules.record.amending import (
    NO_TERMS,
    by_another,
    kinds_for,
    lacks_terms,
    takes_terms,
    with_kind,
    with_right,
    with_terms,
)
from groundrules.record.facts import Kind
from groundrules.record.notation.values import moment_text
from groundrules.reporters.act_in_words import RIGHTS, in_plain_words, named
from groundrules.reporters.picture.explanations import ACTS
from groundrules.terms.levels import Level
from groundrules.terms.rights import AXES

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.record.facts import Fact, Proposal
    from groundrules.record.transcript import Conversation

_UNKNOWN = "?"
_NOTHING = "none"

_ABOUT_TERMS = {
    "level": "the level",
    "rights": "a right that was put in plain words",
    "description": "the description",
    "embargo": "the embargo",
    "scope": "what the terms are limited to",
}


def changed(conversation: Conversation, fact: Fact) -> Fact:
    """Return the act as the person says that it was.

    Raises:
        Stopped: the person has thought better of it.
    """
    while (aspect := _aspect(fact)) != "done":
        if aspect == "kind":
            fact = _kind(fact)
        elif aspect == "who":
            fact = _who(conversation, fact)
        else:
            fact = with_terms(fact, _TERMS[aspect](fact.proposal or NO_TERMS))
        say(in_plain_words(conversation, fact))
    return fact


def _aspect(fact: Fact) -> str:
    if lacks_terms(fact):
        say("It must name terms.")
        return ask_choice("What did it name?", _ABOUT_TERMS, default="level")
    choices = {
        "done": "nothing more: accept it as it is now",
        "kind": "what was done",
        **(_ABOUT_TERMS if takes_terms(fact) else {}),
        "who": "who did it",
    }
    return ask_choice("What was it really? Choose what to change.", choices, default="done")


def _kind(fact: Fact) -> Fact:
    choices = {kind.value: ACTS[kind] for kind in kinds_for(fact)}
    return with_kind(fact, Kind(ask_choice("What was done?", choices, default=fact.kind.value)))


def _who(conversation: Conversation, fact: Fact) -> Fact:
    choices = {party.id: named(conversation, party.id) for party in conversation.parties}
    choices[_UNKNOWN] = "it cannot be told"
    party = ask_choice("Who did it?", choices, default=fact.by or _UNKNOWN)
    return by_another(fact, "" if party == _UNKNOWN else party)


def _level(proposal: Proposal) -> Proposal:
    choices = {**{level.value: level.spoken for level in Level}, _NOTHING: "no level was named"}
    now = proposal.level.value if proposal.level else _NOTHING
    level = ask_choice("Which level?", choices, default=now)
    return proposal._replace(level=None if level == _NOTHING else Level(level))


def _rights(proposal: Proposal) -> Proposal:
    axis = ask_choice("About what?", {axis: axis for axis in AXES})
    choices = {str(one): RIGHTS[axis, str(one)] for one in AXES[axis]}
    choices[_NOTHING] = "nothing was said of it"
    now = dict(proposal.changes).get(axis)
    said = ask_choice("What was said?", choices, default=str(now) if now else _NOTHING)
    return with_right(proposal, axis, None if said == _NOTHING else AXES[axis](said))


def _description(proposal: Proposal) -> Proposal:
    question = "How is the source to be described? -: not at all"
    return proposal._replace(descriptions=ask_texts(question, default=proposal.descriptions))


def _embargo(proposal: Proposal) -> Proposal:
    embargo = proposal.embargo
    now = (moment_text(embargo.until) if embargo.until else embargo.event) if embargo else ""
    question = "Until when? An instant such as 2026-11-05T06:00-05:00, or an event in words."
    while True:
        try:
            typed = Typed(embargo=ask_text(question, default=now)).conditions()
        except BadInput as bad:
            say(f"{bad.faults[0].message}: {bad.faults[0].remedy}")
        else:
            return proposal._replace(embargo=typed.embargo)


def _scope(proposal: Proposal) -> Proposal:
    return proposal._replace(scope=ask_text("Which topic?", default=proposal.scope))


_TERMS: dict[str, Callable[[Proposal], Proposal]] = {
    "level": _level,
    "rights": _rights,
    "description": _description,
    "embargo": _embargo,
    "scope": _scope,
}
