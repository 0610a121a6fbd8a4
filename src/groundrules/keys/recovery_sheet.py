"""The sheet to be printed: the recovery key in lines and as a code, and what to do with it."""

from __future__ import annotations

import io
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import segno

    from groundrules.keys.recovery import Recovery

_TEXT = """\
RECOVERY SHEET

Vault:    {vault}
Made on:  {created}

Whoever has this sheet and the vault can open it without the passphrase.
Whoever has lost the passphrase cannot open it without this sheet.

{lines}

What to do with it
  - Print it, or write it down, and keep it where neither the vault nor its
    backups are: locked away, or with somebody whom you trust.
  - Leave no copy of it on a computer, in a message or in a photograph.
  - Try whether it works:          groundrules vault recovery test
  - When the passphrase is lost:   groundrules vault recover
    and type the three lines. Capitals, spaces and hyphens do not matter.
    The last two characters of a line check it, so that a mistake is named
    by its line. The letters are A to Z and the digits 2 to 7; what looks
    like a nought, a one or an eight is O, I or B.
  - When somebody else has seen it: make a new one, and destroy this one.
    groundrules vault recovery print
"""


_QUIET = 4
"""How many light dots the standard wants around a code."""


def sheet(vault: str, created: str, recovery: Recovery) -> str:
    """Return the printable text of a recovery sheet.

    Args:
        vault: the name by which its owner knows the vault.
        created: the day on which it was made, YYYY-MM-DD.
        recovery: the key.
    """
    lines = (f"    {number}:  {line}" for number, line in enumerate(recovery.lines(), 1))
    return _TEXT.format(vault=vault, created=created, lines="\n\n".join(lines))


def qr_terminal(recovery: Recovery) -> str:
    """Return the key as a QR code for a dark screen: what is light in it is drawn in blocks."""
    stream = io.StringIO()
    _code(recovery).terminal(stream, compact=True)
    return stream.getvalue()


def qr_paper(recovery: Recovery) -> str:
    """Return the key as a QR code for paper: what is dark in it is drawn in blocks."""
    rows = [list(row) for row in _code(recovery).matrix_iter(border=_QUIET)]
    below = [0] * len(rows)
    pairs = zip_longest(rows[::2], rows[1::2], fillvalue=below)
    return "".join("".join(map(_ink, *pair)) + "\n" for pair in pairs)


def _ink(upper: int, lower: int) -> str:
    return " ▄▀█"[2 * upper + lower]


def _code(recovery: Recovery) -> segno.QRCode:
    import segno  # noqa: PLC0415 - start-up time

    # Without spaces it is all capitals and digits, for which a code needs half as many dots.
    return segno.make_qr("".join(recovery.lines()).replace(" ", ""), error="m")
