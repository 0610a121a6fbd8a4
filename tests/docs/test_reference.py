"""Every command, option, setting, rule, policy, term and exit status is documented."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import click
import pytest

from docs.pages import RULE_PAGES, everything, text_of
from groundrules.config.keys import KEYS
from groundrules.faces.cli.program import program
from groundrules.readers.policies import PolicyShelf
from groundrules.record.facts import Kind
from groundrules.record.standing import OPEN, Doubt
from groundrules.record.transcript import Role
from groundrules.rules.registry import all_rules
from groundrules.terms.levels import ALIASES, Level
from groundrules.terms.policy import PRACTICES
from groundrules.terms.rights import AXES


def walk(command: click.Command, path: str = "groundrules"):
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found, name
            yield from walk(found, f"{path} {name}")


COMMANDS = dict(walk(program))
LEAVES = {path: one for path, one in COMMANDS.items() if not isinstance(one, click.Group)}


def section(path: str) -> str:
    page = text_of("reference/command-line.md")
    found = re.search(rf"^## {re.escape(path)}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert found, f"docs/reference/command-line.md has no section for {path}"
    return found[1]


@pytest.mark.parametrize("path", LEAVES)
def test_every_command_has_a_section_with_its_options(path):
    documented = section(path)

    for parameter in LEAVES[path].params:
        if isinstance(parameter, click.Option) and parameter.name != "help":
            for spelling in (*parameter.opts, *parameter.secondary_opts):
                assert f"`{spelling}" in documented, f"{path} {spelling}"


@pytest.mark.parametrize("path", COMMANDS)
def test_every_help_has_examples(path):
    command = COMMANDS[path]
    shown = command.get_help(click.Context(command, info_name=path))

    assert "Example" in shown
    assert [line for line in shown.splitlines() if line.strip().startswith("groundrules ")]


def test_every_setting_is_documented():
    page = text_of("reference/configuration.md")

    assert [key for key in KEYS if f"`{key}`" not in page] == []


@pytest.mark.parametrize("status", ["0", "1", "2", "130"])
def test_every_exit_status_is_documented(status):
    assert f"`{status}`" in text_of("reference/exit-status.md")


def test_every_rule_has_a_page_and_is_named_in_it():
    pages = {path.stem.replace("_", "-"): path.read_text(encoding="utf-8") for path in RULE_PAGES}

    for rule in all_rules():
        assert pages[rule.name].startswith(f"# {rule.code} {rule.name}\n")


def test_every_policy_is_in_the_reference():
    page = text_of("reference/policies.md")

    assert [name for name in PolicyShelf().names() if f"`{name}`" not in page] == []


def test_every_practice_is_in_the_format():
    page = text_of("reference/policy-format.md")

    assert [name for name in PRACTICES if f"`{name}`" not in page] == []


@pytest.mark.parametrize(
    "words",
    [
        list(Level),
        [*AXES, *(value for axis in AXES.values() for value in axis)],
        list(Kind),
        list(Role),
        list(ALIASES),
    ],
    ids=["levels", "axes", "acts", "roles", "aliases"],
)
def test_every_word_of_the_notation_is_in_its_page(words):
    page = text_of("reference/record-notation.md")

    assert [str(word) for word in words if f"{word}" not in page] == []


def test_every_term_is_in_the_glossary():
    glossary = text_of("glossary.md").casefold()
    terms = (
        "source statement turn part terms level axis agreement ask offer assert counter decline "
        "return grace release attribution description draft quotation finding severity confidence "
        "waiver embargo policy ruling standing open restricted hint"
    )

    assert [term for term in terms.split() if f"\n{term}" not in glossary] == []
    assert [level.spoken for level in Level if level.spoken.casefold() not in glossary] == []


def test_every_doubt_is_explained_somewhere():
    pages = everything()

    assert [doubt.value for doubt in Doubt if f"`{doubt.value}`" not in pages] == []
    assert f"`{OPEN}`" in pages


def test_every_field_of_the_report_is_documented():
    page = text_of("reference/json-report.md")
    schema = json.loads((files("groundrules.reporters") / "report.schema.json").read_text("utf-8"))

    def names(node):
        if isinstance(node, dict):
            properties = node.get("properties")
            yield from properties if isinstance(properties, dict) else ()
            for child in node.values():
                yield from names(child)
        elif isinstance(node, list):
            for child in node:
                yield from names(child)

    assert sorted({name for name in names(schema) if f"`{name}`" not in page}) == []
