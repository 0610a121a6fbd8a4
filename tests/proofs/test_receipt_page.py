"""The page in a browser, from a file: it verifies, and asks nothing of anybody."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from hashlib import sha256

import pytest

from groundrules.proofs.receipt_page.page import page
from groundrules.proofs.spelling import base64_of
from sealed_receipts import made

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_USE = """
(async () => {
  document.getElementById("receipt").value = %s;
  document.getElementById("keys").value = %s;
  document.querySelector("button").click();
})();
"""
_CHOOSE = """
(async () => {
  const chosen = new DataTransfer();
  chosen.items.add(new File([%s], "receipt.txt"));
  document.getElementById("file").files = chosen.files;
  document.getElementById("file").dispatchEvent(new Event("change"));
  document.getElementById("keys").value = %s;
  await new Promise((done) => setTimeout(done, 200));
  document.querySelector("button").click();
})();
"""


def _used(one, text=None, script=_USE):
    """Return the page with somebody who uses it, whom its policy lets in."""
    keys = "\n".join((str(one.key.verifier), *map(str, one.witnesses)))
    return _with_script(page(), script % (json.dumps(text or one.text), json.dumps(keys)))


def _with_script(text, script):
    (before,) = re.findall(r"<script>(.*)</script>", text, re.DOTALL)
    changed = text.replace(before, before + script)
    return changed.replace(_hash(before), _hash(before + script))


def _hash(script):
    return f"sha256-{base64_of(sha256(script.encode()).digest())}"


def _shown(folder, text):
    """Return the document as a browser has it after a moment."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    assert browser, "the page is opened in Chromium or Chrome: one of them must be installed"
    path = folder / "page.html"
    path.write_text(text, "utf-8")
    flags = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/browser")
    done = subprocess.run(
        [browser, *flags, "--virtual-time-budget=5000", "--dump-dom", path.as_uri()],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert 0 == done.returncode, done.stderr
    return done.stdout


def _outcome(document):
    (found,) = re.findall(r'<h2 id="outcome">(.*?)</h2>', document, re.DOTALL)
    return html.unescape(found)


def test_it_verifies_a_receipt_from_a_file_under_its_own_policy(tmp_path):
    one = made(8, witnesses=2)
    document = _shown(tmp_path, _used(one))
    assert "This receipt holds." == _outcome(document)
    assert one.receipt.statement.outlet in document
    assert "witness2.example/w has seen the log" in document


def test_it_refuses_a_receipt_that_was_changed(tmp_path):
    one = made(8, witnesses=2)
    changed = one.text.replace("Agreed on: 2026", "Agreed on: 2025")
    document = _shown(tmp_path, _used(one, changed))
    assert "This receipt does not hold." == _outcome(document)
    assert "does not hold this agreement" in document


def test_it_takes_a_file_byte_by_byte(tmp_path):
    """A field for text would hide that the ends of its lines were changed."""
    one = made(9, witnesses=1)
    good = _shown(tmp_path, _used(one, script=_CHOOSE))
    assert "This receipt holds." == _outcome(good)
    changed = _shown(tmp_path, _used(one, one.text.replace("\n", "\r\n"), _CHOOSE))
    assert "This receipt does not hold." == _outcome(changed)


def test_control_a_script_that_its_policy_does_not_name_does_not_run(tmp_path):
    one = made(8, witnesses=2)
    text = _used(one)
    (script,) = re.findall(r"<script>(.*)</script>", text, re.DOTALL)
    assert not _outcome(_shown(tmp_path, text.replace(_hash(script), _hash("another"))))


def test_it_holds_no_address_and_its_policy_lets_nothing_in_or_out():
    text = page()
    assert [] == re.findall(r"https?:|//[a-z]|\bsrc=|\bhref=|url\(|@import|fetch\(|XMLHttp", text)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    names = (
        "default-src 'none'",
        "script-src 'sha256-",
        "style-src 'sha256-",
        "form-action 'none'",
    )
    assert all(name in policy for name in names)
    assert "unsafe" not in policy


@pytest.mark.parametrize("tag", ["script", "style"])
def test_its_policy_names_what_stands_in_it(tag):
    text = page()
    (content,) = re.findall(rf"<{tag}>(.*)</{tag}>", text, re.DOTALL)
    assert f"{tag}-src '{_hash(content)}'" in text
