"""The settings for editors that the documentation shows: they can be read, and start the server."""

from __future__ import annotations

import json
import re
import tomllib

import pytest

from docs.pages import text_of
from groundrules.faces.cli.program import program

PAGE = text_of("how-to/check-while-writing.md")
BLOCKS = dict(re.findall(r"(?ms)^```(json|lua|elisp|toml)\n(.*?)^```", PAGE))
STARTING = ["groundrules", "lsp"]


def test_there_is_a_block_for_each_editor():
    assert {"json", "lua", "elisp", "toml"} == set(BLOCKS)


def test_the_settings_of_vs_code():
    settings = json.loads(BLOCKS["json"])

    assert STARTING == [
        settings["glspc.server.command"],
        *settings["glspc.server.commandArguments"],
    ]


def test_the_settings_of_helix():
    settings = tomllib.loads(BLOCKS["toml"])
    server = settings["language-server"]["groundrules"]

    assert STARTING == [server["command"], *server["args"]]
    assert [["groundrules"]] * 3 == [one["language-servers"] for one in settings["language"]]


@pytest.mark.parametrize(("language", "separator"), [("lua", ", "), ("elisp", " ")])
def test_the_settings_that_are_programs_name_the_command(language, separator):
    assert separator.join(f'"{word}"' for word in STARTING) in BLOCKS[language]
    assert BLOCKS[language].count("(") == BLOCKS[language].count(")")


def test_the_command_is_one_of_the_program():
    assert STARTING[1] in program.modules
