"""Starting a project: a configuration file in which every key is explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.config.config_file import OWN
from groundrules.config.keys import KEYS, Key
from groundrules.errors import BadInput, Fault
from groundrules.readers.writing import PUBLIC, write_text

if TYPE_CHECKING:
    from pathlib import Path

_HEADER = """\
# What `groundrules` checks, and against what. Every key is optional; what stands behind a # is an
# example. The nearest groundrules.toml, or [tool.groundrules] in a pyproject.toml, counts.
# `groundrules config show` says which value holds and where it came from.
"""


def start_project(folder: Path) -> Path:
    """Write a commented `groundrules.toml` into a folder and return its path.

    Raises:
        BadInput: there is one already, or it cannot be written.
    """
    path = folder / OWN
    if path.is_symlink() or path.exists():
        raise BadInput(Fault(str(path), "the file is there already", "edit it, or remove it first"))
    write_text(path, template(), mode=PUBLIC)
    return path


def template() -> str:
    """Return the configuration file as it is first written."""
    return "\n".join([_HEADER, *map(_explained, KEYS.values())])


def _explained(key: Key) -> str:
    lines = [key.about]
    if key.choices:
        lines.append(f"One of {', '.join(key.choices)}.")
    if key.environment:
        lines.append(f"{key.environment} in the environment wins over it.")
    lines.append(f"{key.name} = {key.example}")
    return "".join(f"# {line}\n" for line in lines)
