"""What a yes or a no means to words that forbid, or that ask whether anybody minds."""

from __future__ import annotations

import pytest
from test_talk_reader import acts, talk

from groundrules.record.cues.negatives import How, how_put
from groundrules.record.cues.plain import plain
from groundrules.record.cues.talk_reader import read_talk

MINDS = "Do you mind if we go off the record?"
DENIES = "You won't use my name, will you?"
FORBIDS = "Please don't use my name."


@pytest.mark.parametrize(
    ("words", "how"),
    [
        (MINDS, How.MINDS),
        ("Mind if this is on background?", How.MINDS),
        ("Any objection to this being on background?", How.MINDS),
        ("Is it a problem if we do this on background?", How.MINDS),
        ("Can we go off the record? You don't mind, do you?", How.MINDS),
        ("Can we go off the record, if you don't mind?", None),
        (DENIES, How.DENIES),
        ("you wont use my name will you", How.DENIES),
        ("This isn't on the record, is it?", How.DENIES),
        ("So you won't quote me?", How.DENIES),
        ("If I tell you, you won't quote me, right?", How.DENIES),
        ("You won't use my name, will you? I could lose my job.", How.DENIES),
        ("You won't use my name. Will you?", How.FORBIDS),
        (FORBIDS, How.FORBIDS),
        ("You can't use my name, okay?", How.FORBIDS),
        ("I don't want to be quoted, can you do that?", How.FORBIDS),
        ("Can you not use my name?", How.FORBIDS),
        ("I can't be named in this.", How.FORBIDS),
        ("I haven't slept since.", None),
        ("Can we agree you won't quote me?", None),
        ("Can we go off the record?", None),
        ("Can't we go off the record?", None),
        ("You'll keep my name out of it, won't you?", None),
        ("Please don't use my name. Is that fine?", None),
        ("", None),
    ],
)
def test_how_words_were_put_decides_what_a_no_means(words, how):
    assert how is how_put(plain(words).text)


@pytest.mark.parametrize(
    ("asked", "reply", "answer"),
    [
        (MINDS, "No, not at all.", "agree"),
        (MINDS, "No.", "agree"),
        (MINDS, "No, I don't mind.", "agree"),
        (MINDS, "Not really.", "agree"),
        (MINDS, "Sure.", "agree"),
        (MINDS, "Yes.", "unclear"),
        (MINDS, "No, sorry.", "unclear"),
        (MINDS, "Yes, I do.", "decline"),
        (MINDS, "No, I do mind.", "decline"),
        (MINDS, "No, I can't do that.", "decline"),
        (MINDS, "I'd rather not.", "decline"),
        ("Any objection to this being on background?", "No, none.", "agree"),
        ("Is it a problem if this is on background?", "Yes, it is.", "decline"),
        ("Can we go off the record? You don't mind, do you?", "No.", "agree"),
        (DENIES, "No, I won't.", "agree"),
        (DENIES, "No.", "agree"),
        (DENIES, "No, no, never.", "agree"),
        (DENIES, "No chance.", "agree"),
        (DENIES, "I wouldn't do that.", "agree"),
        (DENIES, "Yes, I will.", "decline"),
        (DENIES, "Sure, I will.", "agree"),
        (DENIES, "No, I have to use it.", "decline"),
        (DENIES, "Who else was in the room?", None),
        ("You can't use my name, can you?", "No, I can't.", "agree"),
        ("This isn't on the record, is it?", "No, it's not on the record.", "agree"),
        ("So you won't quote me?", "No.", "agree"),
        (FORBIDS, "No.", "unclear"),
        (FORBIDS, "No. I won't.", "agree"),
        (FORBIDS, "No, of course not.", "agree"),
        (FORBIDS, "No, I can't agree to that.", "decline"),
        ("You can't use my name, okay?", "No.", "unclear"),
        ("Can we go off the record?", "No, not at all.", "decline"),
        ("Can't we go off the record?", "No.", "decline"),
        ("You'll keep my name out of it, won't you?", "No.", "decline"),
    ],
)
def test_a_no_is_heard_by_how_the_words_were_put(asked, reply, answer):
    heard = acts(read_talk(talk(f"S1: {asked}", f"AR: {reply}")))

    assert ["1 S1 ask", *([f"2 AR {answer}"] if answer else [])] == heard


def test_a_no_with_other_terms_is_a_counter_offer():
    heard = read_talk(talk(f"S1: {DENIES}", "AR: No, but I'll describe you as an official."))

    assert ["1 S1 ask", "2 AR counter"] == acts(heard)
    assert ("an official",) == heard.conversation.proposals[1].proposal.descriptions


@pytest.mark.parametrize(
    ("asked", "reply", "answers"),
    [
        ("Please don't print that.", "Of course not, I won't print it.", ["grace"]),
        ("Don't use that.", "Okay, I won't.", ["grace"]),
        ("You won't print that, will you?", "No.", ["grace"]),
        ("Don't print that, please.", "No.", []),
        ("You can't use that.", "No, it was on the record.", ["decline"]),
        ("That was off the record.", "No.", ["decline"]),
        ("Leave that out, will you?", "No.", ["decline"]),
    ],
)
def test_a_request_that_forbids_is_granted_by_a_no(asked, reply, answers):
    told = "S1: The chairman paid the auditors in cash."
    heard = acts(read_talk(talk(told, f"S1: {asked}", f"AR: {reply}")))

    assert ["2 S1 retroactive", *(f"3 AR {answer}" for answer in answers)] == heard
