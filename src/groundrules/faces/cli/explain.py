"""`groundrules explain`: what a rule finds, why it matters, and what mends it."""

from __future__ import annotations

import click

from groundrules.faces.cli.options import examples


@click.command(
    "explain",
    short_help="Print the page of a rule, or list every rule.",
    epilog=examples(
        "groundrules explain",
        "groundrules explain GR101",
        "groundrules explain broken-embargo",
    ),
)
@click.argument("rule", default="")
def explain_command(rule: str) -> None:
    """Print the page of RULE, a code or a name; without one, list every rule."""
    from groundrules.desk.policies.explain_rule import explain, fault_of, rules  # noqa: PLC0415 - start-up time

    if rule:
        click.echo(explain(rule), nl=False)
        return
    for one in rules():
        click.echo(f"{one.code} {one.name} ({one.severity}): {fault_of(one)}")
