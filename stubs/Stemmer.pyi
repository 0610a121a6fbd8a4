# PyStemmer has no types of its own.
from collections.abc import Sequence

class Stemmer:
    def __init__(self, algorithm: str, maxCacheSize: int = ...) -> None: ...  # noqa: N803 - its name
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - likewise
    def stemWords(self, words: Sequence[str]) -> list[str]: ...  # noqa: N802 - likewise
