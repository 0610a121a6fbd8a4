"""`groundrules receipt`: what an outlet signs for a source, and whether it holds."""

from __future__ import annotations

from typing import TypedDict, Unpack

import click

from groundrules.faces.cli.carried import deliver, force_option, out_option, refuse_out
from groundrules.faces.cli.exit_status import ExitStatus
from groundrules.faces.cli.options import (
    colour_option,
    examples,
    exit_status,
    policies_option,
    policy_option,
    settings_from,
    show,
)
from groundrules.faces.cli.vault_options import chosen, folder_argument, vault_option

_STATUSES: dict[str, ExitStatus] = {
    "holds": ExitStatus.DONE,
    "unproved": ExitStatus.INCOMPLETE,
    "refused": ExitStatus.FINDINGS,
}


@click.group(
    "receipt",
    short_help="Give a source a receipt for an agreement, and verify one.",
    epilog=examples(
        'groundrules receipt issue office.vault/pier-2026-11-02 --handle "the union" --out r.txt',
        "groundrules receipt verify r.txt --key outlet.key",
        "groundrules receipt page --out verify.html",
    ),
)
def receipt_command() -> None:
    """Give a source a receipt for an agreement, and verify one.

    A receipt is a text file: what was agreed, in words and without a name, and the proof that the
    outlet has it in its log. Anybody can verify it, without a vault and without a network.
    """


class _Given(TypedDict):
    """The options of `issue`."""

    handle: str
    party: str
    turn: int
    confidential_too: bool
    policy: str
    policies: tuple[str, ...]
    out: str
    force: bool


@receipt_command.command(
    "issue",
    epilog=examples(
        'groundrules receipt issue office.vault/pier-2026-11-02 --handle "the union" --out r.txt',
        "groundrules receipt issue office.vault/harbor-2026-11-03 --handle heron "
        "--confidential-too",
    ),
)
@click.argument("record")
@click.option(
    "--handle",
    required=True,
    metavar="WORDS",
    help="How the receipt calls the source; anything but her name.",
)
@click.option("--for", "party", default="", metavar="ID", help="Whose agreement, by party.")
@click.option(
    "--turn", default=0, metavar="NUMBER", help="The agreement that this turn stands on, alone."
)
@click.option(
    "--confidential-too",
    is_flag=True,
    help="Also where the source is not to be named: a receipt is evidence that you spoke.",
)
@policy_option
@policies_option
@out_option
@force_option
def issue_command(record: str, **given: Unpack[_Given]) -> None:
    """Make out a receipt for what RECORD, a conversation in a vault, has agreed.

    That it was made out is written down in the vault, and taken into its log.
    """
    from groundrules.desk.vaults.receipts import Wanted, issue_receipt  # noqa: PLC0415 - start-up time

    wanted = Wanted(given["handle"], given["party"], given["turn"], given["confidential_too"])
    settings = settings_from({"policy": given["policy"], "policies": given["policies"]})
    refuse_out(given["out"], force=given["force"])
    deliver(issue_receipt(record, wanted, settings), given["out"], force=given["force"])


@receipt_command.command("list", epilog=examples("groundrules receipt list"))
@folder_argument
def list_command(folder: str) -> None:
    """List the receipts that were made out in the vault in FOLDER, as far as you may read it."""
    from groundrules.desk.vaults.receipts import list_receipts  # noqa: PLC0415 - start-up time
    from groundrules.reporters.receipt_text import issued_lines  # noqa: PLC0415 - likewise

    show(issued_lines(list_receipts(chosen(folder))))


@receipt_command.command(
    "again", epilog=examples("groundrules receipt again 3f8a21c0 --out r.txt --force")
)
@click.argument("receipt", metavar="ID")
@vault_option
@out_option
@force_option
def again_command(receipt: str, folder: str, out: str, *, force: bool) -> None:
    """Make the receipt ID again, with what witnesses have cosigned since.

    ID is as `list` shows it.
    """
    from groundrules.desk.vaults.receipts import make_again  # noqa: PLC0415 - start-up time

    deliver(make_again(chosen(folder), receipt), out, force=force)


@receipt_command.command(
    "key",
    epilog=examples("groundrules receipt key", "groundrules receipt key office.vault"),
)
@folder_argument
def key_command(folder: str) -> None:
    """Print the verifier key of the vault in FOLDER, for the outlet to publish."""
    from groundrules.desk.vaults.receipts import outlet_key  # noqa: PLC0415 - start-up time

    click.echo(outlet_key(chosen(folder)))


class _Believing(TypedDict):
    """The options of `verify`."""

    keys: tuple[str, ...]
    witnesses: tuple[str, ...]
    wanted: int | None
    certificates: tuple[str, ...]
    color: str


@receipt_command.command(
    "verify",
    epilog=examples(
        "groundrules receipt verify r.txt --key outlet.key",
        "groundrules receipt verify r.txt --key outlet.key --witness union.key --tsa root.pem",
    )
    + exit_status(
        (0, "all that was asked for is proved"),
        (1, "the receipt does not hold"),
        (2, "misuse, or no key was given, so that nobody knows who made it"),
    ),
)
@click.argument("receipt", metavar="FILE")
@click.option(
    "--key",
    "keys",
    multiple=True,
    metavar="KEY",
    help="The outlet's verifier key, or a file with it. Get it from the outlet itself.",
)
@click.option(
    "--witness",
    "witnesses",
    multiple=True,
    metavar="KEY",
    help="A witness's verifier key, or a file with such keys; may be given again.",
)
@click.option(
    "--wanted",
    type=click.IntRange(min=0),
    metavar="NUMBER",
    help="How many of these witnesses must have cosigned. [default: all]",
)
@click.option(
    "--tsa",
    "certificates",
    multiple=True,
    metavar="FILE",
    help="A certificate of a time-stamping authority, PEM or DER: a token must be there then.",
)
@colour_option
def verify_command(receipt: str, **given: Unpack[_Believing]) -> ExitStatus:
    """Say what the receipt in FILE proves, and what it does not.

    No vault is needed, and no network.
    """
    from groundrules.desk.vaults.receipts import Believed, verify_receipt  # noqa: PLC0415 - start-up time
    from groundrules.reporters.receipt_text import verdict_lines  # noqa: PLC0415 - likewise

    believed = Believed(given["keys"], given["witnesses"], given["wanted"], given["certificates"])
    verdict = verify_receipt(receipt, believed)
    show(verdict_lines(verdict), given["color"])
    return _STATUSES[verdict.outcome]


@receipt_command.command("page", epilog=examples("groundrules receipt page --out verify.html"))
@out_option
@force_option
def page_command(out: str, *, force: bool) -> None:
    """Write the page that verifies receipts in a browser, from a file and without a network."""
    from groundrules.proofs.receipt_page.page import page  # noqa: PLC0415 - start-up time

    deliver(page(), out, force=force, public=True)
