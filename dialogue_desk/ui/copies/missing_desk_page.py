"""The whole window when there is no desk file at its path, but there are copies of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from dialogue_desk.desk.clock import Clock
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.file_watch import kept_elsewhere
from dialogue_desk.storage.restore import BackupCopy, list_copies
from dialogue_desk.ui.copies.copies_text import date_text
from dialogue_desk.ui.copies.restore_sheet import RestoreSheet
from dialogue_desk.ui.core.prompts import UserPrompts
from dialogue_desk.ui.core.worker import Worker
from dialogue_desk.ui.shell.desk_error_page import DeskMessagePage, Press, ask_for_a_desk
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.words import Words


class MissingDeskPage(DeskMessagePage):
    """Says that the desk file is gone, and offers to go back to a copy or to begin a new desk."""

    def __init__(
        self,
        backups: Backups,
        clock: Clock,
        worker: Worker,
        prompts: UserPrompts,
        theme: AppTheme,
        words: Words,
    ) -> None:
        super().__init__(theme)
        tr = words.tr
        path = backups.desk
        self._backups, self._worker, self._prompts = backups, worker, prompts
        self._words, self._theme = words, theme
        self._now = clock.now()
        self._zone = clock.zone(self._now)
        kept: list[tuple[Button, Press]] = [
            (Button(theme, tr("Open “{name}”", name=one.name)), partial(self._choose_file, one))
            for one in kept_elsewhere(path)
        ]
        back = Button(theme, tr("Go back to a copy …"), weight=Weight.PRIMARY)
        offered: list[tuple[Button, Press]] = [
            *kept,
            (back, self._list_copies),
            (Button(theme, tr("Try again")), self.retry_wanted),
            (
                Button(theme, tr("Choose another file")),
                lambda: ask_for_a_desk(self._prompts, words, self.file_chosen.emit),
            ),
            (Button(theme, tr("Start a new desk")), self.new_wanted),
            (Button(theme, tr("Quit"), weight=Weight.QUIET), self.left),
        ]
        self.fill(tr("Your desk file is not there"), self._sentence(path, bool(kept)), offered)

    def has_copies(self) -> bool:
        """Whether there is anything to go back to."""
        backups = self._backups
        return bool(kept_elsewhere(backups.desk) or backups.copies() or backups.second_copies())

    def _sentence(self, path: Path, kept: bool) -> str:
        tr, latest = self._words.tr, self._backups.last()
        happened = tr(
            "“{file}” is not in the folder “{folder}” anymore, so nothing was opened and no new desk was "
            "started.",
            file=path.name,
            folder=path.parent,
        )
        if kept:
            found = tr("Everything was saved in another file when its folder was gone. Open that file.")
        elif latest is not None:
            when = date_text(latest, self._now, self._zone, self._words)
            found = tr("There are copies of it. The last one: {when}.", when=when)
        else:
            found = tr("There are copies in your second place.")
        advice = tr("If you moved the file, put it back and try again. If not, go back to a copy.")
        return f"{happened} {found} {advice}"

    def _list_copies(self) -> None:
        backups = self._backups
        self._worker.run(self, lambda progress: list_copies(backups, progress), self._show_copies)

    def _show_copies(self, copies: Sequence[BackupCopy]) -> None:
        sheet = RestoreSheet(copies, self._now, self._zone, self._theme, self._words, self.window())
        sheet.chosen.connect(self.restore_wanted)
        sheet.open()

    def _choose_file(self, path: Path, _checked: bool = False) -> None:
        self.file_chosen.emit(path)
