"""The XML of a Word file, read as events by a parser that is told to refuse what is dangerous.

The parser is expat, which the standard library brings. Refused are a document type (without one
there are no entities to expand and nothing outside to fetch), elements within elements too deep,
too many of them, a tag or a text without end, and whatever is not well-formed. No tree is built:
the room needed is that of the member and of what is kept of it. Nothing of the content is ever
shown in a fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from groundrules.readers.text_file import MEBIBYTE

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.errors import BadInput

    Refuse = Callable[[str], BadInput]

DEEPEST = 200
"""The most elements within elements; Word's own documents have some twenty."""

MOST_ELEMENTS = 600_000
"""The most elements of a file; an hour of talk has some fifty thousand."""

MOST_CHARACTERS = 4 * MEBIBYTE
"""The most characters of a file's texts; an hour of talk has some sixty thousand."""

_STRIDE = MEBIBYTE // 2


def _nowhere() -> int:
    return -1


class Listener:
    """What is told of the elements and the texts of one member, in their order.

    Attributes:
        where: tells at which byte of the member what is being heard stands; -1 where nobody asked
            for places.
    """

    where: Callable[[], int] = staticmethod(_nowhere)

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Hear that an element begins; names are `namespace name`, with a blank between."""

    def end(self, name: str) -> None:
        """Hear that it ends."""

    def text(self, words: str) -> None:
        """Hear characters, in pieces as they come."""

    def unparsed(self) -> None:
        """Hear that a CDATA section begins; told only with places."""


class Allowance:
    """How much the members of one file may still hold, all together."""

    def __init__(self) -> None:
        """Begin with all of it."""
        self.elements = MOST_ELEMENTS
        self.characters = MOST_CHARACTERS


def tell(
    content: bytes,
    listener: Listener,
    allowance: Allowance,
    refuse: Refuse,
    *,
    placed: bool = False,
) -> None:
    """Tell a listener what stands in the XML.

    Args:
        content: the whole member.
        listener: who is told.
        allowance: what is left for the file; it is drawn upon.
        refuse: makes the error of a reason, such as "is not well-formed".
        placed: the listener asks where things stand; then every reference and every line feed in
            a text is a piece of its own, and within a piece each character is one of the file.

    Raises:
        BadInput: made by `refuse`.
    """
    _refuse_endless(content, refuse)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = not placed
    if placed:
        listener.where = lambda: parser.CurrentByteIndex
        parser.StartCdataSectionHandler = listener.unparsed
    guard = _Guard(listener, allowance, refuse)
    parser.StartDoctypeDeclHandler = guard.doctype
    parser.StartElementHandler = guard.begin
    parser.EndElementHandler = guard.end
    parser.CharacterDataHandler = guard.text
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat takes it by place alone
    except expat.ExpatError as error:
        raise refuse(f"is not well-formed XML at line {error.lineno}") from None
    except (ValueError, LookupError):  # an encoding that it declares and nobody has
        raise refuse("is in an encoding that cannot be read") from None


def _refuse_endless(content: bytes, refuse: Refuse) -> None:
    # Whatever has no `>` for twice a stride has none in one whole stride.
    for at in range(0, len(content) - _STRIDE, _STRIDE):
        if content.find(b">", at, at + _STRIDE) < 0:
            raise refuse("has a tag or a text of half a mebibyte or more")


class _Guard:
    """What stands between the parser and the listener, and counts."""

    def __init__(self, listener: Listener, allowance: Allowance, refuse: Refuse) -> None:
        self._listener = listener
        self._allowance = allowance
        self._refuse = refuse
        self._depth = 0

    def doctype(self, *_declared: object) -> NoReturn:
        raise self._refuse("declares a document type, from which entities could come")

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._allowance.elements -= 1
        if self._depth > DEEPEST:
            raise self._refuse(f"has more than {DEEPEST} elements within each other")
        if self._allowance.elements < 0:
            raise self._refuse(f"has too many elements: more than {MOST_ELEMENTS:,} in the file")
        self._listener.begin(name, attributes)

    def end(self, name: str) -> None:
        self._depth -= 1
        self._listener.end(name)

    def text(self, words: str) -> None:
        self._allowance.characters -= len(words)
        if self._allowance.characters < 0:
            raise self._refuse(f"has more than {MOST_CHARACTERS:,} characters of text")
        self._listener.text(words)
