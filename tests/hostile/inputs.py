"""Hostile inputs: what is broken, how to make it, and which command has to refuse it.

Each entry writes its files into an empty folder and returns the arguments of `groundrules`. The
folder already holds a good draft (`draft.md`), a good record (`records/good.record`) and a good
transcript (`talk.vtt`), so that one thing alone is wrong.
"""

from __future__ import annotations

import gzip
import os
from typing import TYPE_CHECKING

from odt_files import archive, content_xml, odt, p
from word_files import RELATIONSHIPS, package, paragraph, part, table, word_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Make = Callable[[Path], list[str]]

HEAD = """\
conversation: good
date: 2026-11-03T14:00-05:00
parties:
  AR: reporter, Ana Ruiz
  S1: source, Dana Whitfield
"""
TALK = "[00:00:01] S1: The board has not voted on the pier.\n"
GOOD_RECORD = HEAD + TALK
GOOD_DRAFT = "The board has not voted.\n"
GOOD_VTT = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Ana>Hello there.</v>\n"
HUNDRED_MEGABYTES = 100 * 1024 * 1024

CHECK = ["check", "draft.md", "--records", "records"]
INPUTS: dict[str, Make] = {}


def hostile(make: Make) -> Make:
    INPUTS[make.__name__] = make
    return make


def record(name: str, content: str | bytes) -> None:
    """Add a case: a record with this content beside a good draft."""

    def make(folder: Path) -> list[str]:
        path = folder / "records" / "good.record"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return CHECK

    INPUTS[f"record_{name}"] = make


def act(name: str, line: str) -> None:
    """Add a case: a record with one bad act line."""
    record(f"act_{name}", GOOD_RECORD + f"  > {line}\n")


def draft(name: str, content: bytes) -> None:
    """Add a case: a draft with this content beside good records."""

    def make(folder: Path) -> list[str]:
        (folder / "draft.md").write_bytes(content)
        return CHECK

    INPUTS[f"draft_{name}"] = make


def policy(name: str, content: str | bytes, file: str = "house.toml") -> None:
    """Add a case: a newsroom's own policy with this content."""

    def make(folder: Path) -> list[str]:
        (folder / "policies").mkdir()
        path = folder / "policies" / file
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        (folder / "groundrules.toml").write_text('policies = ["policies"]\n')
        return [*CHECK, "--policy", "house"]

    INPUTS[f"policy_{name}"] = make


def config(name: str, content: str | bytes) -> None:
    """Add a case: a settings file with this content."""

    def make(folder: Path) -> list[str]:
        path = folder / "groundrules.toml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return CHECK

    INPUTS[f"config_{name}"] = make


def transcript(name: str, content: str | bytes) -> None:
    """Add a case: a transcript with this content, to be imported."""

    def make(folder: Path) -> list[str]:
        path = folder / "talk.vtt"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return ["import", "talk.vtt", "--out", "imported"]

    INPUTS[f"transcript_{name}"] = make


def option(name: str, *arguments: str) -> None:
    """Add a case: good files and bad arguments."""
    INPUTS[f"option_{name}"] = lambda _folder: list(arguments)


def house(body: str = "", head: str = 'id = "house"\ntitle = "House"\nversion = "1"\n') -> str:
    return head + body


# Records

