"""`groundrules capture`: settle terms with the other side, and log the agreement as it is made."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from groundrules.faces.cli.options import examples, exit_status, policies_option, settings_from
from groundrules.faces.cli.running import complain
from groundrules.faces.cli.sheet_options import force_option

if TYPE_CHECKING:
    from groundrules.desk.talking.capture_agreement import Underway
    from groundrules.faces.cli.capturing import Agreed
    from groundrules.talk.agreeing.turns import Sides
    from groundrules.terms.levels import Level

_AGREED, _NOT_AGREED = 0, 1


@click.command(
    "capture",
    epilog=examples(
        "groundrules capture talk.record background --new --outlet 'The Ledger Post'",
        "groundrules capture talk.record off-the-record --source-policy washington-post",
        "groundrules capture talk.record background --description 'a person briefed on the talks'",
        "groundrules capture talk.record background --card card.html",
        "groundrules capture talk.record on-the-record",
        "groundrules capture talk.record --close",
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
@click.option("--card", default="", metavar="FILE", help="Keep the cue card as HTML, PDF or Word.")
@force_option
@click.option("--close", "closes", is_flag=True, help="Log that the talk is over.")
@click.pass_context
def capture_command(context: click.Context, /, record: str, level: str, **given: Any) -> None:  # noqa: ANN401 - click's
    """Settle the terms of a talk with the other side, and log them in RECORD.

    LEVEL is what is asked for, such as background; without it you choose. What both sides' policies
    leave open is asked, one question at a time; Enter takes the careful answer. Then read the
    sentence aloud, and log what came back. Only a yes agrees. LEVEL on-the-record logs the return.
    """
    from groundrules.desk.talking.agreement_conditions import Typed, over_already  # noqa: PLC0415 - start-up time
    from groundrules.faces.cli import capturing  # noqa: PLC0415 - likewise
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
    conditions, _ = typed.conditions(), typed.start()  # what cannot be read is refused at once
    complain(*map(str, over_already(conditions, datetime.now(tz=UTC).astimezone())))
    if given["card"]:
        from groundrules.desk.talking.deliver_sheet import refuse_early  # noqa: PLC0415 - start-up time

        refuse_early(given["card"], force=given["force"])
    talk = _open(record, given)
    sides = talk.sides(given["asked_by"], given["reader"])
    try:
        if given["closes"]:
            capturing.close(talk, sides.asker, typed)
            return
        if wanted is Level.ON_THE_RECORD:
            done = capturing.go_back(talk, sides, typed)
        else:
            agreed = capturing.settle(talk, sides, wanted, typed, defaults=given["defaults"])
            done = agreed.holds
            _show_card(agreed, sides, given["card"], force=given["force"])
    except Stopped:
        click.echo("Stopped. Nothing was written.")
        done = False
    context.exit(_AGREED if done else _NOT_AGREED)


def _show_card(agreed: Agreed, sides: Sides, out: str, *, force: bool) -> None:
    """Print the words for what comes next, once there are terms to keep; keep them if asked to."""
    from groundrules.faces.cli.sheet_options import show_sheet  # noqa: PLC0415 - start-up time

    if agreed.holds:
        click.echo()
        card = agreed.talk.card(sides, agreed.settled)
        show_sheet(card, "text", "-", force=False)
        if out:
            show_sheet(card, "", out, force=force)


def _level(word: str) -> Level | None:
    from groundrules.errors import BadInput, Fault  # noqa: PLC0415 - start-up time
    from groundrules.tables.table import nearest  # noqa: PLC0415 - likewise
    from groundrules.terms.levels import Level, level_named  # noqa: PLC0415 - likewise

    level = level_named(word)
    if word and level is None:
        raise BadInput(Fault("LEVEL", f"there is no level {word!a}", nearest(word, Level)))
    return level


def _open(record: str, given: dict[str, Any]) -> Underway:
    from groundrules.desk.talking.capture_agreement import (  # noqa: PLC0415 - start-up time
        begin_record,
        open_record,
    )

    settings = settings_from({key: given[key] for key in ("policy", "policies")})
    if given["new"]:
        begin_record(record, settings, given["outlet"])
    return open_record(record, settings, sources=given["source_policy"], english=given["english"])
