"""The dialogues read by hand: all there, well formed, and read by the fold as by the hand."""

from __future__ import annotations

import re
from itertools import chain

import pytest
from dialogue_gold import Act, Dialogue, dialogues

from groundrules.record.facts import Fact, Kind
from groundrules.terms.levels import Level

DIALOGUES = dialogues()
STATUSES = {level.value for level in Level} - {Level.PLAIN_WORDS.value} | {"open"}

DISAGREEMENTS = {
    ("several-interpreter-repeats", 2): (
        "not-for-attribution",
        "on-the-record",
        "the promise to the witness is spoken to her interpreter, whom the fold takes as addressed",
    ),
    ("several-interpreter-repeats", 4): (
        "not-for-attribution",
        "on-the-record",
        "what an interpreter says for the witness is her disclosure; the fold knows speakers only",
    ),
}
"""Dialogue (without its number) and turn: the reading by hand, the fold's, and why they differ."""


def slug(dialogue: Dialogue) -> str:
    return dialogue.id.partition("-")[2]


def is_agreement(act: Act) -> bool:
    return act.verb in {"agree", "stay"} and act.behind != "on-the-record"


def nothing_agreed(dialogue: Dialogue) -> bool:
    return not any(map(is_agreement, dialogue.acts))


def changes_rights(dialogue: Dialogue) -> bool:
    def changes(fact: Fact) -> bool:
        defines = fact.kind is Kind.TERMS_DEFINED and fact.proposal and fact.proposal.changes
        return bool(defines) or fact.kind is Kind.TERMS_COUNTERED

    return any(map(changes, dialogue.facts()))


def description_agreed(dialogue: Dialogue) -> bool:
    return any(
        one.terms.conditions.descriptions and not one.is_open for one in dialogue.folded().standings
    )


def embargo_named(dialogue: Dialogue) -> bool:
    return any(fact.proposal and fact.proposal.embargo for fact in dialogue.facts())


def scope_named(dialogue: Dialogue) -> bool:
    return any(fact.proposal and fact.proposal.scope for fact in dialogue.facts())


def chatham_house(dialogue: Dialogue) -> bool:
    return any(level == "chatham-house" for _, level in dialogue.proposals())


def reporter_offers(dialogue: Dialogue) -> bool:
    return any(
        act.verb == "offer" and dialogue.parties[act.by] == "reporter" for act in dialogue.acts
    )


def return_accepted_late(dialogue: Dialogue) -> bool:
    asked = [act.turn for act in dialogue.acts if act.verb == "return"]
    taken = [act.turn for act in dialogue.acts if act.verb == "return-accept"]
    return any(later - earlier >= 2 for earlier in asked for later in taken)


def several(dialogue: Dialogue) -> bool:
    roles = list(dialogue.parties.values())
    return (
        roles.count("reporter") > 1 or sum(map({"source", "spokesperson"}.__contains__, roles)) > 1
    )


def between_negotiators(dialogue: Dialogue) -> bool:
    return list(dialogue.parties.values()).count("negotiator") > 1


def from_speech_recognition(dialogue: Dialogue) -> bool:
    """Tell whether no turn has a capital or a mark of punctuation; brackets and hyphens may be."""
    return not any(re.search(r"""[A-Z.,;:?!"']""", words) for words in dialogue.words)


def is_long(dialogue: Dialogue) -> bool:
    return len(dialogue.turns) >= 25


def is_short(dialogue: Dialogue) -> bool:
    return len(dialogue.turns) <= 3


@pytest.mark.parametrize(
    ("least", "kind"),
    [
        (40, nothing_agreed),
        (25, changes_rights),
        (15, description_agreed),
        (12, embargo_named),
        (12, scope_named),
        (10, chatham_house),
        (10, reporter_offers),
        (10, return_accepted_late),
        (8, several),
        (8, between_negotiators),
        (25, from_speech_recognition),
        (5, is_long),
        (5, is_short),
    ],
)
def test_there_are_enough_of_every_kind_and_some_kept_aside(least, kind):
    found = [one.split for one in DIALOGUES if kind(one)]

    assert len(found) >= least
    assert found.count("kept") >= 1


def test_there_are_at_least_160_and_every_third_of_the_first_series_is_kept_aside():
    first = [one.split for one in DIALOGUES if one.id[0].isdigit()]
    expected = ["kept" if number % 3 == 0 else "dev" for number in range(1, len(first) + 1)]

    assert len(first) >= 160
    assert expected == first


def test_a_later_series_is_of_one_split_and_some_are_kept_aside():
    splits: dict[str, set[str]] = {}
    for one in DIALOGUES:
        if one.id[0].isalpha():
            splits.setdefault(one.id[0], set()).add(one.split)

    assert {1} == {len(found) for found in splits.values()}
    assert {"dev", "kept"} == set(chain.from_iterable(splits.values()))


def test_what_is_kept_aside_stands_in_files_of_its_own():
    assert DIALOGUES == tuple(sorted(dialogues("dev") + dialogues("kept")))
    assert {"dev"} == {one.split for one in dialogues("dev")}
    assert {"kept"} == {one.split for one in dialogues("kept")}


def test_ids_are_unique_and_numbered():
    series: dict[str, list[int]] = {}
    for one in DIALOGUES:
        letter, number = re.fullmatch(r"([a-z]?)(\d+)", one.id.partition("-")[0]).groups()
        series.setdefault(letter, []).append(int(number))

    for numbers in series.values():
        assert list(range(1, len(numbers) + 1)) == numbers
    assert len(DIALOGUES) == len({slug(one) for one in DIALOGUES})


def test_no_dialogue_says_what_another_says():
    openings = ["\n".join(one.words[:2]) for one in DIALOGUES]

    assert len(openings) == len(set(openings))


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda one: one.id)
def test_every_dialogue_is_well_formed(dialogue):
    speakers = {speaker for speaker, _ in dialogue.turns}

    assert len(dialogue.turns) == len(dialogue.status)
    assert set(dialogue.status) <= STATUSES
    assert speakers | {act.by for act in dialogue.acts} <= set(dialogue.parties)
    assert sorted(dialogue.acts, key=lambda act: (act.turn, act.part)) == list(dialogue.acts)


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda one: one.id)
def test_every_dialogue_becomes_a_conversation_and_loses_no_word(dialogue):
    read = dialogue.conversation()

    assert [(turn.speaker, turn.parts) for turn in read.turns] == list(dialogue.turns)
    assert [(act.turn, act.part, act.by, act.verb) for act in dialogue.acts] == [
        (fact.at.turn, fact.at.part, fact.by, fact.kind.value) for fact in dialogue.facts()
    ]
    assert dialogue.conversation(with_acts=False) == read._replace(facts=())


def test_the_fold_reads_every_turn_as_the_hand_did_but_for_known_ones():
    differing = {
        (slug(one), number): (by_hand, turn.status)
        for one in DIALOGUES
        for number, (by_hand, turn) in enumerate(
            zip(one.status, one.folded().turns(), strict=True), 1
        )
        if by_hand != turn.status
    }

    assert {place: known[:2] for place, known in DISAGREEMENTS.items()} == differing


def test_every_status_and_every_kind_of_act_occurs():
    verbs = set(chain.from_iterable(one.verbs for one in DIALOGUES))
    expected = {
        *("ask", "offer", "assert", "announce", "define", "counter", "agree", "stay", "decline"),
        *("return", "return-accept", "retroactive", "grace", "hint", "close", "leave"),
        "unclear",
    }

    assert expected == verbs
    assert set(chain.from_iterable(one.status for one in DIALOGUES)) == STATUSES
