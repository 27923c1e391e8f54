"""The whole window when the desk cannot be opened: what happened, what was kept, what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.ui.core.error_sentence import error_sentence
from dialogue_desk.ui.core.prompts import FileKind, UserPrompts
from dialogue_desk.ui.core.show_events import reporting_errors
from dialogue_desk.ui.shell.file_requests import HandingOver
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.words import Words

Press: TypeAlias = Callable[[], object] | SignalInstance
"""What a button does."""


class DeskMessagePage(QWidget):
    """Fills the window when there is no desk to show: what happened, and the ways on."""

    retry_wanted = Signal()
    read_only_wanted = Signal()
    new_wanted = Signal()
    """A new desk is to be begun at the path, although there are copies."""
    restore_wanted = Signal(object)
    """The copy (a BackupCopy) that a person chose to go back to."""
    file_chosen = Signal(object)
    """The desk file at this ``Path`` is to be opened, or made."""
    report_wanted = Signal()
    """A person wants to tell those who fix the app what went wrong."""
    left = Signal()

    def __init__(self, theme: AppTheme) -> None:
        super().__init__()
        self._text = ScrollColumn(theme, centred=True, edge=Space.VAST)
        self._icon = IconView(theme, "warning", 40)
        self._said = Label(role="strong")
        self._said.hide()
        self.buttons: list[Button] = []

    def fill(self, title: str, sentence: str, offered: Sequence[tuple[Button, Press]]) -> None:
        """Show what happened, and a button for each way on with what it does."""
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        text = self._text
        text.body.setSpacing(Space.BASE)
        text.body.addStretch(1)
        text.body.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignLeft)
        text.add(Label(title, "title"), Label(sentence), self._said)
        self.buttons = [button for button, _ in offered]
        for button, press in offered:
            button.clicked.connect(press)
        text.body.addSpacing(Space.TIGHT)
        text.add(flowing(*self.buttons, gap=Space.SNUG), 2 * STRETCH)
        column(text, gap=None, within=self)

    def say(self, sentence: str) -> None:
        """Show what came of a way on that did not lead to a desk."""
        self._said.setText(sentence)
        self._said.show()

    @reporting_errors
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.buttons[0].setFocus()


class TroublePage(DeskMessagePage):
    """Says why the desk at ``path`` is not shown, and offers the ways on.

    A desk that is open elsewhere, of which the ``error`` is that it is locked, can be read; a new one would
    only hide that nothing is lost.
    """

    def __init__(
        self, error: BaseException, path: Path, theme: AppTheme, words: Words, prompts: UserPrompts
    ) -> None:
        super().__init__(theme)
        self._path, self._words, self._prompts = path, words, prompts
        locked = isinstance(error, DeskTrouble) and error.trouble is Trouble.LOCKED
        tr = words.tr
        again = Button(theme, tr("Try again"), weight=Weight.NORMAL if locked else Weight.PRIMARY)
        other = Button(theme, tr("Choose another file"))
        first: list[tuple[Button, Press]] = [
            (Button(theme, tr("Show that window"), weight=Weight.PRIMARY), self._show_window),
            (Button(theme, tr("Open it (read only)")), self.read_only_wanted),
        ]
        offered: list[tuple[Button, Press]] = [
            *(first if locked else ()),
            (again, self.retry_wanted),
            (other, lambda: ask_for_a_desk(self._prompts, words, self.file_chosen.emit)),
            *(() if locked else ((Button(theme, tr("Start a new desk")), self._ask_for_a_new_desk),)),
            *(
                ()
                if locked
                else ((Button(theme, tr("Report the problem"), weight=Weight.QUIET), self.report_wanted),)
            ),
            (Button(theme, tr("Quit"), weight=Weight.QUIET), self.left),
        ]
        title = tr("Your desk is open already") if locked else tr("Your desk could not be opened")
        self.fill(title, error_sentence(error, words), offered)

    def _show_window(self) -> None:
        """Have the window that has the desk open seen instead of this one."""
        HandingOver(self._path, (), self._show_answer, self)

    def _show_answer(self, answered: bool) -> None:
        if answered:
            self.left.emit()
        else:
            self.say(self._words.tr("No window answered. Another app may have the desk open."))

    def _ask_for_a_new_desk(self) -> None:
        name = self._path.with_stem(f"{self._path.stem}-2").name
        title = self._words.tr("Name a new desk file")
        self._prompts.save_to(title, name, _desk_files(self._words), self.file_chosen.emit)


def ask_for_a_desk(prompts: UserPrompts, words: Words, chosen: Callable[[Path], None]) -> None:
    """Let a person choose a desk file."""
    title = words.tr("Choose a desk file")
    prompts.open_files(title, (_desk_files(words),), lambda files: chosen(files[0]))


def _desk_files(words: Words) -> FileKind:
    return FileKind(words.tr("Desk files"), (".db",))
