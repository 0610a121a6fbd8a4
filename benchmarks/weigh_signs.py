"""Find the weights of the signs by which a talk is heard again, and write them down.

python benchmarks/weigh_signs.py [FILE ...]

The dialogues of the tests that may be looked at are read with their marked acts, so that at each
turn the reader knows what the person knew who marked them; those of the named files are left out,
to see how well words are read that nobody has tried. For each sentence, and for each turn that may
answer something, the signs are collected, with what the mark says it does. Then a multinomial
logistic regression with a penalty on large weights is fitted. Where a turn has several sentences,
that one counts for its act which the weights so far find likeliest. No random number is drawn: the
same dialogues give the same weights.

The dialogues that are kept aside are never read here. It takes scikit-learn, from
requirements/bench.txt; what it finds is a table of numbers, and nothing of it is needed to run.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "record")]

from groundrules.record.cues import talk_reader  # noqa: E402 - behind the path
from groundrules.record.cues.cue import Cue  # noqa: E402 - as above
from groundrules.record.cues.cutting import Piece  # noqa: E402 - as above
from groundrules.record.cues.signs.meanings import ACTS, ANSWERS  # noqa: E402 - as above
from groundrules.record.cues.surroundings import (  # noqa: E402 - as above
    Around,
    answer_signs,
    hearable,
    sentence_signs,
)
from groundrules.record.facts import PROPOSALS  # noqa: E402 - as above
from groundrules.record.transcript import Place  # noqa: E402 - as above
from record.dialogue_gold import FOLDER, Dialogue, dialogues  # noqa: E402 - the tests' own

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.record.cues.plain import Plain
    from groundrules.record.transcript import Turn

WRITTEN = ROOT / "src/groundrules/record/cues/signs"
ROUNDS = 4
LOOSENESS = 0.5
"""How little large weights are held back; found by leaving out one writer's dialogues at a time."""

Table = dict[str, tuple[int, ...]]


class Example(NamedTuple):
    """What was marked, among the signs of the sentences of which one does it."""

    signs: tuple[frozenset[str], ...]
    does: int


class _Marked(talk_reader._Reading):  # noqa: SLF001 - the reading itself, with the marks for ears
    """A reading that knows what was marked in each turn, and collects the signs of it."""

    def __init__(self, dialogue: Dialogue) -> None:
        super().__init__(dialogue.conversation())
        self.dialogue = dialogue
        self.answers: list[Example] = []
        self.acts: list[Example] = []
        self.verbs: list[str] = []

    def _turn(self, turn: Turn) -> Turn:
        self.verbs = [act.verb for act in self.dialogue.acts if act.turn == turn.number]
        self._pieces(turn, turn.text)
        for number, text in enumerate(turn.parts, 1):
            place = Place(turn.number, number)
            facts = self.recorded.get(place, [])
            puts = any(fact.kind in PROPOSALS for fact in facts)
            cues = (Cue(facts[0].kind, None, 0, len(text)),) if puts else ()
            for fact in facts:
                self.kept.append(fact)
                self.listening.hear(fact, text)
            self._told(turn, Piece(text, cues))
        return turn

    def _heard_again(self, read: Plain, cues: tuple[Cue, ...], around: Around) -> tuple[Cue, ...]:
        signs = answer_signs(read, cues, around)
        if signs:
            self.answers.append(Example((signs,), _answer(self.verbs)))
        if not signs or _answer(self.verbs) == 0:
            found = tuple(sentence_signs(read, one, cues, around) for one in hearable(read))
            if found:
                self.acts.append(Example(found, _act(self.verbs)))
        return ()


_AS_ANSWER = (
    ("counter", {"counter", "offer", "ask"}),
    ("agree", {"agree", "return-accept", "grace"}),
    ("define", {"define"}),
    ("decline", {"decline"}),
    ("unclear", {"unclear"}),
)
_AS_ACT = (
    ("retroactive", {"retroactive"}),
    ("put", {"ask", "offer", "assert", "announce", "counter", "define"}),
    ("return", {"return"}),
    ("hint", {"hint"}),
)


