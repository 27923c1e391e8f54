"""``python -m dialogue_desk``, as a script starts it."""

from __future__ import annotations

import subprocess
import sys

from dialogue_desk import __version__
from dialogue_desk.__main__ import main
from tests.house import ROOT


def test_with_arguments_the_module_is_the_command_line_and_needs_no_qt():
    asked = """
import runpy, sys
sys.argv[1:] = ["--version"]
try:
    runpy.run_module("dialogue_desk", run_name="__main__")
except SystemExit as end:
    print(end.code, [name for name in sys.modules if "PySide6" in name])
"""
    told = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert told.stdout.splitlines() == [f"Dialogue Desk {__version__}", "0 []"]


def test_with_a_file_the_module_opens_the_window(monkeypatch, tmp_path):
    (tmp_path / "ours.guide.md").write_text("", encoding="utf-8")
    opened = []
    monkeypatch.setattr("dialogue_desk.app.main", lambda: opened.append("window") or 0)
    monkeypatch.setattr(sys, "argv", ["dialogue_desk", str(tmp_path / "ours.guide.md")])
    assert main() == 0 and opened == ["window"]
