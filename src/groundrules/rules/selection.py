"""The selection: which rules are asked, by code, by the beginning of a code, or by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from groundrules.rules.rule import Rule

NEAREST = 3
"""How many of the nearest words an unknown one is answered with."""


def select(
    rules: Sequence[Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[Rule, ...]:
    """Return the rules that are selected and not ignored, in the order given.

    Args:
        rules: the rules to choose from.
        select: codes (`GR101`), beginnings of codes (`GR1`) or names; empty for all of them.
        ignore: likewise; what is ignored stays out, however it was selected.

    Raises:
        BadInput: a word that fits no rule, with those that are nearest to it; every such word.
    """
    chosen, ignored = tuple(select), tuple(ignore)
    faults = [*_unknown(rules, chosen, "select"), *_unknown(rules, ignored, "ignore")]
    if faults:
        raise BadInput(*faults)
    return tuple(
        rule
        for rule in rules
        if (not chosen or _any_fits(chosen, rule)) and not _any_fits(ignored, rule)
    )


def fits(word: str, rule: Rule) -> bool:
    """Tell whether a word means this rule; case does not count."""
    folded = word.strip().casefold()
    return folded == rule.name or (len(folded) > 1 and rule.code.casefold().startswith(folded))


def nearest(rules: Sequence[Rule], word: str) -> str:
    """Return a remedy for a word that means no rule: those that are nearest to it."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    known = {name.casefold(): name for rule in rules for name in (rule.code, rule.name)}
    close = get_close_matches(word.strip().casefold(), known, NEAREST, cutoff=0.5)
    listing = "`groundrules explain` lists every rule"
    return (
        f"did you mean {' or '.join(known[one] for one in close)}? {listing}" if close else listing
    )


def _any_fits(words: Iterable[str], rule: Rule) -> bool:
    return any(fits(word, rule) for word in words)


def _unknown(rules: Sequence[Rule], words: Iterable[str], setting: str) -> Iterator[Fault]:
    for word in words:
        if not any(fits(word, rule) for rule in rules):
            yield Fault(setting, f"no rule is called {word!r}", nearest(rules, word))
