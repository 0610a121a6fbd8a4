"""Mending an attribution: what is proposed mends, and where it would not nothing is proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundrules.desk.checking.mend_description import mends
from groundrules.desk.checking.read_buffer import Buffer
from groundrules.desk.checking.serve_editor import EditorDesk

if TYPE_CHECKING:
    from pathlib import Path

SPOKEN = "We were told on Thursday that two hundred jobs would go with the pier"
AGREED = "a person involved in the negotiations"
OTHER = "an engineer at Ames & Sons_"
RECORD = """conversation: union
policy: ap
parties:
  AR: reporter, Ana Ruiz
  S2: source, Marcus Oyelaran, of Dockworkers Local 412

S2: On background, please.
  > ask {level}{descriptions}
AR: Yes.
  > agree
S2: {spoken}.
"""


def described(*descriptions: str, level: str = "background") -> str:
    keys = "".join(f' description="{one}"' for one in descriptions)
    return RECORD.format(level=level, descriptions=keys, spoken=SPOKEN)


def proposed(folder: Path, record: str, draft: str, name: str = "story.md") -> list[str]:
    """Return the drafts that come of the edits that are proposed for any finding."""
    (folder / "records").mkdir(exist_ok=True)
    (folder / "records" / "union.record").write_text(record, encoding="utf-8")
    desk = EditorDesk({}, "2026-11-05T09:00+00:00", {})
    buffer = Buffer(str(folder / name), draft, "", folder, folder)
    checkup = desk.check(buffer)
    assert checkup.examination
    assert checkup.examination.findings
    return [
        draft[: mend.span.start] + mend.text + draft[mend.span.end :]
        for finding in checkup.examination.findings
        for mend in mends(desk, buffer, checkup, finding)
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        "a union negotiator for the dockworkers",
        "Marcus Oyelaran",
        f"{AGREED} in the mayor's office",
    ],
)
def test_the_words_for_a_source_become_the_agreed_ones(tmp_path: Path, wrong: str) -> None:
    draft = f"“{SPOKEN},” said {wrong}.\n"

    assert f"“{SPOKEN},” said {AGREED}.\n" in proposed(tmp_path, described(AGREED), draft)


def test_at_the_beginning_of_a_sentence_they_have_a_capital(tmp_path: Path) -> None:
    draft = f"A union negotiator said “{SPOKEN}.”\n"

    assert [f"A{AGREED[1:]} said “{SPOKEN}.”\n"] == proposed(tmp_path, described(AGREED), draft)


def test_there_is_one_for_each_description_that_was_agreed(tmp_path: Path) -> None:
    draft = f"“{SPOKEN},” said a union negotiator.\n"
    found = proposed(tmp_path, described(AGREED, "somebody close to the talks"), draft)

    assert [AGREED, "somebody close to the talks"] == [
        text.partition(" said ")[2].removesuffix(".\n") for text in found
    ]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("story.md", r"an engineer at Ames & Sons\_"),
        ("story.txt", OTHER),
        ("story.html", "an engineer at Ames &amp; Sons_"),
    ],
)
def test_they_are_written_as_the_format_has_it(tmp_path: Path, name: str, written: str) -> None:
    draft = f"“{SPOKEN},” said a union negotiator.\n"
    if name.endswith("html"):
        draft = f"<p>{draft}</p>"

    assert [draft.replace("a union negotiator", written)] == proposed(
        tmp_path, described(OTHER), draft, name
    )


@pytest.mark.parametrize(
    ("record", "source"),
    [
        (described(AGREED), "a **union** negotiator"),
        (described(AGREED), "Marcus Oyelaran, who leads Dockworkers Local 412"),
        (described(), "a union negotiator"),
        (described(AGREED, level="off-the-record"), "Marcus Oyelaran"),
        (described(AGREED).replace("  > agree\n", ""), "Marcus Oyelaran"),
    ],
    ids=["marks in it", "more about the source", "none agreed", "not to be used", "open"],
)
def test_nothing_is_proposed_that_would_not_mend(tmp_path: Path, record: str, source: str) -> None:
    assert [] == proposed(tmp_path, record, f"“{SPOKEN},” said {source}.\n")
