"""From raw tables to a policy: what is inherited, and every fault with its file, key and remedy."""

import tomllib

import pytest

from groundrules.errors import BadInput, Fault
from groundrules.tables.table import Document
from groundrules.terms.levels import Level
from groundrules.terms.policy import Evidence, Policy, Ruling, Status
from groundrules.terms.policy_document import MAX_LINEAGE, is_policy_name, policy_from
from groundrules.terms.rights import Attribute, Publish, Pursue

HEAD = 'id = "ledger"\ntitle = "The Ledger"\nversion = "1"\n'


def document(text: str, name: str = "ledger") -> Document:
    return Document(f"{name}.toml", name, tomllib.loads(text), text)


def read(text: str, **others: str) -> Policy:
    shelf = {name: document(other, name) for name, other in others.items()}
    return policy_from(document(text), shelf.get, lambda: sorted(shelf))


def faults(text: str, **others: str) -> list[Fault]:
    with pytest.raises(BadInput) as caught:
        read(text, **others)
    return list(caught.value.faults)


PARENT = """
id = "parent"
title = "The Parent"
version = "7"
jurisdiction = "US"
summary = "The parent's."
[evidence.book]
title = "The parent's book"
where = "page 3"
accessed = "2020"
[levels.off-the-record]
meaning = "The parent's meaning."
description_set_by = { value = "source" }
pursue = { value = "no", evidence = "book", status = "verified" }
publish = { value = "no", evidence = "book", status = "secondary", negotiable = true }
[levels.background]
meaning = "The parent's background."
attribute = { value = "institution" }
[practices]
min_anonymous_sources = { value = 3, evidence = "book", status = "verified" }
banned_reasons = { value = ["not  allowed\\nto speak"] }
[severities]
missing-reason = { value = "error", evidence = "book", status = "verified" }
some-later-rule = { value = "off" }
"""

CHILD = (
    HEAD
    + """
extends = "parent"
summary = "Our own\\n  summary."
[evidence.book]
title = "Our book"
where = "page 9"
[levels.off-the-record]
meaning = "Our meaning."
pursue = { value = "yes", evidence = "book", status = "verified" }
[levels.on-the-record]
meaning = "Free."
publish = { value = "yes" }
[practices]
embargo_needs_acceptance = { value = true }
approval_anonymous = { value = "" }
[severities]
missing-reason = { value = "note" }
"""
)


def test_a_policy_says_what_its_file_says() -> None:
    policy = read(PARENT.replace('"parent"', '"ledger"'))

    assert ("ledger", "The Parent", "7") == (policy.id, policy.title, policy.version)
    assert ("US", "The parent's.", ("ledger",)) == (
        policy.jurisdiction,
        policy.summary,
        policy.lineage,
    )
    assert policy.phrases("banned_reasons") == ("not allowed to speak",)


def test_a_child_says_its_own_and_inherits_the_rest_axis_by_axis() -> None:
    policy = read(CHILD, parent=PARENT)
    level = policy.levels[Level.OFF_THE_RECORD]

    assert level.meaning == "Our meaning."
    assert ["publish", "pursue"] == list(level.axes)
    assert Ruling(Pursue.YES, "ledger", "book", Status.VERIFIED) == level.axes["pursue"]
    assert (
        Ruling(Publish.NO, "parent", "book", Status.SECONDARY, negotiable=True)
        == level.axes["publish"]
    )
    assert Ruling("source", "parent") == level.description_set_by
    assert policy.levels[Level.BACKGROUND].meaning == "The parent's background."
    assert Attribute.INSTITUTION is policy.levels[Level.BACKGROUND].axes["attribute"].value
    assert [Level.ON_THE_RECORD, Level.BACKGROUND, Level.OFF_THE_RECORD] == list(policy.levels)


def test_a_child_keeps_its_own_name_and_takes_the_jurisdiction() -> None:
    policy = read(CHILD, parent=PARENT)

    assert ("ledger", "The Ledger", "1") == (policy.id, policy.title, policy.version)
    assert ("US", "Our own summary.") == (policy.jurisdiction, policy.summary)
    assert ("ledger", "parent") == policy.lineage


def test_practices_and_severities_are_inherited_one_by_one() -> None:
    policy = read(CHILD, parent=PARENT)

    assert Ruling(3, "parent", "book", Status.VERIFIED) == policy.practices["min_anonymous_sources"]
    assert Ruling(value=True, policy="ledger") == policy.practices["embargo_needs_acceptance"]
    assert policy.word("approval_anonymous") == ""
    assert Ruling("note", "ledger") == policy.severities["missing-reason"]
    assert Ruling("off", "parent") == policy.severities["some-later-rule"]


