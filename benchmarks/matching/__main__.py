"""Run the benchmark of the index on disk: `python -m benchmarks.matching --help`."""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from benchmarks.matching import corpora
from benchmarks.matching.report import musts, report
from benchmarks.matching.run import MILLION, Bench, Plan, Results

from groundrules.matching.index.loops import compile_loops

_FACTORS = {"k": 1_000, "M": 1_000_000}


def size(text: str) -> int:
    """Return a number of statements: `700k` is 700,000, `4M` is four million."""
    factor = _FACTORS.get(text[-1:], 1)
    return int(float(text.rstrip("kM")) * factor)


def options() -> argparse.Namespace:
    """Return what was asked for."""
    asked = argparse.ArgumentParser(prog="benchmarks.matching", description=__doc__)
    asked.add_argument("--ledger", type=Path, help="what was said: .parquet, .txt, or a folder")
    asked.add_argument("--texts", type=Path, help="a folder of published texts, .txt")
    asked.add_argument("--pairs", type=Path, help="sentence pairs: label, one, two, by tabs")
    asked.add_argument("--sizes", help="such as 10k,100k,700k,4M")
    asked.add_argument("--report", help="the one of them to report on; else the largest up to 1M")
    asked.add_argument("--quick", action="store_true", help="40 passages a class, not 240")
    asked.add_argument("--json", type=Path, help="write all figures to this file, too")
    asked.add_argument("--folder", type=Path, help="where to write indexes; a temporary folder")
    return asked.parse_args()


def plan(asked: argparse.Namespace) -> Plan:
    """Return what is to be run."""
    usual = "10k,100k,700k" if asked.ledger and not asked.quick else "10k,100k"
    sizes = sorted(map(size, (asked.sizes or usual).split(",")))
    usual_one = max([one for one in sizes if one <= MILLION], default=sizes[0])
    reported = size(asked.report) if asked.report else usual_one
    if reported not in sizes:
        raise SystemExit(f"--report: {asked.report} is not one of the --sizes")
    rest = (40, 40, 15) if asked.quick else (240, 200, 60)
    return Plan(sizes, *rest, reported)


def plain(value: object) -> object:
    """Return a figure as JSON can have it: named tuples by their names, no search results."""
    if hasattr(value, "_asdict"):
        return {name: plain(one) for name, one in value._asdict().items() if name != "found"}
    if isinstance(value, dict):
        return {str(name): plain(one) for name, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list | tuple) else value


def written(results: Results, path: Path) -> None:
    """Write all figures to a file."""
    verdicts = [{**one._asdict(), "verdict": one.verdict} for one in musts(results)]
    figures = {"musts": verdicts, "results": plain(results)}
    path.write_text(json.dumps(figures, indent=1, default=str) + "\n", "utf-8")


def main() -> None:
    """Run it and print the tables."""
    asked = options()
    compile_loops()  # as a program does that stays; a cold process does not
    material = corpora.material(asked.ledger, asked.texts, asked.pairs)
    with tempfile.TemporaryDirectory(dir=asked.folder, prefix="matching-") as folder:
        results = Bench(material, plan(asked), Path(folder)).run()
    print(report(results))
    if asked.json:
        written(results, asked.json)


if __name__ == "__main__":
    main()
