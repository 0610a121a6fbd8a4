"""What one turn does to the terms: by whom, in answer to what, and what it does not do."""

from __future__ import annotations

import pytest

from groundrules.record.cues.cue import Cue, Waiting
from groundrules.record.cues.reader import read_turn
from groundrules.terms.levels import Level

NOTHING, ASKED, DISCLOSED = Waiting.NOTHING, Waiting.ASKED, Waiting.DISCLOSED
OWN, RETURN, BACK = Waiting.OWN, Waiting.RETURN, Waiting.RETROACTIVE


def told(cue: Cue) -> str:
    """Return a cue as one line: `ask background publish=no "a nurse" approval until=Friday`."""
    terms = cue.proposal
    if terms is None:
        return str(cue.kind)
    return " ".join(
        [
            str(cue.kind),
            *([str(terms.level)] if terms.level else []),
            *(f"{axis}={permission}" for axis, permission in terms.changes),
            *(f'"{words}"' for words in terms.descriptions),
            *(["approval"] if terms.quote_approval else []),
            *([f"until={terms.embargo.event}"] if terms.embargo else []),
        ]
    )


def by_source(text: str, waiting: Waiting, asked: Level | None = None) -> list[str]:
    return [told(cue) for cue in read_turn(text, by_reporter=False, waiting=waiting, asked=asked)]


def by_reporter(text: str, waiting: Waiting, asked: Level | None = None) -> list[str]:
    return [told(cue) for cue in read_turn(text, by_reporter=True, waiting=waiting, asked=asked)]


ASKS = {
    "Can we speak off the record?": "off-the-record",
    "Let's go off the record.": "off-the-record",
    "can we talk of the record": "off-the-record",
    "lets go off record for a sec": "off-the-record",
    "Could this be off-the-record?": "off-the-record",
    "I'd like to talk off the record about something with you.": "off-the-record",
    "Would you mind if we went OTR for this?": "off-the-record",
    "Off the record?": "off-the-record",
    "This is off the record, okay?": "off-the-record",
    "Are we off the record?": "off-the-record",
    "Strictly off the record, is Mara the only one who can sign?": "off-the-record",
    "I can only tell you that off the record.": "off-the-record",
    "Please keep this off the record.": "off-the-record",
    "Can I tell you this on background?": "background",
    "I'd rather do this on background.": "background",
    "I want this to be for background only.": "background",
    "How about deep background?": "deep-background",
    "Could we do that on deep background?": "deep-background",
    "not for attribution please": "not-for-attribution",
    "May I say this unattributably, I mean not for attribution?": "not-for-attribution",
    "We can talk under the Chatham House Rule.": "chatham-house",
    "Can this be Chatham House rules?": "chatham-house",
}


@pytest.mark.parametrize(("text", "level"), ASKS.items())
def test_a_source_asks_and_a_reporter_offers(text: str, level: str) -> None:
    assert [f"ask {level}"] == by_source(text, NOTHING)
    assert [f"offer {level}"] == by_reporter(text, NOTHING)


ASSERTS = {
    "This is off the record.": "off-the-record",
    "this part is off the record ok the mayor is broke": "off-the-record",
    "Off the record, he is gone.": "off-the-record",
    "I'm speaking off the record now.": "off-the-record",
    "We are on background.": "background",
    "We'll now switch to background.": "background",
    "As a reminder, this call was on background.": "background",
    "This is deep background.": "deep-background",
    "For your information, this call on background, as always.": "background",
    "We start with remarks on the record, followed by a background session.": "background",
    "This meeting is held under the Chatham House Rule.": "chatham-house",
    "Not for attribution, the ferry is sold.": "not-for-attribution",
    "This isn't off the record.": "on-the-record",
    "Everything is on the record.": "on-the-record",
    "I'd like to stay on the record.": "on-the-record",
}


