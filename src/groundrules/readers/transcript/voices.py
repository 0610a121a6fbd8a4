"""Voices: the labels by which a program tells speakers apart without knowing who they are.

`spk_0`, `SPEAKER_01`, `Speaker 2`, `ch_0`, `A`, `1`, `1B`: they name nobody, and to look for `A` or
`1` in a draft would find it everywhere. A party with such a label has no name; the label is its id.
"""

from __future__ import annotations

import re

_COUNTED = r"(?:speaker|spkr?|voice|participant|guest|channel|ch|dialog)[\s_#-]*(?:\d{1,4}|[a-z])"

_VOICE = re.compile(rf"{_COUNTED}(?:\s{_COUNTED}){{0,2}}|\d{{1,4}}[a-z]?|[a-z]", re.IGNORECASE)

_NOBODY = re.compile(r"[(<\[]?(?:unknown|unidentified)(?:[\s_]speaker)?[)>\]]?", re.IGNORECASE)

_APART = re.compile(r"[^A-Za-z0-9_-]+")


def is_voice(label: str) -> bool:
    """Tell whether a label, on one line, only tells a speaker apart from the others."""
    return label.isascii() and _VOICE.fullmatch(label) is not None


def is_nobody(label: str) -> bool:
    """Tell whether a program's label says that it does not know who spoke: `UNKNOWN`."""
    return _NOBODY.fullmatch(label) is not None


def voice_id(label: str) -> str:
    """Return a voice's label as the id of a party: `SPEAKER_01`, `SPK_0`, `SPEAKER-1` for `1`."""
    joined = _APART.sub("-", label).upper()
    return joined if joined[:1].isalpha() else f"SPEAKER-{joined}"
