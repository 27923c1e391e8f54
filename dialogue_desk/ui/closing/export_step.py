"""The export: who it is for, what is in it and what stays, how it is sealed, and saving it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.documents import SummaryOptions, paper_document
from dialogue_desk.desk.leaving.packages import PendingExport, organizers_seal
from dialogue_desk.desk.leaving.session_files import (
    ExportChoices,
    ExportFiles,
    export_files,
    older_documents,
    saving_trouble,
)
from dialogue_desk.desk.leaving.unchecked import unchecked
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.session.privacy_check import PrivacyCheck, believed
from dialogue_desk.domain.closing.coverage import marks_for_export
from dialogue_desk.domain.closing.leaving import Profile, leaving
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.closing import CloseStep, Marks
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.exchange.refusals import PackageRefused
from dialogue_desk.ui.closing.export_choices import AudienceChoice, PackagePapersChoice, SealChoice
from dialogue_desk.ui.closing.export_contents import PackageContents
from dialogue_desk.ui.closing.quotes import QuoteAnswers, QuotesSection
from dialogue_desk.ui.closing.save_bar import SaveBar
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.card import Card, Hairline
from dialogue_desk.ui.widgets.document_view import DocumentView
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.words import Words

_WIDE = 900
"""The least width of the pane, in pixels at 100 % text, at which the summary fits beside the choices."""

_NEVER_EXPORTED = {Kind.CLOSING_STEP}


class SummaryPreview(DocumentView):
    """Shows the summary of a session as it would be saved."""

    def __init__(self, privacy: PrivacyCheck, words: Words) -> None:
        super().__init__()
        self._privacy, self._words = privacy, words

    def show_summary(self, folder: SessionFolder | None, papers: SummaryOptions) -> None:
        """Show the summary in the languages and the print that are asked for; None changes nothing."""
        if folder is not None:
            shown = paper_document(believed(self._privacy, folder), papers, self._words)
            self.show_document(shown, large=papers.large)


class ExportStep(QWidget):
    """Saves the package and the summary of a session, whatever other steps are still open."""

    exported = Signal(object)
    """The files, with these marks, are saved and checked; not for another laptop of the same circle."""
    step_wanted = Signal(str)
    """A person goes back to a step before exporting."""

    def __init__(self, desk: Desk, folders: Folders, context: Context) -> None:
        super().__init__()
        self._desk, self._folders, self._context = desk, folders, context
        self._session = RecordId("")
        self._privacy = PrivacyCheck(desk)
        theme, words = context.theme, context.words
        self.audience = AudienceChoice(theme, words)
        self.contents = PackageContents(theme, words)
        self.quotes = QuotesSection(theme, words)
        self.seal = SealChoice(theme, words)
        self.papers = PackagePapersChoice(theme, words)
        self.bar = SaveBar(theme, words)
        self._answers = QuoteAnswers(desk, context, self.quotes, self.bar.save)
        self._paper = SummaryPreview(self._privacy, words)
        sheet = Card(edge=Space.VAST)
        sheet.column.addWidget(self._paper)
        self._reading = QWidget()
        heading = Label(words.tr("What people will read"), "section")
        column(heading, sheet, STRETCH, gap=Space.TIGHT, within=self._reading)
        self._choices = ScrollColumn(theme, characters=84)
        self._choices.body.setSpacing(Space.WIDE)
        title = Label(words.tr("Export"), "title")
        for piece in (title, self.audience, self.contents, self.quotes, self.seal, self.papers):
            self._choices.add(piece)
        self._choices.body.addStretch(1)
        self._beside = ScrollColumn(theme, centred=True)
        self._between = Hairline(upright=True)
        self._narrow: bool | None = None
        left = column((self._choices, 1), self.bar)
        row((left, 6), self._between, (self._beside, 7), within=self)
        self._connect()
        self._fold()

    def show_folder(self, folder: SessionFolder) -> None:
        """Show what would be exported of a session."""
        if folder.id != self._session:
            self._session = folder.id
            self.audience.reset()
            self.seal.reset()
            self.bar.reset()
            self._choices.verticalScrollBar().setValue(0)
            self._beside.verticalScrollBar().setValue(0)
        self._show_choice(folder)
        self.quotes.show_folder(folder)
        self.papers.show_folder(folder)
        self._paper.show_summary(folder, self.papers.papers())

    def take_focus(self) -> None:
        """Put the keyboard on the first choice."""
        self.audience.options[self.audience.profile].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _connect(self) -> None:
        self.audience.chosen.connect(self._choose)
        self.seal.changed.connect(self.bar.reset)
        self.papers.changed.connect(self.bar.reset)
        self.papers.changed.connect(lambda: self._paper.show_summary(self._folder(), self.papers.papers()))
        self.bar.save_wanted.connect(self._ask_first)
        self.bar.question.anyway_wanted.connect(self._ask_where)
        self.bar.question.back_wanted.connect(self._go_back)
        self._context.desk_signals.changed.connect(self._on_desk_changed)
        self._context.theme.changed.connect(self._fold)

    def _fold(self) -> None:
        """Put the summary beside the choices, or under them where there is no room."""
        narrow = self.width() < self._context.theme.scaled(_WIDE)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._beside.setVisible(not narrow)
        self._between.setVisible(not narrow)
        if narrow:
            self._choices.body.insertWidget(self._choices.body.count() - 1, self._reading)
        else:
            self._beside.add(self._reading)

    def _show_choice(self, folder: SessionFolder) -> None:
        profile = self.audience.profile
        self.contents.show_leaving(leaving(folder, profile, debrief=self.audience.with_debrief))
        seal = organizers_seal(folder, profile)
        program = folder.program
        name, wanted = (program.name, program.seal_to or program.seal_to_also) if program else ("", "")
        unusable = bool(wanted) and not seal and profile is Profile.ORGANIZER
        self.seal.show_key(seal, name, unusable=unusable)

    def _choose(self) -> None:
        folder = self._folder()
        if folder is not None:
            self.bar.reset()
            self._show_choice(folder)

    def _folder(self) -> SessionFolder | None:
        return self._folders.session(self._session) if self._session else None

    def _on_desk_changed(self, outcome: Outcome) -> None:
        """Show that what was saved is out of date, when something that is exported changed."""
        folder = self._folder()
        if folder is None or outcome.kinds <= _NEVER_EXPORTED:
            return
        owners = (self._session, folder.circle_id)
        if outcome.touches(Kind.THEME, Kind.PROGRAM) or any(outcome.touches(under=one) for one in owners):
            self.bar.reset()
            self.show_folder(folder)

    def _ask_first(self) -> None:
        """Ask where to save, unless something that leaves is still to be looked at: that is asked before."""
        folder = self._folder()
        if folder is None or self.seal.seal() is None:
            return
        what = unchecked(
            self._privacy,
            folder,
            self.audience.profile,
            debrief=self.audience.with_debrief,
            papers=bool(self.papers.papers().endings),
        )
        if what:
            self._context.announcer.announce(self.bar.ask(what), urgent=True)
        else:
            self._ask_where()

    def _go_back(self, step: str) -> None:
        if step == CloseStep.EXPORT:
            self._answers.take_focus()
        else:
            self.step_wanted.emit(step)

    def _ask_where(self) -> None:
        if self.seal.seal() is not None:
            title = self._context.words.tr("Where should the package and the summary go?")
            self._context.prompts.open_folder(title, self._save)

    def _save(self, to: Path) -> None:
        folder, seal = self._folder(), self.seal.seal()
        if folder is None or seal is None:
            return
        choices = ExportChoices(self.audience.profile, self.audience.with_debrief, seal, self.papers.papers())
        try:
            files = export_files(self._desk, folder, self._context.words, choices)
        except PackageRefused as error:
            self._show_trouble(error, to)
            return
        got = marks_for_export(folder.records, folder.id, choices.profile, debrief=choices.debrief)
        pending_export = files.begin(self._desk, to)
        self.bar.show_progress(0, 0)
        self._context.worker.run(
            self,
            partial(files.save, to),
            partial(self._saved, self._session, files, got, pending_export),
            failed=partial(self._failed, self._session, pending_export, to),
            progressed=partial(self._progressed, self._session),
        )

    def _progressed(self, session: RecordId, done: int, total: int) -> None:
        if session == self._session:
            self.bar.show_progress(done, total)

    def _saved(
        self,
        session: RecordId,
        files: ExportFiles,
        got: Marks,
        pending_export: PendingExport,
        written: tuple[Path, ...],
    ) -> None:
        pending_export.done()
        if session == self._session:
            self.seal.forget()
            older = older_documents(self._desk, files.package, written)
            sentence = self.bar.show_saved(files.package, written, sealed=bool(files.seal), older=older)
            self._context.announcer.announce(sentence)
            if files.package.profile != Profile.OTHER_LAPTOP:
                self.exported.emit(got)

    def _failed(
        self, session: RecordId, pending_export: PendingExport, to: Path, error: BaseException
    ) -> bool:
        pending_export.failed()
        if session == self._session:
            self._show_trouble(error, to)
        return session == self._session

    def _show_trouble(self, error: BaseException, to: Path) -> None:
        sentence = saving_trouble(error, to, self._context.words)
        self.bar.show_trouble(sentence)
        self._context.announcer.announce(sentence, urgent=True)
