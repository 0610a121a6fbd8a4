"""Every operation that a keeper's children do, by the name under which a command asks for it."""

from __future__ import annotations

_HERE = "groundrules.vault"

_BY_MODULE = {
    "conversations": "talks texts whole begin amend history stream_of_talk name_of_talk",
    "sharing": "readers share take_back",
    "members": "card members admit settle",
    "leaving": "hand_over leave",
    "newcomers": "invite",
    "keeper.upkeep": "standing seal audit",
    "moves": "bring_in take_out",
    "copying": "back_up epoch_copy",
    "naming": "talks_naming still_there index_secret",
    "sources": "sources",
    "releases": "ask requests grant refuse name",
    "retention": "retention house_days set_house_days",
    "shredding": "shred finished",
    "papers": "papers paper versions begin_paper amend_paper remove_paper",
    "tapes": "begin_tape add_chunk mark_tape tapes tape_chunks",
    "inventory": "inventory",
    "receipts": "issue_receipt receipts receipt_again",
    "log_signing": "log_key",
    "witnessing": "witness_request witnesses add_cosignatures token_request add_token",
}
"""The modules of the vault, and the functions in each that are operations of the same name."""

OPERATIONS = {
    name: f"{_HERE}.{module}:{name}"
    for module, names in _BY_MODULE.items()
    for name in names.split()
}

ANSWERS = (
    f"{_HERE}.answers",
    f"{_HERE}.inventory_answers",
    f"{_HERE}.moves_answers",
    f"{_HERE}.paper_answers",
    f"{_HERE}.receipt_answers",
    f"{_HERE}.source_answers",
)
"""The modules with the types of arguments and answers."""

PRELOADED = (
    "sqlalchemy.dialects.sqlite",
    "sqlcipher3",
    "groundrules.ledger.backends.sqlcipher",
    "groundrules.ledger.database",
    "groundrules.ledger.ledger",
    "groundrules.readers.json_file",
    # What these libraries load only when they are first used.
    "cryptography.hazmat.backends.openssl.backend",
    "cryptography.hazmat.primitives.asymmetric.ec",
    "cryptography.hazmat.primitives.asymmetric.padding",
    "cryptography.hazmat.primitives.asymmetric.rsa",
    "encodings.utf_16_be",
    "encodings.utf_8_sig",
    "rfc8785",
    *(f"{_HERE}.{module}" for module in _BY_MODULE),
    *ANSWERS,
)
"""What a keeper loads once, so that no child has to."""
