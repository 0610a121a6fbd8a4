"""Which policy is an outlet's own: known names only, nothing guessed."""

from __future__ import annotations

import pytest

from groundrules.talk.preparing.outlets import policy_of
from interviewed import POLICIES

TITLES = {name: POLICIES.load(name).title for name in POLICIES.names()}


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [
        ("The Washington Post", "washington-post"),
        ("washington post", "washington-post"),
        ("Washington-Post", "washington-post"),
        ("AP", "ap"),
        ("the associated press", "ap"),
        ("The  Guardian.", "guardian"),
        ("The Ledger Post", ""),
        ("Post", ""),
        ("default", ""),
        ("the cautious default", ""),
        ("", ""),
        ("The", ""),
        ("!", ""),
    ],
)
def test_the_policy_of_an_outlet(outlet: str, expected: str) -> None:
    assert policy_of(outlet, TITLES) == expected
