"""What rides along with use rights, out of plain words: descriptions, embargoes, who is told."""

from __future__ import annotations

import re
from typing import NamedTuple

from groundrules.record.cues.clauses import MODAL
from groundrules.record.cues.mentions import elsewhere
from groundrules.record.cues.plain import Plain, quoted_from
from groundrules.record.cues.polarity import Mention


class Rider(NamedTuple):
    """Words that a promise keeps as they were put.

    Attributes:
        name: `described`, `institution`, `embargo` or `approved first`.
        start: where they begin in the plain text, with the words that lead to them.
        end: where they end.
        words: the words themselves, as they were put.
    """

    name: str
    start: int
    end: int
    words: str

    @property
    def mention(self) -> Mention:
        """Return it as something that a clause speaks of."""
        return Mention(self.name, self.start, self.end)


_GAP = r"(?:(?!(?:not|no|never|but|nor|without|if|and|or|as|to|from)\b)[\w']+ )"
_PERSON = (
    r"(?:(?:a|an|one of|some(?:body)?|senior|junior|former|current|unnamed|anonymous)"
    r"|(?:\w+ ){0,3}?(?:sources?|officials?|executives?|insiders?|employees?|aides?|advis[eo]rs?"
    r"|staff|workers?|diplomats?|members|circles|people))"
)
_AS = (
    r"(?:call|describe|identify|refer|quote|cite|credit|introduce|present|attribut|characteriz|name"
    r"|label|term|style|list|know|source|paraphras|bill|appear|speak|spoke|talk)\w*"
)
_DESCRIBES = re.compile(
    rf"\b(?:{_AS} {_GAP}{{0,6}}?(?:only |just |simply |merely )*(?:as|to|from) (?:being )?"
    r"|call (?:me|you|us|him|her|the source|them) "
    r"|(?:come|comes|came|coming|is|was|be|heard|got|had)(?: it| this)? from "
    r"|(?<!such )\bas (?:being )?|(?:say|says|write"
    r"|report)(?: that)? (?=an? (?:[\w']+ ){1,9}?(?:told|said|says|confirmed|gave))"
    r"|(?:i|you|we|it) (?:would|will|can|may|should|want to|am to) (?:just |only |simply )?be )"
    r"(?:only |just |simply |merely )*"
    rf"(?P<said>(?={_PERSON}\b)(?!as |to |from )[a-z])"
)
_QUOTED_AS = re.compile(
    rf"\b(?:{_AS} {_GAP}{{0,6}}?(?:as|to)|call (?:me|you|us)|as|be"
    r"|say|write|print) (?P<said>[\w'])"
)
OF_PERSONS = (
    r"(?:person|people|somebody|sources?|officials?|teachers?|nurses?|sisters?|neighbou?rs?"
    r"|residents?"
    r"|employees?|members?|skippers?|workers?|engineers?|scientists?|researchers?|managers?|aides?"
    r"|bloke|man|woman|guy|parents?|tenants?|drivers?|players?|coach|doctors?|lawyers?|officers?"
    r"|detectives?|advis[eo]rs?|insiders?|colleagues?|friends?|relatives?|students?|lecturers?"
    r"|professors?|staffers?|staff|traders?|bankers?|farmers?|pilots?|captains?|clerks?"
    r"|councillors?|politicians?|executives?|directors?|owners?|landlords?|consultants?"
    r"|contractors?|witness(?:es)?|patients?|customers?|veterans?|analysts?|experts?|economists?"
    r"|diplomats?|negotiators?|veteran|insider|one of the \w+)"
)
_A_PERSON = re.compile(
    rf"(?i)\b(?:{OF_PERSONS}|circles|representatives?|spokes\w+|authority|department|ministry"
    rf"|company"
    r"|office|delegation|government|someone|bystander|caller|soldier|fisherman|campaigner|activist"
    r"|minister|counsel|partner|founder|developer|trustee|agent|guard|cook|chef|porter|warden|carer"
    r"|volunteer|prisoner|pupil|fan|voter|buyer|seller|supplier|informant|hand|crew|team|service)\b"
)


def names_person(words: str) -> bool:
    """Tell whether a description is of somebody, or of the body that somebody belongs to."""
    return bool(_A_PERSON.search(words))


