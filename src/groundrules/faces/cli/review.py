"""`groundrules review`: decide what was heard in a talk."""

from __future__ import annotations

import click

from groundrules.faces.cli.options import (
    colour_option,
    examples,
    policies_option,
    policy_option,
    settings_from,
)


@click.command(
    "review",
    short_help="Decide what was heard in a talk, act by act.",
    epilog=examples(
        "groundrules review records/harbor.record",
        "groundrules review records/harbor.record --policy ap",
        "printf 'a\\na\\nq\\n' | groundrules review records/harbor.record",
    ),
)
@click.argument("record")
@policy_option
@policies_option
@colour_option
def review_command(record: str, policy: str, policies: tuple[str, ...], color: str) -> None:
    """Go through the acts that were heard in RECORD and that nobody has confirmed.

    One key decides each: a accepts it, c changes it, r rejects it, u marks it as unclear, s leaves
    it for later, z undoes the last step, q stops. Each decision is written at once: `?>` becomes
    `>` or goes, and all else in the file stays as it is. This prints words of the talk.
    """
    from groundrules.faces.cli.reviewing import review  # noqa: PLC0415 - start-up time

    review(record, settings_from({"policy": policy, "policies": policies}), color)
