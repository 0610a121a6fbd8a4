from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from sheet_words import words_of

from groundrules.config.settings import Settings, settle
from groundrules.desk.records.record_reading import read_record
from groundrules.desk.talking.show_agreement import Asked, show_agreement
from groundrules.errors import BadInput
from groundrules.readers.wordings import SHIPPED

EXAMPLE_FOLDER = Path(__file__).parents[2] / "examples"
EXAMPLES = sorted(EXAMPLE_FOLDER.rglob("*.record"))
HEAD = """\
conversation: harbor
outlet: The Ledger Post
policy: ap
parties:
  AR: reporter, Ana Ruiz
  S1: source, Dana Whitfield
  S2: spokesperson, Lee Okafor

"""
AGREED = "S1: a\n  > ask background{}\nAR: b\n  > agree\nS1: c\n"
SECOND = "S2: a\n  > ask off-the-record\nAR: b\n  > agree\nS2: c\n"


def record(folder: Path, talk: str, head: str = HEAD) -> str:
    path = folder / "harbor.record"
    path.write_text(head + talk, encoding="utf-8")
    return str(path)


def settings_in(folder: Path, **flags: tuple[str, ...]) -> Settings:
    return settle(folder, flags, {})


def refused(folder: Path, talk: str, *asked: object, head: str = HEAD) -> str:
    path = record(folder, talk, head)
    with pytest.raises(BadInput) as caught:
        show_agreement(path, Asked("american", *asked), settings_in(folder))  # type: ignore[arg-type]
    return str(caught.value).replace(path, "harbor.record")


def test_an_agreement_is_shown_in_either_english(tmp_path: Path) -> None:
    path = record(tmp_path, AGREED.format(""))
    found = [
        show_agreement(path, Asked(english), settings_in(tmp_path)).language
        for english in ("american", "british")
    ]

    assert ["en-US", "en-GB"] == found


def test_a_newsrooms_own_wording_hides_the_shipped_one(tmp_path: Path) -> None:
    shipped = (SHIPPED / "agreements" / "american.toml").read_text(encoding="utf-8")
    (tmp_path / "own" / "agreements").mkdir(parents=True)
    (tmp_path / "own" / "agreements" / "american.toml").write_text(
        shipped.replace("What was agreed, in plain words", "Our promise"), encoding="utf-8"
    )
    settings = settings_in(tmp_path, wordings=(str(tmp_path / "own"),))

    assert "Our promise" == (
        show_agreement(record(tmp_path, AGREED.format("")), Asked("american"), settings).title
    )


def test_nothing_agreed_is_no_agreement(tmp_path: Path) -> None:
    assert refused(tmp_path, "S1: a\n").startswith(
        "harbor.record: nothing was agreed in this talk: it is on the record ("
    )
    asked = "S1: a\n  > ask background\nS1: b\n"
    for party in ("", "S1"):
        assert refused(tmp_path, asked, party).startswith(
            "harbor.record: terms were put in this talk, and none were agreed: there is nothing to "
            "sign ("
        )


def test_each_of_several_gets_a_page_without_the_others(tmp_path: Path) -> None:
    talk = AGREED.format("") + SECOND
    path = record(tmp_path, talk)

    assert (
        "harbor.record: the talk promised different things to S1, S2 "
        "(make a page for each of them: --for ID)"
    ) == refused(tmp_path, talk)
    found = words_of(show_agreement(path, Asked("american", "S2"), settings_in(tmp_path)))
    assert "S1" not in found
    assert "the spokesperson" in found.lower()


def test_a_page_for_nobody_is_refused(tmp_path: Path) -> None:
    talk = AGREED.format("")

    assert (
        "harbor.record: this is nobody whom an agreement could protect (name one of S1, S2)"
    ) == refused(tmp_path, talk, "AR")
    alone = "conversation: harbor\nparties:\n  AR: reporter, Ana Ruiz\n\n"
    assert "(look at its parties)" in refused(tmp_path, "AR: a\n", "S1", head=alone)


@pytest.mark.parametrize(
    "terms",
    [
        ' description="a friend of Whitfield"',
        ' embargo="Dana leaves"',
        ' tell="the Whitfields, Dana"',
    ],
)
def test_agreed_words_that_hold_the_name_need_names(tmp_path: Path, terms: str) -> None:
    talk = AGREED.format(terms)

    assert (
        "harbor.record: the agreed words give away the name of the source "
        "(give --names, and guard the page as you guard the name)"
    ) == refused(tmp_path, talk)
    asked = Asked("american", "", names=True)
    assert "Whitfield" in words_of(
        show_agreement(record(tmp_path, talk), asked, settings_in(tmp_path))
    )


def test_a_person_is_not_asked_to_sign(tmp_path: Path) -> None:
    assert (
        "harbor.record: a source is not asked for a signature; only institutions both sign "
        "(leave out --both-sign: the outlet signs a receipt)"
    ) == refused(tmp_path, AGREED.format(""), "", False, True)  # noqa: FBT003 - as it is asked
    no_outlet = HEAD.replace("outlet: The Ledger Post\n", "")
    assert "the record names no outlet that could sign" in refused(
        tmp_path,
        SECOND,
        "",
        False,  # noqa: FBT003 - likewise
        True,  # noqa: FBT003 - likewise
        head=no_outlet,
    )


def test_institutions_may_both_sign(tmp_path: Path) -> None:
    asked = Asked("american", both_sign=True)
    found = words_of(show_agreement(record(tmp_path, SECOND), asked, settings_in(tmp_path)))

    assert "Both sides speak for institutions, and both sign." in found


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        show_agreement(str(tmp_path / "none.record"), Asked("american"), settings_in(tmp_path))
    with pytest.raises(BadInput, match="there are no agreements called 'latin'"):
        show_agreement(record(tmp_path, SECOND), Asked("latin"), settings_in(tmp_path))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_record_of_the_examples_has_its_page_for_each_or_says_why_there_is_none(path):
    settings = settle(EXAMPLE_FOLDER, {}, {})
    for party in read_record(path).parties:
        with suppress(BadInput):  # which is what says why
            asked = Asked("american", party.id, names=True)
            assert show_agreement(str(path), asked, settings).blocks
