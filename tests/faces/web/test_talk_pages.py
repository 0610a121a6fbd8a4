"""The pages about talking: policies, rules, scripts, meetings, agreements, incidents, liaisons."""

from __future__ import annotations

import html
import itertools
import json
import re
from urllib.parse import unquote

import pytest

from groundrules.config.settings import Setting
from groundrules.desk.policies.explain_rule import rules
from groundrules.desk.policies.list_policies import every_policy
from groundrules.desk.setup.example_newsroom import example_folder
from groundrules.desk.vaults.moves import import_records
from groundrules.faces.web.markdown import html_of
from served import OURS, office_at, seated

HARBOR = "harbor-2026-11-03"
COUNCIL = "council-2026-11-05"
ROUND_TABLE = "round-table-2026-11-10"
MEETINGS = example_folder() / "meetings" / "records"
DESCRIBED = "a person whom nobody must find"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    with (
        pytest.MonkeyPatch.context() as patch,
        seated(tmp_path_factory.mktemp("talk"), patch) as seat,
    ):
        import_records(seat.vault, [str(MEETINGS)], lambda _done, _of: None)
        with office_at(seat) as found:
            yield found


@pytest.fixture(scope="module")
def talks(office):
    return {one["name"]: one["talk"] for one in office.data("/agreements")["talks"]}


def text_of(page):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_every_policy_is_listed_and_ours_is_marked(office):
    found = office.data("/policies")["policies"]
    assert [one.id for one in every_policy(office.seat.settings)] == [one["id"] for one in found]
    assert ["ledger-post"] == [one["id"] for one in found if one["is_house"]]
    page = office.get("/policies")
    assert all(f'href="/policies/{one["id"]}"' in page for one in found)


def test_a_policy_shows_what_its_values_rest_on(office):
    told = office.data("/policies/ap")
    page = text_of(office.get("/policies/ap"))
    titles = {cell["support"]["title"] for row in told["levels"] for cell in row["cells"]}
    assert titles
    assert all(title in page for title in titles)
    assert all(row["meaning"] in page for row in told["levels"])


@pytest.mark.parametrize("path", ["/policies/none", "/rules/GR999", "/incidents/none", "/drill/no"])
def test_what_there_is_not_is_not_there(office, path):
    assert 404 == office.client.get(path).status_code
    assert 404 == office.client.get(f"/api/v1{path}").status_code


def test_two_policies_side_by_side_say_the_same_word_and_different_rights(office):
    path = "/policies/compare?left=ap&right=washington-post"
    told = office.data(path)
    page = text_of(office.get(path))
    sentences = [one["sentence"] for level in told["levels"] for one in level["differences"]]
    assert len(sentences) > 2
    assert all(one in page for one in sentences)
    assert 422 == office.client.get("/policies/compare?left=ap&right=nobody").status_code


def test_every_rule_has_its_page_and_links_lead_to_rules(office):
    every = {one.code for one in rules()}
    assert every == {one["code"] for one in office.data("/rules")["rules"]}
    for code in every:
        page = office.data(f"/rules/{code}")
        assert page["markdown"].startswith("# ")
        links = re.findall(r'href="([^"]*)"', page["html"])
        assert {link.removeprefix("/rules/") for link in links} <= every
    linked = office.data("/rules/GR101")["html"]
    assert 'href="/rules/GR102"' in linked


def test_nothing_in_a_text_runs_and_no_link_leads_away():
    text = (
        "# T\n\n<script>x</script> [a](http://elsewhere.example) [b](javascript:x) "
        "![p](http://elsewhere.example/p.png)\n"
    )
    made = html_of(text, {"a.md": "/a"})
    assert "<script" not in made
    assert "href" not in made
    assert ">a<" not in made.replace("<p>", "")
    assert 'href="/a"' in html_of("[a](x/a.md)", {"a.md": "/a"})


LEVELS = ("not-for-attribution", "background", "chatham-house", "deep-background", "off-the-record")


@pytest.mark.parametrize(
    ("level", "side", "channel"),
    list(
        itertools.product(
            LEVELS, ("source", "reporter"), ("phone", "in-person", "video", "message")
        )
    ),
)
def test_there_is_a_script_for_every_choice(office, level, side, channel):
    told = office.data(f"/scripts?level={level}&side={side}&channel={channel}&policy=ap")
    assert told["sheet"]["blocks"]
    assert "ap" == told["wanted"]["policy"]
    spoken = [one["text"] for one in told["sheet"]["blocks"] if one.get("role") == "spoken"]
    assert spoken == told["spoken"]


