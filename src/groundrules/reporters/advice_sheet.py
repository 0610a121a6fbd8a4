"""The advice before a talk as a sheet: every way side by side, then one by one, then the choice."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from groundrules.reporters.sheets.sheet import Heading, Items, Paragraph, Rows, Sheet
from groundrules.talk.preparing.alternatives import Alternative
from groundrules.terms.policy_wording import in_sentence
from groundrules.terms.rights import Publish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.reporters.sheets.sheet import Block
    from groundrules.talk.planning.plan import Plan, Rules
    from groundrules.talk.preparing.advice import Weighed
    from groundrules.terms.policy import Policy
    from groundrules.terms.rights import Axis

_HEAD = ("", "Print it", "Quote you", "Name you", "Ask others")
_AXES = ("publish", "quote", "attribute", "pursue")
_SHORT = {
    ("publish", "if-independently-obtained"): "if others say it",
    ("quote", "verbatim"): "yes",
    ("quote", "paraphrase"): "not word for word",
    ("attribute", "name"): "yes",
    ("attribute", "description"): "described",
    ("attribute", "institution"): "your office",
    ("attribute", "none"): "no",
}
"""Axis and permission in a word or two; a permission that is not here says it itself."""

_WITHOUT_LEVEL = {
    Alternative.TRAIL: ("what is in them", "no", "no", "yes"),
    Alternative.NOTHING: ("no", "no", "no", "no"),
}


def advice_sheet(plan: Plan, title: str) -> Sheet:
    """Return the advice of a plan as a sheet."""
    return Sheet(title, tuple(_blocks(plan)))


def rules_in_words(rules: Rules, outlet: str) -> str:
    """Return by whose rules the words are read."""
    whose = in_sentence(rules.policy.title)
    if rules.are_outlets_own:
        return f"The words are read by the rules of {whose}."
    unknown = f"No published rules of {outlet} are known here." if outlet else "No outlet is named."
    return f"{unknown} The words are read by {whose} instead."


def choice_in_words(plan: Plan) -> str:
    """Return the title of the way that we would choose."""
    chosen = plan.advice.chosen
    return next(one.way.title for one in plan.advice.weighed if one.alternative is chosen)


def _blocks(plan: Plan) -> Iterator[Block]:
    advice = plan.advice
    yield Paragraph(rules_in_words(plan.rules, plan.outlet))
    yield Heading("Side by side: what the reporter may do")
    yield Rows(_HEAD, tuple(_row(one, plan.rules.policy) for one in advice.weighed))
    for one in advice.weighed:
        yield from _way(one)
    yield Heading("Who there will know your name")
    yield Paragraph(f"{_known(plan)}{advice.newsroom}")
    if advice.flags:
        yield Heading("Look out for")
        yield Items(advice.flags)
    yield Heading(f"What we would choose: {choice_in_words(plan).lower()}")
    yield Items(advice.reasons)
    yield from (Paragraph(text) for text in advice.decision)


def _row(one: Weighed, policy: Policy) -> tuple[str, ...]:
    level = one.alternative.level
    if level is None:
        return (one.way.title, *_WITHOUT_LEVEL[one.alternative])
    rights = policy.rights(level)
    if rights.publish is Publish.NO:
        return (one.way.title, "no", "no", "no", rights.pursue.value)
    return (one.way.title, *(_short(axis, rights.by_axis()[axis]) for axis in _AXES))


def _short(axis: str, permission: Axis) -> str:
    return _SHORT.get((axis, str(permission)), str(permission))


def _way(one: Weighed) -> Iterator[Block]:
    yield Heading(one.way.title, 2)
    if one.way.lets:
        yield Paragraph(f"What it lets them do: {one.way.lets}")
    else:
        yield Paragraph("What it lets them do at this outlet:")
        yield Items(tuple(_allowed(one)))
    yield Paragraph(f"What can go wrong: {one.way.wrong}")
    yield Paragraph(f"In print: {one.printed}")
    yield Paragraph(f"What merely asking signals: {one.way.asking}")
    for two in one.disagreements:
        here = f"By the rules that hold here: “{two.outlet.says}” ({two.outlet.sureness})"
        text = f"Readings differ. {two.guide} {here}. Settle it before you speak."
        yield Paragraph(text, "warning")


def _allowed(one: Weighed) -> Iterator[str]:
    """Yield what may be done, with those together that are equally sure."""
    for sureness, group in groupby(one.permissions, lambda permission: permission.sureness):
        yield f"{' '.join(permission.says for permission in group)} ({sureness})"


def _known(plan: Plan) -> str:
    """Return who knows and who approves, as far as somebody says."""
    advice = plan.advice
    known = f"Besides the reporter: {advice.known_to}. " if advice.known_to else ""
    approved = f"{_capital(advice.approved_by)} approves. " if advice.approved_by else ""
    return f"{known}{approved}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