@pytest.mark.parametrize(("text", "level"), ASSERTS.items())
def test_terms_are_stated_as_if_in_force(text: str, level: str) -> None:
    assert [f"assert {level}"] == by_source(text, NOTHING)
    assert [f"assert {level}"] == by_reporter(text, NOTHING)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As long as you don't use my name, I can tell you.", "ask attribute=description"),
        ("As long as you're not using my name.", "ask attribute=description"),
        ("You can use this but don't name me.", "ask publish=yes attribute=description"),
        ("I'll only tell you if you keep my name out of it.", "ask attribute=description"),
        ("I don't want to be quoted by name.", "ask attribute=description"),
        ("please don't quote me", "ask quote=no"),
        ("No fingerprints on this.", "ask attribute=description"),
        ("Can you call me a harbor official?", 'ask attribute=description "a harbor official"'),
        ("You can't print this.", "ask publish=no"),
        ("Just for your guidance, there will be a vote.", "ask publish=no"),
        ("Not until Friday, and no names please.", "ask attribute=description until=Friday"),
        ("I want to see my quotes before you print them.", "ask approval"),
        (
            "Can we do this on background? You can call me a nurse. No quotes.",
            'ask background quote=no attribute=description "a nurse"',
        ),
        (
            "Can we go off the record, and you may not take it to others?",
            "ask off-the-record pursue=no",
        ),
        (
            "This call is on background, attributable to a port official, embargoed until 5 a.m.",
            'assert background attribute=description "a port official" until=5 a.m.',
        ),
        (
            "The remarks were on the record, and the rest is attributable to “port officials.”",
            'assert attribute=description "port officials"',
        ),
        (
            "The rest is attributable to “port officials.”",
            'assert attribute=description "port officials"',
        ),
    ],
)
def test_a_source_puts_terms_in_plain_words(text: str, expected: str) -> None:
    assert [expected] == by_source(text, NOTHING)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I won't use your name.", "offer attribute=description"),
        (
            "I can leave your name out and call you a harbor official.",
            'offer attribute=description "a harbor official"',
        ),
        ("I could paraphrase it and not quote you.", "offer quote=paraphrase"),
        ("We would not publish it before Monday.", "offer publish=yes until=Monday"),
    ],
)
def test_a_reporter_puts_terms_in_plain_words(text: str, expected: str) -> None:
    assert [expected] == by_reporter(text, NOTHING)


YES = (
    "Yes.", "Sure.", "yeah", "okay", "OK.", "Of course.", "Fine.", "mm-hm", "Uh-huh.", "go ahead",
    "Go ahead, please.", "No problem.", "I don't mind.", "Agreed.", "Deal.", "That works for me.",
    "Absolutely.", "All right.", "Fair enough.", "You have my word.", "I can live with that.",
    "Sure. What happened?", "yes of course go ahead", "Why not.", "Sounds good.",
)  # fmt: skip


@pytest.mark.parametrize("text", YES)
def test_a_yes_accepts_what_was_asked(text: str) -> None:
    assert ["agree"] == by_reporter(text, ASKED)
    assert ["agree"] == by_source(text, ASKED)


@pytest.mark.parametrize("text", YES)
def test_a_yes_to_nothing_and_to_ones_own_terms_accepts_nothing(text: str) -> None:
    assert [] == by_reporter(text, NOTHING)
    assert [] == by_source(text, OWN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sure.", []),
        ("mm-hm", []),
        ("Okay.", []),
        ("Right, and then?", []),
        ("Go on.", []),
        ("hmm", []),
        ("Agreed.", ["agree"]),
        ("That's fine.", ["agree"]),
        ("Okay, off the record.", ["agree"]),
        ("Yes, I promise.", ["agree"]),
        ("No, I can't do that.", ["decline"]),
    ],
)
def test_behind_a_disclosure_small_sounds_are_only_listening(
    text: str, expected: list[str]
) -> None:
    assert expected == by_reporter(text, DISCLOSED)


@pytest.mark.parametrize(
    "text",
    [
        "Hmm.", "mm", "Noted.", "(laughs)", "[inaudible]", "[nods]", "Yeah, right.", "maybe",
        "I guess.", "We'll see.", "It depends.", "I'll have to ask my editor.", "Yes, I —",
        "Sure —",
        "Yes?", "Understood.", "Sure, [inaudible]", "yes no", "Sure, but I can't promise anything.",
        "I'm not sure.", "Let me think.", "yes I guess",
    ],
)  # fmt: skip
def test_what_is_no_clear_yes_is_left_open(text: str) -> None:
    assert ["unclear"] == by_reporter(text, ASKED)


