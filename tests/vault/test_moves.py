"""Records that come into a vault and go out of it."""

from __future__ import annotations

import pytest

from groundrules.errors import BadInput
from groundrules.vault.conversations import history, texts
from groundrules.vault.moves import bring_in, take_out
from groundrules.vault.moves_answers import Brought, Given
from vault_fixtures import alone, newsroom, record_text

__all__ = ["alone", "newsroom"]

HARBOR = Given("a.record", record_text("harbor"))
UNION = Given("b.record", record_text("union", source=""))


def test_records_come_in_and_read_the_same(alone):
    vault, told = alone.vault(), []

    brought = bring_in(vault, [HARBOR, UNION], on_progress=lambda *one: told.append(one))

    assert [Brought("a.record", "harbor", "new"), Brought("b.record", "union", "new")] == brought
    assert [(1, 2), (2, 2)] == told
    assert ["harbor", "union"] == [one.name for one in texts(vault)]


def test_what_is_there_already_stays(alone):
    vault = alone.vault()
    bring_in(vault, [HARBOR])

    assert ["there already", "new"] == [one.what for one in bring_in(vault, [HARBOR, UNION])]
    assert ["begun"] == [one.act for one in history(vault, "harbor")]


def test_what_differs_is_refused_and_then_amended(alone):
    vault = alone.vault()
    bring_in(vault, [HARBOR])
    other = HARBOR._replace(text=HARBOR.text.replace("dead by Friday", "dead by Monday"))

    with pytest.raises(BadInput, match="another record of this name"):
        bring_in(vault, [UNION, other])
    assert ["harbor"] == [one.name for one in texts(vault)]

    assert ["changed"] == [one.what for one in bring_in(vault, [other], replace=True)]
    assert "dead by Monday" in texts(vault, ["harbor"])[0].text


def test_every_fault_is_named_before_anything_comes_in(alone):
    vault = alone.vault()
    records = [HARBOR, Given("twin.record", HARBOR.text), Given("none.record", "what?\n")]

    with pytest.raises(BadInput) as raised:
        bring_in(vault, records)

    assert {"twin.record", "none.record"} == {fault.path for fault in raised.value.faults}
    assert [] == texts(vault)


def test_what_leaves_is_written_down_with_its_reason(alone):
    vault = alone.vault()
    bring_in(vault, [HARBOR, UNION])

    (left,) = take_out(vault, ["harbor"], "for the lawyer")

    assert "Dana Whitfield" not in left.text
    assert "The deal was dead by Friday." in left.text
    assert ["begun", "exported"] == [one.act for one in history(vault, "harbor")]
    assert ["begun"] == [one.act for one in history(vault, "union")]


def test_nothing_leaves_without_a_reason(alone):
    vault = alone.vault()
    bring_in(vault, [HARBOR])

    with pytest.raises(BadInput, match="leaves for a reason"):
        take_out(vault, [], " ")
    assert ["begun"] == [one.act for one in history(vault, "harbor")]


def test_words_leave_only_with_somebody_who_may_read_them(newsroom):
    bring_in(newsroom.vault("Ana"), [HARBOR])
    editor = newsroom.vault("Eli")

    with pytest.raises(BadInput, match="you may not read this"):
        take_out(editor, ["harbor"], "to look")
    assert [] == take_out(editor, [], "all that I may")
    assert ["begun"] == [one.act for one in history(editor, "harbor")]
