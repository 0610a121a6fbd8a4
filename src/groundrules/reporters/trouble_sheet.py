"""A page of calm as a sheet: the whole page for one reader, or the first steps of it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.sheets.sheet import Heading, Items, Paragraph, Rows, Sheet
from groundrules.talk.trouble.page import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.reporters.sheets.sheet import Block
    from groundrules.talk.trouble.page import Course, Frame, Trouble


def page(trouble: Trouble, frame: Frame, reader: Reader) -> Sheet:
    """Return the page for one reader."""
    title = _title(trouble.courses[reader], frame, reader)
    return Sheet(title, tuple(_page(trouble, frame, reader)))


def first_steps(trouble: Trouble, frame: Frame, reader: Reader) -> Sheet:
    """Return what comes first: a line of calm, the first hour, and when to get help."""
    course = trouble.courses[reader]
    blocks = (
        Paragraph(course.calm),
        Heading(frame.first_hour),
        Items(course.first_hour, "steps"),
        Heading(frame.lawyer),
        Paragraph(course.lawyer),
    )
    return Sheet(_title(course, frame, reader), blocks)


def _title(course: Course, frame: Frame, reader: Reader) -> str:
    return f"{course.title}: {frame.readers[reader]}"


def _page(trouble: Trouble, frame: Frame, reader: Reader) -> Iterator[Block]:
    yield Paragraph(trouble.courses[reader].calm)
    if reader is not Reader.SOURCE:
        yield Paragraph(frame.shared, "note")
    for heading, items in (
        (frame.holds, trouble.holds),
        (frame.proves, trouble.proves),
        (frame.unproved, trouble.unproved),
    ):
        yield Heading(heading)
        yield Items(items)
    yield from _course(trouble.courses[reader], frame)
    if trouble.law:
        yield Heading(frame.law)
        yield Items(tuple(f"{fact.says} ({fact.source})" for fact in trouble.law))
    yield Paragraph(frame.advice, "note")


def _course(course: Course, frame: Frame) -> Iterator[Block]:
    yield Heading(frame.first_hour)
    yield Items(course.first_hour, "steps")
    yield Heading(frame.first_day)
    yield Items(course.first_day, "steps")
    yield Heading(frame.never)
    yield Items(tuple(f"{warned.what} {warned.why}" for warned in course.never))
    yield Heading(frame.ways)
    rows = tuple((way.title, way.does, way.cost) for way in course.ways)
    yield Rows((frame.way, frame.does, frame.cost), rows)
    yield Heading(frame.lawyer)
    yield Paragraph(course.lawyer)
