"""Whatever the installer says, it can say in Spanish."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator

from tests.house import ROOT, called
from tools.offline.spanish import SPANISH


def sentences() -> Iterator[str]:
    """Yield what stands first in each place where something is said."""
    for path in sorted((ROOT / "tools" / "offline").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and called(node) in {"Obstacle", "_say"} and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield str(first.value)


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_each_sentence_has_its_spanish_and_no_other_is_kept():
    assert set(sentences()) == set(SPANISH)


def test_both_have_the_same_blanks():
    assert {english for english, spanish in SPANISH.items() if blanks(english) != blanks(spanish)} == set()
