"""JSON schemas of what is in a package: its records, its manifest, and the slip that is signed."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

import msgspec
from msgspec import Meta

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import LONGEST_ID
from dialogue_desk.exchange.container import FORMAT, FORMAT_VERSION, Member
from dialogue_desk.exchange.package import About
from dialogue_desk.exchange.signing import MOST_REVISIONS, MOST_VOUCHES

Schema: TypeAlias = dict[str, object]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_REF = "#/$defs/{name}"

_Hex32: TypeAlias = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
_Hex64: TypeAlias = Annotated[str, Meta(pattern="^[0-9a-f]{128}$")]
_Name: TypeAlias = Annotated[str, Meta(min_length=1, max_length=LONGEST_ID)]
_Count: TypeAlias = Annotated[int, Meta(ge=1)]


class Vouch(msgspec.Struct):
    """What one laptop says of another."""

    kind: str
    by: _Name
    by_key: _Hex32
    of: _Name
    of_key: _Hex32
    signature: _Hex64


class Slip(msgspec.Struct):
    """Which laptop wrote a package, signed with its key."""

    device: _Name
    identity: _Hex32
    key: _Hex32
    revision: Annotated[int, Meta(ge=0, le=MOST_REVISIONS)]
    replaces: Annotated[str, Meta(pattern="^([0-9a-f]{64})?$")]
    signature: _Hex64
    vouches: Annotated[list[Vouch], Meta(max_length=MOST_VOUCHES)] = []


class EditionLine(msgspec.Struct):
    """One edition of a record, a line of ``records.jsonl``; ``body`` is absent when it was removed."""

    id: _Name
    kind: Kind
    owner: Annotated[str, Meta(max_length=LONGEST_ID)]
    version: Annotated[dict[_Name, _Count], Meta(min_length=1)]
    at: int
    device: _Name
    body: dict[str, Any] | msgspec.UnsetType = msgspec.UNSET
    erased: bool = False


def record_schema() -> Schema:
    """Return the schema of one line of ``records.jsonl``: what its body says depends on its kind."""
    line, bodies = _components(EditionLine, *(kind.type for kind in Kind))
    by_kind = [
        {
            "if": {"properties": {"kind": {"const": kind.value}}},
            "then": {"properties": {"body": {"$ref": _REF.format(name=kind.type.__name__)}}},
        }
        for kind in Kind
    ]
    return {"$schema": _DRAFT, **line, "allOf": by_kind, "$defs": bodies}


def manifest_schema() -> Schema:
    """Return the schema of ``manifest.json``."""
    about, found = _components(About, Member)
    properties = {
        "about": about,
        "format": {"const": FORMAT},
        "format_version": {
            "description": f"Major and minor number; this app writes {list(FORMAT_VERSION)}.",
            "type": "array",
            "items": {"type": "integer", "minimum": 0},
            "minItems": 2,
            "maxItems": 2,
        },
        "members": {"type": "array", "items": found["Member"]},
    }
    return {
        "$schema": _DRAFT,
        "title": "Manifest",
        "description": "What a package says about itself.",
        "type": "object",
        "properties": properties,
        "required": list(properties),
    }


def slip_schema() -> Schema:
    """Return the schema of ``signature.json``."""
    slip, defs = _components(Slip)
    return {"$schema": _DRAFT, **slip, "$defs": defs}


def _components(first: type, *others: type) -> tuple[Schema, dict[str, Schema]]:
    """Return the schema of one class, and by name those of all that it and others are made of."""
    _, found = msgspec.json.schema_components([first, *others], ref_template=_REF)
    return found.pop(first.__name__), found
