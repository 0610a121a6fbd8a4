"""The ways to talk, or not to, side by side: what each lets the reporter do, and can cost."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from groundrules.reporters.advice_sheet import advice_sheet, choice_in_words, rules_in_words
from groundrules.reporters.sheets.sheet import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.talk.planning.plan import Plan
    from groundrules.talk.preparing.advice import Weighed


class Way(NamedTuple):
    """One way to talk.

    Attributes:
        name: of the way, such as `background` or `say-nothing`.
        level: the level that it is; "" where nothing is told on any terms.
        short: what it lets the reporter do in a word or two each, as `Ways.head` has it.
        lets: the same in sentences, with how sure each is.
        wrong: what can go wrong.
        printed: a line as it would stand in print.
        asking: what merely asking signals.
        differs: where guides read the word in another way, each in sentences.
        is_chosen: it is the one that we would choose.
    """

    name: str
    level: str
    title: str
    short: tuple[str, ...]
    lets: tuple[str, ...]
    wrong: str
    printed: str
    asking: str
    differs: tuple[str, ...]
    is_chosen: bool


class Ways(NamedTuple):
    """Every way, always in the same order, and what is to be said on them all.

    Attributes:
        rules: by whose rules the words are read.
        head: what `Way.short` tells of, in that order.
        chosen: the title of the way that we would choose.
        reasons: why, the deciding reason first.
        known: who at the outlet will know the name, and how a newsroom decides.
        flags: what to look out for.
        decision: what stands beside the choice.
        unanswered: how many questions were not answered; defaults stand in.
    """

    rules: str
    head: tuple[str, ...]
    ways: tuple[Way, ...]
    chosen: str
    reasons: tuple[str, ...]
    known: str
    flags: tuple[str, ...]
    decision: tuple[str, ...]
    unanswered: int


def weigh_ways(plan: Plan) -> Ways:
    """Return the advice of a plan, way by way."""
    advice = plan.advice
    table = next(one for one in advice_sheet(plan, "").blocks if isinstance(one, Rows))
    pairs = zip(advice.weighed, table.rows, strict=True)
    return Ways(
        rules_in_words(plan.rules, plan.outlet),
        table.head[1:],
        tuple(_way(one, row[1:], is_chosen=one.alternative is advice.chosen) for one, row in pairs),
        choice_in_words(plan),
        advice.reasons,
        " ".join(_known(plan)),
        advice.flags,
        advice.decision,
        plan.unanswered,
    )


def _way(one: Weighed, short: tuple[str, ...], *, is_chosen: bool) -> Way:
    level = one.alternative.level
    return Way(
        one.alternative.value,
        level.value if level else "",
        one.way.title,
        short,
        (one.way.lets,) if one.way.lets else tuple(_allowed(one)),
        one.way.wrong,
        one.printed,
        one.way.asking,
        tuple(
            f"{two.guide} Here: “{two.outlet.says}” ({two.outlet.sureness})."
            for two in one.disagreements
        ),
        is_chosen,
    )


def _allowed(one: Weighed) -> Iterator[str]:
    for sureness, group in groupby(one.permissions, lambda permission: permission.sureness):
        yield f"{' '.join(permission.says for permission in group)} ({sureness})"


def _known(plan: Plan) -> Iterator[str]:
    advice = plan.advice
    if advice.known_to:
        yield f"Besides the reporter: {advice.known_to}."
    if advice.approved_by:
        yield f"{advice.approved_by[:1].upper()}{advice.approved_by[1:]} approves."
    yield advice.newsroom
