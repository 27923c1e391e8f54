"""The box in which notes are typed: Enter saves, Shift+Enter begins a line, every other key is for typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

_ELSEWHERE = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_LONGEST_MARK = 80


class NoteBox(QPlainTextEdit):
    """Plain text of any length and script.

    While it is empty, Undo and Redo are the window's: they take back what was saved.
    """

    entered = Signal()
    escaped = Signal()
    theme_typed = Signal(str)
    """The beginning of a theme's name as it stands before the cursor, or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._tell_theme)
        self.cursorPositionChanged.connect(self._tell_theme)
        self._typed = self._offered = ""

    def text(self) -> str:
        """Return what is typed, to the character: ``toPlainText`` would change spaces that do not break."""
        return self.document().toRawText().replace("\u2029", "\n")

    def typed_theme(self) -> str:
        """Return the mark of a theme, ``#`` included, that is being typed; or nothing."""
        cursor = self.textCursor()
        line = _units(cursor.block().text(), cursor.positionInBlock())[-_LONGEST_MARK:]
        mark = line.rsplit(maxsplit=1)[-1] if line and not line[-1].isspace() else ""
        return mark if mark.startswith("#") else ""

    def offer(self, mark: str) -> None:
        """Let Tab complete the theme being typed to ``mark``; where there is none, Tab leaves the box."""
        self._offered = mark

    def complete(self, mark: str) -> None:
        """Put ``mark`` in the place of the one being typed."""
        cursor = self.textCursor()
        begun = len(self.typed_theme().encode("utf-16-le")) // 2
        cursor.setPosition(cursor.position() - begun, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(mark + " ")
        self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._is_for_the_window(event):
                event.ignore()
                return False
            if not event.modifiers() & _ELSEWHERE and not _is_function_key(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        elif enter:
            self.insertPlainText("\n")
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif self._is_for_the_window(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002
        if next and self._offered:
            self.complete(self._offered)
            return True
        return super().focusNextPrevChild(next)

    def _is_for_the_window(self, event: QKeyEvent) -> bool:
        undoing = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        return undoing and self.document().isEmpty()

    def _tell_theme(self) -> None:
        typed = self.typed_theme()
        if typed != self._typed:
            self._typed = typed
            self.theme_typed.emit(typed)


def _is_function_key(event: QKeyEvent) -> bool:
    return Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35


def _units(text: str, count: int) -> str:
    """Return the beginning of ``text`` that Qt counts as ``count`` characters."""
    return text.encode("utf-16-le")[: 2 * count].decode("utf-16-le", "ignore")
