from __future__ import annotations

import base64
import hashlib
from itertools import product

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from groundrules.errors import BadInput
from groundrules.keys.recovery import Recovery, parse
from groundrules.keys.recovery_sheet import qr_paper, qr_terminal, sheet

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
KEYS = st.binary(min_size=32, max_size=32)
RECOVERY = Recovery(bytes(range(32)))
LINES = RECOVERY.lines()


def bare(recovery=RECOVERY):
    return [line.replace(" ", "") for line in recovery.lines()]


def lines_with_faults(rows):
    with pytest.raises(BadInput) as caught:
        parse("\n".join(rows))
    return [fault.line for fault in caught.value.faults]


@given(KEYS)
def test_what_was_printed_is_read_again(key):
    recovery = Recovery(key)
    assert key == parse("\n".join(recovery.lines())).reveal()
    assert key == parse("".join(bare(recovery))).reveal()


def test_the_lines_are_five_groups_and_a_check():
    assert 3 == len(LINES)
    for line in LINES:
        assert [4, 4, 4, 4, 4, 2] == [len(group) for group in line.split(" ")]
        assert set(line) <= {*ALPHABET, " "}


def test_the_lines_are_what_the_description_says():
    content = b"\1" + bytes(range(32))
    whole = content + hashlib.sha256(content).digest()[:4]
    text = base64.b32encode(whole).decode().rstrip("=")
    assert text == "".join(row[:20] for row in bare())
    for number, row in enumerate(bare(), 1):
        value = number
        for character in row:
            value = value * 32 + ALPHABET.index(character)
        assert 1 == value % 1021


def test_every_wrong_character_is_found_in_its_line():
    for number, row in enumerate(bare()):
        for place, character in product(range(22), ALPHABET):
            wrong = row[:place] + character + row[place + 1 :]
            rows = [*bare()[:number], wrong, *bare()[number + 1 :]]
            if wrong != row:
                assert [number + 1] == lines_with_faults(rows)


@given(KEYS)
def test_every_two_exchanged_characters_of_a_line_are_found_in_it(key):
    rows = bare(Recovery(key))
    for number, row in enumerate(rows):
        for place in range(21):
            one, two = row[place : place + 2]
            wrong = row[:place] + two + one + row[place + 2 :]
            if one != two:
                assert [number + 1] == lines_with_faults(
                    [*rows[:number], wrong, *rows[number + 1 :]]
                )


@given(KEYS, st.integers(0, 2), st.tuples(st.integers(0, 21), st.integers(0, 21)))
def test_two_exchanged_characters_far_from_each_other_are_found_as_well(key, number, places):
    rows = bare(Recovery(key))
    row = list(rows[number])
    one, two = places
    if row[one] != row[two]:
        row[one], row[two] = row[two], row[one]
        assert [number + 1] == lines_with_faults(
            [*rows[:number], "".join(row), *rows[number + 1 :]]
        )


@given(KEYS)
def test_characters_exchanged_across_two_lines_are_found_in_both(key):
    one, two, three = bare(Recovery(key))
    if one[-1] != two[0]:
        assert [1, 2] == lines_with_faults([one[:-1] + two[0], one[-1] + two[1:], three])


def test_a_check_that_weighs_nothing_would_miss_exchanged_characters():
    def sum_of(row):
        return sum(ALPHABET.index(one) for one in row) % 1021

    row = bare()[0]
    missed = [p for p in range(21) if sum_of(row) == sum_of(row[:p] + row[p + 1] + row[p])]
    assert [20] == missed
    assert sum_of(row) == sum_of(row[::-1])


def test_lines_in_another_order_are_found():
    one, two, three = bare()
    assert [1, 2] == lines_with_faults([two, one, three])
    assert [1, 2, 3] == lines_with_faults([three, one, two])


def test_lines_of_two_sheets_are_found():
    mixed = [bare()[0], *bare(Recovery(bytes(32)))[1:]]
    with pytest.raises(BadInput, match="not those of one sheet"):
        parse("\n".join(mixed))


