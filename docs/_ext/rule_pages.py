"""The reference of the rules: the page beside each rule, and a table of them all.

The pages are copied into `reference/rules/` before Sphinx reads anything. The folder holds nothing
else, and git does not keep it.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.rules.registry import all_rules, page_of, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from groundrules.rules.rule import Rule

INTRODUCTION = """\
# Rules

A rule is called by its code or by its name, on the command line and in `groundrules.toml` alike.
The severity is the one that holds where the policy of the house does not set another.
"""


def write_pages(app: Sphinx, _config: Config) -> None:
    """Write the page of every rule and the table, and take away what belongs to no rule."""
    folder = Path(app.srcdir) / "reference" / "rules"
    pages = {folder / _place(rule): _page(rule) for rule in all_rules()}
    pages[folder / "index.md"] = _index()
    for stray in set(folder.rglob("*.md")) - pages.keys():
        stray.unlink()
    for path, text in pages.items():
        _write(path, text)


def _place(rule: Rule) -> str:
    """Return where a page goes. It lies as in the package, so that links between pages hold."""
    _, name = page_of(rule)
    return f"{subject_of(rule)}/{name}"


def _page(rule: Rule) -> str:
    package, name = page_of(rule)
    return files(package).joinpath(name).read_text(encoding="utf-8")


def _index() -> str:
    return "\n".join([INTRODUCTION, *_table(), "", *_contents()])


def _table() -> Iterator[str]:
    yield "| code | rule | about | severity | since | what it finds |"
    yield "|---|---|---|---|---|---|"
    for rule in all_rules():
        fault = (rule.__doc__ or "").partition("\n")[0]
        yield (
            f"| {rule.code} | [{rule.name}]({_place(rule)}) | {subject_of(rule)} "
            f"| {rule.severity} | {rule.since} | {fault} |"
        )


def _contents() -> Iterator[str]:
    yield from ("```{toctree}", ":hidden:")
    yield from (_place(rule).removesuffix(".md") for rule in all_rules())
    yield "```\n"


def _write(path: Path, text: str) -> None:
    """Write a page only when it has changed, so that Sphinx builds only what it must."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Have the pages written as soon as the configuration is known."""
    app.connect("config-inited", write_pages)
    return {"parallel_read_safe": True}
