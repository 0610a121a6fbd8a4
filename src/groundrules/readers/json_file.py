"""A JSON file as somebody gave it to us: read whole and exactly, or refused with its place.

Source: RFC 8259. What it leaves open is refused: a key twice in one object, and numbers that JSON
has none of (`NaN`, `Infinity`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import MEBIBYTE, read_text, shown, text_of

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 16 * MEBIBYTE
"""The most bytes of a JSON file."""

_MEND = "mend it, or have it exported anew"


def read_json(path: Path | str) -> object:
    """Return the value that a file holds, or standard input for `-`.

    Raises:
        BadInput: it cannot be read, is no JSON, or is JSON that can be read two ways.
    """
    return _value(read_text(path, limit=LIMIT), shown(path))


def json_of(content: bytes, name: str) -> object:
    """Return the value that the bytes of a file hold.

    Args:
        content: the bytes.
        name: what faults call the file.

    Raises:
        BadInput: as `read_json`; no message holds a word of it.
    """
    return _value(text_of(content, name, LIMIT), name)


def _value(text: str, name: str) -> object:
    import json  # noqa: PLC0415 - start-up time: only where JSON is read

    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        reason = error.msg[:1].lower() + error.msg[1:]
        fault = Fault(name, f"this is not JSON: {reason}", _MEND, error.lineno, error.colno)
    except _Ambiguous as error:
        fault = Fault(name, str(error), _MEND)
    except RecursionError:
        fault = Fault(name, "it has brackets within brackets too deep to be read", _MEND)
    except ValueError:  # a whole number of thousands of digits
        fault = Fault(name, "a number is too long to be read", _MEND)
    raise BadInput(fault)


class _Ambiguous(Exception):  # noqa: N818 - it is what the file is
    """JSON that one program reads so and another otherwise."""


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) < len(pairs):
        raise _Ambiguous("an object has the same key twice")
    return value


def _refuse_constant(name: str) -> NoReturn:
    raise _Ambiguous(f"{name} is no number of JSON")
