"""A JSON document, read key by key with the path of each value, and the faults found on the way.

Sources: RFC 8259, and RFC 9535 for how a path is written. Numbers stay as they are written, so
that `1.30` never passes through a binary fraction. Reading goes on after a fault, so that a person
sees all of them at once.

What programs write though JSON has it not, or leaves it open, is refused where it would have to be
read: `NaN` (which recognisers write for a confidence), a key that an object has twice, a number of
hundreds of digits. Where nothing reads it, it does no harm.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import shown
from groundrules.readers.transcript.turns import LONGEST_HOURS

if TYPE_CHECKING:
    from groundrules.readers.transcript.cues import Faults
    from groundrules.readers.transcript.origin import Origin

MOST_VALUES = 1_000_000
"""The most commas and opening brackets of a document, which bound its values and with them the
memory that it takes: the words of six hours, as the most talkative programs write them."""

LONGEST_TEXT = 1 << 20
"""The most characters of one text of a document: as of a line elsewhere."""

LONGEST_LABEL = 200
"""The most characters of what a speaker is called."""

SECONDS = 1000
MILLISECONDS = 1

_LONGEST_PERIOD = (LONGEST_HOURS + 1) * 3_600_000 - 1

_PLAIN = re.compile(r"(\d{1,12})(?:\.(\d{1,60}))?", re.ASCII)

_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,60})?(?:[eE][+-]?\d{1,2})?", re.ASCII)

_WHOLE = re.compile(r"-?\d{1,18}", re.ASCII)

_MEND = "mend it, or have it exported anew"


class Written(str):
    """A number, as the document writes it."""

    __slots__ = ()


class _Twice(dict[str, object]):
    """An object that has a key twice."""


class _Place(NamedTuple):
    above: _Place | None
    key: str | int

    def __str__(self) -> str:
        keys: list[str | int] = []
        place: _Place | None = self
        while place:
            keys.append(place.key)
            place = place.above
        path = (f"[{key}]" if isinstance(key, int) else f".{key}" for key in reversed(keys))
        return "$" + "".join(path)


def load_json(text: str, origin: Origin) -> object:
    """Return the value that a text holds: numbers as `Written`, all else as Python has it.

    Raises:
        BadInput: it is no JSON, or too much of it.
    """
    import json  # noqa: PLC0415 - start-up time: only where JSON is read

    path = shown(origin.path)
    if sum(map(text.count, ",[{")) > MOST_VALUES:
        message = f"it has more than {MOST_VALUES:,} values"
        raise BadInput(Fault(path, message, "split it, or export it without what is not talk"))
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=Written,
            parse_int=Written,
            parse_constant=Written,
        )
    except json.JSONDecodeError as error:
        reason = error.msg[:1].lower() + error.msg[1:]
        raise BadInput(
            Fault(path, f"this is not JSON: {reason}", _MEND, error.lineno, error.colno)
        ) from None
    except RecursionError:
        message = "it has brackets within brackets too deep to be read"
        raise BadInput(Fault(path, message, _MEND)) from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    return value if len(value) == len(pairs) else _Twice(value)


class Node(NamedTuple):
    """An object of a document, and where it stands in it."""

    raw: dict[str, object]
    faults: Faults
    place: _Place | None = None

    def __str__(self) -> str:
        """Return the path."""
        return str(self.place) if self.place else "$"

    def has(self, key: str) -> bool:
        """Tell whether there is an entry of this key other than `null`."""
        return self.raw.get(key) is not None

    def refuse(self, key: str, message: str, remedy: str = _MEND) -> None:
        """Note a fault of one entry; of the object itself where the key is ""."""
        path = f"{self}.{key}" if key else str(self)
        self.faults.add(0, f"{path}: {message}", remedy)

    def text(self, key: str, *, required: bool = False) -> str:
        """Return an entry that is text; "" where it is left out or `null`."""
        value = self.raw.get(key)
        if value is None:
            if required:
                self.refuse(key, "it is missing")
            return ""
        if not isinstance(value, str) or isinstance(value, Written):
            self.refuse(key, "it must be text")
            return ""
        if len(value) > LONGEST_TEXT:
            self.refuse(key, f"it has more than {LONGEST_TEXT:,} characters", "split the file")
            return ""
        return value

    def label(self, key: str) -> str:
        """Return an entry that is text or a whole number, as text; "" where it is left out."""
        value = self.raw.get(key)
        if isinstance(value, Written):
            if not _WHOLE.fullmatch(value):
                self.refuse(key, "it must be text or a whole number")
                return ""
            return str(value)
        text = self.text(key)
        if len(text) > LONGEST_LABEL:
            self.refuse(key, f"a label has more than {LONGEST_LABEL} characters")
            return ""
        return text

    def ordinal(self, key: str) -> int | None:
        """Return an entry that is a whole number from nought on, or None where it is left out."""
        value = self.raw.get(key)
        if value is None:
            return None
        if not (isinstance(value, Written) and _WHOLE.fullmatch(value) and int(value) >= 0):
            self.refuse(key, "it must be a whole number")
            return None
        return int(value)

    def time(self, key: str, unit: int = SECONDS) -> int | None:
        """Return an entry that is a time, in milliseconds; None where it is left out.

        Parts of a millisecond are rounded to the nearest.

        Args:
            key: of a number, or of text that is one.
            unit: how many milliseconds its unit has: a second, or one, which then must be whole.
        """
        value = self.raw.get(key)
        if value is None:
            return None
        if not isinstance(value, str):
            self.refuse(key, "it is no time: it must be a number")
            return None
        return self.milliseconds(key, value, unit)

    def milliseconds(self, key: str, number: str, unit: int = SECONDS) -> int | None:
        """Return the number that was found at a key in milliseconds; None where it is none."""
        plain = _PLAIN.fullmatch(number)
        if plain and unit == SECONDS:
            whole, part = plain[1], plain[2] or ""
            return self._bounded(key, int(whole) * 1000 + _thousandths(part))
        if plain and not plain[2]:
            return self._bounded(key, int(number))
        if not _NUMBER.fullmatch(number) or unit != SECONDS:
            kind = "a number" if unit == SECONDS else "a whole number of milliseconds"
            self.refuse(key, f"it is no time: it must be {kind}")
            return None
        from decimal import ROUND_HALF_UP, Decimal  # noqa: PLC0415 - start-up time: as `json`

        exact = Decimal(number) * SECONDS
        # A number with a large exponent would become one of many digits.
        bound = Decimal(_LONGEST_PERIOD + 1)
        near = max(-bound, min(exact, bound))
        return self._bounded(key, int(near.to_integral_value(ROUND_HALF_UP)))

    def _bounded(self, key: str, time: int) -> int | None:
        if 0 <= time <= _LONGEST_PERIOD:
            return time
        self.refuse(key, f"the time is negative, or past {LONGEST_HOURS} hours")
        return None

    def span(
        self, start: str = "start", end: str = "end", unit: int = SECONDS
    ) -> tuple[int | None, int | None]:
        """Return the times at two keys; that it ends before it starts is a fault."""
        return self.forwards(end, self.time(start, unit), self.time(end, unit))

    def forwards(
        self, key: str, start: int | None, end: int | None
    ) -> tuple[int | None, int | None]:
        """Return a start and an end as they are; that it ends before it starts is a fault."""
        if start is not None and end is not None and end < start:
            self.refuse(key, "it ends before it starts", "put the earlier time first")
        return start, end

    def node(self, key: str) -> Node:
        """Return an entry that is an object; an empty one where it is left out."""
        value = self.raw.get(key)
        return self.within(key, {} if value is None else value)

    def within(self, key: str, value: object) -> Node:
        """Return the object that a key holds in some wrapping; a fault where it is none."""
        return _node(value, self.faults, _Place(self.place, key))

    def nodes(self, key: str) -> list[Node]:
        """Return an entry that is a list of objects, without those that are none, which are faults.

        Where it is left out, there are none.
        """
        value = self.raw.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.refuse(key, "it must be a list")
            return []
        place = _Place(self.place, key)
        nodes = []
        for at, one in enumerate(value):
            node = _node(one, self.faults, _Place(place, at))
            if node.raw is one:
                nodes.append(node)
        return nodes


def root(value: object, faults: Faults) -> Node:
    """Return the object that is the whole document; a fault where it is none."""
    return _node(value, faults, None)


def _thousandths(part: str) -> int:
    """Return the digits behind a point in thousandths, rounded to the nearest, a half up."""
    return int(part[:3].ljust(3, "0")) + (part[3:4] >= "5")


def _node(value: object, faults: Faults, place: _Place | None) -> Node:
    if isinstance(value, dict) and not isinstance(value, _Twice):
        return Node(value, faults, place)
    node = Node({}, faults, place)
    twice = isinstance(value, _Twice)
    node.refuse("", "it has the same key twice" if twice else "it must be an object")
    return node
