"""The texts of one sort below each other: Enter adds one, Backspace in an empty one removes it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desk.ui.editor.text_box import TextBox
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.words import Words


class TextRow(QWidget):
    """One text, and a button for what can be done with it.  ``kept`` says whether the guide has it."""

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__()
        self.box, self.kept, self.optional = TextBox(theme, words), False, False
        self.note = Label(words.tr("May be left out"), "note")
        self._refused = Label(role="error")
        for hidden in (self.note, self._refused):
            hidden.hide()
        self.box.refused.connect(self._refuse)
        self.more = Button(theme, words.tr("Actions"), weight=Weight.QUIET, icon="more", bare=True)
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is nothing to do with it yet
        top = Qt.AlignmentFlag.AlignTop
        text = column(self.box, self._refused, self.note, gap=Space.HAIR)
        row((text, 1), (self.more, 0, top), gap=Space.HAIR, within=self)

    def keep(self) -> None:
        """Be a text that the guide has."""
        self.kept = True
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_optional(self, *, on: bool) -> None:
        """Say whether the question may be left out."""
        self.optional = on
        self.note.setVisible(on)

    def _refuse(self, sentence: str) -> None:
        self._refused.setText(sentence)
        self._refused.setVisible(bool(sentence))


class TextList(QWidget):
    """Tells what a person does to the texts, by their places from 0.

    ``name`` is what they are ("Say"), ``add`` the words of the button that adds one.  A text that is emptied
    is deleted when its box is left, so that its translations are safe while it is written again.
    """

    changed = Signal(int, str)
    added = Signal(int, str)
    deleted = Signal(int)
    moved = Signal(int, int)
    let_out = Signal(int, bool)

    def __init__(
        self, theme: AppTheme, words: Words, name: str, add: str, hint: str = "", *, optional: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._words, self._name, self._optional = theme, words, name, optional
        self._whole = ""
        self.rows: list[TextRow] = []
        self._lines = column(gap=Space.TIGHT)
        self.add_button = Button(theme, add, weight=Weight.QUIET, icon="plus")
        self.add_button.clicked.connect(lambda: self.begin(len(self.rows)))
        heads = (Label(name, "strong"), *((Label(hint, "note"),) if hint else ()))
        column(*heads, self._lines, row(self.add_button, STRETCH), gap=Space.HAIR, within=self)

    def show_texts(self, texts: tuple[str, ...], optional: tuple[bool, ...] = ()) -> None:
        """Show these texts; boxes that stay keep the keyboard."""
        for line in [line for line in self.rows if not line.kept]:
            self._remove(line)
        while len(self.rows) > len(texts):
            self._remove(self.rows[-1])
        for place, text in enumerate(texts):
            line = self.rows[place] if place < len(self.rows) else self._make(place)
            line.keep()
            line.box.show_text(text)
            line.show_optional(on=bool(optional) and optional[place])
        self._name_all()

    def speak_of(self, whole: str) -> None:
        """Say in each name what the texts are of: several cards have texts of the same sorts."""
        if self._whole != whole:
            self._whole = whole
            named = self._words.tr("{what}: {name}", what=whole, name=self.add_button.text())
            self.add_button.setAccessibleName(named)
            self._name_all()

    def begin(self, place: int, text: str = "") -> None:
        """Begin a text at a place among the boxes, and put the keyboard there."""
        line = self._make(place)
        line.show()
        self._name_all()
        if text:
            line.box.setPlainText(text)
        line.box.go_to_end()

    def focus_on(self, place: int) -> None:
        """Put the keyboard into the text at a place, or on the button that adds one."""
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)].box.go_to_end()
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, place: int) -> TextRow:
        line = TextRow(self._theme, self._words)
        self.rows.insert(place, line)
        self._lines.insertWidget(place, line)
        line.box.typed.connect(partial(self._typed, line))
        line.box.entered.connect(partial(self._enter, line))
        line.box.removal_wanted.connect(partial(self._delete, line))
        line.box.move_wanted.connect(partial(self._move, line))
        line.box.more_pasted.connect(partial(self._paste, line))
        line.box.left.connect(partial(self._leave, line))
        line.more.clicked.connect(partial(self._open_menu, line))
        return line

    def _name_all(self) -> None:
        tr = self._words.tr
        what = tr("{what}: {name}", what=self._whole, name=self._name) if self._whole else self._name
        for place, line in enumerate(self.rows, 1):
            name = tr("{name}, {count} of {total}", name=what, count=place, total=len(self.rows))
            line.box.setAccessibleName(name)
            line.more.setAccessibleName(tr("Actions: {name}", name=name))

    def _place(self, line: TextRow) -> int:
        """Return the place of a text among those that the guide has."""
        return sum(1 for one in self.rows[: self.rows.index(line)] if one.kept)

    def _typed(self, line: TextRow, text: str) -> None:
        if not text.strip():
            return
        if line.kept:
            self.changed.emit(self._place(line), text)
        else:
            place = self._place(line)
            line.keep()
            self.added.emit(place, text)

    def _enter(self, line: TextRow) -> None:
        if line.box.text().strip():
            self.begin(self.rows.index(line) + 1)

    def _paste(self, line: TextRow, texts: tuple[str, ...]) -> None:
        for at, text in enumerate(texts, self.rows.index(line) + 1):
            self.begin(at, text)

    def _leave(self, line: TextRow) -> None:
        if line in self.rows and not line.box.text().strip():
            self._drop(line)

    def _delete(self, line: TextRow) -> None:
        place = self.rows.index(line)
        self._drop(line)
        self.focus_on(max(0, place - 1))

    def _drop(self, line: TextRow) -> None:
        place, kept = self._place(line), line.kept
        self._remove(line)
        self._name_all()
        if kept:
            self.deleted.emit(place)

    def _remove(self, line: TextRow) -> None:
        self.rows.remove(line)
        self._lines.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _move(self, line: TextRow, by: int) -> None:
        at = self.rows.index(line)
        if not line.kept or not 0 <= at + by < len(self.rows) or not self.rows[at + by].kept:
            return
        place = self._place(line)
        self.rows.insert(at + by, self.rows.pop(at))
        self._lines.removeWidget(line)
        self._lines.insertWidget(at + by, line)
        self._name_all()
        line.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.emit(place, place + by)

    def _open_menu(self, line: TextRow) -> None:
        tr, at, menu = self._words.tr, self.rows.index(line), QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Move up"), partial(self._move, line, -1)).setEnabled(at > 0)
        menu.addAction(tr("Move down"), partial(self._move, line, 1)).setEnabled(at < len(self.rows) - 1)
        if self._optional and line.kept:
            words = tr("Must be asked") if line.optional else tr("May be left out")
            menu.addAction(words, partial(self._let_out, line))
        menu.addAction(tr("Delete"), partial(self._delete, line))
        menu.popup(line.more.mapToGlobal(QPoint(0, line.more.height())))

    def _let_out(self, line: TextRow) -> None:
        line.show_optional(on=not line.optional)
        self.let_out.emit(self._place(line), line.optional)
