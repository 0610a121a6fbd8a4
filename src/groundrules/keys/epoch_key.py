"""An epoch key: the secret of the outer layer of every wrap, for as long as its epoch lasts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from groundrules.keys.envelope import Unopenable
from groundrules.keys.secret import Hidden

if TYPE_CHECKING:
    from groundrules.keys.secret import Secret


@dataclass(frozen=True, slots=True, repr=False)
class EpochKey(Hidden):
    """One epoch's key.

    Attributes:
        number: the epoch, counted from 1.
        secret: its key.
    """

    number: int
    secret: Secret


@dataclass(frozen=True, slots=True, repr=False)
class EpochKeys(Hidden):
    """What there is of epoch keys at one moment.

    Attributes:
        current: what new wraps are made with.
        previous: while the key is being changed, the one that it replaces; else None.
    """

    current: EpochKey
    previous: EpochKey | None = None

    def of(self, number: int) -> EpochKey:
        """Return the key of an epoch.

        Raises:
            Unopenable: it is gone, or has not begun.
        """
        for key in (self.current, self.previous):
            if key is not None and key.number == number:
                return key
        raise Unopenable("a wrap of another epoch")
