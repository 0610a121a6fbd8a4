"""The indexed ledger: what is in it, what no file of it has, and what a failure leaves."""

from __future__ import annotations

import re
import zlib

import pytest
from ledgers import (
    ANOTHER,
    SECRET,
    Turn,
    everyday,
    found,
    passage,
    sealed,
    stem_of,
    talk_of,
    words_of,
)

from groundrules.errors import BadInput
from groundrules.matching.common_words import STOP_WORDS
from groundrules.matching.index.damage import WrongKey
from groundrules.matching.index.indexed import IndexedLedger
from invented_talk import draft

HARBOR = talk_of(
    "harbor",
    [
        Turn("Perpetua Quillfeather", "We never voted on the marina, and Wetherby knew about it."),
        Turn("R1", "Mm-hm."),
        Turn("Perpetua Quillfeather", "The sealed envelopes were opened twice, naïvely perhaps."),
    ],
)
QUARRY = talk_of(
    "quarry",
    [Turn("Ambrose Thistlewood", "Every blasting permit was antedated by the county surveyor.")],
)
LATER = talk_of(
    "ferry", [Turn("Ambrose Thistlewood", "Both lifeboats had been borrowed for the regatta.")]
)
DRAFT = "\n\n".join(f"“{text}”" for one in (HARBOR, QUARRY, LATER) for text in one.texts)


@pytest.fixture
def ledger(tmp_path):
    with IndexedLedger.build(tmp_path / "index", [HARBOR, QUARRY], SECRET) as one:
        yield one


def hit(ledger, talks=(HARBOR, QUARRY, LATER)):
    """Return of which statements the draft has something, as it is found in the ledger."""
    return {match.statement for match in found(DRAFT, ledger, talks).matches}


def stored(folder):
    """Return every byte of an index, and what is squeezed in it."""
    raw = b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
    yield raw
    for start in re.finditer(b"\x78[\x01\x5e\x9c\xda]", raw):
        try:
            yield zlib.decompressobj().decompress(raw[start.start() :])
        except zlib.error:
            continue


def test_what_is_in_it(ledger):
    words = [word for one in (HARBOR, QUARRY) for text in one.texts for word in words_of(text)]

    assert (4, len(words), 1) == (ledger.size, ledger.words, ledger.segments)
    assert {"harbor": "1", "quarry": "1"} == ledger.talks()
    assert [*HARBOR.ids, *QUARRY.ids] == [ledger.statement(number) for number in range(4)]
    contacts = [HARBOR.contact] * 3 + [QUARRY.contact]
    assert contacts == [ledger.contact(number) for number in range(4)]
    assert ledger.bytes > 0
    ledger.verify()


def test_no_word_and_no_speaker_stands_in_any_file(tmp_path):
    talks = [*everyday(90), HARBOR, QUARRY]
    speakers = {word for one in (HARBOR, QUARRY) for name in one.speakers for word in name.split()}
    speakers.discard("R1")
    texts = [word for one in talks for text in one.texts for word in words_of(text)]
    words = {word for word in texts if word not in STOP_WORDS} | speakers
    secrets = {form for word in words for form in (word, stem_of(word), word.lower())}
    secrets = {form.encode() for form in secrets if len(form) > 4}
    secrets |= {form.capitalize() for form in secrets}
    allowed = " ".join(
        [*(one.id for one in [*talks, LATER]), *(one.contact for one in talks)]
    ).encode()
    with IndexedLedger.build(tmp_path / "index", talks, SECRET) as ledger:
        ledger.append([LATER])
        ledger.remove(["quarry"])

        stands = {
            form for content in stored(tmp_path / "index") for form in secrets if form in content
        }

    assert len(secrets) > 200
    assert set() == {form for form in stands if form not in allowed}


def test_of_names_only_the_stamp_stands_in_it(tmp_path):
    odd = talk_of("depot", [Turn("S1", "Nothing at all was counted.")] * 2, stamp="stamp-of-depot")
    odd = odd._replace(ids=("depot/first", "depot/last"))
    IndexedLedger.build(tmp_path / "index", [odd], SECRET).close()

    everything = b"\n".join(stored(tmp_path / "index"))

    assert b"stamp-of-depot" in everything
    for text in ("depot/first", "depot/last", odd.contact, "depot"):
        assert text.encode() not in everything.replace(b"stamp-of-depot", b"")


def test_the_key_opens_every_name(tmp_path):
    odd = talk_of("depot", [Turn("S1", "Nothing at all was counted.")] * 2)
    odd = odd._replace(ids=("depot/first", "depot#2"))

    with IndexedLedger.build(tmp_path / "index", [odd], SECRET) as built:
        assert {"depot": odd.stamp} == built.talks()
        assert ["depot/first", "depot#2"] == [built.statement(number) for number in range(2)]
        assert odd.contact == built.contact(1)


