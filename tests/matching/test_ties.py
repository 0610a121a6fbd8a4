"""Several statements behind one passage: which are kept."""

from __future__ import annotations

from groundrules.draft.quotation import find_quotations
from groundrules.evidence.case import Reuse
from groundrules.matching import find_matches
from groundrules.record.transcript import Place, Statement
from invented_talk import draft, statements, talk

LEASE = "Nobody on the board asked why the bids were opened twice."


def found_in(text: str, said: list[Statement]):
    story = draft(text)
    return find_matches(story, find_quotations(story), said).matches


def ids(matches) -> list[str]:
    return sorted(match.statement for match in matches)


def test_the_same_words_said_twice_are_both_kept():
    said = statements([LEASE, *talk(50), LEASE])

    assert ["harbor#1", "harbor#52"] == ids(found_in(f"“{LEASE}”", said))


def test_the_same_words_said_twice_with_other_words_about_them_are_both_kept():
    said = statements([f"Look. {LEASE} Not one.", *talk(50), f"I told you: {LEASE}"])

    assert ["harbor#1", "harbor#52"] == ids(found_in(f"“{LEASE}”", said))


def test_a_filler_makes_nobodys_words_another_persons():
    said = statements([LEASE, *talk(50), LEASE.replace("asked", "asked, um,")])

    found = found_in(f"“{LEASE}”", said)

    assert ["harbor#1", "harbor#52"] == ids(found)
    assert {Reuse.VERBATIM, Reuse.TRIMMED} == {match.reuse for match in found}


def test_the_same_words_twice_in_one_statement_are_one_match():
    (match,) = found_in(f"“{LEASE}”", statements([f"{LEASE} I say it again. {LEASE}"]))

    assert "harbor#1" == match.statement


def test_a_longer_passage_beats_a_part_of_it():
    said = statements([LEASE, "They wondered why the bids were opened.", *talk(50)])

    assert ["harbor#1"] == ids(found_in(f"“{LEASE}”", said))


def test_a_closer_passage_beats_an_edited_one():
    said = statements([LEASE, LEASE.replace("board", "panel"), *talk(50)])

    assert ["harbor#1"] == ids(found_in(f"“{LEASE}”", said))


def test_two_that_explain_different_words_are_both_kept():
    first = "The engineers warned us that the levee would fail before the ferry docked."
    second = "The levee would fail before the ferry docked, and six boats would sink with it."
    text = (
        "The engineers warned us that the levee would fail before the ferry docked, and six boats"
        " would sink with it."
    )

    found = found_in(text, statements([first, second, *talk(50)]))

    assert ["harbor#1", "harbor#2"] == ids(found)
    assert found[0].span.overlaps(found[1].span)


def test_a_quotation_that_goes_on_in_the_next_turn_is_two_matches():
    said = [
        Statement("talk#4", "talk", Place(4), "S1", "Well, we paid for the gate"),
        Statement("talk#5", "talk", Place(5), "AR", "Mm-hm."),
        Statement("talk#6", "talk", Place(6), "S1", "and it never opened, did it?"),
        *statements(talk(3000)),
    ]

    found = found_in("“We paid for the gate and it never opened,” she said.", said)

    assert ["talk#4", "talk#6"] == ids(found)


def test_halves_of_different_talks_do_not_help_each_other():
    text = "They say that then we paid for it and nobody ever sailed again."
    halves = ("Then we paid for it.", "And nobody ever sailed.")
    near = [
        Statement(f"talk#{turn}", "talk", Place(turn), "S1", half)
        for turn, half in enumerate(halves, 1)
    ]
    apart = [one._replace(conversation=one.text[:5]) for one in near]
    others = statements(talk(3000))

    assert ["talk#1", "talk#2"] == ids(found_in(text, [*near, *others]))
    assert [] == ids(found_in(text, [*apart, *others]))


def test_parts_of_one_turn_are_neighbours():
    said = [
        Statement("talk#4.1", "talk", Place(4, 1), "S1", "Then we paid for the gate"),
        Statement("talk#4.2", "talk", Place(4, 2), "S1", "and it never opened, you see."),
        *statements(talk(3000)),
    ]

    found = found_in("They say “we paid for the gate and it never opened” there.", said)

    assert ["talk#4.1", "talk#4.2"] == ids(found)
