"""Editions as plain values (dict, list, str, int), for files and packages.

Fields with their default value are left out, so that a record always looks the same and stays short.
Fields that this version of the app does not know are kept and written again unchanged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields, replace
from enum import Enum
from typing import TypeAlias, cast, get_args, get_type_hints

import msgspec

from dialogue_desk.domain.model.bodies import Body, Kind
from dialogue_desk.domain.model.ids import LONGEST_ID, DeviceId, RecordId, possible
from dialogue_desk.domain.records.records import Edition, Record, Since, Version, latest

JsonValue: TypeAlias = str | int | bool | list["JsonValue"] | dict[str, "JsonValue"] | None


class InvalidRecord(ValueError):
    """A plain value is not an edition of a record; the message says why, for the log."""


class UnknownKind(InvalidRecord):
    """A plain value is of a kind of record, or chosen from a list, that a newer app has made longer."""


def _choices(hint: object) -> frozenset[str]:
    """Return the values that a field may be chosen from; none for a field that is no choice."""
    if isinstance(hint, type) and issubclass(hint, Enum):
        return frozenset(one.value for one in hint)
    return frozenset().union(*map(_choices, get_args(hint)))


_FIELDS: dict[type, tuple[tuple[str, object], ...]] = {
    kind.type: tuple((field.name, field.default) for field in fields(kind.type)) for kind in Kind
}
_KNOWN: dict[type, frozenset[str]] = {
    cls: frozenset(name for name, _ in named) for cls, named in _FIELDS.items()
}
_CHOICES: dict[type, dict[str, frozenset[str]]] = {
    kind.type: {name: found for name, hint in get_type_hints(kind.type).items() if (found := _choices(hint))}
    for kind in Kind
}
"""The fields that are chosen from a list, and the choices that this app knows."""
_KIND_OF: dict[str, Kind] = {kind.value: kind for kind in Kind}
_SINCE, _THIS = "since", "this"
"""Where a body says since which version it has its words, and of which version it says so."""


def encode_body(body: Body) -> dict[str, JsonValue]:
    """Return what a record says as plain values."""
    out: dict[str, JsonValue] = {}
    for name, usual in _FIELDS[type(body)]:
        value = getattr(body, name)
        if usual is MISSING or value != usual:
            out[name] = _plain(value)
    return out


def decode_body(kind: Kind, value: object) -> tuple[Body, str]:
    """Return what a record of ``kind`` says, and the JSON of the fields this app does not know.

    Raises:
        UnknownKind: when something in it is chosen from a list and this app does not know the choice.
        InvalidRecord: when the value is not such a body.
    """
    if not isinstance(value, dict):
        raise InvalidRecord(f"the body of a {kind.value} is not an object")
    try:
        body = msgspec.convert(value, kind.type)
    except (msgspec.ValidationError, ValueError) as wrong:
        _refuse_unknown_choices(kind, value)
        raise InvalidRecord(f"{kind.value}: {wrong}") from wrong
    unknown = value.keys() - _KNOWN[kind.type]
    return body, json_text({key: value[key] for key in unknown}) if unknown else ""


def _refuse_unknown_choices(kind: Kind, value: Mapping[str, object]) -> None:
    for name, known in _CHOICES[kind.type].items():
        said = value.get(name)
        for one in said if isinstance(said, list) else [said]:
            if isinstance(one, str) and one not in known:
                raise UnknownKind(f"no such {name} of {kind.value}: {one!r}")


def encode_said(edition: Edition) -> dict[str, JsonValue]:
    """Return what an edition says as plain values, with what is known about it beside its own fields."""
    if edition.body is None:
        return {}
    out = encode_body(edition.body)
    if edition.more:
        out |= msgspec.json.decode(edition.more)
    if edition.since:
        out[_SINCE] = {_THIS: edition.version.mark, **dict(edition.since)}
    return out


def decode_said(kind: Kind, value: object, version: Version) -> tuple[Body, str, Since]:
    """Return what :func:`encode_said` took: the body, fields that are not known here, and its ``since``.

    An app that does not know of ``since`` passes it on with other words.  It says of which version it is, so
    that it counts for no other.

    Raises:
        UnknownKind, InvalidRecord: as for ``decode_body``.
    """
    if not isinstance(value, dict) or _SINCE not in value:
        return *decode_body(kind, value), ()
    body, more = decode_body(kind, {key: one for key, one in value.items() if key != _SINCE})
    return body, more, _decode_since(value[_SINCE], version)


def _decode_since(value: object, version: Version) -> Since:
    if not isinstance(value, dict) or value.get(_THIS) != version.mark:
        return ()
    found = {field: mark for field, mark in value.items() if field != _THIS}
    if not all(type(mark) is str and 0 < len(mark) <= LONGEST_ID for mark in found.values()):
        raise InvalidRecord("an edition has marks that are none")
    return tuple(sorted(found.items()))


def encode_edition(record: Record, edition: Edition) -> dict[str, JsonValue]:
    """Return one edition of ``record`` as plain values."""
    out: dict[str, JsonValue] = {
        "id": record.id,
        "kind": record.kind.value,
        "owner": record.owner,
        "version": dict(edition.version.counts),
        "at": edition.at,
        "device": edition.device,
    }
    if edition.body is not None:
        out["body"] = encode_said(edition)
    if edition.erased:
        out["erased"] = True
    return out


def decode_record(value: Mapping[str, object]) -> Record:
    """Return the record of one plain edition.

    Raises:
        UnknownKind: when this app does not know such records.
        InvalidRecord: when anything in it is impossible.
    """
    named = value.get("kind")
    kind = _KIND_OF.get(named) if isinstance(named, str) else None
    if kind is None:
        raise UnknownKind("no such kind of record")
    at = value.get("at")
    if type(at) is not int or not possible(at):
        raise InvalidRecord("an edition has no possible time")
    body: Body | None = None
    more = ""
    since: Since = ()
    erased = value.get("erased") is True
    version = decode_version(value.get("version"))
    if "body" in value and not erased:
        body, more, since = decode_said(kind, value["body"], version)
    edition = Edition(version, at, DeviceId(_id(value, "device")), body, erased, more, since)
    owner = value.get("owner")
    if owner != "":
        owner = _id(value, "owner")
    return Record(RecordId(_id(value, "id")), kind, RecordId(owner), (edition,))


def decode_records(values: Iterable[Mapping[str, object]], most_editions: int = 0) -> dict[RecordId, Record]:
    """Return the records of plain editions, the editions of one record together.

    ``most_editions`` is how many of one record there may be; 0 for any number.

    Raises:
        InvalidRecord: when any of them is impossible.
    """
    out: dict[RecordId, Record] = {}
    several: dict[RecordId, list[Edition]] = {}
    for value in values:
        record = decode_record(value)
        known = out.setdefault(record.id, record)
        if known is record:
            continue
        if (known.kind, known.owner) != (record.kind, record.owner):
            raise InvalidRecord("one id is given to two things")
        editions = several.setdefault(record.id, [known.shown])
        editions.append(record.shown)
        if 0 < most_editions < len(editions):
            raise InvalidRecord("a record has more editions than there can be laptops")
    for record_id, editions in several.items():
        out[record_id] = replace(out[record_id], editions=latest(editions))
    return out


def decode_version(value: object) -> Version:
    """Return the version vector of a plain object.

    Raises:
        InvalidRecord: when it is none.
    """
    if not isinstance(value, dict) or not value or len(value) > 1_000:
        raise InvalidRecord("an edition has no version")
    for writer, count in value.items():
        if (
            type(writer) is not str
            or not 0 < len(writer) <= LONGEST_ID
            or type(count) is not int
            or count < 1
        ):
            raise InvalidRecord("a version counts edits of writers")
    if len(value) == 1:
        return Version(tuple(value.items()))
    return Version(tuple(sorted(value.items())))


def json_text(value: JsonValue | dict[str, JsonValue]) -> str:
    """Return canonical JSON: sorted keys, no spaces, text as it is."""
    return msgspec.json.encode(value, order="sorted").decode()


def _plain(value: object) -> JsonValue:
    if isinstance(value, Enum):
        return cast(str, value.value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return cast(JsonValue, value)


def _id(value: Mapping[str, object], name: str) -> str:
    found = value.get(name)
    if type(found) is not str or not 0 < len(found) <= LONGEST_ID:
        raise InvalidRecord(f"an edition has no {name}")
    return found
