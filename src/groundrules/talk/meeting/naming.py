"""Whether words name somebody: by name or a part of it, an alias, or whom they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.name_told import as_draft, tells_name, tells_phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.record.transcript import Party


def names(text: str, parties: Iterable[Party]) -> bool:
    """Tell whether a text names any of these parties.

    A whole name, alias or affiliation counts in any case; one word of a name counts with a
    capital, so that somebody called May stops no *may*.
    """
    draft = as_draft(text)
    return any(
        any(tells_name(draft, one) for one in (party.name, *party.aliases))
        or any(tells_phrase(draft, one) for one in party.affiliations)
        for party in parties
    )
