"""The page around a report: its head, what it may load, its title and its sections."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from groundrules.reporters.html_report.copy_text import rows
from groundrules.reporters.html_report.remark import strip
from groundrules.reporters.picture.record_page_words import section, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from groundrules.draft.document import Draft
    from groundrules.reporters.html_report.remark import Remark

_HERE = Path(__file__).parent
_STYLES = (_HERE.parent / "picture" / "record_page.css", _HERE / "report_page.css")
_SCRIPT = _HERE / "report_page.js"

_NAVIGATION = """\
<nav class="walk" id="walk" aria-label="From remark to remark" hidden>
<button type="button" id="previous">previous</button>
<span id="where" aria-live="polite"></span>
<button type="button" id="next">next</button>
<label><input type="checkbox" id="keys" checked> keys n, p</label>
</nav>"""


class Page(NamedTuple):
    """What stands on a page.

    Attributes:
        title: what it is, and of which drafts.
        banner: who may read it, and why.
        dateline: small facts below the title, as HTML.
        glance: the paragraphs of the summary, as HTML.
        drafts: each draft with its remarks.
        sections: what follows the drafts: id, title and content, as HTML.
    """

    title: str
    banner: str
    dateline: str
    glance: Sequence[str]
    drafts: Sequence[tuple[Draft, tuple[Remark, ...]]]
    sections: Sequence[tuple[str, str, Iterable[str]]]


def document(page: Page) -> Iterator[str]:
    """Yield a whole HTML document line by line. It loads nothing, and runs its own script only."""
    remarks = tuple(one for _, several in page.drafts for one in several)
    yield "<!doctype html>"
    yield '<html lang="en">'
    yield from _head(page.title)
    yield '<body class="report">'
    yield '<a class="skip" href="#draft">Skip to the draft</a>'
    yield f'<p class="confidential" role="note">{shown(page.banner)}</p>'
    yield "<main>"
    yield f'<header class="masthead"><h1 dir="auto">{shown(page.title)}</h1>'
    yield f'<p class="dateline">{page.dateline}</p></header>'
    yield from section("glance", "At a glance", [*page.glance, *strip(remarks)])
    yield '<section id="draft" aria-label="The text and the remarks">'
    for draft, about in page.drafts:
        yield f'<h2 dir="auto">{shown(draft.path)}</h2>'
        yield from rows(draft, about, len(remarks))
    yield "</section>"
    for name, title, content in page.sections:
        yield from section(name, title, content)
    yield "</main>"
    if len(remarks) > 1:
        yield _NAVIGATION
        yield f"<script>{_script()}</script>"
    yield "</body>"
    yield "</html>"


def _head(title: str) -> Iterator[str]:
    style = "".join(one.read_text(encoding="utf-8") for one in _STYLES)
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(_script())}'; "
        "base-uri 'none'; form-action 'none'"
    )
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="robots" content="noindex, nofollow, noarchive">'
    yield f"<title>{shown(title)}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"


def _script() -> str:
    return _SCRIPT.read_text(encoding="utf-8")


def _hash(text: str) -> str:
    from base64 import b64encode  # noqa: PLC0415 - start-up time
    from hashlib import sha256  # noqa: PLC0415 - likewise

    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
