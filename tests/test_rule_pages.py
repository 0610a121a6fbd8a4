"""Every rule's page is run: its examples are read, folded, matched and judged as in a check."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from docs.pages import DOCS
from groundrules.desk.indexing.card import indexed
from groundrules.draft.attributing import find_attributions
from groundrules.draft.quotation import find_quotations
from groundrules.draft.wording import word_list
from groundrules.evidence.case import Case, Evidenced
from groundrules.evidence.story import UNDECLARED
from groundrules.evidence.story_document import story_of
from groundrules.matching import find_matches
from groundrules.readers.draft.markdown import markdown_draft
from groundrules.readers.policies import SHIPPED, PolicyShelf
from groundrules.record.notation import parse
from groundrules.record.timeline import fold
from groundrules.rules import registry
from groundrules.rules.rule import Rule, Severity
from groundrules.tables.table import Document
from groundrules.terms.levels import Level
from rule_pages import Example, Mark, examples, page_text, without_carets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Draft
    from groundrules.record.transcript import Conversation

RULES = registry.all_rules()
PAGES = {rule.code: page_text(rule) for rule in RULES}
CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in RULES
    for number, example in enumerate(examples(PAGES[rule.code]), 1)
]
SHELF = PolicyShelf()
HEADINGS = ["What it does", "Why it matters", "Examples"]
RUN = 3
"""So many words in a row that stand in the record or the draft may stand in no message."""


def runs(text: str) -> set[tuple[str, ...]]:
    words = word_list(text)
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


NAMES_OF_LEVELS = set().union(*(runs(level.spoken) for level in Level))
"""A level's name is nobody's words: a message has to say on which terms something was said."""


def by_code(rule: Rule) -> str:
    return rule.code


def case_of(example: Example) -> Case:
    """Return the case of an example, by the real readers, fold and search."""
    talks = [parse(record, f"{number}.record") for number, record in enumerate(example.records, 1)]
    statements = {one.statement.id: one for talk in talks for one in evidenced(talk)}
    draft = markdown_draft("draft.md", example.draft)
    quotations = find_quotations(draft)
    if example.sealed:
        return sealed_case(example, talks, draft)
    return Case(
        draft=draft,
        quotations=quotations,
        attributions=find_attributions(draft),
        matches=find_matches(
            draft, quotations, [one.statement for one in statements.values()]
        ).matches,
        statements=statements,
        conversations={talk.id: talk for talk in talks},
        policy=SHELF.load(example.policy),
        as_of=example.as_of,
        story=story_of(declared(example.story)) if example.story else UNDECLARED,
        readings={talk.id: SHELF.load(talk.policy or example.policy) for talk in talks},
    )


def sealed_case(example: Example, talks: list[Conversation], draft: Draft) -> Case:
    """Return the case of an example in which an index of the records is all there is."""
    from groundrules.matching.find_indexed import find_sealed  # noqa: PLC0415 - likewise
    from groundrules.matching.index.indexed import IndexedLedger  # noqa: PLC0415 - numpy, for these alone

    quotations = find_quotations(draft)
    with TemporaryDirectory() as folder:
        path, secret = Path(folder, "index"), bytes(32)
        IndexedLedger.build(path, (indexed(talk, "") for talk in talks), secret, None)
        sealed = find_sealed(draft, quotations, IndexedLedger.open(path, secret))
    attributions = find_attributions(draft)
    policy = SHELF.load(example.policy)
    return Case(
        draft,
        quotations,
        attributions,
        (),
        {},
        {},
        policy,
        example.as_of,
        sealed=sealed,
        blind=True,
    )


def declared(story: str) -> Document:
    return Document("draft.md.groundrules.toml", "draft", tomllib.loads(story), story)


def evidenced(talk: Conversation) -> Iterator[Evidenced]:
    for standing in fold(talk, SHELF.load(talk.policy or "default")).standings:
        statement = standing.statement
        yield Evidenced(statement, standing, talk.party(statement.speaker), talk)


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_an_example_has_exactly_the_findings_that_its_carets_mark(
    rule: Rule, example: Example
) -> None:
    found = {Mark(finding.span, finding.code) for finding in rule.check(case_of(example))}

    assert list(example.marks) == sorted(found)


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_a_message_holds_no_name_and_no_words(rule: Rule, example: Example) -> None:
    case = case_of(example)
    secrets = [re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE) for name in names(case)]
    spoken = (one.statement.text for one in case.statements.values())
    known = runs(example.draft).union(*map(runs, spoken)) - NAMES_OF_LEVELS

    for finding in rule.check(case):
        said = f"{finding.message} {finding.remedy}"
        assert [secret for secret in secrets if secret.search(said)] == []
        assert known & runs(said) == set()


def names(case: Case) -> Iterator[str]:
    for talk in case.conversations.values():
        for party in talk.parties:
            yield from filter(None, (party.name, *party.name.split(), *party.aliases))
            yield from (*party.affiliations, *filter(None, [party.description]))


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_a_page_has_its_title_and_the_three_headings(rule: Rule) -> None:
    page = PAGES[rule.code]

    assert page.startswith(f"# {rule.code} {rule.name}\n")
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == HEADINGS


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_a_page_has_an_example_that_fires_and_one_that_does_not(rule: Rule) -> None:
    fires = [bool(example.marks) for example in examples(PAGES[rule.code])]

    assert {True, False} == set(fires)


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_an_example_marks_only_its_own_rule(rule: Rule) -> None:
    marked = {mark.code for one in examples(PAGES[rule.code]) for mark in one.marks}

    assert {rule.code} == marked


def test_every_page_belongs_to_a_rule(rules_folder: Path) -> None:
    pages = {f"{path.parent.name}/{path.name}" for path in rules_folder.rglob("*.md")}

    assert {f"{registry.subject_of(one)}/{registry.page_of(one)[1]}" for one in RULES} == pages


@pytest.fixture
def rules_folder() -> Path:
    return SHIPPED.parents[1] / "rules"


def test_every_link_of_a_page_leads_to_a_page(rules_folder: Path) -> None:
    placed = DOCS / "reference" / "rules"
    for rule in RULES:
        subject = registry.subject_of(rule)
        for link in re.findall(r"\]\(([^)]+\.md)\)", PAGES[rule.code]):
            beside, in_docs = rules_folder / subject / link, (placed / subject / link).resolve()
            known = in_docs.is_file() if "how-to" in link else beside.is_file()
            assert known, f"{rule.code} {link}"


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_a_rule_is_named_as_its_file_and_numbered_as_its_package(rule: Rule) -> None:
    same_package = {one.code[:3] for one in RULES if registry.subject_of(one) == subject(rule)}

    assert f"{rule.name.replace('-', '_')}.md" == registry.page_of(rule)[1]
    assert re.fullmatch(r"GR\d{3}", rule.code)
    assert {rule.code[:3]} == same_package


def subject(rule: Rule) -> str:
    return registry.subject_of(rule)


def test_codes_names_and_numbers_of_packages_are_unique() -> None:
    numbers = {rule.code[:3] for rule in RULES}

    assert len(RULES) == len({rule.code for rule in RULES}) == len({rule.name for rule in RULES})
    assert len(registry.subjects()) == len(numbers)


@pytest.mark.parametrize("name", SHELF.names())
def test_a_shipped_policy_rules_on_rules_that_there_are(name: str) -> None:
    severities = SHELF.load(name).severities
    allowed = set(Severity)

    assert set(severities) <= {rule.name for rule in RULES}
    assert {ruling.value for ruling in severities.values()} <= allowed


def test_the_default_policy_rules_on_every_rule() -> None:
    assert {rule.name for rule in RULES} == set(SHELF.load("default").severities)


def test_carets_are_taken_out_and_mark_the_line_above() -> None:
    body = "One line.\n    ^^^^ GR101\n^^^ GR101\nThe next.\n    ^^^^^ GR102\n"

    draft, marks = without_carets(body)

    assert draft == "One line.\nThe next.\n"
    assert [(draft[mark.span.start : mark.span.end], mark.code) for mark in marks] == [
        ("One", "GR101"),
        ("line", "GR101"),
        ("next.", "GR102"),
    ]


def test_the_search_for_leaked_words_finds_them() -> None:
    assert runs("It was dead by Friday") & runs("uses “dead by Friday” twice")
