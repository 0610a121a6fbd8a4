"""The script: what a person says, part by part, to agree on terms, keep to them and leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.talk.script.outline import outline
from groundrules.talk.script.passages import Passages
from groundrules.talk.script.request import Channel
from groundrules.talk.script.settling import house
from groundrules.talk.script.wording import filled
from groundrules.terms.policy import CAUTIOUS

if TYPE_CHECKING:
    from groundrules.talk.script.passages import Line
    from groundrules.talk.script.request import Request
    from groundrules.talk.script.wording import Wording
    from groundrules.terms.policy import Policy


class Part(NamedTuple):
    """One step of the talk.

    Attributes:
        name: its key in a wording, such as `ask`.
        title: its heading.
        lines: what to say, and what to mind, in order.
    """

    name: str
    title: str
    lines: tuple[Line, ...]


class Script(NamedTuple):
    """The whole script.

    Attributes:
        language: a BCP 47 tag such as `en-GB`.
        footers: which policies it was made for, one text for each.
    """

    title: str
    language: str
    parts: tuple[Part, ...]
    footers: tuple[str, ...]


def script_for(request: Request, wording: Wording) -> Script:
    """Return the script for a request, in one English."""
    passages = Passages(request, wording)
    return Script(
        passages.one("title"),
        wording.one("language"),
        tuple(
            Part(name, passages.one("parts", name, "title"), tuple(lines))
            for name, lines in outline(passages)
        ),
        tuple(_footer(policy, request, wording) for policy in _policies(request)),
    )


def _policies(request: Request) -> tuple[Policy, ...]:
    """Return the policies on which the words rest; the script for a message rests on none."""
    return () if request.channel is Channel.MESSAGE else request.policies


def _footer(policy: Policy, request: Request, wording: Wording) -> str:
    if policy.id == CAUTIOUS:
        return wording.one(request.side, "footer-unnamed")
    text = wording.one(request.side, "footer")
    return filled(text, policy=house(policy, wording), version=policy.version, id=policy.id)
