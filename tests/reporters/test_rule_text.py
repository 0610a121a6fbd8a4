"""What a report says of a rule: its page without links and without examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundrules.reporters.html_report.rule_sections import marked_up, rule_sections
from groundrules.reporters.rule_text import rule_text, texts_for
from groundrules.rules.registry import all_rules
from harbor_case import the_findings

if TYPE_CHECKING:
    from groundrules.rules.rule import Rule


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_has_a_text_in_whole_paragraphs(rule: Rule) -> None:
    text = rule_text(rule)

    for part in (text.fault, text.does, text.why):
        assert part
        assert part == part.strip()
        assert "](" not in part
        assert "```" not in part
        assert not part.startswith("#")
    html = "".join(rule_sections([text]))
    assert f'id="rule-{rule.code}"' in html
    assert "`" not in html


def test_only_the_rules_that_found_something_are_told() -> None:
    assert [text.rule.code for text in texts_for(the_findings())] == ["GR101", "GR102"]
    assert texts_for(()) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see `--reveal <x>`", "see <code>--reveal &lt;x&gt;</code>"),
        ("*not* so", "<em>not</em> so"),
        ("**never** so", "<strong>never</strong> so"),
        ("2 < 3 & 4", "2 &lt; 3 &amp; 4"),
    ],
)
def test_the_little_markdown_of_a_page_becomes_html(text: str, expected: str) -> None:
    assert expected == marked_up(text)
