"""The conversations of a vault: what there is, their texts, and how they are begun and amended.

The text is the record in the notation. Whoever may not read the words sees `(sealed)` in their
place, and nobody sees a source's name here, but a code name that is hers in all conversations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.vault import identities
from groundrules.vault.answers import Change, Talk, Text, Whole
from groundrules.vault.finding import found, stream_named, talks_of
from groundrules.vault.folding import fold
from groundrules.vault.opened import TERMS, WORDS, not_yours
from groundrules.vault.parting import SEALED, filled, holes
from groundrules.vault.writing import amended, begun

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from groundrules.vault.folding import Act, Folded
    from groundrules.vault.opened import Vault


def talks(vault: Vault) -> list[Talk]:
    """Return every conversation, also those that one may not read, in the order of their names."""
    keys = vault.keyring()
    every = [
        _talk(fold(vault, keys, entries, with_words=False)) for entries in talks_of(vault).values()
    ]
    return sorted(every, key=lambda talk: (not talk.name, talk.name, talk.since, talk.stream))


def _talk(folded: Folded) -> Talk:
    entries = [act.entry for act in folded.acts]
    terms = TERMS if folded.readable else "nothing"
    return Talk(
        name=folded.name,
        version=folded.version or folded.head.version,
        since=entries[0].day,
        last_day=entries[-1].day,
        may_read=terms if folded.words is None else WORDS,
        shredded=folded.shredded,
        stream=folded.head.stream.hex(),
    )


def texts(vault: Vault, names: Sequence[str] = (), candidates: Collection[str] = ()) -> list[Text]:
    """Return the texts of conversations, as far as one may read them.

    Args:
        vault: the vault.
        names: which; without any, all that may be read, in the order of their names.
        candidates: runs of words of a draft. Those that are a name of a source are shown as they
            stand in the draft, so that a check finds in it what is in it, and nothing else.

    Raises:
        BadInput: there is no conversation of a name, or one may not read it.
    """
    if names:
        folded = [found(vault, name) for name in names]
    else:
        folded = sorted(_readable(vault), key=lambda talk: talk.name)
    references = {one for talk in folded for one in talk.sources}
    shown = identities.shown(vault, references, candidates)
    return [_text(talk, shown) for talk in folded]


def whole(vault: Vault, candidates: Collection[str] = ()) -> Whole:
    """Return the texts of all conversations whose words one may read, and the number of others.

    Args:
        vault: the vault.
        candidates: as for `texts`.
    """
    keys = vault.keyring()
    folded = [fold(vault, keys, entries) for entries in talks_of(vault).values()]
    there = [talk for talk in folded if not talk.shredded]
    mine = sorted((one for one in there if one.words is not None), key=lambda talk: talk.name)
    shown = identities.shown(vault, {one for talk in mine for one in talk.sources}, candidates)
    return Whole(tuple(_text(talk, shown) for talk in mine), len(there) - len(mine))


def _readable(vault: Vault) -> list[Folded]:
    keys = vault.keyring()
    groups = talks_of(vault, keys.streams(TERMS)).values()
    return [talk for entries in groups if (talk := fold(vault, keys, entries)).readable]


def _text(talk: Folded, shown: dict[str, str]) -> Text:
    words = talk.words
    said = (SEALED,) * holes(talk.template) if words is None else words
    text = filled(talk.template, said, [shown[one] for one in talk.sources])
    return Text(talk.name, talk.version, text, complete=words is not None)


def begin(vault: Vault, text: str) -> Text:
    """Begin a conversation with its first text, and return the text as it is shown from then on.

    Its terms may be read by whoever begins it and by all editors, lawyers and those who keep the
    standards; its words by whoever begins it alone, until they are shared.

    Raises:
        BadInput: the text is no record, its name is taken, or it cannot be written.
    """
    return texts(vault, [begun(vault, text)])[0]


def amend(vault: Vault, name: str, version: int, text: str) -> Text:
    """Change the text of a conversation, and return it as it is shown from then on.

    Args:
        vault: the vault.
        name: the conversation's name, which stays as it is.
        version: that of the text which was changed.
        text: the whole text. A code name that comes back unchanged leaves the identity as it is.

    Raises:
        BadInput: somebody else has changed it meanwhile, the text is no record, or it changes what
            one may not read. Nothing was written then.
    """
    amended(vault, name, version, text)
    return texts(vault, [name])[0]


def history(vault: Vault, name: str) -> list[Change]:
    """Return what was done to a conversation, entry by entry.

    Raises:
        BadInput: there is none of this name, or one may not read it.
    """
    talk = found(vault, name)
    names = {ident: card.name for ident, card in vault.house().known.items()}
    return [_change(act, names) for act in talk.acts]


def _change(act: Act, names: dict[str, str]) -> Change:
    entry, terms = act.entry, act.terms or {}
    return Change(
        version=entry.version,
        day=entry.day,
        author=names.get(entry.author.hex(), ""),
        act=str(terms.get("do", "")),
        whom=names.get(str(terms.get("member", "")), ""),
        words=any(part == WORDS for part, _ in entry.digests),
    )


def stream_of_talk(vault: Vault, name: str) -> str:
    """Return the stream of a conversation, in hexadecimal digits.

    Raises:
        BadInput: there is no conversation of this name.
    """
    stream = stream_named(vault, name)
    if stream is None:
        raise not_yours(vault, TERMS)
    return stream.hex()


def name_of_talk(vault: Vault, stream: str) -> str:
    """Return the name of the conversation of a stream; "" where one may not read it, or none is.

    Args:
        vault: the vault.
        stream: in hexadecimal digits.
    """
    entries = list(vault.ledger.entries(bytes.fromhex(stream)))
    if not entries or not any(part == TERMS for part, _ in entries[0].digests):
        return ""
    folded = fold(vault, vault.keyring(entries[0].stream), entries, with_words=False)
    return "" if folded.shredded else folded.name
