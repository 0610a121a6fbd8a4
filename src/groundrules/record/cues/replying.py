"""Replying: the words for yes and for no, and those that are neither."""

from __future__ import annotations

import re

_FILL = (
    r"(?:(?:oh|well|um|uh(?! huh)|erm|hm+|m+|so|and|look|listen|you know(?: what)?|i mean|,|\.|ah|a"
    r"|honestly|now|then|please|right|i see|thank you|thanks|one moment|\[[a-z-]+\]"
    r"|tell (?:him|her|them)|no (?=that is|it is)) ?)*"
)
_YES_WORD = (
    r"(?:yes|sure(?: thing)?|ok|of course|course|fine|agreed|deal|done|absolutely|certainly"
    r"|definitely|all right|very well|by all means|gladly|with pleasure|aye|ay|confirmed|correct"
    r"|perfect|grand|sweet|cool|great|lovely|sound|good|fair(?: enough)?|clear|right|exactly"
    r"|naturally|indeed|go (?:right )?ahead|go on(?: then)?|on you go|go for it|shoot|fire away"
    r"|please do|be my guest|no (?:problem|worries|objections?|bother|issues?)|not at all|why not"
    r"|mm hm+|mhm+|mmhm+|mm hmm|uh huh|me too|same (?:here|for me)|count me in|i am in|suits me"
    r"|too right|no objection|understood|works for (?:me|us)|(?:ok|good) (?:by|with) me"
    r"|righto|rightio|right you are|no dramas?|nae (?:bother|problem|worries)|no (?:sweat|fear"
    r"|matter|objection)"
    r"|fair (?:play|dos|do's)|too easy|roger(?: that)?|copy(?: that)?|consider it done|you are "
    r"(?:safe|on|covered)"
    r"|it is yours|you have (?:got )?it|done deal|happy days|okey ?doke\w*|okie\w*|as you "
    r"(?:wish|like|prefer)"
    r"|whatever you (?:need|want|like|prefer)|let us do (?:that|it)(?: that way)?|so be it"
    r"|shake on it"
    r"|hand on heart|cross my heart|on my honou?r|not a problem|of course you can|yes of course"
    r"|oh yes"
    r"|sure sure|please go on|i hear you yes|makes sense|sensible|reasonable|that is "
    r"(?:reasonable|sensible)"
    r"|okay dokey|very good|good enough|all good|that is grand|lovely|brilliant|super|wonderful"
    r"|excellent"
    r"|granted|it is agreed|we have a deal|i give my word|trust me on that|that is a promise"
    r"|promise(?:d)?"
    r"|not bothered|no odds|suits|we are good|i am good|sorted|noted and agreed)"
)
_YES_VERB = (
    r"(?:i|we) (?:can|could|will|would|do|accept|agree|promise|am|are|may|shall)"
    r"(?: (?:do|live with|accept|agree to|work with|take|promise|respect|honou?r|stand by|manage)"
    r"(?: (?:that|it|this|those))?)?"
    r"|(?:that|it|this|which|those|they) (?:works?|suits?|(?:will|would|does|can|could|is"
    r"|may|should|are)(?: (?:do|work|suit|be))?)(?: (?:me|us|for me|for us|by me|it))?"
    r"|you (?:can|may|could|are|do|have (?:my word|it|that|a deal))|we are(?: agreed)?"
    r"|i (?:am|would be) (?:happy|glad|fine|ok|good|comfortable) (?:with|to|of|on)\b.*"
    r"|i have no (?:problem|objection)s?(?: with (?:that|it))?"
    r"|(?:that|this) i (?:can|could) (?:do|live with|accept)"
    r"|happy (?:with|to)\b.*|you have my word|my word on it|i give you my word|i promise(?: you)?"
    r"|(?:i|we) (?:will|can|could|would) (?:respect|honou?r|keep to|stick to|go along with|go "
    r"with|leave it at|take"
    r"|keep|hold|do|live with|work with|accept) (?:that|it|this|those|your wish\w*)(?: [\w']+){0,3}"
    r"|(?:it|that|this) (?:stays?|will stay|is staying|remains) (?:[\w']+ ?){1,4}"
    r"|(?:that|it) is (?:a deal|agreed|easier|clear|what i mean|my understanding|how i see it)"
)
_GOOD = (
    r"(?:still )?(?:perfectly |quite |absolutely |just |totally )*(?:fine|ok|all right|good|great"
    r"|perfect|grand|agreed|acceptable|no problem|accepted|easier|clear|works?|clear)"
)
_TAG = (
    r"(?: (?:by|with|for|to) (?:me|us|that|it)| then| too| by all means| sir| mate| love| please"
    r"| thanks| thank you| that is| as well)*"
)
_YES_STARTS = re.compile(
    rf"{_FILL}(?:{_YES_WORD}{_TAG}(?=$| ?[,.!?]| (?:that|it|i|we|you|but|and|as|on|off|not|to"
    rf"|for|so"
    rf"|then|if|with|background|deep|until|by|go|let|yes|ok|sure|fine|what|how|who|when|where|why"
    rf"|no|done|all|please|it's|this|my|your|no)\b)"
    rf"|(?:{_YES_VERB}){_TAG} ?(?=$|[,.!?]))"
)
_YES_ENDS = re.compile(
    rf"(?:^| )(?:{_YES_WORD}|{_YES_VERB}|then|i promise(?: you)?(?: that)?|it is){_TAG} ?[.!]*$"
)
_YES_IS = re.compile(
    rf"(?:^| )(?:(?:that|it|this|those|which|these)(?: (?:all|one))? )?"
    rf"(?:is|are|would be|will be|sounds?|[\w]+'s) {_GOOD}\b(?! (?:if|as long))"
    rf"|^{_FILL}sounds? \w+ ?[.,!]?$|^{_FILL}embargo accepted\b|\b(?:is|are) (?:fine|ok|all right)$"
    r"|^still (?:all right|ok|fine)\b|\bno objections?\b"
)
_STRONG = re.compile(
    r"\b(?:agreed|i agree|we agree|accepted|i accept|deal|you have my word|i promise|my word"
    r"|works for me|that works|i am in|count me in|(?:i|we) can (?:do|live with|accept|agree to)"
    r"|(?:fine|ok|good|happy|all right) (?:by|with|for) (?:me|us|that)|happy to|confirmed"
    r"|(?:that|it) is (?:fine|ok|all right|agreed|acceptable))\b"
)
_YES_BETWEEN = re.compile(
    r"(?:^|, ?)(?:yes|sure(?: thing)?|ok|fine|agreed|of course|absolutely|deal|no problem|all "
    r"right|go ahead|certainly"
    r"|you have my word|understood|perfect|gladly|by all means)(?= ?(?:$|[,.!]))"
)
_PROMISES = re.compile(
    r"^(?:[\w']+ ?,? ?){0,3}?(?:i|we|it|that|nobody|your name|nothing|you|none of (?:it|that)"
    r"|no names?) (?:will|would|can|shall)"
    r"(?: [\w']+)?(?: not)? (?:not )?(?:be (?:named|quoted|identified|in|mentioned|published"
    r"|printed)|appear|breathe"
    r"|come from you|go in|keep your name|keep you out|leave your name|leave you out|hold it"
    r"|sit on it|protect you)\b"
    r"|\b(?:i|we) (?:will|would|shall) not (?:say|tell|use|print|publish|name|mention|quote"
    r"|reveal|identify|put|write|repeat)\b"
)
_WILLING = re.compile(
    r"\bi (?:am|would be) (?:happy|glad|fine|ok|content|willing) (?:to (?:stay|accept|agree|go "
    r"along|do)"
    r"|with|of|on)\b"
)
_NO_STARTS = re.compile(
    rf"{_FILL}(?:no(?! (?:problem|worries|objection|bother|issue|trouble|name|names|quotes?|photos?"
    rf"|kids|doubt|matter))(?! that is fine)|never|absolutely not|certainly not|of course not"
    rf"|not (?:me|all"
    rf"|really|today|possible|a chance|without|unless|now|yet|acceptable|interested|with (?:a|me)"
    rf"|for a|on your life|likely|off|on)"
    rf"|(?:i am )?(?:sorry|afraid)(?:,? (?:but )?(?:no|not|i (?:can|could|will|would|do|am)"
    rf" not|it (?:was|is) not|we (?:can|do|will) not)\b)"
    rf"|unfortunately|in your dreams|out of the question|nothing doing|i decline|i refuse)\b"
)
_NO_VERB = re.compile(
    r"\b(?:(?:i|we) (?:really |just |simply |am afraid i )?(?:can|could|will|would|do|did|must|am"
    r"|are|was) not(?! (?:mind|see (?:why|a|any)|object|have a problem|need|print|publish|name"
    r"|use|quote|mention|attribute|say|tell|identify|report|write|put|repeat|hint|show your|ask"
    r"|have to))"
    r"|can not do (?:off|that|it|this|background)|(?:i|we) (?:would )?(?:rather|prefer)"
    r"(?: (?:not|hear|stay|keep|have you))|not comfortable"
    r"|i need (?:the|it|that|this|you|everything)[^.]* on the record"
    r"|(?:that|it) (?:will|does|would) not (?:work|do)|then no\b|say no more|say nothing more"
    r"|put it in|with my name|everything goes)"
)
_NO_PLAIN = re.compile(
    r"^(?:[\w',]+ ){0,4}?(?:(?:i|we) (?:[\w']+ )?(?:can|could|will|would|do|am|are|did)"
    r"|(?:that|it|this) (?:can|could|will|would|does)) not(?! (?:mind|see (?:why|a|any)|object"
    r"|have a problem|need|print|publish|name|use|quote|mention|attribute"
    r"|say|tell|identify|report|write|put|repeat|hint|ask|have to|be (?:named|quoted|published"
    r"|printed|used"
    r"|identified|mentioned|a problem|in)|appear|go (?:in|any)|a problem|leave|reveal|give "
    r"(?:you|your|it) away"
    r"|share|pass|record|bother|matter|hurt|show up|come out|know))"
    r"|\b(?:no can do|no chance|no way|not happening|not how (?:i|we) work|(?:has|have) to be "
    r"on(?! background)"
    r"|stays? on(?= ?[.,!?]|$| the record)|need (?:it|this|that|you) on|need (?:a|your) name"
    r"|then i can not|not on"
    r" (?:this|that|those terms)|too late|that is off the table|i would rather not|rather not"
    r"|prefer not"
    r"|no deal|forget it|not interested|not without|i will pass|we do not do (?:that|this|it))\b"
)
_NO_SHOW = re.compile(
    r"\b(?:we|i) (?:do|can|will) not (?:show|take|give|share|do|offer|accept|agree)"
    r"|i can not (?:promise|guarantee) (?:that|it|you|anything)|i am afraid (?:it|i|we) \w+ not\b"
    r"|(?:i|we) did not (?:agree|accept|promise)\b"
)
_DOUBT = re.compile(
    rf"^(?:oh |ah |,)*yes ,? ?right(?! (?:away|now|here))\b|^{_FILL}(?:maybe|perhaps|possibly"
    rf"|probably|i (?:guess|suppose)(?: so)?|we will see|it depends"
    r"|that depends|kind of|sort of|whatever|if you say so|i will (?:try|have to (?:ask|check)"
    r"|think about)|i (?:would )?(?:have|need) to (?:ask|check|run|know|see|hear|think|talk)"
    r"|(?:i am )?not sure|i do not "
    r"know"
    r"|hard to say|could be|i might|let me (?:think|see|check|ask|call|talk)|it is complicated"
    r"|let us talk about (?:it|that)|good question)\b"
    r"|\b(?:i guess|i suppose|whatever|if you say so|as if|i would have to (?:ask|check))\b"
    r"|can not (?:promise|guarantee) (?:anything|you)|\[(?:inaudible|crosstalk|unintelligible"
    r"|laugh\w*)[a-z-]*\]"
)
_CONDITION = re.compile(
    r"\b(?:but|as long as|so long as|provided|providing|on (?:the )?condition|only (?:if|when|for)"
    r"|if|unless|except|how about|what about|what if|rather|instead|subject to|or (?:nothing|not"
    r"|it will not)|make it|not all|prefer)\b"
)
_MOST = 6
_WORD = re.compile(r"[\w']+")


