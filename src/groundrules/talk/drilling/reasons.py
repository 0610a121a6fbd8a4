"""Which law decided on what terms the words of a point stand, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.facts import Kind
from groundrules.record.standing import Basis, Doubt
from groundrules.talk.drilling.laws import Reason
from groundrules.talk.drilling.verdict import Verdict, protects

if TYPE_CHECKING:
    from groundrules.record.standing import Standing
    from groundrules.record.timeline import Timeline
    from groundrules.talk.drilling.scenario import Point, Scenario

_UNSETTLED = {
    Doubt.UNANSWERED: Reason.UNANSWERED,
    Doubt.ASSERTED: Reason.ASSERTED,
    Doubt.REFUSED_BY_SOME: Reason.REFUSED_BY_SOME,
    Doubt.UNCLEAR: Reason.UNCLEAR,
}
_BY_NAME_ONLY = frozenset({Doubt.UNDEFINED, Doubt.UNCONFIRMED_DEFINITION})


def reason_for(
    scenario: Scenario, point: Point, standing: Standing, verdict: Verdict, timeline: Timeline
) -> Reason:
    """Return why the words that told a point stand as they do.

    Args:
        scenario: what is played.
        point: the point that they told.
        standing: on which terms they stand.
        verdict: how that compares with what the person needs.
        timeline: the talk so far.
    """
    if verdict is Verdict.UNSETTLED:
        return next(_UNSETTLED[one.doubt] for one in standing.open if one.doubt in _UNSETTLED)
    if verdict is Verdict.FITS:
        return _why_it_fits(standing)
    if standing.graces:
        return Reason.GRACE
    if standing.basis is Basis.RELEASED:
        return Reason.RELEASED
    if standing.is_restricted:
        return _what_was_meant(standing, verdict)
    return _why_it_is_free(scenario, point, standing, timeline)


def _why_it_fits(standing: Standing) -> Reason:
    if standing.retroactive:
        return Reason.LATE_REQUEST
    if standing.basis is Basis.RELEASED:
        return Reason.RELEASED
    if not standing.is_restricted:
        return Reason.FREE
    return Reason.AGREED if _is_by_name(standing) else Reason.READ_BACK


def _what_was_meant(standing: Standing, verdict: Verdict) -> Reason:
    if _is_by_name(standing):
        return Reason.WORD_ALONE
    return Reason.MEANING if verdict is Verdict.TOO_FREE else Reason.AGREED_AWAY


def _is_by_name(standing: Standing) -> bool:
    return any(one.doubt in _BY_NAME_ONLY for one in standing.open)


def _why_it_is_free(
    scenario: Scenario, point: Point, standing: Standing, timeline: Timeline
) -> Reason:
    """Return why words are on the record that should not be."""
    if standing.retroactive:
        return Reason.ASKED_BACK
    if standing.facts:
        return Reason.RETURNED
    place = standing.statement.place
    speaker = standing.statement.speaker
    before = [fact for fact in timeline.conversation.facts if fact.at <= place]
    if _is_agreed_later(standing, timeline) or _is_asked_in_same_breath(standing, timeline):
        return Reason.TOO_SOON
    if scenario.earlier and point.needs and protects(scenario.earlier, point.needs):
        return Reason.LAST_TIME
    if any(fact.kind is Kind.TERMS_DECLINED and fact.by != speaker for fact in before):
        return Reason.DECLINED
    is_hinted = any(fact.kind is Kind.HINT_GIVEN for fact in before)
    return Reason.HINTED if is_hinted else Reason.NOTHING_AGREED


def _is_agreed_later(standing: Standing, timeline: Timeline) -> bool:
    statement = standing.statement
    return any(
        later.is_restricted and not later.is_open
        for later in timeline.standings
        if later.statement.place > statement.place and later.statement.speaker == statement.speaker
    )


def _is_asked_in_same_breath(standing: Standing, timeline: Timeline) -> bool:
    statement = standing.statement
    return any(
        fact.at == statement.place and fact.by == statement.speaker and fact.proposal
        for fact in timeline.conversation.facts
    )
