"""Exports as graphs, held against the shapes: those of ODRL, and those of the profile."""

from __future__ import annotations

import json
import warnings
from functools import cache
from pathlib import Path

from pyshacl import validate
from rdflib import Graph

import groundrules.record.odrl

PROFILE = Path(groundrules.record.odrl.__file__).with_name("profile.ttl")
MODEL = Path(__file__).with_name("odrl.shapes.ttl")


@cache
def turtle(path: Path) -> Graph:
    """Return the triples of a file of the project."""
    return Graph().parse(path, format="turtle")


def graph_of(value: object) -> Graph:
    """Return what an export says, as triples; nothing is fetched, for its context stands in it."""
    with warnings.catch_warnings():
        # rdflib's reader of JSON-LD makes a graph of a class that rdflib itself calls outdated.
        warnings.simplefilter("ignore", DeprecationWarning)
        return Graph().parse(data=json.dumps(value), format="json-ld")


def complaints(value: object) -> str:
    """Return what the shapes of ODRL and of the profile have against an export, or ""."""
    conforms, _, report = validate(
        graph_of(value) + turtle(PROFILE), shacl_graph=turtle(MODEL) + turtle(PROFILE)
    )
    return "" if conforms else report
