"""The list of the notes of a session, worked with the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QListView

from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.key_press import sequences
from dialogue_desk.ui.notes.note_box import keep_from_shortcuts
from dialogue_desk.ui.widgets.note_list import NoteList

_LEAST = 40
"""The least height of the list, where everything else needs the room."""


class SessionNotesList(NoteList):
    """A list whose own keys act on the selected notes, and come before the window's.

    Scrolled to its end, it stays at its end when notes are added.  ``menu_wanted`` carries the place on the
    screen at which a menu for the selected notes should open.
    """

    menu_wanted = Signal(QPoint)

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, context.words.tr("Today's notes"))
        self.keys = Actions(context.theme, self, context.keys)
        self._declared: list[QAction] = []
        self._at_end = True
        self._fresh = ""
        bar = self.verticalScrollBar()
        bar.actionTriggered.connect(lambda _: self._remember_at_end())
        bar.rangeChanged.connect(lambda _least, most: bar.setValue(most) if self._at_end else None)

    def declare(self, action: Action, run: Callable[[], object], *, listed: bool = True) -> QAction:
        """Bind keys of the list to ``run``, and return the action for menus.

        One that is not ``listed`` is left out of the sheet of keys, where the window lists the same keys.
        """
        live = self.keys.add(action, run, listed=listed)
        live.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        live.setShortcutVisibleInContextMenu(True)
        self._declared.append(live)
        return live

    def command(self, event: QKeyEvent) -> QAction | None:
        """Return the action of a key, or None when the key or the selection has none."""
        if not self.at():
            return None
        typed = sequences(event)
        bound = (one for one in self._declared if one.isEnabled() and typed & set(one.shortcuts()))
        return next(bound, None)

    def at(self) -> tuple[str, ...]:
        """Return the ids of the selected rows, or of the current row when none is selected."""
        return self.chosen() or tuple(filter(None, [self.current_id()]))

    def marks_chosen(self) -> bool:
        """Mark a single note only while the keyboard is in the list, because it would look like several."""
        return self.hasFocus() or len(self.chosen()) > 1

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _LEAST)

    def show_end(self) -> None:
        """Scroll to the newest notes."""
        self._at_end = True
        self.scrollToBottom()

    def bring_into_view(self, row_id: str) -> None:
        """Scroll to a note without selecting it; it becomes current when the keyboard comes here next."""
        self._fresh = row_id
        for number, row in enumerate(self.rows()):
            if row.id == row_id:
                self._at_end = number == len(self.rows()) - 1
                self.scrollTo(self.model().index(number, 0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the note that was brought into view last, or else at the newest."""
        came = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if came and self._fresh and len(self.chosen()) < 2:
            self.go_to(self._fresh)
        elif not self.current_id() and self.rows():
            self.go_to(self.rows()[-1].id)
        self._fresh = ""
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        self._remember_at_end()

    def event(self, event: QEvent) -> bool:
        return keep_from_shortcuts(event, self.command) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self.command(event)
        if command is not None:
            command.trigger()
        elif event.key() == Qt.Key.Key_Space:
            QListView.keyPressEvent(self, event)  # it selects; Enter opens
        elif event.key() == Qt.Key.Key_Escape and len(self.chosen()) > 1:
            self.setCurrentIndex(self.currentIndex())
        else:
            super().keyPressEvent(event)
        self._remember_at_end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        self.menu_wanted.emit(event.globalPos() if by_mouse else self.menu_place())

    def menu_place(self) -> QPoint:
        """Return the place on the screen under the current row."""
        rect = self.visualRect(self.currentIndex()).intersected(self.viewport().rect())
        corner = rect.bottomRight() if self.isRightToLeft() else rect.bottomLeft()
        return self.viewport().mapToGlobal(corner)

    def _remember_at_end(self) -> None:
        bar = self.verticalScrollBar()
        self._at_end = bar.sliderPosition() >= bar.maximum()
