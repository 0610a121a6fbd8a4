from __future__ import annotations

import json
import multiprocessing
import shutil

import numpy as np
import pytest
from stored_talks import (
    FINGERPRINTS,
    KEY,
    Said,
    batch,
    hits_found,
    opened,
    segment_files,
    talks_in,
)

from groundrules.errors import BadInput
from groundrules.matching.index.damage import Damaged, WrongKey
from groundrules.matching.index.store import Store
from groundrules.matching.index.writing import Writing

_QUERY = np.array([FINGERPRINTS[0]], dtype=np.uint32)


def _said(stamp: str, *statements: int) -> Said:
    return Said(stamp, "the desk", tuple(frozenset(FINGERPRINTS[:one]) for one in statements))


_TALKS = {"harbor": _said("1", 3, 1, 4), "quarry": _said("1", 2), "mill": _said("1", 6, 0)}


def _append(folder, *several):
    for talks in several:
        with Writing(folder, KEY) as writing:
            writing.append(*batch(talks))
            writing.commit()


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "made" / "index"
    Store.create(folder, KEY).close()
    return folder


@pytest.fixture
def filled(folder):
    _append(folder, _TALKS, {"weir": _said("1", 5, 5)})
    return folder


def test_a_new_index_is_empty_and_finds_nothing(folder):
    with Store.open(folder, KEY) as store:
        assert (0, 0, 0, 0) == (store.size, store.words, store.span, store.segments)
        assert ({}, None) == (store.talks(), store.talk("harbor"))
        hits = store.sought(_QUERY).find(10)
        assert (0, 0) == (len(hits.queries), len(hits.statements))
        assert [0] == store.sought(_QUERY).frequencies().tolist() == store.counts(_QUERY).tolist()
        store.verify()


def test_only_its_owner_may_read_an_index(filled):
    assert 0o700 == filled.stat().st_mode & 0o777
    assert {0o600} == {
        path.stat().st_mode & 0o777 for path in [*segment_files(filled), filled / "manifest.json"]
    }


def test_an_index_is_not_made_over_another(filled):
    with pytest.raises(BadInput, match="there is an index here already"):
        Store.create(filled, KEY)
    assert _TALKS.items() <= opened(filled).items()


def test_numbers_lead_to_talks_and_statements(filled):
    with Store.open(filled, KEY) as store:
        assert (8, 8) == (store.size, store.span)
        assert ("harbor", "harbor#2") == store.statement(1)
        assert ("weir", "weir#2") == store.statement(7)
        numbers = np.array([7, 0, 4, 2, 3], dtype=np.uint32)
        assert [5, 3, 6, 4, 2] == store.lengths(numbers).tolist()
        assert 6 == store.talk("weir").first
        for nowhere in (-1, 8):
            with pytest.raises(IndexError):
                store.statement(nowhere)


def test_a_replaced_talk_is_found_as_it_is_now(filled):
    with Writing(filled, KEY) as writing:
        assert {"harbor"} == writing.remove(["harbor", "nobody"])
        writing.append(*batch({"harbor": _said("2", 1)}))
        assert {"harbor": "2", "quarry": "1", "mill": "1", "weir": "1"} == writing.talks()
        writing.commit()
    with Store.open(filled, KEY) as store:
        assert {"harbor": "2", "quarry": "1", "mill": "1", "weir": "1"} == store.talks()
        found = hits_found(store, _QUERY, 9)
        assert ["harbor#1"] == [one for _, talk, one in found if talk == "harbor"]


def test_nothing_is_seen_before_it_is_committed(filled):
    before = opened(filled)
    with Writing(filled, KEY) as writing:
        writing.remove(["harbor"])
        writing.append(*batch({"new": _said("1", 2)}))
        writing.merge()
        assert before == opened(filled)
    assert before == opened(filled)
    with Store.open(filled, KEY) as store:
        assert store.segments == len(segment_files(filled))


def test_a_talk_is_not_in_an_index_twice(filled):
    with Writing(filled, KEY) as writing:
        with pytest.raises(ValueError, match="twice"):
            writing.append(*batch({"weir": _said("2", 1)}))
        postings, entries = batch({"one": _said("1"), "two": _said("1")})
        with pytest.raises(ValueError, match="twice"):
            writing.append(postings, [entries[0], entries[0]])


