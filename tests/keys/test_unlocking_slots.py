from __future__ import annotations

import json
import subprocess
import sys

import pytest
from kept_keys import CHEAP, EDITOR, LEDGER, PASSPHRASE, bundle, flipped

from groundrules.errors import BadInput
from groundrules.keys.bundle import DATABASE, Bundle
from groundrules.keys.recovery import Recovery
from groundrules.keys.sealed_bundle import SealedBundle
from groundrules.keys.secret import Secret
from groundrules.keys.slot import Kind
from groundrules.keys.slots import Slots, WrongPassphrase, read_slots
from groundrules.keys.stretching import CEILING, FLOOR, STANDARD, Cost

BUNDLE = bundle()
RECOVERY = Recovery.new()
ANOTHER = "willow copper marble onset"


def made(held=BUNDLE, passphrase=PASSPHRASE):
    slots = Slots(LEDGER, "office.vault/vault.json")
    slots = slots.with_new_passphrase(held, passphrase, CHEAP, floor=CHEAP)
    return slots.with_new_recovery(held, RECOVERY)


SLOTS = made()


def by_passphrase(slots, passphrase=PASSPHRASE, **keywords):
    return slots.opened_with_passphrase(passphrase, floor=CHEAP, **keywords)


def changed(slots, kind=Kind.PASSPHRASE, **fields):
    return Slots(
        slots.ledger,
        slots.path,
        slots.bundles,
        tuple(one._replace(**fields) if one.kind is kind else one for one in slots.slots),
    )


def same(bundle_one, bundle_two):
    return bundle_one.carried() == bundle_two.carried()


def test_the_real_figures_lock_and_unlock():
    slots = Slots(LEDGER).with_new_passphrase(BUNDLE, PASSPHRASE)
    assert [STANDARD] == [one.cost for one in slots.slots]
    assert same(BUNDLE, slots.opened_with_passphrase(PASSPHRASE))


def test_both_ways_open_the_same():
    assert same(BUNDLE, by_passphrase(SLOTS))
    assert same(BUNDLE, SLOTS.opened_with_recovery(RECOVERY))


def test_what_stands_in_the_file_opens_again_and_holds_no_key():
    text = json.dumps(SLOTS.document())
    again = read_slots(json.loads(text), LEDGER, SLOTS.path)
    assert SLOTS == again
    assert same(BUNDLE, by_passphrase(again))
    for secret in [*BUNDLE.secrets.values(), BUNDLE.key]:
        assert secret.reveal().hex() not in text
    assert BUNDLE.member.card.name not in text
    assert BUNDLE.texts["database"] not in text


def test_the_passphrase_is_the_same_however_it_was_typed():
    slots = made(BUNDLE, "čaj a šípky v zimě")
    assert same(BUNDLE, by_passphrase(slots, "c\u030caj\u00a0a s\u030ci\u0301pky v zime\u030c"))


@pytest.mark.parametrize(
    "wrong",
    ["", PASSPHRASE[:-1], PASSPHRASE.upper(), f"{PASSPHRASE} ", PASSPHRASE[::-1], "x", "a\0b"],
)
def test_a_wrong_passphrase_is_called_so(wrong):
    with pytest.raises(WrongPassphrase):
        by_passphrase(SLOTS, wrong)


def test_a_wrong_passphrase_says_the_same_whatever_is_wrong_with_it():
    told = set()
    for place in range(len(PASSPHRASE)):
        with pytest.raises(WrongPassphrase) as caught:
            by_passphrase(SLOTS, PASSPHRASE[:place] + "#" + PASSPHRASE[place + 1 :])
        told.add(str(caught.value))
    assert 1 == len(told)


def test_a_wrong_sheet_is_called_so():
    with pytest.raises(WrongPassphrase, match="recovery sheet does not open it"):
        SLOTS.opened_with_recovery(Recovery.new())


@pytest.mark.parametrize("field", ["sealed", "salt"])
def test_every_changed_byte_of_a_slot_is_called_damage_and_not_a_wrong_passphrase(field):
    for place in range(len(getattr(SLOTS.slots[0], field))):
        broken = changed(SLOTS, **{field: flipped(getattr(SLOTS.slots[0], field), place)})
        for passphrase in (PASSPHRASE, ANOTHER):
            with pytest.raises(BadInput, match="is damaged") as caught:
                by_passphrase(broken, passphrase)
            assert not isinstance(caught.value, WrongPassphrase)
        assert same(BUNDLE, broken.opened_with_recovery(RECOVERY))


