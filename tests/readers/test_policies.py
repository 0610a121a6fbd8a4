"""The shelf of policies: found by name, read within bounds, refused with place and remedy."""

import os
import re
import tomllib
from pathlib import Path

import pytest

from groundrules.errors import BadInput, Fault
from groundrules.readers.policies import SHIPPED, PolicyShelf
from groundrules.readers.tables import LIMIT, LONGEST_LINE
from groundrules.terms.comparison import compare, sentence
from groundrules.terms.levels import Level
from groundrules.terms.policy import PRACTICES, Status
from groundrules.terms.policy_document import MAX_LINEAGE
from groundrules.terms.policy_ruling import DESCRIBERS, SEVERITIES
from groundrules.terms.rights import AXES, Pursue

DOCS = Path(__file__).parents[2] / "docs" / "reference"

OWN = 'id = "{name}"\ntitle = "Own"\nversion = "1"\nextends = "{parent}"\n'


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / f"{name}.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refused(folder: Path, name: str) -> Fault:
    with pytest.raises(BadInput) as caught:
        PolicyShelf([folder]).load(name)
    (fault,) = caught.value.faults
    assert str(fault).isprintable()
    return fault


@pytest.mark.parametrize("name", PolicyShelf().names())
def test_every_shipped_policy_loads(name: str) -> None:
    assert name == PolicyShelf().load(name).id


def test_the_shelf_names_its_own_and_the_shipped_ones(tmp_path: Path) -> None:
    write(tmp_path, "ledger-post", OWN.format(name="ledger-post", parent="ap"))
    write(tmp_path, "ap", OWN.format(name="ap", parent="default"))
    (tmp_path / "notes.txt").touch()
    (tmp_path / ".draft.toml").touch()

    assert sorted([*PolicyShelf().names(), "ledger-post"]) == list(PolicyShelf([tmp_path]).names())


def test_a_policy_of_one_s_own_extends_a_shipped_one(tmp_path: Path) -> None:
    write(tmp_path, "ledger-post", OWN.format(name="ledger-post", parent="ap"))
    policy = PolicyShelf([tmp_path]).load("ledger-post")

    assert policy.lineage == ("ledger-post", "ap", "default")
    assert Pursue.YES is policy.rights(Level.OFF_THE_RECORD).pursue


def test_the_nearest_folder_wins(tmp_path: Path) -> None:
    near, far = tmp_path / "near", tmp_path / "far"
    for folder in (near, far):
        folder.mkdir()
        write(folder, "ap", OWN.format(name="ap", parent="default").replace("Own", folder.name))
    write(far, "ledger", OWN.format(name="ledger", parent="ap"))
    shelf = PolicyShelf([near, str(far)])

    assert shelf.load("ap").title == "near"
    assert near / "ap.toml" == shelf.path("ap")
    assert far / "ledger.toml" == shelf.path("ledger")
    assert SHIPPED / "npr.toml" == shelf.path("npr")
    assert shelf.path("nowhere") is None


def test_only_the_policy_and_its_parents_are_read(tmp_path: Path) -> None:
    write(tmp_path, "broken", "this is no policy")
    write(tmp_path, "ledger", OWN.format(name="ledger", parent="default"))

    assert PolicyShelf([tmp_path]).load("ledger").title == "Own"


def test_a_shelf_reads_each_file_once(tmp_path: Path) -> None:
    path = write(tmp_path, "ledger", OWN.format(name="ledger", parent="default"))
    shelf = PolicyShelf([tmp_path])
    first = shelf.load("ledger")
    path.write_text("changed while the command runs")

    assert first == shelf.load("ledger")


def test_an_unknown_name_brings_the_nearest_and_all_known_ones() -> None:
    with pytest.raises(BadInput) as caught:
        PolicyShelf().load("washingtn-post", asked_in="groundrules.toml")
    (fault,) = caught.value.faults

    assert fault.path == "groundrules.toml"
    assert fault.message == "there is no policy called 'washingtn-post'"
    assert fault.remedy.startswith("did you mean washington-post? write one of: ap, asne-1998, bbc")


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../ap", "policies/ap", "a\\b", "ap\0", "\u202eap", ".hidden", "a" * 5000],
)
def test_a_name_never_leaves_the_shelf(tmp_path: Path, name: str) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    write(tmp_path, "ap", "this must not be read")
    write(inner, ".hidden", "nor this")

    assert "there is no policy called" in refused(inner, name).message


