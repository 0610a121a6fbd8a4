"""Asking, point by point, what somebody thinks of saying aside, and whom each side may tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from groundrules.desk.talking.hold_meeting import aside_texts
from groundrules.faces.cli.asking import Stopped, ask_choice, ask_text, ask_texts
from groundrules.talk.meeting.exposure import Exposure, Weighed

if TYPE_CHECKING:
    from groundrules.config.settings import Settings
    from groundrules.talk.meeting.texts import Texts


def ask_points(settings: Settings) -> tuple[tuple[Weighed, ...], tuple[str, ...]]:
    """Return the points with their tests, and who at home may be told; none where `q` is typed."""
    texts = aside_texts(settings)
    points: list[Weighed] = []
    people: tuple[str, ...] = ()
    try:
        _ask_each(texts, points)
        people = ask_texts(texts.one("ask", "tell"))
    except Stopped:
        click.echo()
    return tuple(points), people


def _ask_each(texts: Texts, points: list[Weighed]) -> None:
    """Add points until an empty one."""
    while words := ask_text(texts.one("ask", "point")):
        choices = {one.value: texts.one("ask", one) for one in Exposure}
        tested = ask_choice(texts.one("ask", "question"), choices)
        points.append(Weighed(words, Exposure(tested)))
