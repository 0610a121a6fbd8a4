"""A peer: textacy's `direct_quotations`, on the parses that come with the corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from spacy.lang.en import English
from spacy.tokens import Doc
from textacy.extract import direct_quotations

from reading.corpus import Quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from spacy.vocab import Vocab

    from reading.corpus import Story

_KINDS = {"VB": "VERB", "MD": "AUX", "NNP": "PROPN", "NN": "NOUN", "PRP": "PRON", "JJ": "ADJ"}
_MARKS = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")"}


class Parse(NamedTuple):
    """A parsed story: its tokens as spaCy takes them, and where each stands."""

    doc: Doc
    starts: list[int]
    ends: list[int]


def textacys(folder: Path) -> Callable[[Story], Iterator[Quoted]]:
    """Return textacy's reader of the stories of a folder."""
    vocab = English().vocab

    def quoted(story: Story) -> Iterator[Quoted]:
        path = folder / "corenlp" / f"{story.name}.txt.xml"
        if not path.is_file():
            return
        parse = parsed(path, vocab)
        try:
            found = list(direct_quotations(parse.doc))
        except ValueError:  # an odd number of marks: it gives the story up
            return
        for one in found:
            span = (parse.starts[one.content.start], parse.ends[one.content.end - 1])
            source = [(parse.starts[token.i], parse.ends[token.i]) for token in one.speaker]
            yield Quoted(span, source, "")

    return quoted


def parsed(path: Path, vocab: Vocab) -> Parse:
    """Return a parse of CoreNLP as spaCy's."""
    words: list[str] = []
    lemmas: list[str] = []
    kinds: list[str] = []
    heads: list[int] = []
    roles: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for sentence in ET.parse(path).iterfind(".//sentences/sentence"):  # noqa: S314 - as above
        base = len(words)
        tokens = sentence.findall("tokens/token")
        for token in tokens:
            word = token.findtext("word", "")
            words.append(_MARKS.get(word, word))
            lemmas.append(token.findtext("lemma", ""))
            tag = token.findtext("POS", "")
            kinds.append(
                next((kind for start, kind in _KINDS.items() if tag.startswith(start)), "X")
            )
            starts.append(int(token.findtext("CharacterOffsetBegin", "0")))
            ends.append(int(token.findtext("CharacterOffsetEnd", "0")))
        heads += range(base, len(words))
        roles += ["ROOT"] * len(tokens)
        for link in sentence.iterfind("dependencies[@type='basic-dependencies']/dep"):
            governor, dependent = (link.find(end) for end in ("governor", "dependent"))
            if governor is None or dependent is None or governor.get("idx") == "0":
                continue
            at = base + int(dependent.get("idx", "1")) - 1
            heads[at] = base + int(governor.get("idx", "1")) - 1
            roles[at] = link.get("type", "dep")
    doc = Doc(vocab, words=words, lemmas=lemmas, pos=kinds, heads=heads, deps=roles)
    doc.lang  # noqa: B018 - asking is what makes it worked out
    return Parse(doc, starts, ends)
