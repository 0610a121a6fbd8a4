"""Quotation marks around what nobody said: the titles of works, and nicknames.

`on “The Harbor Hour,”` and `Dana “Tig” Whitfield`, not `said “No.”`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.listed import listed

if TYPE_CHECKING:
    from groundrules.draft.printed import Stretch

_LONGEST = 60
_SMALL = listed(
    "a an the of and or in on at to for with from by is as but vs than into it's de la el"
)
_LEADS_ON = listed(
    """on of in from called titled entitled named headlined host hosts book film movie show song
    series program programme album play ad novel memoir documentary article column episode musical
    drama comedy sitcom painting poem essay video podcast game watch watching watched sang sings
    sing singing reading author starring including like wrote hit on's for and by to opera ballet
    hosted co-host via with at the new spot drama thriller slogan wearing wore signed"""
)
_GOES_ON = ("host ", "co-host", "star ", "anchor ", "shirt", "t-shirt", "hat", "sign")
_BEFORE = 24


def is_title(text: str, quotation: Stretch) -> bool:
    """Tell whether what stands in quotation marks is a title or a nickname, by its capitals."""
    if quotation.end - quotation.start > _LONGEST:
        return False
    inside = text[quotation.start : quotation.end].strip("\"“”'‘’`«»")
    if not _is_capitalised(inside):
        return False
    before = text[max(quotation.start - _BEFORE, 0) : quotation.start].split()
    last = before[-1] if before else ""
    if last.endswith(("'s", "’s")) or last.lower().rstrip(",") in _LEADS_ON:
        return True
    if text[quotation.end : quotation.end + _BEFORE].lstrip().startswith(_GOES_ON):
        return True
    behind = text[quotation.end : quotation.end + 2]
    return last[:1].isupper() and last[-1:].isalpha() and behind[:1] == " " and behind[1:].isupper()


def _is_capitalised(inside: str) -> bool:
    if inside[-1:] in "?!":
        return False
    words = inside.rstrip(".,").replace("-", " ").split()
    return (
        bool(words)
        and words[0][:1].isupper()
        and all(
            word[:1].isupper() or not word[:1].isalpha() or word.lower() in _SMALL for word in words
        )
    )
