"""Keys with which a program may ask for a check, and for nothing else.

A key is 256 random bits, shown once. The vault keeps its hash alone: of so long a key nobody finds
the key by trying, so the hash needs to be no slow one.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.vaults import papers

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.vault.paper_answers import Paper

KIND = "hook-key"
PREFIX = "gr-hook-"
"""How every key begins, so that whoever finds one somewhere knows what it is."""

_BYTES = 32
_SHAPE = 1
_LONGEST = 200


class NewKey(NamedTuple):
    """A key that was just made: the paper that knows it, and the key itself."""

    paper: Paper
    key: str

    def __repr__(self) -> str:
        """Show no key."""
        return "NewKey()"


def make_hook_key(vault: Path, title: str) -> NewKey:
    """Make a key; it is returned once, and nobody can return it again.

    Args:
        vault: its folder.
        title: what it is for, such as the name of the program that gets it.

    Raises:
        BadInput: the title cannot be kept.
    """
    key = PREFIX + secrets.token_urlsafe(_BYTES)
    document = json.dumps({"v": _SHAPE, "sha256": _hash(key)})
    return NewKey(papers.begin_paper(vault, KIND, title, document), key)


def hook_keys(vault: Path) -> list[Paper]:
    """Return what is known of the keys that count, without the keys."""
    return papers.papers(vault, KIND)


def revoke_hook_key(vault: Path, ident: str) -> None:
    """Take a key back: from now on it opens nothing.

    Raises:
        BadInput: there is no such key.
    """
    if ident not in {one.id for one in hook_keys(vault)}:
        papers.paper(vault, ident)  # says that there is none, where there is none
        return
    papers.remove_paper(vault, ident, "the key of a program was taken back")


def is_hook_key(vault: Path, key: str) -> bool:
    """Tell whether a key counts.

    Raises:
        BadInput: the vault is locked.
    """
    if not key.startswith(PREFIX) or len(key) > _LONGEST:
        return False
    wanted = _hash(key)
    hashes = [_kept_hash(vault, one) for one in hook_keys(vault)]
    return any(hmac.compare_digest(wanted, one) for one in hashes)


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _kept_hash(vault: Path, kept: Paper) -> str:
    return str(json.loads(papers.paper(vault, kept.id).document)["sha256"])
