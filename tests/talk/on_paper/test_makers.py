"""Who made an agreement: whoever put its terms or accepted them, and did not refuse after all."""

from __future__ import annotations

import pytest

from groundrules.record.facts import Fact, Kind, Proposal
from groundrules.talk.on_paper.makers import makers
from groundrules.terms.levels import Level

TO_RECORD = Proposal(Level.ON_THE_RECORD)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([], {}),
        ([Fact(Kind.TERMS_AGREED, "AR")], {"AR": Kind.TERMS_AGREED}),
        ([Fact(Kind.TERMS_ANNOUNCED, "SP", proposal=Proposal())], {"SP": Kind.TERMS_ANNOUNCED}),
        ([Fact(Kind.CONSENT_IMPLIED, "AR"), Fact(Kind.TERMS_DECLINED, "AR")], {}),
        ([Fact(Kind.TERMS_AGREED, "AR"), Fact(Kind.PARTY_LEFT, "AR")], {}),
        (
            [Fact(Kind.TERMS_DECLINED, "AR"), Fact(Kind.TERMS_AGREED, "AR")],
            {"AR": Kind.TERMS_AGREED},
        ),
        (
            [Fact(Kind.TERMS_COUNTERED, "AR", proposal=Proposal(Level.BACKGROUND))],
            {"AR": Kind.TERMS_COUNTERED},
        ),
        (
            [Fact(Kind.TERMS_AGREED, "AR"), Fact(Kind.TERMS_COUNTERED, "AR", proposal=TO_RECORD)],
            {},
        ),
        (
            [Fact(Kind.TERMS_AGREED, "AR"), Fact(Kind.MARKED_UNCLEAR, "AR")],
            {"AR": Kind.TERMS_AGREED},
        ),
        ([Fact(Kind.RETURNED_TO_RECORD, "AR")], {}),
    ],
)
def test_who_made_it_and_how(facts: list[Fact], expected: dict[str, Kind]) -> None:
    assert makers(facts) == expected
