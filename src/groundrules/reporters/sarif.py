"""The report as SARIF 2.1.0, for programs that collect what checkers find.

The standard: *Static Analysis Results Interchange Format (SARIF) Version 2.1.0*, OASIS, with the
errata of 2023. Such programs keep what they are sent, often on machines of others. So there is no
snippet of the draft in it, no word of the record, and no hash that could be guessed.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from groundrules import __version__
from groundrules.reporters.fingerprints import SCHEME, fingerprints
from groundrules.reporters.lines import plain
from groundrules.reporters.report import evidence_for
from groundrules.reporters.rule_text import texts_for
from groundrules.reporters.tally_in_words import sentences
from groundrules.rules.registry import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from groundrules.evidence.case import Case
    from groundrules.reporters.lines import Line
    from groundrules.reporters.report import Report
    from groundrules.reporters.rule_text import RuleText
    from groundrules.rules.rule import Finding

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
"""Where the published schema says that it is. Nothing is ever loaded from there."""

LINE_HASH = "primaryLocationLineHash"
"""The fingerprint that code scanning on GitHub compares. Where it is missing, the action that sends
the file puts a hash of the draft's line there, which has no key."""

_UNRESERVED = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")
"""The bytes of a path that may stand in an address as they are (RFC 3986, 2.3)."""

_DRIVE = re.compile(r"[A-Za-z]:/")


def lines(report: Report, key: bytes) -> Iterator[Line]:
    """Yield the log as one JSON object over several lines.

    Args:
        report: what was found.
        key: the key of the fingerprints; with b"" there are none.
    """
    for line in json.dumps(as_object(report, key), indent=2).split("\n"):
        yield plain(line)


def as_object(report: Report, key: bytes) -> dict[str, object]:
    """Return the log as what JSON can hold; `key` as in `lines`."""
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, key)]}


def _run(report: Report, key: bytes) -> dict[str, object]:
    texts = texts_for(finding for _, finding in report.found())
    places = {text.rule.code: place for place, text in enumerate(texts)}
    return {
        "tool": {"driver": _driver(texts)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "artifacts": [
            {"location": {"uri": uri(examination.case.draft.path)}}
            for examination in report.examinations
        ],
        "results": list(_results(report, key, places)),
        "properties": {
            "asOf": report.case.as_of.isoformat(),
            "policy": report.case.policy.id,
            "tally": report.tally._asdict(),
        },
    }


def _driver(texts: tuple[RuleText, ...]) -> dict[str, object]:
    return {
        "name": "groundrules",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(text) for text in texts],
    }


def _rule(text: RuleText) -> dict[str, object]:
    more = f"`groundrules explain {text.rule.code}` shows examples."
    helps = f"{text.does}\n\n{text.why}\n\n{more}"
    return {
        "id": text.rule.code,
        "name": "".join(word.capitalize() for word in text.rule.name.split("-")),
        "shortDescription": {"text": text.fault},
        "fullDescription": {"text": text.does.split("\n\n")[0]},
        "help": {"text": helps, "markdown": helps},
        "defaultConfiguration": {"level": text.rule.severity.value},
        "properties": {"tags": [subject_of(text.rule), text.rule.name]},
    }


def _invocation(report: Report) -> dict[str, object]:
    """Return how the run went: what was checked, and what kept it from being complete."""
    return {
        "executionSuccessful": not report.faults,
        "toolExecutionNotifications": [
            *({"level": "error", "message": {"text": str(one)}} for one in report.faults),
            *({"level": "note", "message": {"text": one}} for one in sentences(report)),
        ],
    }


def _results(report: Report, key: bytes, places: Mapping[str, int]) -> Iterator[dict[str, object]]:
    for number, examination in enumerate(report.examinations):
        known = fingerprints(examination, key) if key else ()
        for place, finding in enumerate(examination.findings):
            result = _result(examination.case, finding, number)
            result["ruleIndex"] = places[finding.code]
            if known:
                result["partialFingerprints"] = {SCHEME: known[place], LINE_HASH: known[place]}
            yield result


def _result(case: Case, finding: Finding, artifact: int) -> dict[str, object]:
    evidenced = evidence_for(case, finding)
    return {
        "ruleId": finding.code,
        "level": finding.severity.value,
        "message": {"text": _sentences(finding.message, finding.remedy)},
        "locations": [{"physicalLocation": _location(case, finding, artifact)}],
        "properties": {
            "confidence": finding.confidence.value,
            "statement": finding.statement or None,
            "conversation": evidenced.conversation.id if evidenced else None,
            "turn": evidenced.statement.place.turn if evidenced else None,
        },
    }


def _location(case: Case, finding: Finding, artifact: int) -> dict[str, object]:
    draft = case.draft
    start, end = draft.position(finding.span.start), draft.position(finding.span.end)
    return {
        "artifactLocation": {"uri": uri(draft.path), "index": artifact},
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
            "charOffset": finding.span.start,
            "charLength": finding.span.end - finding.span.start,
        },
    }


def _sentences(*clauses: str) -> str:
    """Return clauses as sentences, which is what the standard asks of a message (3.11.5)."""
    return " ".join(f"{one[:1].upper()}{one[1:]}." for one in clauses if one)


def uri(path: str) -> str:
    """Return a path as an address, relative where the path is (RFC 3986, 4.2)."""
    slashed = path.replace("\\", "/") if _DRIVE.match(path.replace("\\", "/")) else path
    encoded = "".join(
        chr(byte) if byte in _UNRESERVED else f"%{byte:02X}"
        for byte in slashed.encode("utf-8", "surrogateescape")
    )
    if slashed.startswith("/"):
        return f"file://{encoded}"
    return f"file:///{encoded}" if _DRIVE.match(slashed) else encoded