NO = (
    "No.", "No, sorry.", "I'm afraid not.", "I can't do that.", "I'd rather not.", "Not really.",
    "No, I'd rather stay on the record.", "Let's keep it on the record.", "Absolutely not.",
    "I don't do off the record.", "I need this on the record.", "On the record only, please.",
    "That won't work.", "Out of the question.", "I do not want to go off the record.",
)  # fmt: skip


@pytest.mark.parametrize("text", NO)
def test_a_no_declines(text: str) -> None:
    assert ["decline"] == by_reporter(text, ASKED)
    assert ["decline"] == by_source(text, ASKED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yes, as long as I may take it elsewhere.", ["counter pursue=yes"]),
        ("How about on background?", ["counter background"]),
        ("No, but on background.", ["counter background"]),
        ("Okay, but on deep background.", ["counter deep-background"]),
        ("No. I can leave your name out, though.", ["counter attribute=description"]),
        (
            "Fine, but only if you call me a nurse.",
            ['counter attribute=description "a nurse"'],
        ),
        ("Sure, but make it quick.", ["agree"]),
        ("Sure, but I can't promise that we won't use your name.", ["unclear"]),
        ("No, I can't hide your name.", ["decline"]),
    ],
)
def test_other_terms_are_a_counter(text: str, expected: list[str]) -> None:
    assert expected == by_reporter(text, ASKED)


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("Okay, on background.", Level.BACKGROUND, ["agree"]),
        ("Okay, on background.", Level.OFF_THE_RECORD, ["counter background"]),
        ("Okay, on background.", None, ["agree"]),
        ("We're off the record.", Level.OFF_THE_RECORD, ["agree"]),
        ("We're off the record.", None, ["counter off-the-record"]),
        ("Off the record?", Level.OFF_THE_RECORD, []),
        ("Okay, off the record, and I won't name you.", None, ["define attribute=description"]),
        ("What do you mean by off the record?", Level.OFF_THE_RECORD, []),
        ("What does off the record mean to you?", None, []),
    ],
)
def test_the_level_that_was_asked_for_is_no_counter(
    text: str, asked: Level | None, expected: list[str]
) -> None:
    cues = by_reporter(text, ASKED, asked)

    assert expected == [cue for cue in cues if cue != "agree"] or expected == cues


@pytest.mark.parametrize(
    ("text", "waiting", "expected"),
    [
        (
            "Sure. To me that means I can't publish it, but I may take it to others. All right?",
            ASKED,
            ["define publish=no pursue=yes"],
        ),
        (
            "Sure. To me that means I can't publish it, but I may take it to others.",
            ASKED,
            ["agree", "define publish=no pursue=yes"],
        ),
        ("I won't use your name.", ASKED, ["define attribute=description"]),
        ("So I may not print it and not name you?", ASKED,
         ["define publish=no attribute=description"]),
        ("It will rain tomorrow.", ASKED, []),
        ("You can use my name.", ASKED, ["define attribute=name"]),
    ],
)  # fmt: skip
def test_a_read_back_defines(text: str, waiting: Waiting, expected: list[str]) -> None:
    assert expected == by_reporter(text, waiting)


