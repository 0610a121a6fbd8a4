"""The manifest: the one file that says which segments make the index, and what in them is dead.

Whatever no manifest names is not in the index. A manifest is replaced as a whole, in one step, so
that an index is at every moment either what it was or what it was to become.
"""

from __future__ import annotations

import json
import re
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from groundrules.matching.index import files
from groundrules.matching.index.damage import Damaged, WrongKey, refused
from groundrules.matching.index.layout import key_check_of

if TYPE_CHECKING:
    from pathlib import Path

NAME = "manifest.json"
NEXT = "manifest.json.part"
"""The manifest that a writer is about to put in the place of the old one."""

VERSION = 1

_SEGMENT_NAME = re.compile(r"[0-9a-f]{16}\.segment")
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Listed(NamedTuple):
    """A segment as a manifest lists it.

    Attributes:
        name: the name of the file.
        size: its bytes.
        digest: the digest of its header.
        dead: the places of the talks in it that were removed or replaced, in order.
    """

    name: str
    size: int
    digest: bytes
    dead: tuple[int, ...]


class Manifest(NamedTuple):
    """Which segments an index is made of.

    Attributes:
        key_check: the sixteen bytes by which it knows its key again.
        segments: the segments, in the order in which their statements are numbered.
    """

    key_check: bytes
    segments: tuple[Listed, ...] = ()


def is_segment(name: str) -> bool:
    """Tell whether a file's name is one that only a segment of an index has."""
    return _SEGMENT_NAME.fullmatch(name) is not None


def written(manifest: Manifest) -> bytes:
    """Return a manifest as it stands in its file: JSON, with a digest of itself."""
    content = {
        "format": VERSION,
        "key_check": manifest.key_check.hex(),
        "segments": [
            {"name": one.name, "bytes": one.size, "digest": one.digest.hex(), "dead": one.dead}
            for one in manifest.segments
        ],
    }
    content["digest"] = _digest(content)
    return (json.dumps(content, indent=1) + "\n").encode("ascii")


def read_manifest(folder: Path, key_check: bytes) -> Manifest:
    """Return the manifest of an index.

    Args:
        folder: the folder of the index.
        key_check: what `key_check` in `keys` says of the key.

    Raises:
        Damaged: it is missing, cut off, changed, or in another version of the format.
        WrongKey: the index was written with another key.
        BadInput: it cannot be read.
    """
    path = folder / NAME
    manifest = _parsed(path, _content(path))
    if manifest.key_check != key_check_of(key_check):
        raise WrongKey(path)
    return manifest


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Put a manifest in the place of the one that is there, and return when it is on the disk.

    Raises:
        OSError: it cannot be written; then the old one is there still.
    """
    part = folder / NEXT
    files.remove(part)
    with files.make(part) as stream:
        files.put(stream, 0, written(manifest))
        files.flush(stream)
    files.replace(part, folder / NAME)
    files.flush_folder(folder)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise Damaged(path, "the manifest of the index is missing") from None
    except OSError as error:
        raise refused(path, error) from None


def _parsed(path: Path, raw: bytes) -> Manifest:
    try:
        content = json.loads(raw)
        digest = content.pop("digest")
        version = content["format"]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Damaged(path, "the manifest of the index is damaged") from None
    if digest != _digest(content):
        raise Damaged(path, "the manifest of the index is damaged")
    if version != VERSION:
        raise Damaged(path, f"this is in version {version} of the format, not in {VERSION}")
    try:
        return _manifest(content)
    except (ValueError, KeyError, TypeError):
        raise Damaged(path, "the manifest of the index does not say what it should") from None


def _manifest(content: dict[str, Any]) -> Manifest:
    segments = tuple(
        Listed(one["name"], one["bytes"], bytes.fromhex(one["digest"]), tuple(one["dead"]))
        for one in content["segments"]
    )
    for one in segments:
        if not is_segment(one.name) or not _DIGEST.fullmatch(one.digest.hex()):
            raise ValueError
    return Manifest(bytes.fromhex(content["key_check"]), segments)


def _digest(content: dict[str, Any]) -> str:
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=32).hexdigest()
