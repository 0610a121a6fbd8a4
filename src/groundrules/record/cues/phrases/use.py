"""The words for publishing and for quoting."""

from __future__ import annotations

PUBLISH = (
    (
        "guidance",
        (
            r"(?:(?:just |only |purely |merely |strictly |solely )(?:for|as) <MY> (?:own )?"
            r"<KNOWING>"
            r"|(?:for|as) <MY> (?:own )?<KNOWING> (?:only|alone)"
            r"|(?:for|as) <MY> (?:own )?(?:personal |private )?(?:guidance|understanding|ears"
            r"|eyes|orientation))(?: only| alone)?"
            r"|for (?:guidance|orientation|context|understanding)(?: only| purposes| alone)?"
            r"|(?:only |just )(?:to|so that|so) (?:help )?(?:<ME> )?(?:can )?understand\w*"
            r"|(?:help|helps) (?:you|me) (?:to )?understand\w*|for (?:you|me) (?:only|alone)"
            r"|only for (?:you|me)"
        ),
    ),
    (
        "publish",
        (
            r"publish\w*|publication|publishable|print(?:s|ed|ing|able)?|report(?:ed|ing"
            r"|able)?(?! to)"
            r"|(?:run|running|air|aired|airing|broadcast\w*|post|posted|posting|write"
            r"|written|writing)"
            r"(?: (?:about|up))?(?: <IT>)?(?: (?:in|as|for) (?:a|the|your|my|our) \w+)?"
            r"|(?:(?:use|used|using|put|go|goes|be|appear\w*|show up|shows up|end up"
            r"|see) <W>{0,5}?)?"
            r"(?:in|into|on|for|out of) (?:the |your |my |our |a |an |any |anything "
            r"|what )?(?:\w+ )?(?:print|paper|newspaper|story|stories|article|articles"
            r"|piece|copy|news|report|reports|broadcast|programme|program|air|coverage"
            r"|headlines?|website|web|blog|podcast|book)"
            r"|appear\w*|(?:make|made|making|go|goes|going) (?:<IT> )?public(?: with (?:it"
            r"|this))?|go to press|come out in public|see the light"
        ),
    ),
    (
        "use",
        (
            r"(?:use|uses|used|using|usable)(?: (?:all|any|everything|whatever"
            r"|anything))?(?: of)?(?: <IT>)?(?: freely)?"
            r"|free to use|for use|(?:say|state) (?:it|this|that) (?:publicly|openly|in public)"
        ),
    ),
    (
        "use",
        (
            r"(?:information|content|substance|material|facts|what (?:i|you|we|is"
            r"|was) (?:\w+ )?(?:say|said|tell|told))"
            r"(?: (?:itself|here))?(?= (?:is|are|can|may|stays?)\b)"
        ),
    ),
)

QUOTE = (
    ("in words", r"(?:in|with) (?:my|your|our|her|his|their) words"),
    (
        "paraphrase",
        (
            r"paraphras\w*(?: <ME>| what)?|(?:in|use|using|with) (?:my|your|our|their|his|her|its)?"
            r" ?(?:own|other|different) words|in (?:my|your|our) own(?= ?(?:[.,!?]|$))"
            r"|own words|other words than mine|reword\w*|rephras\w+"
            r"|(?:sum|summing|sums|summed) (?:it |this |that |them |what \w+ \w+ )?up|summar[iy]\w*"
            r"|(?:the |only the |just the )(?:gist|substance|sense|thrust|drift"
            r"|meaning)(?: of (?:it|what))?"
            r"|indirect(?:ly)?(?: (?:quotes?|quotations?|speech))?|in reported speech"
        ),
    ),
    (
        "exactly",
        (
            r"(?:quot(?:e|es|ed|ing|ations?)|use|using|print|printing|reproduc\w+|repeat\w*"
            r"|give|run|report)"
            r"(?: <W>{0,5}?)?(?: <ME>)? ?(?:directly|verbatim|word for word|exactly"
            r"|literally|in full)"
            r"|(?:(?:use|using|used|print|printed|run|give|take|have|repeat) )?(?:direct"
            r"|verbatim|exact|literal) (?:quot\w+|words?|citations?|speech|wording)"
            r"|(?:(?:use|using|used|print|printed|run|give|take|have"
            r"|repeat) )?(?:<MY> )?(?:exact|actual|very|precise|literal|verbatim) (?:words?"
            r"|wording|phras\w+|language)"
            r"|(?:in|within|inside|with|between|use|using)?(?: any)? ?(?:quotation marks?"
            r"|quote marks?|inverted commas)"
            r"|(?:in|within|between) quotes|word for word|verbatim|as a (?:direct )?(?:quote"
            r"|quotation)"
        ),
    ),
    (
        "quote",
        (
            r"quot(?:e|es|ed|ing|ation|ations|able)(?: <ME>)?(?: directly)?"
            r"|(?:use|using|used|print|printed|run|repeat|cite|reproduce) (?:any of )?(?:my"
            r"|your|her|his|their|our|these|those|the)"
            r"(?: own)? words|(?:my|your|her|his|our|their|the source's"
            r"|the speaker's)(?: own)? words"
            r"|any of (?:my|your|her|his|our|their) words|put (?:my|your) words"
        ),
    ),
)
