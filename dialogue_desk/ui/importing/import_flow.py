"""Reading packages, bringing them in, and telling what came of it.

Imported when the first package is opened: an evening that opens none does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.imports import Plan, Taken, look_at, packages_in, take_in
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.sealing import Keyring
from dialogue_desk.ui.core.context import Surroundings
from dialogue_desk.ui.core.worker import Progress
from dialogue_desk.ui.importing.import_result import TakenSheet, headline
from dialogue_desk.ui.importing.passphrase_dialog import PassphraseSheet
from dialogue_desk.ui.notes.conflict_queue import ClashRound
from dialogue_desk.ui.widgets.toast import UNDO
from dialogue_desk.words import Words

__all__ = ["PassphraseSheet", "Plan", "bring_in", "program_of", "read"]


def read(paths: Sequence[Path], keys: Keyring, words: Words, progress: Progress) -> Plan:
    """Read and judge the packages in ``paths``, files and folders alike.  Nothing is taken in yet."""
    progress(0, 0)
    return look_at(packages_in(paths), PackageReader(words, keys), words, progress)


def bring_in(
    plan: Plan, desk: Desk, around: Surroundings, window: QWidget, look: Callable[[str], None]
) -> None:
    """Take in what was read, and show what came of it; ``look`` is called to see the program.

    Raises:
        DeskTrouble: when it could not be written; then nothing was taken in.
    """
    words = around.words
    if not plan.looked and not plan.refused:
        around.toast.say(
            words.tr("There is no package there. Packages end in .dialogue; choose another file or folder.")
        )
        return
    taken = take_in(desk, plan, words)
    if taken.taken:
        around.toast.say(headline(taken, words), action=words.tr("Undo"), action_id=UNDO)
    sheet = TakenSheet(taken, around.theme, words, window)
    sheet.program_wanted.connect(partial(look, program_of(taken)))
    if taken.outcome is not None:
        differing = sorted(taken.outcome.clashes)
        sheet.choosing_wanted.connect(lambda: ClashRound(desk, differing, around, window).begin())
    sheet.open()


def program_of(taken: Taken) -> str:
    """Return the program that most likely is what a person wants to see now; nothing for none."""
    for one in (*taken.taken, *taken.known):
        for record in one.arrival.records.values():
            if isinstance(record.body, Program):
                return record.id
            if isinstance(record.body, Circle) and record.body.program:
                return record.body.program
    return ""
