"""The head of the page: which session it is, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.words import Words
from dialogue_desk.words.part_names import title_of
from dialogue_desk.words.times import weekday

_WIDTH_FOR_PLACE = 640
"""Narrower than this, at 100 % text, the height is worth more than the place."""


class CloseHeader(Card):
    """Names the session."""

    back_wanted = Signal()

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__("bar", edge=0)
        self._theme, self._words = theme, words
        self._title, self._place = Label(role="strong"), Label(role="note")
        back = Button(theme, words.tr("Back to the session"), icon="back")
        back.clicked.connect(self.back_wanted)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._place)
        line = QHBoxLayout()
        line.setContentsMargins(Space.WIDE, Space.TIGHT, Space.BASE, Space.TIGHT)
        line.setSpacing(Space.SNUG)
        line.addLayout(names, 1)
        line.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place.setVisible(self.width() >= self._theme.scaled(_WIDTH_FOR_PLACE))

    def show_folder(self, folder: SessionFolder) -> None:
        """Name a session, by its number, its title, and where and when it was."""
        words, session = self._words, folder.session
        title = title_of(folder.plan, self._words)
        self._title.setText(
            words.tr("Wrap up session {number}: {title}", number=session.number, title=title)
            if title
            else words.tr("Wrap up session {number}", number=session.number)
        )
        place = session.place or folder.circle.place
        parts = (
            words.tr("Circle {code}", code=folder.circle.code),
            place,
            weekday(session.start, session.zone, words),
        )
        self._place.setText(" · ".join(part for part in parts if part))