@pytest.mark.parametrize(
    ("text", "waiting", "expected"),
    [
        (
            "To me, off the record means you can't use it at all.",
            NOTHING,
            ["define off-the-record publish=no"],
        ),
        ("By that I mean you can't print it.", OWN, ["define publish=no"]),
        (
            "Can we go off the record? By that I mean you can't print it.",
            NOTHING,
            ["ask off-the-record", "define publish=no"],
        ),
        ("So to be clear, you may print it but not my name.", NOTHING,
         ["define publish=yes attribute=description"]),
        ("Which means we may publish often.", NOTHING, []),
    ],
)  # fmt: skip
def test_the_asking_side_defines(text: str, waiting: Waiting, expected: list[str]) -> None:
    assert expected == by_source(text, waiting)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Now, back on the record…", "return"),
        ("Back on the record?", "return"),
        ("Let's go back on the record.", "return"),
        ("we're back on the record", "return"),
        ("Can we go on the record again?", "return"),
        ("Would you say that on the record?", "return"),
        ("We're on the record now.", "return"),
    ],
)
def test_the_way_back(text: str, expected: str) -> None:
    assert [expected] == by_source(text, NOTHING)
    assert [expected] == by_reporter(text, NOTHING)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fine. The harbor will not be sold.", ["return-accept"]),
        ("Yes.", ["return-accept"]),
        ("Okay, back on the record.", ["return-accept"]),
        ("That's fine with me.", ["return-accept"]),
        ("not yet", ["decline"]),
        ("No, not yet on the record.", ["decline"]),
        ("No, I'd rather not.", ["decline"]),
        ("[laughs]", []),
        ("hmm", []),
    ],
)
def test_going_along_with_a_return(text: str, expected: list[str]) -> None:
    assert expected == by_source(text, RETURN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Never mind, let's stay on the record.", ["return"]),
        ("Never mind.", ["return"]),
        ("Forget it.", ["return"]),
        ("Okay, back on the record then.", ["return"]),
        ("Are you still there?", []),
    ],
)
def test_ones_own_unanswered_request_is_withdrawn(text: str, expected: list[str]) -> None:
    assert expected == by_source(text, OWN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("That was off the record.", ["retroactive off-the-record"]),
        ("She is a monster, too — that is off the record.", ["retroactive off-the-record"]),
        ("he sold the boats and that was off the record", ["retroactive off-the-record"]),
        ("Can we make that off the record?", ["retroactive off-the-record"]),
        ("By the way, all of that was on background.", ["retroactive background"]),
        ("Everything I said was not for attribution.", ["retroactive not-for-attribution"]),
        ("Please don't use that last bit.", ["retroactive publish=no"]),
        ("Can I ask you not to print what I said earlier?", ["retroactive publish=no"]),
        ("Please don't quote what I told you earlier.", ["retroactive quote=no"]),
        ("Strike that.", ["retroactive"]),
        ("We'll pause here and we'll edit this bit out.", ["retroactive"]),
        ("Take that out.", ["retroactive"]),
        ("Forget I said that.", ["retroactive"]),
        ("You shouldn't edit that out.", []),
    ],
)
def test_words_already_spoken(text: str, expected: list[str]) -> None:
    assert expected == by_source(text, NOTHING)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Please don't print that.", ["retroactive publish=no"]),
        ("Don't print that, please.", ["retroactive publish=no"]),
        ("Please don't publish that.", ["retroactive publish=no"]),
        ("Can you not print that?", ["retroactive publish=no"]),
        ("You won't print that, will you?", ["retroactive publish=no"]),
        ("Don't print that until Friday.", ["retroactive publish=yes until=Friday"]),
        ("Please don't print that I am from Ostby.", ["ask publish=no"]),
        ("Please don't print this.", ["ask publish=no"]),
    ],
)
def test_that_looks_back_where_something_was_told(text: str, expected: list[str]) -> None:
    waiting = {"by_reporter": False, "waiting": NOTHING}
    before = read_turn(text, **waiting, told_before=True)
    first = read_turn(f"I cried in the car for an hour. {text}", **waiting)

    assert expected == [told(cue) for cue in before] == [told(cue) for cue in first]


def test_that_looks_ahead_where_nothing_was_told() -> None:
    assert ["ask publish=no"] == by_source("Please don't print that.", NOTHING)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Okay, I'll leave that out.", ["grace"]),
        ("Sure, I won't print it.", ["grace"]),
        ("Fine, as a courtesy I will leave that out.", ["grace"]),
        ("Yes.", ["grace"]),
        ("I'll treat what you said as off the record.", ["grace"]),
        ("No, I'm sorry, you said it on the record.", ["decline"]),
        ("hmm", []),
    ],
)
def test_the_reporter_may_grant_a_grace(text: str, expected: list[str]) -> None:
    assert expected == by_reporter(text, BACK)


