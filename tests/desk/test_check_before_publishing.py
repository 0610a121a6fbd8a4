"""The check before something is published: no pass but a pass, no word of the record, and keys."""

from __future__ import annotations

import pytest

from groundrules.config.settings import settle
from groundrules.desk.checking.check_before_publishing import checked_before_publishing
from groundrules.desk.checking.check_text import TextChecker
from groundrules.desk.checking.drafts_kept import Sent
from groundrules.desk.checking.hook_keys import (
    PREFIX,
    hook_keys,
    is_hook_key,
    make_hook_key,
    revoke_hook_key,
)
from groundrules.desk.checking.unfit import Unfit
from groundrules.desk.vaults import papers
from groundrules.errors import BadInput, Fault
from groundrules.vault.keeper.locking import lock
from kept_drafts import EXAMPLES, PIER, checker, shared

__all__ = ["checker", "shared"]

AS_OF = "2026-11-06T06:00-05:00"


def before_publishing(checker, text, **more):
    sent = Sent(text, **more)
    return checked_before_publishing(checker, sent, "draft.md", AS_OF, checker.settings)


def test_the_hook_passes_only_what_breaks_nothing(shared):
    broken = before_publishing(shared, PIER)
    whole = before_publishing(shared, "The harbor is open on Sundays.\n")

    assert (broken.verdict, whole.verdict) == ("fail", "pass")
    assert broken.complete
    assert broken.findings[0].line > 1
    assert whole.findings == ()
    told = repr(broken)
    for word in ("Oyelaran", "Whitfield", "2026-11-03", "a person involved", "union-2026"):
        assert word not in told


def test_the_hook_never_passes_what_it_cannot_check(checker):
    for sent in (Sent(" \n"), Sent(name="a.pdf", content=b"%PDF"), Sent("a\x00b")):
        with pytest.raises(BadInput):
            checked_before_publishing(checker, sent, "a.md", "", checker.settings)
    for shell in ("<div id=root></div><script>fill()</script>", "<!-- The harbor is open. -->"):
        with pytest.raises(BadInput, match="nothing in it"):
            checked_before_publishing(checker, Sent(shell), "a.html", "", checker.settings)
    with pytest.raises(BadInput, match="not an instant"):
        checked_before_publishing(checker, Sent("x"), "a.md", "soon", checker.settings)
    lock(checker.vault)
    with pytest.raises(BadInput, match="locked"):
        before_publishing(checker, "The harbor is open on Sundays.\n")


def test_an_incomplete_check_is_no_pass(shared, monkeypatch):
    check = shared.check_draft
    fault = Fault("a.md", "the check is not complete", "ask")
    monkeypatch.setattr(shared, "check_draft", lambda *args: check(*args)._replace(faults=(fault,)))
    found = before_publishing(shared, "The harbor is open on Sundays.\n")
    assert (found.verdict, found.complete) == ("fail", False)


@pytest.mark.parametrize(
    ("flags", "verdict", "said"),
    [
        ({"ignore": ("GR",)}, "fail", "all"),
        ({"select": ("GR303",)}, "fail", "all but GR303"),
        ({"ignore": ("GR204",)}, "pass", "GR204"),
    ],
)
def test_a_rule_that_is_switched_off_is_told_and_no_pass_where_it_finds_errors(
    shared, flags, verdict, said
):
    settings = settle(EXAMPLES, {"policies": (str(EXAMPLES / "policies"),), **flags}, {})
    found = before_publishing(TextChecker(shared.vault, settings), "The harbor is open.\n")

    assert (found.verdict, found.complete) == (verdict, verdict == "pass")
    assert found.unchecked[0] == f"the rules that are switched off: {said}"


STORY = "---\ngroundrules:\n  story: pier\n  publish: tomorrow\n---\n\nOpen on Sundays.\n"


@pytest.mark.parametrize(
    ("sent", "as_of", "field"),
    [
        (Sent("Open on Sundays."), "marta-tomorrow", "as_of"),
        (Sent("Open on Sundays.\x00"), "", "text"),
        (Sent("The har\u200bbor is open."), "", "text"),
        (Sent(STORY), "", "text"),
        (Sent(" \n"), "", "text"),
        (Sent(name="marta-story.pdf", content=b"%PDF"), "", "upload"),
        (Sent(name="marta-story.docx", content=b"no package"), "", "upload"),
        (Sent(name="marta-story.md", content=b"\xff"), "", "upload"),
    ],
)
def test_a_fault_of_what_was_sent_names_its_field_and_repeats_nothing(shared, sent, as_of, field):
    with pytest.raises(Unfit) as raised:
        checked_before_publishing(shared, sent, "marta-draft.md", as_of, shared.settings)
    assert {one.path for one in raised.value.faults} == {field}
    for word in ("marta", shared.vault.name, "--as-of"):
        assert word not in str(raised.value)


def test_a_key_counts_until_it_is_taken_back_and_is_kept_nowhere(shared):
    made = make_hook_key(shared.vault, "the content system")
    other = make_hook_key(shared.vault, "another one")
    document = papers.paper(shared.vault, made.paper.id).document

    assert is_hook_key(shared.vault, made.key)
    assert made.key not in document
    assert made.key not in repr(made)
    assert not is_hook_key(shared.vault, made.key[:-1])
    assert not is_hook_key(shared.vault, PREFIX)
    assert not is_hook_key(shared.vault, made.key.removeprefix(PREFIX))
    assert {one.title for one in hook_keys(shared.vault)} == {"the content system", "another one"}
    revoke_hook_key(shared.vault, made.paper.id)
    assert not is_hook_key(shared.vault, made.key)
    assert is_hook_key(shared.vault, other.key)
    with pytest.raises(BadInput):
        revoke_hook_key(shared.vault, made.paper.id)


def test_a_name_leads_nowhere_and_a_page_is_read_as_one(shared, tmp_path, monkeypatch):
    (tmp_path / "story.md.groundrules.toml").write_text("this is no TOML [", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    asked = lambda name, text: checked_before_publishing(  # noqa: E731 - short
        shared,
        Sent(text),
        name,
        AS_OF,
        shared.settings,
    )
    assert asked("../story.md", "Open on Sundays.").verdict == "pass"
    assert asked("..", "Open on Sundays.").verdict == "pass"
    page = "<p title='“It was dead,” said Marcus Oyelaran'>Open on Sundays.</p>"
    assert asked("a.html", page).verdict == "pass"
    with pytest.raises(BadInput):
        asked("a.docx", "Open on Sundays.")
