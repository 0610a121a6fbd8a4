"""The story: what a draft declares of itself, so that more can be checked than its words tell.

All of it is optional. A story holds ids and words of the draft, and no name of a source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime


class StoryFact(NamedTuple):
    """A fact that the story tells, and where it has it from.

    Attributes:
        name: its name in the declaration.
        words: a passage of the draft, by which the fact is found there.
        rests_on: ids of statements, such as `docks#6`, and documents in any words.
        allegation: it is a serious allegation against somebody.
    """

    name: str
    words: str
    rests_on: tuple[str, ...]
    allegation: bool = False


class StorySource(NamedTuple):
    """A source of the story.

    Attributes:
        name: what the declaration calls it; nobody's real name.
        party: the conversation and the party's id in it, such as `union/S2`; "" for nobody whose
            words a record holds.
        pseudonym: the name under which the draft has it; "" where it has none.
        chosen_by: who chose the pseudonym: `source` or `outlet`; "" where there is none.
        told_before: what earlier stories have told of the source, a few words for each.
    """

    name: str
    party: str = ""
    pseudonym: str = ""
    chosen_by: str = ""
    told_before: tuple[str, ...] = ()


class Story(NamedTuple):
    """What a draft declares.

    Attributes:
        id: the story's id, to which approvals and waivers are bound; "" where none is declared.
        publish: the instant at which it is to be published; None where that is not declared.
    """

    id: str = ""
    publish: datetime | None = None
    facts: tuple[StoryFact, ...] = ()
    sources: tuple[StorySource, ...] = ()


UNDECLARED = Story()
"""What a draft declares that declares nothing."""
