"""Papers and tapes as the desk asks for them, through the keeper of a real vault."""

from __future__ import annotations

import os

import pytest

from groundrules.desk.vaults import papers, tapes
from groundrules.desk.vaults.doors import doors_kept
from groundrules.desk.vaults.moves import bring
from groundrules.desk.vaults.shredding import shred_talks
from groundrules.errors import BadInput
from groundrules.vault.keeper.door import Locked
from groundrules.vault.keeper.locking import lock
from kept_vault import vault
from vault_fixtures import record_text

__all__ = ["vault"]

NAME, MIME = "harbor-2026-11-03", "audio/webm;codecs=opus"
CANARY = "vxqzcanary"
WHY = "it was written by mistake"


def test_a_paper_from_its_beginning_to_its_end(vault):
    first = papers.begin_paper(vault, "draft", CANARY, '{"text":"one"}')
    second = papers.amend_paper(vault, first.id, 1, CANARY, '{"text":"two"}')
    mine = papers.begin_paper(vault, "plan", "Mine", "{}", readers="self")

    assert [mine, second] == papers.papers(vault)
    assert [second] == papers.papers(vault, "draft")
    assert [first, second] == papers.versions(vault, first.id)
    assert (second, '{"text":"two"}') == papers.paper(vault, first.id)
    assert (first, '{"text":"one"}') == papers.paper(vault, first.id, 1)
    with pytest.raises(BadInput, match="changed meanwhile") as refusal:
        papers.amend_paper(vault, first.id, 1, CANARY, "{}")
    assert CANARY not in str(refusal.value)
    papers.remove_paper(vault, first.id, WHY)
    assert [mine] == papers.papers(vault)
    with pytest.raises(BadInput, match="was removed"):
        papers.paper(vault, first.id)


def test_a_tape_comes_back_whole(vault):
    bring(vault, {"one": record_text()})
    tape = tapes.begin_tape(vault, NAME, MIME)
    chunks = [os.urandom(3000) for _ in range(230)]
    with doors_kept():
        for number, chunk in enumerate(chunks):
            tapes.add_chunk(vault, tape, number, number * 5000, chunk)
        tapes.add_chunk(vault, tape, 7, 35_000, chunks[7])
        tapes.mark_tape(vault, tape, "stopped", 1_150_000)
    (found,) = tapes.tapes(vault, NAME)

    assert b"".join(chunks) == tapes.tape_content(vault, tape)
    assert (tape, MIME, 230, 1_150_000) == (found.id, found.mime, found.chunks, found.until_ms)
    assert [("stopped", 1_150_000, 230)] == [*found.marks]
    assert chunks[229] == tapes.tape_chunk(vault, tape, 229)
    with pytest.raises(BadInput, match="the tape has no chunk 230"):
        tapes.tape_chunk(vault, tape, 230)
    with pytest.raises(BadInput, match="the next chunk of the tape is number 230"):
        tapes.add_chunk(vault, tape, 231, 0, b"late")
    shred_talks(vault, [NAME], WHY, early=True)
    with pytest.raises(BadInput, match="erased with its conversation"):
        tapes.tape_content(vault, tape)


def test_a_locked_vault_gives_nothing(vault):
    found = papers.begin_paper(vault, "draft", CANARY, "{}")
    lock(vault)
    with pytest.raises(Locked):
        papers.paper(vault, found.id)
    with pytest.raises(Locked):
        tapes.tapes(vault, NAME)
