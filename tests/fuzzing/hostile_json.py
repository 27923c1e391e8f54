"""JSON in which any value may have become any other, also such as no writer of JSON would write."""

from __future__ import annotations

import json
from copy import deepcopy
from random import Random
from typing import Any


class Raw(str):
    """JSON as it is to be written, right or wrong."""


STRANGE: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1,
    5,
    1_000,
    2**31,
    2**53,
    2**62,
    2**63 - 1,
    -(2**63),
    2**64,
    10**30,
    221_845_392_000_000,
    221_845_392_000_001,
    "",
    " ",
    "x",
    "0",
    "-",
    "a" * 80,
    "a" * 81,
    "\U0001f600" * 400,
    "\u202egolaid\u2028\x7f",
    "e\u0301" * 50,
    "../../x",
    "**",
    "2026-02-30",
    "9999-12-31",
    "guide-" + "0" * 32,
    "019cd9d1-52a0-7007-9f39-0b2018072e8c",
    "AGE-SECRET-KEY-1",
    "age1",
    [],
    {},
    [[]],
    [{}],
    {"": ""},
    {"a": {"b": [1, "x", None]}},
    [0] * 500,
    ["x"] * 500,
    [["a", 1], ["a", 1]],
    [["a", -1]],
    [["a"]],
    {str(number): 1 for number in range(300)},
    Raw("NaN"),
    Raw("-Infinity"),
    Raw("1e999"),
    Raw("1.5"),
    Raw("-0"),
    Raw("01"),
    Raw("9" * 5_000),
    Raw('"\\ud800"'),
    Raw('"\\udc00\\ud800"'),
    Raw('"\\u0000"'),
    Raw('"\x00"'),
    Raw('"\\x"'),
    Raw("[" * 9 + "]" * 9),
    Raw("[" * 13 + "]" * 13),
    Raw("[" * 5_000 + "]" * 5_000),
    Raw('{"a":' * 5_000 + "1" + "}" * 5_000),
    Raw('{"a":1,"a":2}'),
    Raw("[1,]"),
    Raw(""),
    Raw("//"),
)


_encoded = json.JSONEncoder(ensure_ascii=False).encode
_FIELDS = ("mood", "kind", "erased", "body", "version", "owner", "themes", "text")


def written(value: Any, rng: Random | None = None) -> str:
    """Return a value as JSON; with ``rng`` now and then with a key twice, or with blank space."""
    match value:
        case Raw():
            return value
        case dict():
            pairs = [f"{written(str(key))}:{written(one, rng)}" for key, one in value.items()]
            if rng is not None and pairs and rng.random() < 0.002:
                pairs.append(rng.choice(pairs))
            return "{" + (", " if rng is not None and rng.random() < 0.002 else ",").join(pairs) + "}"
        case list() | tuple():
            return "[" + ",".join(written(one, rng) for one in value) + "]"
        case _:
            return _encoded(value)


def places_in(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the paths of everything within a value."""
    inner: Any = ()
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list):
        inner = enumerate(value)
    found = [path] if path else []
    for key, one in inner:
        found += places_in(one, (*path, key))
    return found


def at(value: Any, path: tuple[Any, ...]) -> Any:
    """Return what is at a path."""
    for key in path:
        value = value[key]
    return value


def disturb(value: Any, rng: Random) -> None:
    """Change one thing in a value: another type, another place's value, gone, twice, or added."""
    places = places_in(value)
    if not places:
        return
    path = rng.choice(places)
    holder, key = at(value, path[:-1]), path[-1]
    fate = rng.randrange(12)
    if fate > 7:  # a value of its own kind, so that not everything is refused at once
        holder[key] = deepcopy(at(value, rng.choice([one for one in places if one[-1] == key])))
    elif fate == 0:
        del holder[key]
    elif fate == 1 and isinstance(holder, dict):
        holder[rng.choice(_FIELDS)] = strange(rng)
    elif fate == 1:
        holder.insert(rng.randrange(len(holder) + 1), strange(rng))
    else:
        holder[key] = _other(holder[key], fate, at(value, rng.choice(places)), rng)


def _other(one: Any, fate: int, elsewhere: Any, rng: Random) -> Any:
    if fate == 2:
        return deepcopy(elsewhere)
    if fate == 3 and isinstance(one, str):
        return _other_text(one, rng)
    if fate == 4 and isinstance(one, int):
        return one + rng.choice((1, -1, 10**6, -(10**6), 2**53))
    if fate == 5:
        return [one] if rng.random() < 0.5 else {"a": one}
    return strange(rng)


def strange(rng: Random) -> Any:
    """Return a value that nobody expects, a fresh one each time."""
    return deepcopy(rng.choice(STRANGE))


def _other_text(text: str, rng: Random) -> str:
    begin, end = sorted(rng.choices(range(len(text) + 1), k=2))
    cut, turned = text[:begin], text[begin:] + text[:begin]
    return rng.choice((cut, turned, f"{cut}\u00e9:/{text[end:]}", text * 3))
