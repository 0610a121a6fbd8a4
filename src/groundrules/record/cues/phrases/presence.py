"""The words for having been there, and for who told it."""

from __future__ import annotations

ATTENDANCE = (
    (
        "attendance",
        (
            r"(?:name|naming|identify|list|disclose|reveal) (?:anybody|nobody|people|those"
            r"|others|the"
            r" people) (?:else )?(?:who (?:was|were|is|are|took part|attended|came)|in the room)"
            r"(?: (?:here|there|present|in the room|at the (?:meeting|table)))?"
        ),
    ),
    (
        "secretly met",
        (
            r"(?:we|this (?:meeting|talk|call|conversation|chat)|i|you) (?:have )?(?:never "
            r"(?:met|spoke|spoken|talked|happened|took place|was here|were here|was there|saw <ME>)"
            r"|(?:did|was|were) not (?:meet|speak|talk|happen|take place|here|there|see <ME>))"
        ),
    ),
    (
        "attendance",
        (
            r"<SAID>(?: <ME>| others| everybody)?"
            r"(?: (?:from|of|to|about|it|in|me|you|us|print|public|anywhere)){0,4}?(?: that|"
            r" whether)?"
            r" (?:who(?: else)?|i|you|we|he|she|they|<ME>"
            r"|(?:this|the|our) (?:meeting|talk|call|conversation)) (?:else )?"
            r"(?:(?:(?:had|have|has|was|were|am|are|is|been|ever|even|also) )+"
            r"(?:at|in|here|there|present|part|around|met|spoken|talked|attended|come"
            r"|joined|talking"
            r"|speaking|meeting|listening)"
            r"|(?:(?:did|ever|even|also) )*(?:met|meet|spoke|speak|talked|talk|took part"
            r"|take part|took"
            r" place|take place|attended|attend|came|come|sat|joined|happened|happen|listened))"
            r"(?: (?:part|place|in|the|room|table|meeting|call|talk|talks))*"
        ),
    ),
    (
        "attendance",
        (
            r"who (?:else )?(?:(?:is|was|were|are|has|had|have) )?(?:here|there|present"
            r"|attended|attends"
            r"|took part|takes part|taking part|taken part|came|comes|joined|met|spoke|sat in"
            r"|(?:been )?(?:in|at) (?:the |this )?(?:room|meeting|table|call|talks?|event))"
        ),
    ),
    (
        "attendance",
        (
            r"(?:<MY> )?(?:attendance|presence|attendees?|participants?|participation|guests?"
            r"|attendance list|list of (?:attendees|participants|guests)|taking part"
            r"|being (?:here|there"
            r"|present))|everybody who (?:took part|was (?:here|there|present|in the room))"
            r"|(?:anybody|people|others) (?:else )?(?:in the room|who (?:took part|was there"
            r"|were there))"
            r"|(?:existence|fact) of (?:this|the|our) (?:meeting|talk|call|conversation)"
            r"|(?:the )?fact that (?:we|i|you) (?:met|spoke|talked|are talking|were here"
            r"|was here|took part)"
            r"|that (?:we|i|you) (?:met|spoke|talked|are talking|are speaking|are meeting)"
            r"|(?:this|the|our) (?:meeting|talk|call|conversation) (?:took place|happened"
            r"|even happened)"
        ),
    ),
)

TELLING = (
    (
        "anysource",
        (
            r"(?:say|saying|write|report)\w*(?: that)? (?:it|this|that) "
            r"(?:was|came from|comes from|is from) (?:any|some) (?:\w+ )?(?:source|person)s?"
            r"(?: ,? ?not even (?:from )?an? \w+ one)?"
        ),
    ),
    (
        "somebody told",
        (
            r"(?:say|tell|write|report|hint)(?: <ME>)?(?: that)? (?:anybody|somebody"
            r"|a source|a person"
            r"|any source|any person) (?:has |had )?(?:told|gave|said|let)(?: <ME>| so| it| this)*"
        ),
    ),
    ("quote by name", r"(?:quot|cit)\w* <W>{0,4}?by name"),
    (
        "name",
        (
            r"<SAID>(?: <ME>)? who (?:i am|you are|we are|she is|he is|they are|the (?:source"
            r"|speaker) is)"
        ),
    ),
    (
        "anysource",
        (
            r"(?:tell|telling|told) <ME> (?:where|from whom|who|how) (?:(?:i|you|we|it"
            r"|this|that) )?"
            r"(?:(?:have|has|had|was) )*(?:got|get|have|heard|hear|learned|learnt|came|comes"
            r"|said|told|gave|leaked)(?: (?:it|this|that|from|<ME>))*"
        ),
    ),
)
