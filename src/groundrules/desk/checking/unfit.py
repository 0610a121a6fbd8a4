"""What was sent and cannot be used: its faults name the field that it came in.

They say neither what it is called nor the folder of the vault: whoever sent it may be a program
that shows the answer to anybody.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from groundrules.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT, UPLOAD, AS_OF = "text", "upload", "as_of"
"""The fields: the text, the file in place of it, and the instant of publication."""


class Unfit(BadInput):
    """What was sent cannot be used. Its faults are about that, and about nothing of the vault."""


@contextmanager
def about(field: str) -> Iterator[None]:
    """Have what is wrong with something that was sent be told as a fault of the field it came in.

    Raises:
        Unfit: what was done with it raised `BadInput`.
    """
    try:
        yield
    except BadInput as refusal:
        faults = (one._replace(path=field) for one in refusal.faults)
        raise Unfit(*faults) from None
