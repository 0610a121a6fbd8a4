"""The description of the interface, in OpenAPI 3.1: made of the routes, so that none is missing."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, get_args

import msgspec

from groundrules import __version__
from groundrules.faces.web.asking import LARGEST
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.problems import Problem
from groundrules.faces.web.routing import API, File, Upload

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from groundrules.faces.web.routing import Route

_REFERENCE = "#/components/schemas/{name}"
_PROBLEM = "application/problem+json"
_REFUSALS = {
    "400": "The request lacks something, or has what does not fit.",
    "401": "Nobody came in, or the key is none.",
    "403": "It came from elsewhere, or the key does not open this.",
    "404": "There is nothing there, or nothing that one may see.",
    "421": "The host is not the address of this server.",
    "422": "The desk cannot use what was given; the faults say what mends it.",
    "423": "The vault is locked.",
    "500": "An error of the program; its kind is named, and no value.",
}
_REFUSED_BODIES = {
    "413": f"The body has more than {LARGEST >> 20} MiB.",
    "415": "The body is no JSON.",
}
"""What is answered besides where a route takes a body."""


def described(routes: Sequence[Route]) -> dict[str, Any]:
    """Return the description of all routes as a document of OpenAPI 3.1."""
    kinds = {kind for route in routes for kind in _kinds(route)} | {Problem}
    ordered = sorted(kinds, key=lambda kind: (kind.__module__, kind.__qualname__))
    found, components = msgspec.json.schema_components(ordered, ref_template=_REFERENCE)
    schemas = dict(zip(ordered, found, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route, schemas)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "groundrules",
            "version": __version__,
            "description": "The record of what was said on which terms, and the check.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": API}],
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {
                "seat": {"type": "apiKey", "in": "cookie", "name": "groundrules"},
                "key": {"type": "http", "scheme": "bearer"},
            },
        },
    }


def _kinds(route: Route) -> Iterable[Any]:
    for name in ("query", "form"):
        if name in route.takes:
            yield route.takes[name]
    if route.answers not in {File, None}:
        yield route.answers


def _operation(route: Route, schemas: dict[Any, Any]) -> dict[str, Any]:
    said = inspect.getdoc(route.do) or ""
    made: dict[str, Any] = {
        "operationId": route.name,
        "summary": route.summary,
        "tags": [route.subject],
        "x-needs": route.needs.value,
        "security": _security(route.needs),
        "responses": _responses(route, schemas),
    }
    if "\n" in said:
        made["description"] = said
    parameters = [*_in_path(route), *_in_query(route)]
    if parameters:
        made["parameters"] = parameters
    if _takes_body(route):
        made["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": _body(route, schemas)}},
        }
    return made


def _security(needs: Needs) -> list[dict[str, list[str]]]:
    if needs is Needs.NOBODY:
        return []
    return [{"seat": []}, {"key": []}] if needs is Needs.HOOK else [{"seat": []}]


def _responses(route: Route, schemas: dict[Any, Any]) -> dict[str, Any]:
    if route.answers is File:
        content: dict[str, Any] = {"*/*": {}}
    else:
        content = {"application/json": {"schema": schemas[route.answers]}}
    problem = {_PROBLEM: {"schema": {"$ref": _REFERENCE.format(name="Problem")}}}
    texts = _REFUSALS | (_REFUSED_BODIES if _takes_body(route) else {})
    refusals = {
        status: {"description": text, "content": problem} for status, text in sorted(texts.items())
    }
    return {"200": {"description": route.summary, "content": content}, **refusals}


def _takes_body(route: Route) -> bool:
    return "form" in route.takes or "upload" in route.takes


def _in_path(route: Route) -> Iterable[dict[str, Any]]:
    for name in route.in_path:
        (schema,), _ = msgspec.json.schema_components([route.takes[name]], ref_template=_REFERENCE)
        yield {"name": name, "in": "path", "required": True, "schema": schema}


def _in_query(route: Route) -> Iterable[dict[str, Any]]:
    if "query" not in route.takes:
        return
    for field in msgspec.structs.fields(route.takes["query"]):
        (schema,), _ = msgspec.json.schema_components([field.type], ref_template=_REFERENCE)
        yield {
            "name": field.encode_name,
            "in": "query",
            "required": field.required,
            "schema": schema,
        }


def _body(route: Route, schemas: dict[Any, Any]) -> dict[str, Any]:
    if "upload" not in route.takes:
        return dict(schemas[route.takes["form"]])
    upload = {
        "type": "object",
        "required": ["name", "content"],
        "properties": {
            "name": {"type": "string"},
            "content": {"type": "string", "contentEncoding": "base64"},
        },
    }
    needed = [] if _is_optional(route.takes["upload"]) else ["upload"]
    own = {"type": "object", "properties": {"upload": upload}, "required": needed}
    return {"allOf": [schemas[route.takes["form"]], own]} if "form" in route.takes else own


def _is_optional(kind: Any) -> bool:  # noqa: ANN401 - a type
    return kind is not Upload and type(None) in get_args(kind)
