"""How a package is sealed: with the organizer's key, with a passphrase, or not at all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.exchange.sealing import NOT_SEALED, Seal, Strength, strength_of
from dialogue_desk.ui.closing.export_contents import icon_line
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import Words


class SealChoice(QWidget):
    """Asks for a passphrase where there is no key.  Emits ``changed()`` when the seal changes."""

    changed = Signal()

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__()
        self._words = words
        self._key_seal = NOT_SEALED
        self._key_text = Label()
        self._key_line = icon_line(theme, "check", self._key_text)
        self._fault = Label(role="warn")
        self.wanted = Tick(theme, words.tr("Seal it with a passphrase"))
        self.first, self.again = QLineEdit(), QLineEdit()
        self.shown = Tick(theme, words.tr("Show what I type"))
        hint = words.tr(
            "A few words are easier to remember than many symbols. The passphrase is not saved "
            "anywhere. The person who opens the package needs it, so share it some other way, "
            "not on the USB stick."
        )
        self._first_field = Field(words.tr("Passphrase"), self.first, hint)
        self._again_field = Field(words.tr("Type the passphrase again"), self.again)
        self._strength = Label(role="note")
        self._asked = QWidget()
        asked = (self._first_field, self._strength, self._again_field, self.shown)
        column(*asked, gap=Space.TIGHT, within=self._asked)
        whole = (Section(words.tr("Sealed")), self._key_line, self._fault, self.wanted, self._asked)
        column(*whole, gap=Space.TIGHT, within=self)
        self.wanted.toggled.connect(self._set_wanted)
        self.shown.toggled.connect(self._show_letters)
        for box in (self.first, self.again):
            box.textChanged.connect(self._on_typed)
        self._show_letters(False)
        self.show_key(NOT_SEALED, "")

    def show_key(self, seal: Seal, program: str, *, unusable: bool = False) -> None:
        """Show that the package is sealed with a key, or offer a passphrase where there is none.

        Args:
            seal: the seal with the key of the program; ``NOT_SEALED`` without a key.
            program: the name of the program.
            unusable: whether the program has a key that is damaged.
        """
        self._key_seal = seal
        self._key_text.setText(
            self._words.tr(
                "Sealed with the key of “{program}”. Only its organizer can open it. You do not need "
                "a passphrase.",
                program=program,
            )
        )
        self._fault.setText(
            self._words.tr(
                "The key in the program file of “{program}” is damaged, so it cannot seal a package. "
                "Ask for the program file again, or use a passphrase for now.",
                program=program,
            )
        )
        self._key_line.setVisible(bool(seal))
        self._fault.setVisible(unusable)
        self.wanted.setVisible(not seal)
        self._asked.setVisible(not seal and self.wanted.isChecked())

    def seal(self) -> Seal | None:
        """Return the seal, or None with an error shown when the passphrase is missing or does not match."""
        if self._key_seal:
            return self._key_seal
        if not self.wanted.isChecked():
            return NOT_SEALED
        words = self._words
        first, again = self.first.text(), self.again.text()
        self._first_field.show_error("" if first else words.tr("Type a passphrase, or uncheck the box."))
        self._again_field.show_error(
            "" if first == again else words.tr("The two passphrases do not match. Type it again here.")
        )
        if not first or first != again:
            (self.again if first else self.first).setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return Seal(passphrase=first)

    def reset(self) -> None:
        """Clear everything that was typed or ticked."""
        self.forget()
        self.shown.setChecked(False)
        self.wanted.setChecked(False)

    def forget(self) -> None:
        """Clear the passphrase; one is still asked for."""
        self.first.clear()
        self.again.clear()

    def _set_wanted(self, on: bool) -> None:
        self._asked.setVisible(on)
        if on:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _on_typed(self) -> None:
        text = self.first.text()
        sentences = {
            Strength.NONE: "",
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
            self.changed.emit()

    def _show_letters(self, on: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        self.first.setEchoMode(mode)
        self.again.setEchoMode(mode)
        self._strength.setVisible(bool(self.first.text()))
