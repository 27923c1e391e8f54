"""The closing page in its looks: ``python -m tests.ui.session.close_pictures FOLDER`` writes its pictures."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dialogue_desk.desk.clock import HandClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guides import GuideShelf
from dialogue_desk.desk.ids import RandomIds
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.ui.announce import Announcer
from dialogue_desk.ui.lane import Lane
from dialogue_desk.ui.news import News
from dialogue_desk.ui.session.close import ClosePage
from dialogue_desk.ui.surroundings import Surroundings
from dialogue_desk.ui.theme import Theme
from dialogue_desk.ui.widgets.focus_ring import FocusRing
from dialogue_desk.ui.widgets.toast import Toast
from dialogue_desk.words import Words
from tests.ui.fakes import ReadyAnswers
from tests.ui.session.evenings import begin, whole_evening


class LongWords(Words):
    """English a quarter longer, as Spanish is."""

    def tr(self, sentence, /, **places):
        said = super().tr(sentence, **places)
        return (
            said + " " + "ábcdé " * (len(said) // 24) + "ñ" * max(1, len(said) % 24 // 4)
            if len(said) > 4
            else said
        )

    def ntr(self, one, many, count, /, **places):
        return super().ntr(one, many, count, **places) + " ñandúes"


LOOKS = {
    "light": ("light", 100, False, (1366, 768)),
    "dark": ("dark", 100, False, (1366, 768)),
    "contrast": ("contrast", 100, False, (1366, 768)),
    "large": ("light", 200, False, (1366, 768)),
    "larger": ("light", 125, False, (1280, 720)),
    "mirrored": ("light", 100, True, (1366, 768)),
    "spanish": ("light", 100, False, (1366, 768)),
    "tall": ("light", 100, False, (1366, 1900)),
    "narrow": ("light", 100, False, (900, 1600)),
    "empty": ("light", 100, False, (1366, 768)),
    "saved": ("light", 100, False, (1366, 768)),
    "trouble": ("light", 100, False, (1366, 768)),
    "wide": ("light", 100, False, (1920, 1080)),
}


def main(folder: Path) -> None:
    app = QApplication([])
    theme = Theme.load("light")
    theme.apply(app)
    with TemporaryDirectory() as place:
        clock = HandClock(1_773_356_400_000, zone=-240)
        desk = Desk(DeskFile(Path(place) / "desk.db"), clock, RandomIds(7))
        shelf = GuideShelf(resource("guides"), Words())
        folders = Folders(desk, shelf)
        held = whole_evening(desk, folders, shelf, clock)
        bare = begin(desk, shelf)
        for look, (name, scale, mirrored, size) in LOOKS.items():
            theme.change(name=name, scale=scale)
            app.setLayoutDirection(Qt.LayoutDirection(int(mirrored)))
            words = LongWords() if look == "spanish" else Words()
            window = QWidget()
            announcer, lane = Announcer(window), Lane(window)
            toast = Toast(theme, words, announcer)
            toast.setParent(window)
            around = Surroundings(
                theme, words, ReadyAnswers(folder=place), lane, announcer, toast, News(desk, window)
            )
            page = ClosePage(desk, folders, around)
            column = QVBoxLayout(window)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(page)
            ring = FocusRing(theme, window)
            window.resize(*size)
            window.show()
            page.show_session(bare if look == "empty" else held)
            if look in {"saved", "trouble"}:
                (Path(place) / "stick").mkdir(exist_ok=True)
                page._save(Path(place) / ("stick" if look == "saved" else "gone"))
                while lane.busy():
                    app.processEvents()
            for _ in range(4):
                app.processEvents()
            window.grab().save(str(folder / f"close-{look}.png"))
            print(look, window.minimumSizeHint().width(), page.width())  # noqa: T201
            lane.close()
            window.deleteLater()
            del ring
        desk.file.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
