"""Values as JSON has them, and back again by the types that somebody names.

A tuple, named or not, travels as a list, bytes as hexadecimal digits, a member of an enumeration as
its value. What comes back is only taken where it fits the type: an answer of another version of the
program is an error, and never a value that merely looks like one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]

_PLAIN = (NoneType, bool, int, float, str)
_ROWS = (list, Sequence, Collection, Iterable)
_TABLES = (dict, Mapping)


class Misshapen(TypeError):  # noqa: N818 - it says what the value is
    """A value that does not fit the type it is to have. It names types alone, never the value."""


def plain(value: object) -> Plain:
    """Return a value as JSON has it.

    Raises:
        Misshapen: JSON has nothing for it.
    """
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Enum):
        return plain(value.value)
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        return {key: plain(one) for key, one in value.items()}
    raise Misshapen(f"{type(value).__name__} cannot be sent")


def rebuilt(shape: Any, value: Plain) -> Any:  # noqa: ANN401 - what the caller says it is
    """Return a value as the type has it that JSON has lost.

    Args:
        shape: None, bool, int, float, str, bytes, an enumeration, a NamedTuple, or a list, tuple,
            dict, Sequence, Collection, Iterable, Mapping or union of those.
        value: what `plain` made of it.

    Raises:
        Misshapen: it does not fit.
    """
    if shape in (Any, object):
        return value
    origin = get_origin(shape) or shape
    if origin in (Union, UnionType):
        return _one_of(get_args(shape), value)
    if origin in _PLAIN or shape is None:
        return _as_it_is(NoneType if shape is None else shape, value)
    if isinstance(value, list):
        return _row(shape, origin, value)
    if isinstance(value, dict) and origin in _TABLES:
        return _table(shape, value)
    if isinstance(value, (str, int)) and isinstance(origin, type):
        return _scalar(origin, value)
    raise _unfit(shape, value)


def _as_it_is(shape: type, value: Plain) -> Plain:
    if type(value) is shape or (shape is float and type(value) is int):
        return value
    raise _unfit(shape, value)


def _one_of(shapes: tuple[Any, ...], value: Plain) -> object:
    for shape in shapes:
        try:
            return rebuilt(shape, value)
        except Misshapen:
            continue
    raise _unfit(shapes, value)


def _row(shape: object, origin: object, value: list[Plain]) -> object:
    if hasattr(origin, "_fields"):
        return _named(cast("type", shape), value)
    inner = get_args(shape)
    if origin in _ROWS:
        of = inner[0] if inner else Any
        return [rebuilt(of, one) for one in value]
    if origin in (set, frozenset):
        of = inner[0] if inner else Any
        return cast("type", origin)(rebuilt(of, one) for one in value)
    if origin is tuple:
        return _tuple(inner, value)
    raise _unfit(shape, value)


def _tuple(inner: tuple[Any, ...], value: list[Plain]) -> tuple[object, ...]:
    if not inner or inner[1:] == (...,):
        of = inner[0] if inner else Any
        return tuple(rebuilt(of, one) for one in value)
    if len(inner) != len(value):
        raise _unfit(tuple, value)
    return tuple(rebuilt(of, one) for of, one in zip(inner, value, strict=True))


def _named(shape: type, value: list[Plain]) -> object:
    kinds = _kinds(shape)
    if len(kinds) != len(value):
        raise _unfit(shape, value)
    return shape(*(rebuilt(of, one) for of, one in zip(kinds, value, strict=True)))


@cache
def _kinds(shape: type) -> tuple[Any, ...]:
    hints = get_type_hints(shape)
    return tuple(hints[name] for name in shape._fields)  # type: ignore[attr-defined]


def _table(shape: object, value: dict[str, Plain]) -> dict[str, object]:
    _, of = get_args(shape) or (str, Any)
    return {key: rebuilt(of, one) for key, one in value.items()}


def _scalar(shape: type, value: str | int) -> object:
    try:
        if issubclass(shape, Enum):
            return shape(value)
        if shape is bytes and isinstance(value, str):
            return bytes.fromhex(value)
    except ValueError:
        pass
    raise _unfit(shape, value)


def _unfit(shape: object, value: object) -> Misshapen:
    name = getattr(shape, "__name__", "a union")
    return Misshapen(f"{type(value).__name__} is no {name}")
