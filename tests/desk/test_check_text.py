"""A text is checked while it is written as the finished file would be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groundrules.desk.checking import kept_record
from groundrules.desk.checking.check_draft import check_drafts
from groundrules.desk.checking.check_text import TextChecker
from groundrules.desk.checking.decide_use import approve_quotation
from groundrules.desk.checking.publication_time import publication_time
from groundrules.desk.indexing.building import build_index
from groundrules.desk.vaults.moves import bring
from groundrules.desk.vaults.shredding import shred_talks
from groundrules.errors import BadInput
from groundrules.vault.keeper.locking import lock
from kept_drafts import DRAFTS, EXAMPLES, PIER, checker, checking

__all__ = ["checker"]

AS_OF = publication_time("2026-11-06T06:00-05:00")
LATER = publication_time("2036-11-06T06:00-05:00")
"""After everything that a test puts into a record."""
WORDS = (
    "Dana Whitfield",
    "Whitfield",
    "Oyelaran",
    "Marcus",
    "Judith Amsel",
    "the harbor authority",
    "Ellery Harbor Authority",
    "Local 412",
    "a union negotiator",
    '"The deal was dead by Friday,"',
    "said an aide",
    "Nadia Verrin",
    "\n\n",
    "x",
    " ",
)
NEW = """conversation: docks
policy: ap
parties:
  AR: reporter, Ana Ruiz
  S9: source, Nadia Verrin, of the Quay Cranes Guild

AR: Off the record?
  > ask off-the-record
S9: Yes, off the record.
  > agree
S9: Every crane on the north quay is going to be sold for scrap before the summer.
"""


def same(checker, folder, text, as_of=AS_OF):
    """Hold a text against what a check of a file with it finds; return what both find."""
    path = Path(folder, "story.md")
    path.write_text(text, encoding="utf-8")
    by_file = check_drafts([str(path)], checker.settings, as_of).examinations[0]
    typed = checker.check("story.md", text, as_of).examination
    assert by_file.findings == typed.findings
    assert by_file.tally == typed.tally
    return typed.findings


def outcome(checker, folder, text):
    """Hold both against each other also where both refuse; tell that they agree."""
    try:
        return same(checker, folder, text) is not None
    except BadInput as refusal:
        refused = [one.message for one in refusal.faults]
    with pytest.raises(BadInput) as again:
        checker.check("story.md", text, AS_OF)
    return [one.message for one in again.value.faults] == refused


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    folder = tmp_path_factory.mktemp("typed")
    with pytest.MonkeyPatch.context() as patch, checking(folder, patch) as found:
        yield found, folder


@pytest.mark.parametrize("name", sorted(DRAFTS))
def test_it_finds_what_a_check_of_the_file_finds(room, name):
    checker, folder = room
    same(checker, folder, DRAFTS[name])


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(sorted(DRAFTS)),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(WORDS)),
        min_size=1,
        max_size=4,
    ),
)
def test_after_any_edits_it_finds_what_a_check_of_the_file_finds(room, name, edits):
    checker, folder = room
    text = DRAFTS[name]
    for place, gone, new in edits:
        at = int(place * len(text))
        text = text[:at] + new + text[at + gone :]
    assert outcome(checker, folder, text)


def test_a_record_that_changes_meanwhile_counts_at_once(checker, tmp_path):
    text = PIER + "\nEvery crane on the north quay is going to be sold for scrap, Verrin said.\n"
    before = same(checker, tmp_path, text, LATER)

    bring(checker.vault, {"docks.record": NEW})
    added = same(checker, tmp_path, text, LATER)
    approve_quotation(str(checker.vault / "union-2026-11-04"), 6)
    approved = same(checker, tmp_path, text, LATER)
    shred_talks(checker.vault, ["harbor-2026-11-03"], "the promise was kept", early=True)
    shredded = same(checker, tmp_path, text, LATER)

    assert len({before, added, approved, shredded}) == 4


HEARD = """conversation: transit
policy: ap
parties:
  AR: reporter, Ana Ruiz
  S3: source, Petra Voss

AR: Can we do this off the record?
  ?> ask off-the-record
S3: Sure, go ahead.
  ?> agree
