"""A vault for a whole module of tests, and talks in it, each under a name of its own."""

from __future__ import annotations

import io
import os
import re
import wave
from itertools import count
from typing import TYPE_CHECKING

import pytest

from groundrules.config.settings import settle
from groundrules.desk.records.append_to_record import open_record
from groundrules.desk.vaults.moves import bring
from kept_vault import kept

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from groundrules.config.settings import Settings

NAME = "ferry-2026-11-20"

TALK = """\
conversation: ferry-2026-11-20
outlet: The Ledger Post
policy: ap
parties:
  AR: reporter, Ana Ruiz
  S1: source
  S2: source

[00:00:05] AR: Where does the ferry contract stand?
[00:00:09] S1: The council signs it on Friday.
[00:00:21] S1: Can we go on background?
[00:00:26] AR: Yes, on background.
[00:00:30] S1: The second bidder knew the price.
[00:00:41] S1: He knew it for two weeks.
[00:00:50] AR: Back on the record?
[00:00:52] S1: Fine. I look forward to Friday.
[00:01:10] ?: Coffee?
"""


_NUMBERS = count(1)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the folder of an unlocked vault, one for all tests of a module: founding takes long."""
    folder = tmp_path_factory.mktemp("room")
    with pytest.MonkeyPatch.context() as patch, kept(folder, patch) as found:
        yield found.folder


def settings_of(vault: Path) -> Settings:
    """Return settings in which a vault is where the records are."""
    return settle(vault.parent, {"records": (str(vault),)}, os.environ)


def talk_in(vault: Path, text: str = TALK, name: str = "") -> str:
    """Bring the text of a talk into a vault under a new name; return how the desk is told of it."""
    name = name or f"talk-{next(_NUMBERS)}"
    path = str(vault / name)
    text = re.sub(r"^conversation: .*$", f"conversation: {name}", text, count=1, flags=re.MULTILINE)
    bring(vault, {path: text})
    return path


def version_of(path: str) -> int:
    """Return the version that stands there."""
    return open_record(path).version


def text_of(path: str) -> str:
    """Return the text that stands there, without the code names that the vault has given."""
    return re.sub(r"(: source), [A-Z0-9]{6}\b", r"\1", open_record(path).text)


def recording(seconds: float = 1.0) -> bytes:
    """Return a silent recording."""
    content = io.BytesIO()
    with wave.open(content, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(8000)
        made.writeframes(bytes(int(8000 * seconds) * 2))
    return content.getvalue()
