"""How guides are written: the page for authors, with its sections at the side and its words to search."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from dialogue_desk.reports.help_page import help_html
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.guides.help_text_view import HelpTextView
from dialogue_desk.ui.search.search_field import SearchField
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.mark_list import MarkList, MarkRow

_OUTLINE, _WITH_OUTLINE = 280, 900
"""How wide the list of sections is, and below which width there is none, at 100 % text."""
_CHARACTERS = 96
"""How wide the text is: its tables have three columns."""


class FormatHelp(QWidget):
    """Shows the page in the language of the app.  ``left()`` tells that a person goes back."""

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        theme, tr = context.theme, context.words.tr
        self.back = Button(theme, tr("Back"), weight=Weight.QUIET, icon="back")
        self.back.clicked.connect(self.left)
        self.field = SearchField(theme, tr("Words to find on this page"), tr("Search this page"))
        self._found = Label(role="note", wrap=False)
        self._at, self._chosen = 0, ""
        self.text = HelpTextView(theme)
        self.text.setAccessibleName(tr("How guides are written"))
        self.text.show_html(help_html("guide-format", context.words.language))
        self.outline = MarkList(theme, tr("On this page"))
        self.outline.setFrameShape(QFrame.Shape.NoFrame)
        self.outline.show_rows(
            [
                MarkRow(str(number), one.title, "", one.title, figure=str(number + 1))
                for number, one in enumerate(self.text.sections())
            ]
        )
        self._connect()
        self._lay_out()

    def take_focus(self) -> None:
        """Put the keyboard on the text, where the arrows scroll it."""
        self.text.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            self.text.setFocus()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.outline.moved.connect(self._go_to)
        self.text.verticalScrollBar().valueChanged.connect(lambda _: self._follow())
        self.field.textChanged.connect(self._search)
        self.field.went_down.connect(self._next)
        self._context.theme.changed.connect(self._fit)

    def _search(self, typed: str) -> None:
        words, self._at = self._context.words, 0
        count = self.text.find_words(typed)
        self.text.go_to_find(0)
        said = words.ntr("{count} found", "{count} found", count) if count else words.tr("Nothing found")
        self._found.setText(said if typed.strip() else "")

    def _next(self) -> None:
        self._at += 1
        self.text.go_to_find(self._at)

    def _go_to(self, row_id: str) -> None:
        self._chosen = row_id
        self.text.go_to(self.text.sections()[int(row_id)].position)
        self._chosen = ""

    def _follow(self) -> None:
        """Mark the section that is read, unless one was chosen: near the end, others are in sight too."""
        if not self._chosen and (number := self.text.section_in_sight()) >= 0:
            self.outline.go_to(str(number))

    def _fit(self) -> None:
        theme = self._context.theme
        self._side.setVisible(self.width() >= theme.scaled(_WITH_OUTLINE))
        self._side.setFixedWidth(theme.scaled(_OUTLINE))
        self.text.setMaximumWidth(theme.measure(characters=_CHARACTERS) + 2 * Space.WIDE)

    def _lay_out(self) -> None:
        self._side = Card("rail", edge=0)
        self._side.add((self.outline, 1))
        bar = Card("bar", edge=0)
        bar.column.setContentsMargins(Space.BASE, Space.TIGHT, Space.BASE, Space.TIGHT)
        title = Label(self._context.words.tr("How guides are written"), "title", wrap=False)
        bar.add(row(self.back, title, (self.field, 1), self._found, gap=Space.BASE))
        page = QWidget()
        row(STRETCH, (self.text, 1_000), STRETCH, gap=None, within=page)
        column(bar, (row(self._side, (page, 1)), 1), within=self)
