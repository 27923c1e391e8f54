"""Prints the circle's own page, then and there: how it is wanted, what it looks like, and a file to print."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.leaving.documents import (
    SummaryOptions,
    concern_about,
    page_document,
    page_files,
)
from dialogue_desk.desk.leaving.packages import remember_papers
from dialogue_desk.desk.leaving.session_files import saving_trouble
from dialogue_desk.domain.closing.circle_page import room_languages
from dialogue_desk.domain.closing.closing_steps import is_checked
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.worker import Progress
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.document_choices import file_kinds, language_choices, sheet_choices
from dialogue_desk.ui.widgets.document_view import DocumentView
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.whole_file import write_files
from dialogue_desk.words import LANGUAGES

_ALL = "all"


class CirclePageSheet(SheetDialog):
    """Saves the page of a session's circle as a file to print, and opens it; it stays open for another."""

    def __init__(
        self, desk: Desk, folder: SessionFolder, context: Context, window: QWidget | None = None
    ) -> None:
        words, theme = context.words, context.theme
        super().__init__(theme, words.tr("Print the circle’s page"), window, wide=True, characters=92)
        self._desk, self._session, self._context = desk, folder, context
        self._written = Path()
        both = Choice(_ALL, words.tr("In both languages"))
        self.language = Select(theme, (*language_choices(), both))
        self.language.setAccessibleName(words.tr("Language of the page"))
        self.kind = Select(theme, [Choice(ending, name) for ending, name in file_kinds(words).items()])
        self.kind.setAccessibleName(words.tr("Kind of file"))
        self.sheets = Select(theme, sheet_choices(words))
        self.sheets.setAccessibleName(words.tr("Page size"))
        self.large = Tick(theme, words.tr("Large print (18 points)"))
        held = room_languages(folder, LANGUAGES)
        self.language.choose(_ALL if len(held) > 1 else next(iter(held), words.language))
        self._concern, self._status = Label(role="warn"), Label(role="strong")
        self._paper = DocumentView()
        sheet = Card(edge=Space.VAST)
        sheet.column.addWidget(self._paper)
        self.column.add(flowing(self.language, self.kind, self.sheets, self.large))
        if not is_checked(folder):
            said = words.tr("Nobody has checked yet that it names no one. Read it before you hand it out.")
            self.column.add(Label(said, "warn"))
        self.column.add(self._concern, sheet)
        for choice in (self.language, self.kind, self.sheets):
            choice.chosen.connect(lambda _: self._preview())
        self.large.toggled.connect(lambda _: self._preview())
        self.foot.addWidget(self._status, 1)
        self.open_button = self.add_button(words.tr("Open it to print"), self._open, icon="next")
        self.add_button(words.tr("Close"), self.reject, weight=Weight.QUIET)
        self.save = self.add_button(
            words.tr("Save to…"), self._ask_where, weight=Weight.PRIMARY, icon="export"
        )
        self._preview()
        self.save.setFocus()

    def wanted(self) -> SummaryOptions:
        """Return how the page is wanted."""
        spoken = self.language.choice()
        return SummaryOptions(
            (self.kind.choice(),),
            tuple(LANGUAGES) if spoken == _ALL else (spoken,),
            PaperSize(self.sheets.choice()),
            large=self.large.isChecked(),
        )

    def _preview(self) -> None:
        wanted, words = self.wanted(), self._context.words
        document = page_document(self._session, wanted, words)
        self._paper.show_document(document, large=wanted.large)
        concern = concern_about(document, self.kind.choice(), words, accessible=False)
        self._concern.setText(concern)
        self._concern.setVisible(bool(concern))
        self._show_status("")

    def _ask_where(self) -> None:
        title = self._context.words.tr("Where should the page go?")
        self._context.prompts.open_folder(title, self._write)

    def _write(self, to: Path) -> None:
        files = page_files(self._session, self.wanted(), self._context.words)

        def work(_: Progress) -> tuple[Path, ...]:
            return write_files(files, to)

        self._show_status(self._context.words.tr("Saving…"))
        self.save.setEnabled(False)
        self._context.worker.run(
            self,
            work,
            self._done,
            failed=partial(self._failed, to),
            ended=lambda: self.save.setEnabled(True),
        )

    def _done(self, written: tuple[Path, ...]) -> None:
        self._written = written[0]
        remember_papers(self._desk, self._session.id, written)
        sentence = self._context.words.tr(
            "“{name}” is in “{folder}”.",
            name=safe_in_sentence(self._written.name),
            folder=safe_in_sentence(self._written.parent.name or str(self._written.parent)),
        )
        self._show_status(sentence)
        self.open_button.show()
        self.open_button.setFocus()
        self._context.announcer.announce(sentence)

    def _failed(self, to: Path, error: BaseException) -> bool:
        sentence = saving_trouble(error, to, self._context.words)
        self._show_status(sentence, role="error")
        self._context.announcer.announce(sentence, urgent=True)
        return True

    def _show_status(self, sentence: str, *, role: str = "strong") -> None:
        self._status.play(role)
        self._status.setText(sentence)
        self.open_button.hide()

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))
