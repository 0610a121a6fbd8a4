"""The words for taking it to other sources, and for holding it against somebody."""

from __future__ import annotations

CONTRADICT = (
    (
        "contradict",
        (
            r"(?:(?:use|using|used) <W>{0,6}?(?:to |for )?)?(?:contradict\w*|dispute"
            r"|disputing|rebut\w*"
            r"|refut\w+|challeng\w+|disprov\w+|counter\w*|debunk\w*|undercut\w*|gainsay)"
            r"(?: <W>{0,6}?(?:public|publicly|statements?|claims?|say|says|said|line|open"
            r"|official))?"
        ),
    ),
    (
        "contradict",
        (
            r"(?:use|using|used|hold|held|set|put|turn|turned) <W>{0,6}?against <W>{0,7}?"
            r"(?:public|publicly|statements?|claims?|says?|said|line|words|record|them|him|her"
            r"|version)"
        ),
    ),
    (
        "contradict",
        (
            r"(?:use|using|used) <W>{0,5}?to (?:prove|show|say|argue|point out) <W>{0,10}?"
            r"(?:wrong|lying|false|untrue|not true|mistaken|a lie|a liar|different)"
        ),
    ),
    ("contradict", r"(?:to )?(?:prove|show) <W>{0,8}?(?:wrong|lying|false|untrue|mistaken)"),
    (
        "contradict",
        (
            r"contradiction\w*|(?:use|using|used) <IT> to (?:show|prove|say) (?:it|so|that"
            r"|otherwise)"
            r"|(?:(?:use|using|used) <W>{0,5}?(?:to |for )?)?correct(?:ing)? (?:what"
            r"|the public|a public|public) <W>{0,5}?"
            r"(?:says?|said|statements?|record)"
        ),
    ),
)

PURSUE = (
    (
        "pursue",
        (
            r"(?:tak\w+|took|bring\w*|carry|carried|put\w*|rais\w+|give"
            r"|hand) <W>{0,8}?(?:(?:to|with|before) "
            r"<OTHERS>|elsewhere|anywhere else|somewhere else)"
        ),
    ),
    (
        "pursue",
        (
            r"(?:check\w*|confirm\w*|verif\w+|run|running|test\w*|stand\w*|corroborat\w+"
            r"|establish\w*"
            r"|bounc\w+|cross check\w*|double check\w*|work\w*|discuss\w*|explor\w+) <W>{0,8}?"
            r"(?:with|by|past|up|from|through|via|against|off|at)? ?<OTHERS>"
        ),
    ),
    (
        "pursue",
        (
            r"(?:(?:use|using|used) <IT> (?:in order )?to )?(?:ask|asking|asked|question"
            r"|approach\w*|call|calling|ring|interview|contact\w*"
            r"|talk to|speak to|go to|turn to|going to|go after) <W>{0,2}?<OTHERS>(?: about)?"
        ),
    ),
    (
        "pursue",
        (
            r"(?:(?:use|using|used) <W>{1,4}?(?:in order )?to )?(?:try\w*|seek\w*|get|gets"
            r"|getting|com\w+|came|obtain\w*|have|hear\w*|find\w*|look\w*|gather\w*|had"
            r"|learn\w*"
            r"|source|dig\w*|chas\w+|got) <W>{0,10}?(?:from|through|via|with|by|of|out|in"
            r"|at)? ?<OTHERS>"
        ),
    ),
    (
        "pursue",
        (
            r"(?:pursu\w+|follow\w* <W>{0,3}?up(?: on)?|chas\w+ <W>{0,3}?(?:up|down)|investigat\w+"
            r"|look\w* into|dig\w* (?:into|around|deeper)|go after it|act on|acting on|acted on"
            r"|poke around|mak\w+ (?:other |further )?(?:inquiries|enquiries|calls))"
        ),
    ),
    (
        "pursue",
        (
            r"(?:(?:use|using|used|take|treat) <IT> (?:only |just )?)?as (?:a |an "
            r"|your )?(?:lead|tip|pointer|starting point|tip off)"
        ),
    ),
    (
        "pursue",
        (
            r"(?:get|getting|hear\w*|learn\w*|have|find\w*|confirm\w*|verif\w+|obtain\w*"
            r"|establish\w*) <W>{0,5}?"
            r"(?:independently|on (?:your|my|our) own|(?:by|for) (?:yourself|myself))"
        ),
    ),
    (
        "pursue",
        (
            r"independently (?:\w+ )?(?:confirmed|obtained|sourced|had|verified|established"
            r"|got|reported)"
        ),
    ),
    (
        "other source",
        (
            r"<OTHERS> (?:also |has |have |independently |then |can |will |else )*(?:tell"
            r"|tells|told|say|says|said|confirms?|confirmed|gives?|gave|has|have|backs?"
            r"|repeats?)"
            r"(?: (?:it|so|too|me|you|us|this|the|same|as|well|to))*"
        ),
    ),
    (
        "need other",
        (
            r"(?:need|needs|want|require|requires) <W>{0,6}?(?:from|by|with|through) <OTHERS>"
            r"(?: first| too| as well)?|(?:need|needs|want|require|requires) <OTHERS>"
        ),
    ),
    (
        "word alone",
        (
            r"on (?:my|your|her|his|one person's) (?:word|say so)(?: alone)?|(?:from|through"
            r"|on the word of) (?:me|you|one (?:person|source)) (?:alone|only)"
        ),
    ),
    ("pursue", r"(?:further|other|more|second) (?:reporting|inquiries|enquiries|research)"),
)
