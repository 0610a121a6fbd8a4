"""Coverage-guided input for one reader: nothing but `BadInput` may come of it.

python tests/fuzz/fuzz_readers.py --list
python tests/fuzz/fuzz_readers.py TARGET SECONDS [CORPUS]

libFuzzer, by way of atheris, changes the fixtures of a format byte by byte and keeps what reaches
new code. An input that raises anything else, takes more than five seconds or makes the process
larger than 512 MiB ends the run with status 1 or more, and is written to the working folder for a
test to be made of it. `make fuzz` runs every target.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import atheris

with atheris.instrument_imports(include=["groundrules"]):
    from groundrules.draft.document import Span
    from groundrules.errors import BadInput
    from groundrules.readers.draft.odt import odt_draft
    from groundrules.readers.draft.word import read_word_draft
    from groundrules.readers.drafts import read_draft
    from groundrules.readers.odrl_file import read_odrl_file
    from groundrules.readers.policies import PolicyShelf
    from groundrules.readers.records import read_record
    from groundrules.readers.transcripts import read_transcript
    from groundrules.readers.word.word_comments import Remark, commented

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
SECONDS_EACH = 5
MEBIBYTES = 512
LONGEST = 20_000


def read_policy(path: Path) -> object:
    """Read a policy from a folder of its own."""
    return PolicyShelf([path.parent]).load(path.stem)


RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="d.xml" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument"/></Relationships>'
)
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def packed(members: dict[str, str | bytes]) -> bytes:
    """Return an archive with these members, so that the fuzzer changes what stands in one."""
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return content.getvalue()


def comment_on_word(path: Path) -> object:
    """Read the document of a Word file, and put a comment on every third character of it."""
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONSHIPS, "d.xml": path.read_bytes()}
    word = read_word_draft(packed(parts), "fuzzed.docx")
    spans = [Span(at, at + 2) for at in range(0, len(word.draft.text), 3)]
    remarks = [Remark(word.layout.bracket(span), ["x"]) for span in spans]
    copy = commented(word.parts, word.layout, remarks, datetime.now(tz=UTC))
    again = read_word_draft(copy, "copy.docx")
    if again.draft.text != word.draft.text:
        raise AssertionError("the copy says something else")
    return again


def read_odt_content(path: Path) -> object:
    """Read the content of an OpenDocument text."""
    kind = "application/vnd.oasis.opendocument.text"
    return odt_draft(packed({"mimetype": kind, "content.xml": path.read_bytes()}), "fuzzed.odt")


TARGETS: dict[str, tuple[Callable[[Path], object], str, tuple[str, ...]]] = {
    **{
        folder.name: (read_transcript, "", (f"tests/fixtures/transcripts/{folder.name}/*",))
        for folder in sorted((FIXTURES / "transcripts").iterdir())
        if folder.is_dir()
    },
    "record": (read_record, ".record", ("examples/**/*.record",)),
    "draft": (read_draft, ".md", ("examples/**/*.md", "docs/**/*.md")),
    "page": (read_draft, ".html", ("docs/_build/html/how-to/*.html", "tests/fixtures/pages/*")),
    "word-draft": (comment_on_word, ".xml", ("tests/fixtures/word/*.xml",)),
    "odt-draft": (read_odt_content, ".xml", ("tests/fixtures/odt/*.xml",)),
    "policy": (read_policy, ".toml", ("src/groundrules/terms/policies/*.toml",)),
    "odrl": (read_odrl_file, ".json", ()),
}
"""Target to what reads a file, how the file's name ends, and where its first inputs are."""


def main() -> None:
    """Run one target for so many seconds."""
    name, *rest = sys.argv[1:]
    if name == "--list":
        sys.stdout.write("\n".join(TARGETS) + "\n")
        return
    seconds, *corpus = rest
    read, ending, seeds = TARGETS[name]
    with tempfile.TemporaryDirectory() as folder:
        first = Path(corpus[0] if corpus else folder, "corpus")
        first.mkdir(parents=True, exist_ok=True)
        for pattern in seeds:
            for number, seed in enumerate(ROOT.glob(pattern)):
                if seed.is_file():
                    (first / f"{number}-{seed.name}").write_bytes(seed.read_bytes())
        path = Path(folder, f"fuzzed{ending}")

        def once(content: bytes) -> None:
            path.write_bytes(content)
            with suppress(BadInput):  # what a reader is meant to say about most of it
                read(path)

        options = [
            sys.argv[0],
            f"-max_total_time={seconds}",
            f"-timeout={SECONDS_EACH}",
            f"-rss_limit_mb={MEBIBYTES}",
            f"-max_len={LONGEST}",
            "-print_final_stats=1",
            str(first),
        ]
        atheris.Setup(options, once)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
