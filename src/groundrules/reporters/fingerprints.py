"""Fingerprints: what tells a finding from others over several runs, without telling its words.

A fingerprint is a keyed hash (HMAC-SHA-256, RFC 2104) of the rule, the statement and the words of
the passage. It stays the same while the passage moves about in the draft. A hash without a key
would be a leak: whoever guesses the words of a passage could find out that they are there.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from groundrules.draft.printed import as_printed

if TYPE_CHECKING:
    from groundrules.rules.examination import Examination

SCHEME = "groundrulesFinding/v1"
"""The name of what is hashed, and how; another way to do it gets another name."""

_CHARACTERS = 32
"""Of the 64 hexadecimal digits: 128 bits, so that two findings do not meet by chance."""


def fingerprints(examination: Examination, key: bytes) -> tuple[str, ...]:
    """Return the fingerprint of each finding of a draft, in their order.

    Args:
        examination: the findings, and the draft with the passages they are about.
        key: what only those have who may compare fingerprints; never empty.
    """
    import hmac  # noqa: PLC0415 - start-up time
    import json  # noqa: PLC0415 - likewise

    draft = examination.case.draft
    alike: Counter[tuple[str, ...]] = Counter()
    found = []
    for finding in examination.findings:
        words = as_printed(draft, finding.span).casefold()
        what = (SCHEME, finding.code, finding.statement, words)
        message = json.dumps([*what, alike[what]]).encode()
        alike[what] += 1
        found.append(hmac.new(key, message, "sha256").hexdigest()[:_CHARACTERS])
    return tuple(found)
