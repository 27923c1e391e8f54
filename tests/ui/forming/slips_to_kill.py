"""Types one slip after the other into the window, tells each that is kept, and goes on until it is killed."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.forming.wish import Place, Share, Wish
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.forming_file import SlipFile
from dialogue_desk.exchange.wish_file import WishFile
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.forming.forming_page import FormingPage
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.words import Words
from tools.gallery.stage import Stage, Stock

PHRASE = "four plain words here"
GROUP = "stilt walkers"


def main(folder: Path) -> None:
    app = QApplication([])
    theme = AppTheme.load("light")
    theme.apply(app)
    (folder / "stock").mkdir()
    stage = Stage(theme, Words(), folder, Stock(folder / "stock"), with_sample=False)
    stage.show((1366, 768))
    program = stage.desk.add(NO_OWNER, Program("Bridges"))
    stage.go(PageName.FORMING, program)
    page = stage.the(FormingPage)
    page.work.ask(WishFile(Wish((Place("Library", ("Tuesday",)),), shares=(Share(GROUP),)), "Bridges"))
    page.work.begin_file(SlipFile.begun(folder / "fall.dialogue-slips", PHRASE))
    page.open_step(page.slips)
    boxes = page.slips.line.boxes
    for number in range(1, 400):
        for name, text in (("number", str(number)), ("groups", GROUP), ("times", "tue")):
            boxes[name].setFocus()
            QTest.keyClicks(boxes[name], text)
        QTest.keyClick(boxes["times"], Qt.Key.Key_Return)
        if not boxes["number"].text():
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
