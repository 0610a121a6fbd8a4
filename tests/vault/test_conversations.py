"""Conversations in a vault: begun, amended, read back by each as far as she may."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import conversations
from groundrules.errors import BadInput
from groundrules.record.notation import parse, to_text
from groundrules.vault.conversations import amend, begin, history, stream_of_talk, talks, texts
from groundrules.vault.parting import SEALED, parted
from vault_fixtures import alone, newsroom, opened_room, record_text

__all__ = ["alone", "newsroom"]

NAME = "harbor-2026-11-03"
LATER = "\nafterwards:\n  2026-11-05T09:10-05:00 S1 > release background turns=3\n"


def refused(call, *arguments):
    """Return the message with which something is refused."""
    with pytest.raises(BadInput) as refusal:
        call(*arguments)
    return str(refusal.value)


def test_what_is_begun_reads_as_it_was_but_for_the_name(alone):
    vault = alone.vault()

    begun = begin(vault, record_text())

    code = parse(begun.text).parties[1].name
    known = ", Dana Whitfield, of Harbor Authority, aka Whit"
    assert record_text().replace(known, f", {code}") == begun.text
    assert (NAME, 1, True) == (begun.name, begun.version, begun.complete)
    assert [begun] == texts(alone.vault(), [NAME])


def test_somebody_without_a_name_gets_a_code_name_too(alone):
    begun = begin(alone.vault(), record_text(source=""))

    assert parse(begun.text).parties[1].name


def test_the_same_person_has_the_same_code_name_in_all_talks(alone):
    vault = alone.vault()

    first = parse(begin(vault, record_text("first")).text)
    second = parse(begin(vault, record_text("second")).text)
    other = parse(begin(vault, record_text("third", source="Jo Marsh")).text)

    assert first.parties[1].name == second.parties[1].name
    assert first.parties[1].name != other.parties[1].name


def test_a_name_is_given_once(alone):
    vault = alone.vault()
    begin(vault, record_text())

    message = refused(begin, vault, record_text(source="Jo Marsh"))

    assert "a conversation of this name already" in message
    assert 1 == len(talks(vault))


def test_what_is_no_record_is_refused_with_its_lines_and_without_its_words(alone):
    message = refused(begin, alone.vault(), record_text() + "Nobody: canary words\n")

    assert ":17:1:" in message
    assert "canary" not in message


def test_an_amendment_is_read_back(alone):
    vault = alone.vault()
    begun = begin(vault, record_text())
    text = begun.text.replace("Friday", "Thursday") + LATER

    amended = amend(vault, NAME, 1, text)

    assert (text, 2) == (amended.text, amended.version)
    assert [amended] == texts(alone.vault())


def test_nothing_is_written_where_nothing_changes(alone):
    vault = alone.vault()
    begun = begin(vault, record_text())

    assert begun == amend(vault, NAME, 1, begun.text)
    assert 1 == len(history(vault, NAME))


def test_an_amendment_of_another_version_is_refused_and_changes_nothing(alone):
    vault = alone.vault()
    begun = begin(vault, record_text())
    amended = amend(vault, NAME, 1, begun.text + LATER)

    message = refused(amend, vault, NAME, 1, begun.text.replace("Friday", "Thursday"))

    assert "changed meanwhile; nothing was written" in message
    assert [amended] == texts(vault)


def test_a_conversation_keeps_its_name(alone):
    vault = alone.vault()
    begun = begin(vault, record_text())

    message = refused(amend, vault, NAME, 1, begun.text.replace(NAME, "other"))

    assert "names another conversation" in message


def test_a_conversation_that_is_not_there_is_refused_without_its_name(alone):
    message = refused(texts, alone.vault(), ["secret-name"])

    assert "no conversation of this name" in message
    assert "secret-name" not in message


def test_a_code_name_that_comes_back_leaves_the_identity(alone):
    vault = alone.vault()
    begun = begin(vault, record_text())
    streams = len(list(vault.ledger.heads()))

    amend(vault, NAME, 1, begun.text + LATER)

    assert streams == len(list(vault.ledger.heads()))


def test_a_new_name_in_the_place_of_a_code_name_is_sealed(alone):
    vault = alone.vault()
    begun = begin(vault, record_text())
    code = parse(begun.text).parties[1].name

    amended = amend(vault, NAME, 1, begun.text.replace(code, "Jo Marsh, of Harbor Council"))

    assert "Marsh" not in amended.text
    assert "Council" not in amended.text
    assert code != parse(amended.text).parties[1].name


def test_a_code_name_of_another_talk_is_the_same_source(alone):
    vault = alone.vault()
    code = parse(begin(vault, record_text("first")).text).parties[1].name
    streams = len(list(vault.ledger.heads()))

    second = begin(vault, record_text("second", source="").replace("source", f"source, {code}"))

    assert code == parse(second.text).parties[1].name
    assert streams + 1 == len(list(vault.ledger.heads()))


def test_more_beside_a_code_name_is_refused(alone):
    vault = alone.vault()
    begun = begin(vault, record_text())
    code = parse(begun.text).parties[1].name

    message = refused(amend, vault, NAME, 1, begun.text.replace(code, f"{code}, aka Dee"))

    assert "beside a code name" in message
    assert "Dee" not in message
    assert code not in message


def test_what_a_draft_says_of_a_source_is_shown_and_nothing_else(alone):
    vault = alone.vault()
    begin(vault, record_text())

    found = texts(vault, [], ["Dana Whitfield", "Ana Ruiz", "Harbor Council"])[0].text

    assert "aka Dana Whitfield" in found
    assert "Authority" not in found
    assert "Council" not in found


def test_the_history_says_who_did_what_and_when(alone):
    vault = alone.vault()
    begun = begin(vault, record_text())
    alone.pass_days(2)
    amend(vault, NAME, 1, begun.text + LATER)

    assert [
        (1, "2026-11-03", "Ana", "begun", "", True),
        (2, "2026-11-05", "Ana", "amended", "", False),
    ] == [tuple(change) for change in history(vault, NAME)]


def test_the_talks_that_there_are(alone):
    vault = alone.vault()
    begun = begin(vault, record_text("second"))
    alone.pass_days(1)
    begin(vault, record_text("first"))
    amend(vault, "second", 1, begun.text + LATER)

    assert [
        ("first", 1, "2026-11-04", "2026-11-04", "words", False),
        ("second", 2, "2026-11-03", "2026-11-04", "words", False),
    ] == [tuple(talk)[:-1] for talk in talks(vault)]


def test_a_talk_whose_parts_were_erased_has_no_name_and_is_told_as_shredded(alone):
    vault = alone.vault()
    begin(vault, record_text())
    kept = begin(vault, record_text("kept"))
    stream = stream_of_talk(vault, NAME)

    vault.ledger.erase([bytes.fromhex(stream)])

    assert ["kept", ""] == [talk.name for talk in talks(vault)]
    assert [False, True] == [talk.shredded for talk in talks(vault)]
    assert ["words", "nothing"] == [talk.may_read for talk in talks(vault)]
    assert [kept] == texts(vault)
    assert "no conversation of this name" in refused(texts, vault, [NAME])


def test_an_editor_sees_the_terms_and_may_add_to_them(newsroom):
    begin(newsroom.vault("Ana"), record_text())
    editor = newsroom.vault("Eli")
    [seen] = texts(editor)

    amended = amend(editor, NAME, 1, seen.text + LATER)

    assert not amended.complete
    assert amended.text == seen.text + LATER
    whole = texts(newsroom.vault("Ana"))[0].text
    assert "The deal was dead by Friday." in whole
    assert whole.endswith(LATER)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"S1: {SEALED}", "S1: Other words."),
        ("[00:13:50] AR:", "[00:13:50] S1:"),
        ("[00:13:50] AR:", "[00:13:51] AR:"),
        (f"[00:13:50] AR: {SEALED}\n", ""),
        ("\n[00:13:50]", f"\nAR: {SEALED}\n[00:13:50]"),
        (f"matter: {SEALED}\n", ""),
        (f"# {SEALED}", "# Another comment."),
    ],
)
def test_nobody_changes_words_that_she_may_not_read(newsroom, old, new):
    begin(newsroom.vault("Ana"), record_text())
    editor = newsroom.vault("Eli")
    [seen] = texts(editor)
    assert old in seen.text

    message = refused(amend, editor, NAME, 1, seen.text.replace(old, new, 1))

    assert "not change them" in message
    assert [seen] == texts(editor)


def test_somebody_who_may_read_the_words_may_write_what_stands_for_sealed_ones(alone):
    vault = alone.vault()
    begun = begin(vault, record_text())

    amended = amend(vault, NAME, 1, begun.text.replace("Sure.", SEALED))

    assert f"AR: {SEALED}" in amended.text
    assert amended.complete


def test_a_reporter_does_not_see_what_another_one_has_begun(newsroom):
    begin(newsroom.vault("Ana"), record_text())
    other = newsroom.vault("Ben")

    assert [] == texts(other)
    assert ["nothing"] == [talk.may_read for talk in talks(other)]
    assert [""] == [talk.name for talk in talks(other)]
    assert "you may not read this" in refused(texts, other, [NAME])
    assert "you may not read this" in refused(amend, other, NAME, 1, record_text())
    assert "you may not read this" in refused(history, other, NAME)


NAMES = st.sampled_from(("", "Dana Whitfield", "Marsh, Jo", "of Bath", 'Lee "Lou" Okafor', "李 明"))
"""Those that the notation has to mark; every other name is in the tests of the parting."""


@st.composite
def versions(draw):
    """Draw the versions of a conversation, in which its people and words come and go."""
    drawn = draw(st.lists(conversations(max_turns=2), min_size=2, max_size=3))
    return [to_text(_renamed(draw, one)) for one in drawn]


def _renamed(draw, conversation):
    parties = tuple(
        one._replace(name=draw(NAMES), aliases=tuple(filter(None, [draw(NAMES)])), affiliations=())
        for one in conversation.parties
    )
    return conversation._replace(id="talk", parties=parties)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    with opened_room(tmp_path_factory.mktemp("room")) as room:
        yield room.vault()


@settings(max_examples=25, deadline=None)
@given(texts_of_it=versions())
def test_after_any_amendments_the_text_is_the_last_one(office, texts_of_it):
    name = f"talk-{len(talks(office))}"
    first, *others = (text.replace(": talk\n", f": {name}\n", 1) for text in texts_of_it)
    seen = begin(office, first)
    last = first
    for last in others:
        seen = amend(office, name, seen.version, last)

    assert [seen] == texts(office, [name])
    expected, found = parted(last), parted(seen.text)
    assert len(expected.people) == len(found.people)
    assert [one.party for one in expected.people] == [one.party for one in found.people]
    assert expected.words == found.words
    assert expected.template.replace("\0+", "") == found.template


def test_the_control_another_text_is_told_from_the_last_one(office):
    seen = begin(office, record_text("control"))

    assert (
        parted(record_text("control").replace("Friday", "Monday")).words != parted(seen.text).words
    )
