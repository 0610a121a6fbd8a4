"""What stands behind each key of an act: `publish=no`, `embargo=…`, `turns=4-6,8`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.facts import DeskRole, Purpose
from groundrules.record.notation.faults import Unreadable, one_of
from groundrules.record.notation.values import (
    looks_like_date,
    read_day,
    read_instant,
    read_runs,
    read_timecode,
)
from groundrules.record.notation.verbs import UNKNOWN_SPEAKER
from groundrules.terms.conditions import Embargo
from groundrules.terms.rights import AXES, Axis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from groundrules.record.transcript import Place

_PERMISSIONS: dict[str, dict[str, Axis]] = {
    name: {str(permission): permission for permission in axis} for name, axis in AXES.items()
}


class Setting(NamedTuple):
    """Where an act stands.

    Attributes:
        place: the part of the talk, or `AFTERWARDS`.
        actor: the id of whoever speaks there; "" where it cannot be told.
        spoken: how many turns there are down to here, its own included.
        speakers: every declared id, and `?`, to the id that the record holds.
        when: the instant, for an act from afterwards.
    """

    place: Place
    actor: str
    spoken: int
    speakers: Mapping[str, str]
    when: datetime | None = None


class Raw(NamedTuple):
    """A value as it was written: its text, and whether it stood in quotation marks."""

    text: str
    quoted: bool


def read_value(key: str, raw: Raw, setting: Setting) -> object:
    """Return the value behind a key; raise `Unreadable` where it is none."""
    if key in AXES:
        return _permission(key, raw.text)
    return _READERS[key](raw, setting)


def _permission(axis: str, word: str) -> Axis:
    permission = _PERMISSIONS[axis].get(word)
    if permission is None:
        raise Unreadable(f"this is not a permission of {axis}", one_of(_PERMISSIONS[axis], word))
    return permission


def _text(raw: Raw, _setting: Setting) -> str:
    if not raw.text:
        raise Unreadable("the value is empty", "write it, or leave the key out")
    return raw.text


def _approval(raw: Raw, _setting: Setting) -> bool:
    if raw.text != "yes":
        raise Unreadable("an approval is asked for or not", "write approval=yes, or leave it out")
    return True


def _choice(words: Iterable[str]) -> Callable[[Raw, Setting], object]:
    """Return a reader of one of these words."""
    known = {str(word): word for word in words}

    def read(raw: Raw, _setting: Setting) -> str:
        if raw.text not in known:
            raise Unreadable("this is none of the words that stand here", one_of(known, raw.text))
        return known[raw.text]

    return read


def _yes_or_no(raw: Raw, _setting: Setting) -> bool:
    if raw.text not in {"yes", "no"}:
        raise Unreadable("this is neither yes nor no", "write yes or no")
    return raw.text == "yes"


def _embargo(raw: Raw, setting: Setting) -> Embargo:
    is_date = looks_like_date(raw.text)
    if raw.quoted and is_date:
        raise Unreadable("an instant stands without quotation marks", "take them away")
    if not raw.quoted and not is_date:
        remedy = 'write embargo=2026-11-05T06:00-05:00, or embargo="the event" in quotation marks'
        raise Unreadable("this is not an instant", remedy)
    return Embargo(event=_text(raw, setting)) if raw.quoted else Embargo(read_instant(raw.text))


def _ids(raw: Raw, setting: Setting) -> tuple[str, ...]:
    ids = tuple(raw.text.split(","))
    if any(one not in setting.speakers or one == UNKNOWN_SPEAKER for one in ids):
        remedy = f"write ids with commas and no blanks: {declared(setting.speakers)}"
        raise Unreadable("a party is named that is not declared", remedy)
    if len(set(ids)) < len(ids):
        raise Unreadable("a party is named twice", "name each party once")
    return ids


def _actor(raw: Raw, setting: Setting) -> str:
    if raw.text not in setting.speakers:
        raise Unreadable("a party is named that is not declared", declared(setting.speakers))
    return setting.speakers[raw.text]


def declared(speakers: Mapping[str, str]) -> str:
    """Return a remedy that names the declared ids, or says that there are none."""
    ids = [one for one in speakers if one != UNKNOWN_SPEAKER]
    named = ", ".join(ids[:_MOST_IDS]) + (", …" if len(ids) > _MOST_IDS else "")
    return f"declare it below parties:, or use {named or 'one that is'}"


_MOST_IDS = 8

_READERS: dict[str, Callable[[Raw, Setting], object]] = {
    "description": _text,
    "approval": _approval,
    "embargo": _embargo,
    "delete-by": lambda raw, _: read_day(raw.text),
    "tell": _text,
    "scope": _text,
    "until": lambda raw, _: read_timecode(raw.text),
    "for": _ids,
    "to": _ids,
    "turns": lambda raw, setting: read_runs(raw.text, setting.spoken),
    "when": lambda raw, _: read_instant(raw.text),
    "with": _text,
    "independent": _yes_or_no,
    "prompted": _yes_or_no,
    "story": _text,
    "use": _choice(Purpose),
    "rule": _text,
    "role": _choice(DeskRole),
    "who": _text,
    "expires": lambda raw, _: read_instant(raw.text),
    "by": _actor,
}
