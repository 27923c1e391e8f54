"""The page that says what the app meets names tests, and they exist."""

from __future__ import annotations

import ast
import re

import pytest

from tests.house import ROOT

PAGE = ROOT / "docs" / "accessibility.md"
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
A_AND_AA = 55
"""So many criteria of WCAG 2.2 are of level A or AA."""


def missing(path: str, test: str) -> str:
    """Return what is missing of a test that is named, or ""."""
    file = ROOT / path
    if not file.is_file():
        return path
    functions = {
        node.name
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    }
    return "" if not test or test in functions else f"{path}::{test}"


def test_every_test_that_is_named_exists() -> None:
    named = NAMED.findall(PAGE.read_text(encoding="utf-8"))
    assert len(named) > 20
    assert [gone for path, test in named if (gone := missing(path, test))] == []


@pytest.mark.parametrize(
    ("path", "test"),
    [("tests/house/test_nowhere.py", ""), ("tests/house/test_accessibility_page.py", "test_of_nothing")],
)
def test_one_that_does_not_exist_is_found(path: str, test: str) -> None:
    assert missing(path, test)


def test_every_criterion_has_its_row() -> None:
    rows = re.findall(r"^\| (\d\.\d\.\d+)(?: to (\d\.\d\.\d+))? ", PAGE.read_text(encoding="utf-8"), re.M)
    numbers = [number for first, last in rows for number in _between(first, last)]
    assert len(set(numbers)) == len(numbers) == A_AND_AA


def _between(first: str, last: str) -> list[str]:
    if not last:
        return [first]
    stem, begin = first.rsplit(".", 1)
    return [f"{stem}.{number}" for number in range(int(begin), int(last.rsplit(".", 1)[1]) + 1)]
