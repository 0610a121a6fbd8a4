"""The names that a receipt may not hold: told by keyed forms, so that none is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.name_told import as_draft, stands_alone
from groundrules.draft.name_words import name_words
from groundrules.errors import BadInput, Fault
from groundrules.vault.candidates import candidates_of
from groundrules.vault.identities import stream_of
from groundrules.vault.keyed_names import keyed
from groundrules.vault.name_forms import NameForm, NamePart, forms_of_candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.vault.agreed import Agreed
    from groundrules.vault.folding import Folded
    from groundrules.vault.opened import Vault


def refuse_names(vault: Vault, talk: Folded, agreed: Agreed) -> None:
    """Refuse what a receipt says if it names a source of its conversation.

    Any one word of a name is too much, and in the handle the body that the source is with. A body
    may stand in what was agreed: *an official of the port*.

    Raises:
        BadInput: it does.
    """
    forms = {*_of_handle(agreed.statement.handle), *_of_words(agreed)}
    rows = vault.ledger.forms([keyed(vault.forms, form) for form in forms])
    streams = {stream_of(one) for one in talk.sources}
    if any(row.stream in streams for row in rows):
        message = (
            "the receipt would hold a name of the source or a part of it, in the handle or in what "
            "was agreed, or whom she is with, in the handle"
        )
        remedy = "give another --handle, or mend the agreed description in the record"
        raise BadInput(Fault(talk.name, message, remedy))


def _of_handle(handle: str) -> Iterator[NameForm]:
    # Nobody types a code word with capitals, so it is asked about as if it had them.
    titled = as_draft(f"{handle}.\n\n{handle.title()}")
    for run in candidates_of(titled):
        yield from forms_of_candidate(run)
    for word in name_words(titled).places:
        yield NameForm(NamePart.WORD, word)


def _of_words(agreed: Agreed) -> Iterator[NameForm]:
    shown = as_draft(".\n\n".join((*agreed.statement.terms, *agreed.words)))
    for run in candidates_of(shown):
        yield from (one for one in forms_of_candidate(run) if one.part is not NamePart.BODY)
    told = as_draft(".\n\n".join(agreed.words))
    for word, places in name_words(told).places.items():
        if any(stands_alone(told, at, in_any_case=True) for at in places):
            yield NameForm(NamePart.WORD, word)
