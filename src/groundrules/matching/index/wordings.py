"""The wordings: stems of words that are one in another person or tense.

Who tells what somebody else said writes *she had* for *I have*, and *thought* for *think*. Stemming
sees no likeness in either, so these words are read as one where statements are aligned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

from groundrules.matching.index.lexicon import STEM_CODES, stems

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from groundrules.matching.index.fingerprints import Fingerprints

_ONE = """
i you he she we they one
| me my mine you your yours him his her hers us our ours them their theirs
| myself yourself himself herself ourselves themselves
| am is are was were be been | have has had | do does did done | will would shall should
| can could | may might | this that | these those | here there | now then | a an
| become became | begin began begun | believe believed | break broke broken | bring brought
| build built | buy bought | catch caught | choose chose chosen | come came | cost costed
| deal dealt | draw drew drawn | drive drove driven | eat ate eaten | fall fell fallen
| feel felt | fight fought | find found | fly flew flown | forget forgot forgotten
| get got gotten | give gave given | go goes went gone | grow grew grown | hang hung | hear heard
| hide hid hidden | hold held | keep kept | know knew known | lay laid | lead led | leave left
| lend lent | lose lost | make made | mean meant | meet met | pay paid | ride rode ridden
| rise rose risen | run ran | say said | see saw seen | sell sold | send sent | shake shook shaken
| shoot shot | show shown | sing sang sung | sit sat | sleep slept | speak spoke spoken
| spend spent | stand stood | steal stole stolen | stick stuck | strike struck | swear swore sworn
| take took taken | teach taught | tell told | think thought | throw threw thrown
| understand understood | wake woke woken | wear wore worn | win won | write wrote written
"""

_KNOWN: WeakKeyDictionary[Fingerprints, NDArray[np.int16]] = WeakKeyDictionary()


def groups(fingerprints: Fingerprints) -> NDArray[np.int16]:
    """Return for each code of a stem the number of the group it is of; 0 where of none.

    It is worked out once for a key, and forgotten with it.
    """
    if fingerprints not in _KNOWN:
        _KNOWN[fingerprints] = _groups(fingerprints)
    return _KNOWN[fingerprints]


def _groups(fingerprints: Fingerprints) -> NDArray[np.int16]:
    found = np.zeros(STEM_CODES, dtype=np.int16)
    for number, some in enumerate(_ONE.split("|"), 1):
        codes = fingerprints.codes([f"{stem}-" for stem in stems(some.split())]) % STEM_CODES
        found[codes.astype(np.int64)] = number
    return found
