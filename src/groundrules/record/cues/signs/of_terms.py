"""Signs that a sentence puts terms: who is spoken of, where words may go, and what is withheld.

All look at plain text. A sign is wide on purpose, since another one may speak against it.
"""

from __future__ import annotations

_A_PERSON = (
    r"(?:sources?|officials?|person|persons|somebody|people|employees?|workers?|insiders?|aides?"
    r"|residents?|neighbou?rs?|members?|staff\w*|diplomats?|bankers?|scientists?|passengers?"
    r"|mothers?|fathers?|parents?|teachers?|nurses?|doctors?|officers?|colleagues?|friends?"
    r"|figures?|executives?|managers?|engineers?|analysts?|man|woman|bouncer|drivers?|former"
    r"|senior|close to|familiar with|knowledge of|spokes\w+|advis[eo]rs?|delegates?|delegation"
    r"|circles|operators?|lenders?|councillors?|ministers?|lawyers?|players?|students?"
    r"|researchers?|traders?|farmers?|pilots?|locals?|witness\w*|volunteers?|nobody in particular)"
)
_NAME = (
    r"(?:[\w']+ )?(?:names?|surname|voice|face|picture|photo\w*|identity|job|title|number|details"
    r"|handle|moniker|firm|company|employer|words|rank|department|byline|fingerprints|signature"
    r"|badge|initials|team|school|ward|shop|office|unit)"
)

OF_WHOM = {
    "me": r"\b(?:me|myself|us|mine|yours truly)\b",
    "my name": rf"\b(?:my|our|me own|the) {_NAME}\b",
    "your name": rf"\byour {_NAME}\b",
    "name": r"\b(?:nam(?:e|ed|es|ing)|surname|unnamed|nameless|anonym\w+|initials)\b",
    "i am nobody": r"\b(?:i|me) (?:am |was |were |be |being |would be |will be |shall be |as "
    r"|can be |could be |stay |remain )?(?:just |only |really |like )*(?:nowhere|nobody|anonymous"
    r"|not (?:in|there|here|me|named)|never (?:in|here|there|said|spoke|rang|called|told|met"
    r"|told)|invisible|a ghost|a nobody|unnamed|nameless|out of|unattributab\w+|appear\w*)\b",
    "i as": r"\b(?:can|could|may|might|shall) (?:i|we) (?:just |not |only |like )*be\b"
    r"|\bi (?:am|would be|will be|suppose i am|be) (?:just |only )?(?:an?|one of|somebody)\b"
    r"|\bi (?:go|speak|talk) (?:only )?(?:as|on|not)\b",
    "it is me": r"\b(?:is|was|be|came|come|comes|coming|being|are) (?:from )?(?:me|us|mine)\b"
    r"|\bi am the (?:one|source|person)\b|\b(?:from|of|to|at|on|with) me\b|\bme (?:that|who"
    r"|what)\b",
    "you as": r"\byou (?:are|would be|will be) (?:just )?(?:an?|one of|somebody|nobody|nowhere|out"
    r"|anonymous|safe|in|not)\b|\b(?:call|put|have|quote|describe) you\b",
    "who told": r"\bwho (?:it (?:is|was)|said|told|i am|you (?:are|got|spoke|talked|heard|had)"
    r"|gave|let|rang|is saying|wrote|sent|is talking|talked|spoke|says)\b|\bwhere (?:it|you|this"
    r"|that|they) (?:got|heard|came|comes|come|is from|have|had|was|is coming)\b|\bwhose\b"
    r"|\bthe one (?:that|who) (?:said|told|rang|complain\w+|says)\b",
    "a person": rf"\b{_A_PERSON}\b",
    "as a person": r"\b(?:as|be|am|are|down|down as|down to|from|call (?:me|you|it)|say|put|write"
    r"|like|to|just|use|about) (?:just |only |like |simply )*(?:an?|one of|somebody|people|sources"
    r"|some|officials)\b",
    "others": r"\b(?:he|she|they) (?:[\w']+ )?(?:was|were|had|did|said|told|asked|went|is|are|has"
    r"|have|says|got|took|came)\b",
    "they may": r"\b(?:he|she|they|nobody|anybody|people|everybody) (?:[\w']+ )?(?:will|would|could"
    r"|can|must|may|can not|might|should)\b",
    "was told": r"\b(?:told|asked|wrote|called|admitted|confirmed) (?:me|us|him|her|them|the"
    r"|everybody|people)\b",
}