def test_a_sheet_of_a_later_version_is_not_guessed_at():
    content = b"\2" + bytes(32)
    text = base64.b32encode(content + hashlib.sha256(content).digest()[:4]).decode().rstrip("=")
    rows = []
    for number in (1, 2, 3):
        row = text[20 * number - 20 : 20 * number]
        value = number
        for character in row:
            value = value * 32 + ALPHABET.index(character)
        rest = (1 - value * 1024) % 1021
        rows.append(row + ALPHABET[rest // 32] + ALPHABET[rest % 32])
    with pytest.raises(BadInput, match="this version knows"):
        parse("\n".join(rows))


@pytest.mark.parametrize(
    "typed",
    [
        "\n".join(LINES).lower(),
        "\r\n".join(LINES),
        "\n\n".join(f"  {number}:  {line}  " for number, line in enumerate(LINES, 1)),
        "\n".join(f"{number}. {line.replace(' ', '-')}" for number, line in enumerate(LINES, 1)),
        "\n".join(line.replace(" ", "\u00a0") for line in LINES),
        "\n".join(LINES).replace("O", "0").replace("I", "1").replace("B", "8"),
        " ".join(LINES),
        f"\n{''.join(LINES)}\n",
    ],
)
def test_what_does_not_matter_is_taken(typed):
    assert RECOVERY.reveal() == parse(typed).reveal()


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([], [0]),
        (bare()[:2], [0]),
        ([*bare(), bare()[0]], [0]),
        ([bare()[0][:-1], *bare()[1:]], [1]),
        ([bare()[0], bare()[1] + "A", bare()[2]], [2]),
        ([bare()[0], bare()[1], bare()[2][:-1] + "9"], [3]),
        ([bare()[0], "é" * 22, bare()[2]], [2]),
        (["A" * 22] * 3, [1, 2, 3]),
    ],
)
def test_a_mistake_is_named_by_its_line(rows, lines):
    assert lines == lines_with_faults(rows)


@given(st.text(max_size=90))
def test_no_text_makes_reading_fail_otherwise(text):
    with pytest.raises(BadInput) as caught:
        parse(text, "sheet.txt")
    assert {"sheet.txt"} == {fault.path for fault in caught.value.faults}


def test_the_sheet_names_the_vault_and_the_day_and_can_be_read_back():
    text = sheet("office.vault", "2026-11-22", RECOVERY)
    assert "office.vault" in text
    assert "2026-11-22" in text
    assert max(map(len, text.splitlines())) <= 80
    assert RECOVERY.reveal() == parse(f"{text}\n{qr_paper(RECOVERY)}").reveal()


def test_a_mistake_in_a_whole_sheet_is_named_by_the_line_of_its_file():
    text = sheet("office.vault", "2026-11-22", RECOVERY)
    (wrong,) = (number for number, line in enumerate(text.splitlines(), 1) if LINES[1] in line)
    assert [wrong] == lines_with_faults(text.replace(LINES[1], LINES[2], 1).splitlines())


def test_another_text_is_one_mistake():
    assert [0] == lines_with_faults(["what", "is", "no", "sheet", "of ours"])


def test_the_codes_differ_by_the_key_and_are_drawn():
    other = Recovery(bytes(32))
    assert qr_terminal(RECOVERY) == qr_terminal(Recovery(bytes(range(32))))
    assert qr_terminal(RECOVERY) != qr_terminal(other)
    assert len({len(line) for line in qr_terminal(other).splitlines() if line}) == 1


def test_ink_stands_for_what_is_dark_in_the_code():
    rows = [[], []]
    for line in qr_paper(RECOVERY).splitlines():
        rows[0].append([int(one in "▀█") for one in line])
        rows[1].append([int(one in "▄█") for one in line])
    drawn = [row for pair in zip(*rows, strict=True) for row in pair]
    code = segno.make_qr("".join(bare()), error="m")
    wanted = [list(row) for row in code.matrix_iter(border=4)]
    assert [*wanted, [0] * len(wanted)] == drawn
