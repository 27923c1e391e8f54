"""A sheet with one long text, to be read and copied but not changed."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words import Words

_HIGH = 420
"""How high the text is where the window has room, in pixels at 100 % text."""
_LEAST = 160


class ReadingSheet(SheetDialog):
    """Shows ``text`` under ``title`` and a sentence about it; the keyboard is on the text.

    ``close`` closes the sheet; other buttons go before it.
    """

    def __init__(
        self, theme: AppTheme, words: Words, title: str, said: str, window: QWidget | None = None
    ) -> None:
        super().__init__(theme, title, window, wide=True, characters=0)
        self.said = Label(said, "muted")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(title)
        self.let_scroll(self.text, _LEAST, _HIGH)
        self.column.add(self.said, (self.text, 1))
        self.foot.addStretch(STRETCH)
        self.close_button: Button = self.add_button(words.tr("Close"), self.accept, weight=Weight.NORMAL)
        self.text.setFocus()

    def show_text(self, text: str) -> None:
        """Show a text from its beginning."""
        self.text.setPlainText(text)
