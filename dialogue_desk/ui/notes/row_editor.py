"""One note, typed over in its place in the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout

from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.notes.typed_line import EditedLine
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.note_box import NoteBox
from dialogue_desk.ui.notes.theme_completer import ThemeOffers
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.utf16 import utf16_length, utf16_prefix

_FEWEST_LINES, _MOST_LINES = 2, 9

CommandForKey = Callable[[QKeyEvent], QAction | None]


class InlineEditor(Card):
    """Tells ``saved``, ``split_wanted`` or ``left``; what is typed stays until it is told to go.

    Args:
        around: the window's surroundings.
        keys: what a key pressed with Alt does to the note while it is typed over.
    """

    saved = Signal()
    split_wanted = Signal()
    left = Signal()
    resized = Signal()

    def __init__(self, context: Context, keys: CommandForKey) -> None:
        super().__init__("card", edge=Space.TIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._context = context
        self._opened = ""
        theme, tr = context.theme, context.words.tr
        self._head = Label(role="accent")
        self.box = _Box(keys)
        self._hint = Label(role="fine")
        self.save_button = Button(theme, tr("Save"))
        self.leave_button = Button(theme, tr("Cancel"), weight=Weight.QUIET)
        self.save_button.clicked.connect(self.saved)
        self.leave_button.clicked.connect(self.left)
        self.box.entered.connect(self.saved)
        self.box.escaped.connect(self.left)
        self.box.split_wanted.connect(self.split_wanted)
        self.offers = ThemeOffers(context, self)
        self.offers.serve(self.box, self.window)
        self.box.textChanged.connect(self._fit)
        foot = QHBoxLayout()
        foot.setSpacing(Space.HAIR)
        foot.addWidget(self._hint, 100)
        foot.addStretch(1)
        foot.addWidget(self.leave_button)
        foot.addWidget(self.save_button)
        self.column.setSpacing(Space.HAIR)
        self.column.addWidget(self._head)
        self.column.addWidget(self.box)
        self.column.addLayout(foot)
        self._hint.setText(tr("Enter saves, Esc cancels, Ctrl+Enter splits it here."))
        theme.changed.connect(self._fit)

    def open_line(self, line: str, words: str, label: str, themes: Sequence[str]) -> None:
        """Begin with ``line``, the cursor after its ``words``; ``themes`` are offered for completion."""
        self.offers.show_themes(themes)
        self.offers.rest()
        self.show_label(label)
        self.box.setPlainText(line)
        self._opened = self.box.text()
        cursor = self.box.textCursor()
        if line.startswith(words):
            cursor.setPosition(utf16_length(words))
        else:
            cursor.movePosition(QTextCursor.MoveOperation.End)
        self.box.setTextCursor(cursor)
        self._fit()

    def show_label(self, label: str) -> None:
        """Say what the note is, as the list does."""
        self._head.setText(label)
        self.box.setAccessibleName(self._context.words.tr("Edit: {note}", note=label))
        self.box.setAccessibleDescription(self._hint.text())

    def typed(self, *, cut: bool = False) -> EditedLine:
        """Return what is typed; with ``cut``, to be split at the cursor."""
        text = self.box.text()
        place = len(normalized(text[: self.box.place()])) if cut else None
        return EditedLine(normalized(self._opened), normalized(text), place)

    def touched(self) -> bool:
        """Whether anything was typed."""
        return self.box.text() != self._opened

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.offers.rest()

    def _fit(self) -> None:
        if self.box.fit():
            self.resized.emit()


class _Box(NoteBox):
    """Grows with what is typed."""

    split_wanted = Signal()

    def __init__(self, keys: CommandForKey) -> None:
        super().__init__()
        self._keys = keys
        self._lines = 0

    def place(self) -> int:
        """Return how many characters of ``text`` stand before the cursor.

        Counted without line ends, for the box may break a long line where the text has none.
        """
        before = utf16_prefix(self.document().toRawText(), self.textCursor().position())
        left = len(before.replace("\u2029", ""))
        for place, letter in enumerate(text := self.text()):
            if not left:
                return place
            left -= letter != "\n"
        return len(text)

    def fit(self) -> bool:
        """Take the height of the lines there are, and return whether that is another height."""
        lines = max(_FEWEST_LINES, min(_MOST_LINES, int(self.document().size().height())))
        margins = self.contentsMargins()
        context = (
            int(2 * self.document().documentMargin()) + margins.top() + margins.bottom() + 2 * Space.TIGHT
        )
        tall = lines * self.fontMetrics().lineSpacing() + context
        if tall == self.minimumHeight():
            return False
        self.setFixedHeight(tall)
        return True

    def sizeHint(self) -> QSize:
        return QSize(160, self.minimumHeight())

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._command(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.split_wanted.emit()
        elif (command := self._command(event)) is not None:
            command.trigger()
        else:
            super().keyPressEvent(event)

    def _command(self, event: QKeyEvent) -> QAction | None:
        return self._keys(event) if event.modifiers() & Qt.KeyboardModifier.AltModifier else None
