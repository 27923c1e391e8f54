"""The box in which notes are typed: Enter saves, Shift+Enter begins a line, most other keys type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit

from dialogue_desk.domain.notes.shorthand import LONGEST_THEME, SPREADS, THEME_SIGNS
from dialogue_desk.ui.core.key_places import COMMAND_MODIFIERS
from dialogue_desk.ui.core.mac_keys import ON_MAC
from dialogue_desk.ui.widgets.utf16 import utf16_length, utf16_prefix, utf16_rest

_LONGEST_MARK = LONGEST_THEME + 1
_LONGEST_PIECE = 1_000
_CONTINUES = QTextFormat.Property.UserProperty
"""A block with this property continues the line of the block before it."""


class NoteBox(QPlainTextEdit):
    """A box for plain text of any length and script.

    While it is empty, Undo and Redo belong to the window, where they undo what was saved.  Page keys do where
    the page has a use for them.  A long line is held in pieces, because Qt lays out a whole line with each
    key; ``text`` returns it in one.
    """

    entered = Signal()
    escaped = Signal()
    theme_typed = Signal(str)
    """Carries the mark of a theme that is being typed, or "" when none is."""
    turned = Signal(int)
    """Carries how many places an arrow moves among the offered themes."""
    dismissed = Signal()
    """A person does not want the offered themes."""

    def __init__(self, *, mac: bool = ON_MAC) -> None:
        super().__init__()
        self._mac = mac
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._announce_theme)
        self.cursorPositionChanged.connect(self._announce_theme)
        self._typed = self._offered = ""
        self._picked = self._in_pieces = False
        self.composing = False
        """Whether an input method has begun a word: Enter then chooses it and saves nothing."""

    def text(self) -> str:
        """Return what is typed, to the character: ``toPlainText`` would change no-break spaces."""
        if not self._in_pieces:
            return self.document().toRawText().replace("\u2029", "\n")
        return self._text_between(0, self.document().characterCount() - 1)

    def setPlainText(self, text: str) -> None:
        """Replace what is in the box with ``text``, of any length."""
        if max(map(len, text.split("\n"))) <= _LONGEST_PIECE:
            super().setPlainText(text)
            return
        super().clear()
        self._insert(text)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def clear(self) -> None:
        super().clear()
        self._in_pieces = False

    def typed_theme(self) -> str:
        """Return the mark of a theme that is being typed, with its ``#``, or "" when none is."""
        cursor = self.textCursor()
        line = utf16_prefix(cursor.block().text(), cursor.positionInBlock())[-_LONGEST_MARK:]
        mark = line.rsplit(maxsplit=1)[-1] if line and not line[-1].isspace() else ""
        return mark if mark[:1] in THEME_SIGNS else ""

    def type_sign(self, sign: str) -> None:
        """Type ``sign`` where it is read: that of a kind before the line, the others where a person types."""
        cursor = self.textCursor()
        if sign[:1] not in THEME_SIGNS and sign not in SPREADS:
            cursor.movePosition(QTextCursor.MoveOperation.Start)
        elif (
            cursor.positionInBlock()
            and not utf16_prefix(cursor.block().text(), cursor.positionInBlock())[-1].isspace()
        ):
            sign = f" {sign}"
        cursor.insertText(sign)

    def offer(self, mark: str, *, picked: bool = False) -> None:
        """Let Tab complete the theme being typed to ``mark``; where that is empty, Tab leaves the box.

        A mark that was ``picked`` with the arrows is completed by Enter, too.
        """
        self._offered, self._picked = mark, picked

    def complete(self, mark: str) -> None:
        """Replace the word that is being typed with ``mark``."""
        cursor = self.textCursor()
        end = cursor.position()
        rest = utf16_rest(cursor.block().text(), cursor.positionInBlock())
        word = rest.split(maxsplit=1)[0] if rest and not rest[0].isspace() else ""
        spaced = bool(rest[len(word) :])
        cursor.setPosition(end - utf16_length(self.typed_theme()))
        cursor.setPosition(end + utf16_length(word), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(mark if spaced else mark + " ")
        if spaced:
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        overrides = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if overrides and (self._is_for_the_window(event) or _is_for_the_page(event, mac=self._mac)):  # type: ignore[arg-type]
            event.ignore()
            return False
        return keep_from_shortcuts(event, partial(_types, mac=self._mac)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        arrows = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if enter and self.composing:
            QGuiApplication.inputMethod().commit()
        elif enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if self._picked:
                self.complete(self._offered)
            else:
                self.entered.emit()
        elif enter:
            self.textCursor().insertBlock(QTextBlockFormat())
            self.ensureCursorVisible()
        elif self._offered and event.key() in arrows and not event.modifiers() & COMMAND_MODIFIERS:
            self.turned.emit(arrows[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            (self.dismissed if self._offered else self.escaped).emit()
        elif self._is_for_the_window(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002
        if next and self._offered:
            self.complete(self._offered)
            return True
        return super().focusNextPrevChild(next)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self._insert(source.text())
            self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        chosen, copied = self.textCursor(), QMimeData()
        copied.setText(self._text_between(chosen.selectionStart(), chosen.selectionEnd()))
        return copied

    def _insert(self, text: str) -> None:
        cursor, continuation = self.textCursor(), QTextBlockFormat()
        continuation.setProperty(_CONTINUES, True)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
            if number:
                cursor.insertBlock(QTextBlockFormat())
            for place in range(0, len(line), _LONGEST_PIECE):
                if place:
                    cursor.insertBlock(continuation)
                    self._in_pieces = True
                cursor.insertText(line[place : place + _LONGEST_PIECE])
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _text_between(self, start: int, end: int) -> str:
        return "".join(self._pieces(start, end))

    def _pieces(self, start: int, end: int) -> Iterator[str]:
        block: QTextBlock = self.document().findBlock(start)
        while block.isValid() and block.position() <= end:
            begins = block.position()
            if begins > start and not block.blockFormat().hasProperty(_CONTINUES):
                yield "\n"
            yield utf16_rest(utf16_prefix(block.text(), end - begins), max(start - begins, 0))
            block = block.next()

    def _is_for_the_window(self, event: QKeyEvent) -> bool:
        undoing = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        return undoing and self.document().isEmpty()

    def _announce_theme(self) -> None:
        typed = self.typed_theme()
        if typed != self._typed:
            self._typed = typed
            self.theme_typed.emit(typed)


def keep_from_shortcuts(event: QEvent, wanted: Callable[[QKeyEvent], object]) -> bool:
    """Keep a key that the focused widget wants from being a shortcut, and return whether it is kept."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if kept := bool(wanted(event)):
        event.accept()
    return kept


def _is_for_the_page(event: QKeyEvent, *, mac: bool) -> bool:
    """Whether a key turns pages, as a remote does wherever the cursor is, or chooses a kind on a Mac."""
    key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
        return not held
    # By itself a box on a Mac moves the cursor with these.
    return mac and bool(held & Qt.KeyboardModifier.MetaModifier) and key < 0x100 and chr(key).isalnum()


def _types(event: QKeyEvent, *, mac: bool) -> bool:
    held, modifiers = event.modifiers(), Qt.KeyboardModifier
    # Option types á, ñ, # or @ on a Mac.
    commands = COMMAND_MODIFIERS & ~modifiers.AltModifier if mac else COMMAND_MODIFIERS
    # With Alt and the number pad, Windows types a character by its number.
    by_number = held & modifiers.AltModifier and held & modifiers.KeypadModifier
    return bool(by_number) or not (held & commands or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35)
