"""`groundrules vault import`, `export`, `backup`, `epoch-copy` and `restore`: into it and out."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from groundrules.faces.cli.options import examples
from groundrules.faces.cli.passphrase import Given, passphrase_options
from groundrules.faces.cli.vault_options import chosen, chosen_talks, vault_option


@click.command(
    "import",
    epilog=examples(
        "groundrules vault import records",
        "groundrules vault import records/harbor.record --force",
    ),
)
@click.argument("records", nargs=-1, required=True, metavar="RECORDS...")
@vault_option
@click.option("--force", is_flag=True, help="Amend records of the same names that differ.")
def import_command(records: tuple[str, ...], folder: str, *, force: bool) -> None:
    """Bring RECORDS, files and folders of them, into the vault; the files stay where they are.

    Every record is looked at before any comes in. One that is there already stays as it is, so
    that an import that was interrupted is done again.
    """
    from groundrules.desk.vaults.moves import import_records  # noqa: PLC0415 - start-up time
    from groundrules.reporters.progress import progress  # noqa: PLC0415 - likewise

    vault = chosen(folder)
    with progress("Importing", sys.stderr) as advance:
        brought = import_records(vault, records, advance, force=force)
    for one in brought:
        click.echo(f"{vault / one.name}: {one.what}")
    click.echo("The files are still there. Remove them where you no longer need them.")


@click.command(
    "export",
    epilog=examples(
        "groundrules vault export harbor-2026-11-03 --out desk --reason 'for the lawyer'",
        "groundrules vault export --all --age records.age --reason 'leaving the paper'",
    ),
)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@vault_option
@click.option("--all", "everything", is_flag=True, help="All whose words you may read.")
@click.option("--out", default="", metavar="FOLDER", help="Write plain files into this folder.")
@click.option("--age", default="", metavar="FILE", help="Write one file, enciphered by age.")
@click.option("--reason", default="", metavar="WHY", help="Why; it is kept in the vault.")
@passphrase_options
def export_command(  # noqa: PLR0913, PLR0917 - its options
    names: tuple[str, ...],
    folder: str,
    out: str,
    age: str,
    reason: str,
    passphrase_file: str,
    passphrase_fd: int | None,
    *,
    everything: bool,
) -> None:
    """Take the records NAME out of the vault, in plain text, for a reason that is written down.

    Sources stand in them by their code names. With --age they go into one file that opens with a
    passphrase, in any program for the age format; in it is a tar archive.
    """
    from groundrules.desk.vaults import moves as vault_moves  # noqa: PLC0415 - start-up time

    if bool(names) == everything:
        raise click.UsageError("name records, or give --all")
    if bool(out) == bool(age):
        raise click.UsageError("say where to: --out FOLDER, or --age FILE")
    vault, names = chosen_talks(folder, names)
    if age:
        own = Given(passphrase_file, passphrase_fd).passphrases()
        asked = vault_moves.export_sealed(
            vault, names, reason, Path(age), lambda: own.ask_new("The passphrase of the file")
        )
        click.echo(f"wrote {age}, with {len(asked)} in it")
        return
    for path in vault_moves.export_records(vault, names, reason, Path(out)):
        click.echo(f"wrote {path}")
    click.echo("These files are in plain text: whoever has them reads what was said.", err=True)


@click.command(
    "backup",
    epilog=examples("groundrules vault backup /media/stick/office-2026-11-22.vault"),
)
@click.argument("copy", metavar="COPY")
@vault_option
def backup_command(copy: str, folder: str) -> None:
    """Copy the vault into the folder COPY, as it is at this moment.

    The copy opens with the passphrases of the vault, and only together with its epoch key, which is
    not in it: see `epoch-copy`. So what is shredded later is shut in the copy as well.
    """
    from groundrules.desk.vaults.moves import back_up  # noqa: PLC0415 - start-up time

    found = back_up(chosen(folder), copy)
    click.echo(f"wrote {copy}: {found.entries} entries, {found.bytes} bytes")
    click.echo(f"It needs the key of epoch {found.epoch}: keep an `epoch-copy` in another place.")


@click.command(
    "epoch-copy",
    epilog=examples(
        "groundrules vault epoch-copy /media/other-stick/office.epoch",
        "groundrules vault epoch-copy /media/other-stick/office.epoch --force",
    ),
)
@click.argument("file", metavar="FILE")
@vault_option
@click.option("--force", is_flag=True, help="Replace the file that is there.")
def epoch_copy_command(file: str, folder: str, *, force: bool) -> None:
    """Copy the vault's epoch key into FILE, which opens only with the vault's own keys.

    Without it a backup opens nothing. Shredding begins a new epoch: make the copy again then, in
    the place of the old one, or what was shredded still opens with it.
    """
    from groundrules.desk.vaults.moves import copy_epoch  # noqa: PLC0415 - start-up time

    copy_epoch(chosen(folder), Path(file), force=force)
    click.echo(f"wrote {file}; keep it apart from the backups")


@click.command(
    "restore",
    epilog=examples(
        "groundrules vault restore /media/stick/office-2026-11-22.vault office.vault "
        "--epoch /media/other-stick/office.epoch",
    ),
)
@click.argument("copy", metavar="COPY")
@click.argument("folder", metavar="FOLDER")
@click.option("--epoch", required=True, metavar="FILE", help="The copy of the epoch key.")
@passphrase_options
def restore_command(
    copy: str, folder: str, epoch: str, passphrase_file: str, passphrase_fd: int | None
) -> None:
    """Make the vault FOLDER of the backup COPY and of the copy of its epoch key."""
    from groundrules.desk.vaults.moves import restore  # noqa: PLC0415 - start-up time

    asking = Given(passphrase_file, passphrase_fd).passphrases().asking()
    restore(Path(copy), Path(folder), Path(epoch), asking, os.environ)
    click.echo(f"restored {folder}; unlock it with `groundrules vault unlock {folder}`")
