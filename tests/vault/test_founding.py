"""How a vault begins: whole or not at all, and opened by its passphrase and its sheet alone."""

from __future__ import annotations

import os
import stat
import sys

import pytest

from groundrules.errors import BadInput
from groundrules.keys.cards import Role
from groundrules.keys.recovery import parse
from groundrules.keys.slots import read_slots
from groundrules.vault import founding
from groundrules.vault.conversations import begin, texts
from groundrules.vault.folder import epoch_path, is_vault, ledger_path, read_public
from groundrules.vault.members import members
from vault_fixtures import CHEAP, NOON, Room, alone, opened_room, passphrase_of, record_text

__all__ = ["alone"]

FOUNDER = founding.Founder("Ana", (Role.REPORTER, Role.EDITOR), passphrase_of("Ana"))
CHANGING = {"os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.truncate"}


def surroundings(folder):
    """Return a process whose home is a folder."""
    return founding.Surroundings({"HOME": str(folder)}, lambda: NOON)


def found_in(folder):
    """Found a vault in a folder."""
    return founding.found(folder / "office.vault", FOUNDER, surroundings(folder), stretching=CHEAP)


def test_a_vault_has_its_founder_and_nothing_else(alone):
    vault = alone.vault()

    assert [("Ana", ("reporter", "editor"), "2026-11-03", "", True)] == [
        tuple(one)[1:] for one in members(vault)
    ]
    assert [] == texts(vault)


def test_the_folder_and_the_keys_are_the_owners_alone(alone):
    path = epoch_path(read_public(alone.folder).ledger, alone.environment)

    assert 0o700 == stat.S_IMODE(alone.folder.stat().st_mode)
    assert 0o600 == stat.S_IMODE(ledger_path(alone.folder).stat().st_mode)
    assert 0o600 == stat.S_IMODE((alone.folder / "vault.json").stat().st_mode)
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    assert alone.folder not in path.parents


def test_the_sheet_opens_it_too(alone):
    begin(alone.vault(), record_text())
    public = read_public(alone.folder)
    slots = read_slots(public.slots, public.ledger, str(alone.folder))

    bundle = slots.opened_with_recovery(parse("\n".join(alone.recovery)))
    vault = founding.opened(alone.folder, bundle, alone.surroundings)

    assert 1 == len(texts(vault))
    vault.ledger.close()


def test_nothing_is_overwritten(alone):
    before = (alone.folder / "vault.json").read_bytes()

    with pytest.raises(BadInput, match="there is a vault of this name already"):
        founding.found(alone.folder, FOUNDER, alone.surroundings, stretching=CHEAP)

    assert before == (alone.folder / "vault.json").read_bytes()


@pytest.mark.parametrize("make", ["file", "folder", "link"])
def test_what_is_there_stays(tmp_path, make):
    target = tmp_path / "office.vault"
    {
        "file": lambda: target.write_text("mine"),
        "folder": target.mkdir,
        "link": lambda: target.symlink_to(tmp_path / "elsewhere"),
    }[make]()

    with pytest.raises(BadInput, match="something of this name already"):
        found_in(tmp_path)

    assert [target] == list(tmp_path.iterdir())


def test_a_weak_passphrase_leaves_nothing(tmp_path):
    weak = founding.Founder("Ana", FOUNDER.roles, "short")

    with pytest.raises(BadInput) as refusal:
        founding.found(tmp_path / "office.vault", weak, surroundings(tmp_path), stretching=CHEAP)

    assert "fewer than 12 characters" in str(refusal.value)
    assert [] == list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(BadInput, match="make the folder above it first"):
        found_in(tmp_path / "nowhere")


def interrupted(folder, event) -> bool:
    """Found a vault in a process that dies at a change of files; return whether it came to that."""
    child = os.fork()
    if not child:
        _found_and_die(folder, event)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in (0, 9)
    return os.waitstatus_to_exitcode(status) == 9


def _found_and_die(folder, event) -> None:
    left = [event]

    def watch(name, arguments) -> None:
        writes = name == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_CREAT
        if (name in CHANGING or writes) and str(folder) in str(arguments[0]):
            left[0] -= 1
            if not left[0]:
                os._exit(9)

    sys.addaudithook(watch)
    try:
        found_in(folder)
    finally:
        os._exit(0)


def test_an_interrupted_founding_leaves_nothing_that_looks_like_a_vault(tmp_path):
    events = 0
    while True:
        folder = tmp_path / str(events)
        folder.mkdir()
        if not interrupted(folder, events + 1):
            break
        events += 1
        assert not is_vault(folder / "office.vault")
        assert [] == [path for path in folder.iterdir() if path.suffix == ".vault"]
        if events % 4 == 0:
            assert 3 == len(found_in(folder)), "and it can be done again"
            assert is_vault(folder / "office.vault")

    assert events >= 8, "the control: there were as many places to die at"
    assert is_vault(folder / "office.vault")


def test_two_vaults_have_nothing_in_common(tmp_path):
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    with opened_room(folders[0]) as one, opened_room(folders[1]) as two:
        first, second = one.vault(), two.vault()
        assert first.ledger.id != second.ledger.id
        assert first.forms.of("talk", "harbor") != second.forms.of("talk", "harbor")
        with pytest.raises(BadInput, match="not the one that these keys belong to"):
            founding.opened(one.folder, two.bundle("Ana"), one.surroundings)


def test_another_ledger_in_its_place_is_refused(tmp_path):
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    one, two = Room(folders[0]), Room(folders[1])
    ledger_path(one.folder).write_bytes(ledger_path(two.folder).read_bytes())
    for left in one.folder.glob("ledger.db-*"):
        left.unlink()

    with pytest.raises(BadInput):
        one.vault()


def test_without_its_epoch_key_it_opens_and_shows_nothing(alone):
    begin(alone.vault(), record_text())
    epoch_path(read_public(alone.folder).ledger, alone.environment).unlink()

    with pytest.raises(BadInput, match="not there"):
        texts(alone.vault())


def test_nothing_of_it_is_shown(alone):
    vault = alone.vault()

    assert "<Vault>" == repr(vault) == str(vault)
    assert "<Keyring>" == repr(vault.keyring())
    assert "passphrase" not in repr(FOUNDER)
    with pytest.raises(TypeError):
        vault.__reduce_ex__(2)