def test_counts_add_up_over_segments_and_shrink_with_what_is_removed(filled):
    with Store.open(filled, KEY) as store:
        assert [7] == store.counts(_QUERY).tolist()
    with Writing(filled, KEY) as writing:
        writing.remove(["weir"])
        writing.commit()
    with Store.open(filled, KEY) as store:
        assert [5] == store.counts(_QUERY).tolist()
    with Writing(filled, KEY) as writing:
        # Half of the words go: each count is taken to be half of what it was, to the even one.
        writing.remove(["harbor"])
        writing.merge()
        writing.commit()
    with Store.open(filled, KEY) as store:
        assert [2] == store.counts(_QUERY).tolist()


def test_a_merge_numbers_what_is_alive_anew(filled):
    with Writing(filled, KEY) as writing:
        writing.remove(["harbor", "mill"])
        writing.merge()
        writing.commit()
    with Store.open(filled, KEY) as store:
        assert (3, 3, 1) == (store.size, store.span, store.segments)
    assert {"quarry": _TALKS["quarry"], "weir": _said("1", 5, 5)} == opened(filled)


def test_an_erased_talk_is_in_no_file_any_more(filled):
    with Writing(filled, KEY) as writing:
        writing.remove(["quarry"])
        writing.commit()
    assert any(b"quarry" in path.read_bytes() for path in segment_files(filled))
    files = segment_files(filled)
    with Writing(filled, KEY) as writing:
        assert {"harbor"} == writing.erase(["harbor", "quarry"])
        writing.commit()
    content = b"".join(path.read_bytes() for path in filled.iterdir())
    assert (False, False, True) == (b"harbor" in content, b"quarry" in content, b"weir" in content)
    # What was erased from is another file; what was not is the same.
    assert 1 == len(set(files) & set(segment_files(filled)))
    assert {"mill", "weir"} == opened(filled).keys()


def test_what_only_an_erased_talk_has_said_is_in_no_count(folder):
    rare = FINGERPRINTS[15]
    _append(folder, {"a": _said("1", *[3] * 20), "b": Said("1", "", (frozenset([rare]),))})
    with Writing(folder, KEY) as writing:
        writing.erase(["b"])
        writing.commit()
    with Store.open(folder, KEY) as store:
        asked = np.array([rare, FINGERPRINTS[0]], dtype=np.uint32)
        assert [0, 20] == store.counts(asked).tolist()


def test_the_dead_do_not_count_towards_the_cap(folder):
    _append(folder, {f"talk-{number}": _said("1", 1) for number in range(8)})
    with Writing(folder, KEY) as writing:
        writing.remove(["talk-0"])
        writing.commit()
    with Store.open(folder, KEY) as store:
        assert [7] == store.sought(_QUERY).frequencies().tolist()
        assert (0, 7) == tuple(len(store.sought(_QUERY).find(most).queries) for most in (6, 7))


def test_the_cap_holds_over_all_segments(folder):
    _append(folder, {"a": _said("1", 1, 1)}, {"b": _said("1", 1, 1)})
    with Store.open(folder, KEY) as store:
        assert (0, 4) == tuple(len(store.sought(_QUERY).find(most).queries) for most in (3, 4))


def test_a_store_that_is_open_shows_what_was_there_until_it_is_opened_anew(filled):
    with Store.open(filled, KEY) as store:
        before = talks_in(store)
        assert store.is_current()
        with Writing(filled, KEY) as writing:
            writing.erase(["harbor"])
            writing.merge()
            writing.commit()
        assert not store.is_current()
        assert before == talks_in(store)
        store.verify()
    assert before.keys() - {"harbor"} == opened(filled).keys()


def test_one_writes_at_a_time(filled):
    with Writing(filled, KEY) as writing:
        with pytest.raises(BadInput, match="somebody is writing to this index"):
            Writing(filled, KEY, patience=0.1).__enter__()
        writing.append(*batch({"new": _said("1", 2)}))
        writing.commit()
    with Writing(filled, KEY, patience=0):
        assert "new" in opened(filled)


def _append_ten(folder, name):
    for number in range(10):
        with Writing(folder, KEY, patience=60) as writing:
            writing.append(*batch({f"{name}-{number}": _said("1", 3)}))
            writing.commit()


