"""`groundrules lsp`, with which an editor speaks over pipes: in a process, and in a thread."""

from __future__ import annotations

import itertools
import json
import os
import signal
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from editor import PATIENCE, Editor, ProcessEditor, SeatedEditor, place_of, uri
from pier_room import AGREED, CODE, DRAFT, MENDED, NAME, RECORD, SPOKEN, WRONG, furnish_pier

from groundrules.faces.lsp.server import guarded

if TYPE_CHECKING:
    from pathlib import Path

PULLS = {"textDocument": {"diagnostic": {}}}
MARKDOWN = {"textDocument": {"hover": {"contentFormat": ["markdown", "plaintext"]}}}
RESOLVES = {
    "textDocument": {"codeAction": {"resolveSupport": {"properties": ["edit"]}}},
    "workspace": {"workspaceEdit": {"documentChanges": True}},
}
WORDS_OF_THE_RECORD = (NAME, AGREED, "Ana Ruiz", "Dockworkers")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return furnish_pier(tmp_path)


def codes(diagnostics) -> list[str]:
    return [one["code"] for one in diagnostics if "code" in one]


def messages(diagnostics) -> str:
    return "\n".join(one["message"] for one in diagnostics)


def fixes(editor: Editor, name: str, where: dict, **context: object) -> list:
    return editor.ask(
        "textDocument/codeAction",
        textDocument={"uri": name},
        range=where,
        context={"diagnostics": [], **context},
    )


def hovered(editor: Editor, name: str, where: dict) -> dict | None:
    return editor.ask("textDocument/hover", textDocument={"uri": name}, position=where["start"])


def reveals(folder: Path) -> list[dict]:
    path = folder / ".groundrules" / "reveals.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_what_is_typed_is_found_and_what_is_mended_goes(story):
    with ProcessEditor(story.parent) as editor:
        can = editor.begin()
        name = editor.open(story)
        (found,) = [one for one in editor.found(name, 1) if one.get("code") == CODE]
        editor.change(name, MENDED, 2)
        mended = editor.found(name, 2)
        editor.change(name, DRAFT, 3)

        assert (True, 1) == (can["hoverProvider"], can["textDocumentSync"]["change"])
        assert (place_of(DRAFT, WRONG), 1, "groundrules") == (
            found["range"],
            found["severity"],
            found["source"],
        )
        assert CODE not in codes(mended)
        assert CODE in codes(editor.found(name, 3))
        assert (0, "") == (editor.end(), editor.errors())


def test_what_was_checked_is_told_with_every_first_check(story):
    with SeatedEditor(story.parent) as editor:
        editor.begin()
        editor.open(story)
        told = editor.next("window/logMessage")["message"]

        assert "Held against 1 conversation" in told
        assert "Not checked: information restated" in told


def test_a_hover_says_the_terms_in_plain_rights_and_no_word_of_the_record(story):
    with SeatedEditor(story.parent) as editor:
        editor.begin(MARKDOWN)
        name = editor.open(story)
        shown = hovered(editor, name, place_of(DRAFT, WRONG))
        text = shown["contents"]["value"]

        assert ("markdown", place_of(DRAFT, WRONG)) == (shown["contents"]["kind"], shown["range"])
        assert "description\\-not\\-agreed" in text
        assert "described in the agreed words only" in text
        assert "turn 3 at 00:00:31" in text
        assert [] == [word for word in WORDS_OF_THE_RECORD if word in text]
        assert hovered(editor, name, place_of(DRAFT, "It rained")) is None
        assert not (story.parent / ".groundrules").exists()


def test_a_hover_reveals_to_whoever_set_reveal_and_that_is_recorded_once(story):
    with ProcessEditor(story.parent, "--reveal") as editor:
        editor.begin()
        name = editor.open(story)
        shown = [hovered(editor, name, place_of(DRAFT, WRONG)) for _ in range(2)][1]

        assert "plaintext" == shown["contents"]["kind"]
        assert f"source: {NAME}" in shown["contents"]["value"]
        assert f"“{AGREED}”" in shown["contents"]["value"]
        (entry,) = [one for one in reveals(story.parent) if one["statements"]]
        assert ("hover", "editor", ["union#4"]) == (
            entry["format"],
            entry["output"],
            entry["statements"],
        )


