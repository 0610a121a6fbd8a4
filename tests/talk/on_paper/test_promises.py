from __future__ import annotations

from hypothesis import given

from builders import recorded
from groundrules.record.facts import Turns
from groundrules.record.standing import Basis, Doubt
from groundrules.record.timeline import Timeline, fold
from groundrules.talk.on_paper.promises import promises_of, promises_to, runs, unsettled
from groundrules.terms.levels import Level
from talks import HOUSE, conversations

HARBOR = """\
S1: It is a long story.
S1: Off the record?
  > ask off-the-record
AR: I can't print it, but I may take it to others. All right?
  > define publish=no pursue=yes
S1: Yes.
  > agree
S1: The bank pulled out.
AR: Back on the record?
  > return
S1: Fine.
  > return-accept
S1: We sign on Friday.
"""


def folded(talk: str, **more: str) -> Timeline:
    return fold(recorded(talk, **more), HOUSE)


def test_an_agreement_has_the_words_that_stand_on_it() -> None:
    (promises,) = promises_of(folded(HARBOR))
    (agreement,) = promises.agreements

    assert ("S1",) == promises.protects == agreement.protects
    assert Level.OFF_THE_RECORD is agreement.terms.level
    assert ("harbor!1", "harbor!2", "harbor!3") == agreement.facts
    assert (Turns(4, 6),) == runs(agreement.kept)
    assert not agreement.lasts
    assert () == agreement.open
    assert ((), (), (), ()) == promises[2:]


def test_nothing_agreed_is_nothing_promised() -> None:
    timeline = folded("S1: Off the record?\n  > ask off-the-record\nAR: Tell me.\nS1: It burns.\n")

    assert () == promises_of(timeline)
    assert (Turns(2, 3),) == runs(unsettled(timeline))
    assert () == promises_of(folded("S1: We sign on Friday.\n"))
    assert () == promises_of(folded("AR: Hello?\n", parties="AR: reporter, Ana Ruiz"))


def test_what_was_agreed_last_lasts_even_where_no_words_stand_on_it() -> None:
    timeline = folded("S1:\n  > ask background\nAR:\n  > agree\n")
    (agreement,) = promises_to(timeline, "S1").agreements

    assert agreement.lasts
    assert () == agreement.standings
    assert [Doubt.UNDEFINED] == [point.doubt for point in agreement.open]


def test_a_reporters_words_alone_protect_whoever_the_agreement_was_with() -> None:
    timeline = folded("""\
        S1:
          > ask off-the-record
        AR: Agreed.
          > agree
        S1:
          > return
        AR:
          > return-accept
        """)
    (promises,) = promises_of(timeline)

    assert ("S1",) == promises.protects
    assert (Turns(2, 2),) == runs(promises.agreements[0].standings)


def test_a_release_frees_words_and_not_the_agreement() -> None:
    timeline = folded(
        HARBOR + "\nafterwards:\n  2026-11-06T09:10-05:00 S1 > release background turns=5\n"
    )
    (promises,) = promises_of(timeline)
    (agreement,) = promises.agreements

    assert (Turns(4, 6),) == runs(agreement.standings)
    assert (Turns(4, 4), Turns(6, 6)) == runs(agreement.kept)
    assert [(5, Level.BACKGROUND)] == [
        (one.statement.place.turn, one.terms.level) for one in promises.released
    ]


def test_an_agreement_all_of_whose_words_are_released_is_no_longer_in_force() -> None:
    timeline = folded(
        """\
        S1: Off the record?
          > ask off-the-record
        AR:
          > agree
        S1: The bank pulled out.
        AR:
          > return
        S1:
          > return-accept

        afterwards:
          2026-11-06T09:10-05:00 S1 > release on-the-record turns=3
        """
    )

    assert () == promises_of(timeline)


def test_what_was_asked_too_late_and_what_was_granted_is_told() -> None:
    timeline = folded(
        HARBOR
        + '  > retroactive off-the-record turns=1\nAR: I won\'t use it.\n  > grace turns=1 "new"\n'
    )
    (promises,) = promises_of(timeline)

    assert ((Turns(1, 1),), (Turns(1, 1),)) == (runs(promises.late), runs(promises.graced))


def test_those_who_were_promised_the_same_at_once_are_together() -> None:
    timeline = folded("""\
        S1: All of this is on deep background.
          > announce deep-background
        AR:
          > stay
        S2: It burns.
        """)
    (promises,) = promises_of(timeline)

    assert ("S1", "S2") == promises.protects
    assert [("S2",)] == [promises_to(timeline, "S2").protects]


def test_those_who_said_yes_each_for_himself_are_apart() -> None:
    timeline = folded("""\
        AR: Both of you are on background, as officials. All right?
          > offer background description="an official"
        S1: Yes.
          > agree
        S2: Yes.
          > agree
        S2: But for me, off the record.
          > ask off-the-record
        AR: Agreed.
          > agree to=S2
        S2: It burns.
        S1: It does not.
        """)
    apart = promises_of(timeline)

    assert [("S1",), ("S2",)] == [one.protects for one in apart]
    assert [1, 2] == [len(one.agreements) for one in apart]
    assert [("S1",), ("S2",), ("S2",)] == [
        agreement.protects for promises in apart for agreement in promises.agreements
    ]
    assert apart[1] == promises_to(timeline, "S2")


def test_words_of_nobody_in_particular_are_open_to_all_who_are_meant() -> None:
    timeline = folded("S1: Background?\n  > ask background\nAR: Yes.\n  > agree\n?: It burns.\n")
    (promises,) = promises_of(timeline)

    assert (Turns(3, 3),) == runs(promises.unsettled)


def test_an_embargo_that_was_lifted_stays_one_agreement() -> None:
    timeline = folded("""\
        S1: On background, and not before the vote.
          > ask background embargo="the vote"
        AR: Agreed.
          > agree
        S1: It will fail.

        afterwards:
          2026-11-05T18:02-05:00 S1 > lift "the vote"
        """)
    (promises,) = promises_of(timeline)
    (agreement,) = promises.agreements

    assert frozenset() == agreement.terms.conditions.embargoes
    assert ("harbor!1", "harbor!2") == agreement.facts


def test_negotiators_protect_each_other() -> None:
    sides = "N1: negotiator, Ines Vogel\nN2: negotiator, Paul Adeyemi"
    timeline = folded(
        "N1: An aside?\n  > ask off-the-record\nN2: Yes.\n  > agree\nN1: We could give way.\n",
        parties=sides,
    )
    (promises,) = promises_of(timeline)

    assert ("N1", "N2") == promises.protects


@given(conversations())
def test_every_restricted_word_that_was_agreed_upon_is_in_somebodys_promise(
    conversation: object,
) -> None:
    timeline = fold(conversation, HOUSE)  # type: ignore[arg-type]
    told = {
        standing.statement.id
        for promises in promises_of(timeline)
        for agreement in promises.agreements
        for standing in agreement.standings
    }

    for standing in timeline.standings:
        promised = standing.basis in (Basis.AGREED, Basis.IMPLIED) and standing.is_restricted
        assert not promised or standing.statement.id in told
