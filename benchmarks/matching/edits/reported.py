"""The edits that are reported. No threshold may be fitted on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.matching.edits import changes
from benchmarks.matching.edits.passage import Around, Class, Cut, Passage, cut, framed
from benchmarks.matching.edits.wordings import FULL_PAST, HE, SHE

if TYPE_CHECKING:
    from benchmarks.matching.edits.passage import Generator, Told

AROUND = Around(
    quotes=(
        ('"', '," the engineer told the panel.'),
        ("“", ",” Lindqvist said on Thursday."),
        ("Asked about it, Mara Lindqvist answered, “", ".”"),
        ('"', '."'),
        ("According to the minutes, the words were: “", ".”"),
    ),
    scraps=(
        ("For Lindqvist it was always “", ",” and the board knew it."),
        ("Two of those present remember the phrase “", "” from the meeting."),
        ('The memo speaks of "', '" more than once.'),
        ("That is “", ",” in the words of one of them."),
    ),
    plains=(("", "."), ("Put simply, ", "."), ("And yet ", "."), ("As so often, ", ".")),
    carriers=(
        ("Nobody at the harbor office doubted that ", " mattered to the outcome."),
        ("What remained in the notes was ", ", and little besides."),
        ("The panel had to weigh ", " against the cost of waiting."),
        ("Even so, ", ", which surprised the auditors."),
    ),
)


def verbatim(told: Told) -> Passage | None:
    """Return 8 to 25 words as they were said, shorter ones as often as longer ones."""
    least = told.chance.choice((8, 8, 12, 16))
    taken = cut(told, least, least + 9, 3) or cut(told, 8, 25, 3)
    return taken and framed(taken.text, taken, _whole(told), quoted=told.quoted)


def fragment(least: int, most: int, content: int) -> Generator:
    """Return the generator of fragments of a length, within a sentence about something else."""

    def make(told: Told) -> Passage | None:
        taken = cut(told, least, most, content)
        frames = AROUND.scraps if told.quoted else AROUND.carriers
        return taken and framed(taken.text, taken, told.chance.choice(frames), quoted=told.quoted)

    return make


def trimmed(told: Told) -> Passage | None:
    """Return at least 12 words: fillers gone, and one or two stretches, marked or not."""
    taken = cut(told, 12, 34, 5)
    if taken is None:
        return None
    kept = changes.without_fillers(taken.tokens)
    for _ in range(1 + (len(kept) > 20)):  # noqa: PLR2004 - a long one is trimmed twice
        at = told.chance.randint(3, max(3, len(kept) - 5))
        mark = told.chance.choice(([], ["…"], ["[...]"], [". . ."]))
        kept[at : at + told.chance.randint(1, max(1, min(6, len(kept) // 4)))] = mark
    return framed(" ".join(kept), taken, _whole(told), quoted=told.quoted)


def indirect(told: Told) -> Passage | None:
    """Return at least 8 words in the third person and the past, adverbs and all."""
    taken = cut(told, 8, 26, 3)
    if taken is None:
        return None
    words = " ".join(changes.mapped(taken.tokens, {**told.chance.choice((HE, SHE)), **FULL_PAST}))
    frame = told.chance.choice(
        (("He added that ", "."), ("", ", he argued."), ("In his view ", "."))
    )
    return framed(words, taken, frame)


def substituted(share: float, dropped: float) -> Generator:
    """Return the generator that replaces a share of the content words, endings kept.

    It is the share itself on average, and within one word of it each time.
    """

    def make(told: Told) -> Passage | None:
        taken = cut(told, 12, 28, 5)
        if taken is None:
            return None
        places = changes.content_places(taken.tokens)
        wanted = share * len(places)
        many = int(wanted) + (told.chance.random() < wanted % 1)
        at = set(told.chance.sample(places, max(1, many)))
        tokens = changes.replaced(taken.tokens, at, told.known.rhyming_stand_in, told.chance)
        return _plain(changes.without_stop_words(tokens, dropped, told.chance), taken, told)

    return make


def random(told: Told) -> Passage | None:
    """Return words shuffled in threes, then 10 % of them deleted and 15 % replaced."""
    taken = cut(told, 12, 28, 4)
    if taken is None:
        return None
    mixed = changes.shuffled_in_threes(taken.tokens, told.chance.randint(1, 3), told.chance)
    gone = set(told.chance.sample(range(len(mixed)), max(1, round(0.1 * len(mixed)))))
    kept = [token for at, token in enumerate(mixed) if at not in gone]
    at = {place for place in range(len(kept)) if told.chance.random() < 0.15}  # noqa: PLR2004 - the 15 %
    return _plain(changes.replaced(kept, at, told.known.rhyming_stand_in, told.chance), taken, told)


def _whole(told: Told) -> tuple[str, str]:
    return told.chance.choice(AROUND.quotes if told.quoted else AROUND.plains)


def _plain(tokens: list[str], taken: Cut, told: Told) -> Passage:
    return framed(" ".join(tokens), taken, told.chance.choice(AROUND.plains))


EDITS: dict[Class, Generator] = {
    Class.VERBATIM: verbatim,
    Class.SEAM: verbatim,
    Class.FRAGMENT_7_9: fragment(7, 9, 3),
    Class.FRAGMENT_5_6: fragment(5, 6, 2),
    Class.TRIMMED: trimmed,
    Class.INDIRECT: indirect,
    Class.SUBSTITUTED_25: substituted(0.25, 0.1),
    Class.SUBSTITUTED_45: substituted(0.45, 0.2),
    Class.RANDOM: random,
}
