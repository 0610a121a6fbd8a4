"""Drafts in a vault: texts that are about to be published, kept as papers with every version.

A draft that came as a file of a word processor or a browser keeps the file beside it, as a paper of
its own, so that comments can be put into a copy of it; its text is the file's.
"""

from __future__ import annotations

import base64
import json
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.checking.check_text import MARKDOWN
from groundrules.desk.checking.publication_time import publication_time
from groundrules.desk.checking.read_in_child import read_in_child
from groundrules.desk.checking.unfit import AS_OF, TEXT, UPLOAD, Unfit, about
from groundrules.desk.vaults import papers
from groundrules.draft.printed import has_words
from groundrules.errors import BadInput, Fault
from groundrules.readers.drafts import MARKDOWN as MARKDOWNS
from groundrules.readers.drafts import PLAIN_TEXT
from groundrules.readers.stories import read_story
from groundrules.readers.text_file import text_of
from groundrules.vault.keeper.shapes import plain, rebuilt

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from groundrules.desk.checking.check_text import TextChecker
    from groundrules.desk.checking.serve_editor import Checkup
    from groundrules.draft.document import Draft
    from groundrules.vault.paper_answers import Paper

KIND, COVERAGE, FILE = "draft", "coverage", "draft-file"
"""The kinds of papers: what will be published, what has been, and the file of either."""

MOST_TEXT = 1_000_000
"""The most characters of a draft that is written here."""

MOST_FILE = 11 << 20
"""The most bytes of a file that is kept; a paper holds it in text, which is a third longer."""

_SHAPE = 1


class Counts(NamedTuple):
    """How many findings there are, by how severe they are."""

    errors: int = 0
    warnings: int = 0
    notes: int = 0


class DraftText(NamedTuple):
    """What a draft's paper holds.

    Attributes:
        name: the name of its file; its ending tells how it is read.
        text: the whole of it.
        file: the id of the paper with the file that it came in; "" where it is written here.
        as_of: when it is to be published, with the offset from UTC; "" where nobody said.
        found: what was found in this version when it was kept.
    """

    name: str
    text: str
    file: str = ""
    as_of: str = ""
    found: Counts = Counts()

    def __repr__(self) -> str:
        """Show no word of it."""
        return f"DraftText({len(self.text)} characters)"

    @property
    def instant(self) -> datetime | None:
        """Return when it is to be published; None where nobody said."""
        return publication_time(self.as_of, AS_OF) if self.as_of else None


class KeptDraft(NamedTuple):
    """A draft, at one of its versions."""

    paper: Paper
    draft: DraftText


class Sent(NamedTuple):
    """What somebody sends to become a draft: a text, or a file in place of it.

    Attributes:
        text: the whole text; "" where a file is sent.
        name: of the file; "" for none.
        content: of the file; of a text with a name, the text, which is read as such a file.
        as_of: when it is to be published, or was; "" where nobody said.
    """

    text: str = ""
    name: str = ""
    content: bytes = b""
    as_of: str = ""

    def __repr__(self) -> str:
        """Show no word of it."""
        return "Sent()"

    @property
    def field(self) -> str:
        """Return what the field is called that it came in."""
        return UPLOAD if self.name and not self.text else TEXT


class Taken(NamedTuple):
    """What was sent, and was read.

    Attributes:
        held: what a draft's paper would hold.
        content: the file, where the text is to stay the file's; else nothing.
        draft: the draft in it.
    """

    held: DraftText
    content: bytes
    draft: Draft

    def __repr__(self) -> str:
        """Show no word of it."""
        return "Taken()"


def drafts(vault: Path, kind: str = KIND) -> list[KeptDraft]:
    """Return the last version of every draft that one may read, in the order of their titles."""
    return [_kept(vault, one) for one in papers.papers(vault, kind)]


def draft(vault: Path, ident: str, version: int = 0, kind: str = KIND) -> KeptDraft:
    """Return a draft.

    Args:
        vault: its folder.
        ident: the paper's id.
        version: which; 0 for the last.
        kind: `KIND` or `COVERAGE`.

    Raises:
        BadInput: there is no such draft or version, or one may not read it.
    """
    found = papers.paper(vault, ident, version)
    if found.paper.kind != kind:
        message = f"this paper is no {kind}"
        raise BadInput(Fault(str(vault), message, "look for it where papers of its kind are"))
    return KeptDraft(found.paper, _read(found.document))


def begin_draft(
    checker: TextChecker, title: str, sent: Sent, readers: str = "house", kind: str = KIND
) -> KeptDraft:
    """Begin a draft with a text, or with a file.

    Args:
        checker: of the vault in which it is kept.
        title: what it is called in lists.
        sent: the text or the file.
        readers: `house` or `self`.
        kind: `KIND` or `COVERAGE`.

    Raises:
        BadInput: there is nothing in it, the file cannot be read, or it cannot be kept.
    """
    new, content, read = taken(checker, sent)
    new = new._replace(as_of=sent.as_of)
    if kind == COVERAGE:
        refuse_wordless(read)
    if content:
        held = json.dumps({"v": _SHAPE, "content": base64.b64encode(content).decode()})
        new = new._replace(file=papers.begin_paper(checker.vault, FILE, title, held, readers).id)
    new = new._replace(found=counts(checker.check_draft(read, new.instant)))
    return KeptDraft(papers.begin_paper(checker.vault, kind, title, _document(new), readers), new)