def test_a_description_is_said_in_the_words_and_stands_in_no_address(office):
    form = {"level": "background", "policy": "ap", "descriptions": DESCRIBED}
    page = office.post("/scripts", form)
    assert DESCRIBED in page
    addresses = re.findall(r'(?:href|src|action)="([^"]*)"', page)
    assert [] == [one for one in addresses if "nobody" in unquote(html.unescape(one))]
    assert 'name="descriptions" value="a person' in page
    assert DESCRIBED not in office.get(f"/scripts?descriptions={DESCRIBED}")


@pytest.mark.parametrize("kind", ["briefing", "chatham-house", "negotiation"])
def test_the_words_that_open_a_meeting(office, kind):
    told = office.data(f"/meetings?kind={kind}")
    assert [one for one in told["sheet"]["blocks"] if one.get("role") == "spoken"]
    assert 200 == office.client.get(f"/meetings/file?kind={kind}&form=md").status_code


def test_the_pages_of_a_meeting_keep_its_terms(office, talks):
    talk = talks[ROUND_TABLE]
    pages = {
        part: text_of(office.get(f"/meetings/{talk}/{part}"))
        for part in ("who", "minutes", "attendees", "handout")
    }
    for name in ("Henning", "Lindqvist", "Okonjo", "Northgate Institute"):
        assert name not in pages["minutes"]
        assert name not in pages["handout"]
    assert "Ben Tal" in pages["attendees"]  # control: somebody who was there is in the record
    assert "Ben Tal" not in pages["minutes"]
    assert 404 == office.client.get(f"/meetings/{talk}/guests").status_code


def test_an_aside_tests_each_point(office):
    form = {"points": ["May would do", "", "They quarrel"], "hurts": ["no", "", "yes"]}
    told = office.do("/meetings/aside", form | {"people": ["counsel\n"]})
    assert (["May would do", "They quarrel"], ["harmless", "hurts"]) == (
        told["points"],
        told["hurts"],
    )
    items = [item for one in told["sheet"]["blocks"] for item in one.get("items", ())]
    assert "You can say it: May would do" in items
    assert "Leave it out: They quarrel" in items
    assert ["counsel"] == told["people"]
    unsure = office.do("/meetings/aside", {"points": ["only this"]})
    assert ["unsure"] == unsure["hurts"]


FORMS = {"pdf": b"%PDF-", "docx": b"PK", "html": b"<!doctype", "md": b"# ", "txt": b""}


@pytest.mark.parametrize("form", FORMS)
def test_a_sheet_is_saved_in_every_form_under_a_name_that_says_nothing(office, talks, form):
    answer = office.client.get(f"/agreements/{talks[HARBOR]}/file?form={form}")
    assert 200 == answer.status_code
    assert answer.content.startswith(FORMS[form])
    named = f'attachment; filename="agreement.{form}"'
    assert named == answer.headers["content-disposition"]
    assert "no-store" == answer.headers["cache-control"]


def test_a_form_that_there_is_not_is_refused(office, talks):
    assert 400 == office.client.get(f"/agreements/{talks[HARBOR]}/file?form=exe").status_code


def test_an_agreement_stands_in_plain_words_without_the_name(office, talks):
    page = text_of(office.get(f"/agreements/{talks[HARBOR]}"))
    assert "off the record" in page
    assert "Signature" in page
    assert "Whitfield" not in page


def test_where_nothing_was_agreed_there_is_nothing_to_sign(office):
    form = {"outlet": "AP"}
    talk = office.do(f"/plan/{office.do('/plan', form)['preparation']}/light")["talk"]
    assert office.data(f"/agreements/{talk}")["sheet"] is None
    assert "Nothing was agreed in this talk" in office.get(f"/agreements/{talk}")
    assert 404 == office.client.get(f"/agreements/{talk}/file?form=md").status_code


def test_those_who_were_promised_different_things_each_have_a_page(office, talks):
    one = office.data(f"/agreements/{talks[ROUND_TABLE]}")
    assert len(one["parties"]) > 1
    assert one["parties"][0] == one["wanted"]["party"]
    page = office.get(f"/agreements/{talks[ROUND_TABLE]}")
    assert all(f"party={party}" in page for party in one["parties"])
    other = office.data(f"/agreements/{talks[ROUND_TABLE]}?party={one['parties'][1]}")
    assert one["sheet"] != other["sheet"]
    wrong = office.client.get(f"/agreements/{talks[ROUND_TABLE]}?party=ZZ")
    assert 422 == wrong.status_code


def test_an_agreement_for_other_programs_has_no_name(office, talks):
    answer = office.client.get(f"/agreements/{talks[HARBOR]}/odrl")
    assert "application/ld+json" == answer.headers["content-type"]
    document = json.loads(answer.content)
    assert document["@context"]
    assert "Whitfield" not in answer.text


