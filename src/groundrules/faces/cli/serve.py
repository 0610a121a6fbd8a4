"""`groundrules serve`: the same in a browser."""

from __future__ import annotations

import click

from groundrules.faces.cli.options import examples


@click.command(
    "serve",
    short_help="Open all of it in a browser, from one encrypted file.",
    epilog=examples(
        "groundrules serve --demo --open",
        "groundrules serve office.vault --open",
        "groundrules serve --lan 192.168.1.20",
    ),
)
@click.argument("vault", default="", required=False)
@click.option("--demo", is_flag=True, help="Explore an invented newsroom; it goes when you end it.")
@click.option("--open", "opens", is_flag=True, help="Open a browser at once.")
@click.option("--port", default=8742, show_default=True, help="0 takes any that is free.")
@click.option(
    "--minutes",
    type=click.FloatRange(0, 24 * 60, min_open=True),
    show_default="as GROUNDRULES_VAULT_MINUTES says, or 15",
    help="Lock after so many without use.",
)
@click.option(
    "--lan",
    default="",
    metavar="ADDRESS",
    help="Let one phone of yours in as well, at this address of this machine, over TLS.",
)
def serve_command(  # noqa: PLR0913 - each is an option
    vault: str, *, demo: bool, opens: bool, port: int, minutes: float | None, lan: str
) -> None:
    """Open all of it in a browser: the light, conversations, drafts, sources and the rest.

    Pages come from this machine alone, and nothing is sent anywhere. The address that is printed
    counts once, in one browser. VAULT is a folder; where there is none yet, the first page founds
    it. Without a name it is the one in this folder, or office.vault.
    """
    from groundrules.faces.web.serving import Serving, serve  # noqa: PLC0415 - start-up time

    opener = click.launch if opens else None
    serve(Serving(vault, is_demo=demo, opens=opener, port=port, minutes=minutes, lan=lan))
