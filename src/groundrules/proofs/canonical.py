"""Canonical JSON (RFC 8785): one value, one spelling, so that a hash of it means the value."""

from __future__ import annotations

from groundrules.proofs.spelling import LARGEST


class NotCanonical(ValueError):  # noqa: N818 - it says what the value is
    """A value that has no canonical spelling here; the message names its type, never the value."""


def canonical(value: object) -> bytes:
    """Return the one spelling of a value, as UTF-8.

    Args:
        value: strings, integers up to 2**53 - 1, booleans, None, and lists and dictionaries of
            those; a dictionary's keys are strings.

    Raises:
        NotCanonical: there is something else in it, or half of a surrogate pair.
    """
    import rfc8785  # noqa: PLC0415 - start-up time

    _refuse_others(value)
    try:
        return rfc8785.dumps(value)  # type: ignore[arg-type]
    except rfc8785.CanonicalizationError:
        raise NotCanonical("a string in it is no text") from None


def _refuse_others(value: object) -> None:
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise NotCanonical("a key in it is no string")
        for one in value.values():
            _refuse_others(one)
    elif isinstance(value, list | tuple):
        for one in value:
            _refuse_others(one)
    elif isinstance(value, int):  # a boolean is one too, and a small one
        if abs(value) > LARGEST:
            raise NotCanonical("a number in it is beyond 2**53 - 1")
    elif not (value is None or isinstance(value, str)):
        raise NotCanonical(f"it holds a value of type {type(value).__name__}")
