"""GR501: words under embargo stand in a draft that would appear before it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.rule import Finding, Rule
from groundrules.rules.usage import permitted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case
    from groundrules.terms.conditions import Embargo


class BrokenEmbargo(Rule):
    """The draft would publish words before the embargo on them is over."""

    code = "GR501"
    name = "broken-embargo"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the uses of statements with an embargo that is not over at `as_of`."""
        for use in permitted(case):
            waiting = [one for one in use.conditions.embargoes if not one.is_over(case.as_of)]
            if waiting:
                yield self.finding_on(
                    case,
                    use,
                    "would publish words before the embargo on them is over",
                    " and ".join(sorted(_wait_for(one) for one in waiting)),
                )


def _wait_for(embargo: Embargo) -> str:
    if embargo.until is None:
        return "wait for the event that was agreed, and record that it has happened"
    unit = "seconds" if embargo.until.second else "minutes"
    day, _, clock = embargo.until.isoformat(" ", unit).partition(" ")
    time, sign, offset = clock.partition("+" if "+" in clock else "-")
    return f"wait until {day} {time} {sign}{offset}"
