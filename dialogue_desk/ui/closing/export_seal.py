"""How a package is sealed: to the organizer's key without a question, or by a passphrase, or not at all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dialogue_desk.exchange.sealing import NOT_SEALED, Seal, Strength, strength_of
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import Words


class SealChoice(QWidget):
    """``changed`` tells that it would be sealed otherwise now."""

    changed = Signal()

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__()
        self._words = words
        self._silent = NOT_SEALED
        self._told = Label()
        told = QWidget()
        line = QHBoxLayout(told)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.SNUG)
        line.addWidget(IconView(theme, "check", side=18), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._told, 1)
        self._to_a_key = told
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
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(Space.TIGHT)
        for piece in (self._first_field, self._strength, self._again_field, self.shown):
            asked.addWidget(piece)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        for widget in (Section(words.tr("Sealed")), self._to_a_key, self._fault, self.wanted, self._asked):
            column.addWidget(widget)
        self.wanted.toggled.connect(self._set_wanted)
        self.shown.toggled.connect(self._show_letters)
        for box in (self.first, self.again):
            box.textChanged.connect(self._typed)
        self._show_letters(False)
        self.show_key(NOT_SEALED, "")

    def show_key(self, silent: Seal, program: str, *, unusable: bool = False) -> None:
        """Show how it is sealed without a question: not at all, where there is no key.

        Args:
            silent: the seal.
            program: the name of the program whose key it is.
            unusable: whether the program names a key that is none.
        """
        self._silent = silent
        self._told.setText(
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
        self._to_a_key.setVisible(bool(silent))
        self._fault.setVisible(unusable)
        self.wanted.setVisible(not silent)
        self._asked.setVisible(not silent and self.wanted.isChecked())

    def seal(self) -> Seal | None:
        """Return how it is to be sealed; nothing, and say so, when the passphrase is not one yet."""
        if self._silent:
            return self._silent
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
        """Forget what was typed."""
        self.first.clear()
        self.again.clear()
        self.shown.setChecked(False)
        self.wanted.setChecked(False)

    def forget(self) -> None:
        """Forget the passphrase, and go on wanting one."""
        self.first.clear()
        self.again.clear()

    def _set_wanted(self, on: bool) -> None:
        self._asked.setVisible(on)
        if on:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _typed(self) -> None:
        text = self.first.text()
        said = {
            Strength.NONE: "",
            Strength.WEAK: self._words.tr("Weak: someone who tries could guess it within days."),
            Strength.FAIR: self._words.tr("Fair. One or two more words would make it strong."),
            Strength.STRONG: self._words.tr("Strong."),
        }
        self._strength.setText(said[strength_of(text)])
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
