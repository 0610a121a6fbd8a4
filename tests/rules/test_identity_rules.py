from __future__ import annotations

from dataclasses import replace

import pytest

from groundrules.record.standing import OPEN
from groundrules.record.transcript import Party, Role
from groundrules.rules.identity.disclosed_attendance import DisclosedAttendance
from groundrules.rules.identity.protected_affiliation import ProtectedAffiliation
from groundrules.rules.identity.protected_name import ProtectedName
from groundrules.rules.rule import Confidence
from groundrules.terms.rights import Attribute
from rule_cases import (
    ANA,
    CHATHAM,
    DANA,
    DEEP,
    OFF,
    PARTIES,
    By,
    Told,
    a_case,
    background,
    only,
    shown,
)

BID, VOTE = "The bid collapsed on Friday", "The vote is next week"
OFFICIAL = background("a port official")


def named(text: str, *told: Told) -> list[str]:
    return shown(ProtectedName(), a_case(text, *told))


def test_every_name_of_a_protected_source_is_found() -> None:
    text = "Dana Whitfield left. Whitfield, whom friends call Deedee, was late."

    assert named(text, Told(BID, OFFICIAL, used="")) == ["Dana Whitfield", "Whitfield", "Deedee"]


@pytest.mark.parametrize("terms", [OFFICIAL, DEEP, OFF, CHATHAM])
def test_whatever_withholds_the_name_protects_it(terms: object) -> None:
    assert named("Whitfield left.", Told(BID, terms, used="")) == ["Whitfield"]  # type: ignore[arg-type]


def test_who_only_spoke_on_the_record_is_not_protected() -> None:
    assert named("Whitfield left.", Told(BID, used="")) == []


def test_open_terms_protect_the_name_and_say_so() -> None:
    case = a_case("Whitfield left.", Told(BID, OFFICIAL, used="", status=OPEN))

    assert "whose terms are not settled" in only(ProtectedName(), case).message


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Dana Whitfield left.", Confidence.HIGH),
        ("Whitfield left.", Confidence.MEDIUM),
        ("D. Whitfield left.", Confidence.MEDIUM),
    ],
)
def test_a_part_of_a_name_may_be_anothers(text: str, sure: Confidence) -> None:
    assert only(ProtectedName(), a_case(text, Told(BID, OFFICIAL, used=""))).confidence is sure


@pytest.mark.parametrize(
    ("name", "text", "sure"),
    [
        ("Ana Kjærgaard-Bøgh", "Then Bøgh left.", Confidence.MEDIUM),
        ("Ana Rose-Nolan", "Then Rose left.", Confidence.LOW),
        ("Pedro Sánchez Castejón", "Then Sanchez attended.", Confidence.LOW),
        ("Pedro Sánchez Castejón", "Then Mr. Sánchez attended.", Confidence.MEDIUM),
    ],
)
def test_a_part_of_a_surname_that_may_be_something_else_is_less_sure(
    name: str, text: str, sure: Confidence
) -> None:
    party = Party("S1", Role.SOURCE, name)
    case = a_case(text, Told(BID, CHATHAM, used=""), parties=(ANA, party))

    assert only(ProtectedName(), case).confidence is sure
    assert all(one.confidence is sure for one in DisclosedAttendance().check(case))


def test_the_finding_names_the_promise_that_the_draft_uses_if_there_is_one() -> None:
    case = a_case(f"Whitfield left. {VOTE}.", Told(BID, OFF, used=""), Told(VOTE, OFFICIAL))

    assert only(ProtectedName(), case).statement == "harbor#2"


SIGNED = Told("We will build a new quay", used="We will build a new quay")


def test_words_on_the_record_let_their_speaker_be_named() -> None:
    text = f"“We will build a new quay,” Whitfield said. {BID}, a port official said."

    assert named(text, SIGNED, Told(BID, OFFICIAL)) == []


def test_but_not_beside_words_that_are_not() -> None:
    text = f"We will build a new quay, Whitfield said. {BID}, Whitfield said. Whitfield left."

    case = a_case(
        text, SIGNED, Told(BID, OFFICIAL), by=[By("Whitfield said", governs=("We will build",))]
    )
    (found,) = ProtectedName().check(case)
    assert text.index(f"{BID}, ") + len(f"{BID}, ") == found.span.start


