"""The speakers of a transcript: from the labels that it gives them to the parties of a record.

One label is one party. Two spellings of one name stay two parties, and several people behind one
label (`Q`, `SENIOR ADMINISTRATION OFFICIAL`) stay one: a transcript does not say which is which,
and nothing is merged or told apart unseen. A role is given only where the label says it; everybody
else is `other`, which the check protects like a source. A label that only tells voices apart
(`Speaker 2`, `spk_0`) gives a party without a name.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.readers.transcript.labels import MODERATORS, REPORTERS, TITLES, is_number, words_of
from groundrules.readers.transcript.origin import one_line
from groundrules.readers.transcript.voices import is_voice, voice_id
from groundrules.record.transcript import Party, Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundrules.record.transcript import Conversation

_LETTERS = re.compile(r"[^\W\d_]+")

MOST_SPEAKERS = 1000
"""The most parties of one transcript; a file with more labels is something else."""

_BY = re.compile(r"\bby\b(.*?)(?:\b(?:on|about|regarding|previewing|to|at)\b|$)", re.IGNORECASE)

_WORD = re.compile(r"[\w'’-]+")

_LONGEST_ID = 16

_OFFICIALS = frozenset({"official", "officials"})

_SPOKESPEOPLE = frozenset({"spokesperson", "spokesman", "spokeswoman"})

_OFFICES = _OFFICIALS | _SPOKESPEOPLE

_PARTS = frozenset({Role.REPORTER, Role.MODERATOR})

_COMMON_WORDS = frozenset({"senior", "administration", "military", "the"})

_FEW_WORDS = 2
"""The initials of so many words would say too little."""

_ACRONYM = 4
"""A word of an office in at most so many capitals is kept as it is: `FBI official`."""


class Cast:
    """The parties of one transcript, in the order in which they first speak."""

    def __init__(self, path: str, title: str = "") -> None:
        """Begin with nobody.

        Args:
            path: the file, for the fault.
            title: the transcript's own title. Whoever has a title of courtesy or office, and by
                whom it says that the talk was given, speaks for the host: "Call by … John Kirby".
        """
        by = _BY.search(title)
        self._path = path
        self._hosts = frozenset(_WORD.findall(by[1].casefold()) if by else ())
        self._parties: dict[str, Party] = {}
        self._ids: dict[str, int] = {}

    @property
    def parties(self) -> tuple[Party, ...]:
        """Return the parties so far."""
        return tuple(self._parties.values())

    def speaker(self, label: str) -> str:
        """Return the id of the party of this label, a new one at its first appearance.

        The empty label is nobody's: its id is empty too.

        Raises:
            BadInput: there are more than `MOST_SPEAKERS`.
        """
        label = one_line(label)
        if not label:
            return ""
        if label not in self._parties:
            if len(self._parties) == MOST_SPEAKERS:
                message = f"more than {MOST_SPEAKERS:,} different labels look like speakers"
                raise BadInput(Fault(self._path, message, "this is no transcript, or split it"))
            self._parties[label] = _party(label, self._unique(_short(label)), self._hosts)
        return self._parties[label].id

    def _unique(self, short: str) -> str:
        """Return the short name, with a number behind it where it is taken: `YOUNG2`, `SAO2-2`."""
        wanted = short
        hyphen = "-" if short[-1].isdigit() else ""
        while wanted in self._ids:
            self._ids[short] += 1
            wanted = f"{short}{hyphen}{self._ids[short]}"
        self._ids[wanted] = 1
        return wanted


def with_roles(conversation: Conversation, roles: Mapping[str, Role]) -> Conversation:
    """Return the conversation with the roles of the parties that go by these labels changed."""
    parties = tuple(party._replace(role=_given(party, roles)) for party in conversation.parties)
    return conversation._replace(parties=parties)


def _given(party: Party, roles: Mapping[str, Role]) -> Role:
    return next((role for label, role in roles.items() if goes_by(party, label)), party.role)


def goes_by(party: Party, label: str) -> bool:
    """Tell whether a label is this party's: its id, or the transcript's words for it."""
    known = (party.id, party.name, party.description, *party.aliases)
    if _plain(label) in {_plain(word) for word in known if word}:
        return True
    nameless = not (party.name or party.description or party.aliases)
    label = one_line(label)
    return nameless and is_voice(label) and _plain(voice_id(label)) == _plain(party.id)


def _plain(label: str) -> str:
    return " ".join(label.split()).casefold()


def _party(label: str, party_id: str, hosts: frozenset[str]) -> Party:
    words = words_of(label)
    core = _core(words)
    role = _role(label, words, hosts)
    if role in _PARTS and _plain(label) == _plain(party_id):
        return Party(party_id, role)
    if role is Role.OTHER and is_voice(label):
        told_by_id = _plain(voice_id(label)) == _plain(party_id)
        return Party(party_id, role, aliases=() if told_by_id else (label,))
    if role in _PARTS or _kind(words) in _OFFICES or not core:
        smooth = " ".join(map(_smooth_office, words))
        aliases = () if _plain(smooth) == _plain(label) else (label,)
        return Party(party_id, role, aliases=aliases, description=smooth)
    name = " ".join(map(_smooth_name, core))
    return Party(party_id, role, name=name, aliases=() if name == label else (label,))


def _role(label: str, words: list[str], hosts: frozenset[str]) -> Role:
    if _plain(label) in REPORTERS:
        return Role.REPORTER
    if _plain(label) in MODERATORS:
        return Role.MODERATOR
    if _kind(words) in _OFFICES:
        return Role.SOURCE if _kind(words) in _OFFICIALS else Role.SPOKESPERSON
    core = [word.casefold() for word in _core(words)]
    named = bool(core) and len(core) < len(words) and hosts.issuperset(core)
    return Role.SPOKESPERSON if named else Role.OTHER


def _kind(words: list[str]) -> str:
    """Return the last word that is no number: the `official` of `SENIOR OFFICIAL 2`."""
    return next((word.casefold() for word in reversed(words) if not is_number(word)), "")


def _core(words: list[str]) -> list[str]:
    """Return the words without the titles before the name."""
    first = 0
    while first < len(words) and words[first].strip(".,").casefold() in TITLES:
        first += 1
    return words[first:]


def _smooth_name(word: str) -> str:
    # `KIRBY` becomes `Kirby`, `O’BRIEN-LEE` `O’Brien-Lee`; `McDONOUGH` and `3PO` stay as they are.
    plain = word.isupper() and not any(map(str.isdigit, word))
    return _LETTERS.sub(lambda part: part[0].capitalize(), word) if plain else word


def _smooth_office(word: str) -> str:
    if word.casefold() in _COMMON_WORDS | _OFFICES | MODERATORS:
        return word.casefold()
    return word.capitalize() if word.isupper() and len(word) > _ACRONYM else word


def _short(label: str) -> str:
    words = words_of(label)
    core = _core(words) or words
    if _plain(label) == "moderator":
        return "MOD"
    if _plain(label) not in REPORTERS and is_voice(label):
        return voice_id(label)
    if _kind(words) in _OFFICES:
        return _letters(_initials(words) if len(words) > _FEW_WORDS else "-".join(words))
    joined = _letters("-".join(core))
    titled_or_numbered = len(core) < len(words) or is_number(core[-1])
    return joined if titled_or_numbered and len(joined) < _LONGEST_ID else _letters(core[-1])


def _initials(words: list[str]) -> str:
    return "".join(word.strip("#") if is_number(word) else word[0] for word in words)


def _letters(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word).upper()
    kept = "".join(char for char in plain if char.isascii() and (char.isalnum() or char == "-"))
    short = kept.strip("-")[:_LONGEST_ID].strip("-")
    return short if short[:1].isalpha() else f"P{short}"
