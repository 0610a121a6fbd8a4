"""The talk at the terminal in which terms are settled, read back, answered and logged."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from groundrules.faces.cli.asking import Question, Stopped, ask_choice, ask_text, say
from groundrules.record.negotiation import Stage
from groundrules.talk.agreeing.request import Settled
from groundrules.talk.agreeing.turns import (
    Answer,
    answering,
    closing,
    countering,
    opening,
    reading_back,
    returning,
)
from groundrules.terms.levels import Level
from groundrules.terms.rights import Attribute, Axis

if TYPE_CHECKING:
    from groundrules.desk.talking.agreement_conditions import Typed
    from groundrules.desk.talking.capture_agreement import Underway
    from groundrules.record.facts import Proposal
    from groundrules.talk.agreeing.turns import Said, Sides
    from groundrules.talk.script.settling import Question as ToSettle

_OTHER = "other"
_LEVELS = tuple(level for level in Level if level is not Level.ON_THE_RECORD)
_DESCRIBED = (Attribute.DESCRIPTION, Attribute.INSTITUTION)


class Agreed(NamedTuple):
    """What came of settling terms: the talk as it is then, and the terms that were read back.

    Attributes:
        holds: the terms are in force.
    """

    talk: Underway
    settled: Settled
    holds: bool


def settle(
    talk: Underway, sides: Sides, level: Level | None, typed: Typed, *, defaults: bool
) -> Agreed:
    """Settle terms, have them read aloud, and log what came back."""
    start = typed.start()
    _show_stage(talk, sides)
    wanted = _settled(talk, sides, level or _ask_level(), typed.conditions(), defaults=defaults)
    said: list[Said] = [opening(sides, wanted.named)]
    waiting = list(sides.answerers)
    while waiting:
        by = waiting[0]
        answer = _read_aloud(talk, sides, wanted, by, said)
        if answer == _OTHER:
            wanted = _settled(talk, sides, _ask_level(), wanted.conditions, defaults=defaults)
            said.append(countering(by, wanted.named))
            waiting = list(sides.answerers)  # whoever has said yes said it to something else
            continue
        said += answering(by, Answer(answer), _exact_words() if answer == Answer.YES else "")
        waiting.pop(0)
    talk = talk.written(said, start)
    return Agreed(talk, wanted, _logged(talk, sides, len(said)) is Stage.ON_TERMS)


def go_back(talk: Underway, sides: Sides, typed: Typed) -> bool:
    """Log the return to the record; tell whether the talk is on the record then."""
    start = typed.start()
    _show_stage(talk, sides)
    answer = Answer.SILENCE
    if sides.asker != sides.protected:
        answer = Answer(ask_choice(Question("What did the source answer?"), _ANSWERS))
    say("Change the topic before you ask for something to quote.")
    say("Confirm how what was said on terms may be used: those words keep their terms.")
    said = returning(sides, answer)
    return _logged(talk.written(said, start), sides, len(said)) is Stage.ON_THE_RECORD


def close(talk: Underway, by: str, typed: Typed) -> None:
    """Log that the talk is over."""
    talk.written((closing(by),), typed.start())
    click.echo(f"Closed. Written to {talk.file.name}.")


def _show_stage(talk: Underway, sides: Sides) -> None:
    say(f"Now: {_STAGES[talk.stage(sides.protected)]}")
    click.echo()


def _ask_level() -> Level:
    return Level(
        ask_choice(
            Question("On which terms?", "What they mean is settled next, question by question."),
            {level.value: level.spoken for level in _LEVELS},
        )
    )


def _settled(
    talk: Underway, sides: Sides, level: Level, conditions: Proposal, *, defaults: bool
) -> Settled:
    """Return the level with every open question answered."""
    axes = {
        question.axis: question.careful if defaults else _ask_axis(question)
        for question in talk.open_questions(sides, level)
    }
    settled = Settled(level, axes, conditions)
    described = settled.terms(talk.policy).rights.attribute in _DESCRIBED
    if described and not conditions.descriptions and not defaults:
        words = ask_text(
            Question(
                "How may the source be described?",
                "The more people the words fit, the safer. Leave it empty to settle it later:\n"
                "until then the record says that it is open.",
            )
        )
        conditions = conditions._replace(descriptions=(words,) if words else ())
    return settled._replace(conditions=conditions)


def _ask_axis(question: ToSettle) -> Axis:
    choices = {str(one.permission): one.words for one in question.choices}
    put = Question(question.text, question.reason)
    chosen = ask_choice(put, choices, default=str(question.careful))
    click.echo()
    return next(one.permission for one in question.choices if str(one.permission) == chosen)


def _read_aloud(talk: Underway, sides: Sides, wanted: Settled, by: str, said: list[Said]) -> str:
    """Show the sentence to read aloud, and return what came back to it.

    What is read is written down once for each wording of it, before the first answer.
    """
    words = talk.read_back(sides, wanted)
    turn = reading_back(sides, wanted, talk.policy, words)
    if turn not in said:
        said.append(turn)
    say(f"Read this aloud, then wait ({sides.reader} to {by}):")
    click.echo()
    say(words, "    ")
    click.echo()
    choices = {**_ANSWERS, _OTHER: "Other terms."}
    return ask_choice(Question(f"What did {by} answer?", _ONLY_A_YES), choices)


def _exact_words() -> str:
    try:
        return ask_text(Question("In which words? Enter: they are not kept."))
    except Stopped:
        return ""


def _logged(talk: Underway, sides: Sides, turns: int) -> Stage:
    """Say what stands now and where it is written; return where the talk stands."""
    last = len(talk.conversation.turns)
    now = talk.stage(sides.protected)
    click.echo()
    say(f"Now: {_STAGES[now]}")
    which = f"turn {last}" if turns == 1 else f"turns {last - turns + 1} to {last}"
    click.echo(f"Written to {talk.file.name}, {which}.")
    return now


_ONLY_A_YES = (
    "Only a yes in words agrees. Hmm, laughter, a nod and silence do not. Thank them and leave, "
    "or ask again."
)

_ANSWERS = {
    Answer.YES.value: "Yes, in words.",
    Answer.NO.value: "No.",
    Answer.MAYBE.value: "Maybe, or something that can be read two ways.",
    Answer.SILENCE.value: "Nothing in words.",
}

_STAGES = {
    Stage.ON_THE_RECORD: "on the record. Everything said can be used, with the name.",
    Stage.ASKED: "terms were asked for and nobody has answered. Say nothing sensitive yet.",
    Stage.OFFERED: "terms were put to the source, and she has not answered.",
    Stage.ON_TERMS: "terms are in force.",
    Stage.ASKED_ON_TERMS: "terms are in force, and the source has asked for others.",
    Stage.OFFERED_ON_TERMS: "terms are in force, and others were put to the source.",
    Stage.RETURN_ASKED: "the terms hold until the source agrees to go back on the record.",
    Stage.UNCLEAR: "the answer can be read two ways. Ask again before anything is said.",
}
