"""What a person learns about the app itself: its version, its files, licences, the report of a problem."""

from __future__ import annotations

from pathlib import Path

from dialogue_desk.desk.leaving.problem_report import ProblemSource, version_facts
from dialogue_desk.desk.paths import Paths
from dialogue_desk.installation import Form, Installation
from dialogue_desk.licences import third_parties
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.settings.app_section import AboutApp, AppSection
from dialogue_desk.ui.settings.licences_sheet import LicencesSheet
from dialogue_desk.ui.settings.problem_sheet import ProblemSheet
from dialogue_desk.ui.shell.window_facts import qt_facts, window_facts
from dialogue_desk.ui.widgets.reading_sheet import ReadingSheet
from tools.gallery.scene import Scene
from tools.gallery.stage import Stage

_LOOKS = ("light", "dark", "large", "spanish", "mirrored", "low")
_HERE = Installation(
    Form.FOLDER, Path("/media/stick/dialogue-desk"), "linux-x86_64", commit="3f2a9c41d07b5e8812aa"
)


def _paths() -> Paths:
    data = Path("~/.local/share/Dialogue Desk")
    settings = Path("~/.config/Dialogue Desk/settings.toml")
    return Paths(data / "desk.db", settings, data / "log.txt")


def _about(stage: Stage) -> None:
    facts = (*version_facts(_HERE, stage.words), *qt_facts())
    stage.app = AppSection(AboutApp(_HERE, facts, _paths()), stage.theme, stage.words)
    stage.go(PageName.SETTINGS)
    stage.press(stage.words.tr("This app"))


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
    Scene("about-problem", "Report a problem", _problem, _LOOKS),
)
