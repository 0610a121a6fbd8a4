"""The small phrases that many patterns share: me, it, others, an office."""

from __future__ import annotations

SMALL_PHRASES = {
    "ME": (
        r"(?:me|you|us|him|her|them|myself|yourself|anybody|nobody|somebody|people|persons"
        r"|(?:the|my|your|our|a|any|each|no|one) (?:\w+ )?"
        r"(?:sources?|speakers?|persons?|individuals?|people|officials?|participants?|human))"
    ),
    "MY": (
        r"(?:my|your|our|his|her|their|the|any|a|whose|anybody's|nobody's"
        r"|(?:the|a|any) (?:source|speaker|person|participant)'?s?)"
    ),
    "OTHERS": (
        r"(?:others|(?:some|any|every|no)body else|elsewhere|another(?: \w+)?|(?:some"
        r"|any) ?where else"
        r"|(?:(?:an|a|any|some|your|my|our|the|two|more|one|at least one|at least two) )?"
        r"(?:(?:and )?(?:other|second|third|different|independent|separate|further|additional"
        r"|outside|more|fresh)) (?:\w+ )?(?:people|persons?|sources?|officials?|part(?:y|ies)"
        r"|contacts?|witness(?:es)?|places?|ones?|outlets?|experts?|channels?|routes?|hands?|means"
        r"|side|documents?)|more people|people (?:who|other)|around|a (?:second|third|different)"
        r"|different people|documents|other \w+|(?:some )?other (?:way|means|hand)s?|in other ways"
        r"|somebody (?:who is )?(?:not me|not you)|somebody (?:other than|besides"
        r"|apart from) (?:me|you)"
        r"|a person who is not (?:me|you))"
    ),
    "IT": (
        r"(?:it|this|that|these|those|them|things|everything|anything|nothing"
        r"|none(?: of (?:it|this|that))?"
        r"|(?:all|any|some|each|most|part|parts|much|none|every word|a word"
        r"|bits?) of (?:it|this|that|what)"
        r"|all|(?:the|this|that|these|your|my|our|any|no|such|all(?: the)?) (?:\w+ )?"
        r"(?:information|info|material|facts?|content|contents|substance|story|details?|points?|tip"
        r"|news|stuff|conversation|talk|things?|words?|remarks?|comments?|knowledge"
        r"|briefing|claims?"
        r"|statements?|disclosures?)|what|whatever)"
    ),
    "SAID": r"(?:say|saying|said|tell|telling|disclos\w+|reveal\w*|mention\w*|writ\w+|print\w*"
    r"|report\w*|publish\w*|giv\w+ away|let (?:it )?(?:be known|slip|on|out)|list|listing|know"
    r"|hear|hears|learn|learns|find out|known|admit|confirm|show|make (?:it )?(?:known"
    r"|public|clear)|be (?:said|told|known))",
    "INSIDE": (
        r"(?:editors?|desk|desks|colleagues?|co ?workers?|lawyers?|counsel|attorneys?|boss|bosses"
        r"|managers?|producers?|team|newsroom|staff|employers?|compan(?:y|ies)|firm|associates?"
        r"|partners?|superiors?|supervisors?|chief|chiefs|wife|husband|spouse|family|principals?"
        r"|clients?|board|legal|paper|newspaper|outlet|publisher|organization|fact checkers?"
        r"|checkers?|subs|house|building|side|station|magazine|programme|program|deputy|head)"
    ),
    "ORG": (
        r"(?:compan(?:y|ies)|organizations?|ministr(?:y|ies)|departments?|agenc(?:y|ies)"
        r"|institutions?|institutes?|offices?|employers?|firms?|part(?:y|ies)|circles?|groups?"
        r"|bod(?:y|ies)|unions?|hospitals?|banks?|schools?|universit(?:y|ies)|associations?"
        r"|governments?|sides?|affiliations?|delegations?|administrations?|bureaus?|workplaces?"
        r"|council|authority|unit|division|branch|embassy|commission|service|committee|house)"
    ),
    "KNOWING": (
        r"(?:personal |private |internal |background )?(?:guidance|information|understanding|ears"
        r"|eyes|knowledge|awareness|orientation|benefit|education|background)"
    ),
    "ART": r"(?:notes?|notebooks?|recordings?|tapes?|audio|files?|transcripts?|cop(?:y|ies)"
    r"|messages?|texts?|e ?mails?|photos?|papers|documents?|material|everything|it|them)",
    "QUOTES": r"(?:quot\w+|words|passages?|lines?|citations?|remarks|statements?|sentences?)",
    "W": (
        r"(?:(?!(?:not|no|never|nor|neither|without|except|unless|but|and|or|if|only|nobody|nothing"
        r"|once|when|where|until|unless|because|who|which|provided|providing"
        r"|can|could|may|might|will|would|shall|should|must)\b)[\w']+ )"
    ),
}
