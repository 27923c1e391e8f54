"""Rules about the source itself, and where to find it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "dialogue_desk"


def modules(folder: Path = PACKAGE) -> Iterator[tuple[str, ast.Module]]:
    """Yield each module's path within ``folder``, and its syntax tree."""
    for path in sorted(folder.rglob("*.py")):
        yield path.relative_to(folder).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def called(node: ast.AST) -> str:
    """Return the last name of what ``node`` calls: ``exec`` for ``self.dialog.exec()``; empty for no call."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name)) | ast.Call(func=ast.Name(id=name)):
            return name
        case _:
            return ""
