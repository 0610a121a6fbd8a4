"""Invented ledgers for an index on disk, and what it must know of them, worked out the long way.

The long way has nothing of the index but its definitions: each statement on its own, word by word,
in plain Python.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import Stemmer
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from groundrules.draft.quotation import find_quotations
from groundrules.draft.wording import word_list
from groundrules.matching.common_words import FILLER_PHRASES, FILLERS, STOP_WORDS
from groundrules.matching.find_indexed import find_in_index, find_sealed
from groundrules.matching.index.talks import Talk
from groundrules.matching.variants import VARIANTS
from groundrules.record.transcript import Place, Statement
from invented_talk import draft, talk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from groundrules.draft.document import Draft
    from groundrules.evidence.case import Match, SealedMatch
    from groundrules.matching.find import Matches
    from groundrules.matching.index.indexed import IndexedLedger

SECRET = bytes(range(32))
ANOTHER = bytes(range(1, 33))

TRIGRAM, PAIR, BIGRAM, WORD = range(4)
"""The families of fingerprints, as they are written into a block."""

NEAR = 3
TURNS = 2


class Turn(NamedTuple):
    """A turn of a talk: who spoke, and the words."""

    speaker: str
    text: str


def talk_of(name: str, turns: Iterable[Turn], stamp: str = "1") -> Talk:
    speakers, texts = zip(*turns, strict=True)
    ids = tuple(f"{name}#{number}" for number in range(1, len(texts) + 1))
    return Talk(name, stamp, f"the desk of {name}", ids, speakers, texts)


def everyday(size: int, seed: int = 7) -> list[Talk]:
    """Return talks of thirty statements, in which every third turn is the reporter's."""
    texts = talk(size, seed)
    return [
        talk_of(
            f"talk-{start // 30:03}",
            (
                Turn("R1" if at % 3 == 1 else "S1", text)
                for at, text in enumerate(texts[start:][:30])
            ),
        )
        for start in range(0, size, 30)
    ]


def statements_of(talks: Iterable[Talk]) -> dict[str, Statement]:
    return {
        name: Statement(name, one.id, Place(turn), speaker, text)
        for one in talks
        for turn, (name, speaker, text) in enumerate(
            zip(one.ids, one.speakers, one.texts, strict=True), 1
        )
    }


class Records:
    """The records as somebody may open them; it is remembered what was asked for."""

    def __init__(self, talks: Iterable[Talk]) -> None:
        self.statements = statements_of(talks)
        self.asked: list[tuple[str, ...]] = []

    def __call__(self, ids: Sequence[str]) -> Mapping[str, Statement]:
        self.asked.append(tuple(ids))
        return {name: self.statements[name] for name in ids if name in self.statements}


def found(
    text: str,
    ledger: IndexedLedger,
    opened: Records | Iterable[Talk],
    archive: IndexedLedger | None = None,
) -> Matches:
    story = draft(text)
    records = opened if isinstance(opened, Records) else Records(opened)
    return find_in_index(story, find_quotations(story), ledger, records, archive=archive)


def sealed(text: str, ledger: IndexedLedger) -> tuple[SealedMatch, ...]:
    story = draft(text)
    return find_sealed(story, find_quotations(story), ledger)


def passage(story: Draft | str, match: Match | SealedMatch) -> str:
    text = story if isinstance(story, str) else story.text
    return text[slice(*match.span)]


def words_of(text: str) -> list[str]:
    """Return the words of a text: variants as what they stand for, and without fillers."""
    words = [same for word in word_list(text) for same in VARIANTS.get(word, (word,))]
    words = [word for word in words if word not in FILLERS]
    for phrase in FILLER_PHRASES:
        words = _without(words, phrase.split())
    return words


def _without(words: list[str], phrase: list[str]) -> list[str]:
    kept: list[str] = []
    at = 0
    while at < len(words):
        if words[at : at + len(phrase)] == phrase:
            at += len(phrase)
        else:
            kept.append(words[at])
            at += 1
    return kept


@cache
def stem_of(word: str) -> str:
    return Stemmer.Stemmer("english").stemWord(word)


def trigrams_of(words: Sequence[str]) -> set[tuple[str, ...]]:
    runs = {tuple(words[at : at + 3]) for at in range(len(words) - 2)}
    return {run for run in runs if not STOP_WORDS.issuperset(run)}


def pairs_of(words: Sequence[str]) -> set[frozenset[str]]:
    stems = [stem_of(word) for word in words if word not in STOP_WORDS]
    near = (
        frozenset((stems[one], stems[other]))
        for one, other in combinations(range(len(stems)), 2)
        if other - one <= NEAR
    )
    return {pair for pair in near if len(pair) == 2}


class Slow:
    """Fingerprints, one at a time."""

    def __init__(self, secret: bytes) -> None:
        self._words = _subkey(secret, b"words", 32)
        self._cipher = Cipher(algorithms.AES(_subkey(secret, b"shingles", 16)), modes.ECB())  # noqa: S305 - what is held to it does so

    def code(self, word: str) -> int:
        digest = blake2b(word.encode("utf-8", "surrogatepass"), key=self._words, digest_size=8)
        return int.from_bytes(digest.digest(), "little") >> 22

    def stem_code(self, stem: str) -> int:
        return self.code(f"{stem}-")

    def of(self, family: int, *codes: int) -> int:
        """Return the fingerprint of a run: its codes and its family stand in a row of 128 bits."""
        first, second, third = (*codes, 0, 0)[:3]
        row = ((first << 42 | second) << 42 | third) << 2 | family
        block = b"".join(half.to_bytes(8, "little") for half in (row >> 64, row & (1 << 64) - 1))
        encryptor = self._cipher.encryptor()
        return int.from_bytes(encryptor.update(block)[:4], "little")

    def trigram(self, words: Iterable[str]) -> int:
        return self.of(TRIGRAM, *map(self.code, words))

    def pair(self, stems: Iterable[str]) -> int:
        return self.of(PAIR, *sorted(map(self.stem_code, stems)))

    def shingles(self, words: Sequence[str]) -> set[int]:
        """Return the fingerprints of the shingles of one text."""
        runs = {self.trigram(run) for run in trigrams_of(words)}
        return runs | {self.pair(pair) for pair in pairs_of(words)}


def _subkey(secret: bytes, use: bytes, size: int) -> bytes:
    return blake2b(b"", key=secret, person=use, digest_size=size).digest()


def scanned(one: Talk, slow: Slow) -> Iterator[tuple[str, set[int]]]:
    """Yield each statement of a talk with its fingerprints, those across the next seam included."""
    words = [words_of(text) for text in one.texts]
    for at, (name, speaker) in enumerate(zip(one.ids, one.speakers, strict=True)):
        found = slow.shingles(words[at])
        ahead = range(at + 1, min(at + 1 + TURNS, len(words)))
        then = next((then for then in ahead if one.speakers[then] == speaker), None)
        if then is not None and min(len(words[at]), len(words[then])) >= 2:
            seam = [*words[at][-2:], *words[then][:2]]
            found |= {slow.trigram(run) for run in trigrams_of(seam)}
        yield name, found
