"""What whoever asks must have, before a route does anything."""

from __future__ import annotations

from enum import StrEnum


class Needs(StrEnum):
    """What a route needs. Every route declares one; there is none for those that say nothing."""

    NOBODY = "nobody"
    """Anybody who reaches the server: the way in, files of the program, and whether it is there."""

    SEAT = "seat"
    """A browser that came in by the start address, or a paired device; the vault may be locked."""

    READ = "read"
    """A seat, and the vault unlocked. What may be read in it is the vault's to say."""

    WRITE = "write"
    """The same, for what changes something."""

    HOOK = "hook"
    """A key for the check alone, as a content management system has one; or what `READ` needs."""
