"""The Merkle tree of a log: RFC 6962, section 2.1, verified as in RFC 9162, section 2.1.

Leaves are leaf HASHES, 32 bytes each. The tree of no leaves has the hash of the empty string.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HASH_SIZE = 32
"""Bytes of a hash: SHA-256."""

EMPTY_ROOT = sha256(b"").digest()

_SIZE_BYTES = 8


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of a leaf: SHA-256 of a zero byte and its data."""
    return sha256(b"\x00" + data).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


class Frontier(NamedTuple):
    """What must be kept of a tree to append to it: the roots of its full subtrees.

    Attributes:
        size: how many leaves the tree has.
        hashes: one for each bit that is set in the size, the largest subtree first.
    """

    size: int = 0
    hashes: tuple[bytes, ...] = ()

    def with_leaf(self, leaf: bytes) -> Frontier:
        """Return the tree with one leaf hash more."""
        hashes, size, last = list(self.hashes), self.size, leaf
        while size & 1:
            last = _node(hashes.pop(), last)
            size >>= 1
        return Frontier(self.size + 1, (*hashes, last))

    def with_leaves(self, leaves: Iterable[bytes]) -> Frontier:
        """Return the tree with several leaf hashes more, in their order."""
        hashes, total = list(self.hashes), self.size
        for leaf in leaves:
            size, last = total, leaf
            while size & 1:
                last = _node(hashes.pop(), last)
                size >>= 1
            hashes.append(last)
            total += 1
        return Frontier(total, tuple(hashes))

    @property
    def root(self) -> bytes:
        """The root hash of the tree."""
        if not self.hashes:
            return EMPTY_ROOT
        *others, root = self.hashes
        for left in reversed(others):
            root = _node(left, root)
        return root

    def to_bytes(self) -> bytes:
        """Return the size as 8 bytes, big endian, and the hashes behind it."""
        return self.size.to_bytes(_SIZE_BYTES, "big") + b"".join(self.hashes)

    @classmethod
    def from_bytes(cls, data: bytes) -> Frontier:
        """Return what `to_bytes` wrote.

        Raises:
            ValueError: it is no frontier.
        """
        size, rest = int.from_bytes(data[:_SIZE_BYTES], "big"), data[_SIZE_BYTES:]
        if len(data) < _SIZE_BYTES or len(rest) != HASH_SIZE * size.bit_count():
            raise ValueError("these bytes are no frontier of a tree")
        starts = range(0, len(rest), HASH_SIZE)
        return cls(size, tuple(rest[start : start + HASH_SIZE] for start in starts))


def root_of(leaves: Sequence[bytes]) -> bytes:
    """Return the root hash of a tree of these leaf hashes."""
    return Frontier().with_leaves(leaves).root


def inclusion_proof(leaves: Sequence[bytes], index: int, size: int) -> list[bytes]:
    """Return the hashes that lead from one leaf to the root, the leaf's sibling first.

    Args:
        leaves: at least `size` leaf hashes; those behind are ignored.
        index: of the leaf, counted from 0.
        size: of the tree.

    Raises:
        ValueError: the tree has no such leaf, or too few leaves are given.
    """
    if not 0 <= index < size <= len(leaves):
        raise ValueError("the tree has no such leaf")
    path: list[bytes] = []
    first, last = 0, size
    while last - first > 1:
        middle = first + _split(last - first)
        if index < middle:
            path.append(root_of(leaves[middle:last]))
            last = middle
        else:
            path.append(root_of(leaves[first:middle]))
            first = middle
    return path[::-1]


def consistency_proof(leaves: Sequence[bytes], old: int, size: int) -> list[bytes]:
    """Return the hashes that show that a tree begins with all leaves of an older one.

    Args:
        leaves: at least `size` leaf hashes; those behind are ignored.
        old: the size of the older tree; the proof from 0 and the one from `size` are empty.
        size: of the tree.

    Raises:
        ValueError: the older tree is larger, or too few leaves are given.
    """
    if not 0 <= old <= size <= len(leaves):
        raise ValueError("there is no tree of that size")
    path: list[bytes] = []
    first, last = 0, size
    whole = True  # the older tree is, as far as we came, one complete subtree from the left
    while old and last != old:
        middle = first + _split(last - first)
        if old <= middle:
            path.append(root_of(leaves[middle:last]))
            last = middle
        else:
            path.append(root_of(leaves[first:middle]))
            first, whole = middle, False
    if old and not whole:
        path.append(root_of(leaves[first:last]))
    return path[::-1]


def root_of_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes]) -> bytes | None:
    """Return the root hash that a proof leads to from a leaf hash; None where it leads nowhere.

    RFC 9162, section 2.1.3.2.
    """
    if not 0 <= index < size:
        return None
    place, end, found = index, size - 1, leaf
    for one in proof:
        if not end:
            return None
        if place & 1 or place == end:
            found = _node(one, found)
            place, end = _past_left_edge(place, end)
        else:
            found = _node(found, one)
        place, end = place >> 1, end >> 1
    return None if end else found


def is_consistent(
    old: int, old_root: bytes, size: int, root: bytes, proof: Sequence[bytes]
) -> bool:
    """Tell whether a proof shows that a tree begins with all leaves of an older one.

    RFC 9162, section 2.1.4.2. Every tree begins with the empty one, and needs no proof of it.
    """
    if not 0 <= old <= size:
        return False
    if old in (0, size):
        # An empty proof: of the same tree twice, or of what every tree begins with.
        same = old_root == (EMPTY_ROOT if not old else root)
        return same and not proof and (bool(size) or root == EMPTY_ROOT)
    return _lead_to((old_root, root), old, size, proof)


def _lead_to(roots: tuple[bytes, bytes], old: int, size: int, proof: Sequence[bytes]) -> bool:
    path = list(proof) if old & (old - 1) else [roots[0], *proof]
    if not path:
        return False
    place, end = old - 1, size - 1
    while place & 1:
        place, end = place >> 1, end >> 1
    older = newer = path[0]
    for one in path[1:]:
        if not end:
            return False
        if place & 1 or place == end:
            older, newer = _node(one, older), _node(one, newer)
            place, end = _past_left_edge(place, end)
        else:
            newer = _node(newer, one)
        place, end = place >> 1, end >> 1
    return not end and (older, newer) == roots


def _past_left_edge(place: int, end: int) -> tuple[int, int]:
    """Go up as long as the node is a left one: there it has no sibling in this tree."""
    while place and not place & 1:
        place, end = place >> 1, end >> 1
    return place, end


def _split(size: int) -> int:
    """Return the largest power of two that is smaller than a size, which is at least 2."""
    return 1 << (size - 1).bit_length() - 1
