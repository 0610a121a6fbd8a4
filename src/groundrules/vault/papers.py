"""The papers of a vault: sealed documents that are no conversation, with every version of each.

Drafts, approvals, plans and the like. What a document says is for those who write it; here it is a
text that is kept whole, version by version, for its readers alone.
"""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.keys.secret import Secret
from groundrules.vault import shredding
from groundrules.vault.committing import Batch, committed
from groundrules.vault.paper_answers import Paper, PaperText
from groundrules.vault.paper_streams import (
    HEADING,
    READERS,
    TEXT,
    Key,
    New,
    found_paper,
    headings,
    kind_form,
    next_key,
    part_of,
    streams_of_kind,
    told,
    version_entry,
    wraps_of_papers,
)

if TYPE_CHECKING:
    from groundrules.vault.opened import Vault
    from groundrules.vault.paper_streams import Found

MOST_BYTES = 16 << 20
"""The most bytes of a document, in UTF-8."""

MOST_TITLE = 500
_STREAM_BYTES = 16
_KIND = re.compile(r"[a-z][a-z0-9-]{0,31}")


def papers(vault: Vault, kind: str = "") -> list[Paper]:
    """Return the last version of every paper that one may read, without the documents.

    Args:
        vault: the vault.
        kind: of which kind; "" for all.

    Returns:
        In the order of their titles.
    """
    rows = wraps_of_papers(vault)
    streams = {row.stream for row in rows.values()}
    if kind:
        streams &= streams_of_kind(vault, kind)
    last = vault.ledger.last_entries(streams, [HEADING])
    return sorted(
        told(vault, headings(vault, last, rows)), key=lambda one: (one.title.casefold(), one.id)
    )


def paper(vault: Vault, ident: str, version: int = 0) -> PaperText:
    """Return a paper with its document.

    Args:
        vault: the vault.
        ident: the paper's id.
        version: which; 0 for the last.

    Raises:
        BadInput: there is no such paper or version, it was removed, or one may not read it.
    """
    found = found_paper(vault, ident, version)
    (answer,) = told(vault, [found])
    return PaperText(answer, _document(vault, found))


def versions(vault: Vault, ident: str) -> list[Paper]:
    """Return every version of a paper that one may read, the oldest first, without documents.

    Raises:
        BadInput: there is no such paper, it was removed, or one may not read its last version.
    """
    stream = found_paper(vault, ident).entry.stream
    entries = vault.ledger.entries_of([stream], [HEADING])
    return told(vault, headings(vault, entries, wraps_of_papers(vault, stream)))


def begin_paper(
    vault: Vault, kind: str, title: str, document: str, readers: str = "house"
) -> Paper:
    """Begin a paper.

    Args:
        vault: whose member begins it.
        kind: what it is: small letters, digits and hyphens.
        title: what it is called in lists.
        document: JSON text of the paper's own shape.
        readers: `house` for every member, also those who join later; `self` for oneself.

    Raises:
        BadInput: the title or document is too long or no text, or it cannot be written.
    """
    new = _checked(vault, New(kind, title, document))
    if readers not in READERS:
        raise _refused(vault, "a paper is for the house or for oneself", "give `house` or `self`")
    stream, secret = secrets.token_bytes(_STREAM_BYTES), Secret.new()

    def make() -> Batch:
        house = vault.house()
        cards = house.present.values() if readers == "house" else [vault.member.card]
        wraps = [vault.wrapped(secret, card, stream, READERS[readers]) for card in cards]
        entry = version_entry(vault, stream, new, Key(secret, house.version), None)
        return Batch((entry,), tuple(wraps), (kind_form(vault, kind, stream),))

    committed(vault, make, None)
    return told(vault, [found_paper(vault, stream.hex())])[0]


def amend_paper(vault: Vault, ident: str, version: int, title: str, document: str) -> Paper:
    """Write the next version of a paper; none where nothing changes.

    Args:
        vault: whose member writes it.
        ident: the paper's id.
        version: the last one, which was read and changed.
        title: what it is called from now on.
        document: the whole document.

    Raises:
        BadInput: somebody else has changed it meanwhile, there is no such paper, one may not read
            it, or the document is refused. Nothing was written then.
    """

    def make() -> Batch:
        last = found_paper(vault, ident)
        if last.entry.version != version:
            message = "the paper was changed meanwhile; nothing was written"
            remedy = "read it again, and make the change in the new version"
            raise _refused(vault, message, remedy)
        new = _checked(vault, New(str(last.heading["kind"]), title, document))
        if title == last.heading["title"] and document == _document(vault, last):
            return Batch()
        key, wraps = next_key(vault, last)
        return Batch((version_entry(vault, last.entry.stream, new, key, last),), wraps)

    committed(vault, make, None)
    return told(vault, [found_paper(vault, ident)])[0]


def remove_paper(vault: Vault, ident: str, reason: str) -> None:
    """Erase a paper with all its versions for good; an act says that it went, by whom and why.

    Args:
        vault: whose member removes it.
        ident: the paper's id.
        reason: in a sentence, which stays: it names nobody and nothing that the paper says.

    Raises:
        BadInput: there is no such paper, one may not read it, or the reason is none.
    """
    shredding.shred_paper(vault, found_paper(vault, ident).entry.stream, reason)


def _document(vault: Vault, found: Found) -> str:
    return str(part_of(vault, found.entry, TEXT, found.secret)["document"])


def _checked(vault: Vault, new: New) -> New:
    """Return a version that can be kept.

    Raises:
        BadInput: its kind, title or document cannot.
    """
    if not _KIND.fullmatch(new.kind):
        message = "the kind of a paper is a short name of small letters, digits and hyphens"
        raise _refused(vault, message, "name it as the papers of its kind are")
    if not 1 <= len(new.title) <= MOST_TITLE or not new.title.isprintable():
        message = f"the title of a paper has 1 to {MOST_TITLE} letters, on one line"
        raise _refused(vault, message, "call it by a few words")
    if _size(new.document) > MOST_BYTES:
        message = f"the document of a paper has at most {MOST_BYTES >> 20} MB, and is text"
        raise _refused(vault, message, "keep less in one paper")
    return new


def _size(text: str) -> int:
    """Return the bytes of a text in UTF-8; more than any may have where it is no text."""
    try:
        return len(text.encode())
    except UnicodeEncodeError:
        return MOST_BYTES + 1


def _refused(vault: Vault, message: str, remedy: str) -> BadInput:
    return BadInput(Fault(str(vault.folder), message, remedy))
