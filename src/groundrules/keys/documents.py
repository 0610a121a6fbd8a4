"""A document of this room as it is read back: JSON with a version, or nothing at all."""

from __future__ import annotations

import json
from typing import Any


def loaded(document: bytes, version: int) -> dict[str, Any]:
    """Return the fields of a document.

    Args:
        document: JSON.
        version: the one that the caller reads.

    Raises:
        ValueError: it is no JSON object, or one of another version.
    """
    return of_version(json.loads(document), version)


def of_version(value: object, version: int) -> dict[str, Any]:
    """Return a value of JSON that is an object of one version.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(value, dict) or value.get("v") != version:
        raise ValueError(f"this is no document of version {version}")
    return value
