"""The words and turns of phrase that everybody uses, and how little each of them says.

The figures are the project's own rough estimates of English as it is spoken to, and written by,
journalists: a word at 7 bits is about one word in 128. They need not be exact: they keep stock
phrases from passing for copied ones, and the record's own counts are added where there are any.
"""

from __future__ import annotations

_BITS: dict[int, str] = {
    4: "the",
    5: "to and of a in i that",
    6: "it is you for was on we with s",
    7: "as be he are this at have not they but so said what or by from do will there if she an",
    8: (
        "has had his all about one would who can their our just up out more no when like which"
        " were been my your going because people think know don get me how them then also very"
        " than now her some these those its here really could did him us other into want any got"
    ),
    9: (
        "over only time way back new first work make good right see go lot things last after"
        " where thing say year years even two much well come need look should being kind part may"
        " most many through something take why before too down day says president says does mr"
        " every still made put us between against off own great never little long made three yeah"
        " next end week today those while under around might must both same each such told let"
        " again always another since done used use help point big actually okay yes different ms"
    ),
    10: (
        "during around government state states country world public office city house members"
        " support money number news life home women men child children school side question"
        " tell give find talk called call course best better sure maybe without having saying"
        " making doing ago four five six million billion percent per cent hundred thousand"
        " become became keep able trying working looking coming took came went left bit able"
        " place high old early late plan issue issues fact whole case group company system"
        " second third few several less least ever until yet once later already almost away"
        " among across toward per near kept nothing anything everything someone everyone"
        " monday tuesday wednesday thursday friday saturday sunday month months weeks days"
        " morning night spokesman spokeswoman spokesperson officials official statement"
        " department according reporters asked added believe feel important understand"
    ),
    11: (
        "january february march april june july august september october november december"
        " moment matter hope clear start started begin began run running set move moved show"
        " read write heard hear thought mean means meant lead seen gone given taken happen"
        " happened change changed idea problem problems reason story person family"
        " local national federal director mayor governor senator minister secretary council"
        " committee agency board law court police report reports request comment interview"
        " decision agreement meeting conference condition anonymity yesterday tomorrow"
        " hand half hours hour minutes ten twenty thirty open full real true possible likely"
        " community business history words word name thank thanks please sorry hello"
    ),
}

RARE = 14.0
"""Bits of a word that is in no list, before the record's own counts are added."""

WORD_BITS: dict[str, float] = {
    word: float(bits)
    for bits, words in sorted(_BITS.items(), reverse=True)
    for word in words.split()
}
"""Bits of each common word; a word in two lists has the fewer."""

_STOP_WORDS = """
    the to and of a in i that it is you for was on we with s as be he are this at have not they but
    so what or by from do will there if she an has had his all about would who can their our just
    up out more no when like which were been my your because me how them then also very than her
    some these those its could did him us into any only even too where should being may most why
    does am shall might must each such own same both few over after before again under through
    while here now other off down between against during until yes yeah okay ok oh well um umm uh
    uhh er erm ah hm hmm mm mhm ha huh
"""

STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words that carry no matter of their own: a run of nothing else is never a passage."""

FILLERS = ("um", "umm", "uh", "uhh", "er", "erm", "ah", "hm", "hmm", "mm", "mhm", "like")
FILLER_PHRASES = ("you know", "i mean", "sort of", "kind of")
"""What people say while they think. Reporters leave it out, so the search does not see it."""

_NEGATIONS = "not no never none nor nobody nothing neither nowhere without"

NEGATIONS = frozenset(_NEGATIONS.split())
"""Words without which a sentence says something else."""

_STOCK = """
a spokesman for the department said | a spokeswoman for the office said | in a statement on monday
did not immediately respond to a request for comment | declined to comment on the | said in an
on the condition of anonymity because they were not authorized to speak publicly | told reporters
at the end of the day | in the middle of the | on the other hand | as a matter of fact | in a row
for the first time in | one of the most | a lot of people | a number of | in order to | as well as
at the same time | in terms of | the fact that | when it comes to | it is important to | due to the
going to be able to | we need to make sure that | i think it is | the rest of the | for example of
at the beginning of the | by the end of the year | in the first place | in the united states | new
all over the world | around the world | over the course of the | the past few years | one of those
according to a person familiar with the matter | according to people familiar with | a couple of
according to the | members of the | the head of the | the president of the united states | such as
hundreds of millions of dollars | tens of thousands of people | more than half of the | at least one
the white house | prime minister | the supreme court | secretary of state | attorney general | as if
the city council | the board of directors | the state department | chief of staff | member of the
last week | this week | next week | last month | next month | last year | this year | next year
years ago | months ago | days ago | per cent | so far | so much | as far as i know | right now
want to thank | thank you very much | thank you for | good morning | ladies and gentlemen | have to
make sure that | be able to | going to | used to be | would like to | want to | need to | trying to
there is a | there are a lot of | this is a | that is the | it was the | if you look at the | out of
"""

STOCK_PAIRS = frozenset(
    pair
    for phrase in _STOCK.replace("\n", " | ").split("|")
    for pair in zip(phrase.split(), phrase.split()[1:], strict=False)
)
"""Pairs of words of which the first all but foretells the second."""