def test_nor_in_an_attribution_that_governs_them_from_another_sentence() -> None:
    text = f"We will build a new quay. {BID}. That is what Whitfield said."
    by = [By("what Whitfield said", "Whitfield", governs=(BID,))]

    assert shown(ProtectedName(), a_case(text, SIGNED, Told(BID, OFFICIAL), by=by)) == ["Whitfield"]


@pytest.mark.parametrize(
    "unsigned",
    [
        Told("We will build a new quay", used="a new quay"),
        Told("We will build a new quay", OFFICIAL, used="We will build a new quay"),
        Told("We will build a new quay", used="We will build a new quay", status=OPEN),
        Told("We will build a new quay", used="We will build a new quay", by="S2"),
    ],
)
def test_a_few_words_or_anothers_or_open_ones_sign_nothing(unsigned: Told) -> None:
    text = "We will build a new quay. Whitfield left."

    assert named(text, unsigned, Told(BID, OFFICIAL, used="")) == ["Whitfield"]


def test_four_words_on_the_record_sign_the_name() -> None:
    signed = Told("We will build a new quay", used="build a new quay")

    assert named("They build a new quay. Whitfield left.", signed, Told(BID, OFF, used="")) == []


def test_the_same_name_is_the_same_person_in_another_talk() -> None:
    text = "We will build a new quay. Whitfield left."
    other = replace(SIGNED, talk="quay")

    assert named(text, Told(BID, OFFICIAL, used=""), other) == []


def test_a_reporter_may_be_named() -> None:
    assert named("By Ana Ruiz", Told(BID, OFF, by="AR", used="")) == []


def test_somebody_without_a_name_cannot_be_named() -> None:
    assert named("Nobody left.", Told(BID, OFF, by="S3", used="")) == []


def affiliated(text: str, terms: object, **also: object) -> list[str]:
    case = a_case(text, Told(BID, terms), **also)  # type: ignore[arg-type]
    return shown(ProtectedAffiliation(), case)


def test_an_affiliation_in_the_sentence_is_found_with_medium_confidence() -> None:
    text = f"{BID}, as Norland Bank knew. Norland Bank kept silent."

    assert affiliated(text, OFFICIAL) == ["Norland Bank"]
    assert only(ProtectedAffiliation(), a_case(text, Told(BID, OFFICIAL))).confidence is (
        Confidence.MEDIUM
    )


def test_an_affiliation_in_the_attribution_is_found_with_high_confidence() -> None:
    text = f"{BID}. So said somebody at Norland Bank's vault."
    by = [By("So said somebody at Norland Bank's vault", "somebody", governs=(BID,))]
    case = a_case(text, Told(BID, OFFICIAL), by=by)

    assert shown(ProtectedAffiliation(), case) == ["Norland Bank's"]
    assert only(ProtectedAffiliation(), case).confidence is Confidence.HIGH


@pytest.mark.parametrize("also", ["norland bank", "Bank", "Norland", "Norland Banking"])
def test_other_words_are_no_affiliation(also: str) -> None:
    assert affiliated(f"{BID}, as {also} knew.", OFFICIAL) == []


@pytest.mark.parametrize("name", ["the Port of Larchmere", "Port of Larchmere"])
def test_the_article_of_a_body_does_not_count(name: str) -> None:
    parties = (DANA._replace(affiliations=(name, "the", "")),)
    text = f"{BID}, as the Port of Larchmere's chiefs knew."

    assert affiliated(text, OFFICIAL, parties=parties) == ["Port of Larchmere's"]


def test_an_agreed_description_may_have_it() -> None:
    text = f"{BID}, a Norland Bank official said."

    assert affiliated(text, background("a Norland-Bank official")) == []
    assert affiliated(text, background("an official", "a banker")) == ["Norland Bank"]


def test_so_may_terms_that_allow_the_institution_or_the_name() -> None:
    text = f"{BID}, Norland Bank said."

    assert affiliated(text, background(attribute=Attribute.INSTITUTION)) == []
    assert shown(ProtectedAffiliation(), a_case(text, Told(BID))) == []


def test_what_the_source_said_may_be_said() -> None:
    words = "Norland Bank collapsed on Friday"

    assert shown(ProtectedAffiliation(), a_case(f"{words}.", Told(words, OFFICIAL))) == []
    elsewhere = a_case(f"{words}, Norland Bank said.", Told(words, OFFICIAL))
    assert shown(ProtectedAffiliation(), elsewhere) == ["Norland Bank"]


