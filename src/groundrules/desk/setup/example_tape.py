"""A tape for the invented newsroom: a hum for each turn, so that one hears who speaks and when."""

from __future__ import annotations

import io
import math
import wave
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.record.transcript import Turn

MIME = "audio/wav"

_RATE = 8000
_LONGEST = 8.0
"""Seconds of the last turn at most: nobody knows when it ends."""

_PITCHES = (110.0, 165.0, 131.0, 196.0)
_SYLLABLES = 3.2
"""Syllables in a second."""

_MIDDLE, _LOUD = 128, 60
_SILENCE = 0.25
"""Seconds without a hum before the next turn."""


class _Hum(NamedTuple):
    start: float
    end: float
    pitch: float


def tape_of(turns: Sequence[Turn]) -> bytes:
    """Return a recording of a talk, in which nobody can be understood, as a WAV file.

    Args:
        turns: with their times, in order.

    Returns:
        One channel of 8 bits, 8,000 times a second (RIFF WAVE, PCM).
    """
    hums = list(_hums(turns))
    content = io.BytesIO()
    with wave.open(content, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(1)
        made.setframerate(_RATE)
        made.writeframes(b"".join(map(_sound, hums)))
    return content.getvalue()


def _hums(turns: Sequence[Turn]) -> Iterator[_Hum]:
    starts = [(turn.start or 0) / 1000 for turn in turns]
    pitches = dict(zip(dict.fromkeys(turn.speaker for turn in turns), _PITCHES, strict=False))
    ends = [*starts[1:], starts[-1] + _LONGEST] if starts else []
    for turn, start, end in zip(turns, starts, ends, strict=True):
        yield _Hum(start, end, pitches.get(turn.speaker, _PITCHES[0]))


def _sound(hum: _Hum) -> bytes:
    length = round(hum.end * _RATE) - round(hum.start * _RATE)
    spoken = max(0, length - round(_SILENCE * _RATE))
    # A period is computed once: a minute of samples one by one would take a second.
    period = max(1, round(_RATE / hum.pitch))
    wave_form = [math.sin(2 * math.pi * at / period) for at in range(period)]
    made = bytearray()
    while len(made) < spoken:
        swell = abs(math.sin(math.pi * _SYLLABLES * len(made) / _RATE))
        made += bytes(_MIDDLE + round(_LOUD * swell * one) for one in wave_form)
    return bytes(made[:spoken]) + bytes([_MIDDLE]) * (length - spoken)
