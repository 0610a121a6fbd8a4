"""Beginning a talk at the light: a record of two, neither of whom is named."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from groundrules.desk.conversations.free_name import free_name
from groundrules.desk.light.shapes import clean
from groundrules.desk.vaults.moves import bring
from groundrules.errors import BadInput, Fault
from groundrules.record.notation import to_text
from groundrules.record.transcript import Conversation, Party, Role

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.config.settings import Setting, Settings


def begin_at_the_light(vault: Path, settings: Settings, *, outlet: str, policy: str) -> str:
    """Begin a conversation in a vault, now, and return its name, which says when and nothing more.

    Args:
        vault: its folder.
        settings: of this run.
        outlet: for whom the reporter works; "" where it shall not be said.
        policy: the id of the policy under which the words are read; "" for the house's own.

    Raises:
        BadInput: there is no such policy, or the vault is locked.
    """
    from groundrules.desk.policies.house_policy import Policies  # noqa: PLC0415 - start-up time

    wanted = _with_policy(settings, policy)
    Policies(wanted)  # one that does not exist is refused before anything is begun
    name = _free_name(vault)
    conversation = Conversation(
        name,
        (Party("AR", Role.REPORTER), Party("S1", Role.SOURCE)),
        date=datetime.now(tz=UTC).astimezone().replace(microsecond=0),
        outlet=clean(outlet),
        policy=wanted.word("policy"),
    )
    bring(vault, {name: to_text(conversation, name)})
    return name


def _with_policy(settings: Settings, policy: str) -> Settings:
    if not policy:
        return settings
    setting: Setting = settings.by_key["policy"]._replace(value=policy, origin="the light")
    return settings._replace(by_key={**settings.by_key, "policy": setting})


def _free_name(vault: Path) -> str:
    now = datetime.now(tz=UTC).astimezone()
    name = free_name(vault, f"talk-{now:%Y-%m-%d-%H%M}")
    if not name:
        message = "a hundred talks were begun within a minute"
        raise BadInput(Fault(str(vault), message, "wait for the next one"))
    return name
