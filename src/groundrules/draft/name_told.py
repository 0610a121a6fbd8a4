"""Whether a text that is handed out tells a name: in any form, or by any one word of it.

A given name alone is too much there, and it is not asked whose name it may be besides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.document import Draft, Span
from groundrules.draft.name_words import is_also_a_word, name_parts, name_words
from groundrules.draft.naming import find_name
from groundrules.draft.whole_name import whole_names, words_alone

if TYPE_CHECKING:
    from groundrules.draft.name_words import NameWords


def as_draft(text: str) -> Draft:
    """Return a text as a draft, all of which is copy."""
    return Draft("-", text, (Span(0, len(text)),))


def tells_name(draft: Draft, name: str, *, in_any_case: bool = False) -> bool:
    """Tell whether a text has a name in any form, or any one word of it with a capital.

    Args:
        draft: the text.
        name: a whole name, or an alias.
        in_any_case: a word counts in small letters too, as it does where the name is written so;
            but not one that is a common word as well: somebody called May stops no *may*.
    """
    if tells_phrase(draft, name) or find_name(draft, name):
        return True
    small = {part for word in name.split() if word.islower() for part in name_parts(word)}
    return any(
        stands_alone(draft, at, in_any_case=in_any_case or name_words(draft).spelt(at) in small)
        for whole in whole_names(name)
        for word in words_alone(whole)
        for at in name_words(draft).places.get(word, ())
    )


def stands_alone(draft: Draft, at: int, *, in_any_case: bool) -> bool:
    """Tell whether a word of a text, by its number, counts as a name by itself."""
    copy = name_words(draft)
    return copy.is_capitalised(at) or (in_any_case and not is_also_a_word(copy.text(at)))


def tells_phrase(draft: Draft, phrase: str) -> bool:
    """Tell whether all words of a name, an alias or a body stand in a text, in any case."""
    copy, wanted = name_words(draft), name_parts(phrase)
    starts = (at for one in wanted[:1] for word in one for at in copy.places.get(word, ()))
    return any(_stands(copy, at, wanted) for at in starts)


def _stands(copy: NameWords, first: int, wanted: list[tuple[str, ...]]) -> bool:
    return all(not set(each).isdisjoint(copy.spelt(at)) for at, each in enumerate(wanted, first))
