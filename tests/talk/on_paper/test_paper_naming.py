from __future__ import annotations

import pytest

from builders import recorded
from groundrules.readers.wordings import WordingShelf
from groundrules.record.timeline import fold
from groundrules.record.transcript import Party, Role
from groundrules.talk.on_paper.naming import Naming, agreed_words, is_institution
from groundrules.talk.on_paper.promises import promises_to
from groundrules.talk.on_paper.wording import wording_from
from talks import HOUSE

WORDING = wording_from(WordingShelf().load("agreements", "american"))
PARTIES = """\
AR: reporter, Ana Ruiz, of The Ledger Post
S1: source, Dana Whitfield, of Harbor Authority, of Port Union, aka Whit
WHITFIELD2: source, Lee Whitfield
BR: reporter
"""


def naming(*, names: bool = False) -> Naming:
    conversation = recorded("S1: It burns.\n", parties=PARTIES)
    return Naming(conversation, WORDING, names)


def shown(party: str, *, names: bool = False) -> str:
    one = naming(names=names)
    found = one.conversation.party(party)
    assert found
    return one.party(found)


@pytest.mark.parametrize(
    ("party", "unnamed", "named"),
    [
        ("AR", "Ana Ruiz", "Ana Ruiz, The Ledger Post"),
        ("BR", "the reporter (BR in the record)", "the reporter (BR in the record)"),
        (
            "S1",
            "the source (S1 in the record)",
            "Dana Whitfield, Harbor Authority and Port Union",
        ),
        ("WHITFIELD2", "the source", "Lee Whitfield"),
    ],
)
def test_a_source_is_named_only_where_that_was_asked_for(
    party: str, unnamed: str, named: str
) -> None:
    assert (unnamed, named) == (shown(party), shown(party, names=True))


def test_an_agreed_description_stands_for_the_name() -> None:
    talk = "S1: Yes.\n  > ask {}\nAR: Yes.\n  > agree\nS1: It burns.\n"
    described = recorded(talk.format('background description="an official"'))
    unattributed = recorded(talk.format('deep-background description="an official"'))
    found = []
    for conversation in (described, unattributed):
        agreements = promises_to(fold(conversation, HOUSE), "S1").agreements
        party = conversation.party("S1")
        assert party
        found.append(Naming(conversation, WORDING).party(party, agreements))
        assert "an official" in agreed_words(agreements)

    assert ["“an official” (S1 in the record)", "the source (S1 in the record)"] == found


def test_what_was_agreed_in_words_is_all_of_it() -> None:
    terms = 'background description="an official" embargo="the vote" tell="the board"'
    conversation = recorded(f"S1: Yes.\n  > ask {terms}\nAR: Yes.\n  > agree\nS1: It burns.\n")
    agreements = promises_to(fold(conversation, HOUSE), "S1").agreements

    assert ["an official", "the board", "the vote"] == list(agreed_words(agreements))


def test_a_role_has_an_id_only_where_several_play_it() -> None:
    assert ["the source (S1 in the record)", "the source", "somebody"] == [
        naming().role(party) for party in ("S1", "WHITFIELD2", "?")
    ]
    alone = Naming(recorded("S1: Hm.\n", parties="S1: source, Jo Marsh"), WORDING)
    assert "the source" == alone.role("S1")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("what whit said", True),
        ("DANA's papers", True),
        ("Ruiz’s notes", False),
        ("a whitish dress", False),
        ("Lee", True),
        ("Dána’s papers", True),
    ],
)
def test_a_text_tells_a_name_by_any_word_of_it(text: str, told: object) -> None:
    assert told is naming().tells(text)
    assert not naming(names=True).tells(text)


def test_a_short_name_tells_by_what_is_within_it() -> None:
    assert [True, False] == [naming().tells_within(one) for one in ("dwhitfield-2", "harbor-2026")]
    assert not naming(names=True).tells_within("dwhitfield-2")


@pytest.mark.parametrize(
    ("role", "affiliations", "expected"),
    [
        (Role.SPOKESPERSON, (), True),
        (Role.MODERATOR, (), True),
        (Role.NEGOTIATOR, ("Port Union",), True),
        (Role.NEGOTIATOR, (), False),
        (Role.SOURCE, ("Port Union",), False),
        (Role.OTHER, (), False),
    ],
)
def test_only_who_speaks_for_an_institution_can_sign_for_one(
    role: Role, affiliations: tuple[str, ...], expected: object
) -> None:
    assert expected is is_institution(Party("P", role, affiliations=affiliations))
