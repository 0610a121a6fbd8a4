"""Copies of a vault and of its epoch key, and the vault that is made of the two."""

from __future__ import annotations

import shutil

import pytest

from groundrules.errors import BadInput
from groundrules.keys.slots import read_slots
from groundrules.vault import epochs, founding
from groundrules.vault.conversations import begin, texts
from groundrules.vault.copying import back_up, epoch_copy, restore
from groundrules.vault.folder import epoch_path, read_public
from groundrules.vault.keeper.upkeep import audit
from vault_fixtures import CHEAP, alone, passphrase_of, record_text

__all__ = ["alone"]


def copied(room, folder):
    vault = room.vault()
    found = back_up(vault, str(folder / "copy.vault"))
    (folder / "epoch").write_text(epoch_copy(vault), encoding="utf-8")
    return found


def restored(room, folder, name="restored.vault"):
    public = read_public(folder / "copy.vault")
    slots = read_slots(public.slots, public.ledger, "copy")
    bundle = slots.opened_with_passphrase(passphrase_of("Ana"), floor=CHEAP.floor)
    target = folder / name
    restore(folder / "copy.vault", target, folder / "epoch", bundle, room.surroundings)
    return founding.opened(target, bundle, room.surroundings)


def lose_laptop(room):
    shutil.rmtree(room.folder)
    public_state = room.folder.parent / "state"
    shutil.rmtree(public_state)


def test_a_lost_vault_comes_back_from_both_copies(alone, tmp_path):
    begin(alone.vault(), record_text())
    said = texts(alone.vault())
    found = copied(alone, tmp_path)

    lose_laptop(alone)
    vault = restored(alone, tmp_path)

    assert said == texts(vault)
    assert (1, ()) == (found.epoch, audit(vault).faults)
    vault.ledger.close()


def test_a_copy_of_the_vault_alone_opens_nothing(alone, tmp_path):
    begin(alone.vault(), record_text())
    copied(alone, tmp_path)
    lose_laptop(alone)
    (tmp_path / "epoch").write_text("{}", encoding="utf-8")

    with pytest.raises(BadInput, match="no copy of an epoch key"):
        restored(alone, tmp_path)
    assert not (tmp_path / "restored.vault").exists()


def test_the_key_of_a_later_epoch_does_not_open_an_earlier_copy(alone, tmp_path):
    begin(alone.vault(), record_text())
    copied(alone, tmp_path)
    epochs.rotate(alone.vault())
    (tmp_path / "epoch").write_text(epoch_copy(alone.vault()), encoding="utf-8")
    path = epoch_path(alone.vault().ledger.id, alone.environment)
    lose_laptop(alone)

    with pytest.raises(
        BadInput, match="a key of epoch 2, and the copy of the vault needs that of epoch 1"
    ):
        restored(alone, tmp_path)
    assert not path.exists()
    assert not (tmp_path / "restored.vault").exists()


def test_the_key_of_this_machine_does_not_stand_in_for_the_one_that_is_named(alone, tmp_path):
    """A drill with a wrong copy of the key must fail where the machine has the right one."""
    vault = alone.vault()
    begin(vault, record_text())
    copied(alone, tmp_path)
    kept = vault.epoch_file.read_bytes()
    epochs.rotate(alone.vault())
    (tmp_path / "epoch").write_text(epoch_copy(alone.vault()), encoding="utf-8")
    vault.epoch_file.write_bytes(kept)

    with pytest.raises(BadInput, match="a key of epoch 2") as caught:
        restored(alone, tmp_path)
    assert [str(tmp_path / "epoch")] == [fault.path for fault in caught.value.faults]
    assert kept == vault.epoch_file.read_bytes()


@pytest.mark.parametrize("is_later", [True, False])
def test_a_key_of_another_epoch_on_this_machine_is_named_itself(alone, tmp_path, is_later):
    vault = alone.vault()
    begin(vault, record_text())
    path, before = vault.epoch_file, vault.epoch_file.read_bytes()
    if is_later:
        copied(alone, tmp_path)
        epochs.rotate(alone.vault())
    else:
        epochs.rotate(alone.vault())
        copied(alone, tmp_path)
        path.write_bytes(before)
    there = path.read_bytes()

    with pytest.raises(BadInput, match="this machine has the vault's key of epoch") as caught:
        restored(alone, tmp_path)
    (fault,) = caught.value.faults
    assert (str(path), is_later) == (fault.path, "was shredded" in fault.remedy)
    assert there == path.read_bytes()
    assert not (tmp_path / "restored.vault").exists()


def test_nothing_is_overwritten(alone, tmp_path):
    copied(alone, tmp_path)

    with pytest.raises(BadInput, match="there is a vault of this name already"):
        back_up(alone.vault(), str(tmp_path / "copy.vault"))
    restored(alone, tmp_path).ledger.close()
    with pytest.raises(BadInput, match="there is a vault of this name already"):
        restored(alone, tmp_path)


def test_a_copy_of_the_epoch_key_shows_nothing_of_it(alone):
    vault = alone.vault()

    assert vault.epoch.current.secret.reveal().hex() not in epoch_copy(vault)