def is_yes(text: str, *, echo: bool) -> bool:
    """Tell whether a sentence of a reply says yes; one that tells something else does not.

    Args:
        text: the sentence in plain text.
        echo: it repeats the terms that it answers.
    """
    stripped = text.rstrip()
    if stripped.endswith("?"):
        match = _YES_STARTS.match(text)
        return match is not None and "," in text and not stripped[: match.end()].endswith("?")
    if _YES_STARTS.match(text) or _YES_IS.search(text):
        return True
    if _WILLING.search(text) or _PROMISES.search(text) or _YES_BETWEEN.search(text):
        return True
    return bool(_YES_ENDS.search(stripped)) and (echo or len(_WORD.findall(text)) <= _MOST)


def is_strong_yes(text: str) -> bool:
    """Tell whether a sentence says more than a yes: that something is agreed."""
    return bool(_STRONG.search(text)) and not text.rstrip().endswith("?")


def is_no(text: str) -> bool:
    """Tell whether a sentence of a reply refuses; a question asks only whether it does."""
    if text.rstrip().endswith("?") and "," not in text:
        return False
    return bool(
        _NO_STARTS.match(text)
        or _NO_VERB.search(text)
        or _NO_SHOW.search(text)
        or _NO_PLAIN.search(text)
    )


def doubts(text: str) -> bool:
    """Tell whether a sentence of a reply leaves it open."""
    return bool(_DOUBT.search(text))


def conditions(text: str) -> bool:
    """Tell whether a sentence makes a yes depend on something."""
    return bool(_CONDITION.search(text))
