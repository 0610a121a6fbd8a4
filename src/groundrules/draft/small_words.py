"""The small words of English: determiners, pronouns, prepositions, times, and their like.

They are few and closed, so that with them alone it can be told where a noun phrase begins and ends.
"""

from __future__ import annotations

from groundrules.draft.listed import listed

PRONOUNS = listed("he she they we i it")

OBJECT_PRONOUNS = listed("me us you him her them it themselves himself herself whom")

SINGULAR_DETERMINERS = listed("a an one another each every this that either neither no")

PLURAL_DETERMINERS = listed(
    """two three four five six seven eight nine ten eleven twelve dozen dozens twenty thirty
    forty fifty half hundred hundreds several some many multiple numerous both all most few
    these those other others various countless certain"""
)

DETERMINERS = (
    SINGULAR_DETERMINERS
    | PLURAL_DETERMINERS
    | listed("the his her its their our my your any such own same more")
)

BARE_QUANTIFIERS = listed(
    """one two three four five six seven eight nine ten dozens half several some many most few
    both others another neither all"""
)
"""Words that can be a source by themselves: `several said`."""

COLLECTIVES = listed(
    """number group handful pair couple dozen dozens hundreds thousands scores half majority
    minority trio quartet host range array series plurality third quarter"""
)
"""Nouns in front of `of` that stand for several: `a handful of aides`."""

PREPOSITIONS = listed(
    """of in at from for with on inside within near to under over by across around behind about
    against outside into involving alongside throughout beyond aboard between among like
    opposed without"""
)

SETTING_PREPOSITIONS = listed("in on at by during via over through after before from")

SETTINGS = listed(
    """interview interviews statement statements email e-mail emails text texts message messages
    call phone telephone briefing conference remarks testimony letter letters tweet tweets
    post posts video twitter facebook instagram linkedin court hearing speech memo affidavit
    release condition conversation conversations exchange detail details public private
    response reply person background record telegram appearance broadcast podcast television
    tv radio"""
)
"""Where or how somebody said it; not a part of who did."""

RELATIVES = frozenset(["who", "whom", "whose", "who's", "who've", "who'd"])

REFLEXIVES = listed("himself herself itself themselves myself ourselves")

WITH_A_VERB = listed(
    """he's she's it's i've we've they've he'd she'd i'd we'd they'd he'll she'll they'll i'm
    we're they're"""
)
"""Pronouns run together with an auxiliary: `he's said`."""

PARTICIPLES = listed(
    """close familiar knowledgeable aware privy present known given shown seen able responsible
    loyal friendly sympathetic opposed critical supportive eligible due hurt met held led left
    sent brought made taken written chosen born caught cut kept laid lost paid put run set
    sworn told"""
)
"""Words that go on describing behind a noun, besides those in -ed and -ing."""

BESIDE_A_NOUN = listed("""there here nationwide statewide abroad overseas elsewhere alike""")

AUXILIARIES = frozenset(["has", "have", "had", "'ve", "'s"])

FORMS_OF_BE = listed("am is are was were be been being isn't wasn't aren't weren't")

ADVERBS = listed(
    """also later then once still now again even just earlier never ever repeatedly first only
    often always sometimes soon simply further twice thus since already too instead perhaps
    however meanwhile nevertheless nonetheless yet long"""
)
"""Adverbs that stand between a subject and its verb, besides those in -ly."""

FINITE_ONLY = listed(
    """went came took gave became began knew saw stood sat fell grew rose chose drew drove flew
    forgot ran sang threw wore won spoke woke swore tore ate drank rang shook stole"""
)
"""Past forms that are no participles and no nouns, so that a verb surely stands there."""

SUBORDINATORS = listed(
    """that because while although though but when if as after before since unless whether so and
    or nor where until once whereas than except then yet"""
)

TIME_WORDS = listed(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december jan feb aug sept oct nov dec yesterday
    today tonight tomorrow now recently earlier later last next ago week weeks month months
    year years day days hour hours minute minutes morning afternoon evening night noon
    midnight weekend spring summer autumn fall winter early late mid mid-january 2020s recent"""
)

FUNCTION_WORDS = listed(
    """a about above according across after afterward afterwards again against all almost along
    already also although always amid among an and another any anyway apart are around as
    asked at be because been before behind being below beneath beside besides between beyond
    both but by can cannot could despite did do does down during each either else elsewhere
    even eventually ever every everyone except few finally first for from further furthermore
    had has have he hence her here hers herself him himself his how however i if in indeed
    instead inside into is it its itself just like likewise many may me meanwhile might mine
    more moreover most much must my myself near nearly neither never nevertheless no nobody
    none nonetheless nor not nothing notwithstanding now of off often on once one only onto or
    other others otherwise our ours ourselves out outside over own per perhaps rather said
    same says second several shall she should since so some someone something sometimes soon
    still such than that the their theirs them themselves then there thereafter therefore
    these they third this those though through throughout thus to together too toward towards
    two three under underneath unless unlike until up upon us very via was we well were what
    whatever when whenever where whereas wherever whether which whichever while who whoever
    whom whose why will with within without worse would yes yet you your yours yourself told
    saying speaking adding citing given granted including regarding concerning following"""
)
"""Words that are capitalised only because they begin a sentence."""
