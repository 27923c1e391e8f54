"""``dev.py``: what it says before anything is installed, and how it keeps others out of its way."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from dialogue_desk import __version__
from tests.house import ROOT


def test_an_old_python_can_still_read_why_it_will_not_do() -> None:
    source = (ROOT / "dev.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))
    assert "from __future__" not in source


@pytest.mark.parametrize("arguments", [[], ["help"], ["--help"]])
def test_alone_it_says_what_it_can_do(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(arguments) == 0
    said = capsys.readouterr().out
    for command in ("run", "test", "check", "gallery", "bench", "sample", "words", "lock", "build"):
        assert f"python3 dev.py {command} " in said


def test_it_says_which_version_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["--version"]) == 0
    assert capsys.readouterr().out == f"Dialogue Desk {__version__}\n"


def test_modules_of_another_program_do_not_get_in_the_way(tmp_path: Path) -> None:
    for name in ("subprocess", "dataclasses", "tools"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('this is not ours')", encoding="utf-8")
    surroundings = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONSAFEPATH": "1"}
    told = subprocess.run(
        [sys.executable, ROOT / "dev.py", "help"],
        env=surroundings,
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, "")
    assert "python3 dev.py run" in told.stdout


def test_no_page_starts_our_modules_with_a_python_that_lacks_their_libraries() -> None:
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("build_spec/*.md")]
    assert len(pages) > 20
    told = re.compile(r"(?m)^(?:python3|py) -m (?:tools|dialogue_desk)\b")
    assert [page.name for page in pages if told.search(page.read_text(encoding="utf-8"))] == []


def test_an_unknown_command_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["rnu"]) == 2
    assert "There is no command rnu." in capsys.readouterr().err
