"""How well a draft's quotations and attributions are read, and how fast.

python benchmarks/draft_reading.py [FOLDER [LABELS]]

FOLDER is one split of a corpus in the form of PolNeAR (`networkdynamics/PolNeAR`, for private use
only): `text/NAME.txt`, `attributions/NAME_ANNOTATOR.ann` in brat's stand-off form and, for the peer
without a model of its own, `corenlp/NAME.txt.xml`. Without it only the speed on the invented
sentences of the tests is measured. LABELS is a file of JSON lines, `{"story": NAME, "start": 12,
"end": 20, "unnamed": true}`, that says of sources which are people without a name.

A segment is one pair of quotation marks. Two contents are the same where they share half of their
letters (Jaccard), one to one. The peer is textacy's `direct_quotations`, where it is installed.
"""

from __future__ import annotations

import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.draft.attributing import find_attributions
from groundrules.draft.quotation import find_quotations
from reading.corpus import Story, stories
from reading.scores import draft_of, ours, score_contents, score_segments, score_unnamed

if TYPE_CHECKING:
    from collections.abc import Sequence

CASES = Path(__file__).parents[1] / "tests" / "draft" / "sources.txt"
A_STORY = 750
"""Words."""

RUNS = 3


def main() -> None:
    """Print the figures."""
    if len(sys.argv) == 1:
        print("no corpus given, so only the speed is measured, on the sentences of the tests")
        print(speed(invented()))
        return
    folder = Path(sys.argv[1])
    some = stories(folder)
    print(f"{len(some)} stories")
    print(score_segments(some, ours))
    print(score_contents(some))
    for labels in sys.argv[2:]:
        print(score_unnamed(some, Path(labels)))
    print(speed(some))
    print(f"textacy: {peer(folder, some)}")


def invented() -> list[Story]:
    """Return the sentences of the tests as stories."""
    lines = CASES.read_text(encoding="utf-8").splitlines()
    copy = [line for line in lines if line and not line.startswith((" ", "#"))]
    return [Story("-", "\n\n".join(copy[at : at + 60]), []) for at in range(0, len(copy), 60)]


def speed(some: Sequence[Story]) -> str:
    """Return how many stories of 750 words are read in a second, the best of some runs."""
    words = sum(len(story.text.split()) for story in some)
    best = min(seconds(some) for _ in range(RUNS))
    return f"speed: {words / A_STORY / best:.0f} stories of {A_STORY} words a second"


def seconds(some: Sequence[Story]) -> float:
    """Return the seconds of processor time that reading all the stories takes."""
    start = time.process_time()
    for story in some:
        draft = draft_of(story)
        find_attributions(draft, find_quotations(draft))
    return time.process_time() - start


def peer(folder: Path, some: Sequence[Story]) -> str:
    """Return textacy's figures on the same stories, or why there are none."""
    if find_spec("textacy") is None:
        return "not installed, so it is not measured (pip install textacy)"
    if not (folder / "corenlp").is_dir():
        return f"needs the parses of the corpus in {folder / 'corenlp'}, so it is not measured"
    from reading.textacy_peer import textacys  # noqa: PLC0415 - only where it is installed

    return score_segments(some, textacys(folder))


if __name__ == "__main__":
    main()