_PUT_AS = re.compile(
    r"(?:\b(?:put|say|write|print|use|make (?:it|that|this|me)|put (?:it|this|that|me) down "
    r"(?:as|to)"
    r"|quote (?:you|me) as|can i be|could i be|to be|would be|be|like) (?:just |only |simply "
    r"|maybe )*)"
    rf"(?P<said>(?:an?|somebody|one) (?=(?:[\w']+ ){{0,4}}?{OF_PERSONS}\b|(?:at|in|on|from"
    rf"|close)\b)[a-z]"
    rf"|(?=somebody (?:at|in|on|from|close|who)\b)s)"
)
_QUOTED = re.compile(
    r"(?:^|[,.] |\b(?:put|say|write|print|use|make (?:it|that|this|me)|down to|i be|be|like"
    r"|would|just"
    r"|only|with|attribution) )(?:just |only |simply )*(?P<said>(?:an?|one|some|somebody|people"
    r"|sources|officials"
    r"|the|aides?|senior|insiders)\b)"
)
_NO_PERSON = re.compile(
    r"(?:a|an|one) (?:lead|tip|courtesy|quot\w+|reminder|favou?r|rule|whole|result|fact|matter"
    r"|condition|direct|start\w*|joke|plain|background|pointer|guide|basis|named|general rule"
    r"|description|name|person by name|particular|individual|human|living)\b"
    r"|(?:a|an|some) (?:person|source|individual)(?: at all| by name| or |$)|some (?:way|point)"
    r"|any\b|the (?:source|person|speaker|one)\b|(?:other|more|\w+ other|different|second"
    r"|independent|additional) (?:people"
    r"|sources?|officials?)"
)
_STOPS = re.compile(
    r" ?[,.?!\[~]| (?:but|not(?<!asked not)(?<!who not)(?<!did not)(?<!does not)|nothing|never|if"
    r"|when|while|because|unless|told|said|says|confirmed|gave|instead|please|rather"
    r"|without|so|until|only|nobody|as long|then"
    r"|and (?:you|i|we|not|no|nothing|never|that|it|do|leave|keep|use|nobody|may|can)"
    r"|or (?:not|no|i|you|we)|in (?:the|your|my|our|any) (?:story|article|paper|piece|report)"
    rf"|(?:you|i|we|they) (?:{MODAL}|are|am|do|agree))\b"
)
_ORG = re.compile(
    r"(?:the|my|your|our|his|her|their) (?:\w+ ){0,3}(?:compan(?:y|ies)|organization|ministry"
    r"|department|agency|institution|institute|office|employer|firm|party|group|union|hospital"
    r"|bank|school|university|association|government|side|administration|council|embassy)$"
    r"|.*\bcircles$"
)


def descriptions_in(read: Plain, start: int, end: int) -> list[Rider]:
    """Return the descriptions that one sentence gives for somebody, and the circles."""
    found: list[Rider] = []
    for pattern in (_DESCRIBES, _QUOTED_AS, _PUT_AS, _QUOTED):
        for match in pattern.finditer(read.text, start, end):
            rider = _described(read, match, end, quoted_only=pattern in (_QUOTED_AS, _QUOTED))
            if rider and not any(r.start < rider.end and rider.start < r.end for r in found):
                found.append(rider)
    return found


def _described(read: Plain, match: re.Match[str], end: int, *, quoted_only: bool) -> Rider | None:
    start = match.start("said")
    quoted = _quoted(read, start) or _quoted_behind_article(read, start)
    if quoted:
        words, stop = quoted
    elif quoted_only:
        return None
    else:
        stop = _stop(read.text, start, end)
        words = read.words(start, stop)
    said = read.text[start:stop]
    if not words or (_says_nothing(said) and match[0] not in _CALLED):
        return None
    name = "institution" if _ORG.match(said) else "described"
    return Rider(name, match.start(), stop, words)


def _quoted(read: Plain, start: int) -> tuple[str, int] | None:
    """Return the words of the quotation that opens at a place, and where it ends; else None."""
    original = read.span(start, start + 1)[0]
    closes = quoted_from(read.original, original)
    if closes is None:
        return None
    words = " ".join(read.original[original:closes].split()).strip(" ,;")
    return _FULL_STOP.sub("", words), read.place(closes)


def _quoted_behind_article(read: Plain, start: int) -> tuple[str, int] | None:
    """Return `a senior official`, put as a "senior official"; None for anything else."""
    article = _ARTICLE.match(read.text, start)
    quoted = _quoted(read, article.end()) if article else None
    if article is None or quoted is None or not names_person(quoted[0]):
        return None
    return f"{read.words(start, article.end() - 1)} {quoted[0]}", quoted[1]


_FULL_STOP = re.compile(r"(?<!\.\w)\.$")
_ARTICLE = re.compile(r"(?:an?|the|one|some) (?=\w)")
_CALLED = frozenset(("call me a", "call us a"))
"""Who asks to be called a source has put a description, vague as it is."""


def _says_nothing(said: str) -> bool:
    return bool(_NO_PERSON.match(said + " ") or _NO_PERSON.fullmatch(said))


