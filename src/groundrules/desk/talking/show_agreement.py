"""Showing the agreement of a talk in words, for those who want it on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.record_reading import read_record
from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import shown
from groundrules.readers.wordings import WordingShelf
from groundrules.record.timeline import fold
from groundrules.reporters.agreement.agreement_sheet import sheet
from groundrules.talk.on_paper.naming import Naming, agreed_words, is_institution
from groundrules.talk.on_paper.promises import promises_of, promises_to, unsettled
from groundrules.talk.on_paper.wording import wording_from

if TYPE_CHECKING:
    from groundrules.config.settings import Settings
    from groundrules.record.timeline import Timeline
    from groundrules.reporters.sheets.sheet import Sheet
    from groundrules.talk.on_paper.promises import Promises

KIND = "agreements"
"""The kind of wordings that agreements are put in words with."""


class Asked(NamedTuple):
    """What was asked of the page.

    Attributes:
        english: the name of the wording, such as `american`.
        party: the id of the one whom the page is for; "" where there is only one page to make.
        names: the names of the protected may stand on it.
        both_sign: there are lines for two signatures.
    """

    english: str
    party: str = ""
    names: bool = False
    both_sign: bool = False


def show_agreement(record: str, asked: Asked, settings: Settings) -> Sheet:
    """Return what the talk in a record promised, as a sheet for one page.

    Raises:
        BadInput: the record, its policy or the wording cannot be read; nothing was agreed; several
            people were promised different things, and none of them was named; the agreed words
            give away a name that was not asked for; or a second signature is not asked of a person.
    """
    conversation = read_record(record)
    timeline = fold(conversation, Policies(settings).of(conversation))
    wording = wording_from(WordingShelf(settings.paths("wordings")).load(KIND, asked.english))
    path = shown(record)
    promises = _chosen(path, timeline, asked.party)
    naming = Naming(conversation, wording, asked.names)
    if any(map(naming.tells, agreed_words(promises.agreements))):
        message = "the agreed words give away the name of the source"
        raise BadInput(
            Fault(path, message, "give --names, and guard the page as you guard the name")
        )
    if asked.both_sign:
        _refuse_signature_of_a_person(path, timeline, promises)
    return sheet(promises, timeline, naming, both_sign=asked.both_sign)


def _chosen(path: str, timeline: Timeline, party: str) -> Promises:
    if party:
        return _of_party(path, timeline, party)
    found = promises_of(timeline)
    if not found:
        raise BadInput(_nothing_agreed(path, timeline))
    if len(found) > 1:
        ids = ", ".join(one for promises in found for one in promises.protects)
        message = f"the talk promised different things to {ids}"
        raise BadInput(Fault(path, message, "make a page for each of them: --for ID"))
    return found[0]


def _of_party(path: str, timeline: Timeline, party: str) -> Promises:
    protected = [one.id for one in timeline.conversation.parties if not one.is_reporter]
    if party not in protected:
        remedy = f"name one of {', '.join(protected)}" if protected else "look at its parties"
        raise BadInput(Fault(path, "this is nobody whom an agreement could protect", remedy))
    found = promises_to(timeline, party)
    if not found.agreements:
        raise BadInput(_nothing_agreed(path, timeline))
    return found


def _nothing_agreed(path: str, timeline: Timeline) -> Fault:
    if unsettled(timeline):
        message = "terms were put in this talk, and none were agreed: there is nothing to sign"
    else:
        message = "nothing was agreed in this talk: it is on the record"
    return Fault(path, message, f"`groundrules record show {path}` shows every turn")


def _refuse_signature_of_a_person(path: str, timeline: Timeline, promises: Promises) -> None:
    parties = [one for one in timeline.conversation.parties if one.id in promises.protects]
    with_outlet = any(one.is_reporter for one in timeline.conversation.parties)
    if with_outlet and not timeline.conversation.outlet:
        message = "the record names no outlet that could sign"
        raise BadInput(Fault(path, message, "put `outlet:` in its head, or leave out --both-sign"))
    if not all(map(is_institution, parties)):
        message = "a source is not asked for a signature; only institutions both sign"
        raise BadInput(Fault(path, message, "leave out --both-sign: the outlet signs a receipt"))
