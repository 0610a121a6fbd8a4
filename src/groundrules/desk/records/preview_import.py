"""Previewing an import: on which terms a talk would stand if all that is heard were confirmed.

Nothing is asked and nothing is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.import_transcript import told
from groundrules.errors import BadInput, Fault
from groundrules.readers.transcript.casting import labels_of, unknown_labels
from groundrules.record.cues.talk_reader import read_talk
from groundrules.record.proposed import confirmed
from groundrules.record.timeline import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundrules.config.settings import Settings
    from groundrules.desk.records.import_transcript import Imported, Telling
    from groundrules.record.cues.talk_reader import Heard
    from groundrules.record.timeline import Timeline


class Preview(NamedTuple):
    """An import as it would be if all that was heard were confirmed.

    Attributes:
        imported: the transcript with what is heard in it.
        heard: one for each of its proposals.
        labels: a party's id to its label in the transcript.
        now: on which terms it stands as long as nobody confirms anything.
        confirmed: on which terms it would stand then.
    """

    imported: Imported
    heard: tuple[Heard, ...]
    labels: Mapping[str, str]
    now: Timeline
    confirmed: Timeline


def preview(read: Imported, telling: Telling, settings: Settings) -> Preview:
    """Return what an import of one transcript comes to. A record's own proposals are read anew.

    Raises:
        BadInput: nobody goes by a label, and the remedy names those that there are; or an id
            cannot be given, or a policy cannot be loaded.
    """
    there = labels_of(read.conversation, {}).values()
    remedy = f"the labels there are: {', '.join(map(ascii, there)) or 'none'}"
    faults = [
        Fault("--party", f"nobody goes by the label {label!a}", remedy)
        for _, label in unknown_labels(telling.who, (read.conversation,))
    ]
    if faults:
        raise BadInput(*faults)
    (imported,) = told((read,), telling._replace(cues=False))
    talk = read_talk(imported.conversation) if telling.cues else None
    if talk:
        imported = imported.with_conversation(talk.conversation)
    policy = Policies(settings).of(imported.conversation)
    return Preview(
        imported,
        talk.heard if talk else (),
        labels_of(read.conversation, telling.who),
        fold(imported.conversation, policy),
        fold(confirmed(imported.conversation), policy),
    )
