"""How many quotations, contents and people without a name were read right."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.attributing import find_attributions
from groundrules.draft.attribution import SourceForm, attributions_of
from groundrules.draft.document import Draft, Span
from groundrules.draft.quotation import find_quotations
from reading.corpus import Quoted, letters, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from reading.corpus import Gold, Story

HALF = 0.5

PAIR = re.compile(r"“[^“”\n]*”|(?<!=)\"[^\"\n]*\"|(?:''|``)(?:(?!'').)*''|“[^“”\n]*$", re.MULTILINE)
MARKS = re.compile(r"[\"“”]|''|``")
NAME = re.compile(r"\b[A-Z][\w’'-]+")
NO_NAMES = frozenset(
    [
        *(
            "The",
            "A",
            "An",
            "He",
            "She",
            "They",
            "It",
            "His",
            "Her",
            "But",
            "And",
            "In",
            "On",
            "At",
        ),
        *("One", "Some", "Many", "Two", "Three", "Mr", "Mrs", "Ms", "Dr", "Sen", "Gov", "Rep"),
        *("President", "Senator", "Former", "Republican", "Democratic", "House", "White", "New"),
    ]
)
"""Capitalised words by which nobody is told from another."""

STATING = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|according|f(?:ind|inds|ound|inding)|wr(?:ite"
    r"|ites|ote|iting|itten)|(?:claim|add|report|suggest|insist|acknowledg|admit|warn|explain|confirm"
    r"|predict|tweet|respond|assert|contend|maintain|point|emphasiz|stress|conclud|complain|conced"
    r"|testif|recall|remark|reveal|indicat|disclos|estimat|caution|reiterat|jok|inform|observ"
    r"|speculat|proclaim|announc|declar|argu|not|den|stat|alleg|charg|counter|advis)"
    r"(?:e|es|ed|d|s|ing|y|ies|ied|ying|ting|ted)?)\b",
    re.IGNORECASE,
)
"""The forms of the verbs of stating by which indirect quotations are picked from the gold."""


class Tally(NamedTuple):
    """How many there were, and how many of them were right."""

    right: int
    all: int

    def __str__(self) -> str:
        """Return the share, and what it is a share of."""
        return f"{self.right / max(self.all, 1):.3f} ({self.right} of {self.all})"


def draft_of(story: Story) -> Draft:
    """Return a story as a draft all of which is copy."""
    return Draft(story.name, story.text, (Span(0, len(story.text)),))


def ours(story: Story) -> Iterator[Quoted]:
    """Yield the quotations of a story that an attribution is for."""
    draft = draft_of(story)
    quotations = find_quotations(draft)
    attributions = find_attributions(draft, quotations)
    for one in quotations:
        for over in attributions_of(one.words, attributions)[:1]:
            again = over.refers_to
            also = story.text[again.start : again.end] if again else ""
            yield Quoted(tuple(one.words), [tuple(over.source)], also)


def names(text: str) -> set[str]:
    """Return the capitalised words of a source, but those that begin many."""
    return {re.sub("[’']s$", "", word) for word in NAME.findall(text)} - NO_NAMES


def same_source(text: str, gold: Gold, found: Quoted) -> bool:
    """Tell whether a source overlaps the marked one, or shares a name with it."""
    overlap = any(
        start < end and begin < until
        for start, until in found.source
        for begin, end in gold.source
        if start < end
    )
    called = names(words(text, found.source)) | names(found.also)
    return overlap or bool(names(words(text, gold.source)) & called)


def score_segments(some: Sequence[Story], reader: Callable[[Story], Iterator[Quoted]]) -> str:
    """Return how many of the quoted segments were found, are right, and have the right source."""
    found = right = good = sourced = segments = predicted = 0
    for story in some:
        gold = [(one, letters(story.text, one.content)) for one in story.gold]
        every = set().union(*(marked for _, marked in gold))
        read_as = [(one, letters(story.text, [one.span])) for one in reader(story)]
        predicted += sum(bool(marked) for _, marked in read_as)
        good += sum(len(one & every) >= HALF * len(one) > 0 for _, one in read_as)
        for match in PAIR.finditer(story.text):
            inside = letters(story.text, [match.span()])
            owners = [one for one, marked in gold if len(marked & inside) >= HALF * len(inside) > 0]
            if not owners:
                continue
            hit = [one for one, marked in read_as if len(marked & inside) >= HALF * len(inside)]
            segments += 1
            found += bool(hit)
            owners = [one for one in owners if one.source]
            sourced += bool(owners)
            right += bool(hit) and any(same_source(story.text, one, hit[0]) for one in owners)
    return (
        f"segments recall {Tally(found, segments)}, precision {Tally(good, predicted)};"
        f" found with the right source, recall {Tally(right, sourced)},"
        f" precision {Tally(right, predicted)}"
    )


def score_contents(some: Sequence[Story]) -> str:
    """Return the recall of indirect quotations and the precision of all attributions."""
    found = indirect = right = predicted = 0
    for story in some:
        draft = draft_of(story)
        contents = [
            letters(story.text, [tuple(part) for part in one.governs])
            for one in find_attributions(draft)
            if one.governs and not one.declined
        ]
        marked = [letters(story.text, one.content) for one in story.gold]
        matched = pairs(contents, marked)
        predicted += len(contents)
        right += len(matched)
        for at, one in enumerate(story.gold):
            stated = STATING.search(words(story.text, one.cue))
            if stated and not MARKS.search(words(story.text, one.content)):
                indirect += 1
                found += at in matched
    return (
        f"indirect quotations with a verb of stating, recall {Tally(found, indirect)};"
        f" all attributions, precision {Tally(right, predicted)}"
    )


def pairs(found: Sequence[set[int]], marked: Sequence[set[int]]) -> set[int]:
    """Return which of the marked contents were found, each by one of its own, the best first."""
    close = []
    for number, one in enumerate(found):
        for at, other in enumerate(marked):
            common = len(one & other)
            if common and (share := common / len(one | other)) >= HALF:
                close.append((share, number, at))
    used: set[int] = set()
    matched: set[int] = set()
    for _, number, at in sorted(close, reverse=True):
        if number not in used and at not in matched:
            used.add(number)
            matched.add(at)
    return matched


def score_unnamed(some: Sequence[Story], labels: Path) -> str:
    """Return the precision and recall of people without a name, on labelled sources."""
    by_name = {story.name: story for story in some}
    said = right = unnamed = 0
    for line in labels.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        attributions = find_attributions(draft_of(by_name[label["story"]]))
        place = Span(label["start"], label["end"])
        over = [one for one in attributions if one.source.overlaps(place)]
        described = bool(over) and over[0].form is SourceForm.DESCRIBED
        said += described
        unnamed += label["unnamed"]
        right += described and label["unnamed"]
    return f"unnamed people, precision {Tally(right, said)}, recall {Tally(right, unnamed)}"
