"""GR403: the draft tells that somebody was at a meeting whose participants are secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.printed import as_printed
from groundrules.rules.descriptions import holds, in_short
from groundrules.rules.names import Named, names_in
from groundrules.rules.passages import sentences_at
from groundrules.rules.people import names_of
from groundrules.rules.rule import Confidence, Finding, Rule
from groundrules.rules.usage import uses
from groundrules.terms.rights import Attendance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case, Evidenced
    from groundrules.record.transcript import Party

_PRESENCE = (
    *("attend", "attended", "attendee", "attending", "participant", "participated", "took part"),
    *("take part", "taking part", "was present", "were present", "was there", "were there"),
    *("was at the", "were at the", "was among the guests", "among those at", "in the room"),
    *("joined", "sat in", "sat on the panel", "spoke at", "speaking at", "addressed the meeting"),
)
"""What says that somebody was there. Articles and number do not count."""


class DisclosedAttendance(Rule):
    """The draft tells that somebody took part in what they were promised to be secret at."""

    code = "GR403"
    name = "disclosed-attendance"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the names of participants in sentences that place them at the meeting."""
        presence = [in_short(phrase) for phrase in _PRESENCE]
        for secret in _first_secrets(case):
            matter = in_short(secret.conversation.matter)
            for party in _hidden(case, secret):
                for named in names_in(case.draft, names_of(party)):
                    sentence = in_short(
                        as_printed(case.draft, sentences_at(case.draft, named.span))
                    )
                    about_it = bool(matter) and holds(sentence, matter)
                    if about_it or any(holds(sentence, one) for one in presence):
                        yield self.finding(
                            case,
                            named.span,
                            "tells that somebody took part in a conversation at which attendance "
                            "is secret",
                            f"leave out who was there (statement {secret.statement.id})",
                            statement=secret.statement.id,
                            confidence=_how_sure(named, about_it=about_it),
                        )


def _how_sure(named: Named, *, about_it: bool) -> Confidence:
    if named.confidence is Confidence.LOW:
        return Confidence.LOW
    return Confidence.HIGH if about_it else Confidence.MEDIUM


def _first_secrets(case: Case) -> Iterator[Evidenced]:
    """Yield the first statement of each conversation whose terms keep attendance secret."""
    seen = set()
    for evidenced in case.statements.values():
        secret = evidenced.standing.terms.rights.attendance is Attendance.SECRET
        if secret and evidenced.conversation.id not in seen:
            seen.add(evidenced.conversation.id)
            yield evidenced


def _hidden(case: Case, secret: Evidenced) -> Iterator[Party]:
    """Yield the participants of whom the draft uses nothing that they said there on the record."""
    conversation = secret.conversation.id
    open_to_all = {
        use.evidenced.statement.speaker
        for use in uses(case)
        if use.is_free and use.evidenced.conversation.id == conversation
    }
    for party in secret.conversation.parties:
        if not party.is_reporter and party.id not in open_to_all:
            yield party
