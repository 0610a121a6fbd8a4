"""The hook: a check before a content management system publishes, and the keys for it."""

from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.checking.check_before_publishing import checked_before_publishing
from groundrules.desk.checking.drafts_kept import Sent
from groundrules.desk.checking.hook_keys import hook_keys, make_hook_key, revoke_hook_key
from groundrules.errors import BadInput
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.pages.draft_shapes import checker_of
from groundrules.faces.web.pages.drafts import Instant, Text
from groundrules.faces.web.routing import NotHere, Routes, Upload
from groundrules.faces.web.shaping import shaped
from groundrules.vault.keeper.door import Locked

routes = Routes("hook")


class BeforePublishing(Struct, frozen=True):
    """What is about to be published.

    Attributes:
        text: the whole of it, where no file is sent.
        name: what it is called; its ending tells its format: `.md`, `.txt` or `.html`.
        as_of: when it is to be published, ISO 8601 with its offset from UTC; "" for now.
    """

    text: Text = ""
    name: Annotated[str, Meta(min_length=1, max_length=120)] = "draft.md"
    as_of: Instant = ""

    def __repr__(self) -> str:
        """Show no word of it."""
        return "BeforePublishing()"


class HookFinding(Struct, frozen=True):
    """A finding without a name or a word of the record. Lines and columns are counted from 1."""

    code: str
    rule: str
    severity: str
    confidence: str
    message: str
    remedy: str
    line: int
    column: int
    end_line: int
    end_column: int


class Verdict(Struct, frozen=True):
    """What came of the check.

    Attributes:
        verdict: `pass` where the check is complete and found nothing at or above the threshold;
            `fail` in every other case.
        threshold: the least severity that fails.
        complete: whether everything could be checked that a check looks at.
        policy: the id of the policy of the house.
        as_of: the instant for which it was checked.
        unchecked: what no check looks at, or this one could not, in words.
    """

    verdict: str
    threshold: str
    complete: bool
    policy: str
    as_of: str
    errors: int
    warnings: int
    notes: int
    findings: tuple[HookFinding, ...]
    unchecked: tuple[str, ...]


@routes.act("/hook/check", needs=Needs.HOOK)
def check(call: Call, form: BeforePublishing, upload: Upload | None) -> Verdict:
    """Check what is about to be published; answer pass or fail, and no protected word.

    Anything but a status of 200 with the verdict `pass` means: do not publish.
    """
    sent = Sent(form.text)
    if upload:
        sent = Sent(name=upload.name, content=upload.content)
    found = checked_before_publishing(checker_of(call), sent, form.name, form.as_of, call.settings)
    return shaped(found, Verdict)


class KeyLine(Struct, frozen=True):
    """A key: what it is for, since when, and who made it."""

    id: str
    title: str
    since: str
    author: str


class HookKeys(Struct, frozen=True):
    """The keys that count. `made` is one that was just made, and is shown this once."""

    keys: tuple[KeyLine, ...]
    made: str = ""

    def __repr__(self) -> str:
        """Show no key."""
        return "HookKeys()"


@routes.page("/settings/hook-keys", template="drafts/keys.html", needs=Needs.READ)
def keys(call: Call) -> HookKeys:
    """The keys with which other programs may ask for a check."""
    return HookKeys(tuple(shaped(one, KeyLine) for one in hook_keys(call.vault)))


class MakingKey(Struct, frozen=True):
    """What a key is for."""

    title: Annotated[str, Meta(min_length=1, max_length=100)]


@routes.form_page("/settings/hook-keys", template="drafts/keys.html", needs=Needs.WRITE)
def make_key(call: Call, form: MakingKey) -> HookKeys:
    """Make a key; it is shown once."""
    made = make_hook_key(call.vault, form.title)
    return HookKeys(keys(call).keys, made.key)


class Revoked(Struct, frozen=True):
    """A key that was taken back."""

    id: str


@routes.act("/settings/hook-keys/{key}/revoke", needs=Needs.WRITE, then="/settings/hook-keys")
def revoke_key(call: Call, key: str) -> Revoked:
    """Take a key back."""
    try:
        revoke_hook_key(call.vault, key)
    except Locked:
        raise
    except BadInput:
        raise NotHere from None
    call.note(_("The key opens nothing any more."))
    return Revoked(key)
