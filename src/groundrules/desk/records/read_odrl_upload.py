"""Reading an export in ODRL that somebody sent: from memory, so that it never comes to a disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.readers.json_file import json_of
from groundrules.record.odrl import from_odrl

if TYPE_CHECKING:
    from groundrules.record.odrl.negotiation import Negotiation

_NAME = "the export"


def read_odrl_upload(content: bytes) -> tuple[Negotiation, ...]:
    """Return the steps of the negotiations that an export holds.

    Args:
        content: the bytes of a JSON-LD file, in UTF-8 (RFC 8259).

    Raises:
        BadInput: it is no JSON, can be read two ways, or does not hold to the profile. No message
            holds a word of it.
    """
    return from_odrl(json_of(content, _NAME), _NAME)
