"""The pages for people say each thing once, also after several changes were brought together."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.house import ROOT

PAGES = [*ROOT.glob("*.md"), *ROOT.glob("build_spec/*.md"), *ROOT.glob("docs/*.md")]
_LONG = 80
"""A line of so many characters is no head of a table, which may stand above each."""


def said_twice(page: str) -> list[str]:
    """Return the headings, list entries and rows that stand in a page more than once."""
    wanted = [
        line
        for line in page.splitlines()
        if line.startswith("## ") or (line.startswith(("- ", "| ")) and len(line) > _LONG)
    ]
    return [line for line, count in Counter(wanted).items() if count > 1]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_nothing_is_said_twice(page: Path) -> None:
    assert said_twice(page.read_text(encoding="utf-8")) == []


def test_what_is_said_twice_is_seen() -> None:
    entry = "- [ ] " + "a thing to do, and what should happen then, " * 2
    assert said_twice(f"## Windows\n\n{entry}\n\n## macOS\n\n{entry}\n\n## Windows\n") == [
        "## Windows",
        entry,
    ]
