"""Does a standing give a point what it needs, and leave it what it is wanted for?"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from groundrules.talk.drilling.scenario import Side
from groundrules.terms.rights import Attribute, Contradict, Publish, Quote, Repeat, Rights

if TYPE_CHECKING:
    from groundrules.record.standing import Standing
    from groundrules.talk.drilling.scenario import Point
    from groundrules.terms.conditions import Conditions
    from groundrules.terms.promise import Terms


class Verdict(StrEnum):
    """How the standing of some words compares with what the person needs."""

    FITS = "fits"
    TOO_FREE = "too-free"
    TOO_TIGHT = "too-tight"
    UNSETTLED = "unsettled"


def verdict_on(point: Point, standing: Standing, side: Side) -> Verdict:
    """Return how the standing of the words that told a point compares with what it must have.

    What is not settled fits nobody: the source has no promise, and the reporter cannot use it.
    A grace that a reporter grants gives away what he could have used.
    """
    if standing.is_open:
        return Verdict.UNSETTLED
    if point.needs and not protects(standing.terms, point.needs):
        return Verdict.TOO_FREE
    is_reporter = side is Side.REPORTER
    if point.wants and (
        not serves(standing.terms, point.wants, unasked=not is_reporter)
        or (is_reporter and standing.graces)
    ):
        return Verdict.TOO_TIGHT
    return Verdict.FITS


def protects(terms: Terms, needs: Terms) -> bool:
    """Tell whether terms are as strict as what is needed, in every right and condition."""
    rights = _as_printed(terms.rights)
    return needs.rights.allows(rights) and _conditions_protect(terms, needs.conditions)


def serves(terms: Terms, wants: Terms, *, unasked: bool) -> bool:
    """Tell whether terms are as free as what is wanted.

    Args:
        terms: what was promised.
        wants: the strictest rights, and the conditions, that are still of use.
        unasked: a condition that `wants` does not name does no harm.
    """
    return terms.rights.allows(wants.rights) and (
        unasked or _conditions_serve(terms.conditions, wants.conditions)
    )


def _as_printed(rights: Rights) -> Rights:
    """Return rights in which nothing counts as free that cannot happen without publication."""
    if rights.publish is Publish.YES:
        return rights
    return rights._replace(quote=Quote.NO, attribute=Attribute.NONE, contradict=Contradict.NO)


def _conditions_protect(terms: Terms, needs: Conditions) -> bool:
    rights, given = terms.rights, terms.conditions
    gone = not needs.delete_by or (
        given.delete_by is not None and given.delete_by <= needs.delete_by
    )
    told = needs.tell is None or (given.tell is not None and given.tell <= needs.tell)
    if rights.publish is not Publish.YES:
        return gone and (told or rights.repeat is Repeat.NOBODY)
    unnamed = rights.attribute not in {Attribute.NAME, Attribute.DESCRIPTION}
    described = (
        needs.descriptions is None
        or unnamed
        or (given.descriptions is not None and given.descriptions <= needs.descriptions)
    )
    approved = (
        not needs.quote_approval or given.quote_approval or rights.quote is not Quote.VERBATIM
    )
    return gone and told and described and approved and needs.embargoes <= given.embargoes


def _conditions_serve(given: Conditions, wants: Conditions) -> bool:
    described = not (wants.descriptions and given.descriptions) or bool(
        wants.descriptions & given.descriptions
    )
    return (
        described
        and given.quote_approval <= wants.quote_approval
        and given.embargoes <= wants.embargoes
        and (given.delete_by is None or wants.delete_by is not None)
    )
