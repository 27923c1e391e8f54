"""Keep, replace, blank: the answers to one find, and the words that take its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.domain.model.text import normalized
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.tick import Tick


class PrivacyAnswers(QWidget):
    """The buttons under a find.  ``replaced`` tells the words that are to stand in its place."""

    kept = Signal()
    replaced = Signal(str)
    blanked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        theme, tr = context.theme, context.words.tr
        self._words = context.words
        self._offered = ""
        self.keep = Button(theme, tr("Keep (K)"), icon="check")
        self.replace = Button(theme, tr("Replace… (R)"), icon="redo")
        self.blank = Button(theme, tr("Blank (B)"), icon="close")
        self.keep.clicked.connect(self.kept)
        self.replace.clicked.connect(self.ask_words)
        self.blank.clicked.connect(self.blanked)
        self.everywhere = Tick(theme, "")
        self.box = LineBox()
        self.box.returnPressed.connect(self._replace)
        self.box.escaped.connect(self._put_away)
        self._field = Field(tr("What should it say instead?"), self.box)
        self._done = Button(theme, tr("Replace"), weight=Weight.PRIMARY)
        self._done.clicked.connect(self._replace)
        self._anew = QWidget()
        anew = QHBoxLayout(self._anew)
        anew.setContentsMargins(0, 0, 0, 0)
        anew.setSpacing(Space.SNUG)
        anew.addWidget(self._field, 1)
        anew.addWidget(self._done, 0, Qt.AlignmentFlag.AlignBottom)
        buttons = flowing(self.keep, self.replace, self.blank)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SNUG)
        for widget in (self.everywhere, buttons, self._anew):
            column.addWidget(widget)
        self._anew.hide()

    def ask_about(self, places: int, offered: str, *, clash: bool) -> None:
        """Ask about another find.

        Args:
            places: in how many places the same words stand.
            offered: what took the place of the same words before.
            clash: whether a wording has to be chosen first, so that it can only be kept.
        """
        self._put_away()
        self._offered = offered
        self.everywhere.setChecked(places > 1)
        self.everywhere.show_text(
            self._words.ntr(
                "In the whole session: {count} place", "In the whole session: {count} places", places
            )
        )
        self.everywhere.setVisible(places > 1)
        for button in (self.replace, self.blank):
            button.setEnabled(not clash)

    def ask_words(self) -> None:
        """Ask for the words that are to stand there."""
        if self.replace.isEnabled():
            self.box.setText(self._offered)
            self.box.selectAll()
            self._field.show_error("")
            self._anew.show()
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def asking(self) -> bool:
        """Whether words are being typed."""
        return not self._anew.isHidden()

    def _put_away(self) -> None:
        if self.asking():
            had_focus = self.box.hasFocus() or self._done.hasFocus()
            self._anew.hide()
            if had_focus:
                self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _replace(self) -> None:
        words = normalized(self.box.text())
        if words.strip():
            self.replaced.emit(words)
        else:
            self._field.show_error(self._words.tr("Write the replacement, or choose Blank."))
