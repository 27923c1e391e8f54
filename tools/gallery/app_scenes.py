"""What a person learns about the app itself: its version, its files, licences, the report of a problem."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.file_types.linux_file_types import LinuxFileTypes
from dialogue_desk.desk.leaving.problem_report import ProblemSource, version_facts
from dialogue_desk.desk.paths import Paths
from dialogue_desk.installation import Form, Installation
from dialogue_desk.licences import third_parties
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.settings.app_section import AboutApp, AppSection
from dialogue_desk.ui.settings.file_types_section import FileTypesSection
from dialogue_desk.ui.settings.licences_sheet import LicencesSheet
from dialogue_desk.ui.settings.problem_sheet import ProblemSheet
from dialogue_desk.ui.shell.window_facts import qt_facts, window_facts
from dialogue_desk.ui.widgets.reading_sheet import ReadingSheet
from tools.gallery.scene import Scene
from tools.gallery.stage import Stage

_LOOKS = ("light", "dark", "large", "spanish", "mirrored", "low")
_PROGRAM = "/media/stick/dialogue-desk/dialogue-desk-window"
_HERE = Installation(
    Form.FOLDER, Path("/media/stick/dialogue-desk"), "linux-x86_64", commit="3f2a9c41d07b5e8812aa"
)


def _paths() -> Paths:
    data = Path("~/.local/share/Dialogue Desk")
    settings = Path("~/.config/Dialogue Desk/settings.toml")
    return Paths(data / "desk.db", settings, data / "log.txt")


def _about(stage: Stage, *acts: QWidget) -> None:
    facts = (*version_facts(_HERE, stage.words), *qt_facts())
    stage.app = AppSection(AboutApp(_HERE, facts, _paths()), stage.theme, stage.words, acts)
    stage.go(PageName.SETTINGS)
    stage.press(stage.words.tr("This app"))


def _file_types(stage: Stage, told: str = "", *, refused: bool = False) -> None:
    """Show where files open: ``told`` is the program that the laptop opens them with."""
    home = stage.folder / "share"
    if told:
        LinuxFileTypes(home, (told,), _gather_nothing).add()
    if refused:
        home.write_bytes(b"a file where the folder belongs")
    section = FileTypesSection(stage.context, LinuxFileTypes(home, (_PROGRAM,), _gather_nothing))
    _about(stage, section)
    if refused:
        section.button.click()
        stage.settle()


def _gather_nothing(_: Sequence[str]) -> None:
    """Leave out the programs with which a desktop gathers what all apps say."""


def _licences(stage: Stage) -> None:
    _about(stage)
    LicencesSheet(third_parties(), stage.theme, stage.words, stage.window).open()


def _licence(stage: Stage) -> None:
    _about(stage)
    party = next(one for one in third_parties() if one.name == "reportlab")
    sheet = ReadingSheet(stage.theme, stage.words, party.name, party.licence, stage.window)
    sheet.show_text(party.text_file.read_text(encoding="utf-8"))
    sheet.open()


def _problem(stage: Stage) -> None:
    _about(stage)
    paths = Paths(stage.desk.file.path, stage.folder / "settings.toml", stage.folder / "log.txt")
    facts = window_facts(stage.theme, stage.words)
    source = ProblemSource(_HERE, paths, Settings(), facts, stage.folder)
    context = stage.context
    ProblemSheet(source, stage.theme, stage.words, context.prompts, context.worker, stage.window).open()


SCENES = (
    Scene("about-app", "Settings, this app", _about),
    Scene("about-licences", "Licenses", _licences, _LOOKS),
    Scene("about-licence", "The text of a license", _licence, ("light", "large", "low")),
    Scene("file-types", "Files do not open with a double click", _file_types, _LOOKS),
    Scene("file-types-here", "Files open with a double click", partial(_file_types, told=_PROGRAM), _LOOKS),
    Scene(
        "file-types-elsewhere",
        "Files open in another copy of the app",
        partial(_file_types, told="/opt/older/dialogue-desk-window"),
        ("light", "large", "spanish"),
    ),
    Scene(
        "file-types-refused",
        "Where files open could not be changed",
        partial(_file_types, refused=True),
        ("light", "large", "spanish"),
    ),
    Scene("about-problem", "Report a problem", _problem, _LOOKS),
)
