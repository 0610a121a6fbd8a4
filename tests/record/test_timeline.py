"""The timeline by example: talks in the notation, and the status of every turn."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from groundrules.record.notation import parse
from groundrules.record.standing import Basis, Doubt
from groundrules.record.timeline import fold
from groundrules.record.transcript import Turn
from groundrules.terms.conditions import Embargo
from talks import HOUSE, STRICT

HEAD = """\
conversation: talk
date: 2026-11-03T14:00+00:00
parties:
  AR: reporter, Ana Ruiz
  BR: reporter, Ben Roth
  S1: source, Dana Whitfield, "a person briefed on the talks"
  S2: source, Lee Okafor
  MO: moderator
"""

OFF, BACKGROUND, DEEP, OPEN, ON = (
    "off-the-record",
    "background",
    "deep-background",
    "open",
    "on-the-record",
)


def told(talk: str, policy=HOUSE, head: str = HEAD):
    return fold(parse(head + talk), policy)


def statuses(talk: str, policy=HOUSE, head: str = HEAD) -> list[str]:
    return [turn.status for turn in told(talk, policy, head).turns()]


def doubts(standing) -> list[Doubt]:
    return [point.doubt for point in standing.open]


TALKS = {
    "an ask, a definition put as a question, a yes, and a return": (
        """
S1: Can we go off the record?
  > ask off-the-record to=AR
AR: To me that means I may take it elsewhere. All right?
  > define pursue=yes
S1: Yes.
  > agree
S1: The deal was dead.
AR: Back on the record?
  > return
S1: Fine.
  > return-accept
S1: Ask me another.
""",
        [ON, OPEN, OFF, OFF, OFF, ON, ON],
    ),
    "an ask that nobody answers": (
        "S1: Off the record?\n  > ask off-the-record\nS1: It is dead.\nAR: I see.\n",
        [ON, OPEN, OPEN],
    ),
    "an assertion with its disclosure in one breath": (
        "S1: Off the record, it is dead.\n  > assert off-the-record\nAR: Why?\n",
        [OPEN, OPEN],
    ),
    "a request and a disclosure in one turn": (
        "S1: Off the record?\n  > ask off-the-record to=AR\n  It is dead.\nAR: Sure.\n  > agree\n",
        [OPEN, OFF],
    ),
    "a reporter who declines, and the talk that goes on as before": (
        """
S1: Off the record?
  > ask off-the-record to=AR
AR: No.
  > decline
S1: Then I say only this.
""",
        [ON, ON, ON],
    ),
    "a source who starts to talk instead of saying yes to the definition": (
        """
S1: Off the record?
  > ask off-the-record to=AR
AR: That means I cannot print it. All right?
  > define publish=no
S1: So, the deal.
AR: Was that a yes?
S1: Yes.
  > agree
""",
        [ON, OPEN, OPEN, OPEN, OFF],
    ),
    "limited terms are widened when both say so": (
        """
S1: Is the harbor off the record?
  > ask off-the-record scope="the harbor" to=AR
AR: Yes.
  > agree
S1: The rest, too?
  > ask off-the-record to=AR
AR: Yes.
  > agree
S1: And now the budget.
  > topic "the budget"
""",
        [ON, OFF, OFF, OFF, OFF],
    ),
    "a counter-offer replaces the ask": (
        """
S1: Off the record?
  > ask off-the-record to=AR
AR: On background.
  > counter background
S1: All right.
  > agree
S1: It is dead.
""",
        [ON, OPEN, BACKGROUND, BACKGROUND],
    ),
    "a counter with the record is a refusal by the reporter": (
        "S1: Off?\n  > ask off-the-record to=AR\nAR: Let us stay on.\n  > counter on-the-record\n",
        [ON, ON],
    ),
    "a counter with the record is a withdrawal by the source": (
        """
AR: On background?
  > offer background to=S1
S1: No need, this is on the record.
  > counter on-the-record
""",
        [ON, ON],
    ),
    "a counter before anything was put is an offer": (
        "AR: Only on background.\n  > counter background to=S1\nS1: It is dead.\n",
        [ON, OPEN],
    ),
    "an offer by the reporter waits as an ask does": (
        """
