"""Guides: what there is to follow, and a calm place to read it before the evening."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.guides.guide_list import LibraryView
from dialogue_desk.ui.guides.guide_reader import ReadingView


class GuidesPage(QWidget):
    """The library, and one guide when it is read."""

    begin_wanted = Signal(str)
    left = Signal()

    def __init__(self, shelf: GuideShelf, context: Context) -> None:
        super().__init__()
        self._shelf, self._language = shelf, context.words.language
        self._library = shelf.library()
        self.views = QStackedLayout(self)
        self.library = LibraryView(self._library, context.theme, context.words)
        self.library.reading_wanted.connect(self.read)
        self.library.begin_wanted.connect(self.begin_wanted)
        self.reading = ReadingView(context.theme, context.words)
        self.reading.left.connect(self._back)
        self.reading.begin_wanted.connect(self.begin_wanted)
        self.views.addWidget(self.library)
        self.views.addWidget(self.reading)

    def read(self, guide_id: str) -> None:
        """Open one guide, in the app's language where it has that."""
        self.reading.show_guide(self._library.guide(guide_id), self._language)
        self.views.setCurrentWidget(self.reading)
        self.reading.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where reading begins."""
        if self.views.currentWidget() is self.reading:
            self.reading.take_focus()
        else:
            self.library.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.views.currentWidget() is self.reading:
            self._back()
        else:
            self.left.emit()

    def _back(self) -> None:
        self.views.setCurrentWidget(self.library)
        self.library.take_focus()
