"""Every script: which parts it has, what it claims and what it asks, and how it reads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from script_cases import (
    DEFAULT,
    ENGLISHES,
    POLICIES,
    VOICED,
    part_text,
    parts,
    requests,
    script,
    spoken,
    wording,
)

from grades import HARDEST, grade
from groundrules.talk.script.request import Channel, Request, Side
from groundrules.talk.script.use_rights import definition, read_back
from groundrules.terms.levels import Level
from groundrules.terms.policy import LevelRuling, Policy, Ruling, Status
from groundrules.terms.rights import Publish, Quote

ENOUGH_TO_GRADE = 60
AP, POST, NYT = POLICIES["ap"], POLICIES["washington-post"], POLICIES["nyt"]
AGREED = [level for level in Level if level is not Level.ON_THE_RECORD]

off_at_ap = Request(Level.OFF_THE_RECORD, AP)
reporter_at_ap = off_at_ap._replace(side=Side.REPORTER)


def ruled(**practices: object) -> Policy:
    """Return the policy of an invented outlet whose own code says these things, and no more."""
    own = {
        name: Ruling(value, "ledger", "code", Status.VERIFIED) for name, value in practices.items()
    }
    return replace(DEFAULT, id="ledger", title="The Ledger", practices=own)


def at(side: Side, level: Level = Level.BACKGROUND, **practices: object) -> Request:
    return Request(level, ruled(**practices), side)


@pytest.mark.parametrize("english", ENGLISHES)
def test_every_request_has_a_script_without_an_empty_part(english: str) -> None:
    made = [script(request, english) for request in requests()]

    assert len(made) == len(Level) * len(POLICIES) * len(Side) * len(Channel)
    assert [part for one in made for part in one.parts if not part.lines] == []
    assert [one.title for one in made if not one.title.isprintable()] == []


@pytest.mark.parametrize("english", ENGLISHES)
def test_no_script_leaves_a_brace_or_an_axis_unsaid(english: str) -> None:
    for request in requests(*VOICED):
        terms = request.terms
        said = definition(terms.rights, terms.conditions, request.side, wording(english))

        assert tuple(spoken(parts(request, english)["meaning"]))[1:-1] == said
        assert not {"{", "}"} & set(str(script(request, english)))


@pytest.mark.parametrize("english", ENGLISHES)
def test_every_agreement_is_read_back_before_its_yes(english: str) -> None:
    for request in requests(Channel.PHONE):
        if request.level is not Level.ON_THE_RECORD:
            sentence = read_back(request.terms, request.side, wording(english), request.own.id)

            assert sentence in spoken(parts(request, english)["yes"])


@pytest.mark.parametrize("english", ENGLISHES)
def test_every_part_is_easy_to_read(english: str) -> None:
    texts = {
        " ".join(line.text for line in part.lines)
        for request in requests()
        for part in script(request, english).parts
    }
    graded = {text: grade(text) for text in texts if len(text.split()) >= ENOUGH_TO_GRADE}

    assert graded
    assert {text: found for text, found in graded.items() if found > HARDEST} == {}


def test_the_parts_of_a_source_in_the_order_of_the_talk() -> None:
    assert list(parts(Request(Level.BACKGROUND, AP))) == [
        *("start", "time", "ask", "asked", "meaning"),
        *("settle", "described", "approval", "embargo", "notes", "others"),
        *("yes", "no", "maybe", "silence", "counter"),
        *("talk", "hindsight", "return", "close"),
    ]


def test_the_parts_of_a_reporter_are_the_mirror_image() -> None:
    assert list(parts(Request(Level.BACKGROUND, AP, Side.REPORTER))) == [
        *("start", "promising", "time", "ask", "offer", "hint", "meaning"),
        *("settle", "described", "approval", "embargo", "notes", "others"),
        *("yes", "no", "maybe", "silence", "counter"),
        *("group", "talk", "hindsight", "return", "close"),
    ]


@pytest.mark.parametrize("side", Side)
def test_on_the_record_there_is_nothing_to_agree(side: Side) -> None:
    found = parts(Request(Level.ON_THE_RECORD, AP, side))

    assert list(found) == ["time", "on-the-record", "meaning", "approval", "hindsight", "close"]


@pytest.mark.parametrize("side", Side)
def test_a_message_says_why_not_and_asks_for_a_call_and_names_no_level(side: Side) -> None:
    for level in Level:
        found = parts(Request(level, AP, side, Channel.MESSAGE))

        assert list(found) == ["why-by-voice", "ask-to-talk"]
        assert script(Request(level, AP, side, Channel.MESSAGE)).footers == ()
        assert "A message brings no spoken yes" in found["why-by-voice"].lines[1].text
        assert "agrees nothing" in found["why-by-voice"].lines[3].text
        assert [text for text in spoken(found["ask-to-talk"]) if level.spoken in text] == []


def test_the_ask_is_in_words_and_the_level_is_said_as_this_english_says_it() -> None:
    request = Request(Level.NOT_FOR_ATTRIBUTION, AP)

    assert spoken(parts(request)["ask"]) == [
        "I’d like to talk with you not for attribution about something. Can we do that?"
    ]
    assert spoken(parts(request, "british")["ask"]) == [
        "I’d like to talk to you unattributably about something. Would that be all right?"
    ]
    assert "A nod, a wink" in part_text(request, "ask")


@pytest.mark.parametrize(
    ("policy", "level", "name"),
    [
        ("uk-lobby", Level.NOT_FOR_ATTRIBUTION, "on lobby terms"),
        ("uk-police", Level.OFF_THE_RECORD, "on a non-reportable basis"),
        ("bundespressekonferenz", Level.OFF_THE_RECORD, "unter 3"),
        ("german-interviews", Level.BACKGROUND, "unter 2"),
    ],
)
def test_a_house_that_has_its_own_name_for_a_level_is_asked_in_it(
    policy: str, level: Level, name: str
) -> None:
    request = Request(level, POLICIES[policy])

    assert name in part_text(request, "ask")
    assert f"So, {name}: " in part_text(request, "yes")


def test_no_precedent_and_nothing_before_the_yes() -> None:
    text = part_text(off_at_ap, "start")

    assert "You are on the record from the first word." in text
    assert "What you agreed on last time does not count today." in text
    assert "Give no documents." in text


@pytest.mark.parametrize("channel", VOICED)
def test_each_channel_has_its_own_advice(channel: Channel) -> None:
    request = off_at_ap._replace(channel=channel)
    others = [off_at_ap._replace(channel=other) for other in VOICED if other is not channel]

    for name in ("start", "time", "notes", "no", "close"):
        assert part_text(request, name) not in [part_text(other, name) for other in others]


def test_what_does_not_count_as_a_yes() -> None:
    for request in (off_at_ap, reporter_at_ap):
        text = part_text(request, "yes")

        assert [word for word in ("“Hmm,”", "laugh", "nod", "silence") if word not in text] == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("no", "Then I’d rather not go on."),
        ("maybe", "I need a yes or a no before I go on."),
        ("silence", "do you agree to that? Please say yes or no."),
        ("counter", "Let me say that back to you."),
        ("asked", "Let me think about that."),
        ("talk", "From here on, this is off the record."),
        ("return", "let’s talk about something else, and let’s go back on the record."),
        ("return", "How will you use it from here on?"),
        ("close", "What happens next?"),
        ("close", "Thank you for keeping to what we agreed on."),
        ("notes", "Who will see your notes"),
    ],
)
def test_the_words_for_each_turn_of_the_talk(name: str, words: str) -> None:
    assert words in " ".join(spoken(parts(off_at_ap)[name]))


def test_whoever_is_refused_thanks_and_leaves() -> None:
    assert "Thank you for being clear." in part_text(off_at_ap, "no")
    assert part_text(off_at_ap, "no").endswith("Say goodbye and hang up.")
    assert part_text(off_at_ap, "no", "british").endswith("Say goodbye and ring off.")


def test_the_topic_changes_before_the_return() -> None:
    for request in (off_at_ap, reporter_at_ap):
        assert "urn to another topic first" in parts(request)["return"].lines[0].text


def test_a_known_description_is_said_and_an_unknown_one_is_asked_for() -> None:
    request = Request(Level.BACKGROUND, AP, descriptions=("an official in the region",))

    assert "as “an official in the region”, and" in part_text(request, "described")
    assert "describe me only as “an official in the region”." in part_text(request, "meaning")
    assert "How would you describe me?" in part_text(request._replace(descriptions=()), "described")


@pytest.mark.parametrize(
    ("level", "policy", "words"),
    [
        (Level.PLAIN_WORDS, "ap", "They may use your name."),
        (Level.BACKGROUND, "bundespressekonferenz", "They may say only where it comes from."),
        (Level.OFF_THE_RECORD, "ap", "Nobody is given as the source."),
    ],
)
def test_what_is_said_of_a_source_follows_from_the_rights(
    level: Level, policy: str, words: str
) -> None:
    assert words in part_text(Request(level, POLICIES[policy]), "described")


def test_where_nothing_is_published_nothing_is_approved_or_held() -> None:
    for request in requests(Channel.PHONE):
        if request.level is not Level.ON_THE_RECORD:
            found = {"approval", "embargo"} & parts(request).keys()

            assert bool(found) == (request.terms.rights.publish is not Publish.NO)


def test_where_nothing_is_quoted_no_quote_is_approved() -> None:
    request = Request(Level.DEEP_BACKGROUND, AP)

    assert request.terms.rights.quote is Quote.PARAPHRASE
    assert part_text(request, "approval").startswith("Your words are not to be quoted.")


def test_the_popular_misreading_of_the_chatham_house_rule_is_corrected() -> None:
    for side in Side:
        text = part_text(Request(Level.CHATHAM_HOUSE, AP, side), "ask")

        assert "What is said may be used by all." in text


def test_plain_words_offer_the_words_for_whatever_is_held_back() -> None:
    said = spoken(parts(Request(Level.PLAIN_WORDS, AP))["settle"])

    assert "You may not publish any of what I tell you." in said
    assert "You may use my name." not in said


def test_questions_for_the_same_reason_stand_together() -> None:
    lines = parts(off_at_ap)["settle"].lines

    assert [line.text for line in lines if "We found nothing" in line.text] == [
        (
            "We found nothing on this from the Associated Press. Your words above hold only if "
            "they get a yes."
        )
    ]


def test_where_everything_is_settled_nothing_is_asked_before_the_yes() -> None:
    settled = {
        axis: Ruling(permission, "ledger", "code", Status.VERIFIED)
        for axis, permission in AP.rights(Level.BACKGROUND).by_axis().items()
    }
    firm = replace(ruled(), levels={Level.BACKGROUND: LevelRuling("Ours.", settled)})

    assert "settle" not in parts(Request(Level.BACKGROUND, firm))
    assert "settle" in parts(Request(Level.OFF_THE_RECORD, firm))


def test_a_script_for_two_policies_asks_where_they_differ_and_names_both() -> None:
    request = Request(Level.OFF_THE_RECORD, POST, mine=AP)

    assert "The two of you read this in two ways." in part_text(request, "settle")
    assert [footer.partition(",")[0] for footer in script(request).footers] == [
        "Made for the Washington Post",
        "Made for the Associated Press",
    ]


def test_each_side_puts_forward_its_own_reading() -> None:
    may = "may ask other people about it"

    assert may in part_text(Request(Level.OFF_THE_RECORD, POST, mine=AP), "meaning")
    assert may not in part_text(Request(Level.OFF_THE_RECORD, AP, mine=POST), "meaning")


def test_a_reporter_promises_by_the_policy_of_his_own_outlet() -> None:
    request = Request(Level.BACKGROUND, POLICIES["state-department"], Side.REPORTER, mine=AP)

    assert "By the rules of the Associated Press, ask a manager" in part_text(request, "promising")


def test_an_outlet_that_was_not_named_is_asked_about_everything() -> None:
    found = script(Request(Level.BACKGROUND, DEFAULT))

    assert [
        line for part in found.parts for line in part.lines if "By the rules" in line.text
    ] == []
    assert found.footers[0].startswith("You named no outlet.")


def test_what_was_read_second_hand_is_said_to_be() -> None:
    claim, doubt = parts(reporter_at_ap)["promising"].lines[1::2][:2]

    assert claim.text.startswith("By the rules of the Associated Press, ask a manager")
    assert doubt.text.startswith("We have this about the Associated Press from a report")


def test_what_could_not_be_verified_is_a_question_and_no_claim() -> None:
    unverified = replace(
        ruled(), practices={"promise_by": Ruling("manager-first", "ledger", "code")}
    )

    text = part_text(Request(Level.BACKGROUND, unverified), "others")

    assert "Can you promise this yourself" in text
    assert "By the rules" not in text


@pytest.mark.parametrize(
    ("side", "practice", "value", "part", "words"),
    [
        ("source", "promise_by", "reporter", "others", "the reporter can make this promise"),
        ("source", "promise_by", "manager-first", "others", "Has a manager said yes to this?"),
        ("source", "binds", "reporter", "others", "binds the reporter alone"),
        ("source", "binds", "outlet", "others", "binds the whole outlet"),
        ("source", "identity_known_to", "reporter", "others", "only the reporter has to know"),
        ("source", "identity_known_to", "editor", "others", "an editor must know who you are"),
        ("source", "identity_known_to", "manager", "others", "a manager must know who you are"),
        ("source", "identity_known_to", "on-request", "others", "an editor may ask who you are"),
        ("source", "quote_approval", "forbidden", "approval", "does not let sources approve"),
        ("source", "quote_approval", "discouraged", "approval", "would rather not let sources"),
        ("source", "quote_approval", "on-request", "approval", "if you ask now"),
        ("source", "quote_approval", "customary", "approval", "That is the custom."),
        ("source", "copy_preview", "forbidden", "approval", "does not let sources read a story"),
        ("source", "copy_preview", "on-request", "approval", "may let you see the part"),
        ("source", "retroactive", "never", "hindsight", "nothing that is already on the record"),
        ("source", "retroactive", "grace", "hindsight", "a reporter may still choose"),
        ("source", "embargo_needs_acceptance", True, "embargo", "binds only those who said yes"),
        ("source", "embargo_needs_acceptance", False, "embargo", "may count without a yes"),
        ("reporter", "promise_by", "reporter", "promising", "you may make this promise yourself"),
        ("reporter", "promise_by", "manager-first", "promising", "I have to ask a manager"),
        ("reporter", "binds", "reporter", "promising", "binds you alone"),
        ("reporter", "binds", "outlet", "promising", "binds the whole outlet"),
        ("reporter", "identity_known_to", "reporter", "others", "Only I will know who you are."),
        ("reporter", "identity_known_to", "editor", "others", "My editor has to know"),
        ("reporter", "identity_known_to", "manager", "others", "A manager has to know"),
        ("reporter", "identity_known_to", "on-request", "others", "An editor may ask me"),
        ("reporter", "quote_approval", "forbidden", "approval", "I can’t let you approve"),
        ("reporter", "quote_approval", "discouraged", "approval", "I’d rather not let you"),
        ("reporter", "quote_approval", "on-request", "approval", "If you like, I will read you"),
        ("reporter", "quote_approval", "customary", "approval", "I will send you your quotes."),
        ("reporter", "copy_preview", "forbidden", "approval", "I can’t show you the story."),
        ("reporter", "copy_preview", "on-request", "approval", "the part about you with you"),
        ("reporter", "retroactive", "never", "hindsight", "I can’t change it now"),
        ("reporter", "retroactive", "grace", "hindsight", "I may choose to leave it out"),
        ("reporter", "embargo_needs_acceptance", True, "embargo", "did not accept does not bind"),
        ("reporter", "embargo_needs_acceptance", False, "embargo", "even if you said nothing"),
        ("reporter", "approval_anonymous", "department-head", "promising", "the head of the dep"),
        ("reporter", "approval_anonymous", "", "promising", "nobody else has to approve an"),
        ("reporter", "approval_direct_quote", "editor", "approval", "an editor has to approve"),
        ("reporter", "approval_direct_quote", "", "approval", "nobody else has to approve a d"),
        ("reporter", "approval_serious_allegation", "legal", "promising", "goes to the lawyers"),
        ("reporter", "approval_serious_allegation", "", "promising", "no one else’s approval"),
        ("reporter", "group_background", "object", "group", "I object to talking on background."),
        ("reporter", "group_background", "accept", "group", "I accept these terms."),
    ],
)
def test_what_the_outlet_does_is_said_where_it_matters(
    side: str, practice: str, value: object, part: str, words: str
) -> None:
    assert words in part_text(at(Side(side), **{practice: value}), part)
    assert words not in part_text(at(Side(side)), part)


def test_a_reporter_who_may_use_the_name_needs_no_approval_for_an_unnamed_source() -> None:
    request = at(Side.REPORTER, Level.PLAIN_WORDS, approval_anonymous="editor")

    assert "unnamed source" not in part_text(request, "promising")
    assert "unnamed source" not in part_text(request, "approval")


def test_a_source_is_back_on_the_record_as_soon_as_she_says_so() -> None:
    assert "From the moment that you say it, all of it may be used" in part_text(
        off_at_ap, "return"
    )
    assert "Until then, this is still off the record." in part_text(reporter_at_ap, "return")


def test_a_group_is_briefed_only_on_what_leaves_somebody_unnamed() -> None:
    briefed = [level for level in AGREED if "group" in parts(Request(level, AP, Side.REPORTER))]

    assert briefed == [Level.NOT_FOR_ATTRIBUTION, Level.BACKGROUND, Level.DEEP_BACKGROUND]


def test_a_reporter_turns_a_hint_into_an_ask_and_lets_nobody_be_rushed() -> None:
    assert "Would you like to talk off the record?" in part_text(reporter_at_ap, "hint")
    assert "Please wait before you tell me more." in part_text(reporter_at_ap, "ask")
    assert "Take your time to think about it." in part_text(reporter_at_ap, "offer")


def test_readers_are_told_why_a_source_is_not_named() -> None:
    for side, words in ((Side.SOURCE, "why I am not named"), (Side.REPORTER, "why you are not")):
        assert words in part_text(Request(Level.BACKGROUND, AP, side), "described")


def test_a_request_in_hindsight_is_thanked_for_and_changes_nothing() -> None:
    text = part_text(reporter_at_ap, "hindsight")

    assert "Terms hold from the yes on, and never for what came before it." in text
    assert "Thank you for telling me." in text
