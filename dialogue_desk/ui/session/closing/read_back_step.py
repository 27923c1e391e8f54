"""Reading back as a step of the close, with a wall of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.session_folder import SessionFolder
from dialogue_desk.ui.room.screen import RoomScreen
from dialogue_desk.ui.session.read_back import ReadBack
from dialogue_desk.ui.surroundings import Surroundings
from dialogue_desk.ui.theme import Space
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.column import Column
from dialogue_desk.ui.widgets.label import Label


class ReadBackStep(QWidget):
    """The notes of the evening, and the wall while a person wants them there."""

    def __init__(self, desk: Desk, around: Surroundings, room: RoomScreen) -> None:
        super().__init__()
        self._room = room
        self.view = ReadBack(desk, around, weight=Weight.NORMAL)
        self.view.on_wall.connect(self._show_on_wall)
        room.closed.connect(self.view.take_off_wall)
        scroll = Column(around.theme, characters=0)
        scroll.body.setSpacing(Space.SNUG)
        scroll.add(Label(around.words.tr("Read back"), "title"))
        scroll.body.addWidget(self.view, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def show_folder(self, folder: SessionFolder) -> None:
        """Show the notes of a session."""
        self.view.show_folder(folder)

    def take_focus(self) -> None:
        """Put the keyboard on the note that is read."""
        self.view.take_focus()

    def leave(self) -> None:
        """Keep what was mended, and take the notes off the wall."""
        self.view.leave()

    def _show_on_wall(self, lines: tuple[str, ...] | None) -> None:
        if lines is None:
            self._room.show_lines(())
            self._room.close()
            return
        self._room.show_lines(lines)
        if not self._room.is_open():
            self._room.open()