class Change(NamedTuple):
    """What is to be the next version of a draft.

    Attributes:
        version: the one that was read and changed.
        title: what it is called from now on.
        text: the whole text; that of a draft that came as a file stays what the file says.
        as_of: when it is to be published; "" where nobody said.
    """

    version: int
    title: str
    text: str
    as_of: str = ""

    def __repr__(self) -> str:
        """Show no word of it."""
        return f"Change(version={self.version})"


def keep_draft(checker: TextChecker, ident: str, change: Change) -> KeptDraft:
    """Keep a new version of a draft, checked.

    Args:
        checker: of the vault in which it is kept.
        ident: the paper's id.
        change: what becomes of it.

    Raises:
        BadInput: somebody else has changed it meanwhile, or it cannot be kept.
    """
    before = draft(checker.vault, ident)
    if change.as_of:
        publication_time(change.as_of, AS_OF)
    text = before.draft.text if before.draft.file else _bounded(change.text)
    new = before.draft._replace(text=text, as_of=change.as_of)
    new = new._replace(found=counts(check_kept(checker, before._replace(draft=new))))
    paper = papers.amend_paper(checker.vault, ident, change.version, change.title, _document(new))
    return KeptDraft(paper, new)


def remove_draft(vault: Path, ident: str, reason: str, kind: str = KIND) -> None:
    """Erase a draft with all its versions, and the file that it came in.

    Raises:
        BadInput: there is no such draft, or the reason is none.
    """
    found = draft(vault, ident, kind=kind).draft
    papers.remove_paper(vault, ident, reason)
    if found.file:
        papers.remove_paper(vault, found.file, reason)


def file_of(vault: Path, kept: DraftText) -> bytes:
    """Return the file that a draft came in; nothing where it was written here."""
    if not kept.file:
        return b""
    document = json.loads(papers.paper(vault, kept.file).document)
    return base64.b64decode(document["content"])


def check_kept(checker: TextChecker, kept: KeptDraft) -> Checkup:
    """Return what is found in a kept draft.

    Raises:
        BadInput: the vault is locked, or the draft cannot be read.
    """
    held = kept.draft
    if held.file and held.file in checker.files:
        return checker.check_draft(checker.files[held.file], held.instant)
    content = file_of(checker.vault, held)
    read = _as_draft(checker, held, content)
    if held.file:
        checker.keep_file(held.file, read)
    return checker.check_draft(read, held.instant)


def refuse_wordless(read: Draft) -> None:
    """Refuse what has no word of copy: nothing can be found in it.

    Raises:
        Unfit: there is none.
    """
    if not has_words(read):
        raise Unfit(Fault(TEXT, "there is nothing in it", "give the text, or its file"))


def taken(checker: TextChecker, sent: Sent) -> Taken:
    """Return what was sent as a draft.

    Raises:
        Unfit: it is too large, cannot be read, or declares a story that cannot be understood.
    """
    with about(sent.field):
        found = _taken(checker, sent)
        read_story(found.draft)
    return found


def counts(checkup: Checkup) -> Counts:
    """Return how many findings of each severity there are."""
    found = checkup.examination.findings if checkup.examination else ()
    severities = [finding.severity.value for finding in found]
    return Counts(*(severities.count(one) for one in ("error", "warning", "note")))


def _taken(checker: TextChecker, sent: Sent) -> Taken:
    if not sent.name or PurePath(sent.name).suffix.lower() in MARKDOWNS | PLAIN_TEXT:
        name, text = sent.name or f"draft{MARKDOWN}", sent.text
        if sent.name:
            text = text_of(sent.content, sent.name, MOST_FILE)
        return Taken(DraftText(name, _bounded(text)), b"", checker.read(name, text))
    if len(sent.content) > MOST_FILE:
        message = f"it has more than {MOST_FILE >> 20} MiB"
        raise BadInput(Fault(sent.name, message, "save the copy alone, without pictures"))
    read = read_in_child("draft", checker.path_of(sent.name), sent.content)
    return Taken(DraftText(sent.name, read.text), sent.content, read)


def _as_draft(checker: TextChecker, new: DraftText, content: bytes) -> Draft:
    if not content:
        return checker.read(new.name, new.text)
    return read_in_child("draft", checker.path_of(new.name), content)


def _bounded(text: str) -> str:
    if len(text) > MOST_TEXT:
        message = f"it has more than {MOST_TEXT:,} characters"
        raise BadInput(Fault(TEXT, message, "divide it into several drafts"))
    return text


def _kept(vault: Path, paper: Paper) -> KeptDraft:
    return KeptDraft(paper, _read(papers.paper(vault, paper.id).document))


def _document(new: DraftText) -> str:
    return json.dumps({"v": _SHAPE, "draft": plain(new)}, ensure_ascii=False)


def _read(document: str) -> DraftText:
    found: DraftText = rebuilt(DraftText, json.loads(document)["draft"])
    return found
