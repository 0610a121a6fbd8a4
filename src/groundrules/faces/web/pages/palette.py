"""The palette: every place and every act that has a name, for going there by a few letters."""

from msgspec import Struct

from groundrules.desk.inbox.places_to_go import goals
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import Routes

routes = Routes("palette")


class Goal(Struct, frozen=True):
    """Somewhere to go: what it is called, its address, and what kind of place it is."""

    title: str
    address: str
    hint: str


class Goals(Struct, frozen=True):
    """Every place to which one can go by name."""

    items: tuple[Goal, ...]


@routes.data("/palette", needs=Needs.READ)
def palette(call: Call) -> Goals:
    """Every place to which one can go by name, and what can be begun."""
    hints = _hints()
    named = (
        Goal(one.title, one.address, hints[one.kind]) for one in goals(call.vault, call.settings)
    )
    return Goals((*_acts(), *named))


def _acts() -> tuple[Goal, ...]:
    begin = _("begin")
    return (
        Goal(_("Begin a talk under the light"), "/light", begin),
        Goal(_("Bring in a transcript"), "/conversations/new", begin),
        Goal(_("Check a draft"), "/drafts/new", begin),
        Goal(_("Check what was published"), "/coverage", begin),
        Goal(_("Prepare for an interview"), "/prepare", begin),
        Goal(_("Search the vault"), "/search", begin),
    )


def _hints() -> dict[str, str]:
    return {
        "conversation": _("conversation"),
        "source": _("source"),
        "draft": _("draft"),
        "policy": _("policy"),
        "rule": _("rule"),
    }