def test_a_reporters_words_have_no_affiliation() -> None:
    case = a_case(f"{BID}, as Norland Bank knew.", Told(BID, OFFICIAL, by="AR"))

    assert shown(ProtectedAffiliation(), case) == []


def test_where_attendance_is_secret_everybodys_affiliation_is_kept() -> None:
    text = f"{BID}, as Norland Bank and The Post knew."
    parties = (ANA._replace(affiliations=("The Post",)), *PARTIES[1:])

    assert shown(
        ProtectedAffiliation(), a_case(text, Told(BID, CHATHAM, by="S2"), parties=parties)
    ) == ["Norland Bank"]
    assert shown(ProtectedAffiliation(), a_case(text, Told(BID, OFFICIAL, by="S2"))) == []


def attended(text: str, *told: Told, matter: str = "", parties: tuple[Party, ...] = PARTIES):
    return shown(DisclosedAttendance(), a_case(text, *told, matter=matter, parties=parties))


SECRET = Told(BID, CHATHAM, used="")


@pytest.mark.parametrize(
    "sentence",
    [
        "Whitfield attended.",
        "Whitfield was present at the talks.",
        "Among those at the table was Whitfield.",
        "Whitfield took part, friends say.",
        "Whitfield was in the room.",
        "Whitfield spoke at the meeting.",
    ],
)
def test_a_sentence_that_places_somebody_there_is_found(sentence: str) -> None:
    assert attended(sentence, SECRET) == ["Whitfield"]


@pytest.mark.parametrize(
    "text", ["Whitfield wrote a book.", "Many attended. Whitfield wrote a book.", "Many attended."]
)
def test_other_sentences_disclose_no_attendance(text: str) -> None:
    assert attended(text, SECRET) == []


def test_everybody_who_took_part_is_protected_but_reporters() -> None:
    text = "Ana Ruiz, Dana Whitfield and Idris Farouk attended."

    assert attended(text, SECRET) == ["Dana Whitfield", "Idris Farouk"]


def test_the_matter_of_the_talk_discloses_it_surely() -> None:
    text = "Whitfield knew the harbour round-table."
    case = a_case(text, SECRET, matter="the harbour round table")

    assert only(DisclosedAttendance(), case).confidence is Confidence.HIGH
    assert attended(text, SECRET) == []
    attending = a_case("Whitfield attended.", SECRET)
    assert only(DisclosedAttendance(), attending).confidence is Confidence.MEDIUM


def test_who_spoke_there_on_the_record_was_there() -> None:
    text = "We will build a new quay, said Whitfield, who attended with Idris Farouk."

    assert attended(text, SECRET, SIGNED) == ["Idris Farouk"]
    assert attended(text, SECRET, replace(SIGNED, talk="quay")) == ["Whitfield", "Idris Farouk"]


def test_open_attendance_is_no_secret() -> None:
    assert attended("Whitfield attended.", Told(BID, OFFICIAL, used="")) == []


def test_each_talk_is_found_once() -> None:
    other = replace(SECRET, talk="docks")
    case = a_case("Whitfield attended.", SECRET, Told(VOTE, CHATHAM, used=""), other)

    assert [found.statement for found in DisclosedAttendance().check(case)] == [
        "harbor#1",
        "docks#1",
    ]


def test_of_two_names_that_overlap_the_longer_is_found() -> None:
    party = Party("S1", Role.SOURCE, "Dana Whitfield", aliases=("Dana", "Whitfield"))
    case = a_case("Dana Whitfield left.", Told(BID, OFFICIAL, used=""), parties=(ANA, party))

    assert shown(ProtectedName(), case) == ["Dana Whitfield"]
    assert DANA.affiliations == ("Norland Bank",)


def test_a_whole_name_is_sure_also_where_a_short_alias_stands_at_the_same_place() -> None:
    marcus = Party("S1", Role.SOURCE, "Marcus Oyelaran", aliases=("Marc Oyelaran",))
    said = Told(BID, OFFICIAL, used="")
    case = a_case("Marcus Oyelaran left.", said, parties=(ANA, marcus))

    assert only(ProtectedName(), case).confidence is Confidence.HIGH
