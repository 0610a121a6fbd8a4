"""Where sentences end is found without most tokens, and is where the tokens say that they do."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from drafted import cut, draft_of
from hypothesis import example, given, settings
from hypothesis import strategies as st

from groundrules.draft.document import Draft, Span, Substitution
from groundrules.draft.listed import listed
from groundrules.draft.printed import Stretch, printed
from groundrules.draft.reporting_verbs import FIRST_OF_SEVERAL, REPORTING_VERBS
from groundrules.draft.sentences import sentence_stretches, sentences, tokenised_paragraphs
from groundrules.draft.small_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.tokens import Token

ENDING = tuple(".?!…‽。？！")
ASKING = tuple("?!…？！")
MAY_FOLLOW = (*ENDING, *")]}”’»\"'*")
BEFORE_NAMES = listed(
    """adm amb atty brig capt cf cmdr col cpl det dr esq fr gen gov hon insp lt maj messrs mr mrs
    ms mt mx pfc pres prof pvt rep reps rev sen sens sgt ste supt vs v no"""
)

PIECES = """“ ” " ' ’ ‘ « » '' ( ) * — -- , ; . . .. ... … ? ! ?! ‽ 。 \x01 \x02 word Word it's
don’t the The The' It _ asked Whitfield U.S. U.S U. S. J.F.K. A.I. Mr. Mr Sen. etc. etc Inc. v. A.V.
p.m. No. no. nos. 5 5. .5 3.5 1,200 a.b a.The x.5 a.5.5 xU.S. x-U.S. e-mailed é É. Éa. İ İt İnc. Ⓐ.
ſt. Σ. ΑΣ. _. workers'. word. word.Word well-known. (word.) word.” $5. 5.5. \u2011 \u00a0 \u2028
\u0301"""
NEWS = PIECES.replace("\n", " ").split(" ")
TEXTS = st.one_of(
    st.lists(st.sampled_from([*NEWS, "\n\n", "\n"]), max_size=25).map(" ".join),
    st.lists(st.sampled_from([*NEWS, " ", " ", "\n\n", "\r"]), max_size=40).map("".join),
    st.lists(st.sampled_from([". ", "? ", "“Why?” ", "etc. ", "U.S. ", *NEWS]), max_size=20).map(
        "".join
    ),
    st.text(max_size=40),
)


def by_tokens(text: str, tokens: Sequence[Token]) -> list[list[Token]]:
    """Divide the tokens of a paragraph into sentences, asking each token what follows it."""
    found: list[list[Token]] = []
    begin = 0
    for at in range(len(tokens)):
        if at >= begin and (end := _behind_end(text, tokens, at)):
            found.append(list(tokens[begin:end]))
            begin = end
    return [*found, list(tokens[begin:])] if begin < len(tokens) else found


def _behind_end(text: str, tokens: Sequence[Token], at: int) -> int:
    token, end = tokens[at], at + 1
    if token.is_quotation:
        if not _inside(text, token).endswith(ENDING):
            return 0
    elif token.text[0] in ENDING:
        while end < len(tokens) and tokens[end].text[0] in MAY_FOLLOW:
            end += 1
    elif not token.text.endswith(".") or token.low in BEFORE_NAMES:
        return 0
    return end if end == len(tokens) or _begins(text, tokens[end:], token) else 0


def _inside(text: str, quotation: Token) -> str:
    return text[max(quotation.start, quotation.end - 6) : quotation.end].rstrip("”’\"'`»›“ *_")


def _begins(text: str, tokens: Sequence[Token], ending: Token) -> bool:
    first = tokens[0]
    if first.is_quotation:
        inside = text[first.start : first.start + 3].strip("\"'“‘`")
        return not (ending.is_word and inside[:1].islower())
    if ending.is_word:
        return first.is_capitalised and first.low in FUNCTION_WORDS
    if first.text[0].islower() or first.text[0] in ",;:—–―-":
        return False
    return not (
        ending.is_quotation and _inside(text, ending).endswith(ASKING) and _is_tag(tokens[:6])
    )


def _is_tag(tokens: Sequence[Token]) -> bool:
    for number, token in enumerate(tokens):
        if token.low in REPORTING_VERBS or token.low in FIRST_OF_SEVERAL:
            return number > 0
        if not token.is_capitalised or token.low in FUNCTION_WORDS:
            return False
    return False


@settings(max_examples=200, deadline=None)
@given(TEXTS)
@example("He said etc... The end. U.S... The end. J... The end")
@example("In the U.S.) The end. A.I. The end. A.V. The end. The A.I. It ended.")
@example("“Why?” Dana J. Whitfield of the U.S. asked. “Why?” Mr. Mr. Mr. Mr. Mr. asked. The end.")
@example("It. . ) ? no. “No.” . The end. “No” . The end. ? ! it. Etc... ? ! The end…")
@example("No. 5 and no.\n5 and No.“5” and no.. 5. The end, etc.“The” end. U.S. “the” end")
@example("well-known. The 3.5. The .5 end. Inc.The end.The end. İnc. It ended etc. İt ended ...")
@example("J.F.a.The‘_ Ⓐ.? Ⓐ. it")
@example("(No. 5 ended (no. The end Ⓐ.?")
@example("\x01 said. \x01\x02 The “\x01.” \x01 end. Mr..")
def test_sentences_end_where_the_tokens_say(text: str) -> None:
    draft = draft_of(text)
    shown, found = printed(draft).text, tokenised_paragraphs(draft)
    expected = [by_tokens(shown, [one for cut in part for one in cut]) for part in found]

    assert expected == found
    assert [Stretch(one[0].start, one[-1].end) for part in found for one in part] == (
        sentence_stretches(draft_of(text))
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We ate, etc... The end.", ["We ate, etc.", "The end."]),
        (
            "In 2016. The end. (It is.) At .5 it did",
            ["In 2016.", "The end.", "(It is.)", "At .", "5 it did"],
        ),
        ("“Why?” Dana J. Whitfield asked. No.", ["“Why?” Dana J. Whitfield asked.", "No."]),
    ],
)
def test_a_sentence_ends_with_its_last_token(text: str, expected: list[str]) -> None:
    draft = draft_of(text)

    assert expected == [cut(draft, one) for one in sentences(draft)]


@pytest.mark.parametrize(
    "text",
    [
        "a.a." * 25_000,
        "etc.A" * 20_000,
        ". " * 50_000,
        ". " * 50_000 + "a",
        "“Why?”A" * 15_000,
        "U.S... " * 15_000,
        "x.x" * 30_000,
        "." * 100_000,
        "etc." * 25_000,
        "U.S.\n" * 20_000,
        "Mr. 5" * 20_000,
    ],
    ids=lambda text: text[:6],
)
def test_the_ends_of_long_texts_are_found_in_little_time(text: str) -> None:
    draft = draft_of(text)
    begun = time.process_time()
    sentence_stretches(draft)

    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("text", "shown", "expected"),
    [
        (
            "He said “No@Yes.” she said. It ended.",
            "” “",
            ["He said “No@Yes.” she said.", "It ended."],
        ),
        ("@No.” It ended. The end @", "“a” “b” “", ["@No.”", "It ended.", "The end @"]),
    ],
)
def test_quotations_may_share_what_one_substitution_shows(
    text: str, shown: str, expected: list[str]
) -> None:
    places = [at for at, one in enumerate(text) if one == "@"]
    substitutions = tuple(Substitution(Span(at, at + 1), shown) for at in places)
    draft = Draft("-", text, (Span(0, len(text)),), substitutions=substitutions)

    assert expected == [cut(draft, one) for one in sentences(draft)]
    assert all(all(part) for part in tokenised_paragraphs(draft))
