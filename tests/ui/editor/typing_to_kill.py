"""A process of its own that types into a guide and never ends by itself: ``python -m`` with a desk file."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.desk.clock import SystemClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.desk_signals import DeskSignals
from dialogue_desk.ui.core.worker import Worker
from dialogue_desk.ui.editor.editor_view import EditorView
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.announcer import Announcer
from dialogue_desk.ui.widgets.toast import Toast
from dialogue_desk.words import Words
from tests.ui.fakes import ReadyAnswers


def raise_error(error):
    raise error


def type_into(path: Path, title: str) -> None:
    """Open the only guide of a desk, type its title, and go on for ever."""
    app = QApplication([])
    theme = AppTheme.load("light")
    theme.apply(app)
    desk, window, words = Desk(DeskFile(path), SystemClock(), RandomIds()), QWidget(), Words()
    announcer = Announcer(window)
    toast, worker = Toast(theme, words, announcer), Worker(raise_error, window)
    signals = DeskSignals(desk, window)
    context = Context(theme, words, ReadyAnswers(), worker, announcer, toast, signals)
    view = EditorView(desk, OwnGuides(desk), context)
    view.show()
    (guide,) = OwnGuides(desk).all()
    assert view.edit(guide.key)
    QTimer.singleShot(0, view, lambda: view.editor.steps.top("title", title))
    app.exec()


if __name__ == "__main__":
    type_into(Path(sys.argv[1]), sys.argv[2])
