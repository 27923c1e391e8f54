"""What PyInstaller is given, and what nobody sees fail before a build does."""

from __future__ import annotations

import ast
from importlib import import_module

from tests.house import ROOT

SPEC = (ROOT / "build_spec" / "dialogue_desk.spec").read_text(encoding="utf-8")


def test_all_it_takes_from_the_tools_is_there():
    imports = [node for node in ast.walk(ast.parse(SPEC)) if isinstance(node, ast.ImportFrom)]
    ours = [node for node in imports if str(node.module).startswith("tools.build")]
    assert ours
    for node in ours:
        module = import_module(str(node.module))
        assert [alias.name for alias in node.names if not hasattr(module, alias.name)] == []


def test_both_programs_are_there_under_the_names_that_the_wheel_has_too():
    programs = {path.stem for path in (ROOT / "build_spec" / "programs").glob("*.py")}
    assert programs == {"dialogue_desk_window", "dialogue_desk_command"}
    for name in programs:
        assert f'"{name}"' in SPEC
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for name in ("dialogue-desk", "dialogue-desk-window"):
        assert f"\n{name} = " in project
        assert f'"{name}"' in SPEC