AR: We can do this on background.
  > offer background to=S1
S1: Hm.
S1: Yes, on background.
  > agree
""",
        [ON, OPEN, BACKGROUND],
    ),
    "a source withdraws her own ask": (
        "S1: Off?\n  > ask off-the-record\nS1: Forget it.\n  > return\nS1: On the record.\n",
        [ON, ON, ON],
    ),
    "a reporter withdraws his own offer": (
        "AR: Background?\n  > offer background to=S1\nAR: Never mind.\n  > decline\nS1: So.\n",
        [ON, ON, ON],
    ),
    "a return that the source refuses": (
        """
S1: Off?
  > ask off-the-record to=AR
AR: Yes.
  > agree
AR: Back on?
  > return
S1: No.
  > decline
S1: Not yet.
  > return-accept
""",
        [ON, OFF, OFF, OFF, OFF],
    ),
    "a return that the source goes along with by saying yes": (
        """
S1: Off?
  > ask off-the-record to=AR
AR: Yes.
  > agree
AR: Back on?
  > offer on-the-record
S1: Yes.
  > agree
""",
        [ON, OFF, OFF, ON],
    ),
    "two sources of whom one agrees": (
        """
AR: May we do this on background?
  > offer background to=S1,S2
S1: Yes.
  > agree
S2: I would rather not.
  > decline
S1: It is dead.
S2: It is not.
AR: Who is right?
""",
        [ON, BACKGROUND, ON, BACKGROUND, ON, ON],
    ),
    "two reporters of whom one refuses and stays": (
        """
S1: Off the record, both of you?
  > ask off-the-record
AR: Yes.
  > agree
BR: No.
  > decline
S1: Still.
BR: I am leaving.
  > leave
S1: It is dead.
""",
        [ON, OPEN, OPEN, OPEN, OFF, OFF],
    ),
    "a reporter who changes his mind": (
        """
S1: Off the record, both of you?
  > ask off-the-record
AR: Yes.
  > agree
BR: No.
  > decline
BR: All right, yes.
  > agree
""",
        [ON, OPEN, OPEN, OFF],
    ),
    "the only reporter who was asked leaves": (
        "S1: Off?\n  > ask off-the-record to=AR\nAR: I must go.\n  > leave\nS1: Well.\n",
        [ON, ON, ON],
    ),
    "one of two leaves before the other has answered": (
        """
S1: Off?
  > ask off-the-record
BR: I must go.
  > leave
S1: Well.
AR: Yes.
  > agree
""",
        [ON, OPEN, OPEN, OFF],
    ),
    "a host announces, and the listeners stay": (
        """
MO: This is on background.
  > announce background description="an official"
S1: It is dead.
AR: Thank you.
  > stay
BR: A question.
  > stay
S1: Ask.
""",
        [ON, OPEN, OPEN, BACKGROUND, BACKGROUND],
    ),
    "staying agrees nothing that was only asked": (
        "S1: Off?\n  > ask off-the-record\nAR: Go on.\n  > stay\nS1: So.\n",
        [ON, OPEN, OPEN],
    ),
    "an announcement by a reporter is an offer": (
        "AR: All background.\n  > announce background to=S1\nS1: Fine.\n  > agree\n",
        [ON, BACKGROUND],
    ),
    "a moderator answers an offer for the hosts, and asks for the return": (
        """
AR: On background?
  > offer background to=S1
MO: Yes, for all of us.
  > agree
S1: It is dead.
MO: Back on the record.
  > return
S1: Right.
  > return-accept
""",
        [ON, ON, BACKGROUND, ON, ON],
    ),
    "a hint changes nothing": (
        "S1: Between us.\n  > hint\nS1: It is dead.\n",
        [ON, ON],
    ),
    "an answer that cannot be read": (
        """
S1: Off?
  > ask off-the-record to=AR
AR: [inaudible]
  > unclear
S1: So.
AR: Yes, off the record.
  > agree
""",
        [ON, OPEN, OPEN, OFF],
    ),
    "something unclear where nothing was put": (
        "S1: [inaudible] record.\n  > unclear\nS1: So.\nS1: On the record.\n  > return\n",
        [OPEN, OPEN, ON],
    ),
    "terms for one topic": (
        """
