"""Asks for a new passphrase: typed twice, or made of words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.desk.leaving.passphrases import word_passphrase
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.exchange.sealing import Strength, strength_of
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import Words

_NOTHING = "\u00a0"
"""As tall as a line."""


class NewPassphrase(QWidget):
    """Two fields for a passphrase, what it is worth, and a button that makes one of words.

    ``hint`` says who needs it.  Emits ``typed()`` when something is typed in it.
    """

    typed = Signal()

    def __init__(self, theme: AppTheme, words: Words, hint: str) -> None:
        super().__init__()
        self._words = words
        self.first, self.again = QLineEdit(), QLineEdit()
        self.shown = Tick(theme, words.tr("Show what I type"))
        self.make = Button(theme, words.tr("Make a passphrase of words"), weight=Weight.QUIET)
        self._first_field = Field(words.tr("Passphrase"), self.first, hint)
        self._again_field = Field(words.tr("Type the passphrase again"), self.again)
        self._strength, self._made = Label(_NOTHING, "note"), Label(role="note")
        self._made.hide()
        # Its line has its room from the first, so that no button moves away under the pointer.
        room = self._strength.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self._strength.setSizePolicy(room)
        asked = (self._first_field, self._strength, self._made, self._again_field)
        column(*asked, flowing(self.shown, self.make, gap=Space.WIDE), gap=Space.TIGHT, within=self)
        self.shown.toggled.connect(self._show_letters)
        self.make.clicked.connect(self._make)
        for box in (self.first, self.again):
            box.textChanged.connect(self._on_typed)
        self.setFocusProxy(self.first)
        self._show_letters(False)

    def passphrase(self, missing: str) -> str:
        """Return the passphrase, or "" with an error shown: ``missing`` when there is none."""
        first, again = normalized(self.first.text()), normalized(self.again.text())
        self._first_field.show_error("" if first else missing)
        differ = self._words.tr("The two passphrases do not match. Type it again here.")
        self._again_field.show_error("" if first == again else differ)
        if first and first == again:
            return first
        (self.again if first else self.first).setFocus()
        return ""

    def forget(self) -> None:
        """Clear the passphrase."""
        self.first.clear()
        self.again.clear()
        self._made.hide()

    def _make(self) -> None:
        made = word_passphrase(self._words.language)
        self.shown.setChecked(True)
        self.first.setText(made)
        self.again.setText(made)
        self._made.setText(
            self._words.tr(
                "Write these words down now, and keep them apart from the file. Nobody can look them up."
            )
        )
        self._made.show()
        self.first.setFocus()

    def _on_typed(self) -> None:
        text = self.first.text()
        sentences = {
            Strength.NONE: _NOTHING,
            Strength.WEAK: self._words.tr("Weak: someone who tries could guess it within days."),
            Strength.FAIR: self._words.tr("Fair. One or two more words would make it strong."),
            Strength.STRONG: self._words.tr("Strong."),
        }
        self._strength.setText(sentences[strength_of(text)])
        self._strength.setVisible(bool(text))
        for field in (self._first_field, self._again_field):
            if field.error():
                field.show_error("")
        if text:
            self.typed.emit()

    def _show_letters(self, on: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        self.first.setEchoMode(mode)
        self.again.setEchoMode(mode)
        self._strength.setVisible(bool(self.first.text()))
