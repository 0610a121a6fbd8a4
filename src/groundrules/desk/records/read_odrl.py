"""Reading an export in ODRL: what was negotiated, as steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.readers.odrl_file import read_odrl_file

if TYPE_CHECKING:
    from groundrules.record.odrl.negotiation import Negotiation


def read_odrl(path: str) -> tuple[Negotiation, ...]:
    """Return the steps of the negotiations that a file holds; `-` is standard input.

    Raises:
        BadInput: it cannot be read, or does not hold to the profile.
    """
    return read_odrl_file(path)
