"""Bids: whether plain words about use are spoken to the other side, as terms for this talk.

In a talk about anything else people describe, name, report and share things all the time. Plain
words are terms only where one side tells the other what it may do with what is said.
"""

from __future__ import annotations

import re

_USES = (
    r"(?:use|print|publish|quote|name|identify|mention|report|run|write|attribute|call|describe"
    r"|refer|say|put|tell|air|cite|credit|keep|leave|include|reveal|disclose|paraphrase|hold|share"
    r"|protect|hide|withhold|take|check|repeat|embargo|be (?:quoted|named|identified|published"
    r"|printed|used|attributed|reported|repeated|described|told))"
)
_BETWEEN = (
    r"(?: not| only| just| also| always| never| either| then| still| gladly| happily| please)*"
)
_MINE = r"(?:name|identity|words|quotes?|job|title|employer|company|face|voice|position|remarks)"
_EITHER_SIDE = (
    r"\b(?:not for|no|without|for your) (?:your )?(?:publication|attribution|reporting|guidance"
    r"|quotation)\b|\b(?:attributable|attributed to|embargoed|under embargo"
    r"|embargo (?:until|is|lifts|ends|of))\b"
    r"|\b(?:nobody|nothing(?: (?:i|you) (?:say|said))?|none of (?:it|this|that)|this|it|that"
    r"|what (?:i|you) (?:say|said|tell (?:me|you)|told (?:me|you))) "
    r"(?:can|may|must|should|will|is|gets|goes|stays)(?: not| never| only| to)* "
    r"(?:be )?(?:know|learn|used|published|printed|quoted|attributed|appear|go|reported|run"
    r"|repeated|out of|only for|just for|for)\b"
    r"|\bnot to (?:print|use|publish|quote|name|write|report|identify|mention|run)\b"
    rf"|(?<!is )(?<!was )\b(?:not|no|never|without|anything but|everything but"
    rf"|except)(?: (?:with|use|print|give"
    rf"|mention|under|by))? (?:my|your) {_MINE}\b"
    r"|(?:^|[,.!?] ?|\b(?:please|but|and|just|so|only|ok|then|with|on) )"
    r"(?:no (?:names?|quotes?|direct quotes?|attribution|fingerprints|quotation marks)"
    r"|not by name|just for your|only for your|for your)\b"
)
_SOURCE_BIDS = re.compile(
    r"(?:^|[,.!?] ?|\b(?:please|but|and|just|so|only|ok|then|if you|you) )"
    r"(?:do not|never|keep|leave|call (?:me|us)|describe (?:me|us)|refer to (?:me|us|this|it)"
    r"|identify (?:me|us)|hold (?:it|this|that))\b"
    rf"|\byou(?: also| only| just)? (?:can|may|could|might|must|should|will|would|have to|need to"
    rf"|are (?:not )?(?:free to|allowed to|welcome to|to)|do not"
    rf"|can promise to){_BETWEEN} {_USES}\b"
    rf"|\b(?:as long as|so long as|if|provided|unless|that"
    rf"|condition) you(?: do| are)?{_BETWEEN} (?:using|naming|quoting|printing"
    rf"|publishing|{_USES})\b"
    r"|\b(?:i|we) (?:do not|would not|would rather|want|need|prefer|would (?:like|prefer)|insist"
    r"|can not|must not|have to|wish|ask|am asking|hope"
    r"|only)\b(?=(?: [\w']+){0,8}? (?:named|quoted|identified"
    r"|my name|anonymous|anonymity|attributed|published|printed|in print|on air|my words|my quotes"
    r"|out of it|not to|see my)\b)"
    rf"|\bmy {_MINE}\b(?=.*\b(?:not|out|never|no|only|off|secret|anonymous)\b)"
    rf"|\b(?:can|could|would|will) you{_BETWEEN} {_USES}\b|\bi am not to be\b|{_EITHER_SIDE}"
)
_REPORTER_BIDS = re.compile(
    r"\b(?:i|we) (?:can|could|will|would|may|shall|must|promise|agree|undertake"
    r"|am (?:happy|willing|prepared|able|not allowed|allowed))(?: to)?"
    rf"{_BETWEEN}(?: to)? {_USES}\b(?=.*\b(?:you|your|it|this|that|these|any|what"
    rf"|nobody|anybody|an?)\b)"
    rf"|\byour {_MINE}\b(?=.*\b(?:not|out|never|no|only|off|secret)\b)|{_EITHER_SIDE}"
)
_SURE_SIGN = re.compile(
    r"\b(?:publish\w*|publication|print(?:ed|ing|s)?|report(?:ed|ing)?|quot\w+|nam(?:e|ed|es|ing)"
    r"|identif\w+|identity|attribut\w+|anonym\w+|unnamed|story|article|call (?:me|you|us)"
    r"|describ\w+ (?:me|you|us|as)|refer\w* to|embargo\w*|guidance|sources?|fingerprints|editor"
    r"|newsroom|approv\w+|on (?:the )?air|write (?:about|this|it)|employer"
    r"|who (?:i am|said|told|was|took)|where (?:you|i) (?:got|heard)|leave (?:me|you) out"
    r""
    r"|use (?:any of (?:it|this|that)|what (?:i|you)|my|your|(?:it|this) (?:in|against"
    r"|for))|please (?:do not|never) use|keep (?:me|you) out|in the paper|tell \w+"
    r"|hold)\b"
)


def is_bid(text: str, *, by_reporter: bool) -> bool:
    """Tell whether a sentence tells the other side what may be done with what is said."""
    bids = _REPORTER_BIDS if by_reporter else _SOURCE_BIDS
    return bool(bids.search(text) and _SURE_SIGN.search(text))
