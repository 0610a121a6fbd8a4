"""The catalogues of the pages' texts: taken from templates and code, and compiled.

    python web/words.py            put new texts into every catalogue, and compile it
    python web/words.py --check    say what is missing or not compiled; status 1 if anything

A catalogue is `src/groundrules/faces/web/translations/LANGUAGE/LC_MESSAGES/groundrules.po`.
"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator

FACE = Path(__file__).parents[1] / "src" / "groundrules" / "faces" / "web"
_METHODS = [("pages/**.py", "python"), ("**.py", "python"), ("templates/**.html", "jinja2")]
_OPTIONS = {"templates/**.html": {"extensions": "jinja2.ext.do", "trimmed": "false"}}
_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}
_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


def taken() -> Catalog:
    """Return every text of the pages, with the files in which each stands."""
    found = Catalog(project="groundrules", charset="utf-8")
    texts = extract_from_dir(
        FACE, _METHODS, _OPTIONS, keywords=_KEYWORDS, comment_tags=("For translators:",)
    )
    for file, _line, text, comments, context in sorted(texts, key=lambda one: (one[0], one[1])):
        found.add(text, locations=[(file, None)], auto_comments=comments, context=context)
    return found


def catalogues() -> list[Path]:
    """Return the catalogue of every language."""
    return sorted(FACE.glob("translations/*/LC_MESSAGES/groundrules.po"))


def read(path: Path) -> Catalog:
    """Return what a catalogue holds."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3], domain="groundrules")


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as the program reads it."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def faults(path: Path) -> Iterator[str]:
    """Yield what is wrong with a catalogue, a line for each thing."""
    wanted, there = taken(), read(path)
    for message in wanted:
        if not message.id:
            continue
        found = there.get(message.id)
        if found is None:
            yield f"{path}: missing: {message.id!r}"
        elif found.fuzzy or not all(_texts(found.string)):
            yield f"{path}: not translated: {message.id!r}"
        elif any(_holes(one) - _holes(*_texts(message.id)) for one in _texts(found.string)):
            yield f"{path}: another placeholder: {message.id!r}"
    for message in there:
        if message.id and wanted.get(message.id) is None:
            yield f"{path}: nowhere in the pages any more: {message.id!r}"
    compact = path.with_suffix(".mo")
    if not compact.exists() or compact.read_bytes() != compiled(there):
        yield f"{compact}: not compiled from what stands in {path.name}"


def update(path: Path) -> None:
    """Put new texts into a catalogue, take out what is in no page any more, and compile it."""
    there = read(path)
    there.update(taken(), no_fuzzy_matching=True, update_creation_date=False)
    there.obsolete.clear()
    there.msgid_bugs_address = there.last_translator = there.language_team = ""
    there.revision_date = there.creation_date
    out = io.BytesIO()
    write_po(out, there, width=96, sort_output=True, omit_header=False, include_lineno=False)
    path.write_bytes(out.getvalue())
    path.with_suffix(".mo").write_bytes(compiled(read(path)))


def _texts(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def _holes(*texts: str) -> set[str]:
    return {hole for text in texts for hole in _PLACEHOLDER.findall(text)}


def main(arguments: list[str]) -> int:
    """Do as the arguments say, and return the exit status."""
    if "--check" in arguments:
        found = [fault for path in catalogues() for fault in faults(path)]
        sys.stdout.writelines(f"{fault}\n" for fault in found)
        return bool(found)
    for path in catalogues():
        update(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
