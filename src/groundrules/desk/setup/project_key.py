"""Keys of a project: made once, and kept where only their owner reads them.

A build server starts from nothing each time, and has its secrets in the environment. There a key
comes from a variable.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.setup.project_folder import FOLDER, make_home
from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_BYTES = 32
_KEY = re.compile(rf"[0-9a-f]{{{2 * _BYTES}}}")


class ProjectKey(NamedTuple):
    """One kind of key.

    Attributes:
        file: the name of its file in the folder of the project.
        variable: the variable that holds it in place of the file.
        use: what it is for, behind the words `a key for`.
        unkept: what stands beside it that belongs to nobody else either, as `.gitignore` has it.
        renewed: what to do where the file holds no key.
    """

    file: str
    variable: str
    use: str
    unkept: tuple[str, ...] = ()
    renewed: str = "remove the file, and a new key is made"

    def given(self, environment: Mapping[str, str]) -> bytes | None:
        """Return the key of the environment; None where it has none.

        Raises:
            BadInput: what it has is no key.
        """
        text = environment.get(self.variable)
        remedy = "set it to what `openssl rand -hex 32` prints"
        return self._key(text, self.variable, remedy) if text else None

    def kept(self, path: Path) -> bytes | None:
        """Return the key that a file holds; None where there is no file.

        Raises:
            BadInput: what it holds is no key, or it cannot be read.
        """
        text = _read(path)
        return self._key(text, str(path), self.renewed) if text else None

    def of(self, folder: Path, environment: Mapping[str, str]) -> bytes:
        """Return the key of a project; where it has none yet, one is made and kept.

        Args:
            folder: the folder of the configuration file, or the working folder.
            environment: the process's variables.

        Raises:
            BadInput: the key that is there is none, or one cannot be kept.
        """
        path = folder / FOLDER / self.file
        return (
            self.given(environment)
            or self.kept(path)
            or self._key(self._made(path), str(path), self.renewed)
        )

    def guard(self, home: Path) -> None:
        """Make the folder of the project, and keep what belongs to nobody else out of repositories.

        Raises:
            OSError: it cannot be made.
            BadInput: `.gitignore` in it cannot be read or written.
        """
        make_home(home, f"/{self.file}", *self.unkept)

    def _key(self, text: str, where: str, remedy: str) -> bytes:
        found = text.strip().lower()
        if not _KEY.fullmatch(found):
            message = f"it is no key for {self.use}, which has {2 * _BYTES} hexadecimal digits"
            raise BadInput(Fault(where, message, remedy))
        return bytes.fromhex(found)

    def _made(self, path: Path) -> str:
        """Make a key and keep it, unless another run has kept one meanwhile: then that is it."""
        import secrets  # noqa: PLC0415 - only where a key is made

        from groundrules.readers.writing import write_text  # noqa: PLC0415 - start-up time

        text = f"{secrets.token_hex(_BYTES)}\n"
        try:
            self.guard(path.parent)
            write_text(path, text)
        except (OSError, BadInput):
            text = _read(path)
            if not text:
                message = f"a key for {self.use} cannot be kept here"
                remedy = f"make the folder writable, or give the key in {self.variable}"
                raise BadInput(Fault(str(path), message, remedy)) from None
        return text


def _read(path: Path) -> str:
    from groundrules.readers.text_file import read_text  # noqa: PLC0415 - start-up time

    return read_text(path) if path.exists() else ""
