"""The words that ``docs/words.md`` keeps out of what people read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.house import ROOT

PAGE = ROOT / "docs" / "words.md"
_CELL = re.compile(r"(?<!\\)\|")
_PATTERN = re.compile(r"`([^`]+)`")
_PLACE = re.compile(r"\{\w+\}")


def banned(column: str) -> list[re.Pattern[str]]:
    """Return the patterns of one column: "instead of" for English, "en vez de" for Spanish."""
    found: list[re.Pattern[str]] = []
    at: int | None = None
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = (
            [cell.strip() for cell in _CELL.split(line.strip().strip("|"))] if line.startswith("|") else []
        )
        if column in cells:
            at = cells.index(column)
        elif at is not None and len(cells) > at:
            patterns = _PATTERN.findall(cells[at])
            found += [re.compile(one.replace(r"\|", "|"), re.IGNORECASE) for one in patterns]
    return found


def old_words(sentence: str, patterns: list[re.Pattern[str]]) -> Iterator[str]:
    """Yield what in a sentence the glossary has another word for; the names of its places do not count."""
    plain = _PLACE.sub("", sentence)
    for pattern in patterns:
        yield from (found[0] for found in pattern.finditer(plain))
