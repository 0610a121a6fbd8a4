"""Exports in ODRL: a file, as the negotiations that it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.readers.json_file import read_json
from groundrules.readers.text_file import shown
from groundrules.record.odrl import from_odrl

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.record.odrl.negotiation import Negotiation


def read_odrl_file(path: Path | str) -> tuple[Negotiation, ...]:
    """Return the steps of the negotiations in a file, or standard input for `-`, in its order.

    Raises:
        BadInput: it cannot be read, is no JSON, or does not hold to the profile; with the faults.
    """
    return from_odrl(read_json(path), shown(path))
