"""What the pages of a conversation share: the conversation at hand, its steps, terms in forms."""

from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.conversations.change_talk import Change, Steps
from groundrules.desk.conversations.talks_at_hand import Opened, TalksAtHand
from groundrules.desk.conversations.typed_terms import typed_terms
from groundrules.desk.talking.agreement_conditions import Typed
from groundrules.faces.web.calls import Call
from groundrules.record.facts import Proposal
from groundrules.terms.rights import AXES

Version = Annotated[int, Meta(ge=1)]
"""The version of the text that somebody looked at."""

TurnNumber = Annotated[int, Meta(ge=1, le=1_000_000)]
Words = Annotated[str, Meta(max_length=500)]
Id = Annotated[str, Meta(max_length=40)]


def opened(call: Call, talk: str) -> Opened:
    """Return a conversation as it stands.

    Raises:
        NotHere: there is none of this stream that one may see.
        BadInput: it cannot be read.
    """
    shelf = call.seat.keep("talks at hand", lambda: TalksAtHand(call.vault, call.settings))
    return shelf.opened(call.name_of(talk))


def path_of(call: Call, talk: str) -> str:
    """Return how the desk is told of the conversation of a stream."""
    return call.path(call.name_of(talk))


def steps_of(call: Call, talk: str) -> Steps:
    """Return what was changed of a conversation in this sitting."""
    return call.seat.keep(f"steps of {talk}", Steps)


class Changed(Struct, frozen=True):
    """A conversation that was changed: the version that stands there now."""

    talk: str
    version: int


def changed(call: Call, talk: str, change: Change, says: str) -> Changed:
    """Note a change, so that it can be taken back, and say that it is in the record."""
    steps_of(call, talk).add(change)
    call.note(says)
    return Changed(talk, change.version)


class TermsForm(Struct, frozen=True, kw_only=True):
    """Terms in a form; every field is empty where nothing was said of it.

    Attributes:
        level: a level's value.
        publish: a permission of this axis; and so for the other axes.
        embargo: an instant with its offset from UTC, or the event in words.
        delete_by: a day.
        tell: who at home may be told.
        topic: what the terms are limited to.
    """

    level: Id = ""
    publish: Id = ""
    quote: Id = ""
    attribute: Id = ""
    attendance: Id = ""
    pursue: Id = ""
    repeat: Id = ""
    contradict: Id = ""
    description: Words = ""
    approval: bool = False
    embargo: Words = ""
    delete_by: Id = ""
    tell: Words = ""
    topic: Words = ""

    def __repr__(self) -> str:
        """Show the level alone."""
        return f"TermsForm({self.level})"

    def proposal(self) -> Proposal | None:
        """Return the terms as the record has them; None where nothing was named."""
        typed = Typed(
            _one(self.description),
            self.approval,
            self.embargo.strip(),
            self.delete_by,
            _one(self.tell),
            " ".join(self.topic.split()),
        )
        return typed_terms(self.level, {axis: getattr(self, axis) for axis in AXES}, typed)


def _one(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (" ".join(text.split()),)))


def terms_form(proposal: Proposal | None) -> TermsForm:
    """Return the form that is filled with terms, as far as it has a field for them."""
    if proposal is None:
        return TermsForm()
    embargo = proposal.embargo
    until = embargo.until.isoformat() if embargo and embargo.until else ""
    return TermsForm(
        level=proposal.level.value if proposal.level else "",
        **{axis: str(word) for axis, word in proposal.changes},
        description=next(iter(proposal.descriptions), ""),
        approval=proposal.quote_approval,
        embargo=until or (embargo.event if embargo else ""),
        delete_by=proposal.delete_by.isoformat() if proposal.delete_by else "",
        tell=next(iter(proposal.tell), ""),
        topic=proposal.scope,
    )
