"""Several who write at once: one wins, nothing is lost, and nobody is told wrong."""

from __future__ import annotations

import threading

import pytest

from groundrules.errors import BadInput
from groundrules.vault.conversations import amend, begin, history, talks, texts
from vault_fixtures import alone, record_text

__all__ = ["alone"]

NAME = "harbor-2026-11-03"
WRITERS = 5


def at_once(room, call):
    """Call something in several threads, each with a vault of its own; return what came of it."""
    start = threading.Barrier(WRITERS)
    results = []

    def run(number):
        vault = room.vault()
        start.wait()
        try:
            results.append(call(vault, number))
        except BadInput as refusal:
            results.append(refusal)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def refusals(results):
    """Return the messages of those who were refused."""
    return [str(one) for one in results if isinstance(one, BadInput)]


def test_of_several_who_amend_one_version_exactly_one_wins(alone):
    begun = begin(alone.vault(), record_text())

    results = at_once(
        alone,
        lambda vault, number: amend(vault, NAME, 1, begun.text + f"AR: Question {number}?\n"),
    )

    told = refusals(results)
    assert WRITERS - 1 == len(told)
    assert all("changed meanwhile; nothing was written" in message for message in told)
    [won] = [one for one in results if not isinstance(one, BadInput)]
    assert [won] == texts(alone.vault())
    assert 2 == len(history(alone.vault(), NAME))


def test_of_several_who_give_one_name_exactly_one_does(alone):
    results = at_once(
        alone, lambda vault, number: begin(vault, record_text(source=f"Person {number}"))
    )

    told = refusals(results)
    assert WRITERS - 1 == len(told)
    assert all("of this name already" in message for message in told)
    assert 1 == len(talks(alone.vault()))


def test_several_talks_with_one_source_make_one_source(alone):
    results = at_once(alone, lambda vault, number: begin(vault, record_text(f"talk-{number}")))

    assert [] == refusals(results)
    assert WRITERS == len(talks(alone.vault()))
    codes = {one.text.partition("source, ")[2].partition(",")[0] for one in results}
    assert 1 == len(codes)


def _again(vault, number, times):
    """Add lines, each to the text as it is then, again where somebody was first."""
    done = 0
    while done < times:
        [text] = texts(vault, [NAME])
        try:
            amend(vault, NAME, text.version, text.text + f"AR: Question {number}-{done}?\n")
        except BadInput as refusal:
            if "changed meanwhile" not in str(refusal):
                raise
        else:
            done += 1


def test_no_change_is_lost(alone):
    begin(alone.vault(), record_text())

    at_once(alone, lambda vault, number: _again(vault, number, 4))

    [text] = texts(alone.vault())
    expected = {f"{number}-{done}" for number in range(WRITERS) for done in range(4)}
    assert expected == {part.partition("?")[0] for part in text.text.split("Question ")[1:]}


def _naively(vault, number, times):
    """Add lines to a text that was read before; the version alone is looked at anew."""
    [old] = texts(vault, [NAME])
    for done in range(times):
        [text] = texts(vault, [NAME])
        try:
            amend(vault, NAME, text.version, old.text + f"AR: Question {number}-{done}?\n")
        except BadInput:
            continue


def test_the_control_who_does_not_read_again_loses_changes(alone):
    begin(alone.vault(), record_text())

    at_once(alone, lambda vault, number: _naively(vault, number, 4))

    [text] = texts(alone.vault())
    assert len(text.text.split("Question ")[1:]) < WRITERS * 4


@pytest.mark.parametrize("again", [1, 2])
def test_what_was_refused_can_be_done_again(alone, again):
    vault = alone.vault()
    begin(vault, record_text())
    for number in range(again):
        [text] = texts(vault)
        with pytest.raises(BadInput):
            amend(vault, NAME, text.version - 1, text.text + f"AR: Question {number}?\n")
        amend(vault, NAME, text.version, text.text + f"AR: Question {number}?\n")

    assert 1 + again == len(history(vault, NAME))
