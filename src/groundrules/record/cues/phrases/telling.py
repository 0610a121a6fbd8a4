"""The words for telling others."""

from __future__ import annotations

REPEAT = (
    (
        "hushed",
        (
            r"(?:(?:keep|keeping|kept|stay|stays|stayed|staying|remain|remains|be|is) (?:it "
            r"|this |that |all |everything "
            r"|what \w+ \w+ \w+ |(?:all )?of (?:it|this) |just |strictly |only |the \w+ )*"
            r"(?:between (?:us|ourselves|you and me|you and i|the two of us)"
            r"|to (?:yourself|myself|ourselves|yourselves)|in this room"
            r"|within these (?:four )?walls"
            r"|in these four walls|with (?:(?:you|me|us) (?:alone|only)|you and me"
            r"|me and you|us two))"
            r"|(?:keep|kept|keeping) (?:it|this|that|all|everything) (?:all |strictly |just )*"
            r"(?:secret|confidential|private|quiet|hidden)(?! (?:that|who|where|which|what|~))"
            r"|(?:it|this|that|everything|what (?:i|you) (?:say|said|tell <ME>"
            r"|told <ME>)) (?:all |must |has to |will )*"
            r"(?:stay|stays|remain|remains|is|be) (?:all |strictly |just )*(?:secret"
            r"|confidential|private)"
            r"|(?:go|goes|going|get|gets) no (?:further|farther)|for (?:your|my) ears only"
            r"|(?:keep|stay) (?:quiet|silent|mum)(?: about (?:it|this))?|say nothing to anybody"
            r"|not breathe a word|(?:just|only|strictly) between (?:us|you and me"
            r"|you and i|ourselves)"
            r"|not (?:a|one) word(?: of (?:this|it))?(?: to (?:anybody|a soul|others))?"
            r"|tell no (?:other |living )?(?:soul|person)|not a soul)"
        ),
    ),
    (
        "inside",
        (
            r"(?:keep|keeping|kept|stay|stays|staying|remain|remains) (?:it |this |that |all "
            r"|just |strictly |only )*"
            r"(?:in|inside|within|among|at) (?:house|(?:\w+ )?(?:<INSIDE>|<ORG>|few|small \w+))"
        ),
    ),
    (
        "outside",
        (
            r"(?:(?:tell|told|telling|share|discuss|talk) <W>{0,6}?)?(?:anybody|nobody|people"
            r"|somebody|those|others)? ?(?:outside|beyond) "
            r"(?:of )?(?:\w+ )?(?:<INSIDE>|<ORG>|room|that|it|circle|us)"
        ),
    ),
    (
        "inside",
        (
            r"(?:on a |a )?need to know(?: basis)?|(?:(?:those|people|anybody|whoever|who|somebody"
            r"|colleagues|editors|only)(?: \w+){0,6}? )?(?:really |absolutely |strictly )*"
            r"(?:needs?|must|have|has|ought)(?: to)? (?:know|hear|be told|have it|be in|learn)"
            r"(?: (?:it|about it|of it|this))?|(?:those|people|anybody|whoever|somebody"
            r"|colleagues|editors)"
            r"(?: \w+){0,6}? (?:really |absolutely )?needs?(?: it)?"
        ),
    ),
    (
        "inside",
        (
            r"(?:tell|told|telling|inform\w*|brief|share|repeat|pass|discuss\w*|mention"
            r"|talk|show|let"
            r"|speak|consult|forward) <W>{0,9}?"
            r"(?:my|your|our|his|her|their|an|the|one|two|any|in|fellow|other|immediate|senior"
            r"|only|with|to)"
            r" (?:\w+ )?(?:in ?house |own |close |direct |managing |senior )?<INSIDE>"
        ),
    ),
    (
        "public",
        (
            r"(?:tell|telling|told|inform) (?:(?:my|your|our|the) )?(?:readers?|public"
            r"|viewers?|listeners?|audience)"
        ),
    ),
    (
        "others",
        r"(?:nobody|no other person|not one person) else(?! (?:tells|says|confirms|gives|has))",
    ),
    (
        "anybody",
        (
            r"(?:tell|told|telling|inform\w*|say|speak|talk) <W>{0,6}?(?:to "
            r"|with )?(?:anybody(?: else)?"
            r"|everybody|whoever|whomever|who(?:ever)? (?:i|you|we) (?:like|want|please"
            r"|wish|choose)"
            r"|people|the (?:whole )?world|others|other people|a soul|any (?:other )?person"
            r"|another (?:soul|person|living soul)|anybody at all|friends)"
        ),
    ),
    (
        "nobody",
        (
            r"(?:tell|telling|told) (?:absolutely )?nobody(?: else)?(?: at all)?"
            r"|(?:share|discuss|talk about|repeat|pass)(?: <IT>)?(?: on)? (?:with"
            r"|to) nobody(?: else)?"
        ),
    ),
    (
        "anybody",
        (
            r"(?:nobody|anybody|everybody)(?: else)?(?: at all)? <W>{0,3}?(?:told|know"
            r"|knows|hear|hears"
            r"|hear about|learn|learns|find out|finds out)(?: (?:it|this|about it|of it))?"
        ),
    ),
    (
        "anybody",
        (
            r"(?:repeat\w*(?! (?:my|your|his|her|their|these|the|those) (?:\w+ )?words)"
            r"|shar(?:e|ed|ing)|pass(?:ed|ing)? <W>{0,3}?(?:on|along|around)|spread\w*"
            r"|relay\w*"
            r"|circulat\w+|forward\w*|retell\w*|talk about|discuss\w*)"
            r"(?: <IT>)?(?: freely| around| on)?(?: (?:to|with) (?:anybody|everybody"
            r"|whoever|whomever"
            r"|others|other people|nobody|the world|people))?(?: at all| else| you like"
            r"| i like| we like)?"
        ),
    ),
    (
        "anybody",
        (
            r"(?:go|goes|going|get|gets|leave|leaves|travel\w*) (?:any )?(?:further|farther"
            r"|beyond|past)"
            r"(?: (?:us|this room|you|me|you and me))?|leaves? (?:this room|the room|us)"
        ),
    ),
    (
        "inside",
        (
            r"(?:my|your|our|his|her|their|an|the) (?:\w+ )?<INSIDE> (?:may|can|will|must"
            r"|should|might|has to|have to) (?:not )?(?:also )?"
            r"(?:know|hear|learn|be told|see)(?: (?:it|of it|about it|this))?"
        ),
    ),
    (
        "inside",
        (
            r"(?:even|except|only|just) <W>{0,3}?(?:my|your|our|his|her|their|an|the) "
            r"(?:\w+ )?<INSIDE>"
        ),
    ),
)

INSIDER = (
    ("insider", r"(?:to |with |than )?(?:my|your|our|his|her|their|an|the|one) (?:\w+ )?<INSIDE>"),
)
