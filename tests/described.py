"""The description of the interface, and whether an answer is as it says."""

from __future__ import annotations

from functools import cache
from typing import Any

import jsonschema

_PROBLEM = "application/problem+json"
_JSON = "application/json"


class Description:
    """A description in OpenAPI 3.1, whose schemas are those of JSON Schema 2020-12."""

    def __init__(self, document: dict[str, Any]) -> None:
        """Take the document as it was answered."""
        self.document = document
        self._validator = cache(self._made)

    def wrong_in(self, method: str, path: str, status: int, answer: object) -> str:
        """Return what is not as it is described in a JSON answer; "" where nothing is.

        Args:
            method: `GET` or `POST`.
            path: with its parts in braces.
            status: of the answer.
            answer: what it holds.
        """
        found = self._validator(method.lower(), path, str(status))
        error = jsonschema.exceptions.best_match(found.iter_errors(answer))
        return f"{error.json_path}: {error.message}"[:300] if error else ""

    def _made(self, method: str, path: str, status: str) -> jsonschema.Draft202012Validator:
        content = self.document["paths"][path][method]["responses"][status]["content"]
        schema = (content.get(_JSON) or content.get(_PROBLEM) or {}).get("schema", {})
        return jsonschema.Draft202012Validator(
            {**schema, "components": self.document["components"]}
        )

    def faults(self) -> list[str]:
        """Return the schemas that are none."""
        wrong = []
        for name, schema in self.document["components"]["schemas"].items():
            try:
                jsonschema.Draft202012Validator.check_schema(schema)
            except jsonschema.SchemaError as error:
                wrong.append(f"{name}: {error.message}")
        return wrong