def test_writers_and_readers_do_not_disturb_each_other(folder):
    start = multiprocessing.get_context("spawn")
    writers = [start.Process(target=_append_ten, args=(folder, name)) for name in "ab"]
    for writer in writers:
        writer.start()
    seen = []
    while any(writer.is_alive() for writer in writers):
        with Store.open(folder, KEY) as store:
            seen.append(len(hits_found(store, _QUERY.tolist(), 100)))
    for writer in writers:
        writer.join()
        assert 0 == writer.exitcode
    assert sorted(seen) == seen
    assert 20 == len(opened(folder))


def test_many_small_changes_leave_few_segments(folder):
    talks = {f"talk-{number}": _said("1", number % 7) for number in range(30)}
    _append(folder, *({talk: said} for talk, said in talks.items()))
    with Store.open(folder, KEY) as store:
        assert 10 >= store.segments
    assert talks == opened(folder)


def test_progress_comes_to_all_that_is_merged_and_read(filled):
    told = []
    with Writing(filled, KEY) as writing:
        writing.merge(told.append)
        writing.commit()
    assert 26 == sum(told)
    with Store.open(filled, KEY) as store:
        told.clear()
        store.verify(told.append)
        assert 0 <= store.bytes - sum(told) < 2_000


def test_an_index_of_another_key_is_not_opened(filled):
    with pytest.raises(WrongKey, match="written with another key"):
        Store.open(filled, b"another")
    with pytest.raises(WrongKey), Writing(filled, b"another"):
        pass


def test_an_index_is_made_anew_over_one_that_is_damaged_or_of_another_key(filled):
    segment_files(filled)[0].write_bytes(b"")
    with Writing(filled, b"another", anew=True) as writing:
        writing.append(*batch({"new": _said("1", 2)}))
    with pytest.raises(Damaged):
        Store.open(filled, KEY)
    with Writing(filled, b"another", anew=True) as writing:
        writing.append(*batch({"new": _said("1", 2)}))
        writing.commit()
    with Store.open(filled, b"another") as store:
        assert {"new": "1"} == store.talks()
    assert 1 == len(segment_files(filled))


@pytest.mark.parametrize("change", ["flip", "cut", "empty", "gone", "folder gone"])
def test_a_damaged_manifest_is_never_fewer_results(filled, change):
    manifest = filled / "manifest.json"
    content = manifest.read_bytes()
    if change == "flip":
        broken = [
            content[:at] + bytes([content[at] ^ 1 << at % 7]) + content[at + 1 :]
            for at in range(len(content) - 1)
        ]
    else:
        broken = [content[:length] for length in range(1, len(content) - 2, 7)]
    if change in {"flip", "cut"}:
        for one in broken:
            manifest.write_bytes(one)
            with pytest.raises((Damaged, WrongKey)):
                Store.open(filled, KEY)
            with pytest.raises((Damaged, WrongKey)), Writing(filled, KEY):
                pass
        return
    if change == "empty":
        manifest.write_bytes(b"")
    elif change == "gone":
        manifest.unlink()
    else:
        shutil.rmtree(filled)
    with pytest.raises(Damaged, match="groundrules index rebuild"):
        Store.open(filled, KEY)


def test_a_missing_or_foreign_segment_is_never_fewer_results(filled):
    first, second = segment_files(filled)
    kept = first.read_bytes()
    first.write_bytes(second.read_bytes())
    with pytest.raises(Damaged, match=f"{first.name}: this is another segment"):
        Store.open(filled, KEY)
    first.unlink()
    with pytest.raises(Damaged, match=f"{first.name}: a segment of the index is missing"):
        Store.open(filled, KEY)
    with pytest.raises(Damaged), Writing(filled, KEY):
        pass
    first.write_bytes(kept)
    opened(filled)


def test_a_manifest_in_another_version_is_not_guessed_at(filled):
    from groundrules.matching.index import manifest as manifests  # noqa: PLC0415 - of this test

    path = filled / "manifest.json"
    content = json.loads(path.read_bytes())
    del content["digest"]
    content["format"] = 2
    content["digest"] = manifests._digest(content)  # noqa: SLF001 - a digest that fits
    path.write_text(json.dumps(content))
    with pytest.raises(Damaged, match="in version 2 of the format, not in 1"):
        Store.open(filled, KEY)


def test_files_of_others_are_left_alone(filled):
    other = filled / "notes.segment"
    other.write_text("mine")
    _append(filled, {"new": _said("1", 2)})
    assert "mine" == other.read_text()


def test_a_folder_that_cannot_be_written_to_says_so(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(BadInput, match="file/index"):
        Store.create(tmp_path / "file" / "index", KEY)
