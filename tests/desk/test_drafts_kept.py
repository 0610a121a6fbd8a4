"""Drafts in the vault: what is kept, checked, compared, approved, decided and taken along."""

from __future__ import annotations

import json

import pytest

from groundrules.desk.checking import drafts_kept
from groundrules.desk.checking.approvals_asked import (
    Approval,
)
from groundrules.desk.checking.compare_versions import Run, compare_versions, passages
from groundrules.desk.checking.decide_use import Deciding
from groundrules.desk.checking.draft_reports import FORMS, commented_word_file, draft_report
from groundrules.desk.checking.drafts_kept import (
    COVERAGE,
    Change,
    Sent,
    begin_draft,
    draft,
    keep_draft,
)
from groundrules.desk.checking.printed_text import Piece
from groundrules.desk.checking.shown_findings import shown_check
from groundrules.desk.checking.trace_quotations import trace_quotations
from groundrules.desk.vaults import papers
from groundrules.errors import BadInput
from groundrules.record.facts import DeskRole
from kept_drafts import DRAFTS, PIER, checker, shared
from word_drafts import comments, document
from word_files import paragraph

__all__ = ["checker", "shared"]

QUOTED = "I have never seen management so scared of its own attorneys"
AS_OF = "2026-11-06T06:00-05:00"


def begun(checker, text=PIER, **more):
    return begin_draft(checker, "Pier 9", Sent(text, **more))


def word_file() -> bytes:
    return document(paragraph(f"“{QUOTED},” said Marcus Oyelaran."))


def test_a_draft_is_kept_with_what_was_found_in_it_and_with_every_version(checker):
    first = begun(checker)
    ident = first.paper.id
    second = keep_draft(checker, ident, Change(1, "Pier 9", DRAFTS["pier-9-mended"], AS_OF))

    assert sum(first.draft.found) > 10
    assert second.draft.found.errors == 0
    assert second.draft.as_of == AS_OF
    assert draft(checker.vault, ident) == second
    assert draft(checker.vault, ident, 1) == first
    assert drafts_kept.drafts(checker.vault) == [second]
    assert drafts_kept.drafts(checker.vault, COVERAGE) == []


def test_who_changes_an_old_version_changes_nothing(shared):
    ident = begun(shared).paper.id
    keep_draft(shared, ident, Change(1, "Pier 9", "One."))
    with pytest.raises(BadInput, match="changed meanwhile"):
        keep_draft(shared, ident, Change(1, "Pier 9", "Two."))
    assert draft(shared.vault, ident).draft.text == "One."


def test_coverage_without_copy_keeps_nothing(shared):
    shell = Sent(name="a.html", content=b"<div id=root></div><script>fill()</script>")

    with pytest.raises(BadInput, match="nothing in it"):
        begin_draft(shared, "Coverage", shell, kind=COVERAGE)


def test_an_instant_that_is_none_keeps_nothing(shared):
    ident = begun(shared).paper.id
    with pytest.raises(BadInput, match="not an instant"):
        keep_draft(shared, ident, Change(1, "Pier 9", "One.", "tomorrow"))
    assert draft(shared.vault, ident).paper.version == 1


def test_a_word_file_is_kept_to_the_byte_and_goes_with_its_draft(checker):
    content = word_file()
    kept = begin_draft(checker, "Word", Sent(name="draft.docx", content=content))
    found = drafts_kept.check_kept(checker, kept).examination.findings

    assert drafts_kept.file_of(checker.vault, kept.draft) == content
    assert {"protected-name"} <= {one.name for one in found}
    drafts_kept.remove_draft(checker.vault, kept.paper.id, "it was a try")
    assert papers.papers(checker.vault) == []


def test_a_text_file_is_a_text_that_can_be_changed_here(shared):
    kept = begin_draft(shared, "Text", Sent(name="a.txt", content=b"Plain."))
    assert kept.draft[:3] == ("a.txt", "Plain.", "")


def test_what_cannot_be_read_or_is_too_large_is_kept_nowhere(checker, monkeypatch):
    monkeypatch.setattr(drafts_kept, "MOST_FILE", 10)
    monkeypatch.setattr(drafts_kept, "MOST_TEXT", 10)
    for sent in (
        Sent(name="a.docx", content=b"PK\x03\x04 and more of it"),
        Sent(name="a.pdf", content=b"%PDF"),
        Sent(name="a.md", content=b"# A text of some length"),
        Sent("A text of some length"),
    ):
        with pytest.raises(BadInput):
            begin_draft(checker, "Title", sent)
    assert papers.papers(checker.vault) == []


