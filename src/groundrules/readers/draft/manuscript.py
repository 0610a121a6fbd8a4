"""A draft made of the paragraphs of a word processor: one line of text for each.

The line is the paragraph's number, empty ones counted too. What stands outside the running text
begins with where it stands, in brackets, such as `[footnote 2] `: that is shown with a finding,
and is no copy. A line break within a paragraph is U+2028 in the text, and a line feed in the print.
"""

from __future__ import annotations

from groundrules.draft.document import Draft, Omission, Span, Substitution
from groundrules.errors import BadInput, Fault
from groundrules.readers.hidden_characters import refuse_hidden_characters
from groundrules.readers.text_file import MAX_LINE

LINE_BREAK = "\u2028"

TITLE, HEADING, QUOTE = "title", "heading", "quote"


class Manuscript:
    """The paragraphs as they come."""

    def __init__(self, path: str) -> None:
        """Begin with nothing; `path` is the file as the caller named it."""
        self._path = path
        self._lines: list[str] = []
        self._length = 0
        self._copy: list[Span] = []
        self._blocks: list[Span] = []
        self._quotes: list[Span] = []
        self._breaks: list[Substitution] = []
        self._titles: dict[str, str] = {}
        self._goes_on = False
        self._in_quote = False

    def line(self, words: str, label: str = "", role: str = "", *, goes_on: bool = False) -> int:
        """Take a paragraph, and return the offset at which its words begin.

        Args:
            words: its text, with `LINE_BREAK` for the breaks in it.
            label: where it stands; "" for the running text.
            role: `title`, `heading` (of the first level), `quote` or "".
            goes_on: its end does not count, so that the next one goes on in the same paragraph.
        """
        prefix = f"[{label}] " if label else ""
        start = self._length + len(prefix)
        span = Span(start, start + len(words))
        self._lines.append(f"{prefix}{words}\n")
        self._length = span.end + 1
        if words:
            self._take(span, words, role)
        if words or not goes_on:
            self._goes_on = goes_on
        return start

    def _take(self, span: Span, words: str, role: str) -> None:
        self._copy.append(span)
        if not self._goes_on:
            self._blocks.append(Span(span.start, span.start))
        for at, character in enumerate(words) if LINE_BREAK in words else ():
            if character == LINE_BREAK:
                place = span.start + at
                self._breaks.append(Substitution(Span(place, place + 1), "\n"))
        if role in {TITLE, HEADING}:
            self._titles.setdefault(role, " ".join(words.split()))
        if role == QUOTE and self._in_quote:
            self._quotes[-1] = Span(self._quotes[-1].start, span.end)
        elif role == QUOTE:
            self._quotes.append(span)
        self._in_quote = role == QUOTE

    def draft(self, left_out: tuple[Omission, ...]) -> Draft:
        """Return the draft that the paragraphs are.

        Raises:
            BadInput: a paragraph is too long, or holds a character that hides what it says.
        """
        long = next((n for n, one in enumerate(self._lines, 1) if len(one) > MAX_LINE), 0)
        if long:
            message = f"the paragraph has more than {MAX_LINE:,} characters"
            raise BadInput(Fault(self._path, message, "break it into paragraphs", long))
        text = "".join(self._lines)
        refuse_hidden_characters(self._path, text)
        return Draft(
            self._path,
            text,
            tuple(self._copy),
            title=self._titles.get(TITLE) or self._titles.get(HEADING, ""),
            blocks=tuple(self._blocks),
            block_quotes=tuple(self._quotes),
            left_out=left_out,
            substitutions=tuple(self._breaks),
        )
