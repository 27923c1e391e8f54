"""The whole window when the desk cannot be opened: what happened, what was kept, what to do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.ui.core.error_sentence import error_sentence
from dialogue_desk.ui.core.prompts import FileKind, UserPrompts
from dialogue_desk.ui.core.show_events import reporting_errors
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.words import Words


class TroublePage(QWidget):
    """Says why the desk at ``path`` is not shown, and offers the ways on.

    A desk that is open elsewhere, of which the ``error`` is that it is locked, can be read.
    """

    retry_wanted = Signal()
    read_only_wanted = Signal()
    file_chosen = Signal(object)
    """The desk file at this ``Path`` is to be opened, or made."""
    left = Signal()

    def __init__(
        self, error: BaseException, path: Path, theme: AppTheme, words: Words, prompts: UserPrompts
    ) -> None:
        super().__init__()
        self._path, self._words, self._prompts = path, words, prompts
        title, sentence = words.tr("Your desk could not be opened"), error_sentence(error, words)
        locked = isinstance(error, DeskTrouble) and error.trouble is Trouble.LOCKED
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        text = ScrollColumn(theme, centred=True, edge=Space.VAST)
        text.body.setSpacing(Space.BASE)
        text.body.addStretch(1)
        text.body.addWidget(IconView(theme, "warning", 40), 0, Qt.AlignmentFlag.AlignLeft)
        text.add(Label(title, "title"), Label(sentence))
        read = [(Button(theme, words.tr("Open it (read only)")), self.read_only_wanted)]
        offered = [
            (Button(theme, words.tr("Try again"), weight=Weight.PRIMARY), self.retry_wanted),
            *(read if locked else []),
            (Button(theme, words.tr("Choose another file")), self._ask_for_another_desk),
            (Button(theme, words.tr("Start a new desk")), self._ask_for_a_new_desk),
            (Button(theme, words.tr("Quit"), weight=Weight.QUIET), self.left),
        ]
        self.buttons = [button for button, _ in offered]
        for button, press in offered:
            button.clicked.connect(press)
        text.body.addSpacing(Space.TIGHT)
        text.add(flowing(*self.buttons, gap=Space.SNUG), 2 * STRETCH)
        column(text, gap=None, within=self)

    @reporting_errors
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.buttons[0].setFocus()

    def _ask_for_another_desk(self) -> None:
        title = self._words.tr("Choose a desk file")
        self._prompts.open_files(title, (self._desk_files(),), lambda files: self.file_chosen.emit(files[0]))

    def _ask_for_a_new_desk(self) -> None:
        name = self._path.with_stem(f"{self._path.stem}-2").name
        title = self._words.tr("Name a new desk file")
        self._prompts.save_to(title, name, self._desk_files(), self.file_chosen.emit)

    def _desk_files(self) -> FileKind:
        return FileKind(self._words.tr("Desk files"), (".db",))