def test_evidence_of_the_same_key_stays_that_of_whoever_said_so() -> None:
    policy = read(CHILD, parent=PARENT)
    axes = policy.levels[Level.OFF_THE_RECORD].axes

    assert Evidence("Our book", "page 9") == policy.evidence_for(axes["pursue"])
    assert Evidence("The parent's book", "page 3", "2020") == policy.evidence_for(axes["publish"])
    assert {"ledger/book", "parent/book"} == set(policy.evidence)


def test_a_grandparent_is_reached() -> None:
    grandparent = PARENT.replace('"parent"', '"old"')
    between = 'id = "parent"\ntitle = "P"\nversion = "1"\nextends = "old"\n'
    policy = read(CHILD, parent=between, old=grandparent)

    assert ("ledger", "parent", "old") == policy.lineage
    assert policy.practices["min_anonymous_sources"].policy == "old"


LEVEL = '[levels.background]\nmeaning = "M."\n'

BAD = {
    "a key that is none": (
        'titel = "x"\n' + HEAD,
        (1, "titel: there is no such key", "did you mean title?"),
    ),
    "no id": (
        HEAD.replace('id = "ledger"', ""),
        (0, "id: it is missing", 'add id = "…"'),
    ),
    "no title": (
        HEAD.replace('title = "The Ledger"', ""),
        (0, "title: it is missing", 'add title = "…"'),
    ),
    "no version": (
        HEAD.replace('version = "1"', ""),
        (0, "version: it is missing", 'add version = "…"'),
    ),
    "a version that is a number": (
        HEAD.replace('"1"', "1"),
        (3, "version: it must be text", 'write version = "…"'),
    ),
    "an empty title": (
        HEAD.replace("The Ledger", " "),
        (2, "title: it must be text", "not empty"),
    ),
    "an invisible character": (
        HEAD.replace("The Ledger", "The \\u202eLedger"),
        (2, "title: it holds invisible characters", "take them out"),
    ),
    "an id of another file": (
        HEAD.replace('"ledger"', '"leger"'),
        (1, "id: it is not the name of the file", "write ledger, or call the file leger.toml"),
    ),
    "an id that is no name": (
        HEAD.replace('"ledger"', '"The Ledger"'),
        (1, "id: it is no policy's name", "use lower-case letters"),
    ),
    "a parent that is none": (
        HEAD + 'extends = "parnt"',
        (4, "extends: there is no such policy", "did you mean parent?"),
    ),
    "a parent that is no text": (
        HEAD + "extends = 3",
        (4, "extends: it must be text", 'write extends = "…"'),
    ),
    "a policy that extends itself": (
        HEAD + 'extends = "ledger"',
        (4, "extends: a policy cannot extend itself: ledger → ledger", "let the last of them"),
    ),
    "a table that is none": (
        HEAD + "levels = 3",
        (4, "levels: it must be a table", "write [levels] above its keys"),
    ),
    "a level that is none": (
        HEAD + '[levels.of-the-record]\nmeaning = "M."',
        (4, "levels.of-the-record: there is no such level", "did you mean off-the-record?"),
    ),
    "a level that is an alias": (
        HEAD + '[levels.nfa]\nmeaning = "M."',
        (4, "levels.nfa: there is no such level", "not-for-attribution"),
    ),
    "a level without a meaning": (
        HEAD + "[levels.background]",
        (4, "levels.background.meaning: it is missing", 'add meaning = "…"'),
    ),
    "an axis that is none": (
        HEAD + LEVEL + 'persue = { value = "yes" }',
        (6, "levels.background.persue: there is no such key of a level", "did you mean pursue?"),
    ),
    "a value in the short form": (
        HEAD + LEVEL + 'pursue = "yes"',
        (
            6,
            "levels.background.pursue: it must be a table",
            "write [levels.background.pursue] above its keys, or pursue = { … }",
        ),
    ),
    "no value": (
        HEAD + LEVEL + "pursue = { negotiable = true }",
        (6, "levels.background.pursue.value: it is missing", "value = …"),
    ),
    "a value that is none": (
        HEAD + LEVEL + 'quote = { value = "verbatm" }',
        (6, "levels.background.quote.value: there is no such choice", "did you mean verbatim?"),
    ),
    "a value of another kind": (
        HEAD + LEVEL + "pursue = { value = true }",
        (
            6,
            "levels.background.pursue.value: it must be a word in quotes",
            "write one of: yes, no",
        ),
    ),
    "a key of a value that is none": (
        HEAD + LEVEL + 'pursue = { value = "yes", negotiabel = true }',
        (
            6,
            "levels.background.pursue.negotiabel: there is no such key",
            "did you mean negotiable?",
        ),
    ),
    "a negotiable that is no switch": (
        HEAD + LEVEL + 'pursue = { value = "yes", negotiable = "yes" }',
        (
            6,
            "levels.background.pursue.negotiable: it must be true or false",
            "write true or false",
        ),
    ),
    "evidence that is none": (
        HEAD + '[evidence.book]\ntitle = "B"\nwhere = "p"\n'
        '[practices]\nbinds = { value = "outlet", evidence = "bok" }',
        (8, "practices.binds.evidence: this file has no such evidence", "did you mean book?"),
    ),
    "evidence where there is none at all": (
        HEAD + '[practices]\nbinds = { value = "outlet", evidence = "book" }',
        (5, "practices.binds.evidence: this file has no such", "there is none to choose from"),
    ),
    "evidence without a title": (
        HEAD + '[evidence.book]\nwhere = "p"',
        (4, "evidence.book.title: it is missing", 'add title = "…"'),
    ),
    "evidence without a place": (
        HEAD + '[evidence.book]\ntitle = "B"',
        (4, "evidence.book.where: it is missing", 'add where = "…"'),
    ),
    "evidence read on a day that is no text": (
        HEAD + '[evidence.book]\ntitle = "B"\nwhere = "p"\naccessed = 2026-11-03',
        (7, "evidence.book.accessed: it must be text", "in quotes"),
    ),
    "evidence that is no table": (
        HEAD + '[evidence]\nbook = "B"',
        (5, "evidence.book: it must be a table", "write [evidence.book] above its keys"),
    ),
    "a key of evidence that is none": (
        HEAD + '[evidence.book]\ntitle = "B"\nwhere = "p"\nurl = "x"',
        (7, "evidence.book.url: there is no such key", "write one of: title, where, accessed"),
    ),
    "a status that is none": (
        HEAD + '[practices]\nbinds = { value = "outlet", status = "verifyed" }',
        (5, "practices.binds.status: there is no such status", "did you mean verified?"),
    ),
    "a status without evidence": (
        HEAD + '[practices]\nbinds = { value = "outlet", status = "secondary" }',
        (
            5,
            "practices.binds.status: it says that the value was read, but not where",
            "name the evidence",
        ),
    ),
    "a practice that is none": (
        HEAD + "[practices]\nmin_anonymous_source = { value = 2 }",
        (
            5,
            "practices.min_anonymous_source: there is no such practice",
            "did you mean min_anonymous_sources?",
        ),
    ),
    "a practice that the agreement cannot decide": (
        HEAD + '[practices]\nbinds = { value = "outlet", negotiable = true }',
        (5, "practices.binds.negotiable: there is no such key", "value, evidence, status"),
    ),
    "a count of none": (
        HEAD + "[practices]\nplural_requires = { value = 0 }",
        (5, "practices.plural_requires.value: it must be a count", "a whole number from 1 up"),
    ),
    "a count that is a switch": (
        HEAD + "[practices]\nplural_requires = { value = true }",
        (5, "practices.plural_requires.value: it must be a count", "a whole number from 1 up"),
    ),
    "a switch that is a word": (
        HEAD + '[practices]\nembargo_needs_acceptance = { value = "yes" }',
        (
            5,
            "practices.embargo_needs_acceptance.value: it must be true or false",
            "without quotes",
        ),
    ),
    "phrases that are one": (
        HEAD + '[practices]\nbanned_reasons = { value = "no" }',
        (5, "practices.banned_reasons.value: it must be a list of phrases", 'write ["…", "…"]'),
    ),
    "a phrase that is empty": (
        HEAD + '[practices]\nbanned_reasons = { value = ["no", ""] }',
        (5, "practices.banned_reasons.value: it must be a list of phrases", 'write ["…", "…"]'),
    ),
    "a word that may be empty, and is another": (
        HEAD + '[practices]\napproval_direct_quote = { value = "cook" }',
        (
            5,
            "practices.approval_direct_quote.value: there is no such choice",
            'write one of: "", editor',
        ),
    ),
    "a severity that is none": (
        HEAD + '[severities]\nmissing-reason = { value = "fatal" }',
        (
            5,
            "severities.missing-reason.value: there is no such choice",
            "write one of: error, warning, note, off",
        ),
    ),
    "a severity that is a word": (
        HEAD + '[severities]\nmissing-reason = "error"',
        (5, "severities.missing-reason: it must be a table", "missing-reason = { … }"),
    ),
    "a rule that is no name": (
        HEAD + '[severities]\nMissing_Reason = { value = "error" }',
        (5, "severities.Missing_Reason: it is no rule's name", "as in withheld-statement"),
    ),
    "a rule whose name must be quoted": (
        HEAD + '[severities]\n"a b\\u001b" = { value = "error" }',
        (4, "severities.'a b\\x1b': it is no rule's name", "as in withheld-statement"),
    ),
    "on the record, restricted": (
        HEAD + '[levels.on-the-record]\nmeaning = "M."\nquote = { value = "no" }',
        (6, "levels.on-the-record.quote.value: there is no such choice", "write one of: verbatim"),
    ),
    "on the record, negotiable": (
        HEAD
        + '[levels.on-the-record]\nmeaning = "M."\npublish = { value = "yes", negotiable = true }',
        (6, "levels.on-the-record.publish.negotiable: there is no such key", "value, evidence"),
    ),
    "plain words, described": (
        HEAD + '[levels.plain-words]\nmeaning = "M."\ndescription_set_by = { value = "source" }',
        (
            6,
            "levels.plain-words.description_set_by: there is no such key of a level",
            "write one of",
        ),
    ),
    "a describer that is none": (
        HEAD + LEVEL + 'description_set_by = { value = "reporter" }',
        (
            6,
            "levels.background.description_set_by.value: there is no such choice",
            "write one of: source, journalist, negotiated",
        ),
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_a_fault_names_file_line_key_and_remedy(case: str) -> None:
    text, (line, message, remedy) = BAD[case]
    (fault,) = faults(text, parent=PARENT)

    assert ("ledger.toml", line) == (fault.path, fault.line)
    assert fault.message.startswith(message)
    assert remedy in fault.remedy
    assert str(fault).isprintable()


def test_a_cycle_is_spelled_out_from_where_it_closes() -> None:
    policies = {
        name: f'id = "{name}"\ntitle = "T"\nversion = "1"\nextends = "{parent}"\n'
        for name, parent in (("one", "two"), ("two", "three"), ("three", "one"))
    }
    (fault,) = faults(HEAD + 'extends = "one"', **policies)

    assert ("three.toml", 4) == (fault.path, fault.line)
    assert "extends: a policy cannot extend itself: one → two → three → one" == fault.message


def test_a_line_of_policies_has_an_end() -> None:
    names = ["ledger", *(f"p{number}" for number in range(1, MAX_LINEAGE + 1))]
    policies = {
        name: f'id = "{name}"\ntitle = "T"\nversion = "1"\nextends = "{parent}"\n'
        for name, parent in zip(names[1:], [*names[2:], "p0"], strict=True)
    }
    (fault,) = faults(HEAD + 'extends = "p1"', **policies)

    assert f"p{MAX_LINEAGE - 1}.toml" == fault.path
    assert fault.message.startswith(f"extends: the line of policies is longer than {MAX_LINEAGE}:")
    assert "put some of these policies together in one file" == fault.remedy


def test_all_faults_of_all_files_are_named_together() -> None:
    child = HEAD + 'extends = "parent"\nsumary = "x"\n[practices]\nbinds = { value = "me" }'
    parent = 'id = "parent"\ntitle = "P"\nextends = "gone"'

    assert [
        ("parent.toml", "extends: there is no such policy"),
        ("ledger.toml", "sumary: there is no such key"),
        ("ledger.toml", "practices.binds.value: there is no such choice"),
        ("parent.toml", "version: it is missing"),
    ] == [(fault.path, fault.message) for fault in faults(child, parent=parent)]


def test_a_wrong_value_is_not_in_the_fault() -> None:
    text = HEAD + '[practices]\nbinds = { value = "secret words" }'

    assert "secret words" not in str(faults(text)[0])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ap", True),
        ("asne-1998", True),
        ("1998", True),
        ("", False),
        ("AP", False),
        ("a_p", False),
        ("-ap", False),
        ("ap-", False),
        ("a--p", False),
        ("../ap", False),
        ("é", False),
    ],
)
def test_what_may_name_a_policy(word: str, *, expected: bool) -> None:
    assert expected == is_policy_name(word)