def test_a_source_grants_no_grace() -> None:
    assert [] == by_source("Yes.", BACK)


def test_two_levels_in_two_sentences_are_two_requests() -> None:
    assert ["ask off-the-record", "ask background"] == by_source(
        "Can we go off the record? Or on background?", NOTHING
    )


HINTS = (
    "As an aside, he is leaving.",
    "Confidentially, I'm not happy with it myself.",
    "Don't tell anyone, but he is leaving.",
    "Truthfully, I am tired.",
    "Just between us, he's leaving.",
    "between you and me the bridge is closed",
    "For your ears only: it is sold.",
    "You didn't hear this from me.",
    "Keep it to yourself.",
    "This is strictly confidential.",
    "I shouldn't be telling you this.",
    "I'm not supposed to talk about it.",
    "This stays in this room.",
    "Don't repeat this.",
    "[lowers his voice] He is leaving.",
)


@pytest.mark.parametrize("text", HINTS)
def test_a_hint_asks_for_nothing(text: str) -> None:
    assert ["hint"] == by_source(text, NOTHING)


@pytest.mark.parametrize(
    "text",
    [
        "Goodbye.", "Bye bye.", "Thanks for your time, goodbye.",
        "I'm switching off the recorder now.",
        "The recorder is off.", "Have a good evening.", "That's all from me.", "Talk to you soon.",
        "Take care.", "We're done here.",
    ],
)  # fmt: skip
def test_the_end(text: str) -> None:
    assert ["close"] == by_source(text, NOTHING)
    assert ["close"] == by_reporter(text, NOTHING)


OTHER_SENSES = (
    "For the record, I was not there.",
    "To be honest, I am tired.",
    "Frankly, it is bad.",
    "don't quote me on that but I think it was ten",
    "Don't quote me on the exact number.",
    "He lives near the pier, but don't quote me.",
    "You can quote me on that.",
    "We ran a background check on him.",
    "I have worked on background jobs for years.",
    "She has a deep background in law.",
    "He has a deep background, they say.",
    "I have been working on background for a while.",
    "I want to give you some background information that may help.",
    "Let's go and have a cup of coffee.",
    "The attribution of the attacks to the group is disputed.",
    "The embargo on Atlantis should be lifted.",
    "The grain is under an embargo.",
    "It was the hottest summer on record.",
    "It is the worst flood ever on the record.",
    "She went on the record last year.",
    "He is on the record as opposing it.",
    "He has a criminal record and got off.",
    "He told me off the record that they are broke.",
    "She said it was off the record.",
    "They talked off the record for an hour.",
    "He asked whether we were off the record and I said no.",
    "People in this town often speak on background.",
    "I told my boss not to use my name.",
    "I turned off the radio.",
    "They turn it off every night.",
    "Just as an aside for the audience, that was the harbor.",
    "Between the two of us, we do most of it.",
    "It is between you and your bank.",
    "Can I say that on television?",
    "May I use your name?",
    "Are you okay with being on the record?",
    "Is this on the record?",
    "On the record?",
    "I won't name names, but two of them left.",
    "The keeper of the record is away.",
    "We get off the record people and the others.",
    "You should describe the problem to a doctor.",
    "We share the costs with the other department.",
    "The report says that nobody may enter.",
    "This is not my quote.",
    "Is the printed circuit board ready?",
    "If you print this page, use both sides.",
    "",
    "...",
)


@pytest.mark.parametrize("text", OTHER_SENSES)
def test_the_same_words_in_another_sense_are_no_terms(text: str) -> None:
    assert [] == by_source(text, NOTHING)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Well, let me think. Can we go off the record? It's bad.", ["Can we go off the record?"]),
        ("  Sure!  Go on", ["Sure!  Go on"]),
        ("Look, between us, he left.", ["between us"]),
    ],
)
def test_a_cue_is_found_where_its_words_stand(text: str, words: list[str]) -> None:
    waiting = ASKED if "Sure" in text else NOTHING

    cues = read_turn(text, by_reporter=False, waiting=waiting)

    assert words == [text[cue.start : cue.end] for cue in cues]
