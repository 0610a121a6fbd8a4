"""What can be taken along of a draft: a report, or a Word file with comments."""

from groundrules.desk.checking.draft_reports import FORMS, commented_word_file, draft_report
from groundrules.faces.web.calls import Call
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.pages.draft_shapes import checker_of, kept_draft
from groundrules.faces.web.routing import File, NotHere, Routes

routes = Routes("drafts")

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@routes.page("/drafts/{draft}/report/{kind}", template="", needs=Needs.READ)
def report(call: Call, draft: str, kind: str) -> File:
    """Download the report of a draft: as `html`, `json` or `sarif`, without a protected word."""
    kept = kept_draft(call, draft)
    if kind not in FORMS:
        raise NotHere
    text = draft_report(checker_of(call), kept, kind, call.settings)
    return File(text.encode("utf-8", "backslashreplace"), FORMS[kind], f"report.{kind}")


@routes.page("/drafts/{draft}/commented", template="", needs=Needs.READ)
def commented(call: Call, draft: str) -> File:
    """Download a copy of the Word file that a draft came in, with the findings as comments."""
    kept = kept_draft(call, draft)
    content = commented_word_file(checker_of(call), kept, call.settings)
    return File(content, _WORD, "draft-commented.docx")
