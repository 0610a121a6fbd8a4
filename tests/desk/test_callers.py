"""What calls for a conversation whose words a draft does not use, one reason at a time.

Each case has three talks or so, of which some must be opened and the others stay closed, and the
reports are those of a check of everything.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

import pytest
from indexed_room import KEYS, Room

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

THEN, LATER = (datetime(year, 1, 1, tzinfo=UTC) for year in (2026, 2028))
BID = "The Calder bid collapsed on Friday after the auditors found two sets of books."
OFF = "S1: Off the record?\n  > ask off-the-record\nAR: Yes.\n  > agree\n"
BACKGROUND = "S1: On background?\n  > ask background\nAR: Yes.\n  > agree\n"
CHATHAM = "S1: Under Chatham House?\n  > ask chatham-house\nAR: Yes.\n  > agree\n"
QUIET = "S1: Not a word of it.\n"
DANA, VERA = "Dana Whitfield", "Vera Lind"


def record(name: str, source: str, talk: str) -> str:
    """Return a record; the source's name, and what else there is to know of them."""
    head = f"conversation: {name}\nparties:\n  AR: reporter, Ana Ruiz\n"
    return f"{head}  S1: source, {source}\n\n{talk}"


def releasing(turn: int, year: int) -> str:
    return (
        f'\nafterwards:\n  {year}-01-02T00:00Z S1 > release on-the-record turns={turn} "by mail"\n'
    )


def resting(turn: int, other: str, *, prompted: bool = True) -> str:
    rest = f'with="{other}" independent=yes prompted={"yes" if prompted else "no"} "known"'
    return f"\nafterwards:\n  2025-01-02T00:00Z AR > corroborate turns={turn} {rest}\n"


class Calling(NamedTuple):
    """A case: the talks by name, the draft, what must be opened, and what is found there."""

    talks: Mapping[str, str]
    draft: str
    opened: set[str]
    codes: set[str] = frozenset()  # type: ignore[assignment]
    story: str = ""
    as_of: datetime = LATER


def of(name: str, draft: str, opened: str, codes: str = "", **talks: str) -> object:
    story, as_of = talks.pop("story", ""), LATER
    if talks.pop("then", ""):
        as_of = THEN
    found = {one: record(one, *talk.split("|", 1)) for one, talk in talks.items()}
    case = Calling(found, draft, set(opened.split()), set(codes.split()), story, as_of)
    return pytest.param(case, id=name)