def test_a_parent_never_leaves_the_shelf(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    write(tmp_path, "secret", "this must not be read")
    write(inner, "ledger", OWN.format(name="ledger", parent="../secret"))
    fault = refused(inner, "ledger")

    assert (str(inner / "ledger.toml"), 4) == (fault.path, fault.line)
    assert fault.message == "extends: there is no such policy"


BROKEN = {
    "syntax": (b'id = "x"\ntitle = \n', (2, 9, "this is not TOML: invalid value", "mend it")),
    "an end too early": (b'id = "x', (1, 0, "this is not TOML: unterminated string", "mend it")),
    "an end within quotes": (
        b'id = """x\n\n',
        (3, 0, "this is not TOML: unterminated string", "mend it"),
    ),
    "a key twice": (b'id = "x"\nid = "x"\n', (2, 9, "this is not TOML: cannot over", "mend it")),
    "UTF-16 without a mark": ("id = 'é'".encode("utf-16-le"), (1, 13, "byte 13 is not", "UTF-8")),
    "Latin-1": (b'id = "x"\ntitle = "caf\xe9"', (2, 13, "byte 22 is not UTF-8", "UTF-8")),
    "NUL": (b'id = "x\0"', (1, 8, "it holds a NUL", "export it again")),
    "too large": (b"#\n" * LIMIT, (0, 0, f"it has more than {LIMIT} bytes", "split it")),
    "a long line": (
        b'id = "x"\n# ' + b"x" * LONGEST_LINE,
        (2, 0, "the line has more than 1,000 characters", "break it into lines"),
    ),
    "deep nesting": (
        b"x = " + b"[" * 900 + b"\n" + (b"[" * 900 + b"\n") * 40,
        (0, 0, "it has brackets within brackets too deep", "take them out"),
    ),
    "an endless key": (
        b".".join([b"a"] * 60_000) + b" = 1",
        (1, 0, "the line has more than 1,000 characters", "break it into lines"),
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_file_that_cannot_be_parsed_is_refused(tmp_path: Path, case: str) -> None:
    content, (line, column, message, remedy) = BROKEN[case]
    path = write(tmp_path, "broken", content)
    fault = refused(tmp_path, "broken")

    assert (str(path), line, column) == (fault.path, fault.line, fault.column)
    assert fault.message.startswith(message)
    assert remedy in fault.remedy


def test_windows_files_are_read(tmp_path: Path) -> None:
    text = "\ufeff" + OWN.format(name="ledger", parent="default").replace("\n", "\r\n")
    write(tmp_path, "ledger", text)

    assert PolicyShelf([tmp_path]).load("ledger").title == "Own"


def test_a_folder_called_like_a_policy_is_refused(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").mkdir()

    assert refused(tmp_path, "odd").message == "this is a folder"


def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "one.toml").symlink_to(tmp_path / "two.toml")
    (tmp_path / "two.toml").symlink_to(tmp_path / "one.toml")

    assert "loop of symbolic links" in refused(tmp_path, "one").message


def test_a_link_to_nowhere_is_refused_and_hides_what_ships(tmp_path: Path) -> None:
    (tmp_path / "ap.toml").symlink_to(tmp_path / "gone.toml")

    assert refused(tmp_path, "ap").path == str(tmp_path / "ap.toml")


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")

    assert refused(tmp_path, "pipe").message == "this is a pipe, a socket or a device"


def test_a_folder_that_is_not_there_is_no_empty_shelf(tmp_path: Path) -> None:
    gone = tmp_path / "gone"

    assert refused(gone, "ap").path == str(gone)
    with pytest.raises(BadInput):
        PolicyShelf([gone]).names()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    path = write(tmp_path, "ap", "")

    assert Fault(str(path), "it is not a folder", "name the folder of policies") == refused(
        path, "npr"
    )


def test_the_parent_s_file_is_named_where_the_fault_is_there(tmp_path: Path) -> None:
    write(tmp_path, "ledger", OWN.format(name="ledger", parent="house"))
    path = write(tmp_path, "house", OWN.format(name="huose", parent="default"))
    fault = refused(tmp_path, "ledger")

    assert (str(path), 1) == (fault.path, fault.line)
    assert fault.message == "id: it is not the name of the file"


def fenced(page: str, language: str) -> list[str]:
    text = (DOCS / page).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def test_the_example_of_the_format_s_page_is_a_policy(tmp_path: Path) -> None:
    (_, example) = fenced("policy-format.md", "toml")
    write(tmp_path, "ledger-post", example)
    policy = PolicyShelf([tmp_path]).load("ledger-post")
    level = policy.levels[Level.OFF_THE_RECORD]

    assert policy.lineage == ("ledger-post", "ap", "default")
    assert Pursue.NO is level.axes["pursue"].value
    assert Status.VERIFIED is level.axes["pursue"].status
    assert level.axes["publish"].policy == "ap"
    assert policy.phrases("banned_reasons") == ("not authorized to speak", "sensitive matter")
    assert policy.severities["boilerplate-reason"].value == "error"
    assert tomllib.loads(example)["id"] == policy.id


def test_the_page_of_policies_lists_what_ships() -> None:
    shelf = PolicyShelf()
    expected = ["| id | title | jurisdiction | off the record |", "| --- | --- | --- | --- |"]
    for name in shelf.names():
        policy = shelf.load(name)
        level = policy.levels[Level.OFF_THE_RECORD]
        own = any(ruling.policy == name for ruling in level.axes.values())
        meaning = level.meaning if own else "says nothing itself: read as in `default`"
        if not own and policy.lineage[1:2] not in ((), ("default",)):
            meaning = f"says nothing itself: read as in `{policy.lineage[1]}`"
        expected.append(f"| `{name}` | {policy.title} | {policy.jurisdiction or '—'} | {meaning} |")
    page = (DOCS / "policies.md").read_text("utf-8")

    assert "\n".join(expected) in page


def test_the_page_of_policies_gives_the_default_s_rights() -> None:
    default = PolicyShelf().load("default")
    rows = [
        f"| {' | '.join([level, *default.rights(level).by_axis().values()])} |" for level in Level
    ]

    assert "\n".join(rows) in (DOCS / "policies.md").read_text("utf-8")


def test_the_comparison_on_the_page_is_what_is_told() -> None:
    shelf = PolicyShelf()
    told = [sentence(one) for one in compare(shelf.load("ap"), shelf.load("washington-post"))]
    (shown_on_page,) = fenced("policies.md", "text")

    assert shown_on_page.removesuffix("\n") in told


def test_the_page_of_the_format_names_all_there_is() -> None:
    page = (DOCS / "policy-format.md").read_text("utf-8")
    kinds = {int: "a count from 1 up", bool: "`true` or `false`", tuple: "a list of phrases"}

    for name, practice in PRACTICES.items():
        words = ", ".join(f"`{word}`" if word else '`""` (nobody)' for word in practice.choices)
        assert f"| `{name}` | {kinds.get(practice.kind, words)} | {practice.about} |" in page
    for name, axis in AXES.items():
        assert f"| `{name}` | {', '.join(f'`{value}`' for value in axis)} |" in page
    for word in (*Level, *Status, *SEVERITIES, *DESCRIBERS):
        assert f"`{word}`" in page


def test_the_page_of_the_format_shows_a_fault_as_it_is_printed(tmp_path: Path) -> None:
    (_, example) = fenced("policy-format.md", "toml")
    (shown_on_page,) = fenced("policy-format.md", "text")
    write(tmp_path, "ledger-post", example.replace("pursue =", "persue ="))
    printed = str(refused(tmp_path, "ledger-post")).replace(str(tmp_path), "policies")

    assert printed.startswith(shown_on_page.partition("…")[0])


def test_the_page_of_the_format_names_the_bounds() -> None:
    page = (DOCS / "policy-format.md").read_text("utf-8")

    assert f"{LONGEST_LINE:,} characters" in page
    assert f"{LIMIT // 1024} KiB" in page
    assert MAX_LINEAGE == 8
    assert "over eight files at most" in page
