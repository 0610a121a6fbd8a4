"""`groundrules record`: read what was said, and on which terms."""

from __future__ import annotations

import click

from groundrules.faces.cli.options import (
    colour_option,
    examples,
    json_option,
    policies_option,
    policy_option,
    settings_from,
    show,
)


@click.group(
    "record",
    epilog=examples(
        "groundrules record show records/harbor.record",
        "groundrules record show records/harbor.record --json",
    ),
)
def record_command() -> None:
    """Read a record: what was said, and on which terms."""


@record_command.command(
    "show",
    epilog=examples(
        "groundrules record show records/harbor.record",
        "groundrules record show records/harbor.record --policy ap",
        "groundrules record show records/harbor.record --json",
        "groundrules record show records/harbor.record --color always | less -R",
    ),
)
@click.argument("file")
@policy_option
@policies_option
@json_option
@colour_option
def show_command(
    file: str, policy: str, policies: tuple[str, ...], color: str, *, as_json: bool
) -> None:
    """Print the conversation in FILE, each turn with the terms on which it stands.

    The rail beside the words has a letter for the terms: R on the record, P in plain words, N not
    for attribution, B background, C Chatham House Rule, D deep background, O off the record, and ?
    where they are not settled. This prints the words of the talk.
    """
    from groundrules.desk.show_record import show_record  # noqa: PLC0415 - start-up time

    settings = settings_from({"policy": policy, "policies": policies})
    timelines = show_record(file, settings)
    if as_json:
        from groundrules.reporters import talk_json  # noqa: PLC0415 - start-up time

        show(talk_json.lines(timelines))
        return
    from groundrules.faces.cli.terminal import width  # noqa: PLC0415 - start-up time
    from groundrules.reporters import talk  # noqa: PLC0415 - likewise

    columns = width()
    show((line for timeline in timelines for line in talk.lines(timeline, columns)), color)
