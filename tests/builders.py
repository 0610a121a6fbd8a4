"""Conversations for tests: typed in the notation, or drawn by Hypothesis.

`recorded` reads a record from a test's own lines. `conversations` draws any conversation that the
notation can hold, with text that is as nasty as text can be.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from textwrap import dedent, indent
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

from groundrules.record.facts import (
    DECISIONS,
    Corroboration,
    Decision,
    DeskRole,
    Fact,
    Kind,
    Proposal,
    Purpose,
    Turns,
)
from groundrules.record.notation import parse
from groundrules.record.notation.verbs import RESERVED, VERBS, Need
from groundrules.record.transcript import AFTERWARDS, Conversation, Party, Place, Role, Turn
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level
from groundrules.terms.rights import AXES

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

    from groundrules.terms.rights import Axis

PARTIES = """\
AR: reporter, Ana Ruiz
S1: source, Dana Whitfield, "a person briefed on the talks"
S2: source, Jo Marsh, "an official in the region"
"""


def recorded(
    talk: str, *, name: str = "harbor", parties: str = PARTIES, head: str = ""
) -> Conversation:
    """Return the conversation of a talk in the notation.

    Args:
        talk: the turns, and what came afterwards; the indentation of the whole is taken away.
        name: the conversation's id.
        parties: one party to a line; without it, a reporter `AR` and two sources, `S1` and `S2`.
        head: more lines of the head, such as `policy: ap`.
    """
    declared = indent(dedent(parties).strip(), "  ")
    top = f"conversation: {name}\n{dedent(head).strip()}\nparties:\n{declared}\n"
    return parse(f"{top}\n{dedent(talk)}", f"{name}.record")


LOOK_ALIKES = (
    "> agree",
    "?> agree",
    ">",
    "\\> agree",
    "\\",
    "\\\\ twice",
    "# no comment",
    "[00:00:01] S1: words",
    "[00:00:01]",
    "S1: words",
    "?: words",
    "\\S1: words",
    "afterwards:",
    "conversation: other",
    'she said "no", twice \\" and \\, so',
    "of Harbor Authority",
    "aka Whit",
    '"quoted"',
    "a, b",
    "tab\there",
    "zero\u200bwidth and \u202ebidi",
    "\u200b",
    "﷽ 日本語 é e\u0301 🙂",
)
"""Lines that look like something else in the notation."""

_CHARACTERS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))


@cache
def lines() -> SearchStrategy[str]:
    """Draw one line of text: neither empty nor with a blank at either end."""
    drawn = st.text(_CHARACTERS, min_size=1, max_size=12).map(str.strip).filter(bool)
    return st.sampled_from(LOOK_ALIKES) | drawn


@cache
def lines_or_none() -> SearchStrategy[str]:
    """Draw one line of text, or ""."""
    return st.just("") | lines()


@cache
def parts() -> SearchStrategy[str]:
    """Draw the words of one part of a turn: one or more lines."""
    return st.lists(lines(), min_size=1, max_size=3).map("\n".join)


@cache
def instants() -> SearchStrategy[datetime]:
    """Draw instants with an offset from UTC of whole minutes, many of them whole minutes too."""
    offsets = st.integers(-14 * 60, 14 * 60).map(lambda left: timezone(timedelta(minutes=left)))
    minutes = st.integers(0, 10**8).map(lambda past: timedelta(minutes=past))
    odd = st.sampled_from([timedelta(), timedelta(seconds=7), timedelta(milliseconds=250)])
    start = datetime(1950, 1, 1, tzinfo=UTC)
    return st.builds(
        lambda past, more, zone: (start + past + more).astimezone(zone), minutes, odd, offsets
    )


@cache
def days() -> SearchStrategy[date]:
    """Draw days."""
    return st.dates(date(1950, 1, 1), date(2100, 1, 1))


@cache
def _beginnings() -> SearchStrategy[date | None]:
    """Draw when a talk began: nothing that is drawn of what came afterwards is earlier."""
    moments = st.none() | days() | instants()
    return moments.map(lambda one: one and one - _TWO_CENTURIES)


@cache
def timecodes() -> SearchStrategy[int]:
    """Draw times in a recording, in milliseconds; many of them whole seconds."""
    return st.integers(0, 400_000_000) | st.integers(0, 400_000).map(lambda one: one * 1000)


@cache
def ids() -> SearchStrategy[str]:
    """Draw ids of parties."""
    drawn = st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,4}", fullmatch=True)
    return drawn.filter(lambda one: one not in RESERVED)


@cache
def _some_lines() -> SearchStrategy[tuple[str, ...]]:
    return st.lists(lines(), max_size=2).map(tuple)


@cache
def parties() -> SearchStrategy[tuple[Party, ...]]:
    """Draw up to four parties with different ids."""
    party = st.builds(
        Party,
        id=ids(),
        role=st.sampled_from(Role),
        name=lines_or_none(),
        affiliations=_some_lines(),
        aliases=_some_lines(),
        description=lines_or_none(),
    )
    return st.lists(party, max_size=4, unique_by=lambda one: one.id).map(tuple)


@cache
def changes() -> SearchStrategy[tuple[tuple[str, Axis], ...]]:
    """Draw permissions for some of the axes, in any order."""
    every = [(name, permission) for name, axis in AXES.items() for permission in axis]
    drawn = st.lists(st.sampled_from(every), max_size=3, unique_by=lambda pair: pair[0])
    return drawn.map(tuple)


@cache
def embargoes() -> SearchStrategy[Embargo]:
    """Draw embargoes until an instant or an event."""
    events = lines().filter(lambda words: not words[:4].isdecimal())
    return instants().map(Embargo) | events.map(lambda words: Embargo(event=words))


@cache
def proposals(*, limits: bool = True) -> SearchStrategy[Proposal]:
    """Draw proposals that name some terms, and may limit them to a topic or a time."""
    drawn = st.builds(
        Proposal,
        level=st.none() | st.sampled_from(Level),
        changes=changes(),
        descriptions=_some_lines(),
        quote_approval=st.booleans(),
        embargo=st.none() | embargoes(),
        delete_by=st.none() | days(),
        tell=_some_lines(),
        scope=lines_or_none() if limits else st.just(""),
        until=st.none() | timecodes() if limits else st.none(),
    )
    return drawn.map(lambda one: one if names_terms(one) else one._replace(level=Level.BACKGROUND))


def names_terms(proposal: Proposal) -> bool:
    """Tell whether a proposal names any terms; a limit alone names none."""
    return proposal != Proposal(scope=proposal.scope, until=proposal.until)


@cache
def _proposed(need: Need, *, limits: bool) -> SearchStrategy[Proposal | None]:
    if need is Need.NO:
        return st.none()
    return proposals(limits=limits) if need is Need.MUST else st.none() | proposals(limits=limits)


class Spot(NamedTuple):
    """Where facts are drawn for: the place, who speaks, the ids, how many turns down to here."""

    at: Place
    actor: str
    ids: tuple[str, ...]
    spoken: int


@st.composite
def facts(draw: DrawFn, spot: Spot, kinds: tuple[Kind, ...] = tuple(Kind)) -> Fact:
    """Draw a fact of one of these kinds that the notation can hold at a spot."""
    kind = draw(_kinds(kinds, spoken=bool(spot.spoken), later=spot.at == AFTERWARDS))
    verb = VERBS[kind]
    must_have_words = verb.words is Need.MUST and kind is not Kind.TOPIC_CHANGED
    who = _some_of(spot.ids) if verb.parties else st.just(())
    dated = spot.at == AFTERWARDS or (verb.when and draw(st.booleans()))
    return Fact(
        kind=kind,
        by=draw(_actors(spot.actor, spot.ids)),
        at=spot.at,
        proposal=draw(_proposed(verb.terms, limits=verb.limits)),
        covers=draw(who),
        to=draw(who),
        turns=draw(runs(spot.spoken, verb.turns)),
        when=draw(instants()) if dated else None,
        words=draw(lines() if must_have_words else lines_or_none()),
        decision=draw(decisions(kind)) if kind in DECISIONS else None,
        corroboration=draw(st.builds(Corroboration, lines(), st.booleans(), prompted=st.booleans()))
        if kind is Kind.STATEMENT_CORROBORATED
        else None,
    )


@cache
def decisions(kind: Kind) -> SearchStrategy[Decision]:
    """Draw what a newsroom decided, with what a fact of this kind holds."""
    waived, signed = kind is Kind.FINDING_WAIVED, kind is Kind.USE_SIGNED_OFF
    return st.builds(
        Decision,
        role=st.sampled_from(DeskRole),
        who=lines() if waived else lines_or_none(),
        story=lines_or_none(),
        purpose=st.sampled_from(Purpose) if signed else st.just(Purpose.ANONYMOUS),
        rule=lines() if waived else st.just(""),
        expires=instants() if waived else st.none() | instants(),
    )


@cache
def _kinds(kinds: tuple[Kind, ...], *, spoken: bool, later: bool) -> SearchStrategy[Kind]:
    possible = [one for one in kinds if spoken or VERBS[one].turns is not Need.MUST]
    return st.sampled_from([one for one in possible if later or not VERBS[one].later])


@cache
def _actors(actor: str, ids: tuple[str, ...]) -> SearchStrategy[str]:
    return st.just(actor) | st.sampled_from(["", *ids])


@cache
def _some_of(ids: tuple[str, ...]) -> SearchStrategy[tuple[str, ...]]:
    return (
        st.lists(st.sampled_from(ids), max_size=2, unique=True).map(tuple) if ids else st.just(())
    )


@cache
def runs(spoken: int, need: Need) -> SearchStrategy[tuple[Turns, ...]]:
    """Draw runs among the first `spoken` turns, at least one of them where there must be."""
    if need is Need.NO or not spoken:
        return st.just(())
    numbers = st.integers(1, spoken)
    run = st.builds(lambda one, other: Turns(min(one, other), max(one, other)), numbers, numbers)
    return st.lists(run, min_size=int(need is Need.MUST), max_size=2).map(tuple)


@cache
def _turns(ids: tuple[str, ...]) -> SearchStrategy[Turn]:
    said = st.tuples(st.just("") | parts(), st.lists(parts(), max_size=2))
    lasting = st.none() | timecodes()
    return st.builds(
        lambda speaker, said, start, more: Turn(
            1,
            speaker,
            (said[0], *said[1]),
            start,
            None if start is None or more is None else start + more,
        ),
        st.sampled_from(["", *ids]),
        said,
        st.none() | timecodes(),
        lasting,
    )


@st.composite
def conversations(
    draw: DrawFn, *, kinds: tuple[Kind, ...] = tuple(Kind), max_turns: int = 4
) -> Conversation:
    """Draw any conversation that the notation can hold.

    Args:
        draw: given by Hypothesis.
        kinds: the kinds of facts that there may be.
        max_turns: the most turns that it has.
    """
    people = draw(parties())
    names = tuple(party.id for party in people)
    drawn = draw(st.lists(_turns(names), max_size=max_turns))
    talk = tuple(turn._replace(number=number) for number, turn in enumerate(drawn, 1))
    done = [
        draw(facts(Spot(Place(turn.number, part), turn.speaker, names, turn.number), kinds))
        for turn in talk
        for part in range(1, len(turn.parts) + 1)
        for _ in range(draw(_HOW_MANY))
    ]
    heard = [
        draw(facts(Spot(Place(turn.number, len(turn.parts)), turn.speaker, names, turn.number)))
        for turn in talk
        if draw(st.integers(0, 3)) == 0
    ]
    later = draw(st.lists(facts(Spot(AFTERWARDS, "", names, len(talk)), kinds), max_size=2))
    return Conversation(
        id=draw(_NAMES),
        parties=people,
        turns=talk,
        facts=(*done, *later),
        date=draw(_beginnings()),
        outlet=draw(lines_or_none()),
        policy=draw(st.just("") | _NAMES),
        matter=draw(lines_or_none()),
        origin=draw(lines_or_none()),
        proposals=tuple(heard),
    )


_TWO_CENTURIES = timedelta(days=73_500)
_HOW_MANY = st.integers(0, 2)
_NAMES = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,9}", fullmatch=True)
