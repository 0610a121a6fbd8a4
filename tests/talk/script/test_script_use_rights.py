"""A promise in plain sentences: every axis is said, and no two promises sound alike."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from script_cases import ENGLISHES, Channel, requests, wording

from grades import HARDEST, grade
from groundrules.talk.script.request import Side
from groundrules.talk.script.use_rights import definition, meaning, read_back
from groundrules.terms.conditions import UNCONDITIONAL, Conditions, Embargo
from groundrules.terms.levels import Level
from groundrules.terms.promise import Terms
from groundrules.terms.rights import AXES, FREE, SEALED, Attribute, Publish, Quote, Rights

ONE_BREATH = 65
"""The most words of a sentence that is read back: some twenty seconds of speech."""

every_rights = st.builds(Rights, **{name: st.sampled_from(axis) for name, axis in AXES.items()})

OFF_AT_AP = FREE.changed(
    {
        "publish": Publish.NO,
        "quote": Quote.NO,
        "attribute": Attribute.NONE,
        "attendance": AXES["attendance"]("secret"),
        "repeat": AXES["repeat"]("need-to-know"),
        "contradict": AXES["contradict"]("no"),
    }
)


def test_a_source_says_what_off_the_record_is_to_mean() -> None:
    assert definition(OFF_AT_AP, UNCONDITIONAL, Side.SOURCE, wording()) == (
        "You may not publish any of what I tell you.",
        "You may not quote me. You may not put what I say in your own words, either.",
        (
            "You may not use my name or my job, and you may not say who I work for. You may not say"
            " that it comes from any source, not even an unnamed one."
        ),
        "You may not say that we talked, or who was there.",
        "You may ask other people about it and try to get it from them.",
        (
            "You may repeat what I told you only inside your newsroom, and only to people who need "
            "to know."
        ),
        (
            "If I or anyone else says something different in public, you may not use this to"
            " contradict it."
        ),
    )


def test_a_british_reporter_says_what_unattributable_is_to_mean() -> None:
    rights = FREE.changed({"attribute": Attribute.DESCRIPTION})
    conditions = Conditions(descriptions=frozenset({"an official in the region"}))

    assert definition(rights, conditions, Side.REPORTER, wording("british")) == (
        "I may print or broadcast what you tell me.",
        "I may quote you word for word.",
        "I will not name you. I may describe you only as ‘an official in the region’.",
        "I may say that we spoke, and who was present.",
        "I may put it to other people and try to get it from them.",
        "I may pass it on to anybody.",
        "If you or anybody else says otherwise in public, I may use this to contradict it.",
    )


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("english", ENGLISHES)
@given(rights=every_rights)
def test_no_axis_is_left_unsaid(english: str, side: Side, rights: Rights) -> None:
    said = definition(rights, UNCONDITIONAL, side, wording(english))

    assert said == tuple(
        meaning(axis, permission, side, wording(english))
        for axis, permission in rights.by_axis().items()
    )
    assert len(said) == len(AXES)


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("english", ENGLISHES)
@given(one=every_rights, other=every_rights)
def test_two_promises_never_sound_alike(
    english: str, side: Side, one: Rights, other: Rights
) -> None:
    words = wording(english)
    defined = [definition(rights, UNCONDITIONAL, side, words) for rights in (one, other)]
    read = [read_back(Terms(Level.BACKGROUND, rights), side, words) for rights in (one, other)]

    assert (one == other) == (defined[0] == defined[1])
    assert (one == other) == (read[0] == read[1])


@pytest.mark.parametrize("english", ENGLISHES)
@pytest.mark.parametrize(("side", "denial"), [(Side.SOURCE, " may not "), (Side.REPORTER, " not ")])
def test_what_is_forbidden_is_said_with_a_not_and_what_is_free_without(
    english: str, side: Side, denial: str
) -> None:
    words = wording(english)

    assert [one for one in definition(FREE, UNCONDITIONAL, side, words) if denial in one] == []
    assert [
        one for one in definition(SEALED, UNCONDITIONAL, side, words) if denial not in one
    ] == []


def test_every_condition_is_said_behind_the_rights() -> None:
    conditions = Conditions(
        descriptions=frozenset({"a clerk", "an aide"}),
        quote_approval=True,
        embargoes=frozenset(
            {
                Embargo(until=datetime(2026, 11, 5, 14, 0, tzinfo=timezone(timedelta(hours=-5)))),
                Embargo(until=datetime(2026, 11, 4, 9, 30, tzinfo=UTC)),
                Embargo(event="the vote"),
            }
        ),
        delete_by=date(2026, 12, 1),
        tell=frozenset({"my editor", "the lawyers"}),
    )

    assert definition(FREE, conditions, Side.SOURCE, wording())[2:3] == (
        "You may use my name. If you describe me, call me “a clerk” or “an aide”.",
    )
    assert definition(FREE, conditions, Side.SOURCE, wording())[len(AXES) :] == (
        "Before you use a quote from me, you must read it to me and get my yes.",
        "You may not publish it before 09:30 (UTC) on November 4, 2026.",
        "You may not publish it before 14:00 (UTC-05:00) on November 5, 2026.",
        "You may not publish it before this has happened: “the vote”.",
        "You must delete your notes and recordings by December 1, 2026.",
        "On your side, the only people who may be told are “my editor” and “the lawyers”.",
    )
    assert definition(FREE, conditions, Side.REPORTER, wording("british"))[len(AXES) :] == (
        "Before I use a quote from you, I will read it over to you and get your yes.",
        "I will not print or broadcast it before 09:30 (UTC) on 4 November 2026.",
        "I will not print or broadcast it before 14:00 (UTC-05:00) on 5 November 2026.",
        "I will not print or broadcast it before this has happened: ‘the vote’.",
        "I will delete my notes and recordings by 1 December 2026.",
        "On my side, the only people who may be told are ‘my editor’ and ‘the lawyers’.",
    )


def test_where_two_promises_leave_nothing_in_common_that_is_said() -> None:
    conditions = Conditions(descriptions=frozenset(), tell=frozenset())
    rights = FREE.changed({"attribute": Attribute.DESCRIPTION})
    said = definition(rights, conditions, Side.SOURCE, wording())

    assert said[2] == (
        "You may not use my name. You may describe me, but only in words that we both agree on. "
        "We have not found them yet."
    )
    assert said[-1] == "On your side, nobody may be told."


@pytest.mark.parametrize("attribute", [Attribute.INSTITUTION, Attribute.NONE])
def test_a_description_is_not_said_where_it_may_not_appear(attribute: Attribute) -> None:
    described = Conditions(descriptions=frozenset({"an aide"}))
    rights = FREE.changed({"attribute": attribute})

    assert definition(rights, described, Side.SOURCE, wording()) == definition(
        rights, UNCONDITIONAL, Side.SOURCE, wording()
    )


def test_the_sentence_that_is_read_back() -> None:
    terms = Terms(Level.OFF_THE_RECORD, OFF_AT_AP)

    assert read_back(terms, Side.SOURCE, wording()) == (
        "So, off the record: you may ask others about it and tell only those in your newsroom who "
        "need to know; you may not publish it, quote or paraphrase me, name or describe any "
        "source, say who was there or use it to contradict a public statement. Yes?"
    )
    assert read_back(terms, Side.REPORTER, wording("british"), "bundespressekonferenz") == (
        "So, unter 3: I may ask others about it and tell only those in my newsroom who need to "
        "know; I will not print or air it, quote or paraphrase you, name or describe any source, "
        "let on who was there or use it to contradict a public statement. Are we agreed?"
    )


def test_the_conditions_are_read_back_too() -> None:
    described = Conditions(
        descriptions=frozenset({"an aide"}), quote_approval=True, delete_by=date(2026, 12, 1)
    )
    rights = FREE.changed({"attribute": Attribute.DESCRIPTION})

    assert read_back(
        Terms(Level.NOT_FOR_ATTRIBUTION, rights, described), Side.SOURCE, wording()
    ) == (
        "So, not for attribution: you may publish it, quote me, describe me as “an aide”, say who "
        "was there, ask others about it, repeat it to anyone and use it to contradict a public "
        "statement; you may not use my name; you must get my yes to each quote before you use it "
        "and delete your notes and recordings by December 1, 2026. Yes?"
    )


def test_what_is_sealed_altogether_may_still_be_read_back() -> None:
    sealed = read_back(Terms(Level.OFF_THE_RECORD, SEALED), Side.REPORTER, wording())

    assert sealed.startswith("So, off the record: I will not publish it, ")


@pytest.mark.parametrize("english", ENGLISHES)
def test_a_sentence_that_is_read_back_takes_one_breath(english: str) -> None:
    too_long = [
        sentence
        for request in requests(Channel.PHONE)
        if len((sentence := read_back(request.terms, request.side, wording(english))).split())
        > ONE_BREATH
    ]

    assert too_long == []


@pytest.mark.parametrize("english", ENGLISHES)
def test_every_definition_is_easy_to_read(english: str) -> None:
    texts = {
        " ".join(definition(request.terms.rights, UNCONDITIONAL, request.side, wording(english)))
        for request in requests(Channel.PHONE)
    }

    assert {text: grade(text) for text in texts if grade(text) > HARDEST} == {}
