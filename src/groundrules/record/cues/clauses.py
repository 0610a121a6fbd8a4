"""Sentences and clauses: where a permission or a refusal begins, and whether it goes on."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

MODAL = r"(?:can|could|may|might|will|would|shall|should|must)"
_SUBJECT = r"(?:you|i|we|they|he|she|it|this|that|these|nobody|nothing|anybody|everything|anything)"
_VERB = rf"(?:{MODAL}|do not|does not|did not|am|are|is|have to|need to|agree|promise)"

_LETTER = re.compile(r"[a-z0-9]")
_SENTENCE = re.compile(r"[^.?!]+[.?!]*|[.?!]+")
_EXCEPT = (
    r"except(?: for| that| to)?|other than|apart from|aside from|save for|bar|excluding|besides"
)
_JOINS = (
    r"as long as|so long as|provided(?: that)?|providing|on condition that|on the condition that"
    r"|only if|only when|only where|only once|only after|even if|unless|if|when|once|because"
    r"|and then|and|but|or|nor|yet|so that|so|though|although|while|whereas|however|instead|then"
)
_BREAK = re.compile(
    rf"\s?,\s?(?P<comma>(?:{_JOINS}|{_EXCEPT})\b)?"
    rf"|\b(?P<join>{_JOINS}|{_EXCEPT})\b"
    rf"|(?P<subject>\b(?={_SUBJECT} (?:(?:also|only|just|really|still) )?{_VERB}\b))"
)
_OPENS = re.compile(r"\b(?:what|whatever|which|who|whom|whoever|that|where|how|everything|all|think"
                    r"|believe|suppose|sure|certain|know|of|not|than|if|when|once|unless"
                        r"|as|because|so|something|nothing|anything|everything|thing|way"
                            r"|(?:publish|print|quot|nam|us|report|tell|shar"
                        r"|repeat)ing)$")  # fmt: skip
_ALL = re.compile(r"\b(?:any|every|no)(?:thing|body)\b|\ball(?: of it)?$|\bnone\b")
_NOT_NEXT = re.compile(r" ?(?:not|no|never|none|without|nobody)\b")
_IS_EXCEPT = re.compile(_EXCEPT)


LONGEST = 2000
"""Characters of a sentence that are read together; what is longer is read in pieces."""


class Clause(NamedTuple):
    """A part of a sentence with at most one permission or refusal at its head.

    Attributes:
        start: where it begins in the plain text.
        end: where it ends.
        join: the word that joins it to the one before: "" at the beginning and where a new
            subject joins it, `,` for a bare comma, `except` for every word that takes out.
    """

    start: int
    end: int
    join: str


class Sentence(NamedTuple):
    """A sentence of the plain text; a text without stops is one sentence."""

    start: int
    end: int
    text: str

    @property
    def is_question(self) -> bool:
        """Tell whether it ends with a question mark."""
        return self.text.rstrip().endswith("?")


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of a plain text, with its stops, none of them empty."""
    return list(_sentences(text))


@lru_cache(maxsize=32)
def _sentences(text: str) -> tuple[Sentence, ...]:
    found = []
    for match in _SENTENCE.finditer(text):
        start = match.start()
        while start < match.end():
            end = _piece(text, start, match.end())
            said = text[start:end].lstrip()
            if _LETTER.search(said):
                found.append(Sentence(end - len(said), end, said))
            start = end
    return tuple(found)


def _piece(text: str, start: int, end: int) -> int:
    """Return where a piece of a sentence ends: a machine may write an hour without a stop."""
    if end - start <= LONGEST:
        return end
    blank = text.rfind(" ", start + 1, start + LONGEST)
    return blank if blank > 0 else start + LONGEST


def clauses(sentence: Sentence) -> list[Clause]:
    """Return the clauses of a sentence, in order."""
    text = sentence.text
    cuts = [(0, 0, "")]
    for match in _BREAK.finditer(text):
        if match.lastgroup != "subject":
            cuts.append((match.start(), match.end(), _joined(match, text)))
        elif text[cuts[-1][1] : match.start()].strip() and not _opens(text[: match.start()]):
            cuts.append((match.start(), match.start(), ""))
    ends = [cut[0] for cut in cuts[1:]] + [len(text)]
    return [
        Clause(sentence.start + start, sentence.start + end, join)
        for (_, start, join), end in zip(cuts, ends, strict=True)
    ]


def _opens(before: str) -> bool:
    return bool(_OPENS.search(before[-24:].rstrip()))


def _joined(match: re.Match[str], text: str) -> str:
    word = match["comma"] or match["join"] or ","
    if _IS_EXCEPT.fullmatch(word):
        return "except"
    if word != "but" or _NOT_NEXT.match(text, match.end()):
        return word
    return "except" if _ALL.search(text[: match.start()][-24:].rstrip(" ,")) else word
