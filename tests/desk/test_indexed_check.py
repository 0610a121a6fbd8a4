"""A check through an index finds what a check of everything finds, and opens little for it."""

from __future__ import annotations

import shutil
from contextlib import chdir
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from indexed_room import KEYS, Room

HERE = Path(__file__).parents[1]
ROOMS = [*sorted((HERE / "stories").glob("newsroom-*")), HERE.parent / "examples"]
LATER, THEN = datetime(2028, 1, 1, tzinfo=UTC), datetime(2026, 11, 5, 12, tzinfo=UTC)
DRAFTS = (".md", ".txt", ".html", ".docx", ".odt")


@pytest.fixture(autouse=True)
def _keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, key in KEYS.items():
        monkeypatch.setenv(name, key)


def copied(room: Path, target: Path) -> Room:
    """Return a copy of a newsroom, with its settings and without any index."""
    shutil.copytree(room, target, ignore=shutil.ignore_patterns(".groundrules"))
    return Room(target, ("records",))


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_the_reports_on_every_story_are_the_same_either_way(
    room: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = copied(room, tmp_path / "room")
    monkeypatch.chdir(here.folder)
    drafts = [one for one in sorted(here.folder.rglob("*")) if one.suffix in DRAFTS]
    drafts = [one for one in drafts if one.parent.name in {"stories", "drafts"}]

    asked = [([draft], LATER) for draft in drafts] + [(drafts, THEN)]
    scanned = [here.reports(*one) for one in asked]
    here.build()

    assert scanned == [here.reports(*one) for one in asked]


PEOPLE = (
    *("Dana Whitfield", "Dana Whitfield", "Emily Whitfield", "Ludwig van der Berg", "May Young"),
    *("Jo Harbor", "", "山田太郎"),
)
BODIES = ("Port of Larchmere", "the Whitfield Foundation", "Norland Bank", "Harbor Authority")
MATTERS = ("harbor talks", "", "Whitfield round table")
SAID = (
    "The Calder bid collapsed on Friday after the auditors found two sets of books.",
    "Nobody on the board had read the contract before the vote was taken.",
    "We moved the payment to the second account, and the minister knew of it.",
    "The inspectors were told to come back when the season was over.",
    "They will close the northern terminal in March. It cannot be saved.",
    "I would rather not say.",
)
AGAIN = (
    "Auditors had found two sets of books, and so the Calder bid collapsed, people said.",
    "The minister knew that payment had been moved to a second account.",
    "Inspectors, told of the season, came back when it was over.",
    "The northern terminal will be saved, it is said; in March it closed not.",
)
COPY = (
    *("“The inspectors were told to come back when the season was over,” an official said.",),
    *("Whitfield would not comment.", "Ms. Young attended.", "dana whitfield was in the room."),
    *("The Whitfield Foundation paid for it.", "Van der Berg, of Norland Bank, took part."),
    *("The Port of Larchmere and the Harbor Authority were silent.", "Jo Harbor spoke."),
    *("The harbor talks went on. 山田太郎さん was there.", "Nothing of this was new."),
    *("# Whitfield Foundation Pays For Larchmere Repairs", "Dan Whitfield Foundation left."),
    *("Young people may work in a harbor.", "Deedee joined, and Harbor left."),
)
LEVELS = ("off-the-record", "background", "deep-background", "chatham-house")
STORIES = (
    "",
    """\
story = "a-story"

[facts.a]
words = "Nothing of this was new"
rests_on = ["talk-0#1", "the minutes"]

[sources.b]
party = "talk-1/S1"
""",
)
DAYS = ("2026-06-01T00:00Z", "2027-06-01T00:00Z")
ACTS = (
    'S1 > release on-the-record turns={said} "by mail"',
    'S1 > release background turns={said} "by mail"',
    'AR > corroborate turns={said} with="{other}" independent=yes "asked"',
    'AR > corroborate turns={said} with="{other}" independent=yes prompted=no "unasked"',
    'AR > corroborate turns={said} with="the minutes" independent=yes "read"',
    'AR > waive turns={said} rule="GR401" role=legal who="Mo Bell" expires=2027-01-01T00:00Z "so"',
)


@st.composite
def records(draw: st.DrawFn, number: int) -> str:
    """Draw a record: who took part, on which terms, what they said, what came afterwards."""
    lines = [f"conversation: talk-{number}", "date: 2026-05-01"]
    matter = draw(st.sampled_from(MATTERS))
    lines += [f"matter: {matter}"] if matter else []
    lines += ["parties:", "  AR: reporter, Ana Ruiz"]
    for party in ("S1", "S2"):
        name, body = draw(st.sampled_from(PEOPLE)), draw(st.sampled_from((*BODIES, "")))
        alias = draw(st.sampled_from(("", "", "Deedee", "Whitfield")))
        words = [f"  {party}: source", name, f"of {body}" if body else ""]
        words += [f"aka {alias}" if alias else ""]
        lines.append(", ".join(filter(None, words)))
    lines.append("")
    level = draw(st.sampled_from((*LEVELS, "")))
    if level:
        lines += ["S1: Before I say it.", f"  > ask {level}", "AR: Yes.", "  > agree"]
    first = len(lines)
    for _ in range(draw(st.integers(0, 3))):
        speaker = draw(st.sampled_from(("S1", "S1", "S2", "AR", "?")))
        lines.append(f"{speaker}: {draw(st.sampled_from(SAID))}")
    if level and draw(st.booleans()):
        lines += ["AR: Back on the record.", "  > return", "S1: Fine.", "  > return-accept"]
        lines.append(f"S1: {draw(st.sampled_from(SAID))}")
    if len(lines) > first and draw(st.booleans()):
        lines += ["", "afterwards:"]
        for day in DAYS[: draw(st.integers(1, 2))]:
            other = draw(st.sampled_from(("talk-0#1", "talk-1#3", "talk-2#3")))
            act = draw(st.sampled_from(ACTS)).format(said=3 if level else 1, other=other)
            lines.append(f"  {day} {act}")
    return "\n".join(lines) + "\n"


@settings(max_examples=60)
@given(st.data())
def test_the_reports_are_the_same_whatever_the_records_hold(data: st.DataObject) -> None:
    with TemporaryDirectory() as name, chdir(name):
        folder = Path(name).resolve()
        (folder / "records").mkdir()
        for number in range(data.draw(st.integers(1, 5))):
            path = folder / "records" / f"talk-{number}.record"
            path.write_text(data.draw(records(number)), encoding="utf-8")
        said = st.sampled_from((*COPY, *AGAIN, *SAID))
        drafts = []
        for number in range(2):
            drafts.append(folder / f"draft-{number}.md")
            copy = data.draw(st.lists(said, min_size=1, max_size=6))
            drafts[-1].write_text("\n\n".join(copy) + "\n", encoding="utf-8")
        story = data.draw(st.sampled_from(STORIES))
        if story:
            beside = folder / "draft-0.md.groundrules.toml"
            beside.write_text(story, encoding="utf-8")
        room = Room(folder, (str(folder / "records"),))
        as_of = data.draw(st.sampled_from([LATER, THEN]))
        scanned = [room.reports(some, as_of) for some in (drafts, drafts[1:])]
        room.build()

        assert scanned == [room.reports(some, as_of) for some in (drafts, drafts[1:])]
