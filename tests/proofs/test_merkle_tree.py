"""The tree against the vectors of the Certificate Transparency reference tests, and its laws."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.proofs.merkle import (
    EMPTY_ROOT,
    Frontier,
    consistency_proof,
    inclusion_proof,
    is_consistent,
    leaf_hash,
    root_of,
    root_of_inclusion,
)

# The inputs, roots and proofs of the reference tests of google/certificate-transparency
# (cpp/merkletree/merkle_tree_test.cc), which every log since has repeated.
_INPUTS = [
    bytes.fromhex(one)
    for one in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
_LEAVES = [leaf_hash(one) for one in _INPUTS]
_ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
_INCLUSIONS = {
    (0, 1): (),
    (0, 8): (
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ),
    (5, 8): (
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ),
    (2, 3): ("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",),
    (1, 5): (
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ),
}
_CONSISTENCIES = {
    (1, 1): (),
    (1, 8): (
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ),
    (6, 8): (
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ),
    (2, 5): (
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ),
}
_SIZES = st.integers(1, 70)
_MANY = [leaf_hash(bytes((one,))) for one in range(80)]


def _hex(hashes):
    return tuple(one.hex() for one in hashes)


def test_the_empty_tree_has_the_hash_of_the_empty_string():
    assert sha256(b"").digest() == EMPTY_ROOT == Frontier().root == root_of([])


@pytest.mark.parametrize(("size", "root"), list(enumerate(_ROOTS, 1)))
def test_roots_are_those_of_the_reference_tests(size, root):
    assert root == root_of(_LEAVES[:size]).hex()


@pytest.mark.parametrize(("place", "path"), list(_INCLUSIONS.items()))
def test_inclusion_proofs_are_those_of_the_reference_tests(place, path):
    assert path == _hex(inclusion_proof(_LEAVES, *place))


@pytest.mark.parametrize(("sizes", "path"), list(_CONSISTENCIES.items()))
def test_consistency_proofs_are_those_of_the_reference_tests(sizes, path):
    assert path == _hex(consistency_proof(_LEAVES, *sizes))


@given(st.integers(0, 70))
def test_a_frontier_grown_leaf_by_leaf_is_that_of_all_leaves(size):
    one_by_one = Frontier()
    for leaf in _MANY[:size]:
        one_by_one = one_by_one.with_leaf(leaf)
    assert one_by_one == Frontier().with_leaves(_MANY[:size])
    assert one_by_one.root == root_of(_MANY[:size])
    assert one_by_one == Frontier.from_bytes(one_by_one.to_bytes())


@pytest.mark.parametrize("data", [b"", bytes(7), bytes((0,) * 7 + (1,)), bytes(9)])
def test_other_bytes_are_no_frontier(data):
    with pytest.raises(ValueError, match="no frontier"):
        Frontier.from_bytes(data)


@given(_SIZES, st.data())
@settings(max_examples=150, deadline=None)
def test_a_proof_leads_from_its_leaf_to_the_root_and_no_other_does(size, data):
    at = data.draw(st.integers(0, size - 1))
    proof, root = inclusion_proof(_MANY, at, size), root_of(_MANY[:size])
    assert root == root_of_inclusion(_MANY[at], at, size, proof)
    for wrong in (at - 1, at + 1, size, -1):
        assert root != root_of_inclusion(_MANY[at], wrong, size, proof)
    assert root != root_of_inclusion(_MANY[(at + 1) % 80], at, size, proof)
    assert root_of_inclusion(_MANY[at], at, size, [*proof, root]) is None
    if proof:
        assert root != root_of_inclusion(_MANY[at], at, size, proof[:-1])
        changed = data.draw(st.integers(0, len(proof) - 1))
        assert root != root_of_inclusion(_MANY[at], at, size, _with(proof, changed))


@given(_SIZES, st.data())
@settings(max_examples=150, deadline=None)
def test_a_log_that_grew_is_consistent_and_one_that_was_rewritten_is_not(size, data):
    old = data.draw(st.integers(0, size))
    proof = consistency_proof(_MANY, old, size)
    old_root, root = root_of(_MANY[:old]), root_of(_MANY[:size])
    assert is_consistent(old, old_root, size, root, proof)
    assert not is_consistent(old, bytes(32), size, root, proof)
    assert not is_consistent(old, old_root, size, root, [*proof, root])
    for at in range(len(proof)):
        assert not is_consistent(old, old_root, size, root, _with(proof, at))
    if old:
        other = [*_MANY]
        other[data.draw(st.integers(0, old - 1))] = bytes(32)
        forged = consistency_proof(other, old, size)
        assert not is_consistent(old, old_root, size, root_of(other[:size]), forged)
        assert not is_consistent(old, old_root, old - 1, root_of(_MANY[: old - 1]), [])
        assert not is_consistent(old, old_root, size, bytes(32), proof)


@pytest.mark.parametrize("place", [(-1, 3), (3, 3), (0, 0), (0, 81)])
def test_there_is_no_proof_of_a_leaf_that_is_not_there(place):
    with pytest.raises(ValueError, match="no such leaf"):
        inclusion_proof(_MANY, *place)


@pytest.mark.parametrize("sizes", [(-1, 3), (4, 3), (0, 81)])
def test_there_is_no_proof_from_a_larger_tree(sizes):
    with pytest.raises(ValueError, match="no tree"):
        consistency_proof(_MANY, *sizes)


def _with(proof, at):
    """Return a proof with one bit of one hash turned over."""
    changed = list(proof)
    changed[at] = bytes((changed[at][0] ^ 1,)) + changed[at][1:]
    return changed
