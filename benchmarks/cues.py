"""How well a talk is read for its terms, and how fast.

python benchmarks/cues.py [FOLDER]

Accuracy is counted on the invented dialogues of the tests: on those that the reader was developed
with, and on those that were kept aside, of which only counts are ever shown. Speed is measured on
the transcripts of a folder, or on the dialogues put one behind the other to an hour of talk, and
compared with looking for the two words that everybody would look for first.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "record" / "cues")]

from talk_accuracy import accuracy  # noqa: E402 - the tests' own

from groundrules.readers.transcripts import read_transcript  # noqa: E402 - behind the path
from groundrules.record.cues.talk_reader import read_talk  # noqa: E402 - behind the path
from groundrules.record.transcript import Conversation, Party, Role, Turn  # noqa: E402 - as above
from record.dialogue_gold import dialogues  # noqa: E402 - the tests' own

if TYPE_CHECKING:
    from collections.abc import Callable

AN_HOUR = 9_000
"""About as many words as people say in an hour."""

RUNS = 3


def main() -> None:
    """Print the accuracy on both splits, and the speed."""
    for split in ("dev", "kept"):
        counts = accuracy(split)
        print(
            f"{split:5} {counts.dialogues:4} dialogues: acts P {counts.precision:.3f}"
            f" R {counts.recall:.3f} ({counts.matched} of {counts.marked}),"
            f" status {counts.status:.3f} ({counts.right} of {counts.turns}),"
            f" too free {counts.too_free}"
        )
    talks = transcripts(Path(sys.argv[1])) if len(sys.argv) > 1 else [an_hour()]
    words = sum(len(turn.text.split()) for talk in talks for turn in talk.turns)
    ours = fastest(lambda: [read_talk(talk) for talk in talks])
    naive = fastest(lambda: [look_for_words(talk) for talk in talks])
    print(
        f"speed: {words} words in {ours:.2f} s, {ours * AN_HOUR / words:.3f} s for an hour of talk,"
        f" {words / AN_HOUR / ours:.0f} hours a second; {ours / naive:.0f} times a plain search"
    )


def transcripts(folder: Path) -> list[Conversation]:
    """Return every transcript of a folder."""
    return [read_transcript(path) for path in sorted(folder.iterdir()) if path.is_file()]


def an_hour() -> Conversation:
    """Return an hour of talk, made of the dialogues that the reader was developed with."""
    turns: list[Turn] = []
    words = 0
    while words < AN_HOUR:
        for dialogue in dialogues("dev"):
            for (speaker, parts), text in zip(dialogue.turns, dialogue.words, strict=True):
                reporter = dialogue.parties[speaker] == Role.REPORTER
                turns.append(Turn(len(turns) + 1, "AR" if reporter else "S1", (text,)))
                words += len(" ".join(parts).split())
    parties = (Party("AR", Role.REPORTER), Party("S1", Role.SOURCE))
    return Conversation("an-hour", parties, tuple(turns))


def look_for_words(talk: Conversation) -> list[int]:
    """Return the turns that hold one of two phrases: what a plain search would find."""
    return [
        turn.number
        for turn in talk.turns
        if any(word in turn.text.casefold() for word in ("off the record", "background"))
    ]


def fastest(run: Callable[[], object]) -> float:
    """Return the seconds of the fastest of some runs."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
