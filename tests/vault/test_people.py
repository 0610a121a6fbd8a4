"""Who somebody is, apart from all else: sealed, recognised, and never shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.draft.document import Draft, Span
from groundrules.errors import BadInput
from groundrules.keys.cards import Role
from groundrules.record.notation.faults import Faults
from groundrules.record.notation.parties import read_party
from groundrules.rules.names import bodies_in, names_in
from groundrules.vault import code_names, identities
from groundrules.vault.candidates import candidates_of
from groundrules.vault.code_names import code_name, is_code_name, new_stream, stream_of_code
from groundrules.vault.identities import sealed_people, shown, stream_of
from groundrules.vault.party_line import parted_party
from groundrules.vault.releases import name
from vault_fixtures import opened_room
from vault_rows import all_bytes, raw_rows

if TYPE_CHECKING:
    from groundrules.vault.opened import Vault

DANA = "S1: source, Dana Whitfield, of Harbor Authority, aka Whit"
NOBODY = "S1: source"


class Known(NamedTuple):
    """A vault and a reference. A failing test prints what it was given, and so no vault."""

    vault: Vault
    reference: str

    def __repr__(self):
        return "Known()"


@pytest.fixture
def room(tmp_path):
    with opened_room(tmp_path) as opened:
        yield opened


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """Give a vault that knows one source, and her reference."""
    with opened_room(tmp_path_factory.mktemp("known")) as room:
        vault = room.vault()
        yield Known(vault, kept(vault, DANA)[0])


def person(line):
    return parted_party(line)[1]


def kept(vault, *lines):
    sealed = sealed_people(vault, [person(line) for line in lines])
    vault.ledger.append(sealed.entries, wraps=sealed.wraps, forms=sealed.forms)
    return sealed.streams


def code_of(vault, reference):
    return code_name(vault.forms, stream_of(reference))


def draft(text):
    return Draft("-", text, (Span(0, len(text)),))


def test_what_is_sealed_opens_for_who_holds_both_halves(room):
    vault = room.vault()
    (reference,) = kept(vault, DANA)

    found = name(vault, code_of(vault, reference), "to call her back").known

    assert [("Dana Whitfield", ("Harbor Authority",), ("Whit",))] == [tuple(one) for one in found]


def test_the_same_name_in_two_talks_is_one_source(room):
    vault = room.vault()
    first = kept(vault, DANA)[0]
    again = kept(vault, "Q: spokesperson,  dana   WHITFIELD")[0]

    assert stream_of(first) == stream_of(again)
    assert first != again


def test_two_parties_of_one_name_in_one_talk_are_one_source(room):
    one, other = kept(room.vault(), DANA, DANA.replace("S1", "S2"))

    assert stream_of(one) == stream_of(other)


def test_whoever_has_no_name_is_a_source_of_her_own(room):
    streams = {stream_of(one) for one in kept(room.vault(), NOBODY, NOBODY, NOBODY)}

    assert 3 == len(streams)


def test_all_that_a_source_has_been_called_is_opened(room):
    vault = room.vault()
    reference = kept(vault, DANA)[0]
    kept(vault, "S: source, Dana Whitfield, aka Danny")

    found = name(vault, code_of(vault, reference), "to call her back").known

    assert [("Whit",), ("Danny",)] == [one.aliases for one in found]


def sizes(vault, stream):
    """Return how the raw rows of a source look from outside."""
    of = {
        table: [row for row in raw_rows(vault, table) if row.stream == stream]
        for table in ("entries", "wraps", "forms")
    }
    sequences = {row.seq for row in of["entries"]}
    return Counter(
        [
            *(
                ("part", len(r.sealed))
                for r in raw_rows(vault, "parts")
                if r.place // 16 in sequences
            ),
            *(("entry", len(row.digests)) for row in of["entries"]),
            *(("wrap", row.kind, len(row.sealed), row.expires) for row in of["wraps"]),
            *(("form", row.kind, row.place, len(row.form)) for row in of["forms"]),
        ]
    )


LINES = [
    DANA,
    NOBODY,
    "S1: source, Bo",
    "S1: source, of The Harbor Authority of Larchmere and Its Neighbours",
    "S1: spokesperson, María del Carmen Ibáñez-Whitfield, of A, of B, of C, aka X Y, aka Z",
]


def test_a_source_looks_the_same_whether_or_not_a_name_is_known(room):
    vault = room.vault()
    found = [sizes(vault, stream_of(one)) for one in kept(vault, *LINES)]

    assert [found[0]] * len(LINES) == found
    assert 4096 < next(one[1] for one in found[0] if one[0] == "part") < 4200


def test_a_control_without_padding_tells_who_has_a_name(room, monkeypatch):
    monkeypatch.setattr(identities, "SIZE", 1)
    monkeypatch.setattr(identities, "FORMS", 1)
    monkeypatch.setattr(identities, "bucket_of", lambda _: 4096)
    vault = room.vault()
    named, unnamed = kept(vault, LINES[-1], NOBODY)

    assert sizes(vault, stream_of(named)) != sizes(vault, stream_of(unnamed))


def test_no_row_holds_a_name(room):
    vault = room.vault()
    kept(vault, DANA)
    content = all_bytes(vault).lower()

    assert content
    assert [] == [word for word in (b"dana", b"whit", b"harbor") if word in content]
    assert b"reporter" in content  # a control: what is in the rows is found


def test_a_line_that_is_too_long_is_refused(room):
    with pytest.raises(BadInput) as refusal:
        kept(room.vault(), f"S1: source, Dana, aka {'Whit ' * 900}")

    assert "too long" in str(refusal.value)
    assert "Whit" not in str(refusal.value)


def test_without_an_editor_no_name_is_sealed(tmp_path):
    people = {"Ana": (Role.REPORTER,)}
    with opened_room(tmp_path, people) as room, pytest.raises(BadInput, match="no editor"):
        kept(room.vault(), DANA)


def test_a_code_name_can_be_no_word_and_leads_back(known):
    vault, reference = known
    code = code_of(vault, reference)

    assert is_code_name(code)
    assert any(one.isdigit() for one in code)
    assert any(one.isalpha() for one in code)
    assert stream_of(reference) == stream_of_code(vault, f" {code.lower()} ")


def test_a_code_name_that_nobody_has_is_refused(known):
    with pytest.raises(BadInput, match="no source in this vault"):
        stream_of_code(known[0], "AAAAA3")


def test_code_names_are_made_by_the_key_of_forms(known, tmp_path):
    vault, reference = known
    with opened_room(tmp_path) as other:
        theirs = code_name(other.vault().forms, stream_of(reference))

    assert theirs != code_of(vault, reference)


def test_a_stream_whose_code_name_is_taken_is_not_used(known, monkeypatch):
    vault, _ = known
    monkeypatch.setattr(code_names, "_ALPHABET", "AB3")
    monkeypatch.setattr(code_names, "_LENGTH", 3)  # 18 code names are left
    taken = []
    for _ in range(12):
        stream = new_stream(vault, taken)
        taken.append(code_names.code_name(vault.forms, stream))

    assert len(set(taken)) == 12


def test_a_control_that_takes_any_stream_gives_code_names_twice(known, monkeypatch):
    forms = known[0].forms
    monkeypatch.setattr(code_names, "_ALPHABET", "AB3")
    monkeypatch.setattr(code_names, "_LENGTH", 3)
    codes = [code_names.code_name(forms, number.to_bytes(16)) for number in range(40)]

    assert len(set(codes)) < 40


def test_a_code_name_is_all_that_is_shown(known):
    vault, reference = known

    assert {reference: f", {code_of(vault, reference)}"} == shown(vault, [reference], ())
    assert {} == shown(vault, [], ["Dana Whitfield"])


def test_what_a_draft_has_of_her_is_shown_by_its_own_words(known):
    vault, reference = known
    code = code_of(vault, reference)
    asked = candidates_of(draft("The HARBOR authority sacked Dana R. Whitfield, Karen said."))

    expected = f", {code}, of HARBOR authority, aka Dana R. Whitfield"
    assert {reference: expected} == shown(vault, [reference], asked)


def test_of_a_surname_alone_it_is_not_said_whose_it_is(known):
    vault, reference = known
    code = code_of(vault, reference)
    asked = candidates_of(draft("Ms. Whitfield was there."))

    assert {reference: f", {code}, aka {code} Whitfield"} == shown(vault, [reference], asked)


def test_a_draft_about_others_gets_nothing(known):
    vault, reference = known
    asked = candidates_of(draft("Karen Whitmore of the Port Authority saw Dan at the harbor."))

    assert {reference: f", {code_of(vault, reference)}"} == shown(vault, [reference], asked)


PIECES = [
    "Dana Whitfield",
    "dana whitfield",
    "DANA WHITFIELD",
    "Dana R. Whitfield",
    "Ms. Whitfield",
    "D. Whitfield",
    "Dan Whitfield",
    "Whitfield",
    "Whitfield, Dana",
    "Karen Whitfield",
    "Mr. Whitfield's",
    "Dana",
    "Whit",
    "whit",
    "@danawhitfield",
    "#DanaWhitfield",
    "the Harbor Authority",
    "Harbor Authority's",
    "harbor authority",
    "The Harbor",
    "said",
    "on Tuesday",
    "the talks",
    "Karen",
    "“No,”",
    "Dana\nWhitfield",
    "Dána Whitfield",
]
JOINED = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from([" said ", ". ", ", ", "\n\n", " and "])),
    min_size=1,
    max_size=9,
).map(lambda pairs: "".join(piece + gap for piece, gap in pairs))


def places(copy, party):
    names = {found.span for found in names_in(copy, (party.name, *party.aliases))}
    return names, {span for body in party.affiliations for span in bodies_in(copy, body)}


def read(line):
    return read_party(line, 1, Faults("-"))


@settings(max_examples=150, deadline=None)
@given(JOINED)
def test_a_check_finds_the_places_that_it_would_find_with_the_name(known, text):
    vault, reference = known
    copy = draft(text)
    hidden = shown(vault, [reference], candidates_of(copy))[reference]

    assert places(copy, read(DANA)) == places(copy, read(f"S1: source{hidden}"))


def test_where_two_names_run_together_no_place_is_missed(known):
    vault, reference = known
    copy = draft("D. Whitfield Dan Whitfield")
    hidden = shown(vault, [reference], candidates_of(copy))[reference]

    assert {Span(0, 12)} == places(copy, read(DANA))[0]
    assert {Span(0, 12), Span(13, 26)} == places(copy, read(f"S1: source{hidden}"))[0]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "Ludwig van Beethoven",
            "Then Beethoven rose. Mr. van Beethoven sat. So did Mr. Beethoven.",
        ),
        ("Ludwig van Beethoven", "So Ludwig Beethoven said, and not Emily van Beethoven."),
        ("Pedro Sánchez Castejón", "So Pedro Sánchez said. Then Mr. Sánchez rose, then Sanchez."),
        ("Pedro Sánchez Castejón", "Sanchez rose. So Maria Sánchez said, of Sánchez Bay."),
        ("María José García Íñiguez", "So María José García said. Ms. García rose."),
        ("Jürgen Müller", "So Juergen Mueller said. Then Mr. Mueller rose, and J. Muller."),
        ("Juergen Mueller", "So Jürgen Müller said."),
        (
            "François-Xavier de La Rochefoucauld-Müller",
            "Mr. de La Rochefoucauld rose. So did Rochefoucauld-Mueller, and Rochefoucauld.",
        ),
        ("Dónal O'Shaughnessy-Byrne", "Then Byrne rose, and Mr. O’Shaughnessy, not Byrne-Nolan."),
        ("Ana Rose-Nolan", "Rose prices rose. Then Mrs. Nolan left."),
    ],
)
def test_the_parts_of_a_name_are_found_as_with_the_name(room, name, text):
    vault = room.vault()
    line = f"S1: source, {name}"
    (reference,) = kept(vault, line)
    copy = draft(text)
    hidden = read(f"S1: source{shown(vault, [reference], candidates_of(copy))[reference]}")
    found = [
        [one.span for one in names_in(copy, (party.name, *party.aliases))]
        for party in (read(line), hidden)
    ]

    assert found[0]
    assert found[0] == found[1]


def test_of_a_part_of_a_surname_it_is_not_said_whose_it_is(room):
    vault = room.vault()
    (reference,) = kept(vault, "S1: source, Pedro Sánchez Castejón-Vega")
    code = code_of(vault, reference)
    asked = candidates_of(draft("Mr. Vega was there, and Sanchez."))

    party = read(f"S1: source{shown(vault, [reference], asked)[reference]}")
    assert {f"{code} van Vega", f"{code} Sanchez {code}"} == set(party.aliases)


def test_a_control_without_candidates_finds_nothing(known):
    vault, reference = known
    copy = draft("Dana Whitfield of the Harbor Authority said so.")
    hidden = shown(vault, [reference], ())[reference]

    assert (set(), set()) == places(copy, read(f"S1: source{hidden}"))
    assert (set(), set()) != places(copy, read(DANA))


def test_a_name_without_spaces_between_its_words_is_found(room):
    vault = room.vault()
    (reference,) = kept(vault, "S1: source, 王小明")
    copy = draft("记者采访了王小明先生。")
    hidden = shown(vault, [reference], candidates_of(copy))[reference]

    assert {Span(5, 8)} == places(copy, read(f"S1: source{hidden}"))[0]
