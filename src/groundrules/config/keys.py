"""The keys of the configuration: what each decides, what it may be and what it is by default."""

from __future__ import annotations

from typing import NamedTuple


class Key(NamedTuple):
    """One key of `groundrules.toml`.

    Attributes:
        name: as it stands in the file; a flag of the command line has the same name.
        kind: `text`, `list` (of words), `paths` or `table` (of words).
        about: what it decides, in one sentence.
        default: what holds where nobody says anything.
        example: a value as it could stand in the file.
        choices: the words it may be, or that a table's values may be; empty where any will do.
        environment: the variable that sets it, or "" where none does.
    """

    name: str
    kind: str
    about: str
    default: str | tuple[str, ...]
    example: str
    choices: tuple[str, ...] = ()
    environment: str = ""


FORMATS = ("full", "concise", "json", "jsonl", "sarif", "github", "junit", "html")
"""How a report may be shown."""

THRESHOLDS = ("note", "warning", "error")
"""From which severity on a finding makes the exit status 1."""

_SEVERITIES = ("off", *THRESHOLDS)

KEYS: dict[str, Key] = {
    key.name: key
    for key in (
        Key(
            name="records",
            kind="paths",
            about="Records, folders of them, and vaults, to check against; relative to this file.",
            default=(),
            example='["records"]',
            environment="GROUNDRULES_RECORDS",
        ),
        Key(
            name="policy",
            kind="text",
            about="The policy of the house that publishes: a name that `policies list` shows.",
            default="default",
            example='"default"',
            environment="GROUNDRULES_POLICY",
        ),
        Key(
            name="policies",
            kind="paths",
            about="Folders with policies of your own; relative to this file.",
            default=(),
            example='["policies"]',
            environment="GROUNDRULES_POLICIES",
        ),
        Key(
            name="wordings",
            kind="paths",
            about="Folders with scripts and questions of your own; relative to this file.",
            default=(),
            example='["wordings"]',
            environment="GROUNDRULES_WORDINGS",
        ),
        Key(
            name="liaisons",
            kind="paths",
            about="Files that say who in an organisation may talk; relative to this file.",
            default=(),
            example='["liaisons.toml"]',
            environment="GROUNDRULES_LIAISONS",
        ),
        Key(
            name="format",
            kind="text",
            about="How a report is shown.",
            default="full",
            example='"full"',
            choices=FORMATS,
            environment="GROUNDRULES_FORMAT",
        ),
        Key(
            name="select",
            kind="list",
            about="The rules to check: codes, beginnings of codes, or names; empty for all.",
            default=(),
            example='["GR1", "GR401"]',
            environment="GROUNDRULES_SELECT",
        ),
        Key(
            name="ignore",
            kind="list",
            about="The rules to leave out, named in the same ways.",
            default=(),
            example="[]",
            environment="GROUNDRULES_IGNORE",
        ),
        Key(
            name="fail-on",
            kind="text",
            about="The least severity of a finding that makes the exit status 1.",
            default="warning",
            example='"warning"',
            choices=THRESHOLDS,
            environment="GROUNDRULES_FAIL_ON",
        ),
        Key(
            name="severities",
            kind="table",
            about="How severe a rule is to your house, by the rule's name.",
            default=(),
            example='{ vague-attribution = "note" }',
            choices=_SEVERITIES,
        ),
    )
}
"""Every key by its name, in the order in which they are shown."""
