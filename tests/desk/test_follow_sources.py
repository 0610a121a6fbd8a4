"""Following sources: what each was promised, in which words, and what is owed to her."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import pytest

from groundrules.config.settings import settle
from groundrules.desk.conversations.folded_talks import FoldedTalks
from groundrules.desk.vaults.follow_sources import dossier_of, sources_seen
from groundrules.desk.vaults.moves import bring
from kept_vault import vault
from vault_fixtures import record_text

__all__ = ["vault"]

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
BACKGROUND = (
    "conversation: ferry-2026-11-18\n"
    "date: 2026-11-18T09:00-05:00\n"
    "outlet: The Ledger Post\n"
    "policy: ap\n"
    "parties:\n"
    "  AR: reporter, Ana Ruiz\n"
    "  S1: source, Mara Lindqvist\n"
    "\n"
    "[00:00:04] S1: On background, as a ferry worker, not before the sixth; quotes by me first.\n"
    '  > ask background description="a ferry worker" approval=yes '
    "embargo=2026-12-06T06:00-05:00\n"
    "[00:00:12] AR: On background, as a ferry worker, after the sixth; you see the quotes.\n"
    "  > agree\n"
    "[00:01:00] S1: The ferry has not been inspected since spring.\n"
)


@pytest.fixture
def talks(vault):
    bring(vault, {"harbor": record_text(), "ferry": BACKGROUND})
    settings = settle(vault.parent, {"records": (str(vault),)}, os.environ)
    return FoldedTalks(vault, settings)


def code_of(vault, talks, level):
    (found,) = [s for s in sources_seen(vault, talks.now(), NOW).sources if s.strictest == level]
    return found.source.code


def test_each_source_has_her_strictest_agreement_and_her_last_day(vault, talks):
    seen = sources_seen(vault, talks.now(), NOW).sources

    assert {("off-the-record", 1, "2026-11-03"), ("background", 1, "2026-11-18")} == {
        (one.strictest, one.talks, one.last) for one in seen
    }
    assert [] == [one for one in seen if one.unclear]


def test_a_dossier_has_the_words_of_the_agreement_and_what_is_owed(vault, talks):
    found = dossier_of(vault, code_of(vault, talks, "background"), talks.now(), NOW)
    (talk,) = found.talks
    (agreement,) = talk.agreements

    assert ("a ferry worker",) == found.descriptions
    assert [(1, True), (2, False)] == [(one.turn, one.is_source) for one in agreement.said]
    assert agreement.said[1].words.startswith("On background, as a ferry worker")
    assert [("approval", 1), ("embargo", 1)] == [(one.kind, one.statements) for one in talk.debts]
    assert "2026-12-06T06:00:00-05:00" == talk.debts[1].until
    assert found.holds_both


def test_an_embargo_that_is_over_is_owed_no_more(vault, talks):
    later = datetime(2026, 12, 6, 11, tzinfo=UTC)
    found = dossier_of(vault, code_of(vault, talks, "background"), talks.now(), later)

    assert ["approval"] == [one.kind for one in found.talks[0].debts]


def test_what_is_not_to_be_published_needs_no_approval(vault, talks):
    found = dossier_of(vault, code_of(vault, talks, "off-the-record"), talks.now(), NOW)

    assert () == found.talks[0].debts
    assert () == found.descriptions


def test_terms_that_nobody_settled_are_owed(vault, talks):
    text = record_text("docks-2026-11-09", "Olga Brenner").replace(
        "[00:13:50] AR: Sure.\n  > agree\n", ""
    )
    bring(vault, {"docks": text})
    (seen,) = [one for one in sources_seen(vault, talks.now(), NOW).sources if one.unclear]
    found = dossier_of(vault, seen.source.code, talks.now(), NOW)

    assert "" == seen.strictest
    assert ["terms"] == [one.kind for one in found.talks[0].debts]


def test_there_is_no_dossier_of_nobody(vault, talks):
    assert dossier_of(vault, "ZZZZZZ", talks.now(), NOW) is None


def test_nothing_of_it_shows_itself(vault, talks):
    found = dossier_of(vault, code_of(vault, talks, "background"), talks.now(), NOW)
    shown = f"{found!r} {found.talks!r} {found.talks[0].agreements!r} {found.talks[0].debts!r}"

    assert "ferry" not in shown
    assert "Mara" not in f"{tuple(found)}"
    assert "a ferry worker" in f"{found.descriptions}"  # the control: it is there to be shown