record("empty", "")
record("blank", "\n \n\t\n")
record("truncated_in_the_head", "conversation: good\npart")
record("without_a_conversation", HEAD.partition("\n")[2] + TALK)
record("without_parties", "conversation: good\n" + TALK)
record("in_latin_1", GOOD_RECORD.encode() + "[00:00:02] S1: Caf\xe9.\n".encode("latin-1"))
record("in_utf_16_without_a_mark", GOOD_RECORD.encode("utf-16-le"))
record("with_a_nul", GOOD_RECORD + "[00:00:02] S1: A\0B.\n")
record("with_a_control_character", GOOD_RECORD + "[00:00:02] S1: A\x07B.\n")
record("binary", bytes(range(256)) * 64)
record("compressed", gzip.compress(GOOD_RECORD.encode() * 50))
record("with_a_key_twice", "conversation: other\n" + GOOD_RECORD)
record("with_an_unknown_key", GOOD_RECORD.replace("date:", "dtae:"))
record("with_a_party_twice", GOOD_RECORD.replace("AR:", "S1:"))
record("with_an_unknown_role", GOOD_RECORD.replace("reporter,", "reporterr,"))
record("with_an_undeclared_speaker", GOOD_RECORD + "[00:00:02] S9: Words.\n")
record("with_a_bidi_control_in_a_party", GOOD_RECORD.replace("AR:", "A\u202eR:"))
record("with_an_impossible_time", GOOD_RECORD + "[00:99:99] S1: Words.\n")
record("with_a_huge_time", GOOD_RECORD + f"[{'9' * 400}:00:00] S1: Words.\n")
record("that_ends_before_it_starts", GOOD_RECORD + "[00:00:09-00:00:02] S1: Words.\n")
record("on_the_thirtieth_of_february", GOOD_RECORD.replace("2026-11-03", "2026-02-30"))
record("with_a_time_without_a_zone", GOOD_RECORD.replace("-05:00", ""))
record("with_an_act_before_the_talk", HEAD + "  > agree\n")
record("with_text_before_the_talk", HEAD + "  Some words.\n")
record("under_an_unknown_policy", GOOD_RECORD.replace("date:", "policy: nobodys\ndate:"))
record("with_a_later_line_without_a_date", GOOD_RECORD + "afterwards:\n  S1 > release turns=1\n")
act("unknown", "aks off-the-record")
act("of_nothing", "ask")
act("with_an_unknown_level", "ask of-the-record")
act("with_an_unknown_permission", "ask background publish=maybe")
act("with_an_unknown_key", "ask background colour=blue")
act("with_a_key_twice", "ask background publish=yes publish=no")
act("with_an_open_quotation", 'ask background description="an official')
act("with_a_zero_width_space", "a\u200bsk background")
act("for_an_unknown_party", "ask background for=S9")
act("with_turns_backwards", "release on-the-record turns=9-4")
act("with_a_huge_turn", "release on-the-record turns=" + "9" * 5000)
act("about_a_turn_that_is_not_there", "release on-the-record turns=7")
act("with_an_embargo_without_a_zone", "ask background embargo=2026-11-05T06:00")
act("with_an_embargo_that_is_no_time", "ask background embargo=tomorrow-ish")
act("grace_without_a_reason", "grace turns=1")


