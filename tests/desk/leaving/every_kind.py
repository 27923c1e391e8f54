"""One record of each kind, with one word planted wherever a text can stand."""

from dataclasses import is_dataclass, replace
from enum import Enum
from typing import get_args, get_origin, get_type_hints

from dialogue_desk.domain.model.bodies import Kind

SECRET = "Zaunkoenigin"
_FIXED = {
    **dict.fromkeys(
        ("keep_until", "answer_by", "forum", "first_day", "last_day", "by", "day", "next_day", "next"),
        "2026-03-12",
    ),
    "hard_end": 60_000,
    "smallest_total": 10,
    "factor": 100,
    "one": f"{SECRET} A",
    "other": f"{SECRET} B",
}
"""The fields that take no other text or number."""


def bodies_of_every_kind():
    """Return a body of each kind, in which every text is the planted word."""
    return {kind: filled(kind.type) for kind in Kind}


def filled(hint, name=""):
    """Return a value of this type, with the planted word in it, for the field of this name."""
    hint = getattr(hint, "__supertype__", hint)
    if hint in (str, int, bool):
        fixed = _FIXED.get(name)
        return fixed if type(fixed) is hint else hint(SECRET if hint is str else 1)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    if is_dataclass(hint) or hasattr(hint, "_fields"):
        hints = get_type_hints(hint)
        return hint(**{name: filled(hints[name], name) for name in hints if not name.startswith("_")})
    return filled_of_several(hint, name)


def filled_of_several(hint, name):
    """Return a value of a type that is made of others: one of a union, or a tuple of each."""
    args = get_args(hint)
    if name == "statements":
        return tuple(replace(filled(args[0]), key=f"{SECRET} {number}") for number in range(3))
    if get_origin(hint) is tuple:
        return tuple(filled(arg) for arg in args if arg is not Ellipsis)
    return filled(next(arg for arg in args if arg is not type(None)))
