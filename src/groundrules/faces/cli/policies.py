"""`groundrules policies`: what each level means to whom."""

from __future__ import annotations

import click

from groundrules.faces.cli.options import (
    colour_option,
    examples,
    json_option,
    policies_option,
    settings_from,
    show,
)


@click.group(
    "policies",
    short_help="Show what the words mean to whom, and compare.",
    epilog=examples(
        "groundrules policies list",
        "groundrules policies show ap",
        "groundrules policies compare ap washington-post",
    ),
)
def policies_command() -> None:
    """Show what off the record, background and the others mean to whom."""


@policies_command.command(
    "list",
    epilog=examples(
        "groundrules policies list",
        "groundrules policies list --policies our-policies/ --json",
    ),
)
@policies_option
@json_option
@colour_option
def list_command(policies: tuple[str, ...], color: str, *, as_json: bool) -> None:
    """List every policy: those that ship, and your own."""
    from groundrules.desk.policies.list_policies import every_policy  # noqa: PLC0415 - start-up time

    found = every_policy(settings_from({"policies": policies}))
    if as_json:
        from groundrules.reporters.policy_json import list_json  # noqa: PLC0415 - start-up time

        show(list_json(found))
        return
    from groundrules.reporters.policy_pages import list_lines  # noqa: PLC0415 - start-up time

    show(list_lines(found), color)


@policies_command.command(
    "show",
    epilog=examples(
        "groundrules policies show washington-post",
        "groundrules policies show chatham-house --json",
    ),
)
@click.argument("name")
@policies_option
@json_option
@colour_option
def show_command(name: str, policies: tuple[str, ...], color: str, *, as_json: bool) -> None:
    """Print the policy NAME: every value, how sure it is, and where it was read."""
    from groundrules.desk.policies.list_policies import one_policy  # noqa: PLC0415 - start-up time

    found = one_policy(name, settings_from({"policies": policies}))
    if as_json:
        from groundrules.reporters.policy_json import policy_json  # noqa: PLC0415 - start-up time

        show(policy_json(found))
        return
    from groundrules.reporters.policy_pages import policy_lines  # noqa: PLC0415 - start-up time

    show(policy_lines(found), color)


@policies_command.command(
    "compare",
    epilog=examples(
        "groundrules policies compare ap washington-post",
        "groundrules policies compare state-department ap --json",
    ),
)
@click.argument("first")
@click.argument("second")
@policies_option
@json_option
@colour_option
def compare_command(
    first: str, second: str, policies: tuple[str, ...], color: str, *, as_json: bool
) -> None:
    """Say what FIRST and SECOND make of the same words: same word, different rights."""
    from groundrules.desk.policies.compare_policies import compare_policies  # noqa: PLC0415 - start-up time

    found = compare_policies(first, second, settings_from({"policies": policies}))
    if as_json:
        from groundrules.reporters.policy_json import comparison_json  # noqa: PLC0415 - likewise

        show(comparison_json(*found))
        return
    from groundrules.reporters.policy_pages import comparison_lines  # noqa: PLC0415 - likewise

    show(comparison_lines(*found), color)
