"""The configuration: which file wins, which value wins, and what is wrong with a bad one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from groundrules.config.keys import KEYS
from groundrules.config.settings import Settings, settle
from groundrules.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

SEVERITIES = 'for example severities = { vague-attribution = "note" }'


def settings_in(folder: Path) -> Settings:
    return settle(folder, {}, {})


def faults_of(folder: Path) -> list[str]:
    with pytest.raises(BadInput) as raised:
        settings_in(folder)
    return [str(fault) for fault in raised.value.faults]


def test_every_key_has_its_default_where_nobody_says_anything(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)

    assert list(KEYS) == list(settings.by_key)
    assert {"default"} == {setting.origin for setting in settings.by_key.values()}
    assert all(setting.is_default for setting in settings.by_key.values())
    assert settings.file is None
    assert tmp_path == settings.folder
    assert settings.word("format") == "full"
    assert settings.words("records") == ()
    assert settings.table("severities") == {}


def test_the_nearest_file_up_the_tree_wins(tmp_path: Path) -> None:
    inner = tmp_path / "stories" / "harbor"
    inner.mkdir(parents=True)
    (tmp_path / "groundrules.toml").write_text('policy = "far"\n')
    (tmp_path / "stories" / "groundrules.toml").write_text('policy = "near"\n')

    settings = settings_in(inner)

    assert settings.word("policy") == "near"
    assert tmp_path / "stories" == settings.folder
    assert f"{tmp_path / 'stories' / 'groundrules.toml'}: policy" == (
        settings.by_key["policy"].origin
    )


def test_our_own_file_wins_over_a_pyproject_in_the_same_folder(tmp_path: Path) -> None:
    (tmp_path / "groundrules.toml").write_text('policy = "own"\n')
    (tmp_path / "pyproject.toml").write_text('[tool.groundrules]\npolicy = "shared"\n')

    assert settings_in(tmp_path).word("policy") == "own"


def test_a_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text('[project]\nname = "groundrules-site"\n')
    (tmp_path / "pyproject.toml").write_text('[tool.groundrules]\npolicy = "shared"\n')

    assert settings_in(inner).word("policy") == "shared"


def test_a_pyproject_that_never_names_us_is_not_even_parsed(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("this = is not TOML\n")

    assert settings_in(tmp_path).file is None


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "groundrules.toml").write_text('records = ["kept/here"]\n')

    assert (tmp_path / "kept" / "here",) == settings_in(inner).paths("records")


def test_paths_below_the_working_folder_are_shown_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "groundrules.toml").write_text('records = ["kept"]\n')

    assert settings_in(tmp_path).words("records") == ("kept",)


def test_a_flag_wins_over_the_environment_and_that_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "groundrules.toml").write_text(
        'policy = "file"\nformat = "json"\nselect = ["GR1"]\n'
    )
    environment = {"GROUNDRULES_POLICY": "environment", "GROUNDRULES_FORMAT": "concise"}

    settings = settle(tmp_path, {"policy": "flag", "select": ()}, environment)

    assert settings.by_key["policy"] == ("flag", "flag --policy")
    assert settings.by_key["format"] == ("concise", "environment GROUNDRULES_FORMAT")
    assert settings.words("select") == ("GR1",)


def test_lists_in_the_environment(tmp_path: Path) -> None:
    environment = {
        "GROUNDRULES_RECORDS": os.pathsep.join(("one", "two words")),
        "GROUNDRULES_SELECT": "GR1, GR401 ,",
    }

    settings = settle(tmp_path, {}, environment)

    assert settings.words("records") == ("one", "two words")
    assert settings.words("select") == ("GR1", "GR401")


def test_a_table_of_severities(tmp_path: Path) -> None:
    (tmp_path / "groundrules.toml").write_text('[severities]\nvague-attribution = "note"\n')

    assert settings_in(tmp_path).table("severities") == {"vague-attribution": "note"}


def test_an_unknown_key_names_the_nearest_valid_one(tmp_path: Path) -> None:
    path = tmp_path / "groundrules.toml"
    path.write_text('polices = ["mine"]\n')

    keys = ", ".join(KEYS)
    assert faults_of(tmp_path) == [
        f"{path}: key 'polices' is not known (did you mean 'policies'? the keys are {keys})"
    ]


def test_a_key_like_no_other_gets_the_list(tmp_path: Path) -> None:
    path = tmp_path / "groundrules.toml"
    path.write_text("zzz = 1\n")

    assert [f"{path}: key 'zzz' is not known (the keys are {', '.join(KEYS)})"] == (
        faults_of(tmp_path)
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("policy = 3", "key 'policy' must be text (for example policy = \"default\")"),
        ('policy = ""', "key 'policy' must be text (for example policy = \"default\")"),
        (
            'format = "xml"',
            (
                "key 'format' cannot be 'xml' "
                "(use one of full, concise, json, jsonl, sarif, github, junit, html)"
            ),
        ),
        (
            "select = 3",
            'key \'select\' must be a list of words (for example select = ["GR1", "GR401"])',
        ),
        (
            "select = [3]",
            'key \'select\' must be a list of words (for example select = ["GR1", "GR401"])',
        ),
        (
            'records = "kept"',
            "key 'records' must be a list of words (for example records = [\"records\"])",
        ),
        ("severities = 3", f"key 'severities' must be a table ({SEVERITIES})"),
        (
            'severities = {a = "loud"}',
            "key 'severities.a' cannot be 'loud' (use one of off, note, warning, error)",
        ),
        (
            "severities = {a = []}",
            "key 'severities.a' cannot be [] (use one of off, note, warning, error)",
        ),
    ],
)
def test_a_value_of_the_wrong_kind(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "groundrules.toml"
    path.write_text(f"{line}\n")

    assert [f"{path}: {message}"] == faults_of(tmp_path)


def test_every_fault_is_named_at_once_with_its_table(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text('[tool.groundrules]\npolicy = 3\nformat = "xml"\n')

    faults = faults_of(tmp_path)

    assert len(faults) == 2
    assert all(fault.startswith(f"{path}: [tool.groundrules] key '") for fault in faults)


def test_our_table_must_be_a_table(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text("[tool]\ngroundrules = 3\n")

    assert [f"{path}: [tool.groundrules] is not a table (write `key = value` below it)"] == (
        faults_of(tmp_path)
    )


def test_a_variable_that_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as raised:
        settle(tmp_path, {}, {"GROUNDRULES_FAIL_ON": "never"})

    assert (
        str(raised.value)
    ) == "GROUNDRULES_FAIL_ON: it cannot be 'never' (use one of note, warning, error)"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"policy = \n", ":1:10: this is not TOML: invalid value (mend it there)"),
        (b'\npolicies = ["a"\n', ":2: this is not TOML: unclosed array (mend it there)"),
        (b"policy = '\xff'", ": this is not TOML in UTF-8 (write it anew with `groundrules init`)"),
        (
            b"a = " + b"[" * 5000,
            ": this is not TOML in UTF-8 (write it anew with `groundrules init`)",
        ),
        (b"#" * ((1 << 20) + 1), ": it is larger than 1 MiB (is it a configuration?)"),
    ],
    ids=["bad line", "never closed", "not UTF-8", "nested", "huge"],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "groundrules.toml"
    path.write_bytes(content)

    assert [f"{path}{message}"] == faults_of(tmp_path)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "groundrules.toml").write_bytes(b'\xef\xbb\xbfpolicy = "ap"\n')

    assert settings_in(tmp_path).word("policy") == "ap"


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "groundrules.toml").mkdir()

    assert [f"{tmp_path / 'groundrules.toml'}: this is not a file (remove it or make it one)"] == (
        faults_of(tmp_path)
    )


def test_a_file_that_loops_on_itself_is_no_configuration(tmp_path: Path) -> None:
    (tmp_path / "groundrules.toml").symlink_to(tmp_path / "groundrules.toml")

    assert len(faults_of(tmp_path)) == 1
