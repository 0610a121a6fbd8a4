"""Traces of a text in bytes: looked for as it could have been written down by mistake."""

from __future__ import annotations

import base64
import re

_STEPS = 3
_BYTE, _SIX = 8, 6


def forms_of(text: str) -> dict[str, tuple[bytes, ...]]:
    """Return the bytes of a text in six encodings; base64 in each of its three alignments."""
    plain = text.encode()
    quoted = "".join(f"%{byte:02X}" for byte in plain)
    return {
        "utf-8": (plain,),
        "utf-16le": (text.encode("utf-16le"),),
        "utf-16be": (text.encode("utf-16be"),),
        "base64": tuple(_inside(plain, start) for start in range(_STEPS)),
        "hex": (plain.hex().encode(), plain.hex().upper().encode()),
        "url": (quoted.encode(), quoted.lower().encode()),
    }


def _inside(plain: bytes, start: int) -> bytes:
    """Return what of the base64 of a text depends on the text alone, at one alignment."""
    whole = base64.b64encode(bytes(start) + plain)
    return whole[-(-start * _BYTE // _SIX) : (start + len(plain)) * _BYTE // _SIX]


def traces(content: bytes, texts: list[str]) -> set[tuple[str, str]]:
    """Return the texts that stand in some bytes, each with the encoding; case does not count."""
    folded = content.lower()
    return {
        (text, encoding)
        for text in texts
        for encoding, forms in forms_of(text).items()
        for form in forms
        if re.search(
            re.escape(form if encoding == "base64" else form.lower()),
            _in(encoding, content, folded),
        )
    }


def _in(encoding: str, content: bytes, folded: bytes) -> bytes:
    return content if encoding == "base64" else folded
