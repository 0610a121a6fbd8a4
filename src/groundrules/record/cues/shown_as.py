"""Shown as: the wordings under which a host lets those who speak be shown.

A host puts them in quotation marks or not, after a verb ("attributable to", "refer to him as") or
behind the level ("on background as a senior official"), one for all or one for each speaker.
"""

from __future__ import annotations

import re

_LEAD = re.compile(
    r"(?i)(?:\b(?:attribut\w+|refer(?:red|ring)?|identif(?:y|ied)|quot(?:e|ed)|cit(?:e|ed)"
    r"|describ(?:e|ed)|sourc(?:e|ed)|credit(?:ed)?|known|characteri[sz]ed|introduced|listed)\b"
    r"(?:(?!\b(?:not|never|but|without|until|by name|by their)\b)[^.;:“”\"]){0,70}?"
    r"(?:,?\s(?:only |just |simply |solely |either )?(?:to as|to|as|from)\b(?: being\b)?"
    r"(?!\s(?:him|her|us|me|them|you|it|all|any\w*|every\w*|(?:our|the|these|all"
    r"|both) (?:\w+ )?(?:speakers?|briefers?"
    r"|guests?|panell?ists?)|speakers?|what|this|that|those|each)\b)|:|(?<=cite)(?=\s)"
    r"|(?<=quote)(?=\s))"
    r"|\b(?:will be|is|are|be) (?:our|your)\b|\bwill be (?=an? [“\"])"
    r"|\b(?:q ?(?:&|and) ?a|questions|answers|remarks|background)\b[^.;“]{0,20}\b(?:from"
    r"|with)(?=\s(?:an? )?[“\"])"
    r"|\bcall (?:him|her|us|me|them|our \w+)\b"
    r"|\b(?:just |simply |please )(?:say|use|write)\b|\bwording (?:is|to use is)\b"
    r"|\b(?:attribution|sourcing|the wording)(?: (?:is|will be|should be|today is"
    r"|for this \w+ is))\b"
    r"|\bbackground,?(?: (?:only|today|please))?,? (?:as|from|with|to)(?= (?:an?|our|one|two|[“\"]"
    r"|senior"
    r"|\w+ (?:officials?|sources?|executives?|spokes\w+|aides?)\b)))"
    r"(?:\s*(?:only|just|simply|solely|either))*,?\s*"
)
_QUOTED = re.compile(
    r"\s*(?:an?\s+|the\s+|our\s+|either\s+)?[“\"](?P<said>[^“”\"]{2,80}?)(?:[”\"]|[.,]?\s*$)"
)
_MORE_QUOTED = re.compile(
    r"\s*,?\s*(?:and|or|and/or|,)\s+(?:an?\s+|the\s+|our\s+|to\s+"
    r"|as\s+){0,2}[“\"](?P<said>[^“”\"]{2,80}?)(?:[”\"]|[.,]?\s*$)"
)
_OFFICIALS = (
    r"(?:officials?|representatives?|sources?|spokes(?:person|man|woman|people|persons)s?|aides?"
    r"|executives?|advis[eo]rs?|diplomats?|experts?|officers?|scientists?|directors?|insiders?"
    r"|researchers?|members?|people|persons?|individuals?|employees?|staff(?:ers)?|economists?"
    r"|engineers?|analysts?|leaders?|ministers?|managers?|negotiators?|lawyers?|academics?)"
)
_NOUNS = re.compile(
    r"(?i)\s*(?:(?:an?|the|our|one|two|either an?)\s+)?"
    r"(?P<said>(?:(?!(?:and|or|but|the|on|until|under|not|who|which|that|as|at|for|with|by)\b)"
    r"[\w.’'&-]+\s+){0,5}?"
    rf"{_OFFICIALS}\b(?!\s+(?-i:[A-Z]))(?P<rest>(?:\s+(?:of|from|at|in|within|inside|with|close"
    rf"|familiar|involved"
    r"|briefed|working|who|on)\b"
    r"(?:(?!\s(?:and|but|or|until|under|throughout|please|today|tonight|if|so|for|only"
    r"|on background"
    r"|during|unless|we|you|is|are|will|this)\b)\s[\w.’'&-]+){1,9})?))"
)
_MORE_NOUNS = re.compile(
    rf"(?i)\s*,?\s*(?:and|or|and/or)\s+(?:as\s+|to\s+)?(?=(?:an?\s+"
    rf"|[\w-]+\s+){{1,4}}{_OFFICIALS}\b)"
)
_PERSON = re.compile(rf"(?i)\b(?:{_OFFICIALS}|spokes\w+|authority|agency|department|ministry)\b")
_REST_STOPS = re.compile(
    r"(?i)\s(?:on|in|with|at) (?:the|this|today.s|our|your)?\s*(?:call|briefing|line|background"
    r"|record|condition|attribution|stories|story|copy|pieces?)\b.*$"
)


def wordings_in(words: str) -> tuple[str, ...]:
    """Return the wordings that a host's sentence gives, without quotation marks, in order."""
    found: list[str] = []
    for lead in _LEAD.finditer(words):
        found += _behind(words, lead.end())
    return tuple(dict.fromkeys(filter(names_somebody, found)))


def names_somebody(words: str) -> bool:
    """Tell whether a wording is of somebody who may speak at a briefing."""
    return bool(_PERSON.search(words))


def _behind(words: str, start: int) -> list[str]:
    """Return the wordings that stand behind the words which lead to them."""
    match = _QUOTED.match(words, start)
    if match:
        return _quoted(words, match)
    found: list[str] = []
    match = _NOUNS.match(words, start)
    while match:
        rest = _REST_STOPS.sub("", match["rest"] or "")
        said = match["said"][: len(match["said"]) - len(match["rest"] or "")] + rest
        found.append(_with_article(words, match, said))
        more = _MORE_NOUNS.match(words, match.start("said") + len(said))
        match = _NOUNS.match(words, more.end()) if more else None
    return found


def _with_article(words: str, match: re.Match[str], said: str) -> str:
    article = re.search(r"(?i)\b(an?|one|two)\s+$", words[match.start() : match.start("said")])
    return " ".join(f"{article[1] if article else ''} {said}".split()).strip(" ,.;")


def _quoted(words: str, match: re.Match[str]) -> list[str]:
    found = []
    more: re.Match[str] | None = match
    while more:
        article = re.search(r"(?i)\b(an?)\s+[“\"]$", words[more.start() : more.start("said")])
        said = more["said"].strip(" ,.;:")
        if said.casefold().startswith(("a ", "an ")):
            article = None
        found.append(" ".join(f"{article[1] if article else ''} {said}".split()))
        more = _MORE_QUOTED.match(words, more.end())
    return found