@hostile
def record_with_a_line_of_100_megabytes(folder: Path) -> list[str]:
    with (folder / "records" / "good.record").open("ab") as file:
        file.write(b"[00:00:02] S1: ")
        for _ in range(100):
            file.write(b"a" * (HUNDRED_MEGABYTES // 100))
    return CHECK


@hostile
def record_that_is_a_folder(folder: Path) -> list[str]:
    (folder / "records" / "odd.record").mkdir()
    return [*CHECK[:2], "--records", "records/odd.record"]


@hostile
def record_that_is_a_pipe(folder: Path) -> list[str]:
    os.mkfifo(folder / "records" / "pipe.record")
    return CHECK


@hostile
def record_that_is_a_device(folder: Path) -> list[str]:
    (folder / "records" / "zero.record").symlink_to("/dev/zero")
    return CHECK


@hostile
def record_that_links_to_itself(folder: Path) -> list[str]:
    (folder / "records" / "loop.record").symlink_to("loop.record")
    return CHECK


@hostile
def record_that_links_to_nothing(folder: Path) -> list[str]:
    (folder / "records" / "gone.record").symlink_to("nowhere.record")
    return CHECK


@hostile
def record_folder_that_links_to_its_parent(folder: Path) -> list[str]:
    (folder / "records" / "again").symlink_to(folder / "records", target_is_directory=True)
    return CHECK


@hostile
def record_with_the_id_of_another(folder: Path) -> list[str]:
    (folder / "records" / "twin.record").write_text(GOOD_RECORD)
    return CHECK


@hostile
def records_that_are_not_there(_folder: Path) -> list[str]:
    return [*CHECK[:2], "--records", "nowhere"]


@hostile
def records_folder_without_records(folder: Path) -> list[str]:
    (folder / "records" / "good.record").unlink()
    return CHECK


@hostile
def record_of_thirty_thousand_acts(folder: Path) -> list[str]:
    path = folder / "records" / "good.record"
    path.write_text(GOOD_RECORD + "  > ask background\n" * 30_000 + "  > end\n")
    return CHECK


# Drafts

draft("in_latin_1", "The caf\xe9 on the pier.\n".encode("latin-1"))
draft("in_utf_16_without_a_mark", GOOD_DRAFT.encode("utf-16-le"))
draft("with_a_nul", b"The board\0 has not voted.\n")
draft("binary", bytes(range(256)) * 16)
draft("cut_within_a_character", "The pier caf\xe9".encode()[:-1])
draft("with_a_zero_width_space_in_a_word", "Dana Whit\u200bfield voted.\n".encode())
draft("with_a_bidi_override", "The board \u202edetov\u202c.\n".encode())
draft("with_a_surrogate", b"The board \xed\xa0\x80 voted.\n")


@hostile
def draft_with_a_line_of_100_megabytes(folder: Path) -> list[str]:
    with (folder / "draft.md").open("ab") as file:
        for _ in range(100):
            file.write(b"a " * (HUNDRED_MEGABYTES // 200))
    return CHECK


@hostile
def draft_that_is_a_folder(folder: Path) -> list[str]:
    (folder / "story.md").mkdir()
    return ["check", "story.md", "--records", "records"]


@hostile
def draft_that_is_not_there(_folder: Path) -> list[str]:
    return ["check", "nowhere.md", "--records", "records"]


@hostile
def draft_that_links_to_itself(folder: Path) -> list[str]:
    (folder / "loop.md").symlink_to("loop.md")
    return ["check", "loop.md", "--records", "records"]


@hostile
def draft_that_is_a_pipe(folder: Path) -> list[str]:
    os.mkfifo(folder / "pipe.md")
    return ["check", "pipe.md", "--records", "records"]


# Policies

policy("that_extends_itself", house('extends = "house"\n'))
policy("with_an_unknown_parent", house('extends = "nobodys"\n'))
policy("that_is_no_toml", house("extends = \n"))
policy("nested_ten_thousand_deep", house("a = " + "[" * 10_000 + "]" * 10_000 + "\n"))
policy("without_an_id", house(head='title = "House"\nversion = "1"\n'))
policy("with_another_id", house(head='id = "other"\ntitle = "House"\nversion = "1"\n'))
policy("with_an_unknown_level", house('[levels.of-the-record]\nmeaning = "No."\n'))
policy("with_a_number_for_a_title", house(head='id = "house"\ntitle = 7\nversion = "1"\n'))
policy(
    "with_an_unknown_permission",
    house("[levels.background]\nmeaning = 'No name.'\npublish = { value = 'maybe' }\n"),
)
policy(
    "with_an_unknown_rule",
    house('[severities]\nnamed-sauce = { value = "error", status = "verified" }\n'),
)
policy("in_utf_16_without_a_mark", house().encode("utf-16-le"))
policy("of_two_megabytes", house("# " + "a" * 2_000_000 + "\n"))


@hostile
def policy_in_a_circle(folder: Path) -> list[str]:
    arguments = ["policies", "show", "house"]
    (folder / "policies").mkdir()
    for name, parent in (("house", "home"), ("home", "hall"), ("hall", "house")):
        head = f'id = "{name}"\ntitle = "T"\nversion = "1"\nextends = "{parent}"\n'
        (folder / "policies" / f"{name}.toml").write_text(head)
    (folder / "groundrules.toml").write_text('policies = ["policies"]\n')
    return arguments


# Settings

config("that_is_no_toml", "records = [\n")
config("with_an_unknown_key", 'recrods = ["records"]\n')
config("with_a_wrong_type", "records = 7\n")
config("with_an_unknown_format", 'format = "pretty"\n')
config("with_an_unknown_rule", 'select = ["GR999"]\n')
config("in_latin_1", b'policy = "caf\xe9"\n')
config("nested_ten_thousand_deep", "records = " + "[" * 10_000 + "]" * 10_000 + "\n")

# Transcripts

transcript("empty", "")
transcript("of_nothing_known", "lorem ipsum dolor sit amet\n" * 3)
transcript("with_an_impossible_time", GOOD_VTT.replace("00:00:02", "00:61:02"))
transcript("that_ends_before_it_starts", GOOD_VTT.replace("00:00:02", "00:00:00"))
transcript("with_a_huge_time", GOOD_VTT.replace("00:00:02.000", "9" * 300 + ":00:02.000"))
transcript("with_a_nul", GOOD_VTT.replace("Hello", "He\0llo"))
transcript("in_latin_1", GOOD_VTT.encode() + "caf\xe9\n".encode("latin-1"))
transcript("cut_in_a_time", "WEBVTT\n\n00:00:01.000 --> 00:0")

SEGMENT = '{"segments": [{"text": "Hello there.", "start": %s, "end": 2.5}]}'
transcript("in_json_of_no_known_form", '{"hello": "there"}')
transcript("in_json_cut_in_a_text", SEGMENT[:30])
transcript("in_json_with_a_time_that_is_none", SEGMENT % "NaN")
transcript("in_json_with_a_huge_number", SEGMENT % ("9" * 1_000_000))
transcript("in_json_with_a_huge_exponent", SEGMENT % "1e999999999")
transcript("in_json_with_a_negative_time", SEGMENT % "-1")
transcript("in_json_that_ends_before_it_starts", SEGMENT % "3")
transcript("in_json_with_a_list_for_a_time", SEGMENT % "[[]]")
transcript("in_json_with_a_key_twice", SEGMENT % '1, "start": 2')
transcript("in_json_with_a_number_for_a_list", '{"segments": 7}')
transcript("in_json_with_text_for_an_object", '{"results": {"items": ["hello"]}}')
transcript("in_json_with_lists_a_million_deep", "[" * 1_000_000)
transcript("in_json_with_objects_a_hundred_thousand_deep", '{"segments":' * 100_000)
transcript("in_json_without_words", '{"monologues": []}')
transcript("in_json_in_a_repetition_of_other_words",
           '{"results": [{"alternatives": [{"transcript": "Yes."}]}, {"alternatives": '
           '[{"words": [{"word": "No.", "speakerTag": 1}]}]}]}')  # fmt: skip


@hostile
def transcript_in_json_with_a_text_of_thirty_megabytes(folder: Path) -> list[str]:
    (folder / "talk.vtt").write_text((SEGMENT % 1).replace("there", "a " * 15_000_000))
    return ["import", "talk.vtt", "--out", "imported"]


@hostile
def transcript_in_json_with_three_million_values(folder: Path) -> list[str]:
    (folder / "talk.vtt").write_text('{"segments": [' + "{}," * 3_000_000 + "{}]}")
    return ["import", "talk.vtt", "--out", "imported"]


@hostile
def transcript_in_json_of_a_million_numbers(folder: Path) -> list[str]:
    (folder / "talk.vtt").write_text('{"hello": [' + "1.5," * 999_000 + "1]}")
    return ["import", "talk.vtt", "--out", "imported"]


@hostile
def transcript_in_json_with_a_text_of_100_megabytes(folder: Path) -> list[str]:
    with (folder / "talk.vtt").open("wb") as file:
        file.write(b'{"segments": [{"text": "')
        for _ in range(100):
            file.write(b"a" * (HUNDRED_MEGABYTES // 100))
        file.write(b'"}]}')
    return ["import", "talk.vtt", "--out", "imported"]


transcript("of_otter_with_an_impossible_time", "Ana Ruiz  0:99\nHi.\n\nBo Lee  1:02\nHo.\n")
transcript("that_counts_frames", "[00:00:01:12] Ana Ruiz: Hi.\n\n[00:00:02] Bo Lee: Ho.\n")
transcript("of_two_recordings", "Ana Ruiz (9:00): Hi.\n\nBo Lee (0:02): Ho.\n")
transcript("table_with_an_open_cell", 'speaker,text\nAna,"Hi.\n')
transcript("table_with_a_long_row", "speaker,text\nAna,Hi, there.\n")
transcript("table_with_times_of_no_unit", "speaker,start,text\nAna,12,Hi.\n")

# Word files


def word(name: str, make_content: Callable[[], bytes]) -> None:
    """Add a case: a Word file with the content that this makes, to be imported."""

    def make(folder: Path) -> list[str]:
        (folder / "talk.docx").write_bytes(make_content())
        return ["import", "talk.docx", "--out", "imported"]

    INPUTS[f"word_{name}"] = make


def word_document(name: str, make_document: Callable[[], str]) -> None:
    """Add a case: a Word file with this for its document."""
    head = {"_rels/.rels": RELATIONSHIPS}
    word(name, lambda: package({**head, "word/document.xml": make_document()}))


GOOD_WORD = word_file(paragraph("Ana Ruiz (0:01): Hello there."))
LAUGHS = "".join(f'<!ENTITY a{at + 1} "{f"&a{at};" * 10}">' for at in range(9))
SHEET = RELATIONSHIPS.replace("word/document", "xl/workbook")

word_document("not_well_formed", lambda: "<w:p")
word_document("with_an_unknown_encoding", lambda: '<?xml version="1.0" encoding="klingon"?><a/>')
word_document(
    "with_an_outside_entity",
    lambda: '<!DOCTYPE w [<!ENTITY a SYSTEM "/etc/passwd">]><w>&a;</w>',
)
word_document(
    "with_a_billion_laughs", lambda: f'<!DOCTYPE w [{LAUGHS}<!ENTITY a0 "ha">]><w>&a9;</w>'
)
word_document(
    "with_a_hundred_thousand_attributes",
    lambda: "<w " + "".join(f"a{at}='' " for at in range(100_000)) + "/>",
)
word_document("nested_a_hundred_thousand_deep", lambda: "<a>" * 100_000)
word_document(
    "of_a_million_elements", lambda: "".join(f"<a>{at:08}</a>" for at in range(1_000_000))
)
word_document("of_ninety_megabytes", lambda: part(paragraph("word " * 18_000_000)))
word("cut", lambda: GOOD_WORD[:-40])
word("of_older_make", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000))
word("without_a_document", lambda: package({"a.txt": "x"}))
word("that_is_a_spreadsheet", lambda: package({"_rels/.rels": SHEET, "xl/workbook.xml": "<a/>"}))
word("with_a_path_out_of_it", lambda: word_file("", {"../../x": ""}))
word(
    "with_a_picture_of_a_hundred_megabytes",
    lambda: word_file("", {"word/a.png": bytes(HUNDRED_MEGABYTES)}),
)
word("of_thirty_thousand_members", lambda: word_file("", {f"{at}": "" for at in range(30_000)}))
word("with_a_table_of_nobody", lambda: word_file(table(("Ana Ruiz", "Hi."))))
word("with_an_impossible_time", lambda: word_file(paragraph("Ana Ruiz (0:99): Hi.")))


# Drafts in other forms


def formed(name: str, file: str, make_content: Callable[[], bytes]) -> None:
    """Add a case: a draft of this name with the content that this makes."""

    def make(folder: Path) -> list[str]:
        (folder / file).write_bytes(make_content())
        return ["check", file, "--records", "records"]

    INPUTS[f"draft_{name}"] = make


def formed_document(name: str, make_document: Callable[[], str]) -> None:
    """Add a case: a draft in a Word file with this for its document."""
    head = {"_rels/.rels": RELATIONSHIPS}
    members = {**head, "word/document.xml": ""}
    formed(
        f"word_{name}",
        "draft.docx",
        lambda: package({**members, "word/document.xml": make_document()}),
    )


def odt_of(name: str, make_content: Callable[[], str]) -> None:
    """Add a case: a draft in an OpenDocument file with this for its content."""
    formed(f"odt_{name}", "draft.odt", lambda: archive({"content.xml": make_content()}))


def page(name: str, make_page: Callable[[], str]) -> None:
    """Add a case: a draft in HTML."""
    formed(f"page_{name}", "draft.html", lambda: make_page().encode())


PASSWORD = "<manifest><encryption-data/></manifest>"  # noqa: S105 - the element's own name
formed_document("not_well_formed", lambda: "<w:p")
formed_document(
    "with_a_billion_laughs", lambda: f'<!DOCTYPE w [{LAUGHS}<!ENTITY a0 "ha">]><w>&a9;</w>'
)
formed_document(
    "with_a_hundred_thousand_attributes",
    lambda: "<w " + "".join(f"a{at}='' " for at in range(100_000)) + "/>",
)
formed_document("nested_a_hundred_thousand_deep", lambda: "<a>" * 100_000)
formed_document(
    "of_a_million_elements", lambda: "".join(f"<a>{at:08}</a>" for at in range(1_000_000))
)
formed_document("of_ninety_megabytes", lambda: part(paragraph("word " * 18_000_000)))
formed("word_cut", "draft.docx", lambda: GOOD_WORD[:-40])
formed("word_encrypted", "draft.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000))
formed("word_that_is_text", "draft.docx", GOOD_DRAFT.encode)
formed("word_by_content_alone", "draft.md", lambda: GOOD_WORD[:-40])
formed(
    "word_with_a_picture_of_a_hundred_megabytes",
    "draft.docx",
    lambda: word_file("", {"word/a.png": bytes(HUNDRED_MEGABYTES)}),
)
formed("word_of_forty_megabytes", "draft.docx", lambda: b"PK\x03\x04" + bytes(40 * 1024 * 1024))
formed("odt_cut", "draft.odt", lambda: odt(p("x"))[:-40])
formed("odt_with_a_password", "draft.odt", lambda: odt("", "", {"META-INF/manifest.xml": PASSWORD}))
formed("odt_that_is_text", "draft.odt", GOOD_DRAFT.encode)
odt_of(
    "with_a_billion_laughs",
    lambda: f'<!DOCTYPE w [{LAUGHS}<!ENTITY a0 "ha">]>{content_xml(p("&a9;"))[21:]}',
)
odt_of(
    "with_an_outside_entity", lambda: '<!DOCTYPE w [<!ENTITY a SYSTEM "/etc/passwd">]><w>&a;</w>'
)
odt_of("of_ninety_megabytes", lambda: content_xml(p("word " * 18_000_000)))
odt_of("nested_a_hundred_thousand_deep", lambda: content_xml("<text:span>" * 100_000))
page("of_fifty_megabytes_of_tags", lambda: "<div>" * (10 * 1024 * 1024))
page("nested_a_million_deep", lambda: "<div>" * 1_000_000)
page("of_a_million_paragraphs", lambda: "<p>a" * 1_000_000)
page("of_a_million_references", lambda: "&#65;" * 1_000_000)
page("of_a_million_ends", lambda: "<div>" * 900 + "</b>" * 1_000_000)
page("with_a_tag_of_a_million_attributes", lambda: "<a " + "b='c'" * 1_000_000 + ">")
page("with_a_million_comments_without_end", lambda: "<!--" * 1_000_000)
page("with_a_million_tags_without_end", lambda: "<a " * 1_000_000)
page("with_a_million_declarations_without_end", lambda: "<![CDATA[" * 1_000_000)
page("of_ten_million_lines", lambda: "\n" * 10_000_000)
page("in_no_encoding", lambda: '<meta charset="klingon">')
page("with_a_nul", lambda: "<p>The board\0 has not voted.")
page("with_a_zero_width_space_in_a_word", lambda: "<p>Dana Whit\u200bfield voted.")
formed("page_cut_within_a_character", "draft.html", lambda: b"<meta charset=utf-8>caf\xc3")


@hostile
def transcript_into_a_file(folder: Path) -> list[str]:
    (folder / "imported").write_text("in the way")
    return ["import", "talk.vtt", "--out", "imported"]


@hostile
def transcript_for_an_unknown_role(_folder: Path) -> list[str]:
    return ["import", "talk.vtt", "--out", "imported", "--party", "Ana=wizard"]


@hostile
def transcript_twice(folder: Path) -> list[str]:
    (folder / "copy").mkdir()
    (folder / "copy" / "talk.vtt").write_text(GOOD_VTT)
    return ["import", "talk.vtt", "copy/talk.vtt", "--out", "imported"]


# Options

option("as_of_nonsense", *CHECK, "--as-of", "noon")
option("as_of_without_a_zone", *CHECK, "--as-of", "2026-11-05T06:00")
option("select_nothing_known", *CHECK, "--select", "GR999")
option("policy_nobodys", *CHECK, "--policy", "nobodys")
option("comments_on_no_word_file", *CHECK, "--word-comments", "copy.docx")
option("output_into_nowhere", *CHECK, "--output", "nowhere/report.txt")
option("explain_nothing_known", "explain", "GR999")
option("show_a_policy_nobodys", "policies", "show", "nobodys")
option("compare_with_nobodys", "policies", "compare", "ap", "nobodys")
option("show_a_record_that_is_not_there", "record", "show", "nowhere.record")
