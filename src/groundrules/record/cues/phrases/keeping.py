"""The words for seeing quotations first, and for keeping notes and recordings."""

from __future__ import annotations

APPROVAL = (
    (
        "approval",
        (
            r"(?:let <ME> |show <ME> |send <ME> )?(?:see|check|hear|approve|clear|ok"
            r"|sign off(?: on)?"
            r"|review|go over|look at|look over|vet|authori[sz]e|read|run|show|send|give|have)\w*"
            r"(?: back)?(?: <ME>| to <ME>)? <W>{0,3}?<QUOTES>(?: <W>{0,4}?(?:first"
            r"|back to <ME>|back|by <ME>"
            r"|past <ME>|with <ME>|to <ME>|prior|ahead)|(?= before| until))"
        ),
    ),
    (
        "approval",
        (
            r"(?:check|clear|agree|ask|come back|run|go back|get back|talk|speak)(?:ed|s"
            r"|ing)? <W>{0,5}?"
            r"(?:with|by|past|to|back to)? ?<ME> (?:first|before|beforehand|prior)"
            r"(?: <ME>| it| they| use| using| is| are| quote| quoting| print| publish"
            r"| printing| any| of)*"
        ),
    ),
    (
        "before use",
        (
            r"before (?:<W>{0,4}?)?(?:us(?:e|es|ed|ing)|publish\w*|print\w*|run|runs"
            r"|running|quot\w+"
            r"|publication|appear\w*|goes|go)(?: <IT>)?(?: out| in print| to print)?"
        ),
    ),
    ("approval", r"(?:quotes?|quotation) (?:approval|check|clearance|review)"),
    ("approval", r"(?:approve|sign off(?: on)?|authori[sz]e|vet)\w* <W>{0,3}?<QUOTES>"),
    (
        "approval",
        (
            r"(?:with|without|after|subject to|only with|need|needs|get|have) (?:my|your"
            r"|our|his|her) "
            r"(?:prior |explicit |express )?(?:approval|sign off|say so|clearance)"
        ),
    ),
)

DELETION = (
    (
        "deletion",
        (
            r"(?:delet\w+|destroy\w*|eras\w+|wip\w+|shred\w*|burn\w*|get rid of"
            r"|throw\w* (?:away|out)"
            r"|discard\w*|bin|dispos\w+ of) <W>{0,5}?<ART>(?: (?:and|or) <W>{0,2}?<ART>)*"
        ),
    ),
    (
        "deletion",
        (
            r"(?:keep|make|take) no (?:notes?|recordings?|copies|archive)|no (?:recordings?"
            r"|notes?|archiv\w+)"
        ),
    ),
    (
        "kept",
        (
            r"(?:keep|kept|keeping|archiv\w+|stor\w+|sav\w+|retain\w*) <W>{0,4}?"
            r"(?:notes?|notebooks?|recordings?|tapes?|audio|transcripts?|archives?)"
            r"(?: (?:and|or) <W>{0,2}?<ART>)*"
        ),
    ),
    (
        "deletion",
        (
            r"(?:notes?|recordings?|tapes?|audio|transcripts?|files?)(?: (?:must|should|will"
            r"|shall|are"
            r"|is|to|be|all|have)){0,4} (?:deleted|destroyed|erased|wiped|shredded|burn(?:ed|t))"
        ),
    ),
    (
        "deletion",
        (
            r"(?:notes?|recordings?|tapes?|audio|transcripts?) (?:may|must|can|will|should"
            r"|shall|are)"
            r" not (?:ever )?(?:to )?be (?:kept|archived|retained|stored)"
        ),
    ),
    (
        "kept",
        (
            r"(?:notes?|recordings?|tapes?|audio|transcripts?) <W>{0,5}?(?:kept|archived"
            r"|retained|stored)"
        ),
    ),
)
