"""What ARCHITECTURE.md names is there, every folder is on its map, and nothing is answered twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.house import PACKAGE, ROOT

PAGE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`([\w./-]+\.(?:py|md|toml))`")


def named(page: str) -> Iterator[tuple[str, str]]:
    """Yield each file that a page names, and the folder of the one named before it in the same line."""
    for line in page.splitlines():
        folder = ""
        for name in NAMED.findall(line):
            yield name, folder
            folder = name.rpartition("/")[0] or folder


def doubles(page: str) -> list[str]:
    """Return the first cell of each row that the page has twice, as after bringing two changes together."""
    cells = Counter(line.split(" | ")[0] for line in page.splitlines() if re.match(r"\| \w|\| `", line))
    return [cell for cell, count in cells.items() if count > 1]


def is_there(name: str, folder: str) -> bool:
    return any(
        (root / path).exists()
        for root in (ROOT, PACKAGE)
        for path in (name, f"{folder}/{name}" if folder else name)
    )


def test_every_file_that_it_names_is_there() -> None:
    assert [name for name, folder in named(PAGE) if not is_there(name, folder)] == []


@pytest.mark.parametrize(
    ("page", "missing"),
    [
        ("`desk/desk.py`, `clock.py`", []),
        ("`desk/desk.py`, `no_such_file.py`", ["no_such_file.py"]),
        ("`docs/words.md`", []),
    ],
)
def test_a_file_that_is_gone_is_seen(page: str, missing: list[str]) -> None:
    assert [name for name, folder in named(page) if not is_there(name, folder)] == missing


def test_every_folder_is_on_the_map() -> None:
    the_map = PAGE[PAGE.index("## The map") : PAGE.index("### Where is ...?")]
    named_there = set(re.findall(r"[\w]+", the_map))
    folders = [init.parent.name for top in (PACKAGE, ROOT / "tools") for init in top.rglob("__init__.py")]
    assert sorted(set(folders) - named_there) == []


def test_no_row_stands_there_twice() -> None:
    assert doubles(PAGE) == []
    assert doubles("| the log | `a.py` |\n| keys | `b.py` |\n| the log | `c.py` |") == ["| the log"]
