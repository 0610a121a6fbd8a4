"""The first configuration file."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from groundrules.config.keys import KEYS
from groundrules.config.settings import settle
from groundrules.desk.setup.start_project import start_project, template
from groundrules.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path


def test_it_explains_every_key_and_changes_nothing(tmp_path: Path) -> None:
    path = start_project(tmp_path)
    text = path.read_text(encoding="utf-8")

    assert tomllib.loads(text) == {}
    assert all(f"# {key.about}\n" in text for key in KEYS.values())
    assert {one.origin for one in settle(tmp_path, {}, {}).by_key.values()} == {"default"}


def test_every_example_in_it_is_a_valid_value(tmp_path: Path) -> None:
    names = "|".join(KEYS)
    uncommented = re.sub(rf"(?m)^# ((?:{names}) = )", r"\1", template())
    (tmp_path / "groundrules.toml").write_text(uncommented, encoding="utf-8")

    settings = settle(tmp_path, {}, {})

    assert list(tomllib.loads(uncommented)) == list(KEYS)
    assert not any(setting.is_default for setting in settings.by_key.values())


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "groundrules.toml"
    path.write_text("policy = 'ap'\n", encoding="utf-8")

    with pytest.raises(BadInput) as raised:
        start_project(tmp_path)

    assert str(raised.value) == f"{path}: the file is there already (edit it, or remove it first)"
    assert path.read_text(encoding="utf-8") == "policy = 'ap'\n"


def test_a_dangling_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "groundrules.toml").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(BadInput):
        start_project(tmp_path)

    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        start_project(tmp_path / "missing")
