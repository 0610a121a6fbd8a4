"""The edits on which thresholds may be fitted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.matching.edits import changes
from benchmarks.matching.edits.passage import Around, Class, Cut, Passage, cut, framed
from benchmarks.matching.edits.wordings import PAST, SHE

if TYPE_CHECKING:
    from benchmarks.matching.edits.passage import Generator, Told

AROUND = Around(
    quotes=(("“", ",” she said."), ("“", ".”"), ("She said: “", ".”"), ("“", ",” the aide said.")),
    scraps=(
        ("The proposal, which she called “", ",” goes to a vote in spring."),
        ("It was, she said, “", "” in the end."),
        ("Critics spoke of “", "” and left the room."),
    ),
    plains=(("", "."), ("The reason is that ", "."), ("In that view, ", ".")),
    carriers=(
        ("Officials who had seen the file described ", " as the main point."),
        ("On Tuesday it became clear that ", ", whatever the outcome."),
        ("There was ", ", residents recalled."),
    ),
)


def verbatim(told: Told) -> Passage | None:
    """Return 8 to 25 words as they were said."""
    taken = cut(told, 8, 25, 3)
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
    left_out = told.chance.randint(2, 4)
    at = told.chance.randint(4, max(4, len(kept) - left_out - 4))
    words = " ".join([*kept[:at], "...", *kept[at + left_out :]])
    return framed(words, taken, _whole(told), quoted=told.quoted)


def indirect(told: Told) -> Passage | None:
    """Return at least 8 words in the third person and the past."""
    taken = cut(told, 8, 25, 3)
    if taken is None:
        return None
    words = " ".join(changes.mapped(taken.tokens, {**SHE, **PAST}))
    return framed(words, taken, ("She said that ", "."))


def substituted(share: float, dropped: float) -> Generator:
    """Return the generator that replaces a share of the content words exactly."""

    def make(told: Told) -> Passage | None:
        taken = cut(told, 12, 28, 5)
        if taken is None:
            return None
        places = changes.content_places(taken.tokens)
        at = set(told.chance.sample(places, max(1, round(share * len(places)))))
        tokens = changes.replaced(taken.tokens, at, told.known.stand_in, told.chance)
        return _plain(changes.without_stop_words(tokens, dropped, told.chance), taken, told)

    return make


def random(told: Told) -> Passage | None:
    """Return words of which 10 % are deleted, 15 % replaced, and the rest shuffled in threes."""
    taken = cut(told, 12, 28, 4)
    if taken is None:
        return None
    kept = [token for token in taken.tokens if told.chance.random() >= 0.1]  # noqa: PLR2004 - the 10 %
    at = set(told.chance.sample(range(len(kept)), round(0.15 * len(kept))))
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
