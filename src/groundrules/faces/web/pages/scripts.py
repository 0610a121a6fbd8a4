"""Scripts: the words to say to agree on terms, large enough to be read while talking."""

from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import asdict, replace

from groundrules.desk.policies.list_policies import every_policy
from groundrules.desk.policies.under_policy import under_policy
from groundrules.desk.talking.script_choices import script_wordings
from groundrules.desk.talking.write_script import Order, write_script
from groundrules.faces.web.calls import Call
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import File, Routes
from groundrules.faces.web.sheets import Form, ShownSheet, saved_sheet, shown_sheet
from groundrules.reporters.script_sheet import script_sheet
from groundrules.reporters.sheets.sheet import Sheet

routes = Routes("scripts")

Level = Literal[
    "not-for-attribution", "background", "chatham-house", "deep-background", "off-the-record"
]
Name = Annotated[str, Meta(max_length=100)]
Words = Annotated[str, Meta(max_length=300)]


class Wanted(Struct, frozen=True):
    """Which script is wanted.

    Attributes:
        level: the level to be agreed on.
        side: who says the words.
        channel: how the two talk. A message carries no spoken yes.
        policy: the outlet's, or the other side's where `mine` is given; "" for the house's own.
        mine: the policy that the speaker goes by, where it is another one.
        english: the name of the wording.
    """

    level: Level = "off-the-record"
    side: Literal["source", "reporter"] = "reporter"
    channel: Literal["phone", "in-person", "video", "message"] = "phone"
    policy: Name = ""
    mine: Name = ""
    english: Name = "american"


class Described(Wanted, frozen=True):
    """The same, with how the source may be described, which no address may hold."""

    descriptions: tuple[Words, ...] = ()


class SavedScript(Described, frozen=True, kw_only=True):
    """The same, and the form in which it is saved."""

    form: Form


class Named(Struct, frozen=True):
    """A policy's id and title."""

    id: str
    title: str


class ScriptPage(Struct, frozen=True):
    """A script, with what it was made for, and what else can be chosen.

    Attributes:
        spoken: every word that is to be said, in order.
        policies: the policies there are.
        wordings: the names of the wordings.
    """

    wanted: Described
    sheet: ShownSheet
    spoken: tuple[str, ...]
    policies: tuple[Named, ...]
    wordings: tuple[str, ...]


@routes.page("/scripts", template="scripts/script.html", needs=Needs.READ)
def script(call: Call, query: Wanted) -> ScriptPage:
    """The words to say to agree on a level: what to ask, what to say it means, what is a yes."""
    return _page(call, Described(*asdict(query).values()))


@routes.form_page("/scripts", template="scripts/script.html", needs=Needs.READ)
def described(call: Call, form: Described) -> ScriptPage:
    """The same, with the words in which the source may be described."""
    return _page(call, form)


@routes.act("/scripts/file", needs=Needs.READ)
def save(call: Call, form: SavedScript) -> File:
    """A script as a file to print or send."""
    return saved_sheet(_sheet(call, form), form.form, "script")


def _page(call: Call, wanted: Described) -> ScriptPage:
    sheet = shown_sheet(_sheet(call, wanted))
    return ScriptPage(
        replace(wanted, policy=wanted.policy or call.settings.word("policy")),
        sheet,
        tuple(block.text for block in sheet.blocks if block.role == "spoken"),
        tuple(Named(one.id, one.title) for one in every_policy(call.settings)),
        script_wordings(call.settings),
    )


def _sheet(call: Call, wanted: Described) -> Sheet:
    said = tuple(one for one in wanted.descriptions if one.strip())
    order = Order(wanted.level, wanted.side, wanted.channel, wanted.english, wanted.mine, said)
    return script_sheet(write_script(order, under_policy(call.settings, wanted.policy)))
