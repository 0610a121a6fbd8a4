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
    r"|\byou (?:will|would|can) not (?:say|tell|print|name|use|quote|write|mention|put)\b"
    r"|\b(?:i am|we are) not (?:giving|telling) you my name\b|\b(?:put|say|just say|make it) "
    r"(?:an?|some|the)\b"
    r"|\bi (?:would )?need you (?:not )?to\b|\bpromise me\b"
    rf"|\bmy {_MINE}\b(?=.*\b(?:not|out|never|no|only|off|secret|anonymous)\b)"
    rf"|\b(?:can|could|would|will) you{_BETWEEN} {_USES}\b|\bi am not to be\b|{_EITHER_SIDE}"
)
_REPORTER_BIDS = re.compile(
    r"\b(?:i|we) (?:do not (?:have|need) to|would just|can just|could just|can|could|will|would"
    r"|may|shall|must|promise|agree|undertake"
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
    r"|leave (?:[\w']+ ){1,5}out of|(?:was|is) (?:not )?(?:me|you)|out of the paper|before the"
    r"|until (?:the|then)"
    r"|use (?:any of (?:it|this|that)|what (?:i|you)|my|your|(?:it|this) (?:in|against"
    r"|for))|please (?:do not|never) use|keep (?:me|you) out|in the paper|tell \w+"
    r"|hold)\b"
)


def is_bid(text: str, *, by_reporter: bool) -> bool:
    """Tell whether a sentence tells the other side what may be done with what is said."""
    bids = _REPORTER_BIDS if by_reporter else _SOURCE_BIDS
    return bool(_SURE_SIGN.search(text) and bids.search(text))


def is_description(text: str, words: str, *, quoted: bool) -> bool:
    """Tell whether a sentence puts a description to the other side, and does not only describe.

    Args:
        text: the sentence in plain text.
        words: the description, as it was put.
        quoted: whether it stood in quotation marks.
    """
    if quoted:
        alone = len(re.findall(r"[\w']+", text)) - len(words.split()) <= _ALONE
        return alone or bool(_PUTS_QUOTED.search(text))
    return bool(_PUTS_PLAIN.search(text))


def puts_description(text: str) -> bool:
    """Tell whether a sentence may put a description to the other side."""
    return bool(
        _PUTS_PLAIN.search(text)
        or _PUTS_SHORT.search(text)
        or (text.count(" ") <= _SHORT and _PUTS_NOTHING_ELSE.search(text))
        or ("?" in text and _PUTS_ASKING.search(text))
    )


def is_tied(text: str) -> bool:
    """Tell whether a sentence of a reply ties the answer to a condition on the use of words."""
    return bool(_TIES.search(text))


def is_embargo(text: str) -> bool:
    """Tell whether a sentence asks the other side to hold something back until a time."""
    return bool(_HOLDS.search(text))


_ALONE = 4
_PUTS_QUOTED = re.compile(
    r"\b(?:can|could|may|might|shall|would|will|what if|how about|what about|make|put|call"
    r"|write|say|as|to"
    r"|just|only|like|use|attribut\w+|not)\b"
)
_PUTS_PLAIN = re.compile(
    r"\b(?:what if (?:i|we) (?:just |only )?(?:say|put|write|call)"
    r"|(?:i|we) (?:can|could|will|would|might|may) (?:just |only |maybe )*(?:say|put|write|call "
    r"you|quote you as)"
    r"|(?:can|could|may|shall) (?:i|we) (?:just |only )*(?:say|put|write|call you|be (?:just )?an?)"
    r"|(?:just |only |please |^)(?:say|put) (?:an?|somebody|one)|say an? [\w' ]+$|call (?:me"
    r"|you) an?"
    r"|(?:put|mark|bill) (?:me|you|it|this|that) down (?:as|to)|refer to (?:me|you) as|describe "
    r"(?:me|you) as"
    r"|(?:me|you) as an?|would be quoting you)\b"
)
_HOLDS = re.compile(
    r"\b(?:nothing (?:before|until)|(?:please |you |to )?(?:hold|keep|sit on) (?:it|that|this"
    r"|the story|them)"
    r"(?: [\w']+){0,5} (?:until|before)|(?:it|this|that) (?:is yours|holds|keeps|waits)|wait "
    r"(?:until|for)"
    r"|embargoed|under (?:an? |strict )?embargo|embargo (?:until|is)|out of (?:the )?(?:paper"
    r"|print|news)|not (?:before|until)(?= .*(?:\?|please|deal|ok))"
    r"|until [\w' ]+ ?, (?:is that|ok|all right|please|will you|can you|deal))"
)
_TIES = re.compile(
    r"\b(?:as long as|so long as|provided|only if|on (?:the )?condition|unless|if) (?:that "
    r")?(?:i|you|we)\b"
    r"|\bnothing (?:that|to)|\bno (?:names?|quotes?)\b|\bi (?:have|would have) to tell\b"
)
_SHORT = 14
"""Blanks in the longest sentence that holds a description and nothing else."""

_PUTS_NOTHING_ELSE = re.compile(
    r"^(?:[\w',]+ ){0,3}?(?:as )?(?:an?|one of|some\w*) (?:[\w']+ ?){1,8}[.?!]?$"
)
_PUTS_ASKING = re.compile(
    r"\b(?:put|make|call|be|just|like|write|attribut\w+|to|would|not for attribution)\b"
    r".*\b(?:an?|somebody|officials|sources)\b.*[?]"
)
_PUTS_SHORT = re.compile(
    r"\bas (?:an?|somebody)\b.*\b(?:ok|if)\b"
    r"|^(?:[\w']+ ){0,4}(?:put|make it|say|use|call)\b"
)
