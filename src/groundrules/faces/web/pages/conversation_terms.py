"""Terms for turns that somebody has chosen, and what happened after the talk."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.conversations.conversation_shapes import ActSeen, PartySeen
from groundrules.desk.conversations.conversation_view import conversation_seen
from groundrules.desk.conversations.note_afterwards import (
    LATER,
    decided,
    note_afterwards,
    turns_named,
)
from groundrules.desk.conversations.set_terms import Done, Wanted, set_terms
from groundrules.errors import BadInput, Fault
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.pages.conversation_shown import (
    Changed,
    Id,
    TermsForm,
    TurnNumber,
    Version,
    Words,
    changed,
    opened,
    path_of,
    steps_of,
)
from groundrules.faces.web.routing import NotHere, Routes
from groundrules.record.facts import Corroboration, Decision, DeskRole, Fact, Kind, Purpose

routes = Routes("conversation_terms")

_AROUND = 4
"""How many turns before and behind the chosen ones are offered as those of the ask and the yes."""

_KINDS = tuple(kind.value for kind in LATER)


class TurnLine(Struct, frozen=True):
    """A turn to choose: its number, who spoke, how it begins, and on which terms it stands."""

    number: int
    speaker: str
    name: str
    begins: str
    status: str


class Choosing(Struct, frozen=True):
    """The turns that were chosen, and for how long the terms shall hold."""

    turns: tuple[TurnNumber, ...] = ()
    how: Annotated[str, Meta(pattern="^(this|from-here|so-far)$")] = "this"


class TermsPage(Struct, frozen=True):
    """Terms for some turns.

    Attributes:
        first: the first of the chosen turns.
        last: the last of them.
        how: `this`, `from-here` or `so-far`.
        chosen: how the chosen turns begin.
        around: the turns among which the ask and the yes are; the chosen ones are marked.
        asked: which of them looks like that of the ask: the last but one before the chosen ones.
        accepted: which looks like that of the yes.
        back: which looks like that of going back on the record.
    """

    talk: str
    version: int
    first: int
    last: int
    how: str
    chosen: tuple[TurnLine, ...]
    around: tuple[TurnLine, ...]
    parties: tuple[PartySeen, ...]
    asked: int
    accepted: int
    back: int


@routes.page("/conversations/{talk}/terms", template="conversations/terms.html", needs=Needs.READ)
def terms(call: Call, talk: str, query: Choosing) -> TermsPage:
    """Terms for turns that were chosen: who asked, and who said yes."""
    seen = conversation_seen(opened(call, talk))
    turns = [one for one in sorted(set(query.turns)) if one <= len(seen.turns)]
    if not seen.may_read_words or not turns:
        raise NotHere
    lines = [
        TurnLine(one.number, one.speaker, one.name, _begins(one.parts[0].text), one.status)
        for one in seen.turns
    ]
    first, last = turns[0], turns[-1]
    until = last + _AROUND if query.how == "this" else first
    return TermsPage(
        talk,
        seen.version,
        first,
        last,
        query.how,
        tuple(lines[first - 1 : last][:12]),
        tuple(lines[max(first - 1 - 2 * _AROUND, 0) : until]),
        seen.parties,
        max(first - 2, 1),
        max(first - 1, 1),
        min(last + 1, len(lines)),
    )


class Setting(TermsForm, frozen=True, kw_only=True):
    """Terms that two have agreed on, and in which turns.

    Attributes:
        asked_by: the id of who put them; "" for whoever spoke in the turn; and so for the others.
        back_in: the turn in which somebody went back on the record; 0 where they hold from here.
        back_accepted_in: the turn in which the other side went along; 0 where nobody had to.
    """

    version: Version
    first: TurnNumber
    asked_in: TurnNumber
    accepted_in: TurnNumber
    last: Annotated[int, Meta(ge=0)] = 0
    asked_by: Id = ""
    accepted_by: Id = ""
    back_in: Annotated[int, Meta(ge=0)] = 0
    back_accepted_in: Annotated[int, Meta(ge=0)] = 0


@routes.act(
    "/conversations/{talk}/terms",
    needs=Needs.WRITE,
    then="/conversations/{talk}",
    form_at="/conversations/{talk}/terms?how={how}&turns={first}&turns={until}",
)
def agree(call: Call, talk: str, form: Setting) -> Changed:
    """Record that two have agreed on terms: the ask, the yes, and perhaps the way back."""
    proposal = form.proposal()
    if proposal is None:
        raise BadInput(Fault("terms", _("No terms were named."), _("Choose a level.")))
    wanted = Wanted(
        form.first,
        form.last if form.back_in else 0,
        proposal,
        Done(form.asked_in, form.asked_by),
        Done(form.accepted_in, form.accepted_by),
        Done(form.back_in) if form.back_in else None,
        Done(form.back_accepted_in) if form.back_accepted_in else None,
    )
    done = set_terms(path_of(call, talk), form.version, wanted, call.settings)
    return changed(call, talk, done, _("The ask and the yes are in the record."))


class After(Struct, frozen=True):
    """What the form is to be filled with."""

    kind: Annotated[str, Meta(max_length=20)] = ""
    turns: Annotated[str, Meta(max_length=200)] = ""


class AfterwardsPage(Struct, frozen=True):
    """What happened after the talk, and a form for more of it."""

    talk: str
    version: int
    may_read_words: bool
    acts: tuple[ActSeen, ...]
    parties: tuple[PartySeen, ...]
    kinds: tuple[str, ...]
    roles: tuple[str, ...]
    turns: int
    kind: str
    chosen: str
    steps: int


@routes.page(
    "/conversations/{talk}/afterwards", template="conversations/afterwards.html", needs=Needs.READ
)
def afterwards(call: Call, talk: str, query: After) -> AfterwardsPage:
    """What happened after the talk: releases, approvals, lifted embargoes, holds, waivers."""
    seen = conversation_seen(opened(call, talk))
    return AfterwardsPage(
        talk,
        seen.version,
        seen.may_read_words,
        seen.afterwards,
        seen.parties,
        _KINDS,
        tuple(role.value for role in DeskRole),
        len(seen.turns),
        query.kind if query.kind in _KINDS else _KINDS[0],
        query.turns,
        len(steps_of(call, talk)),
    )


class Noting(TermsForm, frozen=True, kw_only=True):
    """Something that happened after the talk; what its kind does not take is left out.

    Attributes:
        kind: one of those that the page lists.
        by: the id of who did it.
        turns: which it is about, such as `4-6, 8`.
        when: the instant; "" for now.
        words: the event, the reason or a comment, as the kind has it.
        role: what the one who decides is in the newsroom.
        evidence: another statement, such as `docks#4`, or what document it is.
        independent: it goes back to the same source neither directly nor through others.
    """

    version: Version
    kind: Annotated[str, Meta(pattern=f"^({'|'.join(_KINDS)})$")]
    by: Id
    turns: Annotated[str, Meta(max_length=200)] = ""
    when: Annotated[str, Meta(max_length=40)] = ""
    words: Words = ""
    role: Annotated[str, Meta(pattern=f"^({'|'.join(DeskRole)})$")] = DeskRole.EDITOR.value
    who: Annotated[str, Meta(max_length=100)] = ""
    story: Annotated[str, Meta(max_length=100)] = ""
    rule: Annotated[str, Meta(max_length=80)] = ""
    expires: Annotated[str, Meta(max_length=40)] = ""
    evidence: Words = ""
    independent: bool = False


@routes.act(
    "/conversations/{talk}/afterwards", needs=Needs.WRITE, then="/conversations/{talk}/afterwards"
)
def note(call: Call, talk: str, form: Noting) -> Changed:
    """Note what happened after the talk."""
    spoken = len(opened(call, talk).conversation.turns)
    fact = Fact(
        Kind(form.kind),
        form.by,
        proposal=form.proposal(),
        turns=turns_named(form.turns, spoken),
        when=_instant(call, form.when) or call.now().replace(microsecond=0),
        words=" ".join(form.words.split()),
    )
    decision = Decision(
        DeskRole(form.role),
        form.who,
        form.story,
        Purpose.ANONYMOUS,
        form.rule,
        _instant(call, form.expires),
    )
    fact = decided(fact, decision, Corroboration(form.evidence, form.independent))
    done = note_afterwards(path_of(call, talk), form.version, fact, call.settings)
    return changed(call, talk, done, _("It is in the record."))


def _instant(call: Call, text: str) -> datetime | None:
    if not text:
        return None
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        message, remedy = _("A time cannot be read."), _("Choose a day and a time.")
        raise BadInput(Fault("when", message, remedy)) from None
    return when if when.tzinfo else when.replace(tzinfo=call.now().tzinfo)


def _begins(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 120 else f"{line[:118]}…"  # noqa: PLR2004 - what fits on a line
