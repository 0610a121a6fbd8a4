"""The verifier of the page, run by node over many receipts in one process."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_RUNNER = """
const { verify } = require(process.argv[2]);
const readline = require("node:readline");
(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { content, keys, wanted } = JSON.parse(line);
    const found = await verify(new Uint8Array(Buffer.from(content, "base64")), keys, wanted);
    console.log(JSON.stringify(found));
  }
})();
"""


class Asked(NamedTuple):
    """One receipt, and whom to believe."""

    content: bytes
    keys: tuple[str, ...]
    wanted: int = 0


def source() -> str:
    """Return the verifier of the page."""
    return (
        resources.files("groundrules.proofs.receipt_page")
        .joinpath("verifier.js")
        .read_text("utf-8")
    )


def verdicts(folder: Path, asked: Sequence[Asked], script: str = "") -> list[dict[str, object]]:
    """Return what the verifier, or a changed one, says of each receipt."""
    (folder / "verifier.js").write_text(script or source(), "utf-8")
    (folder / "runner.js").write_text(_RUNNER, "utf-8")
    node = shutil.which("node")
    assert node, "the second verifier is run by node: it must be installed"
    done = subprocess.run(
        [node, folder / "runner.js", folder / "verifier.js"],
        input="".join(f"{json.dumps(_document(one))}\n" for one in asked),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert (0, len(asked)) == (done.returncode, done.stdout.count("\n")), done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def _document(one: Asked) -> dict[str, object]:
    content = base64.b64encode(one.content).decode()
    return {"content": content, "keys": one.keys, "wanted": one.wanted}