@pytest.mark.parametrize(
    "fields",
    [
        {"member": EDITOR.card.id},
        {"id": "00" * 16},
        {"kind": Kind.RECOVERY},
        {"ledger": "5f" * 16},
        {"cost": CHEAP._replace(passes=2)},
    ],
)
def test_a_slot_moved_or_changed_with_a_digest_that_fits_opens_nothing(fields):
    forged = [one._replace(**fields) for one in SLOTS.slots if one.kind is Kind.PASSPHRASE]
    forged = [one._replace(digest=one.digest_of_all()) for one in forged]
    slots = Slots(LEDGER, SLOTS.path, SLOTS.bundles, tuple(forged))
    assert forged[0].is_sound()
    with pytest.raises(BadInput):
        by_passphrase(slots)
    with pytest.raises(BadInput):
        slots.opened_with_recovery(RECOVERY)


def test_a_damaged_bundle_is_told_apart_from_a_wrong_passphrase():
    kept = SLOTS.bundles[0]
    for place in range(0, len(kept.sealed), 97):
        broken = kept._replace(sealed=flipped(kept.sealed, place))
        slots = Slots(LEDGER, SLOTS.path, (broken,), SLOTS.slots)
        with pytest.raises(BadInput, match="damaged or missing") as caught:
            by_passphrase(slots)
        assert not isinstance(caught.value, WrongPassphrase)
    with pytest.raises(BadInput, match="damaged or missing"):
        by_passphrase(Slots(LEDGER, SLOTS.path, (), SLOTS.slots))


def test_another_members_bundle_does_not_take_the_place_of_ones_own():
    other = Bundle(LEDGER, EDITOR, {DATABASE: Secret.new()})
    theirs = made(other).bundles[0]
    swapped = SealedBundle(BUNDLE.member.card.id, theirs.sealed, theirs.digest)
    with pytest.raises(BadInput, match="damaged or missing"):
        by_passphrase(Slots(LEDGER, SLOTS.path, (swapped,), SLOTS.slots))


def test_a_slot_below_the_floor_is_refused_unless_that_is_asked_for():
    with pytest.raises(BadInput, match="stretched too little"):
        SLOTS.opened_with_passphrase(PASSPHRASE)
    with pytest.raises(BadInput, match="stretched too little"):
        SLOTS.with_new_passphrase(BUNDLE, PASSPHRASE, CHEAP)
    assert same(BUNDLE, by_passphrase(SLOTS))


@pytest.mark.parametrize(
    ("cost", "floor", "allowed"),
    [
        (STANDARD, FLOOR, True),
        (FLOOR, FLOOR, True),
        (CEILING, FLOOR, True),
        (FLOOR._replace(memory=FLOOR.memory - 1), FLOOR, False),
        (FLOOR._replace(passes=FLOOR.passes - 1), FLOOR, False),
        (FLOOR._replace(lanes=1), FLOOR, True),
        (FLOOR._replace(lanes=0), FLOOR, False),
        (CEILING._replace(memory=CEILING.memory + 1), FLOOR, False),
        (CEILING._replace(passes=CEILING.passes + 1), FLOOR, False),
        (CEILING._replace(lanes=CEILING.lanes + 1), FLOOR, False),
        (Cost(7, 1, 1), Cost(1, 1, 1), False),
        (Cost(8, 1, 1), Cost(1, 1, 1), True),
    ],
)
def test_a_cost_lies_between_the_floor_and_the_ceiling(cost, floor, allowed):
    assert allowed == (cost.is_at_least(floor) and cost.is_bearable())


def test_a_new_passphrase_takes_the_place_of_the_old_one_and_leaves_the_sheet():
    slots = SLOTS.with_new_passphrase(BUNDLE, ANOTHER, CHEAP, floor=CHEAP)
    assert same(BUNDLE, by_passphrase(slots, ANOTHER))
    assert same(BUNDLE, slots.opened_with_recovery(RECOVERY))
    with pytest.raises(WrongPassphrase):
        by_passphrase(slots, PASSPHRASE)
    assert 2 == len(slots.slots)


def test_a_new_sheet_takes_the_place_of_the_old_one_and_leaves_the_passphrase():
    new = Recovery.new()
    slots = SLOTS.with_new_recovery(BUNDLE, new)
    assert same(BUNDLE, slots.opened_with_recovery(new))
    assert same(BUNDLE, by_passphrase(slots))
    with pytest.raises(WrongPassphrase):
        slots.opened_with_recovery(RECOVERY)


def test_a_bundle_gets_another_secret_without_passphrase_and_sheet():
    fuller = BUNDLE.having({"more": Secret.new()}, {"note": "of a later version"})
    slots = SLOTS.with_bundle(fuller)
    for opened in (by_passphrase(slots), slots.opened_with_recovery(RECOVERY)):
        assert same(fuller, opened)
    assert not same(BUNDLE, by_passphrase(slots))


