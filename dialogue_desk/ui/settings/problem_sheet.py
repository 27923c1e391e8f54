"""The report of a problem, shown in full before a person saves it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.leaving.problem_report import ProblemSource, problem_report
from dialogue_desk.ui.core.prompts import FileKind, UserPrompts
from dialogue_desk.ui.core.save_file import not_saved
from dialogue_desk.ui.core.worker import Worker
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.reading_sheet import ReadingSheet
from dialogue_desk.whole_file import write_atomically
from dialogue_desk.words import Words

FILE_NAME = "dialogue-desk-problem.txt"


class ProblemSheet(ReadingSheet):
    """Makes the report off the window's thread, shows it, and saves what it shows where a person chooses."""

    def __init__(
        self,
        source: ProblemSource,
        theme: AppTheme,
        words: Words,
        prompts: UserPrompts,
        worker: Worker,
        window: QWidget,
    ) -> None:
        tr = words.tr
        said = tr(
            "This is the whole report. It has no notes in it, and no names of people, circles, guides or "
            "files. Save it, add what you were doing when it happened, and send it to whoever helps you."
        )
        super().__init__(theme, words, tr("Report a problem"), said, window)
        self._words, self._prompts = words, prompts
        self.save = self.add_button(tr("Save the report …"), self._ask_where, weight=Weight.PRIMARY)
        self.save.setEnabled(False)
        self.show_text(tr("Looking at the desk …"))
        worker.run(self, lambda _: problem_report(source, words), self._show, failed=self._fail)

    def _show(self, report: str) -> None:
        self.show_text(report)
        self.save.setEnabled(True)

    def _fail(self, _error: BaseException) -> bool:
        self.show_text(
            self._words.tr(
                "The report could not be made. Nothing that you entered is lost. Close Dialogue Desk, open "
                "it again, and try once more."
            )
        )
        return True

    def _ask_where(self) -> None:
        tr = self._words.tr
        kind = FileKind(tr("Text"), (".txt",))
        self._prompts.save_to(tr("Save the report"), FILE_NAME, kind, self._write)

    def _write(self, path: Path) -> None:
        tr = self._words.tr
        try:
            write_atomically(path, self.text.toPlainText().encode(), private=True)
        except OSError as error:
            self.said.setText(not_saved(path, error, self._words))
        else:
            self.said.setText(tr("{name} is in {folder}.", name=path.name, folder=path.parent))
        self.said.setAccessibleName(self.said.text())
