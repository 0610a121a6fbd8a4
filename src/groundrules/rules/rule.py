"""What a rule is, and what it finds."""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Span
    from groundrules.evidence.case import Case
    from groundrules.rules.usage import Use


class Severity(StrEnum):
    """How much it matters, least first; `OFF` silences a rule under a policy."""

    OFF = "off"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def weight(self) -> int:
        """Return the place on the scale; 0 is off."""
        return list(Severity).index(self)


class Confidence(StrEnum):
    """How sure the evidence behind a finding is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Finding(NamedTuple):
    """One promise that a passage breaks. It holds ids and spans, never a protected word.

    Attributes:
        code: the rule's code, such as `GR101`.
        name: the rule's name, such as `withheld-statement`.
        span: the passage of the draft.
        message: what is wrong, without a name or a word of any source.
        remedy: what would mend it, likewise.
        statement: the id of the statement whose promise it is; "" where there is none.
    """

    code: str
    name: str
    severity: Severity
    confidence: Confidence
    span: Span
    message: str
    remedy: str
    statement: str = ""


class Rule(ABC):
    """A rule. Its docstring's first line is the fault in one sentence.

    Attributes:
        code: `GR` and three digits; the first is the package's.
        name: the fault, in words that read after "allow"; the file's name with hyphens.
        since: the version of groundrules that brought it.
        severity: what it is under a policy that does not say.
        blind: it looks at the draft alone, so that it can be asked where no record may be opened.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    since: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR
    blind: ClassVar[bool] = False

    @abstractmethod
    def check(self, case: Case) -> Iterator[Finding]:
        """Yield what is broken in the case."""

    def severity_under(self, case: Case) -> Severity:
        """Return how severe this rule is to the house that publishes the draft."""
        ruling = case.policy.severities.get(self.name)
        return Severity(ruling.value) if ruling else self.severity

    def finding(  # noqa: PLR0913 - each of them is a part of what a finding is
        self,
        case: Case,
        span: Span,
        message: str,
        remedy: str,
        *,
        statement: str = "",
        confidence: Confidence = Confidence.HIGH,
    ) -> Finding:
        """Return a finding of this rule at a span of the draft."""
        severity = self.severity_under(case)
        return Finding(self.code, self.name, severity, confidence, span, message, remedy, statement)

    def finding_on(  # noqa: PLR0913 - as `finding`, with the use in the statement's place
        self,
        case: Case,
        use: Use,
        message: str,
        remedy: str,
        *,
        span: Span | None = None,
        confidence: Confidence | None = None,
    ) -> Finding:
        """Return a finding about the use of a statement.

        Args:
            case: the case it is found in.
            use: the use that is at fault.
            message: what is wrong.
            remedy: what would mend it; the statement's id is put behind it.
            span: the passage to show, where it is not the whole passage that is used.
            confidence: how sure it is, where that is not as sure as the match.
        """
        return self.finding(
            case,
            span or use.span,
            message,
            f"{remedy} (statement {use.statement})",
            statement=use.statement,
            confidence=confidence or use.confidence,
        )
