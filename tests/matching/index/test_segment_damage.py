"""A segment that was cut off or changed anywhere is found out, and never answers with nonsense."""

from __future__ import annotations

import random

import numpy as np
import pytest
from stored_talks import FINGERPRINTS, KEY, Said, batch, looked_up

from groundrules.matching.index import layout, loops
from groundrules.matching.index.damage import Damaged, WrongKey
from groundrules.matching.index.layout import HEADER, Section
from groundrules.matching.index.loops import arrays, compiled
from groundrules.matching.index.proof import prove
from groundrules.matching.index.segment import Segment
from groundrules.matching.index.segment_writer import write_segment

_TALKS = {
    talk: Said(
        "stamp", "the desk", tuple(frozenset(FINGERPRINTS[at : at + 3]) for at in range(size))
    )
    for talk, size in (("first", 5), ("second", 0), ("third", 9))
}


@pytest.fixture(autouse=True, params=[arrays, compiled], ids=["arrays", "compiled"])
def form(request, monkeypatch):
    """Read in either form: compiled code does not look whether it has come to the end."""
    monkeypatch.setattr(loops, "_chosen", [request.param])


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    path = tmp_path_factory.mktemp("sound") / "0123456789abcdef.segment"
    write_segment(path, *batch(_TALKS), KEY)
    return path


@pytest.fixture
def changed(sound, tmp_path):
    """Return what writes the segment with other bytes."""

    def change(content: bytes):
        path = tmp_path / sound.name
        path.write_bytes(content)
        return path

    return change


def _prove(path) -> None:
    with Segment(path, KEY) as segment:
        prove(segment)


def _places(content: bytes) -> list[int]:
    """Return places all over a segment, in every section, at its edges and behind it."""
    extents = layout.read_header(content[:HEADER], None, layout.key_check_of(KEY)).extents
    drawn = random.Random(7)  # noqa: S311 - any places will do
    found = list(range(0, HEADER, 3))
    for extent in extents:
        ends = {extent.offset, extent.offset + extent.size - 1} if extent.size else set()
        inside = {extent.offset + drawn.randrange(extent.size) for _ in range(20) if extent.size}
        found += sorted(ends | inside | {extent.offset + extent.size})
    return [place for place in found if place < len(content)]


def test_a_flipped_bit_anywhere_is_found(sound, changed):
    content = sound.read_bytes()
    _prove(changed(content))
    for place in _places(content):
        flipped = bytearray(content)
        flipped[place] ^= 1 << (place % 8)
        path = changed(bytes(flipped))
        with pytest.raises((Damaged, WrongKey)) as caught:
            _prove(path)
        (fault,) = caught.value.faults
        assert (str(path), True) == (fault.path, "groundrules index rebuild" in fault.remedy)


@pytest.mark.parametrize("section", [Section.LOWS, Section.NUMBERS, Section.HIGHS, Section.TALKS])
@pytest.mark.parametrize("field", ["offset", "size"])
def test_a_header_that_contradicts_itself_is_refused(sound, changed, section, field):
    content = sound.read_bytes()
    header = layout.read_header(content[:HEADER], sound, layout.key_check_of(KEY))
    extents = list(header.extents)
    more = getattr(extents[section], field) + 64
    extents[section] = extents[section]._replace(**{field: more})
    false = layout.packed_header(header._replace(extents=tuple(extents)))

    with pytest.raises(Damaged, match="contradicts itself"):
        Segment(changed(false + content[HEADER:]), KEY)


def test_a_flipped_bit_in_a_section_is_blamed_on_it(sound, changed):
    content = sound.read_bytes()
    extents = layout.read_header(content[:HEADER], sound, layout.key_check_of(KEY)).extents
    blamed = []
    for section in (Section.DIRECTORY, Section.LOWS, Section.COUNTS, Section.STAMPS):
        flipped = bytearray(content)
        flipped[extents[section].offset + extents[section].size - 1] ^= 1
        with pytest.raises(Damaged, match="its bytes are not those that were written") as caught:
            _prove(changed(bytes(flipped)))
        blamed.append(str(caught.value).split("`")[1])
    assert ["directory", "lows", "counts", "stamps"] == blamed


def test_a_segment_that_is_cut_off_or_too_long_does_not_open(sound, changed):
    content = sound.read_bytes()
    for length in [*range(0, HEADER + 64, 31), *range(HEADER, len(content), 9_973), -1]:
        with pytest.raises(Damaged):
            Segment(changed(content[:length]), KEY)
    with pytest.raises(Damaged, match=f"it should have {len(content)} bytes and has"):
        Segment(changed(content + b"\0"), KEY)


def test_another_key_another_file_and_another_version_do_not_open(sound, changed):
    with pytest.raises(WrongKey, match="written with another key"):
        Segment(sound, b"another key of 16")
    content = sound.read_bytes()
    with pytest.raises(Damaged, match="no segment of an index"):
        Segment(changed(b"\x89PNG\r\n\x1a\n" + content[8:]), KEY)
    with pytest.raises(Damaged, match="in version 2 of the format, not in 1"):
        Segment(changed(content[:8] + b"\x02" + content[9:]), KEY)


def test_damage_never_answers_with_a_statement_that_is_not_there(sound, changed):
    """What is looked up before anybody has verified: no crash, and no number out of range."""
    content = sound.read_bytes()
    with Segment(sound, KEY) as segment:
        extents, size = segment.header.extents, segment.size
    queries = np.array([*FINGERPRINTS, 77], dtype=np.uint32)
    refused = 0
    drawn = random.Random(3)  # noqa: S311 - any places will do
    for section in (Section.DIRECTORY, Section.LOWS, Section.NUMBERS, Section.FIRSTS):
        for _ in range(60):
            broken = bytearray(content)
            start = extents[section].offset
            for _ in range(8):
                broken[start + drawn.randrange(extents[section].size)] = drawn.randrange(256)
            with Segment(changed(bytes(broken)), KEY) as segment:
                try:
                    found = looked_up(segment, queries, 1000)
                    frequencies = segment.bounds(queries).counts
                except Damaged:
                    refused += 1
                    continue
            assert not len(found.statements) or size > int(found.statements.max())
            assert segment.postings_size >= int(frequencies.max())
    assert refused


def test_a_damaged_catalogue_says_so(sound, changed):
    content = sound.read_bytes()
    with Segment(sound, KEY) as segment:
        extents = segment.header.extents
    for section in (Section.TALKS, Section.STATEMENTS):
        broken = bytearray(content)
        start, size = extents[section].offset, extents[section].size
        broken[start : start + size] = b"\xff" * size
        with (
            Segment(changed(bytes(broken)), KEY) as segment,
            pytest.raises(Damaged, match="the catalogue is damaged"),
        ):
            segment.catalogue.ids_of(0)


@pytest.mark.parametrize(
    ("postings", "section"),
    [
        (lambda one: one._replace(fingerprints=one.fingerprints[::-1].copy()), "lows"),
        (lambda one: one._replace(statements=one.statements[::-1].copy()), "lows"),
        (lambda one: one._replace(statements=one.statements + np.uint32(1)), "numbers"),
        (lambda one: one._replace(counted=one.counted[::-1].copy()), "counted"),
    ],
)
def test_what_was_written_against_the_rules_is_no_proof(tmp_path, postings, section):
    good, entries = batch(_TALKS)
    write_segment(tmp_path / "one", postings(good), entries, KEY)
    with pytest.raises(Damaged, match=f"the section `{section}` is damaged"):
        _prove(tmp_path / "one")
