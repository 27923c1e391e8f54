"""The Windows installer, as far as it can be made on any system."""

from __future__ import annotations

import ast
import re
import shutil

import pytest

from tests.house import ROOT
from tools.build.release import Release
from tools.build.windows_installer import (
    SCRIPT,
    definitions,
    files_to_remove,
    four_numbers,
    installer,
    version_resource,
)
from tools.environment.telling import CannotBeDone

RELEASE = Release("0.1.0", "windows-amd64", "abc", 1_800_000_000)


@pytest.fixture
def folder(tmp_path):
    """A build as Windows has it, with stand-ins for the programs."""
    build = tmp_path / "build"
    (build / "_internal" / "data").mkdir(parents=True)
    for name in ("dialogue-desk.exe", "dialogue-desk-window.exe", "_internal/data/a$b ñ.txt"):
        (build / name).write_bytes(b"x" * 2000)
    return build


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.1.0", (0, 1, 0, 0)), ("2", (2, 0, 0, 0)), ("1.2.3.4", (1, 2, 3, 0))]
)
def test_windows_counts_versions_in_four_numbers(version, numbers):
    assert four_numbers(version) == numbers


def test_what_windows_shows_of_a_program_is_what_pyinstaller_reads():
    resource = version_resource("0.1.0")
    ast.parse(resource)
    assert "StringStruct('ProductName', 'Dialogue Desk')" in resource
    assert "filevers=(0, 1, 0, 0)" in resource


def test_the_uninstaller_removes_what_was_installed_and_nothing_else(folder):
    assert files_to_remove(folder).splitlines() == [
        'Delete "$INSTDIR\\_internal\\data\\a$$b ñ.txt"',
        'Delete "$INSTDIR\\dialogue-desk-window.exe"',
        'Delete "$INSTDIR\\dialogue-desk.exe"',
        'RMDir "$INSTDIR\\_internal\\data"',
        'RMDir "$INSTDIR\\_internal"',
    ]


def test_the_script_asks_for_no_administrator_and_only_for_what_it_is_told(folder, tmp_path):
    script = (ROOT / SCRIPT).read_text(encoding="utf-8")
    told = definitions(ROOT, folder, RELEASE, tmp_path / "removal.nsh", tmp_path / "setup.exe")
    asked = set(re.findall(r"\$\{([A-Z_]{4,})\}", script)) - {"KEY", "LANG_ENGLISH", "LANG_SPANISH"}
    assert asked == set(told)
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script
    assert told["SIZE"] == 5


def test_every_sentence_is_in_both_languages():
    script = (ROOT / SCRIPT).read_text(encoding="utf-8")
    in_english = set(re.findall(r"LangString (\w+) \$\{LANG_ENGLISH\}", script))
    assert in_english == set(re.findall(r"LangString (\w+) \$\{LANG_SPANISH\}", script)) != set()


def test_without_nsis_it_is_said_what_to_install(folder):
    with pytest.raises(CannotBeDone, match="Install NSIS 3"):
        installer(ROOT, folder, RELEASE, tmp := folder.parent, makensis="no-such-makensis")
    assert not list(tmp.glob("*.exe"))


@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is not installed")
def test_nsis_makes_a_program_for_windows_of_it(folder, tmp_path):
    made = installer(ROOT, folder, RELEASE, tmp_path / "out")
    assert made.name == "dialogue-desk-0.1.0-windows-amd64-setup.exe"
    assert made.read_bytes()[:2] == b"MZ"
