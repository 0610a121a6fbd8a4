"""Signs of what a reply does with the terms that were put: takes them, refuses, or names others."""

from __future__ import annotations

OF_REPLIES = {
    "yes": r"\b(?:yes|sure|ok|of course|fine|agreed|deal|done|absolutely|certainly|all right"
    r"|no (?:problem|bother|worries|sweat|drama\w*)|aye|understood|content|perfect|go (?:on|ahead)"
    r"|exactly|lovely|grand|works|suits?|happy|fair enough|my word|promise|righto|sweet|by all"
    r" means|fair|too right|got it|clear|gladly|you bet|totally)\b",
    "begins yes": r"^(?:(?:oh|well|um|uh|so|and|ah|right|,|\.|you know what|look|mm) ?)*(?:yes|sure"
    r"|ok|of course|fine|agreed|deal|done|absolutely|certainly|all right|aye|understood|content"
    r"|perfect|go (?:on|ahead)|exactly|lovely|grand|happy|works|fair|righto|by all means"
    r"|no (?:problem"
    r"|bother|worries|sweat))\b",
    "begins no": r"^(?:(?:oh|well|um|uh|so|and|ah|sorry|then|look|,|\.) ?)*(?:no|not|never|can not"
    r"|i can not|afraid|i am afraid|unfortunately|we do not|i do not)\b",
    "negates": r"\b(?:not|no|never|nobody|nothing|none|nowhere|neither|nor|without)\b",
    "pledges": r"\b(?:i|we|it|that|you|nobody|nothing|they|she|he|your \w+|none of (?:it|that))"
    r" (?:[\w']+ )?(?:will|would|shall|can|could|am|are|is|do|have|stays?|goes|keep)\b",
    "i will": r"\b(?:i|we) (?:[\w']+ )?(?:will|shall|can|would|could|do)\b(?! not)",
    "will not": r"\b(?:i|we|it|they|she|he|you|nobody|that|\w+) (?:[\w']+ )?(?:will|shall|would|do"
    r"|does|is|are) not\b|\bnobody\b|\bi shall not\b",
    "can not": r"\b(?:(?:can|could) not|unable)\b",
    "i need": r"\b(?:i|we|my desk|my editor|the desk) (?:[\w']+ )?(?:will |would )?(?:need|want"
    r"|wants"
    r"|rather|prefer|have to|has to|must|hate|owe|needs|wish)\b|\b(?:has|got) (?:got )?to be\b",
    "depends": r"\b(?:if|as long as|provided|unless|only if|on condition|except|so long as)\b",
    "turns": r"\b(?:but|though|instead|what if|how about|what about|rather|suppose|could i|can i"
    r"|can it|could it|would you|i could|what i (?:can|could)|or)\b",
    "is sorry": r"\b(?:sorry|afraid|unfortunately|difficult|hard|wish|too late|bit late"
    r"|no can do)\b",
    "doubts": r"\b(?:maybe|perhaps|depends|see what|we will see|guess|suppose|might|try|probably"
    r"|hmm*"
    r"|mm|think about|let me|let us see|ask my|check with|not sure|noted|i hear you|interesting"
    r"|wait|hang on|hold on)\b|\[",
    "accepts": r"\b(?:you have (?:it|my|that|got)|word|promise|suits?|works?|live with|do that"
    r"|happy|content|it (?:is|shall be|will be)|that is (?:it|fine|fair|how|easy|doable|workable"
    r"|the"
    r" idea|you)|will do|can do|sign up|do me|go for|sounds|accept)\b",
    "by name too": r"\b(?:on (?:the )?record|your name|with your|from you|put me|spell|as you)\b",
    "too late": r"\b(?:late|already|said it|was not|were not|you knew|before you|past the point"
    r"|nobody said|never (?:said|agreed)|not bound|do not have to|next time)\b",
    "parts": r"\b(?:thanks|thank you|bye|goodbye|cheers|good night|goodnight|take care|see you|so"
    r" long|got to run|let you go|back to (?:my|the)|talk (?:soon|tomorrow|tmrw)|that is all|gotta"
    r" run)\b",
}
