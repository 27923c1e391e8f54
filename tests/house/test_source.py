"""What the source of the app does without."""

from __future__ import annotations

import ast
import fnmatch
import re

import pytest

from tests.house import PACKAGE, ROOT, called, modules

TOP_LEVEL = {
    "dialogue_desk",
    "resources",
    "tests",
    "tools",
    "build_spec",
    "docs",
    "pyproject.toml",
    "requirements.lock",
    "requirements-dev.lock",
    "requirements-build.lock",
    "requirements-older.lock",
    "requirements-older-dev.lock",
    "README.md",
    "dev.py",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CODE_OF_CONDUCT.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "LICENSE",
}
IGNORED = [line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()]
TEXT = {".py", ".md", ".toml", ".po", ".svg", ".qss", ".txt", ".json", ".yml", ".yaml", ".cfg"}

# A place in one person's home, or a drive of one person's machine.
SOMEONES_PATH = re.compile(r"(?<![\w.~])/(?:home|Users|root|work)/\w|\b[A-Z]:\\{1,2}Users\b")


def thread_traps(tree: ast.AST) -> list[str]:
    """Return what can stop or re-enter the window's event loop: use ``open()``, signals and the worker."""
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Name(id="QThread") | ast.Attribute(attr="QThread") | ast.alias(name="QThread"):
                found.append("QThread")
            case ast.Call() if called(node) in {"exec", "exec_", "processEvents"}:
                found.append(called(node))
    return found


def imports_of(tree: ast.AST) -> set[str]:
    """Return the full names a module imports."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found.update(alias.name for alias in names)
            case ast.ImportFrom(module=str(module), names=names):
                found.update(f"{module}.{alias.name}" for alias in names)
    return found


def test_the_window_never_waits() -> None:
    found = {name: traps for name, tree in modules(PACKAGE / "ui") if (traps := thread_traps(tree))}
    assert found == {}


@pytest.mark.parametrize(
    "source",
    [
        "from PySide6.QtCore import QThread",
        "QtCore.QThread(self)",
        "app.processEvents()",
        "QMessageBox(self).exec()",
    ],
)
def test_a_window_that_waits_is_seen(source: str) -> None:
    assert thread_traps(ast.parse(source))


def crossing_show_events(tree: ast.AST) -> list[int]:
    """Return the lines of overrides of ``showEvent`` in which an error would cross Qt and crash all."""
    found = [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "showEvent"
    ]
    return [node.lineno for node in found if "reporting_errors" not in map(ast.unparse, node.decorator_list)]


def test_no_error_in_a_show_event_crosses_qt() -> None:
    assert {name: lines for name, tree in modules(PACKAGE) if (lines := crossing_show_events(tree))} == {}


def test_a_show_event_that_lets_an_error_cross_qt_is_seen() -> None:
    source = "class Page(QWidget):\n    def showEvent(self, event):\n        self.read()"
    assert crossing_show_events(ast.parse(source)) == [2]


def test_the_style_sheet_is_set_in_one_place_only() -> None:
    places = [n for n, tree in modules() for node in ast.walk(tree) if called(node) == "setStyleSheet"]
    assert set(places) == {"ui/style/theme.py"}


def test_nothing_imports_qt_network() -> None:
    # The import contracts know PySide6 as a whole only.
    network = re.compile(r"PySide6\.Qt(Network|WebSockets|WebEngine|HttpServer)")
    assert [name for name, tree in modules() if any(map(network.match, imports_of(tree)))] == []
    assert all(map(network.match, imports_of(ast.parse("from PySide6.QtNetwork import QTcpSocket"))))


def test_nothing_names_a_place_on_one_machine() -> None:
    files = [ROOT / "dev.py", *ROOT.glob("*.md"), ROOT / "pyproject.toml", ROOT / ".ci" / "run"]
    for folder in ("dialogue_desk", "resources", "tests", "tools", "docs", "build_spec"):
        files += [path for path in (ROOT / folder).rglob("*") if path.suffix in TEXT]
    found = [
        str(p.relative_to(ROOT))
        for p in files
        if SOMEONES_PATH.search(p.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


@pytest.mark.parametrize("text", ["open('/" + "home/ana/x')", "see /" + "Users/ana", "C:" + r"\\Users\\ana"])
def test_a_place_on_one_machine_is_seen(text: str) -> None:
    assert SOMEONES_PATH.search(text)


def test_the_top_level_stays_tidy() -> None:
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    strays = {name for name in names - TOP_LEVEL if not any(fnmatch.fnmatch(name, line) for line in IGNORED)}
    assert strays == set()
    assert names >= {
        "dialogue_desk",
        "resources",
        "tests",
        "build_spec",
        "pyproject.toml",
        "README.md",
        "LICENSE",
    }


def test_the_readme_gives_the_two_commands_first() -> None:
    top = "\n".join((ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:8])
    assert "python3 dev.py run" in top
    assert "python3 dev.py test" in top


def test_a_list_is_sorted_by_the_order_in_which_people_look_things_up():
    by_code_points = re.compile(r"sort(?:ed)?\(.*(?:casefold|\.lower\(\)|body\.(?:code|name)\b(?!\)))")
    found = [
        f"{path.name}: {line.strip()}"
        for path in (ROOT / "dialogue_desk").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if by_code_points.search(line)
    ]
    assert not found, "domain/model/order.py has the one order of lists"
