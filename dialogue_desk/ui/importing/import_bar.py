"""Opens packages: reads them on the worker's thread, then imports them in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame

from dialogue_desk.desk.desk import Desk
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.core.worker import Progress
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import row
from dialogue_desk.ui.widgets.thin_bar import ThinBar

if TYPE_CHECKING:
    from dialogue_desk.desk.program.given_files import GivenFiles
    from dialogue_desk.desk.program.imports import ImportPlan
    from dialogue_desk.desk.program.package_reading import PackageReading
    from dialogue_desk.exchange.sealing import Keyring

ENDINGS = (".dialogue", ".dialogue.age", ".age")
HANDOVER = ".dialogue-handover"
GUIDES = (".guide.md", ".guide.zip")
DOCUMENTS = (".docx", ".odt", ".pdf", ".md", ".txt")
"""What can become a guide; one of them alone is looked at for that."""

_WORTH_SHOWING_MS = 300


class ImportBar(QFrame):
    """The line that shows how far reading has come; hidden while no package is read."""

    program_wanted = Signal(str)
    session_wanted = Signal(str)
    waiting_wanted = Signal()
    """A person wants to look at what waits for an answer."""
    guides_given = Signal(tuple)
    """Guide files (paths) are to be opened."""
    document_given = Signal(object)
    """A document (a path) is to become a guide."""
    update_given = Signal(object)
    """An update of the app (a path) is to be looked at."""
    done_with = Signal(tuple)
    """A person has dealt with these files (paths): opened them, or left them out."""
    left_out_wanted = Signal(object)
    """A person wants to be asked again about claims (a sequence) that were left out."""

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "toast")
        self._desk, self._context, self._words = desk, context, context.words
        self._stop: Callable[[], None] | None = None
        self._reading: PackageReading | None = None
        self._sorting = 0
        self._said = Label()
        self._bar = ThinBar(self._words.tr("Packages read"))
        stop = Button(context.theme, self._words.tr("Stop"))
        stop.clicked.connect(self.stop)
        edges = (Space.BASE, Space.HAIR, Space.HAIR, Space.HAIR)
        row((self._said, 2), (self._bar, 3), stop, gap=Space.BASE, margins=edges, within=self)
        self._showing = QTimer(self, singleShot=True, interval=_WORTH_SHOWING_MS)
        self._showing.timeout.connect(self.show)
        self.hide()

    def ask_for_files(self) -> None:
        """Ask which packages to open."""
        kinds = (
            FileKind(self._words.tr("Dialogue Desk packages and guides"), (*ENDINGS, HANDOVER, *GUIDES)),
            FileKind(self._words.tr("Documents"), DOCUMENTS),
        )
        self._context.prompts.open_files(self._words.tr("Open files"), kinds, self.open_paths)

    def ask_for_folder(self) -> None:
        """Ask for a folder or a stick full of packages."""
        title = self._words.tr("Open a folder of packages")
        self._context.prompts.open_folder(title, lambda folder: self.import_paths((folder,)))

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open packages, guides, a program that is handed over, one document or one update.

        A document may become a guide.
        """

        def sort(_: Progress) -> GivenFiles:
            from dialogue_desk.desk.program.given_files import sorted_files  # noqa: PLC0415

            return sorted_files(paths)

        self._sorting += 1
        self._context.worker.run(self, sort, self._open_given, ended=self._sorted)

    @property
    def reading(self) -> bool:
        """Whether files are being looked at, so that others have to wait."""
        return self._sorting > 0 or self._stop is not None

    def _sorted(self) -> None:
        self._sorting -= 1

    def _open_given(self, given: GivenFiles) -> None:
        if given.handover is not None:
            self._take_over(given.handover)
        if given.guides:
            self.guides_given.emit(given.guides)
        if given.document is not None:
            self.document_given.emit(given.document)
        if given.update is not None:
            self.update_given.emit(given.update)
        if given.packages:
            self.import_paths(given.packages, beside=given)
        elif given.unopened or given.left_over:
            from dialogue_desk.ui.importing.unopened_sheet import UnopenedSheet  # noqa: PLC0415

            UnopenedSheet(given, self._context.theme, self._words, self.window()).open()

    def _take_over(self, path: Path) -> None:
        from dialogue_desk.ui.importing.take_over_sheet import TakeOverSheet  # noqa: PLC0415

        sheet = TakeOverSheet(self._desk, path, self._context, self.window())
        sheet.taken.connect(self.program_wanted)
        sheet.open()

    def import_paths(self, paths: Sequence[Path], beside: GivenFiles | None = None) -> None:
        """Read the packages in ``paths``, files and folders alike, and import the good ones.

        What was given ``beside`` them and is not opened is counted with what folders hold besides.
        """
        if self._stop is not None:
            self._context.toast.say(
                self._words.tr("Other packages are being read. Wait until that is done, then open these.")
            )
            return
        from dialogue_desk.desk.leaving.keyring import keyring  # noqa: PLC0415
        from dialogue_desk.desk.program.imports import ImportPlan  # noqa: PLC0415

        passed = {} if beside is None else beside.passed
        self._read(tuple(paths), keyring(self._desk), ImportPlan(passed=passed))

    def leave(self) -> None:
        """Stop reading because the window closes."""
        if self._stop is not None:
            self._stop()

    def stop(self) -> None:
        """Stop reading because a person asks for it: no package is added."""
        if self._stop is not None:
            self._stop()
            self._showing.stop()
            self.hide()
            self._context.toast.say(
                self._words.tr(
                    "Stopped. Nothing was opened. Open the same files again to go on where it stopped."
                )
            )

    def _read(self, paths: tuple[Path, ...], keys: Keyring, before: ImportPlan) -> None:
        from dialogue_desk.desk.program.package_reading import PackageReading  # noqa: PLC0415
        from dialogue_desk.ui.importing.import_flow import read_files  # noqa: PLC0415

        self._progressed(0, 0)
        self._showing.start()
        self._reading = self._reading or PackageReading()
        work = partial(read_files, paths, keys, self._words, self._reading)
        job = self._context.worker.run(
            self,
            work,
            lambda plan: self._go_on(before.joined(plan), keys),
            ended=self._ended,
            progressed=self._progressed,
        )
        self._stop = job.stop

    def _go_on(self, plan: ImportPlan, keys: Keyring) -> None:
        from dialogue_desk.ui.importing.import_flow import Further, look_and_import  # noqa: PLC0415
        from dialogue_desk.ui.importing.passphrase_dialog import PassphraseSheet  # noqa: PLC0415

        def import_paths(plan: ImportPlan) -> None:
            further = Further(
                self.program_wanted.emit,
                self.session_wanted.emit,
                self.waiting_wanted.emit,
                self.left_out_wanted.emit,
                lambda paths: self.done_with.emit(tuple(paths)),
            )
            look_and_import(plan, self._desk, self._context, self.window(), further)

        if not plan.locked:
            self._reading = None
            import_paths(plan)
            return
        names = [locked.path.name for locked in plan.locked]
        wrong = bool(keys.passphrases)
        sheet = PassphraseSheet(names, self._context.theme, self._words, self.window(), wrong=wrong)
        paths = tuple(locked.path for locked in plan.locked)
        sheet.typed.connect(lambda typed: self._read(paths, keys.with_passphrase(typed), plan))
        sheet.rejected.connect(lambda: import_paths(plan.without_locked()))
        sheet.open()

    def _progressed(self, done: int, total: int) -> None:
        said = self._words.tr("Reading packages")
        if total:
            said = self._words.tr("Reading packages: {done} of {total}", done=done, total=total)
        self._said.setText(said)
        self._bar.show_progress(done, total)

    def _ended(self) -> None:
        self._stop = None
        self._showing.stop()
        self.hide()