WHERE_WORDS_GO = {
    "medium": r"\b(?:papers?|prints?|printed|printing|article|stor(?:y|ies)|piece|programme"
    r"|program|film|page|pages|news|newspapers?|headline|column|reporting|podcast|show"
    r"|internet|online|website|facebook|broadcast|on (?:the )?air|camera|mic|microphone|recording"
    r"|press|media|wireless|radio|tv|telly|television|magazine|copy|blog"
    r"|publi(?:sh|shed|shing|cation|cly|c)|in there)\b",
    "writes": r"\b(?:write|writes|writing|written|report|reported|note|notes|notebook|pen|pencil"
    r"|recorder|on tape|type|file)\b",
    "goes out": r"\b(?:run|goes?|going|come|put|putting|get|gets|come|leave) (?:it |this |that "
    r"|any "
    r"of (?:it|this) )?(?:out|in|up|anywhere)\b|\bin (?:your|the|this|it|there)\b",
    "puts": r"\bput(?:ting|s)? (?:it|this|that|me|us|him|her|my|down|in)\b|\b(?:stick|hang|pin"
    r"|slap|have|carry|stuck) (?:it|this|that|me|my|your|the)\b",
    "is used": r"\b(?:use|used|using|usable|quot\w+|attribut\w+|cit(?:e|ed|ing)|credit\w*"
    r"|mention\w*|identif\w+|describ\w+|let on|point\w*|pin|pinned|trac\w+|link\w*|tied?|connect\w*"
    r"|finger\w*|repeat\w*|pass (?:it|this|that)|share|refer\w*|source\w*|paraphras\w+"
    r"|unattribut\w+|guidance|steer|context|information|planning)\b",
    "is said": r"\b(?:say|says|tell|telling|said|saying)\b",
    "is known": r"\b(?:know|knows|known|find|finds|found|work (?:it )?out|worked out|recogniz\w*"
    r"|see|seen|hear|hears|learn|read|reads|guess|figure)\b",
    "elsewhere": r"\b(?:elsewhere|someplace else|somebody else|other (?:people|doors|sources|way)"
    r"|ask around|chase|independent\w*|on your own|for (?:yourself|myself)|other doors"
    r"|go (?:and )?look)\b",
    "seen first": r"\b(?:see|hear|read|check|approve|sign (?:off|them)|look at|run|ring|call"
    r"|send)\b"
    r"[^.?!]{0,40}\b(?:first|before|quotes?|words|page|sentences?|back to|draft)\b",
}

WITHHELD = {
    "not": r"\b(?:not|no|never|nobody|nothing|none|nowhere|without|neither|nor|not a word)\b",
    "only": r"\b(?:only|just|purely|strictly)\b",
    "out": r"\b(?:out of|clear of|outside of|off|away|hid\w*|blur\w*|los(?:e|ing)|drop|cut|skip"
    r"|conceal|protect|disguise|scrap|strike|forget|delete|bin|erase|leave|keep|kept|safe|private"
    r"|secret|quiet|confiden\w*|stays?|between|with you|out)\b",
    "until": r"\b(?:until|before|after|hold (?:it|off|on|this|that)|sits? on|sits in|wait|keeps"
    r"|embargo\w*|no sooner|not earlier|under wraps)\b",
    "a time": r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|week|weeks|month"
    r"|noon|midnight|morning|o'clock|[ap]m|\d{1,2}|hours?|midday|gmt|eastern|pacific|london"
    r"|deadline|whistle|kick off)\b",
    "takes back": r"\b(?:forget|lose|scrap|strike|delete|scratch|erase|un hear|unhear|skip|comot"
    r"|drop"
    r"|take (?:it|that|the [\w ]+) (?:back|out)|cut (?:it|that)|bin|did not say that|go away"
    r"|leave (?:it|that|the [\w ]+) out|not (?:be )?us(?:e|ing) that|rewind|back up)\b",
    "looks back": r"\b(?:i (?:have )?(?:just )?said|what i said|that (?:last )?(?:bit|part|one"
    r"|thing"
    r"|answer|line|remark)|the (?:last )?bit|just now|out of turn|should not have|ought not"
    r"|earlier|a (?:minute|second|moment) ago|already|oh (?:god|no|lord|shoot|hell|my)|aw|whoops"
    r"|oops|told you (?:that|about)|should have (?:said|asked|told)|was meant to|forgot)\b",
    "hushes": r"\b(?:breathe a word|a soul|walls? (?:have|has|get) ears?|little bird"
    r"|word in your ear"
    r"|entre nous|under your hat|between (?:us|you and me|you me|ourselves|friends)|just us"
    r"|confidentially|never rang|did not ring|grass|mum is|mums|four eyes|telling (?:only )?you"
    r"|was not me|who told you|in confidence|us two|lamppost|on the quiet|sly|hush)\b",
    "fears": r"\b(?:lose my (?:job|place|home|flat|pension)|trouble|sack\w*|fired|kill me|on my ear"
    r"|my (?:boss|manager|mother|mum|mam|wife|husband|family|neighbou?rs|job|work)|out the door"
    r"|no work|finished|find out|live (?:here|there)|high jump|they would|(?:they|he|she) will"
    r" know)\b",
}

