"""How `record` and `draft` blocks are coloured: just enough to see acts, speakers and carets."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pygments.lexer import RegexLexer, bygroups
from pygments.token import Comment, Generic, Keyword, Name, Number, Punctuation, String, Text

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class RecordLexer(RegexLexer):
    """The record notation: keys, speakers with their times, words, and acts behind `>`."""

    name = "groundrules record"
    aliases: ClassVar = ["record"]
    filenames: ClassVar = ["*.record"]
    tokens: ClassVar = {
        "root": [
            (r"^#.*\n", Comment),
            (
                r"^([ \t]+(?:\d\S*[ \t]+\S+[ \t]*)?)(>)([ \t]*)([a-z-]+)(.*\n)",
                bygroups(Number, Punctuation, Text, Keyword, String),
            ),
            (
                r"^(\[[\d:.-]+\])([ \t]+)([^\s:]+)(:)",
                bygroups(Number, Text, Name.Class, Punctuation),
            ),
            (
                r"^([ \t]+[A-Za-z][\w-]*)(:[ \t]*)(reporter|source|spokesperson|moderator|other)\b",
                bygroups(Name.Class, Punctuation, Keyword.Type),
            ),
            (r"^([A-Za-z][\w-]*|\?)(:)", bygroups(Name.Tag, Punctuation)),
            (r"[^\n]*\n", Text),
        ],
    }


class DraftLexer(RegexLexer):
    """A draft in which a line of carets, with a code behind them, marks what a rule finds."""

    name = "groundrules draft"
    aliases: ClassVar = ["draft"]
    tokens: ClassVar = {
        "root": [
            (r"^([ \t]*\^+)([^\n]*\n)", bygroups(Generic.Error, Name.Constant)),
            (r"[“\"][^”\"\n]*[”\"]", String),
            (r"[^“\"\n]+|[“\"]|\n", Text),
        ],
    }


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the two known to Sphinx."""
    app.add_lexer("record", RecordLexer)
    app.add_lexer("draft", DraftLexer)
    return {"parallel_read_safe": True}
