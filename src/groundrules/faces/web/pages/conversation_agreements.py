"""The agreements of a conversation: exact words, rights, what is open, and receipts."""

from msgspec import Struct

from groundrules.desk.conversations.conversation_readers import receipts_of
from groundrules.desk.talking.agreements_view import AgreementSeen, agreements_seen
from groundrules.faces.web.calls import Call
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.pages.conversation_shown import opened
from groundrules.faces.web.routing import Routes

routes = Routes("conversation_agreements")


class ReceiptLine(Struct, frozen=True):
    """A receipt that was made out for this conversation."""

    id: str
    day: str
    handle: str
    witnesses: int
    dated: bool


class AgreementsPage(Struct, frozen=True):
    """What was agreed in a conversation, and the receipts for it."""

    talk: str
    policy: str
    agreements: tuple[AgreementSeen, ...]
    receipts: tuple[ReceiptLine, ...]


@routes.page(
    "/conversations/{talk}/agreements",
    template="conversations/agreements.html",
    needs=Needs.READ,
)
def agreements(call: Call, talk: str) -> AgreementsPage:
    """What was agreed: how, in which words, what may be done with them, and what is open."""
    found = opened(call, talk)
    receipts = receipts_of(call.vault, found.name)
    return AgreementsPage(
        talk,
        found.timeline.policy.title or found.timeline.policy.id,
        agreements_seen(found.timeline),
        tuple(
            ReceiptLine(one.id, one.day, one.handle, one.witnesses, one.dated) for one in receipts
        ),
    )
