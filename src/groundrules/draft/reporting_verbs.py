"""The verbs of saying, in every form in which they report, and how much each needs around it.

`said` reports whoever its subject is. `charged` may do so, or set a price: it needs a *that* or a
quotation beside it. The lists are our own.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from groundrules.draft.listed import listed


class Needs(IntEnum):
    """What a verb needs beside it to be read as reporting, least first."""

    A_SUBJECT = 0
    NO_INFINITIVE = 1
    THAT_OR_QUOTATION = 2
    A_QUOTATION = 3


class Tense(IntEnum):
    """How the form agrees with its subject."""

    PAST = 0
    THIRD_PERSON = 1
    PLURAL = 2


class ReportingVerb(NamedTuple):
    """A form of a verb of saying."""

    base: str
    needs: Needs
    tense: Tense


_IRREGULAR = """
    say says said 0|tell tells told 0|hold holds held 2|write writes wrote 1|swear swears swore 1
    |foresee foresees foresaw 1|find finds found 2|think thinks thought 2|read reads read 3
    |understand understands understood 2|speak speaks spoke 3|begin begins began 3
    |go_on goes_on went_on 3|put_it puts_it put_it 3|chime_in chimes_in chimed_in 3
    |break_in breaks_in broke_in 3|jump_in jumps_in jumped_in 3|shoot_back shoots_back shot_back 3
    |hit_back hits_back hit_back 3|fire_back fires_back fired_back 3
    |lay_out lays_out laid_out 3|see sees saw 3|sing sings sang 3
    |make_clear makes_clear made_clear 1|teach teaches taught 3|feel feels felt 2
    |mean means meant 3|tweet tweets tweeted 1
    |make_it_clear makes_it_clear made_it_clear 1|point_out points_out pointed_out 1
    |let_on lets_on let_on 1|speak_up speaks_up spoke_up 3|learn learns learned 2
    |show shows showed 2|point_to points_to pointed_to 1"""

_REGULAR = {
    Needs.NO_INFINITIVE: """
        acknowledge admit affirm allege announce argue assert attest aver caution claim concede
        confess confide confirm contend declare deny disclose divulge emphasize emphasise
        explain insist opine proclaim recall recount reiterate relate relay report reveal stress
        suggest testify underline underscore verify warn assure inform notify note remark
        complain speculate predict estimate conclude theorize boast quip lament""",
    Needs.THAT_OR_QUOTATION: """
        ask inquire question wonder accuse acclaim accept add advise advocate agree answer
        apologize assess believe bemoan brag charge comment counter decide demand describe
        dispute doubt elaborate enthuse envision expect fear forecast gripe guess hint hope
        imply indicate interject joke judge maintain mention muse object observe plead pledge
        post pray promise pronounce propose protest reason reckon recommend remember reply
        respond retort signal specify state stipulate summarize suppose surmise swear threaten
        urge vent volunteer vow worry deadpan detail outline repeat portray characterize
        characterise clarify reaffirm reassure rule determine decree realize""",
    Needs.A_QUOTATION: """
        applaud attack bark beam beg blame blare chant cite compare decry defend dismiss hail
        oppose reject bellow blast blurt call caution chuckle coax comment_on condemn continue
        criticize croak cry deem denounce deride dictate drawl dub echo email e-mail exclaim
        exhort express faint finish fume gasp giggle greet groan growl grumble grunt gush holler
        howl implore instruct intone invite jeer label laugh lambaste liken message mock moan
        mumble murmur mutter nod order phrase pipe praise preach press prod quote rage rail rant
        recite rejoice rejoin retweet remind roar sass scoff scold scream shout shriek shrug
        sigh slam smile snap snarl sneer sniff snort sob spit splutter stammer start stutter
        taunt tease term text thank thunder titter utter venture wail weep welcome whisper whine
        yell""",
}

_DOUBLED = listed("admit aver brag quip nod prod rebut sob spit refer blab")


def _regular(base: str) -> tuple[str, str]:
    """Return the third person and the past of a regular verb."""
    if base.endswith(("s", "x", "ch", "sh")):
        third = f"{base}es"
    elif base.endswith("y") and base[-2] not in "aeou":
        return f"{base[:-1]}ies", f"{base[:-1]}ied"
    else:
        third = f"{base}s"
    if base in _DOUBLED:
        return third, f"{base}{base[-1]}ed"
    return third, f"{base}d" if base.endswith("e") else f"{base}ed"


def _forms() -> dict[str, ReportingVerb]:
    # Every start of the program does this, so the tuples are made by hand.
    forms: dict[str, ReportingVerb] = {}
    make, kind = tuple.__new__, ReportingVerb
    plural, third_person, past_tense = Tense.PLURAL, Tense.THIRD_PERSON, Tense.PAST
    for needs, verbs in reversed(_REGULAR.items()):
        for base in verbs.split():
            third, past = _regular(base)
            forms[base] = make(kind, (base, needs, plural))
            forms[third] = make(kind, (base, needs, third_person))
            forms[past] = make(kind, (base, needs, past_tense))
    for entry in _IRREGULAR.split("|"):
        base, third, past, needed = entry.split()
        needs = Needs(int(needed))
        forms[base] = make(kind, (base, needs, plural))
        forms[third] = make(kind, (base, needs, third_person))
        forms[past] = make(kind, (base, needs, past_tense))
    return forms


REPORTING_VERBS = _forms()
"""Every form, in lower case; of two words, joined by a low line: `went_on`."""

FIRST_OF_SEVERAL = frozenset(form.partition("_")[0] for form in REPORTING_VERBS if "_" in form)
"""The words with which forms of several words begin."""

ALSO_NOUNS = listed(
    """report claim state comment charge note remark promise estimate judge fear hope demand
    forecast message text post email e-mail order question answer signal press label detail
    outline pledge vow doubt dispute guess joke start nod object protest lament term record
    tweet laugh shout cry sigh smile hint threat reply worry counter blast slam address request
    urge echo coax"""
)
"""Bases whose plain form and form in -s are more often nouns: they need a *that* or a quotation."""
