"""Shaping: what the desk shows, as the shape that a route answers with."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

_Shape = TypeVar("_Shape", bound=msgspec.Struct)


def shaped(value: object, kind: type[_Shape], **more: object) -> _Shape:
    """Return a tuple of the desk as the struct of the same names; further names are left out.

    Args:
        value: a named tuple, with others in it as deep as may be.
        kind: the struct.
        more: what stands in it besides, by name.
    """
    return msgspec.convert({**_by_name(value), **more}, kind, from_attributes=True)


def _by_name(value: Any) -> Any:  # noqa: ANN401 - whatever the desk shows
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: _by_name(one) for name, one in value._asdict().items()}
    return [_by_name(one) for one in value] if isinstance(value, tuple | list) else value
