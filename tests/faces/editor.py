"""An editor: a small client of the Language Server Protocol, over pipes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import deque
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

from groundrules.desk.checking.serve_editor import EditorDesk
from groundrules.faces.lsp.server import Server

PATIENCE = 30
"""The most seconds that the server may take for anything."""


class Editor:
    """What speaks with a server over two pipes, and what it has heard so far."""

    def __init__(self, folder: Path, to_server, from_server) -> None:
        self.folder = folder
        self.heard: Queue = Queue()
        self.notifications: deque = deque()
        self.requests: list = []
        self._to, self._from = to_server, from_server
        self._number = 0
        self._ears = Thread(target=self._listen, daemon=True)
        self._ears.start()

    def __enter__(self):
        return self

    def begin(self, capabilities=None, folders=None):
        """Shake hands; return what the server can do."""
        named = [self.folder] if folders is None else folders
        answer = self.ask(
            "initialize",
            processId=None,
            rootUri=None,
            capabilities=capabilities or {},
            workspaceFolders=[{"uri": uri(one), "name": one.name} for one in named],
        )
        self.tell("initialized")
        return answer["capabilities"]

    def open(self, path, text=None, language="markdown", version=1):
        """Open a file, with another text than it has where one is given."""
        words = Path(path).read_text(encoding="utf-8") if text is None else text
        name = path if isinstance(path, str) else uri(path)
        document = {"uri": name, "languageId": language, "version": version, "text": words}
        self.tell("textDocument/didOpen", textDocument=document)
        return name

    def change(self, name, text, version):
        document = {"uri": name, "version": version}
        self.tell("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])

    def found(self, name, version=None):
        """Wait for the diagnostics of a document, in one version where it is named."""

        def is_it(params):
            return params["uri"] == name and version in {None, params.get("version")}

        return self.next("textDocument/publishDiagnostics", is_it)["diagnostics"]

    def next(self, method, is_it=lambda _: True):
        """Wait for the next notification of a kind; the others are kept."""
        for one in list(self.notifications):
            if one["method"] == method and is_it(one["params"]):
                self.notifications.remove(one)
                return one["params"]
        while True:
            message = self._hear()
            if message.get("method") == method and "id" not in message and is_it(message["params"]):
                return message["params"]
            self._keep(message)

    def ask(self, method, /, **params):
        """Send a request and wait for the answer to it."""
        answer = self.answer_to(method, params)
        assert "error" not in answer, answer
        return answer["result"]

    def answer_to(self, method, params):
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._hear()
            if message.get("id") == self._number and "method" not in message:
                return message
            self._keep(message)

    def asked(self):
        """Wait for a request of the server, answer it, and return its method."""
        while not self.requests:
            self._keep(self._hear())
        return self.requests.pop(0)

    def tell(self, method, /, **params):
        self._send({"method": method, "params": params})

    def end(self):
        """Say goodbye as the protocol wants it; return the exit status."""
        answer = self.answer_to("shutdown", None)
        assert answer["result"] is None
        self._send({"method": "exit"})
        return self.wait()

    def _keep(self, message):
        if "id" in message:
            self.requests.append(message["method"])
            self._send({"id": message["id"], "result": None})
        else:
            self.notifications.append(message)

    def _hear(self):
        try:
            return self.heard.get(timeout=PATIENCE)
        except Empty:
            raise AssertionError(f"the server said nothing for {PATIENCE} s") from None

    def _send(self, message):
        self.send_raw(json.dumps({"jsonrpc": "2.0", **message}).encode())

    def send_raw(self, body):
        self._to.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        self._to.flush()

    def _listen(self):
        stream = self._from
        while header := stream.readline():
            length = int(header.partition(b":")[2])
            while stream.readline().strip():
                pass
            self.heard.put(json.loads(stream.read(length)))


class ProcessEditor(Editor):
    """The command in a process of its own."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        kept = {name: word for name, word in os.environ.items() if not name.startswith("GROUNDR")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "groundrules", "lsp", *arguments],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**kept, "PYTHONUTF8": "1"},
        )
        super().__init__(folder, self.process.stdin, self.process.stdout)

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        self._ears.join(PATIENCE)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            pipe.close()

    def wait(self):
        """Wait until it has ended; return the exit status."""
        return self.process.wait(PATIENCE)

    def hang_up(self):
        self.process.stdin.close()

    def errors(self):
        """Return what came on standard error, when the process has ended."""
        return self.process.stderr.read().decode()


class SeatedEditor(Editor):
    """The server in a thread of this process: the same pipes, and no time to start."""

    def __init__(self, folder: Path, *, reveal: bool = False, **flags: tuple[str, ...]) -> None:
        (theirs_in, to_server), (from_server, theirs_out) = os.pipe(), os.pipe()
        self._theirs = os.fdopen(theirs_in, "rb"), os.fdopen(theirs_out, "wb")
        self.server = Server(EditorDesk(flags, "", {}, reveal=reveal))
        self._seat = Thread(target=self._serve, daemon=True)
        self._seat.start()
        super().__init__(folder, os.fdopen(to_server, "wb"), os.fdopen(from_server, "rb"))

    def __exit__(self, failed, *_):
        self.hang_up()
        self.wait()
        self._ears.join(PATIENCE)
        self._from.close()
        if not failed:
            left = [self.heard.get() for _ in range(self.heard.qsize())]
            told = [one["params"]["message"] for one in (*left, *self.notifications) if _tells(one)]
            assert [] == [one for one in told if "internal error" in one]

    def wait(self):
        """Wait until it has ended; return the exit status that it would have."""
        self._seat.join(PATIENCE)
        assert not self._seat.is_alive()
        return self.server.status

    def hang_up(self):
        self._to.close()

    def _serve(self):
        coming, going = self._theirs
        with coming, going:
            self.server.start_io(coming, going)
            self.server.watchman.stop()


def _tells(message) -> bool:
    return message.get("method") == "window/showMessage"


def uri(path) -> str:
    return path.resolve().as_uri()


def place_of(text, words, nth=0):
    """Return the range of some words in a text without characters beyond UTF-16's first plane."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return {"start": position(text, at), "end": position(text, at + len(words))}


def position(text, at):
    before = text[:at].split("\n")
    return {"line": len(before) - 1, "character": len(before[-1])}