def test_what_cannot_be_recorded_is_not_shown(story):
    (story.parent / ".groundrules").write_text("no folder", encoding="utf-8")
    with SeatedEditor(story.parent, reveal=True) as editor:
        editor.begin()
        name = editor.open(story)

        assert hovered(editor, name, place_of(DRAFT, WRONG)) is None
        assert "nothing is revealed" in editor.next("window/showMessage")["message"]


def test_a_quick_fix_puts_in_the_agreed_description(story):
    with SeatedEditor(story.parent) as editor:
        editor.begin()
        name = editor.open(story)
        (fix,) = fixes(editor, name, place_of(DRAFT, WRONG))
        (change,) = fix["edit"]["changes"][name]

        assert ("quickfix", True) == (fix["kind"], fix["isPreferred"])
        assert "Attribute it to the agreed description" == fix["title"]
        assert (place_of(DRAFT, WRONG), AGREED) == (change["range"], change["newText"])
        assert ["quick-fix"] == [one["format"] for one in reveals(story.parent)]
        assert [] == fixes(editor, name, place_of(DRAFT, "It rained"))
        assert [] == fixes(editor, name, place_of(DRAFT, WRONG), only=["refactor"])


def test_the_words_come_when_the_fix_is_chosen_where_the_editor_can_wait(story):
    with SeatedEditor(story.parent) as editor:
        editor.begin(RESOLVES)
        name = editor.open(story)
        (fix,) = fixes(editor, name, place_of(DRAFT, WRONG))
        before = (story.parent / ".groundrules").exists()
        (edit,) = editor.ask("codeAction/resolve", **fix)["edit"]["documentChanges"]
        editor.change(name, MENDED, 2)
        late = editor.ask("codeAction/resolve", **fix)

        assert ("edit" in fix, before, AGREED in json.dumps(fix)) == (False, False, False)
        assert AGREED == edit["edits"][0]["newText"]
        assert {"uri": name, "version": 1} == edit["textDocument"]
        assert "edit" not in late, "the draft has changed since it was offered"


def test_a_title_has_the_words_only_where_they_are_revealed_and_that_is_recorded(story):
    with SeatedEditor(story.parent, reveal=True) as editor:
        editor.begin(RESOLVES)
        name = editor.open(story)
        (fix,) = fixes(editor, name, place_of(DRAFT, WRONG))

        assert f"Attribute it to the agreed description “{AGREED}”" == fix["title"]
        assert ["quick-fix"] == [one["format"] for one in reveals(story.parent)]


@pytest.mark.parametrize("data", [None, [], "x", ["file:///nowhere", 1, "GR201", 0, 1, 0]])
def test_a_fix_that_nobody_offered_has_no_edit(story, data):
    with SeatedEditor(story.parent) as editor:
        editor.begin(RESOLVES)
        editor.open(story)

        assert "edit" not in editor.ask("codeAction/resolve", title="?", data=data)


def test_an_editor_that_pulls_is_not_sent_what_it_asks_for(story):
    with SeatedEditor(story.parent) as editor:
        can = editor.begin(PULLS)
        name = editor.open(story)
        first = editor.ask("textDocument/diagnostic", textDocument={"uri": name})
        known = first["resultId"]
        again = editor.ask(
            "textDocument/diagnostic", textDocument={"uri": name}, previousResultId=known
        )
        editor.change(name, MENDED, 2)
        mended = editor.ask(
            "textDocument/diagnostic", textDocument={"uri": name}, previousResultId=known
        )

        assert can["diagnosticProvider"]["interFileDependencies"]
        assert ("full", "unchanged", "full") == (first["kind"], again["kind"], mended["kind"])
        assert CODE in codes(first["items"])
        assert CODE not in codes(mended["items"])
        assert [] == [
            one for one in editor.notifications if one["method"].endswith("publishDiagnostics")
        ]


def test_an_editor_that_pulls_is_told_to_ask_again_when_a_record_changes(story):
    refreshes = {**PULLS, "workspace": {"diagnostics": {"refreshSupport": True}}}
    with SeatedEditor(story.parent) as editor:
        editor.begin(refreshes)
        name = editor.open(story)
        editor.ask("textDocument/diagnostic", textDocument={"uri": name})
        free = RECORD.replace("> agree", "> decline")
        (story.parent / "records" / "union.record").write_text(free, encoding="utf-8")

        assert "workspace/diagnostic/refresh" == editor.asked()


