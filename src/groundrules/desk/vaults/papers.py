"""The papers of a vault: drafts, approvals, plans and the like, version by version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.desk.vaults.doors import door_of
from groundrules.vault.paper_answers import Paper, PaperText

if TYPE_CHECKING:
    from pathlib import Path


def papers(vault: Path, kind: str = "") -> list[Paper]:
    """Return the last version of every paper that one may read, in the order of their titles.

    Args:
        vault: its folder.
        kind: of which kind; "" for all.
    """
    with door_of(vault) as door:
        return door.ask(list[Paper], "papers", kind=kind)


def paper(vault: Path, ident: str, version: int = 0) -> PaperText:
    """Return a paper with its document.

    Args:
        vault: its folder.
        ident: the paper's id.
        version: which; 0 for the last.

    Raises:
        BadInput: there is no such paper or version, it was removed, or one may not read it.
    """
    with door_of(vault) as door:
        return door.ask(PaperText, "paper", ident=ident, version=version)


def versions(vault: Path, ident: str) -> list[Paper]:
    """Return every version of a paper, the oldest first.

    Raises:
        BadInput: there is no such paper, it was removed, or one may not read it.
    """
    with door_of(vault) as door:
        return door.ask(list[Paper], "versions", ident=ident)


def begin_paper(vault: Path, kind: str, title: str, document: str, readers: str = "house") -> Paper:
    """Begin a paper.

    Args:
        vault: its folder.
        kind: what it is: small letters, digits and hyphens.
        title: what it is called in lists.
        document: JSON text of the paper's own shape.
        readers: `house` for every member, `self` for oneself.

    Raises:
        BadInput: the title or document cannot be kept, or it cannot be written.
    """
    with door_of(vault) as door:
        return door.ask(
            Paper, "begin_paper", kind=kind, title=title, document=document, readers=readers
        )


def amend_paper(vault: Path, ident: str, version: int, title: str, document: str) -> Paper:
    """Write the next version of a paper; none where nothing changes.

    Args:
        vault: its folder.
        ident: the paper's id.
        version: the one that was read and changed.
        title: what it is called from now on.
        document: the whole document.

    Raises:
        BadInput: somebody else has changed it meanwhile; nothing was written then.
    """
    with door_of(vault) as door:
        return door.ask(
            Paper, "amend_paper", ident=ident, version=version, title=title, document=document
        )


def remove_paper(vault: Path, ident: str, reason: str) -> None:
    """Erase a paper with all its versions for good.

    Args:
        vault: its folder.
        ident: the paper's id.
        reason: in a sentence, which stays.

    Raises:
        BadInput: there is no such paper, one may not read it, or the reason is none.
    """
    with door_of(vault) as door:
        door.ask(type(None), "remove_paper", ident=ident, reason=reason)
