"""Asks for the passphrase of sealed files: once for all of them, and again for those it does not open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.domain.model.text import normalized, safe_in_sentence
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import Words

_MOST_NAMED = 6


class PassphraseSheet(SheetDialog):
    """``typed`` tells the passphrase; closing the sheet in another way leaves the files out.

    ``wrong`` says that the passphrase typed before opens none of them.
    """

    typed = Signal(str)

    def __init__(
        self,
        names: Sequence[str],
        theme: AppTheme,
        words: Words,
        window: QWidget | None = None,
        *,
        wrong: bool = False,
    ) -> None:
        super().__init__(theme, words.tr("Sealed with a passphrase"), window)
        self._words = words
        sentence = words.ntr(
            "This file opens with a passphrase. The person who sealed it knows it.",
            "These {count} files open with a passphrase. The person who sealed them knows it. "
            "The passphrase you type is tried on all of them.",
            len(names),
        )
        self.column.add(Label(sentence))
        self.column.add(*(Label(safe_in_sentence(name), "strong") for name in names[:_MOST_NAMED]))
        more = len(names) - _MOST_NAMED
        if more > 0:
            self.column.add(Label(words.ntr("and {count} more", "and {count} more", more), "note"))
        self.box = QLineEdit()
        self.box.setEchoMode(QLineEdit.EchoMode.Password)
        self.field = Field(words.tr("Passphrase"), self.box, words.tr("Capital letters and spaces count."))
        self.seen = Tick(theme, words.tr("Show what I type"))
        self.seen.toggled.connect(self._show_letters)
        self.column.add(self.field, self.seen, STRETCH)
        if wrong:
            self.field.show_error(
                words.tr("That passphrase does not open it. Type it again, or skip the file.")
            )
        self.add_button(words.tr("Skip"), self.reject, weight=Weight.QUIET)
        self.foot.addStretch(1)
        self.add_button(words.tr("Open"), self._open, weight=Weight.PRIMARY).setDefault(True)
        self.box.setFocus()

    def _show_letters(self, on: bool) -> None:
        self.box.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    def _open(self) -> None:
        passphrase = normalized(self.box.text())
        if not passphrase:
            self.field.show_error(self._words.tr("Type the passphrase, or skip the file."))
            self.box.setFocus()
            return
        self.accept()
        self.typed.emit(passphrase)