S1: About the harbor, off the record?
  > ask off-the-record to=AR scope="the harbor"
AR: Yes.
  > agree
  > topic "the harbor"
S1: It is dead.
AR: And the budget?
  > topic "the budget"
S1: It stands.
AR: And the harbor again?
  > topic "the harbor"
S1: Still dead.
""",
        [ON, OFF, OFF, ON, ON, OFF, OFF],
    ),
    "terms until a time of the recording": (
        """
[00:00:01] S1: Until the tenth second, off?
  > ask off-the-record to=AR until=00:00:10
[00:00:02] AR: Yes.
  > agree
[00:00:09] S1: It is dead.
[00:00:10] S1: It lives.
S1: Who knows when this was said.
""",
        [ON, OFF, OFF, ON, OFF],
    ),
    "plain words": (
        """
S1: As long as you do not use my name.
  > ask plain-words attribute=description to=AR
AR: I won't.
  > agree
S1: And none of this in print.
  > ask publish=no to=AR
AR: All right.
  > agree
""",
        [ON, "not-for-attribution", "not-for-attribution", OFF],
    ),
    "plain words that withhold nothing but a form": (
        "S1: No quotes.\n  > ask quote=paraphrase to=AR\nAR: Sure.\n  > agree\n",
        [ON, ON],
    ),
    "a reminder of what is in force is no new ask": (
        """
S1: Off?
  > ask off-the-record to=AR
AR: Yes.
  > agree
S1: This is off the record.
  > assert off-the-record
S1: It is dead.
""",
        [ON, OFF, OFF, OFF],
    ),
    "asking twice does not make the words between the two free": (
        """
S1: Off?
  > ask off-the-record
S1: It is dead.
S1: Off the record, yes?
  > ask off-the-record
""",
        [ON, OPEN, OPEN],
    ),
    "words of somebody who cannot be told": (
        "?: Off?\n  > ask off-the-record\nS1: It is dead.\n",
        [OPEN, ON],
    ),
}


@pytest.mark.parametrize("name", TALKS)
def test_the_status_of_every_turn(name):
    talk, expected = TALKS[name]

    assert expected == statuses(talk)


def test_a_talk_without_reporters_binds_everybody_who_stays():
    head = "conversation: meeting\nparties:\n  MO: moderator\n  P1: other\n  P2: other\n"
    talk = """
MO: The Chatham House Rule.
  > announce chatham-house
P1: Mm.
  > stay
P2: Mm.
  > stay
P1: It is dead.
"""

    assert [ON, OPEN, "chatham-house", "chatham-house"] == statuses(talk, head=head)


def test_a_level_agreed_by_name_stands_under_the_policy_and_is_undefined():
    talk = "S1: Off?\n  > ask off-the-record to=AR\nAR: Yes.\n  > agree\nS1: It is dead.\n"

    by_house = told(talk).standings[-1]
    by_strict = told(talk, STRICT).standings[-1]

    assert [Doubt.UNDEFINED] == doubts(by_house)
    assert by_house.terms.rights.pursue == "yes"
    assert by_strict.terms.rights.pursue == "no"


def test_a_definition_by_one_side_binds_to_the_strictest_until_the_other_says_yes():
    talk = """
S1: Off?
  > ask off-the-record to=AR
AR: It means I may quote you. Agreed.
  > define quote=verbatim pursue=no
  > agree
S1: It is dead.
"""
    one_sided = told(talk).standings[-1]
    confirmed = told(talk + "S1: Yes, that.\n  > agree\nS1: Dead.\n").standings[-1]
    by_definer = told(talk + "AR: Yes, that.\n  > agree\nS1: Dead.\n").standings[-1]

    assert [Doubt.UNCONFIRMED_DEFINITION] == doubts(one_sided)
    assert one_sided.terms.rights.quote == "no"
    assert one_sided.terms.rights.pursue == "no"
    assert doubts(confirmed) == []
    assert confirmed.terms.rights.quote == "verbatim"
    assert one_sided.terms == by_definer.terms


def test_a_definition_that_waits_for_two_is_not_settled_by_the_one_who_gave_it():
    talk = """