def test_an_editor_that_pulls_is_sent_the_faults_of_what_it_has_not_open(story):
    record = story.parent / "records" / "union.record"
    record.write_text(RECORD.replace("> agree", "> agreee"), encoding="utf-8")
    with SeatedEditor(story.parent) as editor:
        editor.begin(PULLS)
        name = editor.open(story)
        told = editor.ask("textDocument/diagnostic", textDocument={"uri": name})["items"]
        sent = editor.found(uri(record))
        kept = editor.open(record, language="plaintext")
        cleared = editor.found(kept)
        pulled = editor.ask("textDocument/diagnostic", textDocument={"uri": kept})["items"]

        assert (1, 1, [], sent) == (len(told), len(sent), cleared, pulled)


def test_a_record_behind_a_link_is_one_file(story):
    (story.parent / "talks").symlink_to(story.parent / "records")
    record = story.parent / "records" / "union.record"
    record.write_text(RECORD.replace("> agree", "> agreee"), encoding="utf-8")
    (story.parent / "groundrules.toml").write_text('records = ["talks"]\n', encoding="utf-8")
    with SeatedEditor(story.parent) as editor:
        editor.begin()
        kept = editor.open(record, language="plaintext")
        editor.found(editor.open(story), 1)
        editor.tell("textDocument/didSave", textDocument={"uri": kept})
        editor.change(kept, record.read_text(encoding="utf-8"), 2)

        assert 1 == len(editor.found(kept, 2))
        assert [] == [
            one for one in editor.notifications if "talks" in one["params"].get("uri", "")
        ]


def test_a_record_that_changes_on_the_disk_counts_without_a_key_being_pressed(story):
    with SeatedEditor(story.parent) as editor:
        editor.begin()
        name = editor.open(story)
        before = editor.found(name, 1)
        record = story.parent / "records" / "union.record"
        (story.parent / "new").write_text(RECORD.replace("> agree", "> decline"), encoding="utf-8")
        (story.parent / "new").replace(record)

        assert CODE in codes(before)
        assert CODE not in codes(editor.found(name))


def test_a_fault_of_a_record_is_shown_in_it_and_the_draft_says_that_it_is_not_checked(story):
    record = story.parent / "records" / "union.record"
    record.write_text(RECORD.replace("> agree", "> agreee"), encoding="utf-8")
    with SeatedEditor(story.parent) as editor:
        editor.begin()
        name = editor.open(story)
        (told,) = editor.found(name, 1)
        (fault,) = editor.found(uri(record))
        record.write_text(RECORD, encoding="utf-8")
        editor.tell("textDocument/didSave", textDocument={"uri": name})

        assert told["message"].startswith("this draft is not checked: ")
        assert (0, 12) == (told["range"]["start"]["line"], fault["range"]["start"]["line"])
        assert CODE in codes(editor.found(name))
        assert [] == editor.found(uri(record))


def test_a_record_is_read_as_it_is_typed_and_counts_when_it_is_saved(story):
    record = story.parent / "records" / "union.record"
    with SeatedEditor(story.parent) as editor:
        editor.begin()
        name, kept = editor.open(story), editor.open(record, language="plaintext")
        editor.found(name, 1)
        fine = editor.found(kept, 1)
        editor.change(kept, RECORD.replace("> agree", "> agreee"), 2)
        (typed,) = editor.found(kept, 2)
        editor.change(name, f"{DRAFT}\n", 2)

        assert ([], 12) == (fine, typed["range"]["start"]["line"])
        assert CODE in codes(editor.found(name, 2))


def test_faults_of_policy_and_settings_are_shown_in_their_files(story):
    folder = story.parent
    (folder / "policies").mkdir()
    (folder / "groundrules.toml").write_text('policy = "own"\npolicies = ["policies"]\n', "utf-8")
    policy = folder / "policies" / "own.toml"
    policy.write_text("[policy\n", encoding="utf-8")
    with SeatedEditor(folder) as editor:
        editor.begin()
        name = editor.open(story)
        in_policy = editor.found(uri(policy))
        (folder / "groundrules.toml").write_text("polcy = 1\n", encoding="utf-8")
        in_settings = editor.found(uri(folder / "groundrules.toml"))

        assert (1, 1) == (len(in_policy), len(in_settings))
        assert "'polcy'" in in_settings[0]["message"]
        assert "not checked" in messages(editor.found(name))


def test_no_record_at_all_is_told_and_nothing_is_passed_over(tmp_path):
    (tmp_path / "story.md").write_text(DRAFT, encoding="utf-8")
    with SeatedEditor(tmp_path) as editor:
        editor.begin()
        (told,) = editor.found(editor.open(tmp_path / "story.md"))

        assert "there is no record to check the draft against" in told["message"]


