"""The agreements of a talk for paper: for whom there is one, and each in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.record_reading import read_record
from groundrules.desk.talking.show_agreement import KIND, show_agreement
from groundrules.readers.wordings import WordingShelf
from groundrules.record.timeline import fold
from groundrules.talk.on_paper.naming import is_institution
from groundrules.talk.on_paper.promises import promises_of, unsettled

if TYPE_CHECKING:
    from groundrules.config.settings import Settings
    from groundrules.desk.talking.show_agreement import Asked
    from groundrules.reporters.sheets.sheet import Sheet


class OnPaper(NamedTuple):
    """What can be put on paper of a talk.

    Attributes:
        party: whose agreement it is, by the record's id; "" where nothing was agreed.
        parties: everybody to whom something was promised that differs, by the record's ids.
        wordings: the names of the wordings.
        sheet: the agreement; None where nothing was agreed.
        is_unsettled: terms were put, and not all of them settled.
        may_both_sign: whoever is protected is an institution.
    """

    party: str
    parties: tuple[str, ...]
    wordings: tuple[str, ...]
    sheet: Sheet | None
    is_unsettled: bool
    may_both_sign: bool


def agreement_on_paper(record: str, asked: Asked, settings: Settings) -> OnPaper:
    """Return a talk's agreement; the first one's, where several differ and nobody is named.

    Raises:
        BadInput: the record, its policy or the wording cannot be read, nobody of that id is
            protected, or the agreed words give away a name that was not asked for.
    """
    conversation = read_record(record)
    timeline = fold(conversation, Policies(settings).of(conversation))
    found = promises_of(timeline)
    several = len(found) > 1
    parties = tuple(one for promises in found for one in promises.protects) if several else ()
    party = asked.party or next(iter(parties), "")
    protected = {party} if party else {one for each in found for one in each.protects}
    both = [is_institution(one) for one in conversation.parties if one.id in protected]
    return OnPaper(
        party,
        parties,
        WordingShelf(settings.paths("wordings")).names(KIND),
        show_agreement(record, asked._replace(party=party), settings) if found else None,
        bool(unsettled(timeline)),
        bool(both) and all(both),
    )