S1: Off?
  > ask off-the-record
AR: It means you see the quotes. Agreed.
  > define pursue=no
  > agree
S1: It is dead.
"""

    assert statuses(talk)[-1] == OPEN


def test_defining_without_terms_changes_nothing_unless_it_names_a_level():
    nothing = told("AR: It means no quotes.\n  > define quote=no\nS1: So.\n")
    named = told("AR: Background means no name.\n  > define background\nS1: So.\n")
    own = told(
        "S1: Off?\n  > ask off-the-record to=AR\n  > define pursue=no\nAR: Yes.\n  > agree\n"
    )

    assert ["there were no terms to define"] == [one.why for one in nothing.ineffective]
    assert named.standings[-1].is_open
    assert own.standings[-1].terms.rights.pursue == "no"
    assert own.standings[-1].open == ()


def test_terms_in_force_can_be_defined_later():
    talk = """
S1: Off?
  > ask off-the-record to=AR
AR: Yes.
  > agree
AR: To be clear, I may not take it elsewhere?
  > define pursue=no to=S1
S1: Right.
  > agree
"""

    last = told(talk).standings[-1]

    assert last.terms.rights.pursue == "no"
    assert last.open == ()


def test_a_level_can_be_defined_later_as_the_policy_has_it():
    timeline = told(
        """
S1: Off the record?
  > ask off-the-record to=AR
AR: Yes.
  > agree
AR: That means I do not publish it. All right?
  > define publish=no
S1: Yes.
  > agree
S1: The deal is dead.
"""
    )

    assert [Doubt.UNDEFINED] == doubts(timeline.standings[1])
    assert [] == doubts(timeline.standings[-1])
    assert () == timeline.ineffective


def test_a_description_that_was_agreed_wins_over_the_usual_one():
    talk = """
S1: Background, as an official.
  > ask background description="an official" to=AR
AR: Yes.
  > agree
S2: Background.
  > ask background to=AR
AR: Yes.
  > agree
S2: It is dead.
"""
    timeline = told(talk)
    usual = told("S1: Background.\n  > ask background to=AR\nAR: Yes.\n  > agree\nS1: So.\n")

    assert timeline.standings[1].terms.conditions.descriptions == {"an official"}
    assert Doubt.NO_DESCRIPTION in doubts(timeline.standings[-1])
    assert usual.standings[-1].terms.conditions.descriptions == {"a person briefed on the talks"}


def test_an_embargo_outlives_a_return():
    talk = """
MO: On background, embargoed until the vote.
  > announce background embargo="the vote"
AR: Yes.
  > agree
BR: Yes.
  > agree
S1: On the record now.
  > return
S1: It is dead.
"""

    last = told(talk).standings[-1]

    assert last.status == ON
    assert last.terms.conditions.embargoes == {Embargo(event="the vote")}
    assert last.is_restricted


def test_an_unclear_word_about_terms_is_read_as_off_the_record():
    standing = told("S1: [inaudible] record.\n  > unclear\n").standings[0]

    assert [Doubt.UNCLEAR] == doubts(standing)
    assert standing.terms.rights.publish == "no"


def test_refused_by_some_is_named():
    talk = """
S1: Off?
  > ask off-the-record
AR: Yes.
  > agree
BR: No.
  > decline
