"""Hypothesis strategies for promises: every value that the types allow."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from groundrules.terms.conditions import Conditions, Embargo
from groundrules.terms.levels import Level
from groundrules.terms.promise import Terms
from groundrules.terms.rights import AXES, Rights

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)

rights = st.builds(Rights, *(st.sampled_from(list(axis)) for axis in AXES.values()))

embargoes = st.builds(
    Embargo,
    until=st.none() | st.integers(-3, 3).map(lambda hours: NOON + timedelta(hours=hours)),
    event=st.sampled_from(["", "the vote", "the launch"]),
)

conditions = st.builds(
    Conditions,
    descriptions=st.none() | st.frozensets(st.sampled_from(["an aide", "an official", "a clerk"])),
    quote_approval=st.booleans(),
    embargoes=st.frozensets(embargoes, max_size=3),
    delete_by=st.none() | st.integers(0, 5).map(lambda days: date(2027, 1, 1 + days)),
    tell=st.none() | st.frozensets(st.sampled_from(["the board", "counsel"])),
)

terms = st.builds(Terms, st.sampled_from(list(Level)), rights, conditions)