def test_a_draft_that_cannot_be_read_says_where(story):
    with SeatedEditor(story.parent) as editor:
        editor.begin()
        (told,) = editor.found(editor.open(story, f"{DRAFT}\0"), 1)

        assert "NUL" in told["message"]
        assert DRAFT.count("\n") == told["range"]["start"]["line"]


def test_each_workspace_folder_has_its_own_records(tmp_path):
    first = furnish_pier(tmp_path / "one", name="drafts.md")
    second = furnish_pier(tmp_path / "two", name="drafts.md")
    other = RECORD.replace(AGREED, WRONG).replace("union\n", "guild\n")
    (tmp_path / "two" / "records" / "union.record").write_text(other, encoding="utf-8")
    deep = tmp_path / "one" / "far" / "down"
    deep.mkdir(parents=True)
    with SeatedEditor(tmp_path) as editor:
        editor.begin(folders=[tmp_path / "one"])
        editor.tell(
            "workspace/didChangeWorkspaceFolders",
            event={"added": [{"uri": uri(tmp_path / "two"), "name": "two"}], "removed": []},
        )
        here = editor.found(editor.open(first))
        there = editor.found(editor.open(second))
        below = editor.found(editor.open(uri(deep / "new.md"), DRAFT))

        assert (True, False, True) == tuple(CODE in codes(found) for found in (here, there, below))


@pytest.mark.parametrize(
    ("file", "language", "text", "wrong"),
    [
        ("story.txt", "plaintext", DRAFT, WRONG),
        ("story.html", "html", f"<p>“{SPOKEN},” said {WRONG}.</p>\n", WRONG),
        ("untitled:Untitled-1", "markdown", DRAFT, WRONG),
        ("untitled:Untitled-2", "html", f"<article><p>“{SPOKEN},” said {WRONG}.", WRONG),
    ],
)
def test_drafts_of_other_kinds_and_such_as_were_never_saved(story, file, language, text, wrong):
    name = file if ":" in file else uri(story.with_name(file))
    with SeatedEditor(story.parent) as editor:
        editor.begin()
        (found,) = [
            one
            for one in editor.found(editor.open(name, text, language), 1)
            if one.get("code") == CODE
        ]
        (fix,) = fixes(editor, name, place_of(text, wrong))

        assert place_of(text, wrong) == found["range"]
        assert AGREED == fix["edit"]["changes"][name][0]["newText"]


def test_what_is_no_draft_has_no_findings(story):
    with SeatedEditor(story.parent) as editor:
        editor.begin()

        assert [] == editor.found(editor.open(uri(story.with_name("a.py")), DRAFT, "python"))


@pytest.mark.parametrize(("encoding", "start"), [("utf-16", 4), ("utf-8", 8), ("utf-32", 2)])
def test_places_are_counted_as_the_editor_counts_them(story, encoding, start):
    text = f"🚢🚢“{SPOKEN},” said {WRONG}.\n"
    with SeatedEditor(story.parent) as editor:
        can = editor.begin({"general": {"positionEncodings": [encoding]}})
        found = editor.found(editor.open(story, text))
        first = min(one["range"]["start"]["character"] for one in found)
        last = {"line": 0, "character": 10_000}

        assert encoding == can["positionEncoding"]
        assert start < first < start + len(text) * 4
        assert fixes(editor, uri(story), {"start": last, "end": last}) == []


def test_a_document_that_is_closed_is_cleared(story):
    with SeatedEditor(story.parent) as editor:
        editor.begin()
        name = editor.open(story)
        editor.found(name, 1)
        editor.tell("textDocument/didClose", textDocument={"uri": name})

        assert [] == editor.found(name)


def _document(name: str, version: int = 1) -> dict:
    return {"uri": name, "version": version, "languageId": "markdown", "text": DRAFT}


