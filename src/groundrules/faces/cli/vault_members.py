"""`groundrules vault card` and `member`: who has keys of a vault."""

from __future__ import annotations

from pathlib import Path

import click

from groundrules.faces.cli.options import colour_option, examples, json_option, show
from groundrules.faces.cli.passphrase import Given, passphrase_options
from groundrules.faces.cli.vault_founding import deliver_sheet, refuse_sheet, sheet_out_option
from groundrules.faces.cli.vault_options import chosen, roles_option, tell, vault_option


@click.command(
    "card",
    epilog=examples(
        "groundrules vault card",
        "groundrules vault card --out ana.card",
    ),
)
@vault_option
@click.option("--out", default="-", metavar="FILE", help="The file to write. [default: show it]")
def card_command(folder: str, out: str) -> None:
    """Print your card: your name, your roles and your public keys. There is no secret on it."""
    from groundrules.desk.vaults.upkeep import own_card  # noqa: PLC0415 - start-up time

    text = own_card(chosen(folder)) + "\n"
    if out == "-":
        click.echo(text, nl=False)
        return
    from groundrules.readers.writing import PUBLIC, write_text  # noqa: PLC0415 - start-up time

    write_text(Path(out), text, mode=PUBLIC)
    click.echo(f"wrote {out}")


@click.group(
    "member",
    short_help="Say who has keys of the vault.",
    epilog=examples(
        "groundrules vault member list",
        "groundrules vault member add 'Eli Brandt' --role editor",
        "groundrules vault member hand-over 'Eli Brandt'",
        "groundrules vault member leave 'Ben Ortiz' --successor 'Ana Ruiz'",
    ),
)
def member_command() -> None:
    """Say who has keys of the vault, let colleagues in, and let them go."""


@member_command.command(
    "list",
    epilog=examples("groundrules vault member list", "groundrules vault member list --json"),
)
@vault_option
@json_option
@colour_option
def list_command(folder: str, color: str, *, as_json: bool) -> None:
    """List who has keys of the vault, and who had."""
    from groundrules.desk.vaults.upkeep import members_of  # noqa: PLC0415 - start-up time
    from groundrules.reporters.vault_page import member_json, member_lines  # noqa: PLC0415 - likewise

    found = members_of(chosen(folder))
    show(member_json(found) if as_json else member_lines(found), "never" if as_json else color)


@member_command.command(
    "add",
    epilog=examples(
        "groundrules vault member add 'Eli Brandt' --role editor",
        "groundrules vault member add 'Eli Brandt' --role editor --sheet eli-sheet.txt",
        "groundrules vault member add --card eli.card",
    ),
)
@click.argument("name", required=False, default="", metavar="[NAME]")
@roles_option
@click.option(
    "--card",
    default="",
    metavar="FILE",
    help="The card of somebody who has keys already, in a folder of her own on another machine.",
)
@sheet_out_option
@vault_option
@passphrase_options
def add_command(  # noqa: PLR0913, PLR0917 - its options
    name: str,
    roles: tuple[str, ...],
    card: str,
    out: str,
    folder: str,
    passphrase_file: str,
    passphrase_fd: int | None,
) -> None:
    """Let NAME in: her keys are made here, and she types a passphrase of her own.

    With --card her keys are where she made them, which takes a vault on a server: nothing is asked,
    and three lines are shown to be told to her. They bring her the epoch key; a member who is there
    already gets it anew, as she must when something was shredded or somebody has left.
    """
    from groundrules.desk.vaults import upkeep as vault_upkeep  # noqa: PLC0415 - start-up time
    from groundrules.desk.vaults.founding import NewMember  # noqa: PLC0415 - likewise

    vault = chosen(folder)
    if bool(card) == bool(name) or (card and roles):
        raise click.UsageError("give NAME with --role, or --card alone")
    if card:
        from groundrules.desk.vaults.joining import invite  # noqa: PLC0415 - likewise
        from groundrules.faces.cli.vault_joining import tell_invited  # noqa: PLC0415 - likewise

        tell_invited(invite(vault, Path(card)))
        return
    if not roles:
        raise click.UsageError("say what she does, with --role")
    refuse_sheet(out)
    passphrases = Given(passphrase_file, passphrase_fd).passphrases()
    passphrase = passphrases.ask_new(f"{name}: a passphrase of your own")
    deliver_sheet(vault_upkeep.admit_member(vault, NewMember(name, roles, passphrase)), out)
    click.echo(f"{name} is a member now.")


@member_command.command("settle", epilog=examples("groundrules vault member settle"))
@vault_option
def settle_command(folder: str) -> None:
    """Give editors, lawyers and keepers of the standards all that is theirs of what you can open.

    Run it when one of them has joined: whoever let her in gave her only what she could open
    herself. What was taken back from one of them is given again.
    """
    from groundrules.desk.vaults.joining import settle  # noqa: PLC0415 - start-up time
    from groundrules.reporters.plain_words import counted  # noqa: PLC0415 - likewise

    given = settle(chosen(folder)).conversations
    click.echo(f"{counted(given, 'conversation or name', 'conversations and names')} given.")


@member_command.command(
    "hand-over",
    epilog=examples("groundrules vault member hand-over 'Eli Brandt'"),
)
@click.argument("successor")
@vault_option
def hand_over_command(successor: str, folder: str) -> None:
    """Give SUCCESSOR all that you can open: every conversation, and your half of every name."""
    from groundrules.desk.vaults.upkeep import hand_over  # noqa: PLC0415 - start-up time

    tell(hand_over(chosen(folder), successor))


@member_command.command(
    "leave",
    epilog=examples(
        "groundrules vault member leave 'Ben Ortiz' --successor 'Ana Ruiz'",
        "groundrules vault member leave 'Ben Ortiz' --lose",
    ),
)
@click.argument("member")
@click.option("--successor", default="", metavar="NAME", help="Who takes over from her.")
@click.option("--lose", is_flag=True, help="Also where something can be opened by her alone.")
@vault_option
def leave_command(member: str, successor: str, folder: str, *, lose: bool) -> None:
    """Let MEMBER go: what is added from now on she cannot read. What she read stays read."""
    from groundrules.desk.vaults.upkeep import let_go  # noqa: PLC0415 - start-up time

    tell(let_go(chosen(folder), member, successor, lose=lose))