def test_another_key_opens_nothing(tmp_path, ledger):
    with pytest.raises(WrongKey) as error:
        IndexedLedger.open(tmp_path / "index", ANOTHER)

    assert "another key" in str(error.value)
    assert "rebuild" in str(error.value)
    assert ledger.is_current()


def test_another_key_builds_it_anew(tmp_path, ledger):
    with IndexedLedger.build(tmp_path / "index", [LATER], ANOTHER) as other:
        assert {"ferry#1"} == hit(other)
        assert {"harbor#1", "harbor#3", "quarry#1"} == hit(ledger)
    with pytest.raises(WrongKey):
        IndexedLedger.open(tmp_path / "index", SECRET)


def test_what_comes_is_found_and_what_goes_is_not(ledger):
    ledger.append([LATER])
    assert {"harbor#1", "harbor#3", "quarry#1", "ferry#1"} == hit(ledger)
    ledger.remove(["harbor"])
    assert {"quarry#1", "ferry#1"} == hit(ledger)
    ledger.erase(["quarry"])
    assert {"ferry#1"} == hit(ledger)
    ledger.merge()
    assert {"ferry#1"} == hit(ledger)
    assert {"ferry": "1"} == ledger.talks()


def test_a_talk_takes_the_place_of_the_one_with_its_id(ledger):
    ledger.append([LATER._replace(id="harbor", ids=("harbor#1",), stamp="2")])

    assert {"harbor": "2", "quarry": "1"} == ledger.talks()
    matches = found(DRAFT, ledger, [LATER._replace(id="harbor", ids=("harbor#1",)), QUARRY]).matches
    assert {QUARRY.texts[0][:-1], LATER.texts[0][:-1]} == {passage(DRAFT, one) for one in matches}


def test_nothing_of_what_was_erased_is_left(tmp_path, ledger):
    ledger.erase(["quarry"])

    for content in stored(tmp_path / "index"):
        assert b"quarry" not in content


def test_who_has_it_open_goes_on_with_what_it_was(tmp_path, ledger):
    with IndexedLedger.open(tmp_path / "index", SECRET) as other:
        ledger.remove(["harbor"])
        assert not other.is_current()
        assert {"harbor#1", "harbor#3", "quarry#1"} == hit(other)
    assert ledger.is_current()


class WriteError(Exception):
    """What happens in the middle of a write."""


def interrupted(_):
    raise WriteError


@pytest.mark.parametrize("act", ["append", "replace", "build"])
def test_a_write_that_fails_midway_leaves_what_was_there(tmp_path, ledger, act):
    folder = tmp_path / "index"
    before = sorted(path.name for path in folder.glob("*.segment"))

    acts = {
        "build": lambda: IndexedLedger.build(folder, [LATER], SECRET, interrupted),
        "append": lambda: ledger.append([LATER], interrupted),
        "replace": lambda: ledger.append([HARBOR], interrupted),
    }
    with pytest.raises(WriteError):
        acts[act]()

    assert ledger.is_current()
    assert before == sorted(path.name for path in folder.glob("*.segment"))
    with IndexedLedger.open(folder, SECRET) as again:
        again.verify()
        for one in (again, ledger):
            assert {"harbor#1", "harbor#3", "quarry#1"} == hit(one)
            assert (
                found(DRAFT, one, [HARBOR, QUARRY]).matches
                == found(DRAFT, ledger, [HARBOR, QUARRY]).matches
            )
    ledger.append([LATER])
    assert {"harbor#1", "harbor#3", "quarry#1", "ferry#1"} == hit(ledger)


def test_a_talk_twice_at_once_is_refused_and_nothing_is_written(ledger):
    with pytest.raises(ValueError, match="twice"):
        ledger.append([LATER, LATER])

    assert {"harbor": "1", "quarry": "1"} == ledger.talks()


def test_talks_may_be_empty(tmp_path):
    nothing = HARBOR._replace(id="nothing", ids=(), speakers=(), texts=())
    silent = talk_of("silent", [Turn("S1", "Um."), Turn("R1", "")])
    with IndexedLedger.build(tmp_path / "index", [nothing, silent], SECRET) as ledger:
        assert (2, 0) == (ledger.size, ledger.words)
        assert {"nothing": "1", "silent": "1"} == ledger.talks()
        assert set() == hit(ledger)
        assert () == sealed(DRAFT, ledger)
        ledger.append([QUARRY])
        assert {"quarry#1"} == hit(ledger)
        assert QUARRY.contact == ledger.contact(2)


def test_an_index_of_nothing_finds_nothing(tmp_path):
    with IndexedLedger.build(tmp_path / "index", [], SECRET) as ledger:
        assert (0, 0, {}) == (ledger.size, ledger.words, ledger.talks())
        assert set() == hit(ledger)
        assert () == sealed(DRAFT, ledger)


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")

    with pytest.raises(BadInput, match="file"):
        IndexedLedger.build(tmp_path / "file" / "index", [HARBOR], SECRET)


def test_the_draft_of_these_tests_quotes_each_statement():
    assert 4 + 1 == draft(DRAFT).text.count("“")
