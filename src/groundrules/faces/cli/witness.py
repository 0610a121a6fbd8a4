"""`groundrules witness`: somebody outside signs that a log has only grown."""

from __future__ import annotations

import click

from groundrules.faces.cli.carried import deliver, force_option, out_option, refuse_out
from groundrules.faces.cli.options import examples, show
from groundrules.faces.cli.vault_options import chosen, folder_argument, vault_option


@click.group(
    "witness",
    short_help="Have others sign that your log has only grown, or sign that of others.",
    epilog=examples(
        "groundrules witness key union.private --new union.example/records",
        "groundrules witness request --witness union.key --out request.txt",
        "groundrules witness cosign request.txt --key union.private --log outlet.key "
        "--state ledgerpost.seen --first --out answer.txt",
        "groundrules witness add answer.txt",
    ),
)
def witness_command() -> None:
    """Have others sign that your log has only grown, or sign that of others.

    Without a witness, whoever holds the key of a log could rewrite it. A witness sees how many
    entries it has and a hash, and nothing else. Nothing is sent: people carry the files.
    """


@witness_command.command(
    "key",
    epilog=examples(
        "groundrules witness key union.private --new union.example/records",
        "groundrules witness key union.private",
    ),
)
@click.argument("private", metavar="FILE")
@click.option(
    "--new",
    "name",
    default="",
    metavar="NAME",
    help="Make the key first; NAME says whose it is, without spaces.",
)
def key_command(private: str, name: str) -> None:
    """Print the verifier key of the witness whose private key is in FILE.

    It is given to the outlet, and to everybody who verifies receipts. The file stays secret.
    """
    from groundrules.desk.vaults.witnesses import make_key, show_key  # noqa: PLC0415 - start-up time

    click.echo(make_key(private, name) if name else show_key(private))


@witness_command.command(
    "request",
    epilog=examples(
        "groundrules witness request --witness union.key --out request.txt",
        "groundrules witness request --date --out query.tsq",
    ),
)
@vault_option
@click.option("--witness", default="", metavar="KEY", help="Her verifier key, or a file with it.")
@click.option(
    "--date",
    "dating",
    is_flag=True,
    help="A query for a time-stamping authority (RFC 3161) in place of a request to a witness.",
)
@out_option
@force_option
def request_command(folder: str, witness: str, out: str, *, dating: bool, force: bool) -> None:
    """Make the file that is carried from a vault to a witness."""
    from groundrules.desk.vaults.witnesses import date_query, request  # noqa: PLC0415 - start-up time

    if dating is bool(witness):
        raise click.UsageError("give either --witness, or --date")
    vault = chosen(folder)
    deliver(date_query(vault) if dating else request(vault, witness), out, force=force)


@witness_command.command(
    "cosign",
    epilog=examples(
        "groundrules witness cosign request.txt --key union.private --log outlet.key "
        "--state ledgerpost.seen --out answer.txt",
    ),
)
@click.argument("request", metavar="REQUEST")
@click.option("--key", required=True, metavar="FILE", help="The witness's private key.")
@click.option("--log", required=True, metavar="KEY", help="The log's verifier key, or a file.")
@click.option(
    "--state",
    required=True,
    metavar="FILE",
    help="Where the witness keeps what she last saw of this log; it is brought up to date.",
)
@click.option("--first", is_flag=True, help="She never cosigned this log before.")
@out_option
@force_option
def cosign_command(  # noqa: PLR0913 - click's options
    request: str, key: str, log: str, state: str, out: str, *, first: bool, force: bool
) -> None:
    """Sign, as a witness, that the log in REQUEST has only grown since she last looked.

    A log that was rewritten is refused, and what was brought is the proof of it: keep it.
    """
    from groundrules.desk.vaults.witnesses import Cosigning, cosign  # noqa: PLC0415 - start-up time

    refuse_out(out, force=force)
    deliver(cosign(request, Cosigning(key, log, state, first)), out, force=force)


@witness_command.command(
    "add",
    epilog=examples(
        "groundrules witness add answer.txt",
        "groundrules witness add reply.tsr --tsa root.pem",
    ),
)
@click.argument("answer", metavar="ANSWER")
@vault_option
@click.option(
    "--tsa",
    "certificates",
    multiple=True,
    metavar="FILE",
    help="A certificate by which the reply of a time-stamping authority is verified first.",
)
def add_command(answer: str, folder: str, certificates: tuple[str, ...]) -> None:
    """Keep what a witness, or a time-stamping authority, has answered."""
    from groundrules.desk.vaults.witnesses import add_answer  # noqa: PLC0415 - start-up time

    added = add_answer(chosen(folder), answer, certificates)
    by = " and ".join(added.by) or "a time-stamping authority"
    click.echo(f"{by}: the log of {added.size} entries")


@witness_command.command("list", epilog=examples("groundrules witness list"))
@folder_argument
def list_command(folder: str) -> None:
    """List the witnesses of the vault in FOLDER, and how far each has cosigned its log."""
    from groundrules.desk.vaults.witnesses import list_witnesses  # noqa: PLC0415 - start-up time
    from groundrules.reporters.receipt_text import witness_lines  # noqa: PLC0415 - likewise

    show(witness_lines(list_witnesses(chosen(folder))))
