"""The opening of a meeting as a sheet, and the page of an aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.facts import Kind, Proposal
from groundrules.reporters.plain_words import listed
from groundrules.reporters.sheets.sheet import Heading, Items, Paragraph, Sheet
from groundrules.talk.meeting.announcement import act, rights_aloud
from groundrules.terms.policy_wording import in_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from groundrules.reporters.sheets.sheet import Block
    from groundrules.talk.meeting.announcement import Announcement
    from groundrules.talk.meeting.exposure import Weighed
    from groundrules.talk.meeting.texts import Texts
    from groundrules.terms.levels import Level
    from groundrules.terms.rights import Rights


def opening_sheet(announcement: Announcement, texts: Texts) -> Sheet:
    """Return the words for whoever opens a meeting, with what to do before and after them."""
    title = texts.one("page", "title", level=announcement.level.spoken)
    return Sheet(title, tuple(_opening(announcement, texts)), texts.one("page", "language"))


def _opening(announcement: Announcement, texts: Texts) -> Iterator[Block]:
    yield Heading(texts.one("page", "before-heading"))
    yield Items(texts.all("before", "steps"), "steps")
    yield Heading(texts.one("page", "say-heading"))
    yield from _spoken(announcement.spoken)
    if announcement.unsure:
        policy = in_sentence(announcement.policy.title)
        yield Paragraph(texts.one("page", "unsure", policy=policy), "note")
    yield Heading(texts.one("page", "after-heading"))
    yield Items(texts.all("after", "steps"), "steps")
    yield Paragraph(texts.one("page", "record", act=announcement.act), "note")
    yield Heading(texts.one("page", "misread-heading"))
    yield Paragraph(texts.one("misread", "wrong"), "warning")
    yield Paragraph(texts.one("misread", "right"))


def aside_sheet(
    points: Sequence[Weighed],
    people: tuple[str, ...],
    terms: tuple[Level, Rights],
    texts: Texts,
    room: Texts,
) -> Sheet:
    """Return the page for somebody who thinks of talking aside in a negotiation.

    Args:
        points: what they think of saying, each with its test.
        people: who at home may be told, as they wish to agree it.
        terms: the level of the aside, and what it is taken to mean.
        texts: the texts of the page.
        room: the texts that open talks between two sides, which say what rights mean.
    """
    blocks = (
        *_test(points, texts),
        *_told(people, texts),
        *_listed(texts, "signals"),
        Paragraph(texts.one("signals", "honest"), "warning"),
        *_listed(texts, "hints"),
        *_said(people, terms, texts, room),
        Heading(texts.one("back", "heading")),
        *_spoken(texts.all("back", "say")),
        Items(texts.all("back", "then"), "steps"),
    )
    return Sheet(texts.one("page", "title"), blocks, texts.one("page", "language"))


def _test(points: Sequence[Weighed], texts: Texts) -> Iterator[Block]:
    yield Heading(texts.one("test", "heading"))
    if not points:
        yield Paragraph(texts.one("page", "no-points"))
    yield Paragraph(texts.one("test", "question"), "warning")
    if points:
        yield Items(tuple(texts.one("test", one.exposure, point=one.words) for one in points))


def _told(people: tuple[str, ...], texts: Texts) -> Iterator[Block]:
    yield Heading(texts.one("tell", "heading"))
    if people:
        yield Paragraph(texts.one("tell", "agreed", people=_quoted(people)))
    else:
        yield Paragraph(texts.one("tell", "open"), "warning")
    yield Items(texts.all("tell", "steps"))


def _listed(texts: Texts, table: str) -> Iterator[Block]:
    yield Heading(texts.one(table, "heading"))
    yield Items(texts.all(table, "points"))


def _said(
    people: tuple[str, ...], terms: tuple[Level, Rights], texts: Texts, room: Texts
) -> Iterator[Block]:
    level, rights = terms
    yield Heading(texts.one("say", "heading"))
    yield from _spoken(
        (
            texts.one("say", "opening"),
            texts.one("say", "terms", level=level.spoken),
            " ".join(rights_aloud(rights, room)),
            *((texts.one("say", "people", people=_quoted(people)),) if people else ()),
            texts.one("say", "accept"),
        )
    )
    yield Items(texts.all("say", "then"), "steps")
    put = act(Kind.TERMS_ASKED, Proposal(level, tell=people))
    yield Paragraph(texts.one("record", "note", act=put), "note")


def _spoken(words: Iterable[str]) -> Iterator[Block]:
    return (Paragraph(one, "spoken") for one in words)


def _quoted(people: tuple[str, ...]) -> str:
    return listed([f"“{one}”" for one in people])
