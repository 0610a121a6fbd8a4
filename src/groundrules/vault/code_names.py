"""A code name: six letters and digits in the place of a source's name, the same in all talks.

It is made from the stream of the source by the key of forms, so that everybody in the house sees
the same and nobody else can make it; it says nothing about the name, and is there whether or not a
name is known. A stream whose code name is taken is not used: see `new_stream`.
"""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.ledger.rows import Form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.keys.forms import Forms
    from groundrules.vault.opened import Vault

_ALPHABET = "3479ACDEFHJKMNPRTWXY"
"""No two of them look or sound alike in print, in handwriting or over a bad line."""

_LENGTH = 6
_STREAM_BYTES = 16

CODE_FORM = "code"
"""The kind of the keyed form of a code name."""

_CODE = re.compile(rf"[{_ALPHABET}]{{{_LENGTH}}}")


def code_name(forms: Forms, stream: bytes) -> str:
    """Return the code name of a source: six characters, a digit and a letter among them."""
    attempt = 0
    while True:
        number = int.from_bytes(forms.of("code-name", f"{stream.hex()}/{attempt}"))
        code = ""
        for _ in range(_LENGTH):
            number, place = divmod(number, len(_ALPHABET))
            code += _ALPHABET[place]
        if not (code.isalpha() or code.isdecimal()):  # it can be no word and no number
            return code
        attempt += 1


def is_code_name(text: str) -> bool:
    """Tell whether a text has the shape of a code name."""
    return bool(_CODE.fullmatch(text.strip().upper()))


def new_stream(vault: Vault, taken: Iterable[str] = ()) -> bytes:
    """Return a random stream whose code name no other source of the ledger has.

    Args:
        vault: the vault.
        taken: code names that are spoken for besides, of streams not yet written.
    """
    forms, used = vault.forms, {*taken}
    while True:
        stream = secrets.token_bytes(_STREAM_BYTES)
        code = code_name(forms, stream)
        if code not in used and not any(vault.ledger.forms([forms.of(CODE_FORM, code)])):
            return stream


def code_form(forms: Forms, stream: bytes) -> Form:
    """Return the row by which a source is found by her code name."""
    return Form(forms.of(CODE_FORM, code_name(forms, stream)), CODE_FORM, stream)


def stream_of_code(vault: Vault, code: str) -> bytes:
    """Return the stream that a code name stands for.

    Raises:
        BadInput: none has it.
    """
    wanted, forms = code.strip().upper(), vault.forms
    for row in vault.ledger.forms([forms.of(CODE_FORM, wanted)]):
        return row.stream
    for head in vault.ledger.heads():  # of one whose forms were shredded
        if code_name(forms, head.stream) == wanted:
            return head.stream
    message = "no source in this vault has this code name"
    raise BadInput(Fault(wanted, message, "`groundrules source list` shows those you may see"))
