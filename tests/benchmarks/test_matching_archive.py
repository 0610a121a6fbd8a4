"""What an archive is worth: of which texts it is made, as the product does, and what counts."""

from __future__ import annotations

from functools import cache
from itertools import count

import pytest
from benchmarks.matching import archive, cases, corpora, measures
from benchmarks.matching.archive import Archived, of_worth, weighed
from benchmarks.matching.cases import Gold, Trial, TrialDraft
from benchmarks.matching.invented import invented_texts
from benchmarks.matching.measures import Reported
from benchmarks.matching.sides import Side, side_of
from benchmarks.matching.speed import Searched
from benchmarks.matching.systems.own import Own, OwnWithArchive
from benchmarks.matching.taking import CORE, FIRST_PAIR

from groundrules.errors import BadInput
from groundrules.matching.index.talks import Talk

SAID = "the crane on the eastern pier toppled"
TALK = Talk("pier", "1", "desk", ("pier#1", "pier#2"), ("S1", "S1"), (f"Well, {SAID}.", "Nobody."))
DRAFT = f"It rained all morning. Witnesses agreed that {SAID}. The ferry left late."
GOLD = Gold("verbatim", DRAFT.index(SAID), DRAFT.index(SAID) + len(SAID), ("pier#1",), SAID)
TRIAL = Trial(
    Side.REPORTED, [TALK], (TrialDraft("one", DRAFT, (GOLD,)), TrialDraft("null", "word " * 1500))
)
ALONE = TRIAL._replace(drafts=TRIAL.drafts[:1])


def named(side):
    """Return a name that falls on a side."""
    return next(name for at in count() if side_of(name := f"text-{at}.txt") is side)


MINE, OTHERS = named(Side.REPORTED), named(Side.TUNING)


@cache
def published():
    return invented_texts(60)


@pytest.fixture
def own(tmp_path):
    built = Own()
    (tmp_path / "own").mkdir()
    built.build([TALK], tmp_path / "own")
    return built


def test_an_archive_has_texts_of_the_other_side_alone(own, tmp_path):
    found = archive.worth(own, published(), ALONE, tmp_path / "archive")
    kept = {path.name for path in (tmp_path / "archive/published").iterdir()}
    assert {name for name in published() if side_of(name) is Side.TUNING} == kept
    assert (len(kept), 0, 0) == found.archived[:3]


def test_a_text_that_is_another_version_of_a_drafts_is_left_out(own, tmp_path):
    story, other = list(published().values())[:2]
    words = story.split()
    edited = " ".join(["Updated:", *words[len(words) // 3 :]])
    assert {"b": other} == archive.not_versions({"a": edited, "b": other}, [story])
    assert {"a", "b"} == set(archive.not_versions({"a": edited, "b": other}, ["Else."]))
    found = archive.worth(own, {MINE: story, OTHERS: edited}, TRIAL, tmp_path / "archive")
    assert found is None


def test_a_quotation_in_common_makes_no_version():
    story, other = list(published().values())[:2]
    quoted = " ".join(story.split()[:20])
    assert {"b"} == set(archive.not_versions({"b": f"{other}\n\n{quoted}"}, [story]))


def test_each_paragraph_is_a_statement_as_in_the_product(tmp_path):
    texts = {"one.txt": "The first.\n\nThe second.", "two.txt": "The third."}
    index, seconds = archive.indexed(texts, tmp_path / "archive")
    with index:
        assert 3 == index.size
        assert set(texts) == set(index.talks())
    assert seconds > 0


def test_a_text_that_the_product_refuses_is_counted_and_left_out(own, tmp_path, capsys):
    texts = {name: text for name, text in published().items() if side_of(name) is Side.TUNING}
    texts[next(iter(texts))] = "The pay\u202eroll was hidden."
    found = archive.worth(own, texts, ALONE, tmp_path / "archive").archived
    assert (len(texts) - 1, 1) == (found.texts, found.unread)
    assert "not in the archive" in capsys.readouterr().err


def test_an_archive_of_no_text_that_can_be_read_is_no_archive(tmp_path):
    with pytest.raises(BadInput):
        archive.indexed({"one.pdf": "Not read."}, tmp_path / "archive")


def test_words_weigh_less_where_the_archive_has_printed_them(tmp_path):
    trial = cases.trial(corpora.material(invented=CORE), Side.REPORTED, CORE, 4, 0)
    found = Own()
    found.build(trial.talks, tmp_path)
    known = archive.indexed({f"{one.name}.txt": one.text for one in trial.drafts}, tmp_path / "a")
    other = archive.indexed({"gulls.txt": "Gulls were counted on the breakwater."}, tmp_path / "b")
    counts = [
        sum(len(system.search(draft.text)) for draft in trial.drafts)
        for system in (found, OwnWithArchive(found, known[0]), OwnWithArchive(found, other[0]))
    ]
    assert counts[1] < counts[0] * 0.75
    assert counts[0] == counts[2]


def test_what_the_news_says_of_itself_counts_only_where_it_is_asked_for():
    told = [Reported(0, 9, "pier#1", 1.0), Reported(20, 29, FIRST_PAIR, 1.0)]
    alarms = [
        measures.false_alarms(TRIAL.drafts, {"null": told}, news_too=too).passages
        for too in (False, True)
    ]
    assert [1, 2] == alarms
    both = [told[0], Reported(5, 12, FIRST_PAIR, 1.0)]
    assert 1 == measures.false_alarms(TRIAL.drafts, {"null": both}, news_too=True).passages


def searched(**found):
    return Searched([10.0, 20.0], [1500, 1500], found)


def test_an_archive_is_held_against_a_bar_that_leaves_as_few_false_alarms():
    hit = Reported(GOLD.start, GOLD.end, "pier#1", 0.7)
    alarms = [Reported(0, 9, "pier#2", 0.8), Reported(20, 29, FIRST_PAIR, 0.9)]
    without = searched(one=[hit], null=alarms)
    worth = weighed(TRIAL, Archived(1, 0, 0, 2, 0.5, 1000), without, searched(one=[hit], null=[]))
    recalls = [one.scores.recall["verbatim"].right for one in worth[1:]]
    assert [1, 0, 1] == recalls
    assert [1, 0, 0] == [one.scores.false_alarms.passages for one in worth[1:]]
    assert [2, 1, 0] == [one.news_too.passages for one in worth[1:]]
    same = weighed(TRIAL, worth.archived, without, without)
    assert same.without.scores == same.even.scores == same.having.scores


def test_the_tables_have_a_column_for_each_and_the_archives_size():
    found = searched(one=[], null=[Reported(20, 29, FIRST_PAIR, 0.9)])
    lines = of_worth(
        weighed(TRIAL, Archived(7, 1, 2, 40, 0.5, 8000), found, searched(one=[], null=[]))
    ).splitlines()
    rows = {line.split("  ")[0]: line.split()[-1] for line in lines if line}
    assert ["7", "1", "2", "40", "200", "0.5"] == [
        rows[name]
        for name in (
            "texts",
            "left out as other versions of the drafts",
            "refused by the product",
            "paragraphs",
            "bytes per paragraph",
            "build, seconds",
        )
    ]
    news = next(line for line in lines if line.startswith("false alarms, the news"))
    told = [cell.split()[-1] for cell in news.split("[")[:3]]
    assert ["1.000", "1.000", "0.000"] == told
