"""Texts to begin with: a copy of a guide that is about to be changed, or a method with a name of its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from dialogue_desk.domain.model.circles import GuideText
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.exchange.guide_files import guide_text_of

_DRAWN = 6
"""So many letters of an id that was drawn tell guides apart."""

_TOP = re.compile(r"^---\r?\n.*?^---\s*$", re.DOTALL | re.MULTILINE)


def changed_version(texts: Iterable[GuideText], versions: Collection[str] = ()) -> tuple[GuideText, ...]:
    """Return a guide's texts as a version of their own, later than they are and than any of ``versions``.

    It is the same guide, so a circle that is half-way through can go on in it.
    """
    found = tuple(texts)
    version = found[0].version if found else ""
    while not version or version in {text.version for text in found} or version in versions:
        version = _next(version)
    return tuple(guide_text_of(_with_top(text.text, "version", version)) for text in found)


def begun_with(texts: Iterable[GuideText], guide: str) -> tuple[GuideText, ...]:
    """Return texts as the first version of another guide, named ``guide``."""
    named = (_with_top(_with_top(text.text, "id", guide), "version", "1.0.0") for text in texts)
    return tuple(map(guide_text_of, named))


def own_guide_id(method: str, drawn: RecordId) -> str:
    """Return a name for a guide that is begun with a method, which no guide of another laptop has.

    Two people who begin with the same method write two guides, and neither is a version of the other.
    """
    return f"{method}-{drawn[-_DRAWN:]}"


def _next(version: str) -> str:
    """Return the version after one: 1.0.0 is followed by 1.0.1, 2 by 2.0.1."""
    numbers = version.split(".") if version else ["1"]
    numbers = [*numbers, "0", "0"][:3]
    return ".".join((*numbers[:2], str(int(numbers[2]) + 1 if numbers[2].isdecimal() else 1)))


def _with_top(text: str, key: str, value: str) -> str:
    """Return a guide's text with another value at its top, and everything else as it is."""
    top = _TOP.match(text)
    if top is None:
        return text
    line = re.compile(rf"^{key}:[^\r\n]*", re.MULTILINE)
    return line.sub(f"{key}: {value}", top[0], count=1) + text[top.end() :]
