"""Lines as they are before anybody knows whether they are coloured: pieces of text with a role."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Piece(NamedTuple):
    """A run of text.

    Attributes:
        text: the text, without a line feed.
        role: what it is, such as `error` or `caret`, which says how it is coloured; or "".
    """

    text: str
    role: str = ""


Line = tuple[Piece, ...]

EMPTY: Line = ()


def plain(text: str, role: str = "") -> Line:
    """Return a line of one piece."""
    return (Piece(text, role),)


def write(lines: Iterable[Line], stream: TextIO, *, colour: bool) -> None:
    """Write lines to a stream, coloured by the roles of their pieces, or as plain text."""
    if colour:
        from groundrules.reporters.colours import write_coloured  # noqa: PLC0415 - rich is slow

        write_coloured(lines, stream)
        return
    stream.writelines("".join(piece.text for piece in line) + "\n" for line in lines)


def is_coloured(choice: str, stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Tell whether to colour what goes to a stream.

    Args:
        choice: `always` and `never` decide; `auto` asks the environment and then the stream.
        stream: where it goes; a terminal takes colour.
        environment: NO_COLOR (no-color.org) and FORCE_COLOR count where they are not empty, the
            first before the second; a terminal whose TERM is `dumb` takes no colour.
    """
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"