def two_members():
    other = Bundle(LEDGER, EDITOR, {DATABASE: Secret.new()})
    return other, SLOTS.with_new_passphrase(other, ANOTHER, CHEAP, floor=CHEAP)


def test_each_member_unlocks_her_own():
    other, slots = two_members()
    assert same(other, by_passphrase(slots, ANOTHER))
    assert same(BUNDLE, by_passphrase(slots, PASSPHRASE))
    with pytest.raises(WrongPassphrase):
        by_passphrase(slots, PASSPHRASE, member=EDITOR.card.id)
    with pytest.raises(BadInput, match="nobody can unlock it with a recovery sheet"):
        slots.opened_with_recovery(RECOVERY, member=EDITOR.card.id)


def test_a_member_who_left_has_no_slot_and_no_bundle():
    other, slots = two_members()
    left = slots.without(BUNDLE.member.card.id)
    assert {EDITOR.card.id} == {one.member for one in [*left.bundles, *left.slots]}
    assert same(other, by_passphrase(left, ANOTHER))
    with pytest.raises(WrongPassphrase):
        by_passphrase(left, PASSPHRASE)


def test_one_damaged_slot_does_not_shut_out_the_others():
    other, slots = two_members()
    first = slots.slots[0]
    broken = (first._replace(sealed=flipped(first.sealed, 3)), *slots.slots[1:])
    assert same(other, by_passphrase(Slots(LEDGER, slots.path, slots.bundles, broken), ANOTHER))


def test_another_ledgers_bundle_is_not_taken():
    with pytest.raises(ValueError, match="another ledger's"):
        Slots("5f" * 16).with_bundle(BUNDLE)


def test_a_weak_passphrase_is_not_taken():
    with pytest.raises(BadInput, match="fewer than 12"):
        SLOTS.with_new_passphrase(BUNDLE, "short", CHEAP, floor=CHEAP)


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        {"v": 2, "bundles": [], "slots": []},
        {"v": 1, "bundles": [], "slots": [{}]},
        {"v": 1, "bundles": [{}], "slots": []},
        {"v": 1, "bundles": 7, "slots": []},
        SLOTS.document() | {"slots": [SLOTS.slots[0].document() | {"kind": "fingerprint"}]},
        SLOTS.document() | {"slots": [SLOTS.slots[0].document() | {"cost": [1]}]},
        SLOTS.document() | {"slots": [SLOTS.slots[0].document() | {"sealed": "zz"}]},
    ],
)
def test_what_are_no_slots_is_refused_by_the_name_of_the_file(value):
    with pytest.raises(BadInput) as caught:
        read_slots(value, LEDGER, "office.vault/vault.json")
    assert ["office.vault/vault.json"] == [fault.path for fault in caught.value.faults]


def test_a_bundle_goes_through_a_pipe_whole():
    assert same(BUNDLE, Bundle.received(BUNDLE.carried()))
    for broken in (b"", b"[]", BUNDLE.document(), BUNDLE.carried()[:-1]):
        with pytest.raises(ValueError, match=r".+"):
            Bundle.received(broken)


@pytest.mark.parametrize(
    "changes",
    [
        {"v": 2},
        {"member": "{}"},
        {"member": 7},
        {"secrets": {"x": "00"}},
        {"secrets": []},
        {"texts": None},
    ],
)
def test_a_damaged_bundle_is_refused_without_a_word_of_it(changes):
    document = json.dumps(json.loads(BUNDLE.document()) | changes).encode()
    with pytest.raises(ValueError, match=r"no bundle|no document of version 1") as caught:
        Bundle.read(document, BUNDLE.key)
    assert BUNDLE.key.reveal().hex() not in str(caught.value)


def test_too_little_memory_is_told_apart_from_a_wrong_passphrase():
    program = f"""
import resource
from groundrules.errors import BadInput
from groundrules.keys.slots import WrongPassphrase, read_slots
slots = read_slots({costly().document()!r}, {LEDGER!r}, "vault.json")
resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))
try:
    slots.opened_with_passphrase({PASSPHRASE!r})
except BadInput as error:
    print(type(error).__name__, error)
"""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    assert done.stdout.startswith("BadInput vault.json: unlocking needs 4096 MiB of memory")


def costly():
    """Return slots that ask for 4 GiB, as a stranger might have written them."""
    cost = CEILING._replace(passes=3, lanes=4)
    slots = changed(SLOTS, cost=cost)
    return changed(slots, digest=slots.slots[0].digest_of_all())


def test_a_bundle_is_as_long_as_another_members_with_a_longer_name():
    sizes = {len(one.sealed) for one in two_members()[1].bundles}
    assert 1 == len(sizes)
