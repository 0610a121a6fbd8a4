"""`groundrules script`: the words to say, to agree on terms."""

from __future__ import annotations

import click

from groundrules.faces.cli.options import (
    colour_option,
    examples,
    policies_option,
    settings_from,
)
from groundrules.faces.cli.sheet_options import (
    force_option,
    out_option,
    sheet_format_option,
    show_sheet,
)


@click.command(
    "script",
    short_help="Print the words to say, to agree on terms.",
    epilog=examples(
        "groundrules script off-the-record --policy washington-post",
        'groundrules script background --policy ap --description "a union official"',
        "groundrules script background --policy ap --mine state-department",
        "groundrules script off-the-record --side reporter --policy ap --channel in-person",
        "groundrules script unattributable --english british --out script.html",
    ),
)
@click.argument("level")
@click.option(
    "--policy",
    default="",
    metavar="NAME",
    help="The outlet's policy: what its words mean, and what its reporters may promise.",
)
@policies_option
@click.option(
    "--mine",
    default="",
    metavar="NAME",
    help="The policy that you go by, where it is another one; --policy is then the other side's.",
)
@click.option(
    "--side",
    type=click.Choice(("source", "reporter")),
    default="source",
    help="Who says the words. [default: source]",
)
@click.option(
    "--channel",
    type=click.Choice(("phone", "in-person", "video", "message")),
    default="phone",
    help="How the two of you talk. [default: phone]",
)
@click.option(
    "--english",
    default="american",
    metavar="NAME",
    help="`american`, `british`, or a wording of your own. [default: american]",
)
@click.option(
    "--description",
    "descriptions",
    multiple=True,
    metavar="TEXT",
    help="How the source may be described; may be given again.",
)
@sheet_format_option
@out_option
@force_option
@colour_option
def script_command(  # noqa: PLR0913, PLR0917 - one argument for each option
    level: str,
    policy: str,
    policies: tuple[str, ...],
    mine: str,
    side: str,
    channel: str,
    english: str,
    descriptions: tuple[str, ...],
    form: str,
    out: str,
    color: str,
    *,
    force: bool,
) -> None:
    """Print the words to say to talk on LEVEL, such as off-the-record.

    The script goes from the first question to leaving: what to ask, what to say it means, what
    counts as a yes, and what to do on anything else. Where a policy does not say what a word means,
    the script has you ask. By e-mail or chat nothing is agreed: `--channel message` says why.
    """
    from groundrules.desk.talking.write_script import Order, write_script  # noqa: PLC0415 - start-up time
    from groundrules.reporters.script_sheet import script_sheet  # noqa: PLC0415 - likewise

    order = Order(level, side, channel, english, mine, descriptions)
    script = write_script(order, settings_from({"policy": policy, "policies": policies}))
    show_sheet(script_sheet(script), form, out, color, force=force)
