"""`groundrules odrl`: negotiations for other programs, and back."""

from __future__ import annotations

import click

from groundrules.faces.cli.options import (
    colour_option,
    examples,
    policies_option,
    policy_option,
    settings_from,
    show,
)
from groundrules.faces.cli.sheet_options import force_option, out_option


@click.group(
    "odrl",
    short_help="Exchange what was agreed with other programs.",
    epilog=examples(
        "groundrules odrl export records/harbor.record --out harbor.jsonld",
        "groundrules odrl read harbor.jsonld",
    ),
)
def odrl_command() -> None:
    """Exchange what was asked for, offered and agreed, in ODRL 2.2.

    An export has no name in it, and no word of the talk but those that were agreed.
    """


@odrl_command.command(
    "export",
    epilog=examples(
        "groundrules odrl export records/harbor.record",
        "groundrules odrl export records/harbor.record --out harbor.jsonld",
        "groundrules odrl export records --policy ap --out all.jsonld",
    ),
)
@click.argument("record")
@policy_option
@policies_option
@out_option
@force_option
def export_command(
    record: str, policy: str, policies: tuple[str, ...], out: str, *, force: bool
) -> None:
    """Print every negotiation of RECORD, a file or a folder of records, as JSON-LD."""
    from groundrules.desk.records.export_odrl import export_odrl, write_odrl  # noqa: PLC0415 - start-up time

    value = export_odrl(record, settings_from({"policy": policy, "policies": policies}))
    if out != "-":
        write_odrl(value, out, force=force)
        click.echo(f"wrote {out}")
        return
    from groundrules.reporters import odrl_json  # noqa: PLC0415 - start-up time

    show(odrl_json.lines(value))


@odrl_command.command(
    "read",
    epilog=examples(
        "groundrules odrl read harbor.jsonld",
        "groundrules odrl export records/harbor.record | groundrules odrl read -",
    ),
)
@click.argument("file")
@colour_option
def read_command(file: str, color: str) -> None:
    """Print the negotiations in FILE in plain words; refuse what does not hold to the profile.

    `-` is standard input.
    """
    from groundrules.desk.records.read_odrl import read_odrl  # noqa: PLC0415 - start-up time
    from groundrules.faces.cli.terminal import width  # noqa: PLC0415 - likewise
    from groundrules.reporters.negotiation_sheet import sheet  # noqa: PLC0415 - likewise
    from groundrules.reporters.sheets import sheet_text  # noqa: PLC0415 - likewise

    show(sheet_text.lines(sheet(read_odrl(file)), width()), color)