def test_a_paper_of_another_kind_is_no_draft(shared):
    kept = begin_draft(shared, "Coverage", Sent("Text."), kind=COVERAGE)
    with pytest.raises(BadInput, match="no draft"):
        draft(shared.vault, kept.paper.id)


def test_findings_are_shown_with_their_terms_and_what_mends_them(shared):
    checkup = shared.check("draft.md", PIER)
    mends = shared.mends("draft.md", PIER, checkup)
    check = shown_check(shared, checkup, mends)
    (withheld, *_) = [one for one in check.findings if one.rule == "withheld-statement"]
    described = [one for one in check.findings if one.edits]

    assert withheld.origin.terms == "off-the-record"
    assert withheld.origin.talk == "harbor-2026-11-03"
    assert withheld.origin.moment == "00:14:02"
    assert withheld.key == f"GR101-{withheld.origin.stream}-{withheld.origin.turn}"
    assert {one.edits[0] for one in described} == {"a person involved in the negotiations"}
    assert check.errors + check.warnings + check.notes == len(check.findings)
    assert not any("safe" in one for one in (*check.said, *check.unchecked))


def test_every_quotation_is_traced_to_where_it_was_said(shared):
    found = trace_quotations(shared, shared.check("draft.md", PIER))
    by_words = {one.quotation.strip('"'): one for one in found.quotations}
    origins = by_words[f"{QUOTED},"].origins

    assert [(one.talk, one.turn) for one in origins] == [("union-2026-11-04", 6)]
    assert by_words[f"{QUOTED},"].difference == "edited"
    assert [one.difference for one in found.quotations if not one.origins] == ["no-statement"]
    marked = "".join(
        piece.text for one in found.paragraphs for piece in one.pieces if piece.about == (0,)
    )
    assert marked == found.quotations[0].quotation


def test_two_versions_show_what_was_changed_broken_and_mended(shared):
    ident = begun(shared).paper.id
    mended = PIER.replace(
        "a union negotiator for the dockworkers", "a person involved in the negotiations"
    )
    keep_draft(shared, ident, Change(1, "Pier 9", mended))
    forth = compare_versions(shared, ident, 1, 2)
    back = compare_versions(shared, ident, 2, 1)

    assert [one.rule for one in forth.mended] == ["description-not-agreed"]
    assert [one.rule for one in back.broken] == ["description-not-agreed"]
    assert [one.code for one in forth.broken] == [one.code for one in back.mended]
    assert forth.kept == back.kept
    (passage,) = [one for one in forth.passages if one.changed]
    assert ("gone", "union") in passage.runs


def test_a_paragraph_of_which_little_is_left_is_shown_twice():
    assert [
        [tuple(run) for run in one.runs]
        for one in passages("One two three.\nSame.", "Quite another.\nSame.\nNew.")
    ] == [
        [("gone", "One two three.")],
        [("new", "Quite another.")],
        [("same", "Same.")],
        [("new", "New.")],
    ]


def test_a_report_has_no_word_of_the_record_and_no_name(shared):
    kept = begun(shared)
    for form in FORMS:
        text = draft_report(shared, kept, form, shared.settings)
        assert len(text) > 1000
        assert "a person involved in the negotiations" not in text
        if form != "html":  # which holds the draft
            assert "Oyelaran" not in text
    found = json.loads(draft_report(shared, kept, "sarif", shared.settings))
    again = json.loads(draft_report(shared, kept, "sarif", shared.settings))
    assert found == again


def test_a_word_file_is_given_back_with_its_findings_as_comments(shared):
    kept = begin_draft(shared, "Word", Sent(name="draft.docx", content=word_file()))
    copy = commented_word_file(shared, kept, shared.settings)
    found = comments(copy)
    many = len(drafts_kept.check_kept(shared, kept).examination.findings)

    assert len(found) == many + 1
    assert "Marcus Oyelaran" in {one.range for one in found.values()}
    assert not any("Oyelaran" in text for one in found.values() for text in one.paragraphs)
    with pytest.raises(BadInput, match="came in none"):
        commented_word_file(shared, begun(shared), shared.settings)


def test_nothing_that_is_kept_shows_its_words():
    for value in (
        Sent("secret"),
        Change(1, "secret", "secret"),
        Run("new", "secret"),
        Piece("secret", (), ()),
        Approval("", "", 1, "secret", "secret"),
        Deciding("x", DeskRole.EDITOR, "secret"),
    ):
        assert "secret" not in repr(value)
