"""Names in a draft: where somebody is named, or a body, and how sure that it is they."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.document import Span
from groundrules.draft.naming import NameForm, find_name
from groundrules.draft.wording import draft_words, word_list
from groundrules.rules.rule import Confidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.draft.document import Draft

_SURE = {
    NameForm.FULL: Confidence.HIGH,
    NameForm.INVERTED: Confidence.HIGH,
    NameForm.PART: Confidence.LOW,
}
"""How sure it is of a form that it names the bearer; of others the name may be shared."""


class Named(NamedTuple):
    """A place where somebody is named.

    Attributes:
        confidence: how sure it is that it is they; high for the whole name only.
    """

    span: Span
    confidence: Confidence

    @property
    def is_whole(self) -> bool:
        """Tell whether it is the whole name, and not a part of it that others may share."""
        return self.confidence is Confidence.HIGH


def names_in(draft: Draft, names: Iterable[str]) -> list[Named]:
    """Return every place where a draft has one of somebody's names, in order; none overlap.

    Of two that overlap, such as a name and an alias that is a part of it, the longer is kept; of
    two at one place, the surer.
    """
    found = [
        Named(place.span, _SURE.get(place.form, Confidence.MEDIUM))
        for name in names
        for place in find_name(draft, name)
    ]
    kept: list[Named] = []
    for named in sorted(found, key=_longest_first):
        if not any(named.span.overlaps(one.span) for one in kept):
            kept.append(named)
    return sorted(kept)


def bodies_in(draft: Draft, name: str) -> Iterator[Span]:
    """Yield every place where a draft has the name of a body, with a capital, in order.

    The article of `the Port of Larchmere` may be missing.
    """
    copy, wanted = draft_words(draft), words_of_body(name)
    starts = {one for first in wanted[:1] for one in (first, f"{first}'s")}
    for place in [place for place, text in enumerate(copy.texts) if text in starts]:
        end = place + len(wanted)
        found = [text.removesuffix("'s") for text in copy.texts[place:end]]
        if found == wanted and draft.text[copy.starts[place]].isupper():
            yield Span(copy.starts[place], copy.ends[end - 1])


def words_of_body(name: str) -> list[str]:
    """Return the words of the name of a body as they are looked for in a draft."""
    wanted = [one.removesuffix("'s") for one in word_list(name)]
    return wanted[1:] if wanted[:1] == ["the"] else wanted


def _longest_first(named: Named) -> tuple[int, Span, int]:
    return named.span.start - named.span.end, named.span, -_RANKS.index(named.confidence)


_RANKS = tuple(Confidence)
