"""Examining the setup: is everything there that a check needs, and who else could read it?

No line of it holds anything from a record but how many there are.
"""

from __future__ import annotations

import os
import platform
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules import __version__
from groundrules.config.settings import settle
from groundrules.desk.checking.reveal import FILE
from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.policies.list_policies import every_policy
from groundrules.desk.records.find_records import records_for
from groundrules.desk.records.record_reading import read_records
from groundrules.desk.setup.project_folder import FOLDER
from groundrules.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from groundrules.config.settings import Settings

_OTHERS = 0o007


class State(StrEnum):
    """How something is."""

    FINE = "fine"
    DOUBTFUL = "doubtful"
    BROKEN = "broken"


class Observation(NamedTuple):
    """One thing that was looked at: what, how it is, and what was seen or what mends it."""

    subject: str
    state: State
    message: str


def examine_setup(folder: Path, environment: Mapping[str, str]) -> tuple[Observation, ...]:
    """Return what was seen, from the program itself to each of the records' permissions."""
    return tuple(_observations(folder, environment))


def _observations(folder: Path, environment: Mapping[str, str]) -> Iterator[Observation]:
    yield from _versions()
    try:
        settings = settle(folder, {}, environment)
    except BadInput as error:
        yield from _broken("configuration", error)
        return
    file = str(settings.file) if settings.file else "none found; the defaults hold"
    yield Observation("configuration", State.FINE, file)
    yield from _policies(settings)
    yield from _records(settings)
    register = settings.folder / FOLDER / FILE
    if register.exists():
        yield from _permissions("register of reveals", (register,))


def _versions() -> Iterator[Observation]:
    from importlib.metadata import version  # noqa: PLC0415 - slow to load, and needed only here

    yield Observation("groundrules", State.FINE, __version__)
    yield Observation("python", State.FINE, platform.python_version())
    for package in ("click", "rich"):
        yield Observation(package, State.FINE, version(package))


def _policies(settings: Settings) -> Iterator[Observation]:
    try:
        found = every_policy(settings)
        yield Observation("policies", State.FINE, f"{len(found)} can be loaded")
        yield Observation("house policy", State.FINE, Policies(settings).house.id)
    except BadInput as error:
        yield from _broken("policies", error)


def _records(settings: Settings) -> Iterator[Observation]:
    try:
        paths = records_for(("-",), settings)
    except BadInput:
        yield Observation("records", State.DOUBTFUL, "no folder `records` here, and none is named")
        return
    try:
        found = read_records(paths)
        yield Observation("records", State.FINE, f"{len(found)} can be read")
    except BadInput as error:
        yield from _broken("records", error)
    yield from _permissions("records", paths)


def _permissions(subject: str, paths: tuple[Path, ...]) -> Iterator[Observation]:
    """Yield a doubt for each path that others than its owner and group can use."""
    if os.name != "posix":
        return
    for path in paths:
        for one in (path, *(path.rglob("*.record") if path.is_dir() else ())):
            if _open_to_all(one):
                message = f"{one}: everybody on this machine may use it; try chmod o-rwx"
                yield Observation(f"permissions of the {subject}", State.DOUBTFUL, message)


def _open_to_all(path: Path) -> bool:
    try:
        return bool(path.stat().st_mode & _OTHERS)
    except OSError:
        return False


def _broken(subject: str, error: BadInput) -> Iterator[Observation]:
    for fault in error.faults:
        yield Observation(subject, State.BROKEN, str(fault))
