"""The words for naming, describing, and for the place that somebody speaks for."""

from __future__ import annotations

INSTITUTION = (
    (
        "institution",
        (
            r"(?:the |its |their )?(?:name|names|naming|named) (?:of )?(?:the|my|your|our|his"
            r"|her|an?|any) (?:\w+ )?<ORG>"
            r"|(?:(?:use|name|naming|give|cite|credit|attribut\w+|mention|identify|quote"
            r"|disclose|reveal|say|point to|from) "
            r"<W>{0,5}?)?(?:the|my|your|our|his|her|their|which|what|whose|whole|an?"
            r"|any) (?:\w+ )?<ORG>"
            r"(?:'s name| name)?(?: or (?:\w+ )?<ORG>)*|affiliations?"
            r"|<ORG> (?:only|alone)|in \w+ circles|(?:\w+ )?circles"
        ),
    ),
    (
        "institution",
        r"where (?:i|you|we|she|he|the source|they) (?:work|works|worked|am from|are from|belong)",
    ),
)

ATTRIBUTE = (
    (
        "description",
        (
            r"(?:an?|any|some) (?:source|person|official|speaker) (?:who|that) (?:is|stays"
            r"|remains) (?:not|never) (?:named|identified)"
        ),
    ),
    (
        "nameless",
        (
            r"anonym\w+|unnamed(?! (?:source|person|official))|nameless|without (?:a )?names?"
            r"|unidentified"
            r"|(?:no )?(?:fingerprints|finger prints)(?: on (?:it|this))?"
        ),
    ),
    (
        "sourceless",
        (
            r"(?:as|on) (?:(?:your|my|our|its|their|the paper's"
            r"|the reporter's) own )(?:knowledge|authority|reporting"
            r"|findings?|facts?|observations?|understanding|account|responsibility)|in (?:your"
            r"|my|our) own (?:voice|name)"
            r"|as (?:a )?plain facts?|as (?:your|my|our) own|as (?:a )?facts?"
        ),
    ),
    (
        "anysource",
        (
            r"attribut\w+ (?:(?:it|this|that|anything|them) )?(?:in any way|at all"
            r"|to (?:me|you|us) or"
            r" (?:to )?(?:anybody|nobody)(?: else)?)|(?:attribut\w+|credit\w*|ascrib\w+"
            r"|assign\w*|tie|tied|link\w*|pin\w*|trac\w+"
            r"|point\w*|sourc(?:e|ed|ing))"
            r" <W>{0,6}?(?:to|on|with) (?:anybody|nobody|anything|any (?:\w+ )?(?:source"
            r"|person|body|kind|one)\w*"
            r"|a (?:source|named|living)|no (?:source|person|one)|somebody|any source)"
            r"(?: at all| whatsoever| whatever)?"
            r"|(?:say\w*|said|tell\w*|told|mention\w*|reveal\w*|disclos\w+|writ\w+|explain\w*"
            r"|state|give|know|show\w*|hint\w*)?"
            r" ?(?:at )?(?:where|from (?:where|whom)|who|how)(?: (?:i|you|we|it|this|that|they"
            r"|the information))?"
            r" (?:(?:have|has|had|was|were|is|did|actually) )*"
            r"(?:got|get|have|heard|hear|learned|learnt|learn|came|come|comes|coming|said|say"
            r"|says|told|tell"
            r"|gave|obtained|found|known|spoke it|leaked|had)(?: (?:it|this|that|what|<ME>"
            r"|from|by))*"
            r"|(?:(?:give|name|cite|credit|reveal|quote|disclose|identify|mention|point to"
            r"|have|use|with) )?"
            r"(?:any|no) (?:\w+ )?sources?"
            r"|(?:give|name|cite|credit|reveal|quote|disclose|identify|mention|point to|use"
            r"|with|protect) "
            r"(?:the|your|my|our|its|their|his|her) sources?"
            r"|(?:(?:give|name|cite|credit|reveal|quote|disclose|identify|mention|point to"
            r"|have|use|with) )?a source"
            r"(?! (?:close|in|at|within|with|familiar|who|near|inside|from|of|may|can|will|must))"
            r"|sourcing|where it is from|whom it (?:came|comes|is) from|its (?:source|origin)"
            r"|provenance"
            r"|(?:not )?for attribution|attribution(?: at all| of any kind"
            r"| whatsoever)?(?! of)|attributed at all"
        ),
    ),
    (
        "name",
        (
            r"(?:quote|cite|attribute|name|identify|mention|credit)\w* <W>{0,4}?by name|by name"
            r"|attribut\w+ <W>{0,6}?to (?:me|you|us|him|her|them|the speaker|the source|(?:my"
            r"|your|our|the \w+'s) name)"
            r"|attribut(?:e|ed|able|ing)|(?:use|using|used|print|printed|give|publish|put"
            r"|mention|with|under)?"
            r" ?<MY> (?:(?:own|real|full|first|last|actual|true|sur) ?)*(?:names?|surname"
            r"|identit(?:y|ies)|byline)"
            r"|(?:name|naming|named|identif\w+|unmask\w*|out|expose"
            r"|exposing) (?:as )?<ME>(?: at all| in any way)?"
            r"|(?:be |get |is |are )?(?:named|identified|identifiable|recognizable|recognised"
            r"|recognized)"
            r"|(?<=leave )<ME>(?= (?:out|off|away))|(?<=keep )<ME>(?= (?:out|off|away))"
            r"|(?<=leaving )<ME>(?= out)"
            r"|naming names|name names|names?(?! (?:the|of|it))|identif(?:y|ied|iable)\w*|identity"
            r"|who (?:i am|you are|we are|she is|he is|they are|it is|it was|is speaking"
            r"|was speaking)"
            r"|(?:say|saying|write|report)\w*(?: that)? (?:it|this) (?:was|came from"
            r"|comes from|is from) (?:me|you|us)"
            r"|(?:point|points|pointing|lead|leads|trace|traced|link|linked|connect|connected"
            r"|tie|tied) <W>{0,2}?(?:back )?"
            r"(?:to|with) (?:me|you|us|her|him|a person|any person|the person|the source|anybody)"
            r"|(?:mention|mentioning|mentioned|credit|cite|show|picture|give away) (?:me|you|us)"
            r"|say(?:ing)?(?: that)? (?:i|you|we) (?:said|told)"
        ),
    ),
    (
        "description",
        (
            r"(?:describ\w+|refer\w* to|characteri[sz]\w+|introduc\w+) <ME>(?: in (?:any"
            r"|some|general|broad) (?:way|terms))?"
            r"|descri(?:be|bed|ption|ptions|ptor|ptors|bing)(?: that (?:we|i"
            r"|you) (?:\w+ )?(?:agree|choose|accept|settle)\w*(?: on| upon)?)?"
            r"|(?:an?|any|some|one|even an?|the) (?:unnamed|anonymous|unidentified"
            r"|nameless) (?:\w+ )?(?:source|person|official|speaker|\w+)"
        ),
    ),
    (
        "job",
        (
            r"(?:my|your|her|his|their|the) (?:exact |own )?(?:job|title|position|role"
            r"|function|rank|post)(?: title)?"
        ),
    ),
)
