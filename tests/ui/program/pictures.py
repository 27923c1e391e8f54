"""The organizer's page in its states: ``python tests/ui/program/pictures.py FOLDER`` writes the pictures."""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dialogue_desk.desk.clock import HandClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guides import GuideShelf
from dialogue_desk.desk.ids import RandomIds
from dialogue_desk.desk.programs import Draft, DraftCircle, save_program
from dialogue_desk.desk.sample import open_sample, samples
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.ui.announce import Announcer
from dialogue_desk.ui.lane import Lane
from dialogue_desk.ui.news import News
from dialogue_desk.ui.program.page import ProgramPage
from dialogue_desk.ui.session.clash import ClashDialog
from dialogue_desk.ui.surroundings import Surroundings
from dialogue_desk.ui.theme import Theme
from dialogue_desk.ui.widgets.focus_ring import FocusRing
from dialogue_desk.ui.widgets.toast import Toast
from dialogue_desk.words import Words
from tests.ui.fakes import ReadyAnswers
from tests.ui.program.filled import fill


class LongWords(Words):
    """English as long as Spanish."""

    def tr(self, sentence, /, **places):
        return self._longer(super().tr(sentence, **places))

    def ntr(self, one, many, count, /, **places):
        return self._longer(super().ntr(one, many, count, **places))

    @staticmethod
    def _longer(text):
        return text if len(text) < 3 else text + "os y" * (1 + len(text) // 16)


LOOKS = {
    "light": ("light", 100, False, Words(), (1366, 768)),
    "dark": ("dark", 100, False, Words(), (1366, 768)),
    "contrast": ("contrast", 100, False, Words(), (1366, 768)),
    "large": ("light", 200, False, Words(), (1366, 768)),
    "small": ("light", 125, False, Words(), (1280, 720)),
    "long": ("light", 100, False, LongWords(), (1366, 768)),
    "mirrored": ("light", 100, True, Words(), (1366, 768)),
}
STATES = ("overview", "themes", "actions", "differences", "report", "setup", "clash", "empty", "awaiting")


class Stage:
    """A window with the page in it, on a desk of its own."""

    def __init__(self, app, theme, words, folder, program):
        self.app, self.theme = app, theme
        self.desk = Desk(DeskFile(folder / "desk.db"), HandClock(1_773_356_400_000, zone=-240), RandomIds(7))
        shelf = GuideShelf(resource("guides"), Words())
        self.program = program(self.desk, shelf)
        self.window = QWidget()
        self.lane, self.announcer = Lane(self.window), Announcer(self.window)
        toast = Toast(theme, words, self.announcer)
        toast.setParent(self.window)
        self.around = Surroundings(
            theme, words, ReadyAnswers(), self.lane, self.announcer, toast, News(self.desk, self.window)
        )
        self.page = ProgramPage(self.desk, Folders(self.desk, shelf), self.around)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.ring = FocusRing(theme, self.window)

    def show(self, size):
        self.window.resize(*size)
        self.window.show()
        self.page.show_program(self.program)
        self.settle()

    def settle(self):
        while self.lane.busy():
            self.app.processEvents()
        for _ in range(4):
            self.app.processEvents()

    def close(self):
        self.lane.close()
        self.window.deleteLater()
        self.app.processEvents()
        self.desk.file.close()


def sample(desk, shelf):
    open_sample(desk, shelf, Words())
    return samples(desk)[0]


def bare(desk, shelf):
    circles = (DraftCircle(None, "C01", "Eastside Library", "en"), DraftCircle(None, "C02", "Mills", "es"))
    return save_program(desk, None, Draft("Safety Together, Millbrook", "MILL", 2, ("en", "es"), circles))


def main(folder: Path, states=STATES, looks=tuple(LOOKS), program=fill) -> None:
    app = QApplication([])
    theme = Theme.load("light")
    theme.apply(app)
    for look in looks:
        name, scale, mirrored, words, size = LOOKS[look]
        theme.change(name=name, scale=scale)
        way = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        app.setLayoutDirection(way)
        for state in states:
            with tempfile.TemporaryDirectory() as place:
                makes = {"empty": lambda desk, shelf: "", "awaiting": bare}.get(state, program)
                stage = Stage(app, theme, words, Path(place), makes)
                stage.show(size)
                picture = take(stage, state)
                picture.save(str(folder / f"{state}-{look}.png"))
                stage.close()


def take(stage, state):
    page = stage.page
    if state in {"themes", "actions", "differences", "report"}:
        page.tabs.setCurrentIndex(STATES.index(state))
        page._focus()
    if state == "themes" and not page.themes._panes.is_wide():
        page.themes._panes.open_detail()
    if state == "setup":
        page._edit(page._id)
    stage.settle()
    if state == "clash":
        (first, *_) = page._seen.clashes
        dialog = ClashDialog(stage.desk, first.record.id, stage.around, stage.window)
        dialog.open()
        dialog._buttons[0].setFocus()
        stage.settle()
        return dialog.grab()
    return stage.window.grab()


if __name__ == "__main__":
    picked = {"states": tuple(sys.argv[2].split(",")) if len(sys.argv) > 2 and sys.argv[2] else STATES}
    if len(sys.argv) > 3 and sys.argv[3]:
        picked["looks"] = tuple(sys.argv[3].split(","))
    if len(sys.argv) > 4:
        picked["program"] = sample
    main(Path(sys.argv[1]), **picked)
