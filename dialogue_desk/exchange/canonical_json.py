"""JSON as packages use it: objects, lists, text, whole numbers, true, false and null.

This module does not know what the values mean.  Any bytes may come in; only shallow, plain values come
out, and everything else is refused.
"""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from types import GenericAlias
from typing import Annotated, TypeAlias

import msgspec

from dialogue_desk.exchange.limits import LIMITS, Limits
from dialogue_desk.exchange.refusals import PackageRefused, Refusal

JsonValue: TypeAlias = "str | int | bool | Sequence[JsonValue] | Mapping[str, JsonValue] | None"
"""A value that JSON can carry unchanged.  There are no floats: they do not print the same everywhere."""

JsonObject: TypeAlias = dict[str, JsonValue]

_Whole = Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]
_TEXTS = re.compile(rb'"(?:[^"\\]++|\\.)*+"')
_ESCAPED_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


def canonical_json(value: object) -> bytes:
    """Return ``value`` in its one form: keys sorted, no spaces, UTF-8, no sign escaped without need.

    Takes plain values and dataclasses of plain values.  Text is written exactly as it is.

    Raises:
        UnicodeEncodeError: Text holds half of a surrogate pair.
    """
    return msgspec.json.encode(value, order="sorted")


def composed(value: Mapping[str, JsonValue]) -> JsonObject:
    """Return a copy of ``value`` with every text in it in Unicode form NFC.

    Raises:
        TypeError: It holds something that is not plain, such as a float.
        ValueError: A key is not ASCII.
    """
    if not all(key.isascii() for key in value):
        raise ValueError("keys must be ASCII")
    return {key: _composed(inner) for key, inner in value.items()}


def read_json_object(data: bytes, depth: int = LIMITS.depth) -> JsonObject:
    """Read one JSON object.

    Raises:
        PackageRefused: ``IMPOSSIBLE``, when it is not JSON or not an object, or holds a
            float, a number beyond 64 bits, the same key twice, a NUL character, half a
            surrogate pair, or more than ``depth`` levels.
    """
    decoder = _decoder(depth)
    try:
        value = decoder.decode(data)
        # A dict has each key once, so JSON that is written again as it was read had no key twice.
        if msgspec.json.encode(value) != data:
            json.loads(data, object_pairs_hook=_refuse_same_keys)
    except ValueError as error:
        raise PackageRefused(Refusal.IMPOSSIBLE, str(error)) from error
    if rb"\u0000" in data and _ESCAPED_NUL.search(data):
        raise PackageRefused(Refusal.IMPOSSIBLE, "text holds a NUL character")
    return value


def json_lines(data: bytes, limits: Limits = LIMITS) -> Iterator[JsonObject]:
    r"""Read objects written one a line, each line ended by ``\n``.

    A bad line is found only when its turn comes, so a caller must not keep any before all are read.

    Raises:
        PackageRefused: ``TOO_LARGE`` or ``IMPOSSIBLE``, as for ``read_json_object``.
    """
    refuse_too_many(data, limits)
    if data and not data.endswith(b"\n"):
        raise PackageRefused(Refusal.IMPOSSIBLE, "the last line does not end")
    for line in _lines(data):
        if len(line) > limits.line:
            raise PackageRefused(Refusal.TOO_LARGE, f"a line is {len(line)} bytes")
        yield read_json_object(line, limits.depth)


def refuse_too_many(data: bytes, limits: Limits = LIMITS) -> None:
    """Count the lines of a member and the values in them, without reading any.

    Raises:
        PackageRefused: ``TOO_LARGE``.
    """
    if data.count(b"\n") > limits.lines:
        raise PackageRefused(Refusal.TOO_LARGE, f"more than {limits.lines} lines")
    if _marks(data) > limits.values:  # which texts full of commas have too
        left = limits.values
        for line in _lines(data):
            left -= _marks(_TEXTS.sub(b"", line))
            if left < 0:
                raise PackageRefused(Refusal.TOO_LARGE, f"more than {limits.values} values")


def _lines(data: bytes) -> Iterator[bytes]:
    """Yield the lines one by one, because all of them would take the room of ``data`` again."""
    begin = 0
    while begin < len(data):
        end = data.find(b"\n", begin)
        end = len(data) if end < 0 else end
        yield data[begin:end]
        begin = end + 1


def _marks(data: bytes) -> int:
    """Count what begins a value, at most; commas in texts count too."""
    return sum(map(data.count, (b",", b"[", b"{")))


def _composed(value: JsonValue) -> JsonValue:
    match value:
        case str():
            return unicodedata.normalize("NFC", value)
        case bool() | int() | None:
            return value
        case Mapping():
            return composed(value)
        case list() | tuple():
            return [_composed(inner) for inner in value]
    raise TypeError(f"{type(value).__name__} is not a plain value")


@functools.cache
def _decoder(depth: int) -> msgspec.json.Decoder[JsonObject]:
    """Return a reader whose type ends at ``depth``, so that no nesting can exhaust the stack."""
    leaf = bool | _Whole | str | None
    shape = leaf
    for _ in range(depth - 1):
        shape = leaf | GenericAlias(list, (shape,)) | GenericAlias(dict, (str, shape))
    return msgspec.json.Decoder(GenericAlias(dict, (str, shape)))


def _refuse_same_keys(pairs: list[tuple[str, JsonValue]]) -> JsonObject:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("an object has the same key twice")
    return value
