"""Reads packages, imports them and shows the result.

This module is imported when the first package is opened, so that starting the app does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.imports import (
    ImportPlan,
    ImportResult,
    import_packages,
    packages_in,
    read_packages,
)
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.sealing import Keyring
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.worker import Progress
from dialogue_desk.ui.importing.import_result import ImportResultSheet, headline
from dialogue_desk.ui.notes.conflict_queue import ConflictQueue
from dialogue_desk.ui.widgets.toast import UNDO
from dialogue_desk.words import Words


def read_files(paths: Sequence[Path], keys: Keyring, words: Words, progress: Progress) -> ImportPlan:
    """Read and check the packages in ``paths``, files and folders alike; import none yet."""
    progress(0, 0)
    return read_packages(packages_in(paths), PackageReader(words, keys), words, progress)


def import_and_report(
    plan: ImportPlan, desk: Desk, context: Context, window: QWidget, look: Callable[[str], None]
) -> None:
    """Import what was read and show the result; ``look`` is called to open the program.

    Raises:
        DeskTrouble: when it could not be written; then nothing was imported.
    """
    words = context.words
    if not plan.packages and not plan.refused:
        context.toast.say(
            words.tr("There is no package there. Packages end in .dialogue; choose another file or folder.")
        )
        return
    result = import_packages(desk, plan, words)
    if result.imported:
        context.toast.say(headline(result, words), action=words.tr("Undo"), action_id=UNDO)
    sheet = ImportResultSheet(result, context.theme, words, window)
    sheet.program_wanted.connect(partial(look, program_to_show(result)))
    if result.outcome is not None:
        differing = sorted(result.outcome.conflicts)
        sheet.choosing_wanted.connect(lambda: ConflictQueue(desk, differing, context, window).start())
    sheet.open()


def program_to_show(result: ImportResult) -> str:
    """Return the id of the program a person most likely wants to see now, or an empty string."""
    for one in (*result.imported, *result.known):
        for record in one.incoming.records.values():
            if isinstance(record.body, Program):
                return record.id
            if isinstance(record.body, Circle) and record.body.program:
                return record.body.program
    return ""
