"""What is refused of an act: verb, level, keys and words, each fault at its exact place."""

from __future__ import annotations

import pytest

from groundrules.record.facts import Kind
from groundrules.record.notation.verbs import keys_of
from refusals import (
    COUNT,
    DAY,
    DECLARE,
    HEAD,
    INSTANT,
    LEVELS,
    QUOTES,
    RUNS,
    TALK_AT,
    TERMS,
    TIMECODE,
    VERBS,
    only,
)


@pytest.mark.parametrize(
    ("act", "column", "message", "remedy"),
    [
        ("", 4, "the verb is missing", f"one of {VERBS}"),
        ('"agree"', 4, "the verb is missing", f"one of {VERBS}"),
        ("agre", 5, "this is not a verb", f"did you mean agree? It is one of {VERBS}"),
        ("Agree", 5, "this is not a verb", f"did you mean agree? It is one of {VERBS}"),
        ("zzz", 5, "this is not a verb", f"one of {VERBS}"),
        ("a" * 41, 5, "this is not a verb", f"one of {VERBS}"),
        (
            "agre\u200be",
            9,
            "an invisible character (U+200B) stands where a verb should",
            "delete it, or type the word again",
        ),
        ("ask", 5, "ask names no terms", TERMS),
        ("ask for=S1", 5, "ask names no terms", TERMS),
        ('ask scope="the port" until=0:10', 5, "ask names no terms", TERMS),
        ('ask "off the record"', 5, "ask names no terms", TERMS),
        ("define by=AR", 5, "define names no terms", TERMS),
        (
            "ask of-the-record",
            9,
            "this is not a level",
            f"did you mean off-the-record? It is one of {LEVELS}",
        ),
        (
            "ask  background\u200f publish=no",
            20,
            "an invisible character (U+200F) stands where a level should",
            "delete it, or type the word again",
        ),
        (
            "agree off the record",
            11,
            "agree names no level",
            "take it away, or record other terms with counter: agree takes for=, to=, by=",
        ),
        ("agree publish=no", 11, "agree takes no publish=", "agree takes for=, to=, by="),
        (
            "ask background turns=1",
            20,
            "ask takes no turns=",
            f"ask takes {', '.join(f'{key}=' for key in keys_of(Kind.TERMS_ASKED))}",
        ),
        ("lift when=2026-11-05T06:00Z", 10, "lift takes no when=", "lift takes by="),
        (
            "agree too=AR",
            11,
            "this is not a key",
            "did you mean to? It is one of for, to, by",
        ),
        (
            "agree fo\u00adr=AR",
            13,
            "an invisible character (U+00AD) stands where a key should",
            "delete it, or type the word again",
        ),
        (
            "ask publish=nope",
            17,
            "this is not a permission of publish",
            "did you mean no? It is one of yes, if-independently-obtained, no",
        ),
        ("ask publish=no publish=yes", 20, "publish= stands there twice", "keep one of them"),
        ("ask publish= no", 9, "the value is missing", "write it behind the = without a blank"),
        ('ask description=""', 22, "the value is empty", "write it, or leave the key out"),
        ('ask embargo=""', 18, "the value is empty", "write it, or leave the key out"),
        (
            "ask approval=no",
            18,
            "an approval is asked for or not",
            "write approval=yes, or leave it out",
        ),
        (
            "ask embargo=Friday",
            17,
            "this is not an instant",
            'write embargo=2026-11-05T06:00-05:00, or embargo="the event" in quotation marks',
        ),
        ("ask embargo=2026-11-05", 17, "the time of day is missing", INSTANT),
        (
            "ask embargo=2026-11-05T06:00",
            17,
            "the time has no offset from UTC",
            f"{INSTANT}, or the date alone",
        ),
        (
            'ask embargo="2026-11-05T06:00Z"',
            18,
            "an instant stands without quotation marks",
            "take them away",
        ),
        ("ask delete-by=2026-12-01T10:00Z", 19, "this is more than a day", DAY),
        ("ask background until=0:99", 26, "minutes and seconds go to 59", TIMECODE),
        (
            "ask background for=S1,S3",
            24,
            "a party is named that is not declared",
            f"write ids with commas and no blanks: {DECLARE}",
        ),
        (
            "ask background for=?",
            24,
            "a party is named that is not declared",
            f"write ids with commas and no blanks: {DECLARE}",
        ),
        ("agree to=AR,AR", 14, "a party is named twice", "name each party once"),
        ("agree by=S3", 14, "a party is named that is not declared", DECLARE),
        ("release background", 5, "release names no turns", "write which, such as turns=4-6,8"),
        ("approve", 5, "approve names no turns", "write which, such as turns=4-6,8"),
        ("release turns=1", 5, "release names no terms", TERMS),
        ("approve turns=2", 19, "a turn is named that is not among the 1 down to here", COUNT),
        ("approve turns=0-1", 19, "a turn is named that is not among the 1 down to here", COUNT),
        (
            "approve turns=2-1",
            19,
            "the run of turns ends before it starts",
            "write the lower number first",
        ),
        ("approve turns=one", 19, "these are not numbers of turns", RUNS),
        ("approve turns=1,", 19, "these are not numbers of turns", RUNS),
        (
            "grace turns=1",
            5,
            "grace does not say the reason",
            'write the reason in quotation marks: grace "…"',
        ),
        (
            'grace turns=1 ""',
            5,
            "grace does not say the reason",
            'write the reason in quotation marks: grace "…"',
        ),
        (
            "topic",
            5,
            "topic does not say the topic",
            'write the topic in quotation marks: topic "…"',
        ),
        (
            "happened",
            5,
            "happened does not say the event",
            'write the event in quotation marks: happened "…"',
        ),
        ('happened "it" when=2026-11-05', 24, "the time of day is missing", INSTANT),
        ('hint "one" "two"', 16, "there are words in quotation marks already", "keep one of them"),
        (
            "hint “between us”",
            10,
            "these are not straight quotation marks",
            'write " on both sides',
        ),
        (
            "ask description=“one”",
            21,
            "these are not straight quotation marks",
            'write " on both sides',
        ),
        ('hint "between us', 10, "a quotation mark is missing or out of place", QUOTES),
        ('hint  "between"us', 11, "a quotation mark is missing or out of place", QUOTES),
        ('ask description="one', 9, "a quotation mark is missing or out of place", QUOTES),
    ],
)
def test_a_fault_of_an_act(act: str, column: int, message: str, remedy: str) -> None:
    assert (TALK_AT + 1, column, message, remedy) == only(f"{HEAD}S1: words\n  > {act}\n")