def test_no_order_of_notifications_stops_the_server(story):
    name = uri(story)
    steps = {
        "textDocument/didOpen": {"textDocument": _document(name)},
        "textDocument/didChange": {
            "textDocument": {"uri": name, "version": 2},
            "contentChanges": [{"text": MENDED}],
        },
        "textDocument/didSave": {"textDocument": {"uri": name}},
        "textDocument/didClose": {"textDocument": {"uri": name}},
    }
    with ProcessEditor(story.parent) as editor:
        for method, params in steps.items():  # before it was initialized
            editor.tell(method, **params)
        editor.answer_to("textDocument/hover", _hover_at(name))
        editor.begin()
        editor.tell("initialized")
        for order in itertools.permutations(steps):
            for method in order:
                editor.tell(method, **steps[method])
        editor.tell("$/no-such-thing", anything=1)
        editor.tell("textDocument/didOpen", textDocument={"uri": 7})
        editor.tell("textDocument/didChange", textDocument={"uri": name}, contentChanges=[{}])
        editor.send_raw(b"{ this is not JSON")
        editor.send_raw(b'{"jsonrpc": "2.0", "method": "textDocument/didOpen"}')
        editor.answer_to("no/such/method", {})
        editor.tell("textDocument/didOpen", textDocument=_document(name, 50))

        assert CODE in codes(editor.found(name, 50))
        assert (0, "") == (editor.end(), editor.errors())


def _hover_at(name: str) -> dict:
    return {"textDocument": {"uri": name}, "position": {"line": 0, "character": 0}}


def test_a_text_that_no_encoding_holds_ends_nothing(story):
    with SeatedEditor(story.parent) as editor:
        editor.begin()
        name = editor.open(story, f"{DRAFT}\ud800\n")
        (told,) = editor.found(name, 1)
        editor.change(name, DRAFT, 2)

        assert "UTF-8" in told["message"]
        assert CODE in codes(editor.found(name, 2))


def test_many_changes_at_once_end_with_what_is_in_the_last(story):
    with SeatedEditor(story.parent) as editor:
        editor.begin()
        name = editor.open(story)
        for version in range(2, 60):
            editor.change(name, DRAFT if version % 2 else MENDED, version)

        assert CODE in codes(editor.found(name, 59))


def test_an_editor_that_goes_away_ends_it(story):
    with ProcessEditor(story.parent) as editor:
        editor.begin()
        editor.open(story)
        editor.hang_up()

        assert 1 == editor.wait()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--as-of", "soon"), "this is not an instant"),
        (("--select", "GR999"), "no rule is called 'GR999'"),
    ],
)
def test_it_does_not_start_with_what_it_cannot_do(story, arguments, said):
    done = subprocess.run(
        [sys.executable, "-m", "groundrules", "lsp", *arguments],
        cwd=story.parent,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=PATIENCE,
    )

    assert (2, "") == (done.returncode, done.stdout)
    assert said in done.stderr


def test_an_interrupt_ends_it_while_it_waits_for_input(story):
    with ProcessEditor(story.parent) as editor:
        editor.begin()
        editor.process.send_signal(signal.SIGINT)

        assert 130 == editor.wait()
        assert "" == editor.errors()


def test_without_the_extra_it_says_what_to_install(story):
    blocked = story.parent / "blocked"
    blocked.mkdir()
    (blocked / "pygls.py").write_text("raise ModuleNotFoundError(name='pygls')\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "groundrules", "lsp"],
        cwd=story.parent,
        env={**os.environ, "PYTHONPATH": str(blocked)},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=PATIENCE,
    )

    assert 2 == done.returncode
    assert "install groundrules with its extra `lsp`" in done.stderr


def test_what_was_revealed_is_kept_from_others(story):
    with SeatedEditor(story.parent) as editor:
        editor.begin()
        fixes(editor, editor.open(story), place_of(DRAFT, WRONG))

    path = story.parent / ".groundrules" / "reveals.jsonl"
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)


def test_what_fails_within_is_told_by_its_place_alone(story):
    def fails(params: object) -> None:
        raise ValueError(NAME, params)

    with SeatedEditor(story.parent) as editor:
        editor.begin()
        editor.server.feature("textDocument/references")(guarded(editor.server, fails))
        answer = editor.answer_to(
            "textDocument/references",
            {
                "textDocument": {"uri": uri(story)},
                "position": {"line": 0, "character": 0},
                "context": {"includeDeclaration": False},
            },
        )
        told = editor.next("window/showMessage")["message"]

        assert answer["result"] is None
        assert told.startswith("internal error in test_lsp_command.py:")
        assert told.endswith("(ValueError)")


def test_what_cannot_be_sent_any_more_is_given_up(story):
    with SeatedEditor(story.parent) as editor:
        editor.begin()
        status = editor.end()
        editor.server.tell("nobody hears this")
        editor.server.publisher.check([uri(story)])

        assert (0, []) == (status, list(editor.notifications))
