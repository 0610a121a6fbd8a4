"""A policy answers for its levels and practices, also where it has nothing to say."""

import pytest

from groundrules.terms.levels import Level
from groundrules.terms.policy import PRACTICES, Evidence, LevelRuling, Policy, Ruling, Status
from groundrules.terms.rights import FREE, SEALED, Publish, Pursue

SILENT = Policy("silent", "Silent", "1")

SPEAKING = Policy(
    "speaking",
    "Speaking",
    "1",
    evidence={"speaking/book": Evidence("The book", "the shelf")},
    levels={
        Level.OFF_THE_RECORD: LevelRuling(
            "Not for print.", {"pursue": Ruling(Pursue.YES, "speaking")}
        ),
        Level.ON_THE_RECORD: LevelRuling("Free.", {"publish": Ruling(Publish.YES, "speaking")}),
    },
    practices={
        "min_anonymous_sources": Ruling(2, "speaking"),
        "banned_reasons": Ruling(("not allowed to speak",), "speaking"),
        "quote_approval": Ruling("forbidden", "speaking", "book", Status.VERIFIED),
        "embargo_needs_acceptance": Ruling(value=True, policy="speaking"),
    },
)


@pytest.mark.parametrize("level", [Level.ON_THE_RECORD, Level.PLAIN_WORDS])
def test_some_levels_are_free_under_any_policy(level: Level) -> None:
    assert FREE == SILENT.rights(level) == SPEAKING.rights(level)


def test_a_level_without_a_ruling_is_sealed() -> None:
    assert SEALED == SILENT.rights(Level.BACKGROUND)


def test_an_axis_without_a_ruling_is_withheld() -> None:
    assert SEALED.changed({"pursue": Pursue.YES}) == SPEAKING.rights(Level.OFF_THE_RECORD)


def test_a_practice_is_read_by_its_kind() -> None:
    assert SPEAKING.number("min_anonymous_sources") == 2
    assert SPEAKING.phrases("banned_reasons") == ("not allowed to speak",)
    assert SPEAKING.word("quote_approval") == "forbidden"


@pytest.mark.parametrize("practice", PRACTICES)
def test_a_practice_without_a_ruling_asks_for_nothing(practice: str) -> None:
    asked = (SILENT.number(practice), SILENT.phrases(practice), SILENT.word(practice))

    assert (0, (), "") == asked


def test_a_practice_of_another_kind_asks_for_nothing() -> None:
    assert SPEAKING.number("embargo_needs_acceptance") == 0
    assert SPEAKING.number("quote_approval") == 0
    assert SPEAKING.phrases("quote_approval") == ()
    assert SPEAKING.word("banned_reasons") == ""


def test_evidence_is_found_for_the_ruling_that_rests_on_it() -> None:
    resting, floating = (
        SPEAKING.practices[name] for name in ("quote_approval", "min_anonymous_sources")
    )

    assert Evidence("The book", "the shelf") == SPEAKING.evidence_for(resting)
    assert SPEAKING.evidence_for(floating) is None
