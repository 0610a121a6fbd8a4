"""Holding a meeting on terms: its opening words, and the pages that are made of its record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.record_reading import read_record
from groundrules.desk.talking.agreement_conditions import Typed
from groundrules.desk.talking.deliver_sheet import STANDARD_OUTPUT
from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import STANDARD_INPUT, read_text, shown
from groundrules.readers.wordings import WordingShelf
from groundrules.readers.writing import write_text
from groundrules.record.timeline import fold
from groundrules.reporters import meeting_openings, meeting_pages
from groundrules.tables.table import nearest
from groundrules.talk.meeting.announcement import LEVELS, POLICIES, announcement
from groundrules.talk.meeting.exposure import points_from
from groundrules.talk.meeting.shapes import ANNOUNCEMENT, ASIDE, FOLDER, PAGES, Kind
from groundrules.talk.meeting.texts import texts_from
from groundrules.terms.levels import Level, level_named
from groundrules.terms.policy_wording import in_sentence
from groundrules.terms.rights import Attribute, Publish

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from groundrules.config.settings import Settings
    from groundrules.record.facts import Proposal
    from groundrules.record.timeline import Timeline
    from groundrules.reporters.sheets.sheet import Sheet
    from groundrules.talk.meeting.exposure import Weighed
    from groundrules.talk.meeting.texts import Shape, Texts
    from groundrules.terms.policy import Policy

_MOST_BYTES = 1024 * 1024
_DESCRIBABLE = (Attribute.NAME, Attribute.DESCRIPTION)
_ON_OTHER_TERMS = "leave it out, or open the meeting on other terms"
_MARKDOWN = (".md", ".markdown")


class Opening(NamedTuple):
    """What was asked for on the terms of a meeting.

    Attributes:
        kind: the kind of meeting.
        level: the level's name or an alias; "" for the usual one of that kind.
        policy: the id of the policy; "" for the usual one of that kind, or else the house's.
        descriptions: how whoever speaks may be described.
        embargo: an instant with its offset from UTC, or else an event in words; "" for none.
    """

    kind: str
    level: str = ""
    policy: str = ""
    descriptions: tuple[str, ...] = ()
    embargo: str = ""


def open_meeting(opening: Opening, settings: Settings) -> Sheet:
    """Return the words for whoever opens a meeting.

    Raises:
        BadInput: there is no such level or policy, the kind of meeting has another level, a
            description or an embargo cannot be kept to on that level, or a file of texts is not
            sound.
    """
    kind = Kind(opening.kind)
    level = _level(opening.level, LEVELS[kind])
    if kind is Kind.CHATHAM_HOUSE and level is not Level.CHATHAM_HOUSE:
        remedy = "leave --level out, or announce a briefing: --kind briefing"
        message = "a meeting under the Chatham House Rule has that level and no other"
        raise BadInput(Fault("--level", message, remedy))
    policy = _policies(settings).named(
        opening.policy or POLICIES.get(kind) or settings.word("policy"), "--policy"
    )
    conditions = _conditions(opening, level, policy)
    texts = _texts(settings, kind.value, ANNOUNCEMENT)
    spoken = announcement(kind, level, policy, texts, conditions)
    return meeting_openings.opening_sheet(spoken, texts)


def who_accepted(path: str, settings: Settings) -> Sheet:
    """Return who accepted the terms of the meeting in a record, and who is bound to what."""
    policies, timeline = _folded(path, settings)
    return meeting_pages.who_sheet(timeline, policies.house, _pages(settings))


def write_minutes(path: str, as_of: datetime, settings: Settings) -> Sheet:
    """Return the minutes of the meeting in a record, as they may be handed out at an instant."""
    return meeting_pages.minutes_sheet(_folded(path, settings)[1], as_of, _pages(settings))


def list_attendees(path: str, settings: Settings, *, public: bool) -> Sheet:
    """Return the list of those who came, for the host's keeping or for handing out."""
    timeline = _folded(path, settings)[1]
    sheet = meeting_pages.handout_sheet if public else meeting_pages.attendees_sheet
    return sheet(timeline, _pages(settings))


