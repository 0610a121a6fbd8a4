"""The settings: what holds for this run, and where each value came from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from groundrules.config.config_file import ConfigFile, nearest
from groundrules.config.keys import KEYS, Key
from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT = "default"
FLAG = "flag"

_Value = str | tuple[str, ...] | dict[str, str]


class Setting(NamedTuple):
    """One value and its origin: `default`, `FILE: key`, `environment NAME`, or `flag --name`."""

    value: _Value
    origin: str

    @property
    def is_default(self) -> bool:
        """Tell whether nobody said anything."""
        return self.origin == DEFAULT


class Settings(NamedTuple):
    """What holds for this run.

    Attributes:
        folder: the folder of the configuration file, or the one the search began in.
        file: the configuration file, or None.
        by_key: every key's value with its origin, in the order of `KEYS`.
    """

    folder: Path
    file: Path | None
    by_key: Mapping[str, Setting]

    def word(self, key: str) -> str:
        """Return a setting that is text."""
        return str(self.by_key[key].value)

    def words(self, key: str) -> tuple[str, ...]:
        """Return a setting that is a list."""
        value = self.by_key[key].value
        return value if isinstance(value, tuple) else ()

    def paths(self, key: str) -> tuple[Path, ...]:
        """Return a setting that is a list of paths, each as it may be opened from here."""
        return tuple(Path(word) for word in self.words(key))

    def table(self, key: str) -> Mapping[str, str]:
        """Return a setting that is a table."""
        value = self.by_key[key].value
        return value if isinstance(value, dict) else {}


def settle(
    start: Path, flags: Mapping[str, str | tuple[str, ...]], environment: Mapping[str, str]
) -> Settings:
    """Return the settings: a flag wins over the environment, that over the file, that over none.

    Args:
        start: the folder from which the nearest configuration file is looked for.
        flags: key to value for what was given on the command line; empty values were not given.
        environment: the process's variables.

    Raises:
        BadInput: the file or a variable is wrong.
    """
    start = Path(os.path.abspath(start))  # noqa: PTH100 - `..` must not stay in it
    file = nearest(start)
    by_key = {key.name: _setting(key, flags, environment, file) for key in KEYS.values()}
    return Settings(file.path.parent if file else start, file.path if file else None, by_key)


def _setting(
    key: Key,
    flags: Mapping[str, str | tuple[str, ...]],
    environment: Mapping[str, str],
    file: ConfigFile | None,
) -> Setting:
    if flags.get(key.name):
        return Setting(flags[key.name], f"{FLAG} --{key.name}")
    if environment.get(key.environment):
        return Setting(
            _from_environment(key, environment[key.environment]), f"environment {key.environment}"
        )
    if file and key.name in file.values:
        return Setting(_from_file(key, file), f"{file.path}: {key.name}")
    return Setting({} if key.kind == "table" else key.default, DEFAULT)


def _from_environment(key: Key, text: str) -> _Value:
    if key.kind == "text":
        if key.choices and text not in key.choices:
            choices = ", ".join(key.choices)
            raise BadInput(
                Fault(key.environment, f"it cannot be {text!r}", f"use one of {choices}")
            )
        return text
    between = os.pathsep if key.kind == "paths" else ","
    return tuple(word.strip() for word in text.split(between) if word.strip())


def _from_file(key: Key, file: ConfigFile) -> _Value:
    value = file.values[key.name]
    if key.kind == "paths" and isinstance(value, list):
        return tuple(_shown(file.path.parent / word) for word in value)
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, dict):
        return dict(value)
    return str(value)


def _shown(path: Path) -> str:
    """Return the path as short as it can be named from the working folder."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
