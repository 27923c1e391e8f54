"""A person's Windows learns of the files without an administrator; endings of others stay theirs."""

from pathlib import Path

import pytest

from dialogue_desk.desk.file_types.person_registry import PersonRegistry
from dialogue_desk.desk.file_types.windows_file_types import WindowsFileTypes
from tests.desk.file_types.imitated_winreg import ImitatedWinreg

CLASSES = r"Software\Classes"


@pytest.fixture
def winreg():
    return ImitatedWinreg()


@pytest.fixture
def told():
    return []


@pytest.fixture
def types(winreg, told):
    program = r"E:\my stick\dialogue-desk-window.exe"
    icon = Path("E:/icons/file.ico")
    return WindowsFileTypes(PersonRegistry(winreg), (program,), icon, "es", lambda: told.append(True))


def test_a_double_click_opens_what_is_ours(types, winreg, told):
    types.add()
    assert winreg.keys[rf"{CLASSES}\.dialogue"][""] == "DialogueDesk.Package"
    kind = rf"{CLASSES}\DialogueDesk.Package"
    assert winreg.keys[kind][""] == "Paquete de Dialogue Desk"
    opened = r'"E:\my stick\dialogue-desk-window.exe" "%1"'
    assert winreg.keys[rf"{kind}\shell\open\command"][""] == opened
    assert types.command() == types.own_command() == opened
    assert told == [True]


def test_endings_of_others_are_only_offered_the_app(types, winreg):
    types.add()
    for ending, kind in ((".md", "Guide"), (".zip", "Guides"), (".age", "SealedPackage")):
        assert "" not in winreg.keys[rf"{CLASSES}\{ending}"]
        assert f"DialogueDesk.{kind}" in winreg.keys[rf"{CLASSES}\{ending}\OpenWithProgids"]


def test_an_ending_that_another_app_took_stays_with_it(types, winreg):
    winreg.keys[rf"{CLASSES}\.dialogue"] = {"": "Other.Thing"}
    before = winreg.copy()
    types.add()
    assert winreg.keys[rf"{CLASSES}\.dialogue"][""] == "Other.Thing"
    assert types.remove()
    assert winreg.keys == before


def test_it_is_all_taken_away_again_and_nothing_of_others(types, winreg):
    winreg.keys[rf"{CLASSES}\.md\OpenWithProgids"] = {"Other.Editor": ""}
    winreg.keys[rf"{CLASSES}\.md"] = {}
    before = winreg.copy()
    types.add()
    assert types.remove()
    assert winreg.keys == before
    assert not types.remove()
    assert types.command() == ""
