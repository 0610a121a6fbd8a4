"""A source as a record shows her whose name is kept apart: a code name, and what a draft gave away.

The text stands in a party's line behind the role. What a draft says of her, word for word, stands
there as an alias or an affiliation: so the rules find in the draft what is in the draft, and the
record never holds more of a name than that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.notation.parties import party_text
from groundrules.record.transcript import Party, Role
from groundrules.vault.name_forms import NamePart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from groundrules.vault.name_forms import NameForm

_SURE = frozenset({NamePart.NAME, NamePart.ALONE, NamePart.WRITTEN})
_SHORT = frozenset({NamePart.INITIAL, NamePart.VARIANT, NamePart.MIDDLE})
"""Forms of a whole name that are found by the whole name too, where the draft has that."""

_BARE = {
    NamePart.SURNAME: "{code} {text}",
    NamePart.PART: "{code} van {text}",
    NamePart.BETWEEN: "{code} {text} {code}",
}
"""What stands for the rest of a name, so that the word has the same place in it."""


def shown_text(code: str, found: Sequence[tuple[NameForm, str]] = ()) -> str:
    """Return `, K7QX4M`, with what a draft has of the source behind it.

    Args:
        code: the code name.
        found: forms that a draft has of her, with the draft's words. Of a surname alone, or a part
            of one, it is not known whose it is: it gets the code name beside it, so that it is
            looked for as that of a longer name.
    """
    shortest: dict[NameForm, str] = {}
    for form, text in found:
        shortest[form] = min(shortest.get(form, text), text, key=len)
    bodies = [text for form, text in shortest.items() if form.part is NamePart.BODY]
    names = dict.fromkeys(_names(code, shortest))
    party = Party("S", Role.SOURCE, code, tuple(bodies), tuple(names))
    return party_text(party).removeprefix(f"S: {Role.SOURCE.value}")


def _names(code: str, found: Mapping[NameForm, str]) -> Iterator[str]:
    """Yield the names by which all places are found that the source's own names would find."""
    whole = {form.text.partition(" ")[2] for form in found if form.part is NamePart.NAME}
    alone = {form.text for form in found if form.part is NamePart.ALONE}
    for form, text in found.items():
        surname = form.text.partition(" ")[2]
        if form.part in _SURE or (form.part in _SHORT and surname not in whole):
            yield text
        elif form.part in _BARE and form.text not in whole | alone:
            yield _BARE[form.part].format(code=code, text=text)
