"""What a command makes for people to carry: to standard output, or into a file of its own."""

from __future__ import annotations

from pathlib import Path

import click

_STANDARD_OUTPUT = "-"

out_option = click.option(
    "--out", default=_STANDARD_OUTPUT, metavar="FILE", help="Write it to this file. [default: -]"
)

force_option = click.option("--force", is_flag=True, help="Replace the file if it is there.")


def refuse_out(out: str, *, force: bool) -> None:
    """Refuse a file that could not be written, before something is done that stays.

    Raises:
        BadInput: it is there already, or its folder is not.
    """
    if out != _STANDARD_OUTPUT:
        from groundrules.readers.writing import refuse_taken  # noqa: PLC0415 - start-up time

        refuse_taken([Path(out)], force=force)


def deliver(content: str | bytes, out: str, *, force: bool, public: bool = False) -> None:
    """Write a content to a file that its owner alone can read, or to standard output.

    Args:
        content: what it is.
        out: the file, or `-`.
        force: replace the file if it is there.
        public: it says nothing of anybody, and everybody may read it.

    Raises:
        BadInput: the file is there already, or cannot be written.
    """
    if out == _STANDARD_OUTPUT:
        click.echo(content, nl=False)
        return
    from groundrules.readers.writing import PRIVATE, PUBLIC, write_bytes  # noqa: PLC0415 - start-up

    written = content.encode() if isinstance(content, str) else content
    write_bytes(Path(out), written, force=force, mode=PUBLIC if public else PRIVATE)
