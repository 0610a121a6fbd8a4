"""Pages for the elements alone, served with the real policy and scripts, to a real browser.

What the application answers is tested with the application. Here a page holds nothing but the parts
that an element needs, and what it posts is kept to be looked at.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from groundrules.faces import web
from groundrules.faces.web.headers import headers_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

STATIC = Path(web.__file__).parent / "static"
HTML = "text/html; charset=utf-8"
KINDS = {".js": "text/javascript", ".css": "text/css"}
NO_MORE: Mapping[str, str] = MappingProxyType({})
Answer = Callable[[dict[str, Any]], tuple[int, object]]


@dataclass
class Site:
    """A server of pages: what each address answers, and what was posted to it."""

    pages: dict[str, str] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    sent_on: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, Any], dict[str, str]]] = field(default_factory=list)
    address: str = ""

    def posted(self, path: str) -> list[dict[str, Any]]:
        """Return the bodies that were posted to a path."""
        return [body for to, body, _ in self.asked if to == path]


def document(body: str, *, scripts: tuple[str, ...] = ("app",), attributes: str = "") -> str:
    """Return a page with the scripts as the layout has them."""
    tags = "".join(f'<script src="/static/{name}.js" defer></script>' for name in scripts)
    return (
        f'<!doctype html><html lang="en"{attributes}><head><meta charset="utf-8">'
        '<title>Page</title><link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="/static/app.css">{tags}</head><body>{body}</body></html>'
    )


class Server(ThreadingHTTPServer):
    """Serves a site on a free port of this machine."""

    def __init__(self) -> None:
        """Begin with a site that has no page."""
        super().__init__(("127.0.0.1", 0), Handler)
        self.site = Site(address=f"http://127.0.0.1:{self.server_port}")


class Handler(BaseHTTPRequestHandler):
    """Answers as the site says, with the headers that every answer has."""

    @property
    def site(self) -> Site:
        """Return the site."""
        assert isinstance(self.server, Server)
        return self.server.site

    def do_GET(self) -> None:
        """Answer with a script, an answer or a page."""
        path = self.path.split("?")[0]
        if path.startswith("/static/"):
            file = STATIC / Path(path).name
            self.reply(200, KINDS.get(file.suffix, "text/plain"), file.read_bytes())
        elif path in self.site.pages:
            self.reply(200, HTML, self.site.pages[path].encode())
        else:
            self.answer(path, {})

    def do_POST(self) -> None:
        """Keep what was posted, and answer."""
        content = self.rfile.read(int(self.headers.get("content-length") or 0))
        is_json = self.headers.get("content-type") == "application/json"
        self.answer(self.path, json.loads(content) if is_json else {"form": content.decode()})

    def answer(self, path: str, body: dict[str, Any]) -> None:
        """Answer with what the site makes of a body, or send on to another page."""
        told = {name.lower(): value for name, value in self.headers.items()}
        self.site.asked.append((path, body, told))
        if path in self.site.sent_on:
            self.reply(303, "text/plain", b"", {"Location": self.site.sent_on[path]})
        elif path in self.site.answers:
            status, answer = self.site.answers[path](body)
            is_page = isinstance(answer, str)
            content = answer if is_page else json.dumps(answer)
            self.reply(status, HTML if is_page else "application/json", str(content).encode())
        else:
            self.reply(404, "application/json", b"{}")

    def reply(
        self, status: int, kind: str, content: bytes, more: Mapping[str, str] = NO_MORE
    ) -> None:
        """Send an answer."""
        self.send_response(status)
        for name, value in {**headers_of(is_ours=False), **more}.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served() -> Iterator[Site]:
    """Serve a site for as long as it is needed."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server.site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start the machine's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        try:
            yield browser
        finally:
            browser.close()


class Watched:
    """A page on which nothing may go wrong: no error, no breach of the policy."""

    def __init__(self, browser: Browser, site: Site, width: int = 1280) -> None:
        """Open a page in a context of its own."""
        self.context = browser.new_context(viewport={"width": width, "height": 800})
        self.wrong: list[str] = []
        self.site = site
        self.page = self.another()

    def another(self) -> Page:
        """Open one more tab of the same browser."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on(
            "console",
            lambda said: self.wrong.append(said.text) if "Content Security" in said.text else None,
        )
        page.add_init_script(
            "addEventListener('securitypolicyviolation', e => console.error("
            "'Content Security Policy broken: ' + e.violatedDirective + ' ' + e.sourceFile))"
        )
        return page

    def open(self, path: str = "/") -> Page:
        """Go to a page of the site."""
        self.page.goto(self.site.address + path)
        return self.page


@contextmanager
def watched(browser: Browser, site: Site, width: int = 1280) -> Iterator[Watched]:
    """Open a page, and hold at the end that nothing went wrong on it."""
    watch = Watched(browser, site, width)
    yield watch
    watch.context.close()
    assert watch.wrong == []
