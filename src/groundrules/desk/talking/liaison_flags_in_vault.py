"""Who may talk for an organisation, and which talks of a vault are worth a second look."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.conversations.choose_talk import choosable_talks
from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.record_reading import RecordReader
from groundrules.desk.talking.flag_liaisons import organisations
from groundrules.record.notation import parse
from groundrules.record.timeline import fold
from groundrules.talk.liaisons.flags import flags

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.talk.liaisons.liaison import Organisation


class FlagShown(NamedTuple):
    """Something worth a second look: what, in a sentence without a name, and in which turns."""

    why: str
    message: str
    turns: tuple[int, ...]


class FlaggedTalk(NamedTuple):
    """A conversation with something in it that is worth a second look."""

    talk: str
    name: str
    flags: tuple[FlagShown, ...]


def flagged_talks(vault: Path, settings: Settings) -> tuple[FlaggedTalk, ...]:
    """Return the talks by somebody who is no liaison, or beyond what was settled.

    A vault keeps names and affiliations apart. The names in those files are looked for as those in
    a draft are: whoever holds such a file learns of which talks they are, and nothing else.

    Args:
        vault: the vault's folder.
        settings: where the files are that say who may talk. Without one, nothing is read.

    Raises:
        BadInput: with the faults of those files, or a record or policy cannot be read.
    """
    known = organisations(settings)
    if not known:
        return ()
    talks = choosable_talks(vault)
    streams = {one.name: one.talk for one in talks}
    policies = Policies(settings)
    found = []
    for text in RecordReader(_names(known)).texts(vault, list(streams)) if streams else ():
        conversation = parse(text.text, text.name)
        told = flags(fold(conversation, policies.of(conversation)), known)
        shown = tuple(FlagShown(one.why.value, one.message, one.turns) for one in told)
        if shown:
            found.append(FlaggedTalk(streams[text.name], text.name, shown))
    return tuple(found)


def _names(known: Iterable[Organisation]) -> set[str]:
    return {
        name
        for one in known
        for name in (*one.names, *(held for post in one.liaisons for held in post.names))
    }
