"""The inbox: what waits for whoever sits here, why, and where it is settled."""

import os

from msgspec import Struct

from groundrules.desk.conversations.folded_talks import FoldedTalks
from groundrules.desk.inbox.inbox import Inbox
from groundrules.desk.inbox.waiting import Urgency, Waiting
from groundrules.faces.web.calls import Call
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import Routes

routes = Routes("inbox")


class Item(Struct, frozen=True):
    """One thing that waits.

    Attributes:
        matter: what kind of thing: `proposals`, `embargo-ends`...
        urgency: `now`, `soon`, `open` or `quiet`.
        address: of the page on which it is settled.
        name: what people call what it is about; "" for the vault as a whole.
        count: how many of them; 0 where there is nothing to count.
        since: the day or instant from which it waits; "" where it is not known.
        until: the day or instant at which it ends, likewise.
        words: what belongs to it in the words of the record.
        terms: the level that is meant; "" where none is.
    """

    matter: str
    urgency: str
    address: str
    name: str
    count: int
    since: str
    until: str
    words: str
    terms: str


class InboxPage(Struct, frozen=True):
    """What waits, the most urgent first, and how many conversations there are."""

    items: tuple[Item, ...]
    talks: int


@routes.page("/", template="inbox/inbox.html", needs=Needs.READ)
def inbox(call: Call) -> InboxPage:
    """Everything that waits for whoever sits here, the most urgent first."""
    kept = call.seat.keep("inbox", lambda: Inbox(call.vault, folded_talks(call), os.environ))
    seen = kept.look(call.now())
    return InboxPage(tuple(map(_item, seen.waiting)), seen.talks)


def folded_talks(call: Call) -> FoldedTalks:
    """Return the vault's conversations as they are kept while it is unlocked."""
    return call.seat.keep("folded talks", lambda: FoldedTalks(call.vault, call.settings))


def _item(one: Waiting) -> Item:
    urgency = Urgency(one.urgency).name.lower()
    return Item(one.matter.value, urgency, *one[2:])
