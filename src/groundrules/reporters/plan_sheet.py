"""The plan for a talk as a sheet: one page, to be printed and taken along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.advice_sheet import choice_in_words, rules_in_words
from groundrules.reporters.plain_words import counted
from groundrules.reporters.sheets.sheet import Heading, Items, Paragraph, Rows, Sheet
from groundrules.talk.preparing.alternatives import Alternative
from groundrules.talk.preparing.guidance import When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.reporters.sheets.sheet import Block
    from groundrules.talk.planning.plan import Described, Plan, Point

_NONE = "–"
_LISTS = {
    "Before the talk": (When.BEFORE,),
    "In the talk, in this order": (When.START, When.DURING, When.END),
}


def plan_sheet(plan: Plan) -> Sheet:
    """Return the plan as a sheet."""
    title = f"My page for the talk: {plan.matter}" if plan.matter else "My page for the talk"
    return Sheet(title, tuple(_blocks(plan)))


def _blocks(plan: Plan) -> Iterator[Block]:
    yield Paragraph(_who(plan))
    yield Paragraph(f"{choice_in_words(plan)}. {plan.advice.reasons[0]}")
    if plan.unanswered:
        open_questions = counted(plan.unanswered, "question")
        yield Paragraph(f"{open_questions} not answered yet; defaults stand in.", "warning")
    yield from _points(plan)
    yield from _list("Do not say, and do not hint at", tuple(_unsaid(plan)))
    yield from _list("How I may be described", tuple(map(_described, plan.descriptions)))
    yield from _list("Also noted", tuple(f"{ask} {answer}" for ask, answer in plan.also))
    yield Paragraph(_around(plan))
    yield Paragraph(f"Questions that may come: {' '.join(plan.expected)}")
    for heading, times in _LISTS.items():
        texts = tuple(text for when in times for text in plan.checklist.get(when, ()))
        yield from _list(heading, texts, "boxes")


def _who(plan: Plan) -> str:
    parts = [
        f"Outlet: {plan.outlet}." if plan.outlet else "",
        f"Reporter: {plan.reporter}." if plan.reporter else "",
        f"How: {plan.channel}",
        f"Not before: {plan.embargo}." if plan.embargo else "",
        rules_in_words(plan.rules, plan.outlet),
    ]
    return " ".join(part for part in parts if part)


def _around(plan: Plan) -> str:
    """Return in one paragraph what takes a line each: it is to be one page."""
    lists = {
        "Found without me": plan.elsewhere,
        "Topics": plan.topics,
        "Who else may know that I talk": plan.told or ("nobody",),
    }
    return " ".join(f"{name}: {'; '.join(texts)}." for name, texts in lists.items() if texts)


def _points(plan: Plan) -> Iterator[Block]:
    titles = {one.alternative: one.way.title for one in plan.advice.weighed}
    rows = tuple(
        (point.text, _terms(titles[point.alternative], point), point.evidence or _NONE)
        for point in plan.points
        if point.alternative is not Alternative.NOTHING
    )
    if rows:
        yield Heading("What I want to say")
        yield Rows(("Point", "Terms", "Found without me"), rows)


def _terms(title: str, point: Point) -> str:
    return f"{title}; {point.conditions}" if point.conditions else title


def _unsaid(plan: Plan) -> Iterator[str]:
    """Yield what must not be said: what the person named, and points on which to say nothing."""
    yield from plan.unsaid
    for point in plan.points:
        if point.alternative is Alternative.NOTHING and point.text not in plan.unsaid:
            yield point.text


def _described(one: Described) -> str:
    if not one.fits:
        return f"{one.text}: nobody has counted whom it fits. It may point at you."
    people = "person" if one.fits == 1 else "people"
    warning = ". Too few: do not agree to it." if one.is_narrow else ""
    return f"{one.text}: fits about {one.fits:,} {people}{warning}"


def _list(heading: str, items: tuple[str, ...], kind: str = "points") -> Iterator[Block]:
    if items:
        yield Heading(heading, 2)
        yield Items(items, kind)
