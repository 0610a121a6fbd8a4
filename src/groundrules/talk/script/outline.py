"""The outline: which parts a script has, in order, and what stands in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.talk.script.passages import Line
from groundrules.talk.script.request import Channel, Side
from groundrules.talk.script.settling import questions
from groundrules.talk.script.use_rights import definition, read_back
from groundrules.terms.levels import Level
from groundrules.terms.rights import Attribute, Publish, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.talk.script.passages import Passages
    from groundrules.talk.script.request import Request
    from groundrules.talk.script.settling import Question
    from groundrules.talk.script.wording import Wording

_BRIEFED = frozenset({Level.NOT_FOR_ATTRIBUTION, Level.BACKGROUND, Level.DEEP_BACKGROUND})
"""The levels on which groups are briefed so that nobody has to be named."""


def outline(passages: Passages) -> Iterator[tuple[str, Iterable[Line]]]:
    """Yield the name of each part that the request asks for, with its lines."""
    if passages.request.channel is Channel.MESSAGE:
        return _by_message(passages)
    if passages.request.level is Level.ON_THE_RECORD:
        return _on_the_record(passages)
    return _agreeing(passages)


def _by_message(passages: Passages) -> Iterator[tuple[str, Iterable[Line]]]:
    """Yield why a message agrees nothing, and the words that ask for a call."""
    for name in ("why-by-voice", "ask-to-talk"):
        yield name, passages.part(name, "always")


def _on_the_record(passages: Passages) -> Iterator[tuple[str, Iterable[Line]]]:
    """Yield a short script: nothing is withheld, so nothing has to be agreed."""
    yield "time", _in_channel(passages, "time")
    yield "on-the-record", _noted(passages, "on-the-record")
    yield "meaning", _meaning(passages)
    yield "approval", _approval(passages)
    yield "hindsight", _hindsight(passages)
    yield "close", _everywhere(passages, "close")


def _agreeing(passages: Passages) -> Iterator[tuple[str, Iterable[Line]]]:
    yield from _before(passages)
    yield "meaning", _meaning(passages)
    yield from _details(passages)
    yield "yes", _yes(passages)
    yield "no", _everywhere(passages, "no")
    for answer in ("maybe", "silence", "counter"):
        yield answer, passages.part(answer, "always")
    if passages.request.side is Side.REPORTER and passages.request.level in _BRIEFED:
        yield "group", [*passages.practice("group_background"), *passages.part("group", "always")]
    yield "talk", passages.part("talk", "always")
    yield "hindsight", _hindsight(passages)
    yield "return", passages.part("return", "always")
    yield "close", _everywhere(passages, "close")


def _before(passages: Passages) -> Iterator[tuple[str, Iterable[Line]]]:
    """Yield what comes before the definition: the two sides meet it from two ends."""
    yield "start", _everywhere(passages, "start")
    if passages.request.side is Side.REPORTER:
        yield "promising", _promising(passages)
    yield "time", _in_channel(passages, "time")
    yield "ask", _noted(passages, "ask")
    for name in ("asked",) if passages.request.side is Side.SOURCE else ("offer", "hint"):
        yield name, passages.part(name, "always")


def _details(passages: Passages) -> Iterator[tuple[str, Iterable[Line]]]:
    """Yield what is settled, besides the definition, before the yes."""
    rights = passages.request.terms.rights
    if asked := _asked(passages.request, passages.wording):
        yield "settle", _settle(passages, asked)
    yield "described", _described(passages)
    if rights.publish is not Publish.NO:
        yield "approval", _approval(passages)
        yield "embargo", _embargo(passages)
    yield "notes", _everywhere(passages, "notes")
    yield "others", _others(passages)


def _in_channel(passages: Passages, name: str) -> Iterator[Line]:
    return passages.part(name, passages.request.channel)


def _everywhere(passages: Passages, name: str) -> Iterator[Line]:
    return passages.part(name, "always", passages.request.channel)


def _noted(passages: Passages, name: str) -> Iterator[Line]:
    """Yield a part with what is often misunderstood about the level."""
    yield from passages.part(name, "always")
    yield Line(passages.one("notes", passages.request.level))


def _promising(passages: Passages) -> Iterator[Line]:
    """Yield what the outlet's policy lets a reporter promise, and whom he asks first."""
    yield from passages.part("promising", "always")
    practices = ["promise_by", "binds"]
    if passages.request.terms.rights.attribute is not Attribute.NAME:
        practices.append("approval_anonymous")
        practices.append("approval_serious_allegation")
    for name in practices:
        yield from passages.practice(name)


def _meaning(passages: Passages) -> Iterator[Line]:
    request = passages.request
    yield Line(passages.one("intros", request.level), is_spoken=True)
    terms = request.terms
    for sentence in definition(terms.rights, terms.conditions, request.side, passages.wording):
        yield Line(sentence, is_spoken=True)
    if request.level is Level.PLAIN_WORDS:
        yield from passages.part("meaning", "plain-words")
    yield from passages.part("meaning", "always")


def _asked(request: Request, wording: Wording) -> tuple[Question, ...]:
    return questions(
        request.level, request.policy, request.mine, side=request.side, wording=wording
    )


def _settle(passages: Passages, asked: tuple[Question, ...]) -> Iterator[Line]:
    """Yield the questions, those that are asked for the same reason together."""
    is_plain = passages.request.level is Level.PLAIN_WORDS
    yield from passages.part("settle", "plain-words" if is_plain else "always")
    for reason in dict.fromkeys(question.reason for question in asked):
        yield Line(reason)
        for question in asked:
            if question.reason == reason:
                said = _stricter(question) if is_plain else [question.text]
                yield from (Line(text, is_spoken=True) for text in said)


def _stricter(question: Question) -> list[str]:
    """Return the words for whatever would hold something back."""
    return [choice.words for choice in question.choices if choice.permission.strictness]


def _described(passages: Passages) -> Iterator[Line]:
    attribute = passages.request.terms.rights.attribute
    case = str(attribute)
    if attribute is Attribute.DESCRIPTION:
        case = "described" if passages.request.descriptions else "undescribed"
    return passages.part("described", case)


def _approval(passages: Passages) -> Iterator[Line]:
    request, rights = passages.request, passages.request.terms.rights
    if rights.quote is Quote.VERBATIM:
        yield from passages.practice("quote_approval")
        if request.side is Side.REPORTER and rights.attribute is not Attribute.NAME:
            yield from passages.practice("approval_direct_quote")
    else:
        yield from passages.part("approval", "unquoted")
    yield from passages.practice("copy_preview")


def _embargo(passages: Passages) -> Iterator[Line]:
    yield from passages.part("embargo", "always")
    yield from passages.practice("embargo_needs_acceptance")


def _others(passages: Passages) -> Iterator[Line]:
    yield from passages.part("others", "always")
    practices = ["identity_known_to"]
    if passages.request.side is Side.SOURCE:
        practices += ["promise_by", "binds"]
    for name in practices:
        yield from passages.practice(name)


def _yes(passages: Passages) -> Iterator[Line]:
    request = passages.request
    yield from passages.part("yes", "read-back")
    sentence = read_back(request.terms, request.side, passages.wording, request.own.id)
    yield Line(sentence, is_spoken=True)
    yield from passages.part("yes", "always")


def _hindsight(passages: Passages) -> Iterator[Line]:
    yield from passages.part("hindsight", "always")
    yield from passages.practice("retroactive")
