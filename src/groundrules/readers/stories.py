"""The story that a draft declares: in a file beside it, or in the front matter of Markdown.

`docs/how-to/declare-a-story.md` has the form. The file beside a draft has the draft's whole name
and `.groundrules.toml` behind it. Front matter in YAML has it below the key `groundrules`, front
matter in TOML in a table of that name.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.evidence.story import UNDECLARED

if TYPE_CHECKING:
    from groundrules.draft.document import Draft
    from groundrules.evidence.story import Story
    from groundrules.tables.table import Document

SUFFIX = ".groundrules.toml"
"""What stands behind a draft's name in the name of the file beside it."""

FORMAT_PAGE = "docs/how-to/declare-a-story.md"

_FRONT_MATTER = "front matter"


def read_story(draft: Draft) -> Story:
    """Return the story that a draft declares, or one that declares nothing.

    Raises:
        BadInput: the declaration cannot be read or understood, or there are two of them.
    """
    beside, above = _beside(draft), _above(draft)
    if beside and above:
        message = "the story is declared here and in the front matter of the draft"
        raise BadInput(Fault(beside.path, message, "keep one of the two"))
    document = beside or above
    if document is None:
        return UNDECLARED
    from groundrules.evidence.story_document import story_of  # noqa: PLC0415 - start-up time

    return story_of(document)


def _beside(draft: Draft) -> Document | None:
    path = draft.path + SUFFIX
    if not os.path.lexists(path):
        return None
    from groundrules.readers.tables import read_document  # noqa: PLC0415 - start-up time

    return read_document(Path(path), FORMAT_PAGE)


def _above(draft: Draft) -> Document | None:
    head = next((one.span for one in draft.left_out if one.what == _FRONT_MATTER), None)
    text = draft.text[head.start : head.end] if head else ""
    if "groundrules" not in text:
        return None
    from groundrules.readers.story_front_matter import declared_in  # noqa: PLC0415 - likewise

    return declared_in(draft.path, text)