S1: It is dead.
"""

    assert [Doubt.REFUSED_BY_SOME] == doubts(told(talk).standings[-1])


@pytest.mark.parametrize(
    ("talk", "why"),
    [
        ("AR: Yes.\n  > agree\n", "nothing awaited this party's answer"),
        ("S1: On the record.\n  > return\n", "the talk was on the record already"),
        (
            "S1: Yes.\n  > return-accept\n",
            "nobody had asked this party to go back on the record",
        ),
        (
            "S1: Off?\n  > ask off-the-record\nS1: Yes.\n  > agree\n",
            "nothing awaited this party's answer",
        ),
        (
            "S1: Between us.\n  > hint\n",
            "a hint asks for nothing, so there was nothing to agree to",
        ),
        ("?: Yes.\n  > agree\n", "it cannot be told who said it"),
        ("?: Do not use it.\n  > retroactive turns=1\n", "it cannot be told who did it"),
        (
            "S1: It is dead.\nAR: I release it.\n  > release on-the-record turns=1\n",
            "a release is the source's to give",
        ),
        (
            'S1: It is dead.\n  > grace turns=1 "kindness"\n',
            "only somebody whom promises bind can grant a grace",
        ),
        (
            "S1: It is dead.\nAR: Fine.\n  > approve turns=1\n",
            "an approval is the source's to give",
        ),
        ("AR: Lifted.\n  > lift\n", "an embargo is lifted by those who set it"),
        (
            "AR: Not to be used?\n  > retroactive turns=1\n",
            "only somebody whose words are meant can ask for them back",
        ),
        (
            "S1: It is dead.\n  > release background turns=1\n",
            "it is about no statement that it could change",
        ),
    ],
)
def test_a_fact_that_changes_nothing_is_kept_with_the_reason(talk, why):
    timeline = told(talk)

    assert why in [one.why for one in timeline.ineffective]
    assert timeline.fact(timeline.ineffective[-1].fact) in timeline.conversation.facts


AGREED = """
S1: Off?
  > ask off-the-record to=AR
AR: Yes.
  > agree
S1: It is dead.
S1: Quite dead.
"""


def test_a_release_frees_the_statements_it_names_and_no_others():
    timeline = told(AGREED + "afterwards:\n  2026-11-05T09:00Z S1 > release background turns=3\n")

    third, fourth = timeline.standings[2], timeline.standings[3]
    assert (BACKGROUND, Basis.RELEASED) == (third.status, third.basis)
    assert third.spoken.level == OFF
    assert third.open == ()
    assert timeline.fact(third.facts[-1]).kind == "release"
    assert (OFF, None) == (fourth.status, fourth.spoken)


def test_a_second_release_keeps_how_the_words_were_spoken():
    later = (
        "afterwards:\n  2026-11-05T09:00Z S1 > release background turns=3\n"
        "  2026-11-06T09:00Z S1 > release on-the-record turns=3\n"
    )

    released = told(AGREED + later).standings[2]

    assert (ON, OFF) == (released.status, released.spoken.level)


def test_a_release_in_the_talk_reaches_only_words_spoken_before():
    timeline = told(AGREED + "S1: Use all of it.\n  > release on-the-record turns=3-5\nS1: So.\n")

    assert [ON, OFF, ON, ON, ON, OFF] == [one.status for one in timeline.standings]


def test_a_release_settles_what_was_open():
    talk = "S1: Off?\n  > ask off-the-record\nS1: It is dead.\n"
    later = "afterwards:\n  2026-11-05T09:00Z S1 > release on-the-record turns=2\n"

    assert told(talk + later).standings[1].status == ON


def test_requests_after_the_words_change_nothing_and_are_noted():
    talk = "S1: It is dead.\nS1: Do not use that.\n  > retroactive turns=1\n"
    later = "afterwards:\n  2026-11-05T09:00Z S1 > ask off-the-record\n"

    timeline = told(talk + later)

    assert [ON, ON] == [one.status for one in timeline.standings]
    assert [("talk!1", "talk!2"), ("talk!2",)] == [one.retroactive for one in timeline.standings]


def test_a_request_for_what_is_agreed_already_is_not_noted():
    late = "S1: None of it.\n  > retroactive off-the-record turns=3\n  > retroactive turns=4\n"

    assert all(one.retroactive == () for one in told(AGREED + late).standings)


def test_no_agreement_reaches_back():
    later = "afterwards:\n  2026-11-05T09:00Z AR > agree\n  2026-11-05T09:01Z AR > ask background\n"

    timeline = told("S1: It is dead.\n" + later)

    assert timeline.standings[0].status == ON
    assert 2 == len(timeline.ineffective)


def test_a_grace_is_noted_and_changes_no_terms():
    talk = 'S1: It is dead.\nS1: So.\nAR: I will leave it out.\n  > grace turns=1 "new to this"\n'

    first, second = told(talk).standings[:2]

    assert (ON, ("talk!1",)) == (first.status, first.graces)
    assert second.graces == ()


def test_an_approval_is_the_sources_for_her_own_words():
    talk = """
