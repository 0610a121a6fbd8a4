"""Who may talk, and which talk was somebody else's: as lines, and as what JSON can hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from groundrules.reporters.display_width import one_line
from groundrules.reporters.lines import EMPTY, plain
from groundrules.reporters.plain_words import counted, listed
from groundrules.reporters.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from groundrules.reporters.lines import Line
    from groundrules.talk.liaisons.flags import Flag
    from groundrules.talk.liaisons.liaison import Liaison, Organisation


def flag_lines(flags: Sequence[Flag], width: int) -> Iterator[Line]:
    """Yield the flags of one conversation as notes at its end; nothing where there are none."""
    if not flags:
        return
    yield EMPTY
    yield plain(f"who may talk: {counted(len(flags), 'note')}", "label")
    for flag in flags:
        for number, row in enumerate(wrapped(_sentence(flag), "", width - 2)):
            yield plain(("  " if number else "- ") + row, "open")


def flag_objects(flags: Sequence[Flag]) -> list[Mapping[str, object]]:
    """Return the same for other programs."""
    return [
        {
            "why": flag.why.value,
            "party": flag.party,
            "turns": list(flag.turns),
            "message": flag.message,
        }
        for flag in flags
    ]


def list_lines(organisations: Sequence[Organisation], width: int) -> Iterator[Line]:
    """Yield who may talk, for each organisation."""
    if not organisations:
        yield plain("no file says who may talk: set `liaisons` in groundrules.toml")
    for number, organisation in enumerate(organisations):
        if number:
            yield EMPTY
        yield plain(one_line(organisation.names[0]), "label")
        for liaison in organisation.liaisons:
            yield from (
                plain(f"  {row}") for row in wrapped(_of(liaison), f"{liaison.id}: ", width - 2)
            )


def list_json(organisations: Sequence[Organisation]) -> Iterator[Line]:
    """Yield the same for other programs."""
    found = [
        {
            "organisation": organisation.names[0],
            "also": list(organisation.names[1:]),
            "file": organisation.path,
            "liaisons": [_object(liaison) for liaison in organisation.liaisons],
        }
        for organisation in organisations
    ]
    return map(plain, json.dumps(found, ensure_ascii=False, indent=2).split("\n"))


def _sentence(flag: Flag) -> str:
    if not flag.turns:
        return flag.message
    turns = listed([str(number) for number in flag.turns])
    return f"{flag.message} ({'turns' if len(flag.turns) > 1 else 'turn'} {turns})"


def _of(liaison: Liaison) -> str:
    topics = f"on {listed(liaison.topics)}" if liaison.topics else "on every topic"
    trained = f"trained {liaison.trained.isoformat()}" if liaison.trained else "not trained"
    until = f", until {liaison.until.isoformat()}" if liaison.until else ""
    who = listed(liaison.names)
    return f"{who}; {topics}, as far as {liaison.up_to.spoken}; {trained}{until}"


def _object(liaison: Liaison) -> Mapping[str, object]:
    return {
        "liaison": liaison.id,
        "names": list(liaison.names),
        "topics": list(liaison.topics),
        "up_to": liaison.up_to.value,
        "trained": liaison.trained.isoformat() if liaison.trained else None,
        "until": liaison.until.isoformat() if liaison.until else None,
    }
