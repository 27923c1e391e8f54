"""The side of the run screen on which notes are written, and searched."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.domain.model.notes import Spread
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.notes_panel import NotesPanel
from dialogue_desk.ui.search.search_panel import SearchPanel
from dialogue_desk.ui.widgets.spoken_roles import SpokenAs


class NotesSide(QStackedWidget):
    """Shows the notes or, over them, the search; ``hit_wanted(session, note)`` asks for another session."""

    spoken_as = SpokenAs.GROUP
    hit_wanted = Signal(str, str)
    wanted = Signal()
    """A person works here: this side is to be in sight."""

    def __init__(self, desk: Desk, folders: Folders, context: Context, notes: NotesPanel) -> None:
        super().__init__()
        self.setAccessibleName(context.words.tr("Notes"))
        self._notes = notes
        self._folder: SessionFolder | None = None
        self._came_from: QWidget | None = None
        self.search = SearchPanel(desk, folders, context)
        self.search.closed.connect(self._close)
        self.search.hit_wanted.connect(self._open)
        self.addWidget(notes)
        self.addWidget(self.search)

    @property
    def searching(self) -> bool:
        """Whether the search is shown."""
        return self.currentWidget() is self.search

    def open_search(self, folder: SessionFolder) -> None:
        """Show the search in what the circle of this session said."""
        self.wanted.emit()
        if not self.searching:
            self._came_from = QApplication.focusWidget()
        self._folder = folder
        self.setCurrentWidget(self.search)
        self.search.start(folder.circle_id, folder.circle.code)

    def show_notes(self) -> None:
        """Hide the search, and leave the keyboard where it is."""
        self._came_from = None
        self.setCurrentWidget(self._notes)

    def show_note(self, note_id: str) -> None:
        """Put the keyboard on a note of the session that is shown."""
        self.wanted.emit()
        self.show_notes()
        self._notes.list.bring_into_view(note_id)
        self._notes.list.go_to(note_id)
        self._notes.list.setFocus()

    def write(self) -> None:
        """Put the keyboard where notes are written."""
        self.wanted.emit()
        self.show_notes()
        self._notes.focus_box()

    def choose_kind(self, kind: str) -> None:
        """Set the kind of the line that is being typed."""
        self.wanted.emit()
        self.show_notes()
        self._notes.note_input.choices.choose_kind(kind)

    def choose_spread(self, spread: Spread) -> None:
        """Set how widely the line that is being typed was held."""
        self.wanted.emit()
        self._notes.note_input.choices.choose_spread(spread)

    def choose_next_option(self) -> None:
        """Have the line that is being typed be about the next option of its part."""
        self.wanted.emit()
        self._notes.note_input.choices.choose_next_option()

    def choose_earlier(self) -> None:
        """Show the earlier parts that the line can be put under."""
        self.wanted.emit()
        self._notes.note_input.choices.open_earlier()

    def _close(self) -> None:
        came_from = self._came_from
        self.show_notes()
        if came_from is not None and came_from.isVisible():
            came_from.setFocus()
        else:
            self._notes.focus_box()

    def _open(self, session_id: str, note_id: str) -> None:
        if self._folder is not None and session_id == self._folder.id:
            self.show_note(note_id)
        else:
            self.hit_wanted.emit(session_id, note_id)
