"""What a draft declares of itself, held against the draft and the records before anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import Fault
from groundrules.rules.corroborating import STATEMENT_MARK
from groundrules.rules.storytelling import place_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from groundrules.draft.document import Draft
    from groundrules.evidence.story import Story, StoryFact

_DECLARED = "what the story declares of it is left out of the check"


def story_faults(draft: Draft, story: Story, statements: Collection[str]) -> Iterator[Fault]:
    """Yield what of a declaration cannot be checked; no message holds words of it.

    Args:
        draft: the draft that declares it.
        story: what it declares.
        statements: the ids of all statements of the records.
    """
    for fact in story.facts:
        if place_of(draft, fact.words) is None:
            message = f"the words of fact {fact.name!a} are not in the draft; {_DECLARED}"
            yield Fault(draft.path, message, "declare words that stand in the draft as it is now")
        yield from _unknown(draft, fact, statements)
    parties = {one.rpartition(STATEMENT_MARK)[0] for one in statements}
    for source in story.sources:
        talk = source.party.partition("/")[0]
        if source.party and talk not in parties:
            message = f"source {source.name!a} is of a conversation that no record holds"
            remedy = 'write party = "conversation/ID", or give its record too'
            yield Fault(draft.path, f"{message}; {_DECLARED}", remedy)


def _unknown(draft: Draft, fact: StoryFact, statements: Collection[str]) -> Iterator[Fault]:
    for one in fact.rests_on:
        if STATEMENT_MARK in one and one not in statements:
            message = f"fact {fact.name!a} rests on a statement that no record holds; {_DECLARED}"
            remedy = "`groundrules record show` has the ids; or give its record too"
            yield Fault(draft.path, message, remedy)
