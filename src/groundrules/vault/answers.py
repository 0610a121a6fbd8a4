"""What operations on a vault answer: plain tuples, light enough for a client to know them.

Every field is a text, a number, a truth value or a tuple of those, so that an answer passes through
the socket of the process that holds the keys. What may hold words does not show them.
"""

from __future__ import annotations

from typing import NamedTuple


class Text(NamedTuple):
    """The text of a conversation, as far as one may read it.

    Attributes:
        name: the conversation's name.
        version: the version of the text, counted from 1 with gaps; an amendment names it.
        text: the record, with `(sealed)` for words, and code names for names.
        complete: whether the words are there.
    """

    name: str
    version: int
    text: str
    complete: bool

    def __repr__(self) -> str:
        """Show no word of it."""
        return f"Text(version={self.version}, complete={self.complete})"


class Whole(NamedTuple):
    """All that a vault has to read.

    Attributes:
        texts: of the conversations whose every word may be read, in the order of their names.
        closed: how many others there are, the shredded ones apart.
    """

    texts: tuple[Text, ...]
    closed: int


class Talk(NamedTuple):
    """A conversation in the vault.

    Attributes:
        name: its name; "" where one may not read the terms, or where it was shredded.
        stream: the hexadecimal name of its stream, by which a nameless one can be told.
        version: the version of its text, as `Text` has it; of its last entry where one may not
            read it.
        since: the day of its first entry, YYYY-MM-DD in UTC.
        last_day: the day of its last entry.
        may_read: `words`, `terms` or `nothing`.
        shredded: whether what it held was erased.
    """

    name: str
    version: int
    since: str
    last_day: str
    may_read: str
    shredded: bool
    stream: str = ""

    def __repr__(self) -> str:
        """Show its stream, which says nothing."""
        return f"Talk({self.stream})"


class Change(NamedTuple):
    """One entry of a conversation.

    Attributes:
        version: of the entry, counted from 1.
        day: YYYY-MM-DD in UTC.
        author: the name of the member who wrote it; "" where it is not known.
        act: what was done: `begun`, `amended`, `shared`, `taken back`, `new keys`, or "" where one
            may not read it.
        whom: the name of the member whom it concerns, for those acts that concern one.
        words: whether the words were changed.
    """

    version: int
    day: str
    author: str
    act: str
    whom: str
    words: bool


class Member(NamedTuple):
    """Somebody who has keys of the vault.

    Attributes:
        id: 32 hexadecimal digits.
        name: as on the member's card.
        roles: `reporter`, `editor`, `standards` and `legal`, as far as they apply.
        since: the day of joining, YYYY-MM-DD in UTC.
        left: the day of leaving; "" for those who are there.
        myself: whether it is whoever asks.
    """

    id: str
    name: str
    roles: tuple[str, ...]
    since: str
    left: str
    myself: bool


class Reader(NamedTuple):
    """Somebody who may read of a conversation.

    Attributes:
        member: the member's name.
        kinds: `terms` and `words`, as far as they apply.
    """

    member: str
    kinds: tuple[str, ...]


class Done(NamedTuple):
    """What was done, in words for whoever asked for it.

    Attributes:
        what: one sentence for each thing done, and for each thing that cannot be done.
        conversations: how many it concerned.
    """

    what: tuple[str, ...]
    conversations: int
