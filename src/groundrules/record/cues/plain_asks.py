"""Plain asks: wishes about names and print that no finer reading of rights understands.

A sentence that speaks of one's own name, or of print, forbids, and is put to the other side, is
taken for a request even where its terms cannot be read in full: who is not heard is not protected.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.record.cues.clauses import sentences
from groundrules.record.cues.cue import Cue
from groundrules.record.cues.frames import is_backwards, is_told
from groundrules.record.facts import Kind, Proposal
from groundrules.terms.rights import Attribute, Publish

if TYPE_CHECKING:
    from groundrules.record.cues.clauses import Sentence
    from groundrules.record.cues.plain import Plain


def plain_ask(read: Plain) -> Cue | None:
    """Return the first request of a source that forbids her name, or print, in other words."""
    return next((cue for one in sentences(read.text) if (cue := _asked(read, one))), None)


def taken_back(read: Plain) -> Cue | None:
    """Return the first request about words that the speaker has said already."""
    for sentence in sentences(read.text):
        text = sentence.text
        asks = _SAID.search(text) and _UNDO.search(text) and _TO_YOU.search(text)
        if (
            asks
            and len(text.split()) <= _LONG
            and not (is_told(text, text[:1]) or _AHEAD.search(text))
        ):
            return Cue(Kind.RETROACTIVE_REQUESTED, None, *_span(read, sentence))
    return None


def _asked(read: Plain, sentence: Sentence) -> Cue | None:
    text = sentence.text
    if len(text.split()) > _LONG or not (_FORBIDS.search(text) and _TO_YOU.search(text)):
        return None
    if is_told(text, text) or is_backwards(text, told_first=False) or _HEDGES.search(text):
        return None
    if _WHO.search(text):
        proposal = Proposal(changes=(("attribute", Attribute.DESCRIPTION),))
    elif _PRINT.search(text):
        proposal = Proposal(changes=(("publish", Publish.NO),))
    else:
        return None
    return Cue(Kind.TERMS_ASKED, proposal, *_span(read, sentence))


def _span(read: Plain, sentence: Sentence) -> tuple[int, int]:
    return read.span(sentence.start, sentence.start + len(sentence.text.rstrip(" ,")))


_LONG = 28
_FORBIDS = re.compile(
    r"\b(?:not|no|never|nobody|nothing|without|anonym\w+|out of|off|unless|only if|as long as"
    r"|so long as"
    r"|leave|keep|rather)\b"
)
_TO_YOU = re.compile(
    r"\b(?:not a word|is it ok|would it be|if i|stays?|i only|for writing|nobody|you|your"
    r"|please|can|could|would|will|let us|promise|do not|never|nobody can|nothing"
    r"|i (?:want|need|would|must"
    r"|can not|should|hope)|forget|strike|scrap|leave|as long as|shall)\b"
)
_WHO = re.compile(
    r"\bmy (?:own |real |full )?(?:name|identity|job|title|face|voice|surname)\b|\bname me\b"
    r"|\b(?:me|us) (?:out|off)\b"
    r"|\b(?:leave|keep) (?:me|us) out\b|\bwho (?:told|said|i am|gave|you got)\b"
    r"|\bnaming me\b|\bwhere (?:this|it|that|you) (?:came|comes|got|heard|have)\b|\bi stay out of\b"
    r"|\bi (?:spoke|talked|was talking|told you|said anything)\b|\b(?:know|knows|learn\w*|find "
    r"out) (?:that )?it is me\b"
    r"|\bidentif\w+ "
    r"me\b|\banonym\w+\b"
    r"|\b(?:it|this|that|they) (?:came|comes|come|was|is|were) from me\b|\bcome from me\b"
    r"|\b(?:back|points?|lead\w*|traced?) (?:back )?(?:to|at) me\b|\b(?:on|it is|it was) "
    r"me\b(?= ?[,.?!]|$| or)"
    r"|\bput me (?:in|down|on)\b|\bput me ?[,.?!]|\bmention me\b|\bquote me\b|\bcredit me\b"
    r"|\bas (?:the|your) source\b"
)
_PRINT = re.compile(
    r"\b(?:in|into) (?:the |your |this |any |an? )?(?:print|paper|papers|story|article|piece"
    r"|news|magazine"
    r"|programme|newspaper)\b"
    r"|\b(?:publish|print|report|broadcast|air|write) (?:it|this|any of (?:it|this)|about (?:it"
    r"|this)|a word)\b"
    r"|\bfor (?:publication|print|the paper|broadcast)\b|\bwrite (?:it|this) (?:down|up)\b"
    r"|\bnot to be published\b"
    r"|\b(?:not )?for (?:writing|the story|your readers)\b|\boff the books\b|\bwithout (?:the"
    r"|your) (?:notebook|recorder)"
)
_HEDGES = re.compile(r"\bquote me on\b|\bbut do not quote me\b|\bi do not mind\b|\bno problem\b")
_SAID = re.compile(
    r"\b(?:(?:that|those)(?= ?[,.?!]|$| (?:out|off|from|for|please|bit|part|last|one|was|is|be"
    r"|to|with|between|under|as|down|anywhere|never|go|not|at|and|or|in|on|name|number|line"
    r"|figure|remark|joke|sentence)\b)"
    r"|what i (?:have )?(?:just )?(?:said|told)|the (?:last |other )?(?:bit|part"
    r"|thing|line|remark|joke"
    r"|name|number|figure)(?: about| where| with)?|i (?:just )?said|i should not have said)\b"
)
_UNDO = re.compile(
    r"\boff the record\b|\bon background\b|\bnot (?:for attribution|use|print|publish|quote"
    r"|write|put|for the|for you|in"
    r" the|run|include|mention)\b|\b(?:leave|keep|take|cut|edit|strike) (?:[\w']+ ){0,5}?out\b"
    r"|(?:^|[,.!] ?|\b(?:please|just|so|to|you|us|actually|ok|no|oh|but|better) )"
    r"(?:strike|scrap|forget|lose|drop|delete|scratch|unsay)\b|\bbetween (?:us|you and me)\b"
    r"|\bgo away\b"
)
_AHEAD = re.compile(
    r"\b(?:about to|going to (?:say|tell)|tell you that|say that (?:off|on)|only tell|after "
    r"that|now that|that is why"
    r"|forget (?:it|about it|the)|do not forget|never forget)\b"
)
