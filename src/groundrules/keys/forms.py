"""Keyed forms: what lets a name be recognised by who has the key, and be read by nobody.

A form is HMAC-SHA256 (RFC 2104) over the kind and the text, cut to 16 bytes. The database and the
key together let somebody test guesses; either alone lets nobody.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING

from groundrules.keys.secret import Hidden

if TYPE_CHECKING:
    from groundrules.keys.secret import Secret

FORM_BYTES = 16

_DOMAIN = b"groundrules form v1"


@dataclass(frozen=True, slots=True, repr=False)
class Forms(Hidden):
    """The maker of keyed forms of one ledger."""

    _secret: Secret

    def of(self, kind: str, text: str) -> bytes:
        """Return the form of a text, 16 bytes.

        Args:
            kind: what sort of text it is: the same text of another kind has another form.
            text: the text as the caller folded it.
        """
        kinds = kind.encode()
        message = _DOMAIN + len(kinds).to_bytes(4) + kinds + text.encode(errors="surrogatepass")
        return hmac.digest(self._secret.reveal(), message, "sha256")[:FORM_BYTES]
