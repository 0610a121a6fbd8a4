"""Asking a person one question after another, at a terminal or from a script, line by line.

Every function prints its question, reads one answer, and asks again until the answer can be
understood. Enter takes the default. `?` explains, `b` goes back and `q` stops, each typed alone;
so does the end of the input. Answers that come from a file or a pipe are printed behind the prompt,
so that what was asked and answered reads as a talk.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from groundrules.errors import BadInput, Fault
from groundrules.faces.cli.terminal import width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Answer = TypeVar("Answer")

PROMPT = "> "
NOTHING = "-"
"""Typed alone it clears a text or a list that is offered as the default."""

_YES_NO = {"y": True, "yes": True, "n": False, "no": False}


class Stopped(Exception):  # noqa: N818 - it is no error: the person has had enough
    """The person typed `q`, or there are no more answers."""


class WentBack(Exception):  # noqa: N818 - it is no error: the person wants the question before
    """The person typed `b`."""


class Misunderstood(Exception):  # noqa: N818 - it is no error: the question is put again
    """An answer that does not fit the question; the message says what would."""


class Question(NamedTuple):
    """What is asked.

    Attributes:
        text: the question itself.
        more: what `?` shows; "" where there is nothing more to say.
        back: whether `b` goes back; where it does not, it is an answer like any other.
    """

    text: str
    more: str = ""
    back: bool = False


def ask_text(question: Question | str, *, default: str = "") -> str:
    """Return one line of text; "" where the person leaves it empty or clears it."""
    shown = f"Enter: {default}" if default else "Enter: leave it empty"
    return _asked(question, (), shown, lambda typed: _cleared(typed, default))


def ask_texts(question: Question | str, *, default: Sequence[str] = ()) -> tuple[str, ...]:
    """Return texts, one typed on each line, until an empty line."""
    shown = f"Enter: keep these {len(default)}" if default else "Enter: none"
    kept = (("-", text) for text in default)
    first = _asked(question, kept, f"one on each line; {shown}", lambda typed: typed)
    if not first:
        return tuple(default)
    texts = [first] if first != NOTHING else []
    while texts and (more := _line(_as_question(question))):
        texts.append(more)
    return tuple(dict.fromkeys(texts))


def ask_number(question: Question | str, *, default: int = 0, most: int = 1_000_000_000) -> int:
    """Return a whole number from 0 to `most`."""

    def understood(typed: str) -> int:
        digits = typed.replace(",", "") or str(default)
        number = int(digits) if digits.isdecimal() and len(digits) <= len(str(most)) else most + 1
        if number > most:
            raise Misunderstood(f"Please type a whole number from 0 to {most:,}.")
        return number

    return _asked(question, (), f"Enter: {default}", understood)


def ask_yes_no(question: Question | str, *, default: bool) -> bool:
    """Return whether the person says yes."""

    def understood(typed: str) -> bool:
        if typed.casefold() not in _YES_NO:
            raise Misunderstood("Please type y for yes or n for no.")
        return _YES_NO[typed.casefold()]

    shown = f"y or n; Enter: {'yes' if default else 'no'}"
    return _asked(question, (), shown, lambda typed: understood(typed) if typed else default)


def ask_choice(question: Question | str, choices: Mapping[str, str], *, default: str = "") -> str:
    """Return the key of one choice.

    Args:
        question: what is asked.
        choices: key to what is shown for it, in order; a person types its number or its key.
        default: the key that Enter takes; "" where one must be chosen.
    """
    keys = list(choices)
    shown = f"Enter: {keys.index(default) + 1}" if default else "type a number"

    def understood(typed: str) -> str:
        return _chosen(typed, keys) if typed or not default else default

    return _asked(question, enumerate(choices.values(), 1), shown, understood)


def ask_several(
    question: Question | str, choices: Mapping[str, str], *, default: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return the keys of any of the choices, in their order; numbers are typed with blanks."""
    keys = list(choices)
    numbers = " ".join(str(keys.index(key) + 1) for key in default)
    shown = f"numbers, such as 1 3; Enter: {numbers or 'none'}"

    def understood(typed: str) -> tuple[str, ...]:
        if not typed:
            return tuple(default)
        if typed == NOTHING:
            return ()
        wanted = {_chosen(word, keys) for word in typed.replace(",", " ").split()}
        return tuple(key for key in keys if key in wanted)

    return _asked(question, enumerate(choices.values(), 1), shown, understood)


def say(text: str = "", before: str = "") -> None:
    """Print a paragraph in rows that fit the terminal, all of them as far in as `before` goes."""
    from groundrules.reporters.sheets.sheet_wrapping import rows  # noqa: PLC0415 - start-up time

    for row in rows(text, width() - len(before)):
        click.echo(f"{before}{row}".rstrip())
        before = " " * len(before)


def _asked(
    question: Question | str,
    choices: Iterable[tuple[object, str]],
    answers: str,
    understand: Callable[[str], Answer],
) -> Answer:
    """Put the question until its answer is understood."""
    put = _as_question(question)
    say(put.text)
    for mark, label in choices:
        say(label, f"  {mark} ")
    commands = ("?: more" if put.more else "", "b: back" if put.back else "", "q: stop")
    say(f"({'; '.join(part for part in (answers, *commands) if part)})")
    while True:
        try:
            return understand(_line(put))
        except Misunderstood as reason:
            say(str(reason))


def _as_question(question: Question | str) -> Question:
    return Question(question) if isinstance(question, str) else question


def _line(question: Question) -> str:
    """Return one typed line without its blanks; explain, go back or stop where that is typed."""
    while True:
        typed = read_line()
        if typed == "q":
            raise Stopped
        if typed == "b" and question.back:
            raise WentBack
        if typed == "?" and question.more:
            say(question.more)
        elif not typed.isprintable():
            say("There are characters in it that cannot be seen. Please type it again.")
        else:
            return typed


def read_line() -> str:
    """Return what is typed behind a prompt, its blanks made single.

    Raises:
        Stopped: there is no more.
        BadInput: it is not UTF-8.
    """
    try:
        typed = " ".join(input(PROMPT).split())
    except EOFError:
        click.echo()
        raise Stopped from None
    except UnicodeDecodeError:
        raise BadInput(Fault("-", "an answer is not UTF-8", "answer in UTF-8")) from None
    if not sys.stdin.isatty():
        click.echo(typed)
    return typed


def _cleared(typed: str, default: str) -> str:
    return "" if typed == NOTHING else typed or default


def _chosen(typed: str, keys: Sequence[str]) -> str:
    """Return the key that was typed, by its number, whole, or by a beginning that no other has."""
    if typed in keys:
        return typed
    if typed.isdecimal() and len(typed) <= len(str(len(keys))) and 1 <= int(typed) <= len(keys):
        return keys[int(typed) - 1]
    beginning = [key for key in keys if key.startswith(typed.casefold())]
    if len(beginning) == 1:
        return beginning[0]
    raise Misunderstood(f"Please type a number from 1 to {len(keys)}.")
