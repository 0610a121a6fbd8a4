"""Whether words name somebody: by name or a part of it, an alias, or whom they are for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.record.transcript import Party

_WORD = re.compile(r"\w+")
_SHORTEST = 3


def names(text: str, parties: Iterable[Party]) -> bool:
    """Tell whether a text names any of these parties.

    A whole name, alias or affiliation counts in any case; one word of a name counts as it is
    written there or in capitals, so that somebody called May does not stop every month.
    """
    written = _WORD.findall(text)
    folded = f" {' '.join(written).casefold()} "
    return any(_is_in(party, written, folded) for party in parties)


def _is_in(party: Party, written: list[str], folded: str) -> bool:
    whole = any(f" {phrase} " in folded for phrase in _phrases(party))
    return whole or any(
        word in written or word.upper() in written
        for word in _WORD.findall(party.name)
        if len(word) >= _SHORTEST
    )


def _phrases(party: Party) -> Iterator[str]:
    for spelling in (party.name, *party.aliases, *party.affiliations):
        phrase = " ".join(_WORD.findall(spelling)).casefold()
        if phrase:
            yield phrase