S1: Background, and I see the quotes.
  > ask background approval=yes to=AR
AR: Yes.
  > agree
S1: It is dead.
S2: And buried.
S1: Quote that.
  > approve turns=3-4
"""

    standings = told(talk).standings

    assert standings[2].terms.conditions.quote_approval
    assert [False, False, True, False, False] == [one.approved for one in standings]


EMBARGOED = """
MO: Embargoed until the vote.
  > announce embargo="the vote"
AR: Yes.
  > agree
BR: Yes.
  > agree
S1: It passed.
"""


def test_an_embargo_is_lifted_by_those_who_set_it():
    whole = told(EMBARGOED + "MO: It is lifted.\n  > lift\n").standings
    by_name = told(EMBARGOED + 'MO: It is lifted.\n  > lift "The Vote"\n').standings
    another = told(EMBARGOED + 'MO: It is lifted.\n  > lift "the strike"\n').standings

    assert whole[3].terms.conditions.embargoes == frozenset()
    assert whole[3].terms == by_name[3].terms
    assert another[3].terms.conditions.embargoes == {Embargo(event="the vote")}


def test_an_event_passes_when_the_record_says_so():
    as_of = datetime(2026, 11, 4, tzinfo=UTC)
    named = told(EMBARGOED + 'AR: There.\n  > happened "the vote" when=2026-11-03T15:00Z\n')
    in_talk = told(EMBARGOED + 'AR: There.\n  > happened "the vote"\n')
    day_only = told(
        EMBARGOED + 'AR: There.\n  > happened "the vote"\n',
        head=HEAD.replace("2026-11-03T14:00+00:00", "2026-11-03"),
    )
    undated = told(
        EMBARGOED + 'AR: There.\n  > happened "the vote"\n',
        head=HEAD.replace("date: 2026-11-03T14:00+00:00\n", ""),
    )
    another = told(EMBARGOED + 'AR: There.\n  > happened "the strike"\n')

    def embargo(timeline):
        (one,) = timeline.standings[3].terms.conditions.embargoes
        return one

    assert embargo(named).until == datetime(2026, 11, 3, 15, tzinfo=UTC)
    assert embargo(in_talk).is_over(as_of)
    assert embargo(day_only).until == datetime(2026, 11, 4, 12, tzinfo=UTC)
    assert not embargo(undated).is_over(as_of)
    assert not embargo(another).is_over(as_of)


def test_a_talk_of_reporters_alone_is_on_the_record():
    head = "conversation: desk\nparties:\n  AR: reporter\n"

    assert [ON, OPEN] == statuses("AR: So.\n?: Hm.\n", head=head)


def test_parts_have_ids_of_their_own():
    timeline = told("S1: On.\n  > hint\n  And on.\nAR: So.\n")

    assert ["talk#1.1", "talk#1.2", "talk#2"] == [one.statement.id for one in timeline.standings]
    assert timeline.conversation.statement_id(timeline.standings[1].statement.place) == "talk#1.2"
    assert [one.statement for one in timeline.standings] == list(timeline.conversation.statements())
    assert [turn.turn.text for turn in timeline.turns()] == ["On. And on.", "So."]


def test_a_nod_has_no_words_and_still_its_place():
    conversation = parse(HEAD + "S1: Off?\n  > ask off-the-record to=AR\nAR: Yes.\n  > agree\n")
    nod = Turn(3, "S1", ("",))
    more = conversation._replace(turns=(*conversation.turns, nod, Turn(4, "S1", ("So.",))))

    standings = fold(more, HOUSE).standings

    assert ["talk#1", "talk#2", "talk#4"] == [one.statement.id for one in standings]
    assert ["talk#1", "talk#2", "talk#4"] == [one.id for one in more.statements()]


def test_limited_terms_that_one_side_defined_end_with_their_topic():
    talk = """
S1: About the harbor, off?
  > ask off-the-record to=AR scope="the harbor"
AR: It means no quotes. Yes.
  > define quote=no
  > agree
S1: It is dead.
S1: And that is what I take it to mean.
  > agree
AR: The budget?
  > topic "the budget"
S1: It stands.
"""

    assert [ON, OFF, OFF, OFF, ON, ON] == statuses(talk)