S3: The night trams will be gone before anybody has been asked about the fares.
"""


def test_what_was_heard_and_not_confirmed_protects_as_it_does_in_a_check(checker, tmp_path):
    bring(checker.vault, {"transit.record": HEARD})
    text = "The night trams will be gone before anybody has been asked about the fares.\n"
    assert same(checker, tmp_path, text)


def test_a_record_that_was_kept_and_never_asked_about_again_would_be_found_out(
    checker, monkeypatch
):
    text = "Every crane on the north quay is going to be sold for scrap before the summer.\n"
    checker.check("story.md", text, AS_OF)
    known = checker._record.versions  # noqa: SLF001 - what a wrong one would go by
    bring(checker.vault, {"docks.record": NEW})

    monkeypatch.setattr(kept_record.KeptRecord, "_versions", lambda _self: known)
    blind = checker.check("story.md", text, AS_OF).examination.findings
    monkeypatch.undo()
    assert blind != checker.check("story.md", text, AS_OF).examination.findings


def test_what_was_recorded_a_moment_ago_counts_and_what_comes_later_does_not(checker, tmp_path):
    early = same(checker, tmp_path, PIER)
    approve_quotation(str(checker.vault / "union-2026-11-04"), 6)
    assert same(checker, tmp_path, PIER) == early
    now = same(checker, tmp_path, PIER, publication_time(""))
    assert now == same(checker, tmp_path, PIER, LATER)
    assert now != early
    assert checker.check("story.md", PIER).examination.findings == now


def test_with_an_index_it_goes_by_the_index_as_a_check_does(checker, tmp_path):
    before = same(checker, tmp_path, PIER)
    build_index([str(checker.vault)], checker.settings, {}, lambda _done, _of: None)
    assert (checker.vault / "index").is_dir()
    assert same(checker, tmp_path, PIER) == before


def test_a_name_that_is_typed_letter_by_letter_is_found_when_it_is_whole(room):
    checker, _ = room
    text = '"I have never seen management so scared of its own attorneys," said {}.\n'
    found = [
        any(
            one.name == "protected-name"
            for one in checker.check(
                "story.md", text.format("Marcus Oyelaran"[:end]), AS_OF
            ).examination.findings
        )
        for end in range(len("Marcus Oyelaran") + 1)
    ]
    assert not any(found[:7])
    assert found[-1]


def test_what_is_nobodys_name_is_asked_about_once(room, monkeypatch):
    checker, _ = room
    asked = []
    tell_apart = kept_record.KeptRecord._tell_apart  # noqa: SLF001 - counted

    def noted(record, runs):
        asked.extend(runs)
        return tell_apart(record, runs)

    checker.check("story.md", PIER, AS_OF)
    monkeypatch.setattr(kept_record.KeptRecord, "_tell_apart", noted)
    checker.check("story.md", PIER + "\nA Nobody At All\n", AS_OF)
    assert 0 < len(asked) < 20
    assert "Dana Whitfield" not in asked


def test_a_locked_vault_lets_nothing_be_checked(checker):
    checker.check("story.md", PIER, AS_OF)
    lock(checker.vault)
    with pytest.raises(BadInput, match="locked"):
        checker.check("story.md", PIER, AS_OF)


def test_an_edit_is_proposed_where_it_mends_and_its_words_are_the_agreed_ones(room):
    checker, _ = room
    checkup = checker.check("story.md", PIER, AS_OF)
    mends = checker.mends("story.md", PIER, checkup, AS_OF)

    assert mends
    for finding, edits in mends.items():
        for edit in edits:
            text = PIER[: edit.span.start] + edit.text + PIER[edit.span.end :]
            place = (edit.span.start, edit.span.start + len(edit.text))
            after = checker.check("story.md", text, AS_OF).examination.findings
            assert (finding.name, place) not in {(one.name, tuple(one.span)) for one in after}


def test_edits_are_tried_once_while_the_passage_is_as_it_was(room, monkeypatch):
    checker, _ = room
    checkup = checker.check("story.md", PIER, AS_OF)
    found = checker.mends("story.md", PIER, checkup, AS_OF)
    tried = []
    monkeypatch.setattr(
        "groundrules.desk.checking.check_text.mends", lambda *_args: tried.append(1) or iter(())
    )

    moved = "An introduction.\n\n" + PIER.split("---", 2)[2]
    later = checker.mends("story.md", moved, checker.check("story.md", moved, AS_OF), AS_OF)
    assert tried == []
    assert [[edit.text for edit in one] for one in later.values()] == [
        [edit.text for edit in one] for one in found.values()
    ]


def test_a_story_that_says_when_it_appears_is_held_against_that_instant(room):
    checker, _ = room
    text = (
        "---\ntitle: X\ngroundrules:\n  story: x\n  publish: 2026-12-24T06:00-05:00\n---\n\nText.\n"
    )
    declared = checker.check("story.md", text).examination.case.as_of
    given_one = checker.check("story.md", text, AS_OF).examination.case.as_of
    assert declared == publication_time("2026-12-24T06:00-05:00")
    assert given_one == AS_OF


def test_no_file_beside_the_program_declares_a_story_for_a_text(room, monkeypatch, tmp_path):
    checker, _ = room
    (tmp_path / "story.md.groundrules.toml").write_text("this is no TOML [", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert checker.check("story.md", PIER, AS_OF).examination


def test_nothing_that_is_kept_shows_a_word(room):
    checker, _ = room
    checker.check("story.md", PIER, AS_OF)
    assert re.fullmatch(r"TextChecker\(\)", repr(checker))
    assert repr(checker._record) == "KeptRecord()"  # noqa: SLF001 - its own
    assert isinstance(checker, TextChecker)
    assert EXAMPLES.is_dir()
