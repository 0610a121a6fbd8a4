"""Liaisons: who in an organisation may talk, on what, how far; and talks by others."""

from msgspec import Struct

from groundrules.desk.talking.flag_liaisons import organisations
from groundrules.desk.talking.liaison_flags_in_vault import flagged_talks
from groundrules.faces.web.calls import Call
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import Routes
from groundrules.faces.web.shaping import shaped
from groundrules.talk.liaisons.liaison import Liaison

routes = Routes("liaisons")


class Post(Struct, frozen=True):
    """One post from which somebody may talk.

    Attributes:
        topics: what they may speak about; empty for everything.
        up_to: the level beyond which they may not go.
        trained: the day on which they were trained; "" where nobody has said so.
        until: the last day on which it holds; "" where it has no end.
    """

    id: str
    names: tuple[str, ...]
    topics: tuple[str, ...]
    up_to: str
    trained: str
    until: str


class OrganisationShown(Struct, frozen=True):
    """Those for whom somebody may talk, and who."""

    name: str
    also: tuple[str, ...]
    posts: tuple[Post, ...]


class Flag(Struct, frozen=True):
    """Something worth a second look: what, in a sentence without a name, and in which turns."""

    why: str
    message: str
    turns: tuple[int, ...]


class FlaggedTalk(Struct, frozen=True):
    """A conversation with something in it that is worth a second look."""

    talk: str
    name: str
    flags: tuple[Flag, ...]


class Liaisons(Struct, frozen=True):
    """Who may talk, and which talks were somebody else's. A flag prevents nothing."""

    organisations: tuple[OrganisationShown, ...]
    flagged: tuple[FlaggedTalk, ...]


@routes.page("/liaisons", template="liaisons/list.html", needs=Needs.READ)
def liaisons(call: Call) -> Liaisons:
    """Who in an organisation may talk, and the talks that are worth a second look."""
    known = tuple(
        OrganisationShown(one.names[0], one.names[1:], tuple(map(_post, one.liaisons)))
        for one in organisations(call.settings)
    )
    flagged = flagged_talks(call.vault, call.settings)
    return Liaisons(known, tuple(shaped(one, FlaggedTalk) for one in flagged))


def _post(one: Liaison) -> Post:
    trained = one.trained.isoformat() if one.trained else ""
    until = one.until.isoformat() if one.until else ""
    return Post(one.id, one.names, one.topics, one.up_to.value, trained, until)