HOW_IT_IS_SAID = {
    "asks you": r"(?:^|[,.?!] ?|\b(?:and|so|but|then|like|um|now) )(?:could|can|would|will|may"
    r"|might"
    r"|do|are|shall|must|should) (?:you|i|we|it|this|that|there|my|they|none)\b",
    "orders": r"(?:^|[,.!?] ?|\b(?:but|and|so|just|please|ok|like|no|now|you) )(?:do not|please"
    r"|keep"
    r"|leave|say|put|call|make|let|promise|swear|forget|blur|lose|scrap|strike|hold|treat|write"
    r"|use|take|give|mind|get|shut|skip|drop|suppose)\b",
    "wants": r"\b(?:i|we) (?:do not |did not |would |really |just |only |am |will )*(?:want|need"
    r"|like|rather|prefer|insist|sooner|hope|ask|asking|have to|must|wish|mean|propose|suggest"
    r"|having|take it)\b|\bas soon\b|\bit would be (?:great|good|nice|better)\b",
    "only if": r"\b(?:as long as|so long as|if i|if you|if we|if it|if my|only if|provided|on "
    r"condition|unless|suppose|before i|when you write|what if|any (?:chance|way))\b",
    "you may": r"\byou (?:had better|better|must|must not|can|can not|could|are|are not|will"
    r"|will not|would|would not|do not|have to|need to|may|shall|should|might)\b",
    "you not": r"\byou (?:[\w']+ )?(?:not|never)\b",
    "i may": r"\b(?:i|we) (?:can|could|will|would|may|might|shall) (?:just |only |maybe )?(?:put"
    r"|call"
    r"|take|say|write|leave|use|do|keep|make|have|run|report|not)\b|\bi do not have to\b",
    "wants yes": r"(?:, ?|\b)(?:ok|right|yes|all right|deal|agreed|promise|please|mind|understood"
    r"|clear|is that (?:ok|all right|allowed|possible|fine|a thing)|is that[\w ']*"
    r"|would that (?:do|work|suit|be)[\w ]*|can you (?:live|do|manage)[\w ]*|do you mind|does it"
    r"|will you|would you|could you|are you (?:ok|content|happy|good)[\w ]*|you (?:good|ok|happy)"
    r"[\w ]*|do you (?:get|hear) me|does that (?:suit|work|help)[\w ]*|correct|everybody|no"
    r"|accord|how does that sound) ?[?.!]*$",
    "thing now": r"\b(?:from (?:here|now) on|this (?:next )?(?:bit|part|one|answer)|next (?:bit"
    r"|part"
    r"|thing|one)|what i (?:am about to|say|tell|will|have|now)|this is|none of (?:this|it)"
    r"|for this"
    r"|on this|if i (?:tell|say|answer|talk)|any of (?:it|this))\b",
    "that": r"\b(?:that|those)\b(?! (?:it|i|you|he|she|they|the|my|we|is (?:what|why|how)|nobody"
    r"|this|there|a)\b)",
    "print that": r"\b(?:print|use|using|write|put|say|said|publish|quote|keep|leave|repeat|heard"
    r"|hear|run) (?:that|those)(?! (?:it|i|you|he|she|they|the|my|we)\b)",
    "you": r"\b(?:you|your)\b",
    "means": r"\b(?:mean|means|as in|that is|so (?:i|you|it)|in other words|is that (?:it|how|what"
    r"|the idea)|have i got|which is)\b",
    "so i": r"^(?:(?:ok|right|well|and|yes|,) ?)*so (?:i|you|it|we|that|for that|if)\b",
}

OF_THE_RECORD = {
    "by name": r"\b(?:(?:use|put|have|print|with|under|to|by|as) (?:my|your|the proper|the|an? "
    r"actual)? ?(?:own |full |real |actual )?name|quote me|as (?:yourself|myself|you)|by name"
    r"|put me"
    r" in|(?:say|put) (?:it|this|that) publicly|officially|for (?:the )?(?:use|tape|story"
    r"|newspaper)|name (?:on|to|beside)"
    r" (?:it|this|that)|openly|for everybody|can be you|out loud|properly|where i appear"
    r"|(?:him|me|mine)self|all usable|quotable|pencil up)\b",
    "on record": r"\bon (?:the )?record\b",
    "a level": r"\b(?:(?:off|of) (?:the )?record|background|attribution|attributable|chatham|lobby"
    r"|otr|nfa|unattributabl[ey]|bg|non attributable|in off|under (?:two|three)|the rule)\b",
}
