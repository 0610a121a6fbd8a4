r"""How much reuse is found, how fast, and beside what? The benchmark of the index on disk.

    python -m benchmarks.matching --quick
    python -m benchmarks.matching --ledger utterances.parquet --texts FOLDER --pairs FILE.tsv

For tuning, from Python, with the checkout on the path (`PYTHONPATH=.`):

    from pathlib import Path
    from benchmarks.matching import corpora, cases, measures, tables
    from benchmarks.matching.sides import Side

    made = corpora.material(Path("utterances.parquet"), Path("texts"), Path("pairs.tsv"))
    trial = cases.trial(made, Side.TUNING, size=100_000)   # passages=240, nulls=200
    trial.talks                                             # list[Talk]: what to index
    found = {
        draft.name: [measures.Reported(start, end, statement_id, confidence), ...]
        for draft in trial.drafts                           # draft.text; draft.golds, () in a null
    }
    scores = measures.score(trial, found)
    print(tables.of_scores({"own": scores}))
    bar, kept = measures.threshold(trial, found, budget=0.1)   # on what was reported loosely
    print(tables.of_scores({"own": scores, "at 0.1": measures.score(trial, kept)}))

    from benchmarks.matching import showing                 # to be looked at, line by line
    print(*showing.alarmed(trial, kept), *showing.missed(trial, kept, "indirect speech"), sep="\n")

    larger = cases.enlarged(trial, made, 700_000)           # the same drafts, a larger ledger
    trial.texts["doc#7"]                                    # the words of a statement

Thresholds are fitted on `Side.TUNING` and reported on `Side.REPORTED`: other generators of edits,
other published texts, other pairs, other statements.
"""
