"""Noun phrases that can refer to a source, parsed forward from their first token.

There is no tagger: the head is found by the lists of `lexicon`, by capitals and by place, and what
follows it by the words that begin such a part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.attribution import SourceForm
from groundrules.draft.determiners import behind_determiners
from groundrules.draft.lexicon import INSTITUTIONS, PERSON_PLURAL, TITLES, is_person
from groundrules.draft.name_runs import (
    capitals_end,
    capitals_from,
    ends_a_name,
    institution_end,
    is_body,
    is_masthead,
    is_surname,
    is_title,
    name_behind,
)
from groundrules.draft.noun_phrase_tail import (
    in_run,
    is_boundary,
    is_number,
    is_participle,
    tail_end,
)
from groundrules.draft.small_words import (
    BARE_QUANTIFIERS,
    COLLECTIVES,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.tokens import Token

_WINDOW = 40
_LONGEST_RUN = 12


class NounPhrase(NamedTuple):
    """A noun phrase among the tokens of a sentence.

    Attributes:
        start: its first token.
        end: the token behind its last.
        source: its first token that counts as the source: `Tom Reyes` in `spokesman Tom Reyes`.
        form: how it refers to whoever it is.
        plural: it claims more than one.
        is_sure: its head is a word that we know, or a name.
    """

    start: int
    end: int
    source: int
    form: SourceForm
    plural: bool
    is_sure: bool = True


def noun_phrase(tokens: Sequence[Token], at: int, limit: int | None = None) -> NounPhrase | None:
    """Return the noun phrase that begins at a token, or None.

    Args:
        tokens: those of one sentence.
        at: its first token.
        limit: the token before which it must end; None for the end of the sentence.
    """
    limit = min(len(tokens) if limit is None else limit, at + _WINDOW)
    if at >= limit:
        return None
    if tokens[at].low in PRONOUNS:
        plural = tokens[at].low in {"they", "we"}
        found = NounPhrase(at, at + 1, at, SourceForm.PRONOUN, plural)
        return _coordinated(tokens, found, limit)
    head = _head(tokens, at, limit)
    if head is None:
        return None
    if head.form is not SourceForm.NAMED or _is_of_somewhere(tokens, head.end, limit):
        end = tail_end(tokens, head.end, limit)
        if end > head.end:
            return head._replace(end=end)
    return _coordinated(tokens, head, limit)


def _is_of_somewhere(tokens: Sequence[Token], at: int, limit: int) -> bool:
    """Tell whether `of the Bayside Clinic` follows a name."""
    return at < limit and tokens[at].low in {"of", "from"}


def whatever_is_named(tokens: Sequence[Token], at: int) -> NounPhrase | None:
    """Return what stands at a token, whatever it is: only a source stands behind *according to*."""
    limit = min(len(tokens), at + _WINDOW)
    if at < limit and tokens[at].low in OBJECT_PRONOUNS:
        return NounPhrase(at, at + 1, at, SourceForm.PRONOUN, tokens[at].low in {"them", "us"})
    if at + 1 < limit and tokens[at].low in {"early", "late", "recent", "last", "next"}:
        found = whatever_is_named(tokens, at + 1)
        return found._replace(start=at, source=at) if found else None
    found = noun_phrase(tokens, at)
    if found is None and (end := _run_end(tokens, at, limit)) > at:
        end = tail_end(tokens, end, limit)
        return NounPhrase(at, end, at, SourceForm.INSTITUTION, plural=False, is_sure=False)
    return found


def _coordinated(tokens: Sequence[Token], first: NounPhrase, limit: int) -> NounPhrase:
    """Return `an aide and a lawyer` where that is what stands there, otherwise `an aide`."""
    at = first.end
    if not first.is_sure or at + 1 >= limit or tokens[at].low not in {"and", "or", "&"}:
        return first
    other = noun_phrase(tokens, at + 1, limit)
    if other is None or not other.is_sure or other.form is SourceForm.PRONOUN:
        return first
    if other.end < limit and not is_boundary(tokens, other.end):
        return first
    form = first.form if first.form is other.form else SourceForm.DESCRIBED
    return NounPhrase(first.start, other.end, first.source, form, plural=True)


def _head(tokens: Sequence[Token], at: int, limit: int) -> NounPhrase | None:
    start, plural = behind_determiners(tokens, at, limit)
    if start < limit and tokens[start].low == "of" and start > at:
        return _quantified(tokens, at, start + 1, limit)
    end = _run_end(tokens, start, limit)
    if end == start:
        return _counted_alone(tokens, at, start, limit, plural=plural)
    if tokens[end - 1].low in COLLECTIVES and end < limit and tokens[end].low == "of":
        return _quantified(tokens, at, end + 1, limit)
    found = _classified(tokens, start, end, has_determiner=start > at)
    if found is None:
        return None
    source = at if found.source == start else found.source
    return found._replace(start=at, source=source, plural=found.plural or plural)


def _counted_alone(
    tokens: Sequence[Token], at: int, end: int, limit: int, *, plural: bool
) -> NounPhrase | None:
    """Return `several`, `nearly half` or `nine in 10`, standing for people by themselves."""
    if end == at:
        return None
    last = tokens[end - 1]
    if end + 1 < limit and tokens[end].low in {"in", "out"} and not last.text[0].isdigit():
        behind = end + 1 + (tokens[end + 1].low == "of")
        if behind < limit and (is_number(tokens[behind]) or tokens[behind].low in BARE_QUANTIFIERS):
            return NounPhrase(at, behind + 1, at, SourceForm.DESCRIBED, plural=True)
    if last.low in BARE_QUANTIFIERS or (is_number(last) and not _is_year(last)):
        return NounPhrase(at, end, at, SourceForm.DESCRIBED, plural)
    return None


def _is_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit()  # noqa: PLR2004 - the digits of a year


def _quantified(tokens: Sequence[Token], at: int, inner: int, limit: int) -> NounPhrase | None:
    """Return `two of the people` where what follows `of` is a noun phrase."""
    counted = noun_phrase(tokens, inner, limit)
    if counted is None:
        end = inner + 1
        known = inner < limit and tokens[inner].low in {"them", "us", "those", "whom"}
        return NounPhrase(at, end, at, SourceForm.PRONOUN, plural=True) if known else None
    plural = tokens[at].low not in {"one", "each", "neither", "either"}
    return NounPhrase(at, counted.end, at, counted.form, plural, counted.is_sure)


def _run_end(tokens: Sequence[Token], start: int, limit: int) -> int:
    """Return where the run of nouns ends; an *and* in it counts where a noun we know follows."""
    end = start
    joined = 0
    while end < limit and end - start < _LONGEST_RUN:
        if in_run(tokens[end]) or is_surname(tokens, start, end):
            end += 1
        elif _joins(tokens, start, end, limit) and not joined:
            joined = end
            end += 1
        else:
            break
    if joined and not is_person(tokens[end - 1].low):
        return joined
    return end


def _joins(tokens: Sequence[Token], start: int, at: int, limit: int) -> bool:
    joining = tokens[at].low in {"and", "or"} and start < at < limit - 1
    return joining and in_run(tokens[at + 1]) and not is_person(tokens[at - 1].low)


def _classified(
    tokens: Sequence[Token], start: int, end: int, *, has_determiner: bool
) -> NounPhrase | None:
    people = [
        at
        for at in range(start, end)
        if is_person(tokens[at].low) and not (has_determiner and is_masthead(tokens[at]))
    ]
    while len(people) > 1 and ends_a_name(tokens, people):
        people.pop()
    if people:
        return _with_person(tokens, start, end, people[-1], has_determiner=has_determiner)
    for at in range(start + 1, end):
        if is_participle(tokens[at]) and (has_determiner or is_body(tokens[at - 1])):
            end = at
            break
    named = capitals_from(tokens, start, end)
    if named < end:
        return _with_capitals(tokens, start, end, named, has_determiner=has_determiner)
    name_end = capitals_end(tokens, start, end)
    if name_end > start and not has_determiner and not is_body(tokens[end - 1]):
        return _with_capitals(tokens, start, name_end, start, has_determiner=False)
    if is_body(tokens[end - 1]):
        return NounPhrase(start, end, start, SourceForm.INSTITUTION, plural=False)
    if not has_determiner:
        return None
    return NounPhrase(start, end, start, SourceForm.DESCRIBED, plural=False, is_sure=False)


def _with_person(
    tokens: Sequence[Token], start: int, end: int, person: int, *, has_determiner: bool
) -> NounPhrase | None:
    behind = person + 1
    plural = tokens[person].low in PERSON_PLURAL
    if behind < end and capitals_from(tokens, behind, end) == behind:
        return _titled(tokens, start, end, person)
    if behind < end and (named := name_behind(tokens, behind, end)):
        return _titled(tokens, start, end, named - 1)
    if behind < end and not is_participle(tokens[behind]) and not tokens[behind].low.endswith("ly"):
        form = SourceForm.INSTITUTION if is_body(tokens[end - 1]) else SourceForm.DESCRIBED
        return NounPhrase(start, end, start, form, plural=False, is_sure=False)
    named = not has_determiner and not plural and capitals_from(tokens, start, behind) == start
    if named and not is_body(tokens[start]) and not _opens_described(tokens, start, behind):
        return NounPhrase(start, behind, start, SourceForm.NAMED, plural=False)
    return NounPhrase(start, behind, start, SourceForm.DESCRIBED, plural)


def _opens_described(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a noun has its capital from the sentence alone: `Counsel for the board`."""
    if (start, end) != (0, 1) or end >= len(tokens) or tokens[start].low in TITLES:
        return False
    return tokens[end].low in PREPOSITIONS and tokens[end].low != "of"


def _titled(tokens: Sequence[Token], start: int, end: int, person: int) -> NounPhrase:
    """Return a name behind a word for a person: `spokesman Tom Reyes`, `Mayor Tom Reyes`."""
    if tokens[end - 1].low in INSTITUTIONS and not tokens[person].is_capitalised:
        return NounPhrase(start, end, start, SourceForm.INSTITUTION, plural=False)
    source = person + 1
    while source > start and is_title(tokens[source - 1]):
        source -= 1
    plural = tokens[person].low in PERSON_PLURAL
    return NounPhrase(start, end, source, SourceForm.NAMED, plural)


def _with_capitals(
    tokens: Sequence[Token], start: int, end: int, named: int, *, has_determiner: bool
) -> NounPhrase:
    end = institution_end(tokens, named, end)
    bodily = any(is_body(token) for token in (tokens[named], tokens[end - 1]))
    acronym = end - named == 1 and len(tokens[named].text) > 1 and tokens[named].text.isupper()
    if bodily or acronym or (has_determiner and named == start):
        return NounPhrase(start, end, start, SourceForm.INSTITUTION, plural=False)
    return NounPhrase(start, end, named, SourceForm.NAMED, plural=False)
