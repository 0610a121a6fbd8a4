"""Quotations: the passages that the draft puts in quotation marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from groundrules.draft.document import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage in quotation marks.

    Attributes:
        span: the passage with its marks.
        words: the passage without them.
        paragraph: the paragraph it stands in.
    """

    span: Span
    words: Span
    paragraph: Span
