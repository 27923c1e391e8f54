"""A box for one text of a guide, as high as its words; what it holds is undone by the editor."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from dialogue_desk.domain.model.text import TITLE_LETTERS, title_text
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.words import Words

_FRAME = 19
"""What the box needs beside its words, in pixels; with one less Qt lets them scroll by a line."""
LONGEST = 100_000
"""More characters than this are no text of a guide, and a window would freeze over them."""


class TextBox(QPlainTextEdit):
    """Tells ``typed(str)`` with each change a person makes.

    Enter tells ``entered``, unless it holds several ``lines``.  Backspace at the beginning of an empty box
    tells ``removal_wanted``, and Alt with an arrow ``move_wanted``.
    """

    most_lines = 40
    """A longer text scrolls in its box."""

    typed = Signal(str)
    entered = Signal()
    removal_wanted = Signal()
    move_wanted = Signal(int)
    more_pasted = Signal(tuple)
    """Further lines were pasted, each of which is a text of its own."""
    left = Signal()
    refused = Signal(str)
    """What is too long and was left out, as a sentence; "" when that is over."""

    def __init__(self, theme: AppTheme, words: Words, *, lines: bool = False) -> None:
        super().__init__()
        self._theme, self._words, self._lines, self._shown = theme, words, lines, ""
        self._fitting = False
        self.setTabChangesFocus(True)
        # Undo is the editor's: it knows what was done in every box, and where.
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._tell)
        # Qt may lay a paste out after it has told of it.
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        theme.changed.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """Return what is typed, to the character: ``toPlainText`` would change no-break spaces."""
        return self.document().toRawText().replace("\u2029", "\n")

    def show_text(self, text: str) -> None:
        """Show another text, without telling ``typed``; the same text leaves the cursor where it is."""
        if text == self._shown and text.strip() == self.text().strip():
            return
        self._shown = text
        place = self.textCursor().position()
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(blocked)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._fit()

    def go_to_end(self) -> None:
        """Put the keyboard behind the last letter."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alone = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._lines:
            self.entered.emit()
        elif key == Qt.Key.Key_Backspace and alone and not self.text():
            self.removal_wanted.emit()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and alt:
            self.move_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._scrolls():
            super().wheelEvent(event)
        else:
            event.ignore()  # the page scrolls

    def insertFromMimeData(self, source: QMimeData) -> None:
        if len(source.text()) + self.document().characterCount() > LONGEST:
            said = self._words.tr(
                "This is longer than {most} letters, so it was not pasted. Paste it in pieces.",
                most=self._words.number(LONGEST),
            )
            self.refused.emit(said)
            return
        pieces: Sequence[str] = source.text().splitlines()
        pieces = [line.strip() for line in pieces if line.strip()] if not self._lines else pieces
        if self._lines or len(pieces) < 2:
            self.insertPlainText("\n".join(pieces) if self._lines else " ".join(pieces))
            return
        self.insertPlainText(pieces[0])
        self.more_pasted.emit(tuple(pieces[1:]))

    def _tell(self) -> None:
        self._fit()
        self._shown = self.text()
        self.refused.emit("")
        self.typed.emit(self._shown)

    def _fit(self) -> None:
        # What is set here resizes the box, whose words may then take a line more or less, and so on.
        if self._fitting:
            return
        self._fitting = True
        bars, scrolls = Qt.ScrollBarPolicy, self._scrolls()
        self.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOn if scrolls else bars.ScrollBarAlwaysOff)
        tall = math.ceil(self._words_height(scrolls=scrolls)) + _FRAME
        if tall != self.height() or tall != self.minimumHeight():
            self.setFixedHeight(tall)
        self._fitting = False

    def _scrolls(self) -> bool:
        """Return whether the text is longer than the box may be."""
        return round(self.document().size().height()) > self.most_lines

    def _words_height(self, *, scrolls: bool) -> float:
        """Return how high the words are in the letters of their scripts, or those in sight of a long text."""
        margin, block = self.document().documentMargin(), self.document().begin()
        if scrolls:
            return self.most_lines * QFontMetrics(self._theme.font()).lineSpacing() + 2 * margin
        tall = margin  # the first block has the one above
        while block.isValid():
            tall += self.blockBoundingRect(block).height()
            block = block.next()
        return tall


class TitleBox(TextBox):
    """A box for a title: one line of so many letters, without marks that would turn the words around it.

    A longer one, which a file may bring, can only be made shorter.
    """

    most_lines = 10

    def insertFromMimeData(self, source: QMimeData) -> None:
        pasted = title_text(source.text()).strip()
        room = max(0, TITLE_LETTERS - len(self.text()) + len(self.textCursor().selectedText()))
        self.insertPlainText(pasted[:room])
        if len(pasted) > room:
            self._refuse()

    def _tell(self) -> None:
        typed, before = self.text(), self._shown
        too_long = len(typed) > max(TITLE_LETTERS, len(before))
        title = before if too_long else title_text(typed)
        if title != typed:
            place = self.textCursor().position() - len(typed) + len(title)
            self._shown = ""
            self.show_text(title)
            cursor = self.textCursor()
            cursor.setPosition(min(max(0, place), self.document().characterCount() - 1))
            self.setTextCursor(cursor)
        if too_long:
            self._refuse()
        else:
            super()._tell()

    def _refuse(self) -> None:
        said = self._words.tr(
            "A title has room for {most} letters. What is beyond was left out.", most=TITLE_LETTERS
        )
        self.refused.emit(said)
