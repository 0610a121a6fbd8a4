"""LibreOffice as the tests use it: files in one form become files in another.

It is no part of the program. Where it is missing, the tests that need it say so in one line.
"""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MISSING = (
    "LibreOffice is missing; on Debian: "
    "apt-get install --yes --no-install-recommends libreoffice-writer-nogui"
)
SECONDS = 300


def converted(files: Mapping[str, bytes], folder: Path, form: str, ending: str) -> dict[str, bytes]:
    """Return the files, by the same names, in another form.

    Args:
        files: name to content; a name is what stands before the ending.
        folder: an empty one, for them and for LibreOffice's own settings.
        form: as `--convert-to` has it: `docx`, `fodt`, `txt:Text (encoded):UTF8`.
        ending: what the given files are.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.fail(MISSING)
    given, made = folder / "given", folder / "made"
    given.mkdir(parents=True)
    for name, content in files.items():
        (given / f"{name}.{ending}").write_bytes(content)
    command = [
        program,
        "--headless",
        f"-env:UserInstallation={(folder / 'settings').as_uri()}",
        "--convert-to",
        form,
        "--outdir",
        str(made),
        *map(str, sorted(given.iterdir())),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return {path.stem: path.read_bytes() for path in made.iterdir()}