NOBODY = f"{VERA}|{QUIET}"
CASES = [
    of("nothing", "It rained.", "", a=f"{DANA}|{OFF}S1: {BID}\n", b=NOBODY),
    of("a name", "Whitfield left.", "a", "GR401", a=f"{DANA}|{OFF}S1: {BID}\n", b=NOBODY),
    of("a name on the record", "Whitfield left.", "", a=f"{DANA}|{QUIET}", b=NOBODY),
    of(
        "the first of the promises to one person",
        "Whitfield left.",
        "a",
        "GR401",
        a=f"{DANA}|{BACKGROUND}S1: {BID}\n",
        b=f"{DANA}|{BACKGROUND}{QUIET}",
        c=f"{DANA}|{QUIET}",
    ),
    of(
        "an alias from a talk on the record",
        "Deedee left.",
        "a b",
        "GR401",
        a=f"{DANA}|{OFF}S1: {BID}\n",
        b=f"{DANA}, aka Deedee|{QUIET}",
    ),
    of(
        "a body in which a name stands",
        "Dan Whitfield Foundation left.",
        "a c",
        a=f"{DANA}|{OFF}S1: {BID}\n",
        b=NOBODY,
        c=f"{VERA}, of the Dan Whitfield Foundation|{QUIET}",
    ),
    of(
        "somebody at a secret meeting",
        "Lind took part.",
        "a",
        "GR403",
        a=f"{DANA}\n  S2: source, {VERA}|{CHATHAM}S1: {BID}\n",
        b=NOBODY,
    ),
    of(
        "a withheld sentence told again",
        "Auditors found a second set of books on Friday, and the bid of Calder collapsed.",
        "a",
        "GR105",
        a=f"{DANA}|{OFF}S1: {BID}\n",
        b=NOBODY,
    ),
    of(
        "a withheld sentence that is known from elsewhere",
        "Auditors found a second set of books on Friday, and the bid of Calder collapsed.",
        "",
        a=f"{DANA}|{OFF}S1: {BID}\n",
        b=f"{VERA}|S1: There was a Calder bid. It collapsed. Auditors found what they found.\n",
    ),
    of(
        "what is known from a talk that stays closed counts in one that is opened",
        "Whitfield left. Auditors found a second set of books on Friday; the bid collapsed.",
        "a",
        "GR401",
        a=f"{DANA}|{OFF}S1: {BID}\n",
        b=f"{VERA}|S1: There was a Calder bid. It collapsed. Auditors found what they found.\n",
    ),
    of(
        "what was released later is not known before",
        "Auditors found a second set of books on Friday, and the bid of Calder collapsed.",
        "a b",
        "GR105",
        then="yes",
        a=f"{DANA}|{OFF}S1: {BID}\n",
        b=f"{VERA}|{OFF}S1: A Calder bid. It collapsed. Auditors found it.\n{releasing(3, 2027)}",
    ),
    of(
        "what was released by then is known",
        "Auditors found a second set of books on Friday, and the bid of Calder collapsed.",
        "",
        a=f"{DANA}|{OFF}S1: {BID}\n",
        b=f"{VERA}|{OFF}S1: A Calder bid. It collapsed. Auditors found it.\n{releasing(3, 2027)}",
    ),
    of(
        "a source that was asked because of protected words",
        f"{BID[:-1]}, it was said.",
        "a b",
        "GR104",
        a=f"{DANA}|{OFF.replace('off-the-record', 'off-the-record pursue=no')}{QUIET}"
        f"{resting(3, 'b#1')}",
        b=f"{VERA}|S1: {BID}\n",
        c=NOBODY,
    ),
    of(
        "what bears out withheld words",
        f"{BID[:-1]}, it was said.",
        "a b",
        a=f"{DANA}|{OFF.replace('off-the-record', 'off-the-record pursue=yes')}S1: {BID}\n"
        f"{resting(3, 'b#1')}",
        b=f"{VERA}|S1: I saw the books myself.\n",
        c=NOBODY,
    ),
    of(
        "what a story names",
        "Nothing of this was new.",
        "b c",
        story='story = "s"\n[facts.f]\nwords = "nothing of this"\nrests_on = ["b#1"]\n'
        '[sources.g]\nparty = "c/S1"\n',
        a=f"{DANA}|{QUIET}",
        b=NOBODY,
        c=NOBODY,
    ),
    of(
        "names that a report must cover need nothing opened",
        "Lind left with Dana for the Norland Bank.",
        "b",
        "GR401",
        a=f"{DANA}, of Norland Bank|{OFF}S1: {BID}\n",
        b=f"{VERA}|{BACKGROUND}{QUIET}",
    ),
    of("a talk without turns", "It rained.", "a", a=f"{DANA}|", b=NOBODY),
    of(
        "a name in a script without spaces",
        "山田さん left.",
        "a",
        "GR401",
        a=f"山田|{OFF}{QUIET}",
        b=NOBODY,
    ),
]


@pytest.mark.parametrize("case", CASES)
def test_what_calls_is_opened_and_the_reports_are_the_same(
    case: Calling, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, key in KEYS.items():
        monkeypatch.setenv(name, key)
    (tmp_path / "records").mkdir()
    for name, text in case.talks.items():
        (tmp_path / "records" / f"{name}.record").write_text(text, encoding="utf-8")
    draft = tmp_path / "draft.md"
    draft.write_text(f"{case.draft}\n", encoding="utf-8")
    if case.story:
        draft.with_name("draft.md.groundrules.toml").write_text(case.story, encoding="utf-8")
    room = Room(tmp_path, ("records",))

    scanned = room.reports([draft], case.as_of)
    room.build()
    (examination,) = room.check([draft], case.as_of).examinations

    assert scanned == room.reports([draft], case.as_of)
    assert case.opened == set(examination.case.conversations)
    assert case.codes == {one.code for one in examination.findings}
