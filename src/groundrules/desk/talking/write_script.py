"""Writing the script of an agreement: which words to say, for this level, outlet and channel."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.readers.policies import PolicyShelf
from groundrules.readers.wordings import WordingShelf
from groundrules.tables.table import nearest
from groundrules.talk.script.request import Channel, Request, Side
from groundrules.talk.script.script import script_for
from groundrules.talk.script.wording import wording_from
from groundrules.terms.levels import ALIASES, Level, level_named

if TYPE_CHECKING:
    from groundrules.config.settings import Settings
    from groundrules.talk.script.script import Script
    from groundrules.talk.script.wording import Wording

KIND = "scripts"
"""The folder of a shelf of wordings in which the scripts stand."""


class Order(NamedTuple):
    """What a person asks for.

    Attributes:
        level: a level's name or another spelling of it.
        side: `source` or `reporter`.
        channel: `phone`, `in-person`, `video` or `message`.
        english: the name of a wording, such as `american`.
        mine: the name of the policy that the speaker goes by; "" where it is the outlet's.
        descriptions: how the source may be described.
    """

    level: str
    side: str = Side.SOURCE.value
    channel: str = Channel.PHONE.value
    english: str = "american"
    mine: str = ""
    descriptions: tuple[str, ...] = ()


def write_script(order: Order, settings: Settings) -> Script:
    """Return the script that was ordered, for the policy of the settings.

    Raises:
        BadInput: there is no such level, policy or wording, a description says nothing, or a file
            is at fault.
    """
    level = level_of(order.level)
    shelf = PolicyShelf(settings.paths("policies"))
    asked_in = settings.by_key["policy"].origin
    request = Request(
        level,
        shelf.load(settings.word("policy"), asked_in=asked_in),
        Side(order.side),
        Channel(order.channel),
        shelf.load(order.mine, asked_in="flag --mine") if order.mine else None,
        tuple(map(_description, order.descriptions)),
    )
    return script_for(request, script_wording(order.english, settings))


def script_wording(english: str, settings: Settings) -> Wording:
    """Return the wording of scripts of this name: the newsroom's own, or the one that ships.

    Raises:
        BadInput: there is none, or it is at fault.
    """
    return wording_from(WordingShelf(settings.paths("wordings")).load(KIND, english))


def level_of(word: str) -> Level:
    """Return the level of this name or alias.

    Raises:
        BadInput: there is none; the remedy names the nearest.
    """
    level = level_named(word)
    if level is None:
        raise BadInput(Fault("LEVEL", "there is no such level", _nearest_level(word)))
    return level


def _nearest_level(word: str) -> str:
    """Return the remedy: the nearest spelling of any kind, and the levels by their own names."""
    close, _, _ = nearest(word.casefold(), (*Level, *ALIASES)).rpartition("write one of")
    return f"{close}write one of: {', '.join(Level)}"


def _description(text: str) -> str:
    words = " ".join(text.split())
    if not words or not words.isprintable():
        fault = "it says nothing, or holds invisible characters"
        raise BadInput(
            Fault("--description", fault, "write a few words, such as: a union official")
        )
    return words
