"""Reading an export in ODRL that somebody sent: from memory, so that it never comes to a disk."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NoReturn

from groundrules.errors import BadInput, Fault
from groundrules.record.odrl import from_odrl

if TYPE_CHECKING:
    from groundrules.record.odrl.negotiation import Negotiation

_NAME = "the export"
_MEND = "mend it, or have it exported anew"


def read_odrl_upload(content: bytes) -> tuple[Negotiation, ...]:
    """Return the steps of the negotiations that an export holds.

    Args:
        content: the bytes of a JSON-LD file, in UTF-8 (RFC 8259).

    Raises:
        BadInput: it is no JSON, can be read two ways, or does not hold to the profile. No message
            holds a word of it.
    """
    return from_odrl(_value(content), _NAME)


def _value(content: bytes) -> object:
    try:
        text = content.decode("utf-8-sig")
        return json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        fault = Fault(_NAME, "this is not JSON", _MEND, error.lineno, error.colno)
    except RecursionError:
        fault = Fault(_NAME, "it has brackets within brackets too deep to be read", _MEND)
    except ValueError:  # other encodings, a key twice, numbers that JSON has none of
        fault = Fault(_NAME, "this is not JSON that can be read in one way", _MEND)
    raise BadInput(fault)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) < len(pairs):
        raise ValueError
    return value


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)
