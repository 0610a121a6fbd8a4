"""Which way we would choose, and why: rules that anybody can read, and the first that fits decides.

There is no score. Rules against speaking come first, then those for the simplest way that keeps the
person safe. Each rule has its reason in words, as data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.talk.preparing.alternatives import Alternative

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.talk.preparing.situation import Situation


class Rule(NamedTuple):
    """One rule.

    Attributes:
        choose: the way to talk that it stands for.
        applies: whether it fits a situation; its name is the key of its reason.
    """

    choose: Alternative
    applies: Callable[[Situation], bool]

    @property
    def name(self) -> str:
        """Return the name of the rule, under which its reason is kept."""
        return self.applies.__name__


class Choice(NamedTuple):
    """What is chosen.

    Attributes:
        because: the names of the rules that speak for it; the first of them decided.
    """

    alternative: Alternative
    because: tuple[str, ...]


def choose(situation: Situation) -> Choice:
    """Return the choice of the first rule that fits, and which others speak for the same."""
    fitting = [rule for rule in RULES if rule.applies(situation)]
    chosen = fitting[0].choose
    return Choice(chosen, tuple(rule.name for rule in fitting if rule.choose is chosen))


def untrue(situation: Situation) -> bool:
    """Some of it is not true."""
    return situation.word("accuracy") == "untrue"


def unbearable(situation: Situation) -> bool:
    """The person could not bear to see it in print in any form."""
    return situation.word("bear_unnamed") == "no"


def distrusted(situation: Situation) -> bool:
    """The person does not trust the reporter."""
    return situation.word("trust") == "distrusted"


def gut_against(situation: Situation) -> bool:
    """The person's gut says no."""
    return situation.word("gut") == "stay-out"


def lawless(situation: Situation) -> bool:
    """The law is at stake, and there is no lawyer."""
    return "law" in situation.several("stakes") and "lawyer" not in situation.several("helpers")


def unsafe(situation: Situation) -> bool:
    """Somebody's safety is at stake, and nobody helps."""
    return "safety" in situation.several("stakes") and not situation.several("helpers")


def unconfirmed_traceable(situation: Situation) -> bool:
    """It could not be checked, but the reporter can."""
    return situation.word("accuracy") == "unconfirmed" and situation.is_traceable


def unconfirmed(situation: Situation) -> bool:
    """It could not be checked."""
    return situation.word("accuracy") == "unconfirmed"


def unhurt_by_name(situation: Situation) -> bool:
    """The person could bear it with the name, and nothing is at stake."""
    return situation.word("bear_named") == "yes" and not situation.several("stakes")


def found_easily_but_traceable(situation: Situation) -> bool:
    """Few know it, and the reporter can find it elsewhere."""
    return situation.few_know and situation.is_traceable


def found_easily(situation: Situation) -> bool:
    """Few know it."""
    return situation.few_know


def unsure(situation: Situation) -> bool:
    """The person is not sure of bearing it in print without the name."""
    return situation.word("bear_unnamed") == "unsure"


def traceable(situation: Situation) -> bool:
    """Something is at stake, and the reporter can find it elsewhere."""
    return bool(situation.several("stakes")) and situation.is_traceable


def voice_of_others(situation: Situation) -> bool:
    """The person speaks for an organisation and is one of many."""
    return "organisation" in situation.several("reasons") and situation.hides_among_many


def only_context(situation: Situation) -> bool:
    """It is to help a trusted reporter understand."""
    return "context" in situation.several("reasons") and situation.word("trust") == "trusted"


def hidden_among_many(situation: Situation) -> bool:
    """There is a description that fits many."""
    return situation.hides_among_many


def no_safe_description(situation: Situation) -> bool:
    """There is no description that fits many."""
    return not situation.hides_among_many


RULES = (
    Rule(Alternative.NOTHING, untrue),
    Rule(Alternative.NOTHING, unbearable),
    Rule(Alternative.NOTHING, distrusted),
    Rule(Alternative.NOTHING, gut_against),
    Rule(Alternative.NOTHING, lawless),
    Rule(Alternative.NOTHING, unsafe),
    Rule(Alternative.TRAIL, unconfirmed_traceable),
    Rule(Alternative.NOTHING, unconfirmed),
    Rule(Alternative.ON_THE_RECORD, unhurt_by_name),
    Rule(Alternative.TRAIL, found_easily_but_traceable),
    Rule(Alternative.NOTHING, found_easily),
    Rule(Alternative.NOTHING, unsure),
    Rule(Alternative.TRAIL, traceable),
    Rule(Alternative.NOT_FOR_ATTRIBUTION, voice_of_others),
    Rule(Alternative.OFF_THE_RECORD, only_context),
    Rule(Alternative.BACKGROUND, hidden_among_many),
    Rule(Alternative.DEEP_BACKGROUND, no_safe_description),
)
"""Every rule, in the order in which they are tried. One of the last two always fits."""