def talk_aside(
    points: Sequence[Weighed], people: Sequence[str], opening: Opening, settings: Settings
) -> Sheet:
    """Return the page for somebody who thinks of talking aside in a negotiation.

    Args:
        points: what they think of saying, each with the answer to the exposure test.
        people: who at home may be told.
        opening: on which level, by which policy.
        settings: where wordings and policies are found.
    """
    level = _level(opening.level, LEVELS[Kind.NEGOTIATION])
    name = opening.policy or POLICIES[Kind.NEGOTIATION]
    rights = _policies(settings).named(name, "--policy").rights(level)
    return meeting_openings.aside_sheet(
        points,
        tuple(people),
        (level, rights),
        aside_texts(settings),
        _texts(settings, Kind.NEGOTIATION.value, ANNOUNCEMENT),
    )


def aside_texts(settings: Settings) -> Texts:
    """Return the texts of the page about an aside, its questions among them."""
    return _texts(settings, "aside", ASIDE)


def read_points(path: str = STANDARD_INPUT) -> tuple[Weighed, ...]:
    """Return the points of a file, or of standard input, one to a line.

    Raises:
        BadInput: the file cannot be read, or holds too many.
    """
    return points_from(read_text(path, limit=_MOST_BYTES), shown(path))


def deliver_markdown(sheet: Sheet, out: str = STANDARD_OUTPUT, *, force: bool = False) -> str:
    """Return a sheet as Markdown for the terminal, or write it to a file and return "".

    Raises:
        BadInput: the file's name is none for Markdown, or it is there already.
    """
    from groundrules.reporters.sheets.sheet_markdown import markdown  # noqa: PLC0415 - start-up time

    if out == STANDARD_OUTPUT:
        return markdown(sheet)
    if Path(out).suffix.lower() not in _MARKDOWN:
        raise BadInput(Fault(out, "this is no name for markdown", "name it FILE.md"))
    write_text(Path(out), markdown(sheet), force=force)
    return ""


def _folded(path: str, settings: Settings) -> tuple[Policies, Timeline]:
    conversation = read_record(path)
    policies = _policies(settings)
    return policies, fold(conversation, policies.of(conversation))


def _policies(settings: Settings) -> Policies:
    return Policies(settings)


def _pages(settings: Settings) -> Texts:
    return _texts(settings, "pages", PAGES)


def _texts(settings: Settings, name: str, shape: Shape) -> Texts:
    return texts_from(WordingShelf(settings.paths("wordings")).load(FOLDER, name), shape)


def _conditions(opening: Opening, level: Level, policy: Policy) -> Proposal:
    """Return the conditions that were typed; a host does not say what the level contradicts."""
    conditions = Typed(opening.descriptions, embargo=opening.embargo).conditions()
    rights, by = policy.rights(level), in_sentence(policy.title)
    is_printed = rights.publish is not Publish.NO
    if conditions.embargo and not is_printed:
        message = f"by {by}, nothing that is said {level.spoken} is ever published"
        raise BadInput(Fault("--embargo", message, _ON_OTHER_TERMS))
    if conditions.descriptions and not (is_printed and rights.attribute in _DESCRIBABLE):
        message = f"by {by}, nobody is described for what is said {level.spoken}"
        raise BadInput(Fault("--description", message, _ON_OTHER_TERMS))
    return conditions


def _level(name: str, usual: Level) -> Level:
    if not name:
        return usual
    level = level_named(name)
    if level is None or level is Level.ON_THE_RECORD:
        levels = [one.value for one in Level if one is not Level.ON_THE_RECORD]
        message = "this is no level that a meeting is held on"
        raise BadInput(Fault("--level", message, nearest(name, levels)))
    return level
