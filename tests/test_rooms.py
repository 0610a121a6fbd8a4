"""The rules of the house that import-linter cannot see: doorplates, sizes, and purity by call."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "groundrules"
MODULES = sorted(SOURCE.rglob("*.py"))
ROOMS = sorted(door.parent for door in SOURCE.glob("*/__init__.py"))

PURE = ("tables", "terms", "record", "draft", "evidence", "rules", "talk")
IMPURE = frozenset({"open", "print", "input", "breakpoint", "exec", "eval", "__import__"})
IMPURE_ATTRIBUTES = frozenset(
    {"now", "today", "utcnow", "environ", "getenv", "read_text", "write_text", "read_bytes"}
)
NO_ROOM = frozenset({"base", "common", "core", "helpers", "misc", "models", "services", "utils"})

FILE_LINES = 400
FUNCTION_LINES = 50


def here(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def impurities(tree: ast.AST) -> list[tuple[int, str]]:
    """Return line and name of whatever reaches for the clock, the disk or the screen."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in IMPURE and isinstance(node.ctx, ast.Load):
            found.append((node.lineno, node.id))
        if isinstance(node, ast.Attribute) and node.attr in IMPURE_ATTRIBUTES:
            found.append((node.lineno, node.attr))
    return sorted(found)


def long_functions(tree: ast.AST) -> list[str]:
    return [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno + 1 > FUNCTION_LINES
    ]


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("room", ROOMS, ids=here)
def test_a_doorplate_begins_with_the_question_that_the_room_answers(room: Path) -> None:
    doorplate = ast.get_docstring(parse(room / "__init__.py")) or ""

    assert re.match(r"[A-Z][^.!?]+\?", doorplate), here(room)


@pytest.mark.parametrize("package", sorted(p.parent for p in SOURCE.rglob("__init__.py")), ids=here)
def test_a_package_is_named_for_what_it_is_about(package: Path) -> None:
    assert package.name not in NO_ROOM
    assert ast.get_docstring(parse(package / "__init__.py")), "it has a docstring"


@pytest.mark.parametrize("module", MODULES, ids=here)
def test_a_module_is_not_named_for_a_drawer(module: Path) -> None:
    assert module.stem not in NO_ROOM


@pytest.mark.parametrize(
    "module", [m for m in MODULES if m.relative_to(SOURCE).parts[0] in PURE], ids=here
)
def test_a_pure_room_reads_no_clock_no_disk_and_no_environment(module: Path) -> None:
    assert impurities(parse(module)) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("datetime.now()", [(1, "now")]),
        ("date.today()", [(1, "today")]),
        ("open('a.record')", [(1, "open")]),
        ("os.environ['HOME']", [(1, "environ")]),
        ("print(1)", [(1, "print")]),
        ("tally.open", []),
        ("case.as_of < embargo.until", []),
    ],
)
def test_the_search_for_impurities_finds_them(line: str, expected: list[tuple[int, str]]) -> None:
    assert impurities(ast.parse(line)) == expected


@pytest.mark.parametrize("module", MODULES, ids=here)
def test_a_file_has_one_subject_and_its_functions_fit_on_a_screen(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= FILE_LINES
    assert long_functions(parse(module)) == []


def test_the_search_for_long_functions_finds_one() -> None:
    tree = ast.parse("def long():\n" + "    pass\n" * FUNCTION_LINES)

    assert long_functions(tree) == ["long"]
