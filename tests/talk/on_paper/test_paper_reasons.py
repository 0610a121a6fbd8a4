from __future__ import annotations

import pytest

from builders import recorded
from groundrules.record.timeline import fold
from groundrules.talk.on_paper.promises import promises_to
from groundrules.talk.on_paper.reasons import Reason, reasons
from groundrules.terms.levels import Level
from groundrules.terms.policy import LevelRuling, Policy, Ruling
from groundrules.terms.rights import Publish, Quote
from talks import HOUSE

BACKGROUND = LevelRuling(
    "on background",
    {
        "publish": Ruling(Publish.YES, "house"),
        "quote": Ruling(Quote.PARAPHRASE, "default"),
    },
)
SPARSE = Policy("house", "House", "1", levels={Level.BACKGROUND: BACKGROUND})


def why(talk: str, policy: Policy = HOUSE, which: int = -1) -> dict[str, Reason]:
    timeline = fold(recorded(talk), policy)
    return reasons(promises_to(timeline, "S1").agreements[which], timeline)


def agreed(asked: str, defined: str = "", *, confirmed: bool = True) -> str:
    definition = f"  > define {defined}\n" if defined else ""
    answer = "S1: Yes.\n" + "  > agree\n" * confirmed if defined else ""
    reporter = "" if defined and confirmed else "  > agree\n"
    return f"S1: Please.\n  > ask {asked}\nAR: Yes.\n{definition}{reporter}{answer}S1: It burns.\n"


def test_what_was_defined_and_accepted_both_said() -> None:
    found = why(agreed("off-the-record", "publish=no pursue=yes"))

    assert {"publish", "pursue"} == {axis for axis, one in found.items() if one is Reason.SAID}
    assert {Reason.SAID, Reason.POLICY} == set(found.values())


def test_what_only_one_side_defined_is_that_sides_or_the_stricter_of_both() -> None:
    found = why(agreed("off-the-record", "repeat=nobody publish=yes", confirmed=False))

    assert (Reason.ONE_SIDE, Reason.STRICTEST, Reason.POLICY) == (
        found["repeat"],
        found["publish"],
        found["quote"],
    )


def test_a_policy_its_model_and_silence_are_told_apart() -> None:
    found = why(agreed("background"), SPARSE)

    assert (Reason.POLICY, Reason.INHERITED, Reason.SILENT) == (
        found["publish"],
        found["quote"],
        found["attribute"],
    )
    assert {Reason.SILENT} == set(why(agreed("off-the-record"), SPARSE).values())


def test_plain_words_limit_what_they_name_and_nothing_else() -> None:
    found = why(agreed("attribute=none"))

    assert Reason.SAID is found.pop("attribute")
    assert {Reason.FREE} == set(found.values())


@pytest.mark.parametrize("first", ["attribute=none", "background"])
def test_what_was_agreed_before_goes_on_where_no_level_is_named(first: str) -> None:
    found = why(agreed(first) + agreed("quote=no"), which=-1)

    assert Reason.SAID is found["quote"]
    assert (Reason.EARLIER if first == "attribute=none" else Reason.POLICY) is found["attribute"]


def test_an_earlier_right_that_the_policy_would_not_give_goes_on() -> None:
    talk = agreed("background attribute=none") + agreed("background quote=no") + agreed("pursue=no")
    found = why(agreed("background attribute=none") + agreed("quote=no"))

    assert Reason.EARLIER is found["attribute"]
    assert Reason.POLICY is why(talk)["attribute"]
    sparse = why(agreed("background attendance=open") + agreed("quote=no"), SPARSE)
    assert (Reason.EARLIER, Reason.SILENT) == (sparse["attendance"], sparse["repeat"])
