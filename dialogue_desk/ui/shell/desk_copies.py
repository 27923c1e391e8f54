"""The copies of the open desk: made beside the window, shown in the settings, and chosen to go back to."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.error_text import rescued_sentence, restore_failed_sentence, restored_sentence
from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.context import Context
from dialogue_desk.whole_file import make_folder
from dialogue_desk.words import Words

if TYPE_CHECKING:
    from dialogue_desk.storage.file_watch import Rescue
    from dialogue_desk.storage.restore import BackupCopy
    from dialogue_desk.ui.copies.copies_section import CopiesSection


class Say(Protocol):
    """Shows a sentence to the person for a while."""

    def __call__(self, sentence: str, lasts_ms: int = ...) -> None: ...


class DeskCopies(QObject):
    """Makes copies of one desk from ``start`` until ``stop``.

    ``settings`` returns the settings as they are now; ``say`` speaks in the pages that are shown then.
    """

    restore_wanted = Signal(object)
    """A person chose the copy (a BackupCopy) to go back to."""

    def __init__(self, desk: Desk, context: Context, settings: Callable[[], Settings], say: Say) -> None:
        from dialogue_desk.ui.copies.copy_schedule import BackupSchedule  # noqa: PLC0415

        super().__init__()
        self._desk, self._context, self._settings, self._say = desk, context, settings, say
        self.schedule = BackupSchedule(
            desk, context.worker, context.words, lambda: settings().backup_folder, say=say
        )

    def start(self) -> None:
        """Make copies from now on."""
        self._context.desk_signals.changed.connect(self.schedule.on_desk_changed)
        self._desk.file.on_rescue = self._say_where_everything_is
        self.schedule.start()

    def stop(self) -> None:
        """Make no more copies: the desk is about to be closed."""
        self._context.desk_signals.changed.disconnect(self.schedule.on_desk_changed)
        self._desk.file.on_rescue = None
        self.schedule.stop()

    def section(self, context: Context) -> CopiesSection:
        """Return the part of the settings that is about copies, in the language of ``context``."""
        from dialogue_desk.desk.erasing.erase import forget_copy_folder, unerased_copy_folders  # noqa: PLC0415
        from dialogue_desk.ui.copies.copies_section import CopiesSection  # noqa: PLC0415

        section = CopiesSection(
            self._settings(),
            partial(self._state, context.words),
            partial(unerased_copy_folders, self._desk),
            ask=context.prompts,
            theme=context.theme,
            words=context.words,
        )
        section.stop_waiting_wanted.connect(partial(forget_copy_folder, self._desk))
        section.copy_wanted.connect(self.schedule.make_now)
        section.folder_chosen.connect(self.schedule.take_place)
        section.restore_wanted.connect(partial(self._ask_which_copy, context))
        self.schedule.changed.connect(section.refresh)
        return section

    def _say_where_everything_is(self, rescue: Rescue) -> None:
        self._say(rescued_sentence(rescue, self._context.words), lasts_ms=120_000)

    def _state(self, words: Words) -> str:
        from dialogue_desk.ui.copies.copies_text import state_sentence  # noqa: PLC0415

        now = self._desk.clock.now()
        zone = self._desk.clock.zone(now)
        backups, folder = self.schedule.backups, self._settings().backup_folder
        return state_sentence(backups, folder, now, zone, words)

    def _ask_which_copy(self, context: Context) -> None:
        """Look for copies on the worker's thread, then ask which one to go back to."""
        from dialogue_desk.storage.restore import list_copies  # noqa: PLC0415
        from dialogue_desk.ui.copies.restore_sheet import RestoreSheet  # noqa: PLC0415

        backups, now = self.schedule.backups, self._desk.clock.now()
        zone = self._desk.clock.zone(now)

        def show(copies: tuple[BackupCopy, ...]) -> None:
            window = context.toast.window()
            sheet = RestoreSheet(copies, now, zone, context.theme, context.words, window)
            sheet.chosen.connect(self.restore_wanted)
            sheet.open()

        context.worker.run(context.toast, lambda progress: list_copies(backups, progress), show)


def restore(path: Path, copy: BackupCopy, names: frozenset[DeviceId], words: Words) -> str:
    """Put ``copy`` in the place of the closed desk at ``path``, and return what came of it in a sentence."""
    from dialogue_desk.storage.restore import erased_in, restore_copy  # noqa: PLC0415

    with contextlib.suppress(OSError):  # then the copy cannot be put there, and that is said
        make_folder(path.parent)
    try:
        erased = erased_in(path) if path.exists() else {}
        return restored_sentence(restore_copy(path, copy.path, erased, names), words)
    except DeskTrouble as trouble:
        return restore_failed_sentence(trouble, words)
