"""The whole invented newsroom, in a real vault that was founded cheaply: for tests of every page.

    with furnished(folder) as seat: ...

What ends soon in it ends soon today, and it has all that a demonstration shows.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from groundrules.desk.setup.example_newsroom import furnish
from served import seated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from groundrules.faces.web.seat import Seat


@contextmanager
def furnished(folder: Path) -> Iterator[Seat]:
    """Give a seat before the vault of the invented newsroom, unlocked."""
    with pytest.MonkeyPatch.context() as patch, seated(folder, patch, with_records=False) as seat:
        furnish(seat.vault, seat.settings, datetime.now(UTC).date())
        yield seat
