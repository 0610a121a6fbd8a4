"""How long an editor waits, from a change to the findings in it, over the pipes of the server.

The draft has 1,500 words: a story of the example newsroom, and invented news around it. One letter
is typed somewhere in it each time; the clock stops when the diagnostics have been read.

    python benchmarks/lsp.py [CHANGES]
"""

from __future__ import annotations

import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import count
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
WORDS = 1500
PAUSE = 0.25
MUST, AIM = 100.0, 30.0

_WHO = (
    "The harbor commission",
    "Councilman Peter Aldane",
    "A spokeswoman for the ferry line",
    "Judge Ines Valdric",
    "The state auditor",
    "A lawyer for the tenants",
    "Neighbors on Quay Street",
    "Engineers hired by the county",
)
_DID = (
    "approved a second study of the seawall",
    "put off the vote on parking fees until spring",
    "asked for the invoices of the last three years",
    "closed the footbridge after an inspection",
    "promised to publish the lease by the end of the week",
    "turned down an offer for the old cannery",
    "counted fewer than ninety boats in the north basin",
    "wants the night ferry back before the summer",
)
_WHEN = (
    "on Monday",
    "after a hearing of four hours",
    "without a debate",
    "in a letter to residents",
    "for the second time this year",
    "by a vote of five to three",
)
_QUOTED = (
    "“We will look at every figure again,” Aldane said.",
    "“Nobody was asked before the bridge was closed,” said Mara Lindt, who runs a bakery there.",
    "The ferry line declined to comment on the schedule.",
    "According to the auditor, the work cost twice what was planned.",
    "A city official said the money had been there all along.",
    "“It is a matter of weeks,” the lawyer said, “not of months.”",
)


def story() -> str:
    """Return a draft of about 1,500 words."""
    chance = random.Random(5)
    paragraphs = [(ROOT / "examples/drafts/pier-9.md").read_text(encoding="utf-8").rstrip()]
    written = len(paragraphs[0].split())
    while written < WORDS:
        sentences = [
            f"{chance.choice(_WHO)} {chance.choice(_DID)} {chance.choice(_WHEN)}."
            for _ in range(chance.randint(2, 4))
        ]
        if chance.random() < 1 / 2:
            sentences.append(chance.choice(_QUOTED))
        paragraphs.append(" ".join(sentences))
        written += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs) + "\n"


class Editor:
    """What speaks with the server."""

    def __init__(self, folder: Path) -> None:
        """Start the server and shake hands."""
        self._pipes = subprocess.Popen(
            [sys.executable, "-m", "groundrules", "lsp"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        folders = [{"uri": folder.as_uri(), "name": "newsroom"}]
        self.send("initialize", 1, processId=None, capabilities={}, workspaceFolders=folders)
        while self.hear().get("id") != 1:
            pass
        self.send("initialized")

    def send(self, method: str, number: int | None = None, **params: object) -> None:
        """Send a request, or without a number a notification."""
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        body = json.dumps(message if number is None else {**message, "id": number}).encode()
        self._pipes.stdin.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        self._pipes.stdin.flush()

    def hear(self) -> dict[str, Any]:
        """Return the next message."""
        stream = self._pipes.stdout
        length = int(stream.readline().partition(b":")[2])
        while stream.readline().strip():
            pass
        heard: dict[str, Any] = json.loads(stream.read(length))
        return heard

    def findings(self, version: int) -> int:
        """Wait for the diagnostics of a version; return how many they are."""
        while True:
            params = self.hear().get("params", {})
            if params.get("version") == version:
                return len(params["diagnostics"])

    def end(self) -> None:
        """Say goodbye."""
        self.send("shutdown", 2)
        while self.hear().get("id") != 2:  # noqa: PLR2004 - the number of the request before
            pass
        self.send("exit")
        self._pipes.wait()


def measure(changes: int) -> tuple[list[float], int]:
    """Return the milliseconds of each change, and how many findings there were at the end."""
    chance = random.Random(9)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "newsroom").resolve()
        shutil.copytree(ROOT / "examples", folder)
        editor = Editor(folder)
        text, uri = story(), (folder / "drafts" / "long.md").as_uri()
        document = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
        editor.send("textDocument/didOpen", textDocument=document)
        found = editor.findings(1)
        taken = []
        for version in (number for number, _ in zip(count(2), range(changes), strict=False)):
            at = text.index(" ", chance.randrange(len(text) * 9 // 10))
            text = f"{text[:at]}{chance.choice('aeiou')}{text[at:]}"
            time.sleep(PAUSE)
            start = time.perf_counter()
            changed = {"uri": uri, "version": version}
            editor.send(
                "textDocument/didChange", textDocument=changed, contentChanges=[{"text": text}]
            )
            found = editor.findings(version)
            taken.append((time.perf_counter() - start) * 1000)
        editor.end()
        return taken, found


def main() -> None:
    """Print the figures beside what they must be."""
    taken, found = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
    median, ninety = statistics.median(taken), statistics.quantiles(taken, n=10)[-1]
    verdict = "aim met" if median <= AIM else "must met" if median <= MUST else "MISSED"
    words = len(story().split())
    print(f"change to findings, {words:,} words, {found} findings, {len(taken)} changes")
    print(f"  median {median:.0f} ms, 9 of 10 within {ninety:.0f} ms, least {min(taken):.0f} ms")
    print(f"  must {MUST:g} ms, aim {AIM:g} ms: {verdict}")


if __name__ == "__main__":
    main()
