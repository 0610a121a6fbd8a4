"""Whose name is in a draft: told by keyed forms, without knowing any name.

Of the many runs of words in a draft nearly all are nobody's name. So first single words are looked
up, which are far fewer: only a run with a word of some source's name in it, or with the first of
some body in front, is looked at as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.name_words import is_unspaced
from groundrules.vault.name_forms import NamePart, forms_of_candidate, forms_of_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.keys.forms import Forms
    from groundrules.vault.name_forms import NameForm
    from groundrules.vault.opened import Vault

SOURCE_FORM = "source"
"""The kind of every keyed form of a source, real or random."""

_TOLD_FIRST = 2
"""How many words of a run may have the first of a body: `the` may stand before it."""


def keyed(forms: Forms, form: NameForm) -> bytes:
    """Return the keyed form of a form of a name, 16 bytes."""
    return forms.of(form.part.value, form.text)


def recognised(
    vault: Vault, forms: Forms, streams: set[bytes] | None, candidates: Iterable[str]
) -> dict[bytes, list[tuple[NameForm, str]]]:
    """Return for each source what runs of words have of her, each with the words themselves.

    Args:
        vault: the vault.
        forms: what makes its keyed forms.
        streams: those of the sources who matter; None for all.
        candidates: the runs, as `candidates_of` gives them.
    """
    asked: dict[bytes, list[tuple[NameForm, str]]] = {}
    for text in _likely(vault, forms, tuple(candidates)):
        for form in forms_of_candidate(text):
            asked.setdefault(keyed(forms, form), []).append((form, text))
    found: dict[bytes, list[tuple[NameForm, str]]] = {}
    for row in vault.ledger.forms(list(asked)):
        if row.kind == SOURCE_FORM and (streams is None or row.stream in streams):
            found.setdefault(row.stream, []).extend(asked[row.form])
    return found


def _likely(vault: Vault, forms: Forms, candidates: tuple[str, ...]) -> Iterator[str]:
    """Yield the runs that may be a name or a body, by single words of theirs."""
    runs = {text: text.split() for text in candidates}
    words = dict.fromkeys(word for run in runs.values() for word in run)
    of_word = {word: tuple(forms_of_word(word)) for word in words}
    wanted = dict.fromkeys(form for some in of_word.values() for form in some)
    by_key = {keyed(forms, form): form for form in wanted}
    there = {
        by_key[row.form] for row in vault.ledger.forms(list(by_key)) if row.kind == SOURCE_FORM
    }
    named = _words_with(NamePart.WORD, of_word, there)
    first = _words_with(NamePart.FIRST, of_word, there)
    for text, run in runs.items():
        is_told = not named.isdisjoint(run) or not first.isdisjoint(run[:_TOLD_FIRST])
        if is_told or is_unspaced(text):
            yield text


def _words_with(
    part: NamePart, of_word: dict[str, tuple[NameForm, ...]], there: set[NameForm]
) -> set[str]:
    return {
        word
        for word, some in of_word.items()
        if any(form.part is part and form in there for form in some)
    }