def _stop(text: str, start: int, end: int) -> int:
    match = _STOPS.search(text, start, end)
    return match.start() if match else len(text[:end].rstrip())


_TIME = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|tomorrow|tonight|noon|midday|midnight|morning"
    r"|afternoon|evening|next|week|month|year|am|pm|o'clock|hours?|eastern|pacific|central|gmt|utc"
    r"|est|edt|cet|bst|sharp|weekend|\d+(?:st|nd|rd|th|am|pm)?|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|then|later|japan|british|greenwich|european|london|paris|berlin"
    r"|brussels|washington|summer|standard|daylight|time|local|mountain|atlantic|korea|beijing"
    r"|sydney|[jk]st|ce?st|cet|bst|eest|eet|[pcm][sd]?t|et|sept?|oct|nov|dec|jan|feb|today"
)
_ON_TIME = re.compile(rf" ?,? ?(?:at |on |in the |the |of )?(?:{_TIME})\b")
_UNTIL = re.compile(
    r"\b(?:(?:under (?:an? |the |strict )*|strictly )?embargo(?:ed)?(?: [\w']+){0,5}?"
    rf" (?:until|through|before|at|(?:for|to|on|of|is)(?= (?:{_TIME})\b))"
    r"|(?:(?:hold|holding|held|wait|sit on|keep)(?: [\w']+){0,4}? )?(?:not |only )?(?:until|before)"
    r"|(?:only |not |no sooner than |wait for )?(?:once|after|when|as soon as"
    r"|from the moment)(?= (?:the|our|my|your|its|a) )"
    rf"|(?:from|starting|beginning|as of|no earlier than|not earlier than)(?= (?:{_TIME})\b)"
    rf"|(?:after|on)(?= (?:next )?(?:{_TIME})\b)) (?P<words>\w)"
)
_WAITS = re.compile(
    r"\b(?:not|no|nothing|never|none|hold\w*|held|wait\w*|sit|only|embargo\w*|out of|yours"
    r"|(?:publish|print|run|use"
    r"|report|air|appear|quote|write|go (?:out|live))\w* .*(?:once|after|when"
    r"|as soon as|from|starting"
    r"|beginning|as of|on|earlier than|moment))\b"
)
_LONG_BEFORE = 12
"""So many words before the time, none of them of publication, tell of something else."""
OF_USE = re.compile(
    r"\b(?:embargo\w*|publi\w+|print\w*|report\w*|us(?:e|ed|ing)|quot\w+|air\w*|runs?|running|story"
    r"|stories|piece|article|writ\w+|hold\w*|held|sit|record|released?|out of|yours|name)\b"
)
"""Words of publication, one of which stands by the time for which words wait."""

_CUT = re.compile(
    rf" ?[.?!\[~,]| (?:but|and|or|unless|if|because|so|though|(?:you|i|we|they) {MODAL})\b"
)
_NO_TIME = re.compile(
    r"(?:you|i|we|they|it)? ?(?:use|using|print|printing|publish\w*|quot\w+|run|running|that|long"
    r"|now|this|today|we (?:talk|start|begin|speak|go)|you (?:start|begin|go|talk|say"
    r"|tell)|i (?:say|tell"
    r"|answer|talk|speak|go|start|begin|go on))\b"
)
_APPROVED = re.compile(
    r"(?:i|you|we|she|he|they|the source) (?:have |has |had )?(?:approve\w*|ok\w*|clear\w*|sign\w*"
    r"|check\w*|seen|saw|see|read|hear\w*|agreed to the (?:quotes|words))\b"
)


def embargo_in(read: Plain, start: int, end: int) -> Rider | None:
    """Return from when on a sentence lets something be published, in its own words."""
    for match in _UNTIL.finditer(read.text, start, end):
        first = match.start("words")
        last = _time_ends(read.text, first, end)
        said = read.text[first:last]
        if _APPROVED.match(said):
            return Rider("approved first", match.start(), last, "")
        if elsewhere().search(said) or _NO_TIME.match(said):
            continue
        if not _WAITS.search(read.text, start, first):
            continue
        if len(read.text[start:first].split()) > _LONG_BEFORE and not OF_USE.search(
            read.text, start, first
        ):
            continue
        return Rider("embargo", match.start(), last, read.words(first, last))
    return None


def _time_ends(text: str, start: int, end: int) -> int:
    """Return where the words for a time end: `tomorrow, Thursday, 7:00 a.m.` has commas."""
    match = _CUT.search(text, start, end)
    last = match.start() if match else len(text[:end].rstrip())
    while more := _ON_TIME.match(text, last, end):
        last = more.end()
    return last
