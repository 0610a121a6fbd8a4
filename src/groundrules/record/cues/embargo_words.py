"""Embargo words: until when a host's sentence keeps what is said from being published.

The words for the time are kept as they were put; `instants` makes an instant of them where they
name one. A sentence may also say that there is no embargo, or speak of the materials alone.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Held(NamedTuple):
    """What a sentence says of an embargo.

    Attributes:
        until: the words for the time or the event; "" where it says that there is none.
        weight: how sure it is that it holds for the talk: more for its contents than for the
            materials, and more for a time of day than for an event.
    """

    until: str
    weight: int


def held_until(words: str) -> Held | None:
    """Return what a sentence says of an embargo; None where it says nothing of one.

    Args:
        words: the sentence, as it was put.
    """
    if _LIFTED.search(words):
        return Held("", 0)
    for pattern in (_UNDER, _EMBARGO, _HOLD):
        for match in pattern.finditer(words):
            said = _time_in(match["time"])
            if said and not names_no_time(said) and not _PAST.search(words, 0, match.start("time")):
                return Held(said, _weight(words, match.start(), said))
    return Held("", 0) if _NONE.search(words) else None


def names_no_time(words: str) -> bool:
    """Tell whether words for a time only name the embargo again: `when the embargo lifts`."""
    return bool(_CIRCULAR.search(words))


def _time_in(words: str) -> str:
    """Return the words for the time: what stands before whatever the sentence goes on with."""
    pieces = (_up_to_stop(piece) for piece in _DASH.split(_AGAIN.split(words)[-1]))
    return next((piece for piece in pieces if _TIME.search(piece) or _EVENT.search(piece)), "")


def _up_to_stop(words: str) -> str:
    """Return the words before whatever the sentence goes on with."""
    stop = _STOP.search(words)
    end = stop.start() if stop else len(words)
    said = " ".join(words[: end + words.startswith(".", end)].split()).strip(" ,;:—–-")
    return said if _DOTTED.search(said) else said.rstrip(".")


def _weight(words: str, start: int, said: str) -> int:
    before = words[: start + len(_EMBARGOED)]
    of_talk = bool(_OF_TALK.search(words)) or not _OF_MATERIALS.search(before)
    return 2 * of_talk + bool(_TIME.search(said)) + 1


_EMBARGOED = "embargoed"
_CLOCK = (
    r"(?:\d{1,2}[:.]\d\d(?:\s*[ap]\.?\s?m\b\.?)?|\d{1,2}\s*[ap]\.?\s?m\b\.?|\d{4}(?= ?(?:hours"
    r"|hrs|h\b"
    r"|gmt|utc|bst|zulu|z\b|local|cet|et\b|eastern))|noon|midday|midnight"
    r"|(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?: o['’]clock| [ap]\.?m\b\.?|(?= (?:tomorrow|this|tonight|on \w+day) (?:morning|afternoon"
    r"|evening|night))))"
)
_DAY = (
    r"(?:tomorrow|tonight|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next week"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.? \d|\d{1,2}(?:st|nd|rd|th)\b"
    r"|this (?:morning|afternoon|evening))"
)
_TIME = re.compile(rf"(?i)\b(?:{_CLOCK}|{_DAY})")
_EVENT = re.compile(
    r"(?i)\b(?:call|briefing|gaggle|session|conclu\w+|complet\w+|ends?|end|ended|over|finish\w*"
    r"|done|hang up|close"
    r"|starts?|begins?|began|opens?|announce\w*|publi\w+|release\w*|goes|go|speaks?|speech"
    r"|remarks|address"
    r"|delivers?|lifts?|lifted|out|crosses|statement|hearing|vote|event|issued?|posted|posts?"
    r"|lands?"
    r"|arriv\w+|sign\w*|meeting|markets?|confirm\w*|notif\w+|told|hear|leaves?|departs?|visit"
    r"|report|wraps?"
    r"|tell|say|clear\w*|word|notice)\b"
)
_VERB = (
    r"(?:until|unto|till?|’til|'til|through|before|(?:to )?(?:lifts?|lifting|ends(?! of)"
    r"|end(?= (?:at|on|with|when))|ending|expires?"
    r"|expiring|drops?|breaks?|runs?|comes off|is off|goes off|will lift|will end|is lifted"
    r"|will be lifted|be lifted)(?: (?:at|on|with|when|as|until|through|only|till))?)"
)
_UNDER = re.compile(
    rf"(?i)\b(?:under|have|has|is|with|put|carr(?:y|ies)|there.s|set|a firm|a strict"
    rf"|a hard)\b(?: on)?"
    rf"(?: an?| the| our| strict| hard"
    rf"| firm){{0,3}} (?P<time>{_CLOCK}(?:,? [\w.]+){{0,6}}?)[ -]embargo\b"
)
_EMBARGO = re.compile(
    r"(?i)\bembargo(?:ed|es)?\b(?:(?!\b(?:until|till?|but|not|no)\b)[^.;?!]){0,80}?(?<![\w’'])"
    rf"(?:{_VERB}|to(?= (?:the (?:end|close|conclusion|completion|start)|when))|(?:for|to|at|of"
    rf"|is|on|as of|time is|is set for|set for|:)"
    rf"(?=,?\s(?:about |exactly )?(?:{_CLOCK}|{_DAY})))"
    r",?\s(?=(?P<time>\S.{0,160}))"
)
_HOLD = re.compile(
    r"(?i)(?:\b(?:hold|holding|held|keep|sit|sitting|wait|withhold|refrain|abstain"
    r"|embargo)\b(?:(?!\b(?:until|till?|before)\b)"
    r"[^.;?!]){0,60}?\b(?:until|till?|before|’til|for)"
    r"|\b(?:not|n['’]t|nothing|no (?:part|content|reporting|publication|stories|posts?|filing)"
    r"|none|nobody|never)\b"
    r"(?:(?!\b(?:until|till?|before)\b)[^;?!]){0,80}?\b(?:publish\w*|publication|report\w*"
    r"|releas\w*|broadcast\w*"
    r"|use|used|using|air\w*|file|filed|print\w*|post\w*|run|tweet\w*|public|out|story|stories"
    r"|live|transmi\w+)\b"
    r"(?:(?!\b(?:until|till?|before)\b)[^.;?!]){0,50}?\b(?:until|till?|before|prior to"
    r"|earlier than)"
    r"|\b(?:may|can|free to|able to)\b (?:be )?(?:\w+ )?(?:publish\w*|report\w*|use[d]?|releas\w*"
    r"|file|run|post\w*|go)\b"
    r"(?:(?!\bafter\b)[^.;?!]){0,40}?\b(?:only )?(?:after|from|once|starting|beginning|as of)"
    r"(?=,? (?:\w+ ){0,2}?(?:" + _CLOCK + r"|" + _DAY + r"))"
    r"|\bfor (?:release|publication|use|broadcast) (?:only )?(?:at|on|from|after|not before))"
    r",?\s(?=(?P<time>\S.{0,160}))"
)
_STOP = re.compile(
    r"(?i)(?:[;?!(“\"]|\[(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|,? (?:and|but|so"
    r"|after which|at which|which|when|meaning|because|since"
    r"|although|though|where|as (?:the|we|that)) (?:then |also )?(?=\S)"
    r"(?<!and )(?<!and also )|,? and (?:then |also )?(?=(?:it|the|thank\w*|we|is|are|will|this"
    r"|that|you"
    r"|they|on|under|attribut\w+"
    r"|may|should|can|all|our|please|then|any|everything|not|by|in|with|to|for|there|i|speakers?"
    r"|quot\w+|nothing|no)\b)|,? (?:attribut\w+|on background|off the record|on the record"
    r"|for background|i\.e|that is|this is|that's|that’s|it is|it's|it’s)\b"
    r"|,? (?:please|thank\w*|with that|okay|ok|so|unless|if|for (?:all|both|everyone|everybody)"
    r"|just like|as usual"
    r"|as always|as a reminder|same as|along with|together with|no exceptions)\b"
    r"|\.\s+(?-i:(?=[A-Z“\"\[\\]))(?!(?:eastern|central|mountain|pacific|atlantic|local|standard"
    r"|japan|korea"
    r"|london|british|greenwich|washington|new york|paris|brussels|geneva|berlin|beijing"
    r"|e[sd]?t\b|[cmp][sd]?t\b"
    r"|gmt|utc|bst|ces?t|jst|kst|on\b|tomorrow|today|this\b|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))"
)
_AGAIN = re.compile(r"(?i)\s[—–-]+\s*until\s")
"""Behind these the time is said again: `unto the call — until the call concludes`."""
_CIRCULAR = re.compile(r"(?i)\b(?:the|an?|our|its?) embargo\b|^\W*(?:which|that)\b")
_DASH = re.compile(r"\s*[—–]+\s*|\s-+\s")
_LIFTED = re.compile(
    r"(?i)\bembargo\w*\b[^.;?!]{0,40}?\b(?:is|are|was|has been|have been"
    r"|now)\b(?: \w+){0,2}? (?:lifted|over|ended"
    r"|off|gone)\b(?!,? (?:at|on|when|until|as soon|tomorrow|once|by|after))"
    r"|\bembargo\w* (?:lifts|ends) now\b"
)
_DOTTED = re.compile(r"(?i)\b[ap]\. ?m\.$")
_NONE = re.compile(
    r"(?i)(?:\b(?:no|without(?: any| an)?|nor (?:any|an|under)|zero|nothing (?:is|here is) under"
    r"|not (?:\w+ ){0,3}?(?:under|on|subject to|any|an|have|carry|holding)(?: to)?(?: an| any)?"
    r"|isn['’]t (?:any|an|under an|under any)"
    r"|(?:do|does|is|are)n['’]t(?: \w+){0,3}? (?:an|any)|not(?: an)?)|n['’]t) embargo(?:ed)?\b"
    r"|\bembargo\w* (?:is|are|does|do) not (?:apply|in (?:place|force))"
    r"|\bembargo-free\b"
)
_PAST = re.compile(r"(?i)\bembargo (?:was|had been|has been)\b")
_OF_TALK = re.compile(
    r"(?i)\b(?:call|contents?|briefing|gaggle|everything|all of (?:it|this|that)|conversation"
    r"|session|anything"
    r"|what you hear|information|remarks|we are|we’re|we're|this is|it is|it’s|it's|also"
    r"|discussion|nothing|no content)\b"
)
_OF_MATERIALS = re.compile(
    r"(?i)\b(?:fact ?sheets?|materials?|papers?|documents?|slides?|reports?|texts?|releases?|deck"
    r"|copies|copy|advisory"
    r"|declaration|readout)\b"
)
