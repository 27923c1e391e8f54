"""An error while a page is shown is told at once, and Qt goes on showing."""

import sys

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.ui.core.show_events import reporting_errors


class Page(QWidget):
    @reporting_errors
    def showEvent(self, event):
        raise LookupError("no such page")


class Watching(QObject):
    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):
        self.seen.append(event.type())
        return False


def test_an_error_while_a_page_is_shown_does_not_wait_until_all_of_it_is_shown(qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: told.append(str(error)))
    window, watching = QWidget(), Watching()
    qtbot.addWidget(window)
    beside = QVBoxLayout(window)
    beside.addWidget(Page())
    window.installEventFilter(watching)
    window.show()
    assert told == ["no such page"]
    assert QEvent.Type.Show in watching.seen
