"""Prints a guide: what is wanted of it is chosen, shown as names of files, and saved to a folder."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.leaving.guide_prints import GuidePrints, guide_prints, print_concern
from dialogue_desk.desk.leaving.session_files import saving_trouble
from dialogue_desk.domain.model.text import safe_in_sentence, shown_title
from dialogue_desk.exchange.guide_library import ShelvedGuide
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.pdf_prompt import pdf_prompt
from dialogue_desk.ui.core.worker import Progress
from dialogue_desk.ui.guides.print_choices import PrintChoices
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.thin_bar import ThinBar
from dialogue_desk.whole_file import write_files


class PrintSheet(SheetDialog):
    """Saves documents of a guide as files to print; it stays open, for more of them."""

    def __init__(self, context: Context, shelved: ShelvedGuide, plan: str, window: QWidget | None) -> None:
        words = context.words
        guide = shelved.translation(words.language).guide
        title = words.tr("Print: {guide}", guide=shown_title(guide.title))
        super().__init__(context.theme, title, window, wide=True, characters=92)
        self._context, self._folder = context, Path()
        self.choices = PrintChoices(context, shelved, plan)
        self.column.add(self.choices)
        self.begin_section(words.tr("Files that will be saved"))
        self._names = Label(role="note")
        self._bar = ThinBar(words.tr("Saving"))
        self._bar.show_progress(0, 0)
        self._status = Label(role="strong")
        self.column.add(self._names)
        self.foot.addWidget(self._bar)
        self.foot.insertWidget(0, self._status, 1)
        self.folder_button = self.add_button(words.tr("Open folder"), self._open_folder, icon="folder")
        self.close_button = self.add_button(words.tr("Close"), self.reject, weight=Weight.QUIET)
        self.save = self.add_button(
            words.tr("Save to…"), self._ask_first, weight=Weight.PRIMARY, icon="export"
        )
        self.choices.changed.connect(self._preview)
        self._show_status("")
        self._preview()

    def _preview(self) -> None:
        """Show how many files there will be, and their names."""
        words = self._context.words
        files, _ = guide_prints(self.choices.editions(), self.choices.wanted(), words)
        self._names.setText("\n".join(file.name for file in files) or words.tr("Choose what to print."))
        self._show_status(words.ntr("{count} file", "{count} files", len(files)), role="muted")
        self.save.setEnabled(bool(files))

    def _ask_first(self) -> None:
        """Ask for a folder; first ask for the kind of file, if something about the PDFs is to be known."""
        fault = self.choices.fault()
        if fault:
            self._show_status(fault, role="error")
            return
        wanted, editions, words = self.choices.wanted(), self.choices.editions(), self._context.words
        self._show_status("", busy=True)
        self._context.worker.run(
            self,
            lambda _: print_concern(editions, wanted, words),
            partial(self._ask_kind, wanted),
            ended=self._preview,
        )

    def _ask_kind(self, wanted: GuidePrints, concern: str) -> None:
        if concern:
            prompt = pdf_prompt(concern, self._context.words)
            self._context.prompts.choose(
                prompt, lambda ending: self._ask_folder(replace(wanted, endings=(ending,)))
            )
        else:
            self._ask_folder(wanted)

    def _ask_folder(self, wanted: GuidePrints) -> None:
        title = self._context.words.tr("Where should the files go?")
        self._context.prompts.open_folder(title, partial(self._write, wanted))

    def _write(self, wanted: GuidePrints, folder: Path) -> None:
        editions, words = self.choices.editions(), self._context.words

        def work(report: Progress) -> tuple[Path, ...]:
            files, _ = guide_prints(editions, wanted, words)
            written: list[Path] = []
            for done, file in enumerate(files):
                report(done, len(files))
                written += write_files((file,), folder)
            return tuple(written)

        self._show_status(words.tr("Saving…"), busy=True)
        self._context.worker.run(
            self,
            work,
            partial(self._done, folder),
            failed=partial(self._failed, folder),
            ended=self._preview,
            progressed=self._bar.show_progress,
        )

    def _done(self, folder: Path, written: tuple[Path, ...]) -> None:
        self._folder = folder
        sentence = self._context.words.ntr(
            "{count} file is in “{folder}”.",
            "{count} files are in “{folder}”.",
            len(written),
            folder=safe_in_sentence(folder.name or str(folder)),
        )
        self._show_status(sentence)
        self.folder_button.show()
        self.folder_button.setFocus()
        self._context.announcer.announce(sentence)

    def _failed(self, folder: Path, error: BaseException) -> bool:
        sentence = saving_trouble(error, folder, self._context.words)
        self._show_status(sentence, role="error")
        self._context.announcer.announce(sentence, urgent=True)
        return True

    def _show_status(self, sentence: str, *, busy: bool = False, role: str = "strong") -> None:
        self._status.play(role)
        self._status.setText(sentence)
        self._bar.setVisible(busy)
        if busy:
            self._bar.show_progress(0, 0)
        self.save.setDisabled(busy)
        self.folder_button.hide()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