def test_an_export_from_elsewhere_is_told_in_plain_words(office, talks):
    export = office.client.get(f"/agreements/{talks[HARBOR]}/odrl").content
    answer = office.client.post(
        "/agreements/read", files={"upload": ("talk.jsonld", export)}, headers=OURS
    )
    assert 200 == answer.status_code
    assert "What was negotiated" in answer.text
    assert "off the record" in answer.text


@pytest.mark.parametrize(
    "content", [b"", b"{", b'{"a": 1, "a": 2}', b"[NaN]", b"\xff\xfe", b"[" * 100_000, b"{}"]
)
def test_an_export_that_cannot_be_read_in_one_way_is_refused(office, content):
    answer = office.client.post(
        "/agreements/read", files={"upload": ("talk.jsonld", content)}, headers=OURS
    )
    assert 422 == answer.status_code


def test_every_kind_of_trouble_has_a_calm_page_for_both(office):
    kinds = office.data("/incidents")["kinds"]
    assert len(kinds) > 8
    for one in kinds:
        ours, theirs = (
            office.data(f"/incidents/{one['kind']}?side={side}")["sheet"]
            for side in ("reporter", "source")
        )
        assert ours != theirs
        assert one["title"] in theirs["title"]


def test_an_incident_is_put_down_noted_settled_and_taken_back(office, talks):
    talk = talks["union-2026-11-04"]
    form = {"talk": talk, "turns": "2", "comment": "the headline", "at": "2026-11-21T09:30"}
    page = text_of(office.post("/incidents/leak/open", form))
    assert "It is in the record. No terms were changed." in page
    assert "the headline" in page
    assert [("leak", talk)] == [
        (one["kind"], one["talk"]) for one in office.data("/incidents")["open"]
    ]
    office.post(f"/incidents/in/{talk}/note", {"kind": "leak", "comment": "told the editor"})
    told = office.do(f"/incidents/in/{talk}/settle", {"comment": "mended"})
    assert {"talk": talk} == told
    (one,) = office.data(f"/incidents/in/{talk}")["incidents"]
    assert (False, "mended", ["told the editor"]) == (
        one["is_open"],
        one["settled"]["comment"],
        [note["comment"] for note in one["notes"]],
    )
    assert one["opened"]["when"].startswith("2026-11-21T09:30")
    for _ in range(3):
        office.post(f"/incidents/in/{talk}/undo")
    told = office.data(f"/incidents/in/{talk}")
    assert ([], False) == (told["incidents"], told["may_take_back"])
    assert [] == office.data("/incidents")["open"]


@pytest.mark.parametrize(
    ("path", "form", "status"),
    [
        ("/incidents/leak/open", {"turns": "900"}, 422),
        ("/incidents/leak/open", {"at": "yesterday"}, 422),
        ("/incidents/none/open", {}, 404),
        ("/incidents/leak/open", {"talk": "0" * 32}, 404),
        ("/incidents/in/{talk}/note", {"comment": "nothing is open"}, 422),
        ("/incidents/in/{talk}/undo", {}, 422),
    ],
)
def test_what_cannot_be_put_down_changes_nothing(office, talks, path, form, status):
    talk = talks[COUNCIL]
    before = office.data(f"/incidents/in/{talk}")
    document = ({"talk": talk} if path.endswith("open") else {}) | form
    answer = office.client.post(f"/api/v1{path.format(talk=talk)}", json=document, headers=OURS)
    assert status == answer.status_code
    assert before == office.data(f"/incidents/in/{talk}")


def test_who_may_talk_is_taught_where_no_file_says_it(office):
    assert {"organisations": [], "flagged": []} == office.data("/liaisons")
    assert "No file says who may talk" in office.get("/liaisons")


def test_who_may_talk_and_a_talk_by_somebody_else(office, tmp_path):
    path = tmp_path / "liaisons.toml"
    path.write_text(
        'organisation = "Ellery Harbor Authority"\n\n[liaisons.press]\n'
        'names = ["Somebody Else"]\nup-to = "background"\ntrained = 2026-03-01\n',
        encoding="utf-8",
    )
    settings = office.seat.settings
    office.seat.settings = settings._replace(
        by_key={**settings.by_key, "liaisons": Setting((str(path),), "test")}
    )
    try:
        told, page = office.data("/liaisons"), text_of(office.get("/liaisons"))
    finally:
        office.seat.settings = settings
    assert "Somebody Else" in page
    assert [HARBOR] == [one["name"] for one in told["flagged"]]
    assert "Whitfield" not in page
