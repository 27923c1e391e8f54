"""Saving what a program gives out: where to, how far it is, and how to stop it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.data_files import remember_data, write_data
from dialogue_desk.desk.leaving.packages import plain_name, remember_papers
from dialogue_desk.desk.leaving.report_files import ReportOptions, report_concern, report_files, today
from dialogue_desk.desk.leaving.session_files import save_all
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.reports.report_papers import report_paper_name
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.pdf_prompt import pdf_prompt
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.core.save_file import not_saved
from dialogue_desk.ui.core.worker import Job, Progress
from dialogue_desk.ui.report.missing_card import read_again_prompt
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.thin_bar import ThinBar


class ReportSaving(QWidget):
    """The foot of the Report tab: buttons to save, and while something is saved how far it is.

    ``saved(plan)`` tells that papers of it were saved.

    The buttons stay where they are and keep the keyboard; a second press while something is saved does
    nothing.
    """

    saved = Signal(object)

    def __init__(
        self, desk: Desk, folders: Folders, context: Context, options: Callable[[], ReportOptions]
    ) -> None:
        super().__init__()
        self._desk, self._folders, self._context, self._options = desk, folders, context, options
        self._plan: ReportPlan | None = None
        self._known: frozenset[RecordId] = frozenset()
        self._job: Job[tuple[Path, ...]] | None = None
        words, theme = context.words, context.theme
        self.save = Button(theme, words.tr("Save the report…"), weight=Weight.PRIMARY, icon="export")
        self.data = Button(theme, words.tr("Save data for other tools…"))
        self.stop = Button(theme, words.tr("Stop"), weight=Weight.QUIET)
        self._bar = ThinBar(words.tr("Saving"))
        self._status = Label(role="muted")
        self.save.clicked.connect(self._ask_first)
        self.data.clicked.connect(self._ask_folder)
        self.stop.clicked.connect(self._stop)
        told = column(self._status, self._bar, gap=Space.HAIR)
        acts = flowing(self.stop, self.data, self.save, gap=Space.SNUG)
        row(
            (told, 1),
            acts,
            gap=Space.BASE,
            margins=(Space.WIDE, Space.SNUG, Space.WIDE, Space.SNUG),
            within=self,
        )
        self._show_status("")

    def show_plan(self, plan: ReportPlan) -> None:
        """Save this report from now on."""
        self._plan = plan

    def _name(self) -> str:
        """Return how the names of its files begin."""
        program, tr = self._plan.picture.program if self._plan else None, self._context.words.tr
        return plain_name(program.called if program else tr("circles"))

    def _ask_first(self) -> None:
        """Ask for a place; first, once, whether to save while sentences wait to be read again."""
        plan = self._plan
        waiting = frozenset(plan.to_read_again if plan else ())
        if plan is None or self._job is not None or waiting <= self._known:
            self._ask_where()
            return

        def go_on(_: str) -> None:
            self._known = waiting
            self._ask_where()

        self._context.prompts.choose(read_again_prompt(plan, self._context.words), go_on)

    def _ask_where(self) -> None:
        """Ask for a place; first ask for the kind of file, if something about a PDF is to be known."""
        options, plan = self._options(), self._plan
        if self._job is not None:
            return
        if not options.papers:
            self._context.toast.say(self._context.words.tr("Choose at least one document to save."))
            return
        if options.ending != ".pdf" or plan is None:
            self._ask_path(options.ending)
            return

        def work(_: Progress) -> str:
            return report_concern(plan.picture, options, self._context.words)

        self._show_status("", busy=True)
        self._context.worker.run(self, work, self._ask_kind, ended=partial(self._show_status, ""))

    def _ask_kind(self, concern: str) -> None:
        self._show_status("")
        if concern:
            self._context.prompts.choose(pdf_prompt(concern, self._context.words), self._ask_path)
        else:
            self._ask_path(".pdf")

    def _ask_path(self, ending: str) -> None:
        """Ask where one paper goes, or the folder for several."""
        words, options = self._context.words, replace(self._options(), ending=ending)
        save = partial(self._write_papers, options)
        if len(options.papers) > 1:
            self._context.prompts.open_folder(words.tr("Choose a folder for the documents"), save)
            return
        (paper,) = options.papers
        named = report_paper_name(paper, words)
        kind = FileKind(named, (options.ending_of(paper),))
        name = f"{self._name()}-{plain_name(named)}{options.ending_of(paper)}"
        self._context.prompts.save_to(words.tr("Save the report"), name, kind, save)

    def _ask_folder(self) -> None:
        if self._job is not None:
            return
        title = self._context.words.tr("Choose a folder for the data")
        self._context.prompts.open_folder(title, self._write_data)

    def _write_papers(self, options: ReportOptions, to: Path) -> None:
        """Write one paper as the file ``to``, or several into the folder ``to``."""
        plan, tr = self._plan, self._context.words.tr
        if plan is None:
            return
        several = len(options.papers) > 1
        folder, name, day = (to if several else to.parent), self._name(), today(self._desk)

        def work(progress: Progress) -> tuple[Path, ...]:
            files = report_files(plan.picture, options, name, day)
            if not several:
                files = (replace(files[0], name=to.name),)
            return save_all(files, folder, progress)

        done = tr("{name} is in {folder}.", name=to.name, folder=folder)
        if several:
            done = self._context.words.ntr(
                "{count} document is in {folder}.",
                "{count} documents are in {folder}.",
                len(options.papers),
                folder=folder,
            )
        self._run(to, work, done, partial(self._remember, plan))

    def _write_data(self, folder: Path) -> None:
        if self._plan is None:
            return
        of = (self._plan.picture.program_id,)

        def work(_: Progress) -> tuple[Path, ...]:
            with self._desk.snapshot() as copy:
                return write_data(copy, Folders(copy, self._folders.shelf), folder, of)

        done = self._context.words.tr("The data is in {folder}.", folder=folder)
        self._run(folder, work, done, lambda _: remember_data(self._desk, folder, of))

    def _run(
        self,
        path: Path,
        work: Callable[[Progress], tuple[Path, ...]],
        done: str,
        remember: Callable[[tuple[Path, ...]], None],
    ) -> None:
        self._show_status(self._context.words.tr("Saving {name}…", name=path.name), busy=True)
        finished, failed = partial(self._done, done, remember), partial(self._failed, path)
        self._job = self._context.worker.run(
            self, work, finished, failed=failed, progressed=self._bar.show_progress, ended=self._end
        )

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._status.setText(self._context.words.tr("Stopping. What was there before stays."))

    def _end(self) -> None:
        """Forget the job; the keyboard goes on from the button that began it, if it was on Stop."""
        self._job = None
        had_keys = self.stop.hasFocus()
        self._show_status("")
        if had_keys:
            self.save.setFocus()

    def _remember(self, plan: ReportPlan, written: tuple[Path, ...]) -> None:
        if plan.picture.program_id is not None:
            remember_papers(self._desk, plan.picture.program_id, written)
        self.saved.emit(plan)

    def _done(
        self, sentence: str, remember: Callable[[tuple[Path, ...]], None], written: tuple[Path, ...]
    ) -> None:
        remember(written)
        self._show_status(sentence)
        self._context.toast.say(sentence)

    def _failed(self, path: Path, error: BaseException) -> bool:
        if not isinstance(error, OSError):
            return False
        self._context.toast.say(not_saved(path, error, self._context.words))
        return True

    def _show_status(self, sentence: str, *, busy: bool = False) -> None:
        self._status.setText(sentence)
        self._status.setVisible(bool(sentence))
        self._bar.setVisible(busy)
        self.stop.setVisible(busy)
        if busy:
            self._bar.show_progress(0, 0)
