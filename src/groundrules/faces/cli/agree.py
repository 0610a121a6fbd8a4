"""`groundrules agree`: settle terms with the other side, and log the agreement as it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from groundrules.faces.cli.options import examples, exit_status, policies_option, settings_from

if TYPE_CHECKING:
    from groundrules.desk.capture_agreement import Underway
    from groundrules.terms.levels import Level

_AGREED, _NOT_AGREED = 0, 1


@click.command(
    "agree",
    epilog=examples(
        "groundrules agree talk.record background --new --outlet 'The Ledger Post'",
        "groundrules agree talk.record off-the-record --source-policy washington-post",
        "groundrules agree talk.record background --description 'a person briefed on the talks'",
        "groundrules agree talk.record on-the-record",
        "groundrules agree talk.record --close",
    )
    + exit_status(
        (_AGREED, "agreed, back on the record, or closed"),
        (_NOT_AGREED, "nothing was agreed; what was asked and answered is in the record"),
        (2, "misuse, or the record cannot be read or written"),
    ),
)
@click.argument("record")
@click.argument("level", default="")
@click.option("--new", is_flag=True, help="Begin the record: a reporter AR and a source S1.")
@click.option("--outlet", default="", help="With --new: whom the reporter works for.")
@click.option("--policy", default="", metavar="NAME", help="With --new: the outlet's policy.")
@policies_option
@click.option("--source-policy", default="", metavar="NAME", help="The policy the source goes by.")
@click.option("--asked-by", default="", metavar="ID", help="Who asks. [default: the source]")
@click.option("--reader", default="", metavar="ID", help="Who reads back. [default: the reporter]")
@click.option("--description", multiple=True, metavar="WORDS", help="How the source is described.")
@click.option("--approval", is_flag=True, help="Quotations are to be approved before use.")
@click.option("--embargo", default="", metavar="WHEN", help="An instant, or an event in words.")
@click.option("--delete-by", default="", metavar="DAY", help="When notes must be gone.")
@click.option("--tell", multiple=True, metavar="WHO", help="Who at home may be told.")
@click.option("--topic", default="", metavar="WORDS", help="The topic that they are limited to.")
@click.option("--at", default="", metavar="TIME", help="The time in the recording: 0:13:41.")
@click.option(
    "--english",
    default="american",
    metavar="NAME",
    help="The wording: american, british, or your own. [default: american]",
)
@click.option("--defaults", is_flag=True, help="Settle each question as the outlet's policy does.")
@click.option("--close", "closes", is_flag=True, help="Log that the talk is over.")
@click.pass_context
def agree_command(context: click.Context, /, record: str, level: str, **given: Any) -> None:  # noqa: ANN401 - click's
    """Settle the terms of a talk with the other side, and log them in RECORD.

    LEVEL is what is asked for, such as background; without it you choose. What both sides' policies
    leave open is asked, one question at a time; Enter takes the careful answer. Then read the
    sentence aloud, and log what came back. Only a yes agrees. LEVEL on-the-record logs the return.
    """
    from groundrules.desk.agreement_conditions import Typed  # noqa: PLC0415 - start-up time
    from groundrules.faces.cli import agreeing  # noqa: PLC0415 - likewise
    from groundrules.faces.cli.asking import Stopped  # noqa: PLC0415 - likewise
    from groundrules.terms.levels import Level  # noqa: PLC0415 - likewise

    wanted = _level(level)
    typed = Typed(
        given["description"],
        given["approval"],
        given["embargo"],
        given["delete_by"],
        given["tell"],
        given["topic"],
        given["at"],
    )
    typed.conditions(), typed.start()  # what cannot be read is refused before anything is begun
    talk = _open(record, given)
    sides = talk.sides(given["asked_by"], given["reader"])
    try:
        if given["closes"]:
            agreeing.close(talk, sides.asker, typed)
            return
        if wanted is Level.ON_THE_RECORD:
            done = agreeing.go_back(talk, sides, typed)
        else:
            done = agreeing.settle(talk, sides, wanted, typed, defaults=given["defaults"])
    except Stopped:
        click.echo("Stopped. Nothing was written.")
        done = False
    context.exit(_AGREED if done else _NOT_AGREED)


def _level(word: str) -> Level | None:
    from groundrules.errors import BadInput, Fault  # noqa: PLC0415 - start-up time
    from groundrules.tables.table import nearest  # noqa: PLC0415 - likewise
    from groundrules.terms.levels import Level, level_named  # noqa: PLC0415 - likewise

    level = level_named(word)
    if word and level is None:
        raise BadInput(Fault("LEVEL", f"there is no level {word!a}", nearest(word, Level)))
    return level


def _open(record: str, given: dict[str, Any]) -> Underway:
    from datetime import UTC, datetime  # noqa: PLC0415 - start-up time

    from groundrules.desk.capture_agreement import begin_record, open_record  # noqa: PLC0415 - likewise

    settings = settings_from({key: given[key] for key in ("policy", "policies")})
    if given["new"]:
        begin_record(record, settings, datetime.now(UTC).astimezone(), given["outlet"])
    return open_record(record, settings, sources=given["source_policy"], english=given["english"])
