"""The folder of a vault, and the public file in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from groundrules.errors import BadInput
from groundrules.vault.folder import (
    Public,
    epoch_path,
    is_vault,
    read_public,
    without_password,
    write_public,
)

PUBLIC = Public("ab" * 16, "2026-11-03", "sqlite", "", {"v": 1})
SERVER = PUBLIC._replace(backend="postgresql", url="postgresql://desk@db.example/vault")


@pytest.mark.parametrize("public", [PUBLIC, SERVER])
def test_what_is_written_is_read_back(tmp_path, public):
    write_public(tmp_path, public, force=False)

    assert public == read_public(tmp_path)
    assert is_vault(tmp_path)
    assert is_vault(str(tmp_path))


@pytest.mark.parametrize("name", ["", "nowhere", "file", "\0", "x" * 5_000])
def test_what_is_no_vault(tmp_path, name):
    (tmp_path / "file").write_text("{}")

    assert not is_vault(str(tmp_path / name))


def test_a_folder_without_the_file_is_refused(tmp_path):
    with pytest.raises(BadInput, match="this is no vault") as refusal:
        read_public(tmp_path)

    assert "groundrules vault init" in str(refusal.value)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"format": "something"}, "not the file of a vault"),
        ({"v": 2}, "another version"),
        ({"ledger": "AB" * 16}, "is missing in it"),
        ({"ledger": 3}, "is missing in it"),
        ({"created": "today"}, "is missing in it"),
        ({"backend": {"kind": "paper"}}, "is missing in it"),
        ({"backend": "sqlite"}, "is missing in it"),
        ({"backend": {"kind": "postgresql", "url": 3}}, "is missing in it"),
        ({"slots": []}, "is missing in it"),
    ],
)
def test_a_damaged_file_is_refused(tmp_path, changes, message):
    write_public(tmp_path, PUBLIC, force=False)
    path = tmp_path / "vault.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))

    with pytest.raises(BadInput, match=message):
        read_public(tmp_path)


@pytest.mark.parametrize("text", ["", "[]", "{", "null"])
def test_what_is_no_such_file_is_refused(tmp_path, text):
    (tmp_path / "vault.json").write_text(text)

    with pytest.raises(BadInput):
        read_public(tmp_path)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://desk@db.example/vault", "postgresql://desk@db.example/vault"),
        ("postgresql://desk:canary@db.example/vault", "postgresql://desk@db.example/vault"),
        ("postgresql://db.example/vault?password=canary", "postgresql://db.example/vault"),
        ("postgresql://d@/v?host=/tmp&password=canary&x=1", "postgresql://d@/v?host=/tmp&x=1"),
        ("postgresql://d@/v?Password=canary&x=1", "postgresql://d@/v?x=1"),
        ("postgresql://d:can%40ary@h:5432/v", "postgresql://d@h:5432/v"),
    ],
)
def test_no_password_of_a_database_is_public(url, shown):
    assert shown == without_password(url)


def test_the_epoch_key_lies_where_the_state_of_programs_does():
    assert Path("/s/groundrules/ab/epoch.json") == epoch_path("ab", {"XDG_STATE_HOME": "/s"})
    home = Path("/h/.local/state/groundrules/ab/epoch.json")
    assert home == epoch_path("ab", {"HOME": "/h"})
    assert home == epoch_path("ab", {"HOME": "/h", "XDG_STATE_HOME": "relative"})
    assert Path.home() in epoch_path("ab", {}).parents


def test_the_file_is_not_replaced_unless_it_shall_be(tmp_path):
    write_public(tmp_path, PUBLIC, force=False)

    with pytest.raises(BadInput):
        write_public(tmp_path, SERVER, force=False)
    assert PUBLIC == read_public(tmp_path)
    write_public(tmp_path, SERVER, force=True)
    assert SERVER == read_public(tmp_path)
