"""A review at the desk: the file is written with each decision, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundrules.config.settings import settle as settings_of
from groundrules.desk.records.earlier_records import EarlierRecords
from groundrules.desk.records.import_transcript import Telling, import_transcripts
from groundrules.desk.records.review_record import Underway, open_review, settle, take_back
from groundrules.errors import BadInput
from groundrules.readers.transcript.casting import Who
from groundrules.record.reviewing import Decision
from groundrules.record.transcript import Conversation, Role

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "# Mine.\r\nconversation: c\r\nparties:\r\n  AR: reporter, Ana\r\n  S1: source, Zoë\r\n\r\n"
    "S1: Off the record?  \r\n  ?> ask off-the-record\r\nAR:  Sure.\r\n\t?> agree\r\n# End.\r\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "c.record"
    path.write_bytes(TEXT.encode())
    path.chmod(0o640)
    return path


def opened(path: Path) -> Underway:
    return open_review(str(path), settings_of(path.parent, {}, {}))


def test_each_decision_is_written_at_once_and_all_else_stays(path: Path) -> None:
    once = settle(opened(path), Decision.ACCEPTED)
    assert path.read_bytes() == TEXT.replace("?> ask", "> ask").encode()

    twice = settle(once, Decision.REJECTED)
    left = TEXT.replace("?> ask", "> ask").replace("\t?> agree\r\n", "")
    assert path.read_bytes() == left.encode()

    assert take_back(take_back(twice)).review == opened(path).review
    assert path.read_bytes() == TEXT.encode()
    assert path.stat().st_mode & 0o777 == 0o640


def test_to_skip_writes_nothing(path: Path) -> None:
    before = path.stat().st_mtime_ns

    skipped = settle(opened(path), Decision.SKIPPED)

    assert take_back(skipped).review.steps == ()
    assert path.stat().st_mtime_ns == before


def test_what_somebody_else_wrote_meanwhile_is_not_lost(path: Path) -> None:
    underway = opened(path)
    path.write_text("conversation: other\n", encoding="utf-8")

    with pytest.raises(BadInput, match="the file has changed meanwhile; nothing was written"):
        settle(underway, Decision.ACCEPTED)
    assert path.read_text(encoding="utf-8") == "conversation: other\n"


def test_how_a_proposal_was_heard_is_found_again(tmp_path: Path) -> None:
    talk = tmp_path / "talk.txt"
    talk.write_text(
        "ANA RUIZ: Where does it stand?\n\nDANA ROE: Off the record?\n\nANA RUIZ: Sure.\n\n"
        "DANA ROE: It is dead. Okay, back on the record. The board will vote in May, we think.\n",
        encoding="utf-8",
    )
    who = {"ANA RUIZ": Who(Role.REPORTER), "DANA ROE": Who(Role.SOURCE)}
    (one,) = import_transcripts([talk], tmp_path, Telling(who))

    underway = opened(one.record)

    assert len(underway.heard) > 2
    assert all(underway.heard)
    assert [heard.fact for heard in underway.heard if heard] == list(underway.review.proposals)


def test_what_was_put_by_hand_was_not_heard(path: Path) -> None:
    text = TEXT.replace("?> ask off-the-record", "?> counter deep-background by=AR")
    path.write_bytes(text.encode())

    assert opened(path).heard[0] is None


def test_earlier_records_are_looked_into_the_same_talk_first(tmp_path: Path) -> None:
    head = "conversation: {}\norigin: x.json, X, SPEAKER_01 is S9\nparties:\n  {}\n"
    for name, party in (
        ("a", "S1: source, Ana Ruiz"),
        ("b", "S9: reporter, Ana Ruiz"),
        ("c", "RUIZ: other, Ana Ruiz"),
        ("d", "no party"),
    ):
        (tmp_path / f"{name}.record").write_text(head.format(name, party), encoding="utf-8")
    (tmp_path / "gone.record").symlink_to(tmp_path / "nowhere")
    records = EarlierRecords(tmp_path)

    def who(talk: str, label: str) -> str:
        found = records.who(Conversation(talk), label)
        return found.id if found else ""

    assert (who("a", "ANA RUIZ"), who("b", "Ana Ruiz")) == ("S1", "S9")
    assert who("c", "ana ruiz") in {"S1", "S9"}
    assert (who("b", "SPEAKER_01"), who("a", "SPEAKER_01"), who("z", "Zoë")) == ("S9", "", "")
    assert EarlierRecords(tmp_path / "none").who(Conversation("a"), "Ana Ruiz") is None
