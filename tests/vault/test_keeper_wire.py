"""Messages and the values in them: what is sent arrives, and what is damaged is refused."""

from __future__ import annotations

import socket
from enum import StrEnum
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.vault.keeper.shapes import Misshapen, plain, rebuilt
from groundrules.vault.keeper.wire import LIMIT, Garbled, receive, receive_bytes, send, send_bytes


class Shade(StrEnum):
    LIGHT = "light"
    DARK = "dark"


class Inner(NamedTuple):
    name: str
    digest: bytes


class Outer(NamedTuple):
    count: int
    shade: Shade
    share: float
    inner: tuple[Inner, ...]
    pair: tuple[int, str]
    tables: dict[str, list[int]]
    maybe: Inner | None = None


texts = st.text(st.characters())
inners = st.builds(Inner, texts, st.binary(max_size=20))
outers = st.builds(
    Outer,
    st.integers(),
    st.sampled_from(Shade),
    st.floats(allow_nan=False),
    st.lists(inners, max_size=3).map(tuple),
    st.tuples(st.integers(), texts),
    st.dictionaries(texts, st.lists(st.integers(), max_size=3), max_size=3),
    st.none() | inners,
)


@given(value=outers)
def test_a_value_arrives_as_it_was_sent(value):
    here, there = socket.socketpair()
    with here, there:
        send(here, {"is": plain(value)})
        message = receive(there)

    assert message
    assert value == rebuilt(Outer, message["is"])
    assert Outer is type(rebuilt(Outer, message["is"]))


@pytest.mark.parametrize(
    ("shape", "value"),
    [
        (int, "1"),
        (int, True),
        (bool, 1),
        (str, None),
        (None, 0),
        (float, "1"),
        (bytes, "no digits"),
        (bytes, 3),
        (Shade, "purple"),
        (list[int], [1, "2"]),
        (list[int], {"1": 2}),
        (tuple[int, str], [1]),
        (tuple[int, ...], ["1"]),
        (dict[str, int], {"a": "b"}),
        (dict[str, int], ["a"]),
        (int | None, "1"),
        (Inner, ["only the name"]),
        (Inner, ["name", "00", "more"]),
        (Inner, {"name": "x", "digest": ""}),
        (Inner, "xy"),
        (str, ["x"]),
    ],
)
def test_what_does_not_fit_is_refused_and_not_quoted(shape, value):
    with pytest.raises(Misshapen) as refusal:
        rebuilt(shape, value)

    assert "name" not in str(refusal.value)
    assert "purple" not in str(refusal.value)


@pytest.mark.parametrize("value", [object(), {1: "x"}, {"a": {"b": {1, 2}}}, [print]])
def test_what_json_has_nothing_for_is_not_sent(value):
    with pytest.raises(Misshapen):
        plain(value)


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        (b"\0", "ends too early"),
        (b"\0\0\0\x05{}", "ends too early"),
        (b"\0\0\0\x02", "ends too early"),
        ((LIMIT + 1).to_bytes(4, "big"), "too long"),
        (b"\0\0\0\x02[]", "no object"),
        (b"\0\0\0\x02{]", "no JSON"),
        (b"\0\0\0\x02\xff\xfe", "no JSON"),
        (b"\0\x02\0\0" + b"[" * (2 << 16), "no JSON"),
    ],
)
def test_a_damaged_message_is_refused(sent, why):
    here, there = socket.socketpair()
    with here, there:
        here.sendall(sent)
        here.close()
        there.settimeout(5)
        with pytest.raises(Garbled, match=why):
            receive(there)


def test_who_hangs_up_between_messages_has_sent_none():
    here, there = socket.socketpair()
    with here, there:
        send(here, {"a": 1})
        here.close()

        assert {"a": 1} == receive(there)
        assert None is receive(there)


def test_nothing_of_a_message_that_is_too_long_is_sent():
    here, there = socket.socketpair()
    with here, there:
        with pytest.raises(Garbled):
            send_bytes(here, bytes(LIMIT + 1))
        send_bytes(here, b"short")

        assert b"short" == receive_bytes(there)
