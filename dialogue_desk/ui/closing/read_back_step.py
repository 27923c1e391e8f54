"""Reading the notes back to the circle, as a step of wrapping up."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.closing.closing_steps import closing_steps
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.closing_text import asked_and_missing, missing_kinds
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.read_back_view import ReadBack
from dialogue_desk.ui.room.room_content import ReadAloud
from dialogue_desk.ui.room.room_screen import RoomScreen
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn

_HEIGHT_FOR_ALL = 500
"""The least height, in pixels at 100 % text, at which there is room for more than the notes and acts."""


class ReadBackStep(QWidget):
    """Shows the notes of a session, and puts them on the room display while a person wants that."""

    def __init__(self, desk: Desk, context: Context, room: RoomScreen) -> None:
        super().__init__()
        self._room = room
        self.view = ReadBack(desk, context, title=context.words.tr("Read back"), leads=False)
        self._words = context.words
        self._missing = Label(role="note")
        self.view.room_lines_changed.connect(self._show_in_room)
        room.closed.connect(self.view.clear_room)
        self._theme = context.theme
        self._scroll = ScrollColumn(context.theme, characters=0, edge=Space.BASE)
        self._scroll.body.setSpacing(Space.TIGHT)
        self._scroll.body.addWidget(self.view, 1)
        self._scroll.add(self._missing)
        column(self._scroll, gap=None, within=self)

    def show_folder(self, folder: SessionFolder) -> None:
        """Show the notes of a session; once the step is done, the next act is the one of the page."""
        step = next(one for one in closing_steps(folder) if one.step is CloseStep.READ_BACK)
        self.view.quiet = not step.is_open
        self.view.show_folder(folder)
        kinds = missing_kinds(folder, self._words)
        asked = self._words.tr("Asked for in a part and not heard there: {kinds}", kinds=", ".join(kinds))
        self._missing.setText(asked if kinds else "")
        self._missing.setToolTip("\n".join(asked_and_missing(folder, self._words)))
        self._fit()

    def take_focus(self) -> None:
        """Put the keyboard on the note that is read."""
        self.view.take_focus()
        self._scroll.ensureWidgetVisible(self.view.list)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def leave(self) -> None:
        """Save an edit that is under way, and take the notes off the room display."""
        self.view.leave()

    def _fit(self) -> None:
        """Hide what is not needed where there is little height, so that the notes have it."""
        room = self.height() >= self._theme.scaled(_HEIGHT_FOR_ALL)
        self._missing.setVisible(room and bool(self._missing.text()))
        self.view.show_all(on=room)

    def _show_in_room(self, lines: ReadAloud | None) -> None:
        self._room.show_lines(() if lines is None else lines)
        if lines is None:
            self._room.close()
        elif not self._room.is_open():
            self._room.open()
