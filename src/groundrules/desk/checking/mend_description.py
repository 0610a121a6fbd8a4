"""Mending an attribution: the passage that names or describes a source gets the agreed words.

A finding says what would mend it in words. Where that is the agreed description, it can be put in
by a program. What is proposed here has been tried: the draft that comes of it was checked, and
the passage is at fault no more.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple, Protocol

from groundrules.desk.checking.read_buffer import Form
from groundrules.draft.document import Span
from groundrules.draft.printed import as_printed
from groundrules.draft.sentences import sentences
from groundrules.reporters.report import evidence_for
from groundrules.terms.rights import Attribute, Publish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.desk.checking.read_buffer import Buffer
    from groundrules.desk.checking.serve_editor import Checkup
    from groundrules.draft.document import Draft
    from groundrules.evidence.case import Case
    from groundrules.rules.rule import Finding

MENDABLE = frozenset(
    {"description-not-agreed", "narrower-description", "plural-for-one-source", "protected-name"}
)
"""The rules of which a finding spans the words for a source, and wants others in their place."""

_MARKS = re.compile(r"([\\`*_\[\]<>~]|&(?=#?\w+;))")
"""What Markdown could take for a mark."""


class Mend(NamedTuple):
    """An edit that mends a finding.

    Attributes:
        span: what is replaced.
        text: by what: a description that was agreed on with the source, so a word of the record.
    """

    span: Span
    text: str


class Checks(Protocol):
    """Whatever checks a text."""

    def check(self, buffer: Buffer) -> Checkup:
        """Return what a check of a text came to."""


def mends(desk: Checks, buffer: Buffer, checkup: Checkup, finding: Finding) -> Iterator[Mend]:
    """Yield every edit that mends a finding of a buffer, one for each agreed description.

    Args:
        desk: checks what comes of it.
        buffer: what was checked.
        checkup: what came of that.
        finding: one of those in it.
    """
    if checkup.examination is None or finding.name not in MENDABLE:
        return
    case = checkup.examination.case
    if not (_is_plain(case.draft, finding.span) and _is_source(case, finding.span)):
        return
    for description in _agreed(case, finding):
        text = _written(case.draft, finding.span, description, buffer.form)
        mend = Mend(finding.span, text)
        after = desk.check(buffer._replace(text=_mended(buffer.text, mend)))
        if _is_mended(after, mend):
            yield mend


def _agreed(case: Case, finding: Finding) -> list[str]:
    """Return the descriptions that were agreed on, if the words may be used with one."""
    evidenced = evidence_for(case, finding)
    if evidenced is None or evidenced.standing.is_open:
        return []
    rights, conditions = evidenced.standing.terms.rights, evidenced.standing.terms.conditions
    usable = rights.publish is Publish.YES and rights.attribute in _DESCRIBABLE
    return sorted(conditions.descriptions or ()) if usable else []


_DESCRIBABLE = frozenset({Attribute.DESCRIPTION, Attribute.INSTITUTION})


def _is_plain(draft: Draft, span: Span) -> bool:
    """Tell whether a passage has no marks in it, of which half could be lost."""
    raw = draft.text[span.start : span.end]
    return raw.split() == as_printed(draft, span).split()


def _is_source(case: Case, span: Span) -> bool:
    """Tell whether a passage is all that an attribution says of whoever said something.

    To put a description before `, who leads the union,` would mend nothing; nor does somebody who
    declined to comment become another by it.
    """
    return any(one.source == span and not one.declined for one in case.attributions)


def _written(draft: Draft, span: Span, description: str, form: Form | None) -> str:
    """Return a description as it is written at a place of a draft."""
    opens = any(sentence.start == span.start for sentence in sentences(draft))
    words = description[:1].upper() + description[1:] if opens else description
    if form is Form.WEB:
        return html.escape(words, quote=False)
    return _MARKS.sub(r"\\\1", words) if form is Form.MARKDOWN else words


def _mended(text: str, mend: Mend) -> str:
    return text[: mend.span.start] + mend.text + text[mend.span.end :]


def _is_mended(after: Checkup, mend: Mend) -> bool:
    if after.examination is None:
        return False
    place = Span(mend.span.start, mend.span.start + len(mend.text))
    found = after.examination.findings
    return not any(one.name in MENDABLE and one.span.overlaps(place) for one in found)
