"""The variants: words that are written in more than one way and read as the same.

`don't` is `do not`, `25` is `twenty five`, `gonna` is `going to`. A change from one to the other
is no change of wording, so both sides are compared in one form.
"""

from __future__ import annotations

_NOT = "do does did is are was were have has had would could should must need"
_SUFFIXES = {
    "'m": ("am", "i"),
    "'re": ("are", "you we they there what who"),
    "'ve": ("have", "i you we they would could should might must who"),
    "'ll": ("will", "i you he she it we they that there who what this"),
    "'d": ("would", "i you he she it we they that there who"),
    "'s": ("is", "he she it that there here what who where how when this everything"),
}
_SPOKEN = {
    "can't": "can not",
    "cannot": "can not",
    "won't": "will not",
    "shan't": "shall not",
    "ain't": "is not",
    "let's": "let us",
    "y'all": "you all",
    "gonna": "going to",
    "gotta": "got to",
    "wanna": "want to",
    "kinda": "kind of",
    "sorta": "sort of",
    "dunno": "do not know",
    "cuz": "because",
    "em": "them",
    "alright": "all right",
    "okay": "ok",
    "percent": "per cent",
}
_NUMBERS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
"""
_TIMES_TEN = "twenty thirty forty fifty sixty seventy eighty ninety"
_IN_ORDER = "first second third fourth fifth sixth seventh eighth ninth tenth"

_UNITS, _TENS, _ORDINALS = _NUMBERS.split(), _TIMES_TEN.split(), _IN_ORDER.split()


def _below_hundred(number: int) -> str:
    if number < len(_UNITS):
        return _UNITS[number]
    tens, units = divmod(number, 10)
    return f"{_TENS[tens - 2]} {_UNITS[units]}" if units else _TENS[tens - 2]


def _variants() -> dict[str, tuple[str, ...]]:
    found = {f"{verb}n't": f"{verb} not" for verb in _NOT.split()}
    for suffix, (verb, stems) in _SUFFIXES.items():
        found.update({stem + suffix: f"{stem} {verb}" for stem in stems.split()})
    found.update(_SPOKEN)
    for number in range(100):
        found[str(number)] = _below_hundred(number)
    for number in range(1, 10):
        found[f"{number}00"] = f"{_UNITS[number]} hundred"
    for number in range(1, 100):
        found[f"{number}000"] = f"{_below_hundred(number)} thousand"
    endings = ("st", "nd", "rd", *["th"] * 7)
    for number, (word, ending) in enumerate(zip(_ORDINALS, endings, strict=True), 1):
        found[f"{number}{ending}"] = word
    return {word: tuple(same.split()) for word, same in found.items()}


VARIANTS: dict[str, tuple[str, ...]] = _variants()
"""The words that each variant stands for."""
