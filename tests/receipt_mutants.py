"""Receipts with one thing changed in their bytes."""

from __future__ import annotations

import random

from sealed_receipts import Made, made

_RECEIPTS = 25


def _mutant(content: bytes, chance: random.Random) -> bytes:
    """Return some bytes with one thing changed: now and then the same bytes."""
    changed, at = bytearray(content), chance.randrange(len(content))
    way = chance.randrange(6)
    if way == 0:
        changed[at] ^= 1 << chance.randrange(8)
    elif way == 1:
        changed[at] = chance.choice([one for one in range(256) if one != changed[at]])
    elif way == 2:
        changed.insert(at, chance.choice(b"\n\r \x00a0=+"))
    elif way == 3:
        del changed[at]
    elif way == 4:
        rows = bytes(changed).split(b"\n")
        row = chance.randrange(len(rows))
        changed = bytearray(b"\n".join([*rows[:row], rows[row], *rows[row:]]))
    else:
        del changed[at:]
    return bytes(changed)


def mutants_of(count: int, seed: int = 7) -> list[tuple[Made, bytes]]:
    """Return receipts and what became of them: a few less than asked for, as some stay the same."""
    chance = random.Random(seed)  # noqa: S311 - which bytes are changed
    receipts = [made(one, witnesses=one % 3, token=b"x" * (one % 2)) for one in range(_RECEIPTS)]
    found = ((one := chance.choice(receipts), _mutant(one.content, chance)) for _ in range(count))
    return [(one, content) for one, content in found if content != one.content]