def _answer(verbs: list[str]) -> int:
    found = next((name for name, said in _AS_ANSWER if said & set(verbs)), "none")
    return ANSWERS.index(found)


def _act(verbs: list[str]) -> int:
    found = next((name for name, said in _AS_ACT if said & set(verbs)), "none")
    return ACTS.index(found)


def found_weights(examples: list[Example], classes: int, counts: float) -> Table:
    """Return the weights after so many rounds, each with its own choice of sentences.

    Args:
        examples: what was marked.
        classes: how many things a sentence, or an answer, may do; the first is nothing.
        counts: how much more each thing counts than nothing.
    """
    names = DictVectorizer()
    names.fit([dict.fromkeys(signs, 1) for example in examples for signs in example.signs])
    model = None
    for _ in range(ROUNDS):
        chosen = [pair for example in examples for pair in _chosen(example, names, model)]
        model = LogisticRegression(
            C=LOOSENESS,
            class_weight={number: counts if number else 1 for number in range(classes)},
            max_iter=4000,
        )
        told = names.transform([dict.fromkeys(signs, 1) for signs, _ in chosen])
        model.fit(told, [does for _, does in chosen])
    return _table(names, model)


def _chosen(
    example: Example, names: DictVectorizer, model: LogisticRegression | None
) -> list[tuple[frozenset[str], int]]:
    """Return signs and class: of an act its likeliest sentence, of nothing every sentence."""
    signs, does = example
    if not does:
        return [(one, 0) for one in signs]
    if model is None:
        return [(max(signs, key=len), does)]
    likely = model.decision_function(names.transform([dict.fromkeys(one, 1) for one in signs]))
    return [(signs[int(likely[:, does].argmax())], does)]


def _table(names: DictVectorizer, model: LogisticRegression) -> Table:
    """Return the weights in tenths, those of doing nothing made zero, the small ones left out."""
    weights = model.coef_ - model.coef_[0]
    found = {"": _tenths(model.intercept_ - model.intercept_[0])}
    for sign, place in sorted(names.vocabulary_.items()):
        tenths = _tenths(weights[:, place])
        if any(tenths):
            found[sign] = tenths
    return found


def _tenths(many: Iterable[float]) -> tuple[int, ...]:
    return tuple(round(10 * one) for one in many)


def main() -> None:
    """Collect, fit, and write the weights."""
    left_out = {
        key for name in sys.argv[1:] for key in tomllib.loads((FOLDER / name).read_text("utf-8"))
    }
    answers: list[Example] = []
    acts: list[Example] = []
    for dialogue in dialogues("dev"):
        if dialogue.id not in left_out:
            reading = _Marked(dialogue)
            reading.read()
            answers += reading.answers
            acts += reading.acts
    tables = {
        "OF_SENTENCES": found_weights(acts, len(ACTS), 2.5),
        "OF_ANSWERS": found_weights(answers, len(ANSWERS), 2.0),
    }
    for name, weights in tables.items():
        module = WRITTEN / f"weights_{name.lower()}.py"
        module.write_text(_module(name, weights), "utf-8")
    many = ", ".join(f"{len(weights)} weights {name}" for name, weights in tables.items())
    print(f"{len(acts)} turns, {len(answers)} answers; {many}")


def _module(name: str, weights: Table) -> str:
    """Return the module with the weights, in the form that ruff would give it."""
    lines = [_HEAD, "", f"{name}: dict[str, tuple[int, ...]] = {{"]
    lines += [f"    {_quoted(sign)}: {many}," for sign, many in weights.items()]
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(sign: str) -> str:
    return '"' + sign.replace("\\", "\\\\").replace('"', '\\"') + '"'


_HEAD = '''\
"""The weights of the signs, in tenths; `benchmarks/weigh_signs.py` finds and writes them.

One number for each thing that a sentence, or an answer, may do; the first, for doing nothing,
is always 0. The sign "" is in everything.
"""

from __future__ import annotations'''

if __name__ == "__main__":
    main()
