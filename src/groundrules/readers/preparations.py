"""The file in which the answers before a talk are kept, so that a person can go on later.

JSON (RFC 8259): an object with `groundrules`, `version` and `answers`. It is not encrypted. It is
written whole, readable by its owner alone, after every answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import read_text, shown
from groundrules.readers.writing import write_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

KIND = "preparation"
VERSION = 1
LIMIT = 1 << 20
"""The most bytes of a file of answers."""

_KEYS = ("groundrules", "version", "answers")
_REMEDY = "name a file that `groundrules prepare` wrote, or begin with a new one"


class Kept(NamedTuple):
    """What a file of answers holds, not yet held against the questions.

    Attributes:
        path: the file as the person named it.
        answers: question to answer, as JSON has it.
        text: the file's own text, from which a fault gets its line.
    """

    path: str
    answers: Mapping[str, object]
    text: str

    def line_of(self, key: str) -> int:
        """Return the line on which a key stands first; 0 where it cannot be found."""
        import json  # noqa: PLC0415 - only a fault asks

        for spelled in (json.dumps(key, ensure_ascii=False), json.dumps(key)):
            at = self.text.find(spelled)
            if at >= 0:
                return self.text.count("\n", 0, at) + 1
        return 0


def read_answers(path: Path) -> Kept:
    """Return what a file of answers holds.

    Raises:
        BadInput: it cannot be read, is no JSON, or is no file of answers. It is left as it is.
    """
    import json  # noqa: PLC0415 - start-up time

    text = read_text(path, limit=LIMIT)
    name = shown(path)
    try:
        raw = json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        message = f"this is not JSON: {error.msg.lower()}"
        raise BadInput(Fault(name, message, _REMEDY, error.lineno, error.colno)) from None
    except (ValueError, RecursionError):
        message = "it holds a number, a name twice, or brackets, as no file of answers has them"
        raise BadInput(Fault(name, message, _REMEDY)) from None
    if not isinstance(raw, dict) or raw.get("groundrules") != KIND or set(raw) != set(_KEYS):
        raise BadInput(Fault(name, "this is no file of answers before a talk", _REMEDY))
    if raw["version"] != VERSION or isinstance(raw["version"], bool):
        message = f"its version is not {VERSION}, the only one that can be read"
        raise BadInput(Fault(name, message, _REMEDY))
    if not isinstance(raw["answers"], dict):
        raise BadInput(Fault(name, "its answers are no table", _REMEDY))
    return Kept(name, raw["answers"], text)


def write_answers(path: Path, answers: Mapping[str, object]) -> None:
    """Write a file of answers, in place of the one that was there; only its owner can read it.

    Raises:
        BadInput: it cannot be written. What was there before is then there still.
    """
    import json  # noqa: PLC0415 - start-up time

    content = dict(zip(_KEYS, (KIND, VERSION, answers), strict=True))
    write_text(path, json.dumps(content, ensure_ascii=False, indent=2) + "\n", force=True)


def _object(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    """Return an object of JSON whose names are all different."""
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError("a name stands there twice")
        found[name] = value
    return found
