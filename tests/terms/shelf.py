"""The shipped policies, read once for all tests of this folder."""

import tomllib
from pathlib import Path

from groundrules.tables.table import Document
from groundrules.terms.policy import Policy
from groundrules.terms.policy_document import policy_from

FOLDER = Path(__file__).parents[2] / "src" / "groundrules" / "terms" / "policies"

RAW = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))}

DOCUMENTS = {name: Document(f"{name}.toml", name, raw) for name, raw in RAW.items()}

POLICIES: dict[str, Policy] = {
    name: policy_from(document, DOCUMENTS.get, lambda: DOCUMENTS)
    for name, document in DOCUMENTS.items()
}
