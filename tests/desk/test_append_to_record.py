"""A record's file is added to, and nothing else of it changes."""

from __future__ import annotations

import codecs
import stat
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from groundrules.desk.records.append_to_record import (
    RecordFile,
    add_fact,
    add_turns,
    open_record,
    take_back_last_fact,
)
from groundrules.errors import BadInput
from groundrules.record.facts import Fact, Kind
from groundrules.record.transcript import Place, Turn

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "# Mine.\nconversation: c\nparties:\n  S1: source, Zoë\n\nS1:   Words — of mine.\n"
FACT = Fact(
    Kind.INCIDENT_OPENED, "S1", when=datetime(2026, 11, 6, 7, 30, tzinfo=UTC), words="leak: x"
)
LINE = '  2026-11-06T07:30+00:00 S1 > incident "leak: x"\n'


def kept(folder: Path, content: bytes = TEXT.encode()) -> Path:
    path = folder / "c.record"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_every_byte_stays(tmp_path: Path, mark: bytes, encoding: str) -> None:
    before = mark + TEXT.encode(encoding)
    path = kept(tmp_path, before)

    add_fact(open_record(str(path)), FACT)

    added = f"\nafterwards:\n{LINE}".encode(encoding)
    assert path.read_bytes() == before + added


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_permissions_stay(tmp_path: Path, mode: int) -> None:
    path = kept(tmp_path)
    path.chmod(mode)

    add_fact(open_record(str(path)), FACT)

    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert [one.name for one in tmp_path.iterdir()] == ["c.record"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path = kept(tmp_path)
    link = tmp_path / "link.record"
    link.symlink_to(path)

    add_fact(open_record(str(link)), FACT)

    assert link.is_symlink()
    assert path.read_text("utf-8").endswith(LINE)


def test_what_comes_of_it_can_be_added_to_again(tmp_path: Path) -> None:
    path = kept(tmp_path)

    once = add_fact(open_record(str(path)), FACT)
    add_fact(once, FACT)

    assert path.read_text("utf-8") == f"{TEXT}\nafterwards:\n{LINE}{LINE}"


def test_a_turn_is_added(tmp_path: Path) -> None:
    path = kept(tmp_path)
    fact = Fact(Kind.HINT_GIVEN, "S1", Place(2))

    added = add_turns(open_record(str(path)), [(Turn(2, "S1", ("More.",)), [fact])])

    assert path.read_text("utf-8") == f"{TEXT}S1: More.\n  > hint\n"
    assert added.conversation.facts == (fact,)


def test_the_last_fact_is_taken_back(tmp_path: Path) -> None:
    path = kept(tmp_path)

    take_back_last_fact(add_fact(open_record(str(path)), FACT))

    assert path.read_text("utf-8") == f"{TEXT}\nafterwards:\n"


def refusal(record: RecordFile) -> str:
    with pytest.raises(BadInput) as refused:
        add_fact(record, FACT)
    (fault,) = refused.value.faults
    return fault.message


def test_what_somebody_else_wrote_meanwhile_is_not_lost(tmp_path: Path) -> None:
    path = kept(tmp_path)
    record = open_record(str(path))
    path.write_text(f"{TEXT}S1: And more.\n", "utf-8")

    assert refusal(record) == "the file has changed meanwhile; nothing was written"
    assert path.read_text("utf-8") == f"{TEXT}S1: And more.\n"


def test_a_record_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    path = kept(tmp_path)
    record = open_record(str(path))
    path.unlink()

    assert refusal(record) == "there is no such file"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"conversation: c\nS1 words\n", "this is not a key of the head"),
        (b"conversation: c\n\xff", "byte 17 is not UTF-8"),
    ],
)
def test_what_is_no_record_is_not_touched(tmp_path: Path, content: bytes, message: str) -> None:
    path = kept(tmp_path, content)

    with pytest.raises(BadInput) as refused:
        open_record(str(path))

    assert [fault.message for fault in refused.value.faults] == [message]
    assert path.read_bytes() == content


def test_standard_input_is_refused() -> None:
    with pytest.raises(BadInput, match="cannot be added to"):
        open_record("-")
