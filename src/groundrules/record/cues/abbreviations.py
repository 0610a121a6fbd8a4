"""Abbreviations: the full stops that belong to a word and end no sentence: `St. Brigid's`, `U.S.`.

As patterns for the original words, to be searched for whatever the case of the letters.
"""

from __future__ import annotations

_BEGINS = (
    r"(?:i|you|we|he|she|they|it|this|that|these|there|the|an?|my|your|do|don['’]t|did|can|could"
    r"|will|would|may|please|but|and|so|if|no|not|yes|never|just|then|what|who|how|when|because"
    r"|call|keep|leave)\b"
)
_CAPITAL = r"(?=\s+(?-i:[A-Z]))"
_NAME = rf"{_CAPITAL}(?!\s+{_BEGINS})"
_INITIALS = r"(?![ap]\.m\b)(?:[a-z]\.){2,}"

ENDING = rf"{_INITIALS}(?=\W*$|{_CAPITAL}\s+{_BEGINS})"
"""Initials with which a sentence ends: they stand last, or before a word that begins another."""

ABBREVIATION = (
    rf"(?:st|mt|dr|mr|mrs|ms|prof|sgt|lt|gen|gov|sen|rev|capt|col)\.{_NAME}"
    rf"|(?-i:(?!I)[A-Z])\.{_NAME}|{_INITIALS}"
)
"""A title before a name, the initial of one, or initials within a sentence."""
