"""The edits on which thresholds may be fitted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.matching.edits import changes
from benchmarks.matching.edits.passage import Around, Class, Cut, Passage, cut, framed
from benchmarks.matching.edits.wordings import MORE_PAST, PAST, SHE, THEY

if TYPE_CHECKING:
    from benchmarks.matching.edits.passage import Generator, Told

AROUND = Around(
    quotes=(
        ("“", ",” she said."),
        ("“", ".”"),
        ("She said: “", ".”"),
        ("“", ",” the aide said."),
        ("“", ",” said the director, who asked for more time to answer the rest."),
        ("Later, in the corridor: “", ".”"),
    ),
    scraps=(
        ("The proposal, which she called “", ",” goes to a vote in spring."),
        ("It was, she said, “", "” in the end."),
        ("Critics spoke of “", "” and left the room."),
        ("“", "” was how she put it."),
        ("Asked what went wrong, the surveyor mentioned “", "” and the weather."),
    ),
    plains=(
        ("", "."),
        ("The reason is that ", "."),
        ("In that view, ", "."),
        ("", ", and nobody objected."),
        ("By then, ", "."),
    ),
    carriers=(
        ("Officials who had seen the file described ", " as the main point."),
        ("On Tuesday it became clear that ", ", whatever the outcome."),
        ("There was ", ", residents recalled."),
        ("In short, ", ", as the ferry operators had feared for years."),
        ("Much was made of ", " when the council met."),
    ),
)
_THOROUGH = 0.5
_ABOUT = 0.8, 1.3
"""Between what shares of what its name says an edit varies, so that nothing is fitted to one."""

_TELLING = (
    ("She said that ", "."),
    ("", ", she said."),
    ("According to her, ", "."),
    ("What she meant was that ", "."),
    ("", ", in her telling."),
)


def verbatim(told: Told) -> Passage | None:
    """Return 8 to 25 words as they were said."""
    taken = cut(told, 8, told.chance.choice((10, 14, 25)), 3)
    return taken and framed(taken.text, taken, _whole(told), quoted=told.quoted)


def fragment(least: int, most: int, content: int) -> Generator:
    """Return the generator of fragments of a length, within a sentence about something else."""

    def make(told: Told) -> Passage | None:
        taken = cut(told, least, most, content)
        frames = AROUND.scraps if told.quoted else AROUND.carriers
        return taken and framed(taken.text, taken, told.chance.choice(frames), quoted=told.quoted)

    return make


def trimmed(told: Told) -> Passage | None:
    """Return at least 14 words without fillers and without a stretch in the middle."""
    taken = cut(told, 14, 32, 5)
    if taken is None:
        return None
    kept = changes.without_fillers(taken.tokens)
    left_out = told.chance.randint(2, 5)
    at = told.chance.randint(4, max(4, len(kept) - left_out - 4))
    mark = told.chance.choice((["..."], ["..."], []))
    words = " ".join([*kept[:at], *mark, *kept[at + left_out :]])
    return framed(words, taken, _whole(told), quoted=told.quoted)


def indirect(told: Told) -> Passage | None:
    """Return at least 8 words in the third person and the past, some of them more thoroughly."""
    taken = cut(told, 8, told.chance.choice((12, 25)), 3)
    if taken is None:
        return None
    past = {**PAST, **(MORE_PAST if told.chance.random() < _THOROUGH else {})}
    words = " ".join(changes.mapped(taken.tokens, {**told.chance.choice((SHE, THEY)), **past}))
    return framed(words, taken, told.chance.choice(_TELLING))


def substituted(share: float, dropped: float) -> Generator:
    """Return the generator that replaces about a share of the content words."""

    def make(told: Told) -> Passage | None:
        taken = cut(told, 12, 28, 5)
        if taken is None:
            return None
        places = changes.content_places(taken.tokens)
        replaced = round(share * told.chance.uniform(*_ABOUT) * len(places))
        at = set(told.chance.sample(places, min(max(1, replaced), len(places) - 1)))
        tokens = changes.replaced(taken.tokens, at, told.known.stand_in, told.chance)
        tokens = changes.without_stop_words(
            tokens, dropped * told.chance.uniform(*_ABOUT), told.chance
        )
        return _plain(tokens, taken, told)

    return make


def random(told: Told) -> Passage | None:
    """Return words of which 10 % are deleted, 15 % replaced, and the rest shuffled in threes."""
    taken = cut(told, 12, 28, 4)
    if taken is None:
        return None
    kept = [token for token in taken.tokens if told.chance.random() >= 0.1]  # noqa: PLR2004 - the 10 %
    share = 0.15 * told.chance.uniform(*_ABOUT)
    at = set(told.chance.sample(range(len(kept)), round(share * len(kept))))
    tokens = changes.replaced(kept, at, told.known.stand_in, told.chance)
    return _plain(changes.shuffled_in_threes(tokens, 3, told.chance), taken, told)


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
