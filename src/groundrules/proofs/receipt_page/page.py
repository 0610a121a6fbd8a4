"""The page that verifies receipts, as one file that asks nothing of anybody."""

from __future__ import annotations

from hashlib import sha256
from importlib import resources

from groundrules.proofs.spelling import base64_of

_SCRIPTS = ("verifier.js", "page.js")


def page() -> str:
    """Return the page.

    Its policy (Content Security Policy, level 2) lets only the script and the style that stand in
    it run, by their SHA-256, and refuses every request to anywhere.
    """
    script = "\n".join(map(_text, _SCRIPTS))
    style = _text("page.css")
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(script)}'",
            f"style-src '{_hash(style)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    filled = {"policy": policy, "style": style, "script": script}
    text = _text("page.html")
    for name, content in filled.items():
        text = text.replace(f"{{{{{name}}}}}", content)
    return text


def _hash(content: str) -> str:
    return f"sha256-{base64_of(sha256(content.encode()).digest())}"


def _text(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")
