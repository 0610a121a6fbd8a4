"""What was heard in a conversation and nobody has confirmed: deciding it, act by act."""

from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.conversations.conversation_shapes import HeardSeen
from groundrules.desk.conversations.conversation_view import heard_seen
from groundrules.desk.conversations.decide_heard import Instead, decide_heard
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.pages.conversation_shown import (
    Id,
    TermsForm,
    Version,
    changed,
    opened,
    path_of,
    terms_form,
)
from groundrules.faces.web.routing import NotHere, Routes
from groundrules.record.amending import kinds_for
from groundrules.record.reviewing import Decision, effects
from groundrules.reporters.picture.explanations import ACTS
from groundrules.reporters.review_page import effects_in_words

routes = Routes("conversation_heard")

Number = Annotated[int, Meta(ge=1)]


class HeardPage(Struct, frozen=True):
    """An act that was heard: what hangs on it, and what it could have been instead.

    Attributes:
        heard: the act.
        of: how many wait.
        effects: what it changes, a sentence for each run of turns.
        kinds: what it could be: the verb and what it says.
        parties: who could have done it: the id and the name.
        terms: those that were heard, in the fields of a form.
    """

    talk: str
    version: int
    heard: HeardSeen
    of: int
    text: str
    effects: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...]
    parties: tuple[tuple[str, str], ...]
    terms: TermsForm


@routes.page(
    "/conversations/{talk}/heard/{number}", template="conversations/heard.html", needs=Needs.READ
)
def heard(call: Call, talk: str, number: int) -> HeardPage:
    """An act that was heard, what hangs on it, and what it could have been instead."""
    found = opened(call, talk)
    conversation = found.conversation
    if not (found.may_read_words and 1 <= number <= len(conversation.proposals)):
        raise NotHere
    fact = conversation.proposals[number - 1]
    return HeardPage(
        talk,
        found.version,
        heard_seen(found, number),
        len(conversation.proposals),
        conversation.turns[fact.at.turn - 1].text,
        tuple(effects_in_words(effects(conversation, fact, found.timeline.policy))),
        tuple((kind.value, ACTS[kind]) for kind in kinds_for(fact)),
        tuple((one.id, one.name or one.description) for one in conversation.parties),
        terms_form(fact.proposal),
    )


class Deciding(Struct, frozen=True):
    """A decision: `accepted`, `rejected` or `unclear`."""

    version: Version
    decision: Annotated[str, Meta(pattern="^(accepted|rejected|unclear)$")]


class Decided(Struct, frozen=True):
    """A decision that is in the record, and which proposal waits next; 0 for none."""

    version: int
    next: int


@routes.act(
    "/conversations/{talk}/heard/{number}",
    needs=Needs.WRITE,
    then="/conversations/{talk}#heard-{next}",
)
def decide(call: Call, talk: str, number: int, form: Deciding) -> Decided:
    """Decide an act that was heard."""
    return _decided(call, talk, number, form.version, Decision(form.decision))


class Changing(TermsForm, frozen=True, kw_only=True):
    """What an act was really: what was done, by whom, and with which terms."""

    version: Version
    kind: Id
    by: Id = ""


@routes.act(
    "/conversations/{talk}/heard/{number}/change",
    needs=Needs.WRITE,
    then="/conversations/{talk}#heard-{next}",
)
def change(call: Call, talk: str, number: int, form: Changing) -> Decided:
    """Record what an act was really."""
    instead = Instead(form.kind, form.by, form.proposal())
    return _decided(call, talk, number, form.version, Decision.CHANGED, instead)


def _decided(  # noqa: PLR0913, PLR0917 - a decision and where it belongs
    call: Call,
    talk: str,
    number: int,
    version: int,
    decision: Decision,
    instead: Instead | None = None,
) -> Decided:
    done = decide_heard(path_of(call, talk), version, number, decision, instead)
    says = {
        Decision.ACCEPTED: _("Confirmed: it is in the record."),
        Decision.CHANGED: _("Changed and confirmed: it is in the record."),
        Decision.REJECTED: _("Dismissed: nothing of the kind was said."),
        Decision.UNCLEAR: _("Marked unclear: the terms stay open until it is settled."),
    }[decision]
    changed(call, talk, done, says)
    left = len(opened(call, talk).conversation.proposals)
    return Decided(done.version, min(number, left))
