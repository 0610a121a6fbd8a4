"""Characters that nobody sees: a text in which a word is not what it looks like is refused.

Bidirectional controls change the order in which a line is shown (CVE-2021-42574, "Trojan
Source"), and a zero-width character in a word makes a name that looks whole and is not. Letters
written from right to left are not meant, nor joiners in the scripts that need them, nor soft
hyphens, which every hyphenated text has.
"""

from __future__ import annotations

import re

from groundrules.errors import BadInput, Fault

_BIDI = "\u202a-\u202e\u2066-\u2069"
_ZERO_WIDTH = "\u200b\u2060\ufeff\u180e"
_JOINERS = "\u200c\u200d"
_UNJOINED = "A-Za-z\u00c0-\u0530"
"""Latin, Greek and Cyrillic letters: no joiner belongs between two of them."""

_HIDDEN = re.compile(
    rf"[{_BIDI}]|(?<=\w)[{_ZERO_WIDTH}]+(?=\w)|(?<=[{_UNJOINED}])[{_JOINERS}]+(?=[{_UNJOINED}])"
)
_LINE_END = re.compile(r"\r\n|\n|\r")


def refuse_hidden_characters(path: str, text: str) -> None:
    """Raise BadInput where a text holds a character that makes it look like another one."""
    if text.isascii():
        return
    found = _HIDDEN.search(text)
    if not found:
        return
    ends = [end.end() for end in _LINE_END.finditer(text, 0, found.start())]
    column = found.start() - (ends[-1] if ends else 0) + 1
    more = sum(1 for _ in _HIDDEN.finditer(text, found.end()))
    others = f", and in {more} more places" if more else ""
    raise BadInput(
        Fault(
            path,
            f"an invisible character (U+{ord(found[0][0]):04X}) changes what readers see{others}",
            "delete it: a name could hide behind it",
            len(ends) + 1,
            column,
        )
    )
