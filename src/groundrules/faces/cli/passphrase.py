"""Passphrases: typed unseen, or read from a file or a descriptor; never an argument.

What stands on a command line is in the shell's history and in the list of processes, and what is in
the environment every child inherits. So neither is looked at.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from groundrules.desk.vaults.unlocking import Asking

Command = TypeVar("Command", bound="Callable[..., Any]")

TRIES = 3
_MOST_BYTES = 64 * 1024
_OTHERS = 0o077

_FILE = click.option(
    "--passphrase-file",
    default="",
    metavar="FILE",
    help="Read it from a file that only you can read; a line for each that would be asked for.",
)
_DESCRIPTOR = click.option(
    "--passphrase-fd",
    type=click.IntRange(0),
    default=None,
    metavar="N",
    help="Read it from this open descriptor, likewise.",
)


def passphrase_options(command: Command) -> Command:
    """Give a command the options for passphrases that nobody types."""
    return _FILE(_DESCRIPTOR(command))


class Passphrases:
    """Where a command has its passphrases from: a terminal, or lines that are read once."""

    def __init__(self, file: str, descriptor: int | None) -> None:
        """Read what is to be read; at a terminal nothing is asked yet.

        Raises:
            BadInput: both are given, or the file cannot be read, or others can.
        """
        if file and descriptor is not None:
            raise click.UsageError("give --passphrase-file or --passphrase-fd, and not both")
        self._lines: Iterator[str] | None = None
        self._name = file or f"descriptor {descriptor}"
        if file:
            self._lines = iter(_read_file(file))
        elif descriptor is not None:
            self._lines = iter(_read_descriptor(descriptor))

    @property
    def is_typed(self) -> bool:
        """Whether somebody is asked."""
        return self._lines is None

    def ask(self, what: str) -> str:
        """Return the next passphrase.

        Args:
            what: what is asked for, such as `The passphrase of office.vault`.

        Raises:
            BadInput: there is no terminal, or no further line.
        """
        if self._lines is None:
            return typed_unseen(f"{what}, which is not shown:\n> ")
        line = next(self._lines, None)
        if line is None:
            message = "a passphrase is missing: it has a line for each that would be asked for"
            raise BadInput(Fault(self._name, message, "add the line"))
        return line

    def ask_new(self, what: str = "A new passphrase") -> str:
        """Return a new passphrase, which is typed twice; weak ones and slips are asked for again.

        Raises:
            BadInput: what is read is weak, or more lines follow and differ from it; or there is no
                terminal.
        """
        from groundrules.keys.passphrases import refuse_weak  # noqa: PLC0415 - start-up time

        while True:
            found = self.ask(f"{what}, four words or more")
            try:
                refuse_weak(found, "passphrase")
            except BadInput as error:
                if not self.is_typed:
                    raise
                _complain(error)
                continue
            if self._lines is not None:
                self._refuse_others(self._lines, found)
                return found
            if self.ask("The same again") == found:
                return found
            _complain(BadInput(Fault("passphrase", "the two are not the same", "try again")))

    def _refuse_others(self, lines: Iterator[str], found: str) -> None:
        """Refuse lines after a new passphrase that are not the same again.

        Whoever left the old one or a slip in the file would be locked out by what was taken.
        """
        if any(line not in ("", found) for line in lines):
            message = "after the new passphrase comes another line, which is not the same again"
            remedy = "leave in it the lines that are asked for; the new one may stand there twice"
            raise BadInput(Fault(self._name, message, remedy))

    def asking(self) -> Asking:
        """Return how a vault is unlocked: with three tries at a terminal, else with one."""
        from groundrules.desk.vaults.unlocking import Asking  # noqa: PLC0415 - start-up time

        return Asking(self.ask, _complain, TRIES if self.is_typed else 1)


class Given(NamedTuple):
    """The options for passphrases, as click has read them."""

    file: str
    descriptor: int | None

    def passphrases(self) -> Passphrases:
        """Return where the passphrases come from."""
        return Passphrases(self.file, self.descriptor)


def typed_unseen(prompt: str) -> str:
    """Return a line that is typed at the terminal and not shown.

    Raises:
        BadInput: there is no terminal.
    """
    import getpass  # noqa: PLC0415 - start-up time

    try:
        # What getpass does without one is to read it from anywhere, and to show it.
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
        return getpass.getpass(prompt)
    except EOFError:
        raise click.Abort from None
    except (OSError, UnicodeDecodeError):
        message = "there is no terminal to type a passphrase at"
        remedy = "give --passphrase-file FILE, or --passphrase-fd N"
        raise BadInput(Fault("passphrase", message, remedy)) from None


def _read_file(path: str) -> list[str]:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise BadInput(
            Fault(path, f"it cannot be read ({error.strerror})", "name another")
        ) from None
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            message, remedy = "it is no file", "use --passphrase-fd for a pipe"
            raise BadInput(Fault(path, message, remedy))
        if found.st_uid != os.geteuid() or stat.S_IMODE(found.st_mode) & _OTHERS:
            message = "others can read the passphrase in it, or it is theirs"
            raise BadInput(Fault(path, message, "make it yours alone: chmod 600"))
        return _lines_of(os.read(descriptor, _MOST_BYTES), path)
    finally:
        os.close(descriptor)


def _read_descriptor(descriptor: int) -> list[str]:
    content = b""
    try:
        while len(content) < _MOST_BYTES and (more := os.read(descriptor, _MOST_BYTES)):
            content += more
    except OSError as error:
        where = f"descriptor {descriptor}"
        remedy = "open it for the command, as in 3<file"
        message = f"it cannot be read ({error.strerror})"
        raise BadInput(Fault(where, message, remedy)) from None
    return _lines_of(content, f"descriptor {descriptor}")


def _lines_of(content: bytes, where: str) -> list[str]:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise BadInput(Fault(where, "it is no text in UTF-8", "save it as UTF-8")) from None
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]


def _complain(error: BadInput) -> None:
    from groundrules.faces.cli.running import complain  # noqa: PLC0415 - it imports this package

    complain(*map(str, error.faults))
