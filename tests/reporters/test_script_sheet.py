"""A script on a sheet: what is said aloud is told apart from what is only minded."""

from __future__ import annotations

from groundrules.reporters.script_sheet import script_sheet
from groundrules.reporters.sheets.sheet import Heading, Paragraph, Sheet
from groundrules.talk.script.passages import Line
from groundrules.talk.script.script import Part, Script


def test_each_part_stands_under_its_heading() -> None:
    script = Script(
        "The words to say",
        "en-GB",
        (
            Part("time", "Is now a good time?", (Line("Have you a minute?", is_spoken=True),)),
            Part("yes", "The yes", (Line("Wait for it."),)),
        ),
        ("Made for nobody.",),
    )

    assert script_sheet(script) == Sheet(
        "The words to say",
        (
            Heading("Is now a good time?"),
            Paragraph("Have you a minute?", "spoken"),
            Heading("The yes"),
            Paragraph("Wait for it."),
            Paragraph("Made for nobody.", "note"),
        ),
        "en-GB",
    )
