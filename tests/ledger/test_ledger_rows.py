from __future__ import annotations

import pytest

from groundrules.errors import BadInput, Fault
from groundrules.ledger.rows import Form, Wrap

A, B = b"a" * 16, b"b" * 16


def _wrap(stream=A, kind="words", key=b"k", member=b"m", sealed=b"wrapped"):
    return Wrap(stream, kind, key * 16, member * 16, sealed)


def test_wraps_are_found_by_member_stream_and_kind(ledger):
    wraps = [_wrap(), _wrap(kind="terms"), _wrap(stream=B), _wrap(member=b"n"), _wrap(key=b"l")]
    ledger.put_wraps(wraps)
    assert sorted(wraps) == sorted(ledger.wraps())
    assert [wraps[3]] == list(ledger.wraps(member=b"n" * 16))
    assert [wraps[2]] == list(ledger.wraps(stream=B))
    assert [wraps[1]] == list(ledger.wraps(b"m" * 16, A, "terms"))
    assert [] == list(ledger.wraps(b"x" * 16))


def test_a_wrap_that_is_there_is_replaced(ledger):
    ledger.put_wraps([_wrap(), _wrap(stream=B)])
    ledger.put_wraps([_wrap(sealed=b"anew")])
    assert [_wrap(sealed=b"anew")] == list(ledger.wraps(stream=A))
    assert 2 == len(list(ledger.wraps()))


def test_dropped_wraps_are_gone_and_the_others_stay(ledger):
    ledger.put_wraps([_wrap(), _wrap(kind="terms"), _wrap(stream=B)])
    assert 2 == ledger.drop_wraps([_wrap(sealed=b""), _wrap(stream=B), _wrap(key=b"x")])
    assert [_wrap(kind="terms")] == list(ledger.wraps())


def test_all_wraps_are_made_anew_or_none(ledger):
    wraps = [_wrap(), _wrap(kind="terms"), _wrap(stream=B)]
    ledger.put_wraps(wraps)

    def fail(wrap):
        if wrap.stream == B:
            raise BadInput(Fault("-", "no", "yes"))
        return wrap._replace(sealed=b"anew")

    with pytest.raises(BadInput):
        ledger.replace_wraps(fail)
    assert sorted(wraps) == sorted(ledger.wraps())
    kept = ledger.replace_wraps(
        lambda wrap: None if wrap.stream == B else wrap._replace(sealed=b"anew")
    )
    assert 2 == kept
    assert sorted(wrap._replace(sealed=b"anew") for wrap in wraps[:2]) == sorted(ledger.wraps())


def test_forms_lead_to_places_and_are_dropped_by_stream(ledger):
    forms = [Form(bytes([n]) * 16, "name", (A, B)[n % 2], str(n)) for n in range(6)]
    ledger.put_forms(forms)
    ledger.put_forms(forms[:2])
    asked = [form.form for form in forms]
    assert forms == sorted(ledger.forms([*asked, asked[0], b"x" * 16]))
    assert [] == list(ledger.forms([]))
    assert 3 == ledger.drop_forms(A)
    assert [form for form in forms if form.stream == B] == sorted(ledger.forms(asked))


def test_more_forms_than_one_statement_names(ledger):
    forms = [Form(n.to_bytes(16, "big"), "name", A, "") for n in range(1000)]
    ledger.put_forms(forms)
    assert forms == sorted(ledger.forms([form.form for form in forms]))


def test_the_house_keeps_the_latest_value_of_a_name(ledger):
    assert ledger.kept("log") is None
    ledger.keep("log", b"1")
    ledger.keep("log", b"2")
    ledger.keep("empty", b"")
    assert (b"2", b"") == (ledger.kept("log"), ledger.kept("empty"))
