"""The open segments of a manifest, each held to what the manifest says of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.matching.index.damage import Damaged
from groundrules.matching.index.manifest import read_manifest
from groundrules.matching.index.merge import Part
from groundrules.matching.index.segment import Segment

if TYPE_CHECKING:
    from groundrules.matching.index.manifest import Listed, Manifest


def open_newest(folder: Path, key_check: bytes) -> tuple[Manifest, list[Part]]:
    """Return the manifest of an index, and its segments.

    A writer may take segments away between the two; then there is a newer manifest, which is read.

    Raises:
        Damaged: the manifest or a segment is missing, cut off or changed.
        WrongKey: the index was written with another key.
        BadInput: a file cannot be read.
    """
    manifest = read_manifest(folder, key_check)
    while True:
        try:
            return manifest, _opened(folder, manifest, key_check)
        except FileNotFoundError as error:
            newer = read_manifest(folder, key_check)
            if newer == manifest:
                path = Path(error.filename)
                raise Damaged(path, "a segment of the index is missing") from None
            manifest = newer


def close_all(parts: list[Part]) -> None:
    """Let go of segments."""
    for part in parts:
        part.segment.close()


def _opened(folder: Path, manifest: Manifest, key_check: bytes) -> list[Part]:
    parts: list[Part] = []
    try:
        parts.extend(_open_one(folder, listed, key_check) for listed in manifest.segments)
    except BaseException:
        close_all(parts)
        raise
    return parts


def _open_one(folder: Path, listed: Listed, key_check: bytes) -> Part:
    segment = Segment(folder / listed.name, key_check)
    dead = listed.dead
    talks = range(segment.header.sizes.talks)
    if segment.bytes != listed.size or segment.digest != listed.digest:
        segment.close()
        raise Damaged(segment.path, "this is another segment than the manifest names")
    if any(place not in talks for place in dead) or list(dead) != sorted(set(dead)):
        segment.close()
        raise Damaged(segment.path, "the manifest names talks that this segment does not have")
    return Part(segment, dead)
