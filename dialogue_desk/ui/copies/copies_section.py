"""The part of the settings about copies: where they are, when the last was made, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.erasing.unerased_text import folder_name
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.prompts import UserPrompts
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column
from dialogue_desk.words import Words


class CopiesSection(QWidget):
    """Shows the copies, and emits what a person wants done with them.

    ``state`` returns the sentence about the last copy, ``waiting_folders`` the folders that are away and
    whose copies still have what was erased.
    """

    folder_chosen = Signal(str)
    """The second place is this folder from now on; "" for none."""
    copy_wanted = Signal()
    restore_wanted = Signal()
    erasing_wanted = Signal()
    stop_waiting_wanted = Signal(object)
    """A person stops waiting for a folder (``Path``)."""

    def __init__(
        self,
        settings: Settings,
        state: Callable[[], str],
        waiting_folders: Callable[[], Sequence[Path]],
        *,
        ask: UserPrompts,
        theme: AppTheme,
        words: Words,
    ) -> None:
        super().__init__()
        self._settings, self._state, self._waiting_folders = settings, state, waiting_folders
        self._ask, self._theme, self._words = ask, theme, words
        self._waiting = column(gap=Space.TIGHT)
        tr = words.tr
        self._message = Label()
        self._place = Label(role="note")
        choose = Button(theme, tr("Choose a folder or USB stick …"))
        self._without = Button(theme, tr("Stop second copies"), weight=Weight.QUIET)
        now = Button(theme, tr("Make a copy now"))
        back = Button(theme, tr("Go back to a copy …"), weight=Weight.QUIET)
        erase = Button(theme, tr("Erase everything …"), weight=Weight.QUIET, icon="trash")
        choose.clicked.connect(self._choose)
        self._without.clicked.connect(partial(self._set_folder, None))
        now.clicked.connect(self.copy_wanted)
        back.clicked.connect(self.restore_wanted)
        erase.clicked.connect(self.erasing_wanted)
        whole = column(
            Label(tr("Copies of everything here"), "strong"),
            self._message,
            flowing(now, back, gap=Space.SNUG),
            gap=Space.TIGHT,
            within=self,
        )
        whole.addSpacing(Space.TIGHT)
        whole.addWidget(Label(tr("A second place for copies"), "strong"))
        whole.addWidget(self._place)
        whole.addWidget(flowing(choose, self._without, gap=Space.SNUG))
        whole.addLayout(self._waiting)
        whole.addSpacing(Space.TIGHT)
        whole.addWidget(Label(tr("Everything on this laptop"), "strong"))
        hint = tr("For when someone else gets this laptop: programs, circles, notes and copies are erased.")
        whole.addWidget(Label(hint, "note"))
        whole.addWidget(flowing(erase, gap=Space.SNUG))
        self.refresh()

    def refresh(self) -> None:
        """Show the copies as they are now."""
        tr, second = self._words.tr, self._settings.backup_folder
        self._message.setText(self._state())
        self._place.setText(
            tr(
                "{folder}. Each day's copy is saved there too, and checked. A USB stick gets its "
                "copy as soon as it is plugged in.",
                folder=second,
            )
            if second
            else tr("None yet. A laptop can get lost, so choose a USB stick or a folder on another disk.")
        )
        self._without.setVisible(bool(second))
        self._show_waiting()

    def _show_waiting(self) -> None:
        tr = self._words.tr
        clear_layout(self._waiting)
        for place in self._waiting_folders():
            card = Card("notice")
            text = tr(
                "“{place}” is not there, so its copies still have what was erased here. It will be "
                "erased from them as soon as “{place}” is plugged in.",
                place=folder_name(place),
            )
            card.column.addWidget(Label(text))
            stop = Button(self._theme, tr("It is lost or erased. Stop waiting for it"), weight=Weight.QUIET)
            stop.clicked.connect(partial(self._stop_waiting, place))
            card.column.addWidget(flowing(stop, gap=Space.SNUG))
            self._waiting.addWidget(card)

    def _stop_waiting(self, place: Path, _checked: bool = False) -> None:
        self.stop_waiting_wanted.emit(place)
        self._show_waiting()

    def _choose(self) -> None:
        self._ask.open_folder(self._words.tr("Where should the second copy go?"), self._set_folder)

    def _set_folder(self, folder: Path | None, _checked: bool = False) -> None:
        self._settings = replace(self._settings, backup_folder="" if folder is None else str(folder))
        self.folder_chosen.emit(self._settings.backup_folder)
        self.refresh()
