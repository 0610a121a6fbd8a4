"""The sieve: sentences without any of these words are about something else.

Reading a sentence for terms is slow, and most sentences of an hour's talk name neither terms nor
print nor the one who speaks or listens.
"""

from __future__ import annotations

import re


def may_matter(text: str) -> bool:
    """Tell whether a sentence in plain text may be about terms, a hint or a goodbye."""
    return not _WORDS.isdisjoint(text.replace("'", " ").split()) or bool(_STEMS.search(text))


_WORDS = frozenset(
    [
        "paper",
        "bye",
        "me",
        "my",
        "your",
        "you",
        "us",
        "our",
        "ours",
        "please",
        "nobody",
        "nothing",
        "name",
        "names",
        "strike",
        "scrap",
        "scratch",
        "delete",
        "erase",
        "forget",
        "edit",
        "bleep",
        "beep",
        "cut",
        "hold",
        "wait",
        "until",
        "between",
        "qt",
        "sly",
        "quiet",
        "walls",
        "speak",
        "talk",
        "call",
        "story",
        "say",
        "use",
        "used",
        "leave",
        "keep",
        "out",
        "off",
        "source",
        "sources",
        "approve",
        "approved",
        "stay",
        "stays",
        "room",
        "never",
        "promise",
        "goes",
        "further",
        "tell",
        "repeat",
        "breathe",
        "anybody",
        "thanks",
        "soon",
        "later",
        "otr",
        "nfa",
    ]
)
_STEMS = re.compile(
    r"\[|record|background|attribut|chatham|lobby|print|publi[cs]|quot|anonym|embargo|article"
    r"|confiden|secre|guidance|fingerprint|paraphras|identif|describ|referred|\btape|machine"
    r"|bye\b|truthful|aside|entre nous|hush|sub rosa|privately|schtum|\bmum\b|definition|cheerio"
    r"|take care|have an? |for the talk|\bnot for\b|\bdone here\b"
)
