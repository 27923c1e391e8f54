"""The source stays easy to find one's way in: names are not given twice, classes stay small, tests mirror."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import pytest

from tests.house import PACKAGE, ROOT, modules

LONGEST_CLASS, MOST_METHODS = 200, 20

LARGER: dict[str, str] = {}
"""The classes that are larger, each with its reason."""

MIRRORED = 80
"""So many percent, at least, of the modules that hold a branch have a test file of their own."""

BRANCHES = (ast.If, ast.IfExp, ast.For, ast.While, ast.Match, ast.Try, ast.BoolOp, ast.comprehension)


def sizes(tree: ast.AST) -> dict[str, tuple[int, int]]:
    """Return how many lines and how many methods each class has."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            methods = sum(isinstance(piece, ast.FunctionDef | ast.AsyncFunctionDef) for piece in node.body)
            found[node.name] = ((node.end_lineno or node.lineno) - node.lineno + 1, methods)
    return found


def too_large(tree: ast.AST) -> set[str]:
    return {
        name
        for name, (lines, methods) in sizes(tree).items()
        if lines > LONGEST_CLASS or methods > MOST_METHODS
    }


def branches(tree: ast.AST) -> bool:
    return any(isinstance(node, BRANCHES) for node in ast.walk(tree))


def test_no_two_modules_have_one_name() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for name, _ in modules():
        if not Path(name).name.startswith("__"):
            places[Path(name).name].append(name)
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_no_class_outgrows_its_subject() -> None:
    large = {f"{name}: {one}" for name, tree in modules() for one in too_large(tree)}
    assert large == set(LARGER)


@pytest.mark.parametrize(
    ("source", "large"),
    [
        ("class Desk:\n" + "    def a(self): ...\n" * 20, set()),
        ("class Desk:\n" + "    def a(self): ...\n" * 21, {"Desk"}),
        ("class Desk:\n" + "    a = 1\n" * 200, {"Desk"}),
        ("class Desk:\n" + "    a = 1\n" * 199, set()),
    ],
)
def test_a_class_that_is_too_large_is_seen(source: str, large: set[str]) -> None:
    assert too_large(ast.parse(source)) == large


def test_tests_are_found_where_the_source_is() -> None:
    branching = [Path(name) for name, tree in modules() if branches(tree) and not name.endswith("__.py")]
    alone = [
        str(name) for name in branching if not (ROOT / "tests" / name.with_name(f"test_{name.name}")).exists()
    ]
    mirrored = 100 * (len(branching) - len(alone)) // len(branching)
    assert mirrored >= MIRRORED, f"{mirrored} %: {alone}"


def test_every_shelf_says_what_lies_on_it() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in PACKAGE.rglob("__init__.py")
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []
