"""The table of the light: what a page must know of a talk to go on with it when nobody answers.

That is the policy's reading of each level, the questions that are open, and the words of the script
and of the read-back. No word of the talk is in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from groundrules.desk.light.levels import LightLevel, light_level
from groundrules.desk.light.record import pair_of, refuse_crowd
from groundrules.desk.light.shapes import instant_text
from groundrules.desk.talking.capture_agreement import Underway, open_record
from groundrules.talk.script.request import Side
from groundrules.talk.script.settling import house
from groundrules.terms.levels import Level
from groundrules.terms.rights import AXES

if TYPE_CHECKING:
    from groundrules.config.settings import Settings
    from groundrules.talk.script.wording import Wording


@dataclass(frozen=True, slots=True)
class LightParty:
    """Somebody at the table, by the id and the role."""

    id: str
    role: str


@dataclass(frozen=True, slots=True)
class LightTable:
    """What does not change while the talk lasts.

    Attributes:
        began: the instant from which times count; "" where only the day is known.
        outlet: for whom the reporter works; "" where nobody said.
        policy: the id of the policy under which the words are read.
        protected: the id of whoever's words the terms are for.
        reader: the id of who reads the terms back.
        side: which side the reader is of, `reporter` or `source`.
        axes: axis to its permissions, the freest first.
        levels: all of them, in the order in which they withhold.
        wording: key, joined by dots, to its texts: what a read-back is made of.
    """

    began: str
    outlet: str
    policy: str
    policy_title: str
    parties: tuple[LightParty, ...]
    protected: str
    reader: str
    side: str
    axes: dict[str, tuple[str, ...]]
    levels: tuple[LightLevel, ...]
    wording: dict[str, tuple[str, ...]]


def open_light(path: str, settings: Settings, *, english: str = "american") -> Underway:
    """Return the talk of a record at which the light can stand.

    Raises:
        BadInput: it cannot be read, or more than two sit at the table.
    """
    talk = open_record(path, settings, sources="", english=english)
    refuse_crowd(talk.file)
    return talk


def table_of(talk: Underway) -> LightTable:
    """Return what a page must know of a talk once."""
    conversation, policy = talk.conversation, talk.policy
    protected, reader = pair_of(conversation)
    return LightTable(
        began=instant_text(conversation.date) if isinstance(conversation.date, datetime) else "",
        outlet=conversation.outlet,
        policy=policy.id,
        policy_title=house(policy, talk.wording),
        parties=tuple(LightParty(one.id, one.role.value) for one in conversation.parties),
        protected=protected,
        reader=reader,
        side=Side.REPORTER.value,
        axes={name: tuple(str(word) for word in axis) for name, axis in AXES.items()},
        levels=tuple(light_level(level, policy, talk.wording) for level in Level),
        wording=_read_back_words(talk.wording),
    )


def _read_back_words(wording: Wording) -> dict[str, tuple[str, ...]]:
    """Return the texts of which a read-back is made, by their keys without the side."""
    side = (Side.REPORTER.value, "read-back")
    found = {".".join(key[1:]): texts for key, texts in wording.texts.items() if key[:2] == side}
    for table in ("joining", "dates"):
        found |= {".".join(key): texts for key, texts in wording.texts.items() if key[0] == table}
    return found
