"""Which conversations a draft calls for by the name of a source, told without opening any."""

from __future__ import annotations

from groundrules.readers.draft.plain_text import plain_draft
from groundrules.vault.candidates import candidates_of
from groundrules.vault.conversations import amend, begin, texts
from groundrules.vault.naming import index_secret, talks_naming
from groundrules.vault.sharing import share
from vault_fixtures import alone, newsroom, opened_room, record_text

__all__ = ["alone", "newsroom"]


def named(vault, text):
    return talks_naming(vault, candidates_of(plain_draft("draft.txt", text)))


def test_a_conversation_is_called_for_by_any_form_of_a_name(alone):
    vault = alone.vault()
    begin(vault, record_text("harbor"))
    begin(vault, record_text("union", source="Ola Brandt"))

    assert ["harbor"] == named(vault, "It was Dana Whitfield who called it off.")
    assert ["harbor"] == named(vault, "It was Whitfield who called it off.")
    assert ["harbor", "union"] == named(vault, "The Harbor Authority called it off.")
    assert ["union"] == named(vault, "Mr. Brandt said nothing.")
    assert [] == named(vault, "Nobody called it off, Dale Winter said.")


def test_a_name_that_is_put_in_later_calls_for_it_too(alone):
    vault = alone.vault()
    begun = begin(vault, record_text("harbor", source=""))
    assert [] == named(vault, "It was Dana Whitfield.")

    text = begun.text.replace(texts(vault)[0].text.split("S1: source, ")[1][:6], "Dana Whitfield")
    amend(vault, "harbor", begun.version, text)

    assert ["harbor"] == named(vault, "It was Dana Whitfield.")


def test_whoever_may_not_read_it_is_not_told(newsroom):
    begin(newsroom.vault("Ana"), record_text("harbor"))

    assert ["harbor"] == named(newsroom.vault("Eli"), "It was Dana Whitfield.")
    assert [] == named(newsroom.vault("Ben"), "It was Dana Whitfield.")
    share(newsroom.vault("Ana"), "harbor", "Ben", ["terms"])
    assert ["harbor"] == named(newsroom.vault("Ben"), "It was Dana Whitfield.")


def test_the_key_of_the_index_is_the_same_for_all_and_another_in_each_vault(newsroom, tmp_path):
    own = {index_secret(newsroom.vault(name)) for name in ("Ana", "Eli", "Lea")}
    (tmp_path / "other").mkdir()
    with opened_room(tmp_path / "other") as other:
        assert {64} == {len(one) for one in own}
        assert 1 == len(own)
        assert own != {index_secret(other.vault())}
