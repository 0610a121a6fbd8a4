"""The configuration file: finding the nearest one, and reading it with every fault in it."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.config.keys import KEYS, Key
from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

OWN = "groundrules.toml"
SHARED = "pyproject.toml"

_LARGEST = 1 << 20
_TABLE = "[tool.groundrules]"
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


class ConfigFile(NamedTuple):
    """One configuration file.

    Attributes:
        path: where it is.
        values: key to value, as the file gives them, each of the right kind.
    """

    path: Path
    values: Mapping[str, object]


def nearest(start: Path) -> ConfigFile | None:
    """Return the nearest configuration, from a folder up to the root of the file system.

    A `groundrules.toml` wins over a `pyproject.toml` in the same folder; a `pyproject.toml`
    without our table is not one.

    Raises:
        BadInput: the nearest file cannot be read, or a key in it is wrong.
    """
    for folder in (start, *start.parents):
        if os.path.lexists(folder / OWN):  # a dangling link is a fault, not an absence
            return ConfigFile(folder / OWN, _checked(folder / OWN, _read(folder / OWN), ""))
        if (folder / SHARED).is_file():
            values = _own_table(folder / SHARED)
            if values is not None:
                return ConfigFile(folder / SHARED, _checked(folder / SHARED, values, _TABLE))
    return None


def _own_table(path: Path) -> object:
    if b"groundrules" not in _bytes(path):  # most projects' files: not worth parsing
        return None
    tool = _read(path).get("tool")
    return tool.get("groundrules") if isinstance(tool, dict) else None


def _read(path: Path) -> dict[str, object]:
    import tomllib  # noqa: PLC0415 - start-up time: only where there is a file

    content = _bytes(path)
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        end = content.rstrip().count(b"\n") + 1
        raise BadInput(_syntax_fault(path, str(error), end)) from None
    except (UnicodeDecodeError, RecursionError):
        raise BadInput(
            Fault(str(path), "this is not TOML in UTF-8", "write it anew with `groundrules init`")
        ) from None


def _syntax_fault(path: Path, message: str, end: int) -> Fault:
    """Return the parser's complaint as a fault; the last line is its place where it names none."""
    reason = message.partition(" (at ")[0].lower()
    found = _PLACE.search(message)
    line, column = (int(found[1]), int(found[2])) if found else (end, 0)
    return Fault(str(path), f"this is not TOML: {reason}", "mend it there", line, column)


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise BadInput(Fault(str(path), "this is not a file", "remove it or make it one"))
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise BadInput(
            Fault(str(path), f"it cannot be read: {reason}", "make it readable")
        ) from None
    if len(content) > _LARGEST:
        raise BadInput(Fault(str(path), "it is larger than 1 MiB", "is it a configuration?"))
    return content


def _checked(path: Path, values: object, table: str) -> Mapping[str, object]:
    """Return the values if every one of them is of its key's kind; name all that are not."""
    if not isinstance(values, dict):
        raise BadInput(Fault(str(path), f"{table} is not a table", "write `key = value` below it"))
    faults = [
        Fault(str(path), f"{table} {message}".strip(), remedy)
        for name, value in values.items()
        for message, remedy in _wrong(str(name), value)
    ]
    if faults:
        raise BadInput(*faults)
    return values


def _wrong(name: str, value: object) -> Iterator[tuple[str, str]]:
    key = KEYS.get(name)
    if key is None:
        yield f"key {name!r} is not known", _nearest_key(name)
    elif key.kind == "text":
        yield from _wrong_text(key, value)
    elif key.kind == "table":
        yield from _wrong_table(key, value)
    elif not (isinstance(value, list) and all(isinstance(one, str) and one for one in value)):
        yield f"key {name!r} must be a list of words", f"for example {name} = {key.example}"


def _wrong_text(key: Key, value: object) -> Iterator[tuple[str, str]]:
    if not isinstance(value, str) or not value:
        yield f"key {key.name!r} must be text", f"for example {key.name} = {key.example}"
    elif key.choices and value not in key.choices:
        yield f"key {key.name!r} cannot be {value!r}", f"use one of {', '.join(key.choices)}"


def _wrong_table(key: Key, value: object) -> Iterator[tuple[str, str]]:
    if not isinstance(value, dict):
        yield f"key {key.name!r} must be a table", f"for example {key.name} = {key.example}"
        return
    for name, word in value.items():
        if word not in key.choices:
            yield (
                f"key {f'{key.name}.{name}'!r} cannot be {word!r}",
                f"use one of {', '.join(key.choices)}",
            )


def _nearest_key(name: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - start-up time: only for a fault

    close = get_close_matches(name.replace("_", "-"), KEYS, n=1)
    every = f"the keys are {', '.join(KEYS)}"
    return f"did you mean {close[0]!r}? {every}" if close else every
