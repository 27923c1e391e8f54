"""What leaves the room: the summary as people will read it, the quotes, and saving."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.exports import Handing
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.saving import files_of_session, saving_trouble, summary_document
from dialogue_desk.domain.bodies import Kind
from dialogue_desk.domain.ids import RecordId
from dialogue_desk.domain.notes import Consent, Note
from dialogue_desk.domain.session_folder import SessionFolder
from dialogue_desk.ui.session.closing.leaving import LeavingBar
from dialogue_desk.ui.session.closing.quotes import Quotes
from dialogue_desk.ui.session.closing.withdrawing import ask_to_withdraw
from dialogue_desk.ui.surroundings import Surroundings
from dialogue_desk.ui.theme import Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.column import Column
from dialogue_desk.ui.widgets.document_view import DocumentView
from dialogue_desk.ui.widgets.label import Label

_NOTHING_THAT_LEAVES = {Kind.CLOSING_STEP}


class LeavingStep(QWidget):
    """Saves the package and the summary; nothing that is still open stands in the way."""

    def __init__(self, desk: Desk, folders: Folders, around: Surroundings) -> None:
        super().__init__()
        self._desk, self._folders, self._around = desk, folders, around
        self._session = RecordId("")
        theme, words = around.theme, around.words
        self._quotes = Quotes(theme, words)
        self._leaving = LeavingBar(theme, words)
        self._paper = DocumentView()
        sheet = Card(edge=Space.VAST)
        sheet.column.addWidget(self._paper)
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(Label(words.tr("What people will read"), "section"))
        column.addWidget(sheet)
        self._scroll = Column(theme, characters=84)
        self._scroll.body.setSpacing(Space.WIDE)
        title = Label(words.tr("Export"), "title")
        for piece in (title, self._leaving, self._quotes, reading):
            self._scroll.add(piece)
        self._scroll.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self._leaving.fold(narrow=True)
        self._quotes.answered.connect(self._answer)
        self._leaving.save_wanted.connect(self._ask_where)
        around.news.changed.connect(self._hear)

    def show_folder(self, folder: SessionFolder) -> None:
        """Show what would leave with a session."""
        if folder.id != self._session:
            self._session = folder.id
            self._leaving.begin_anew()
            self._scroll.verticalScrollBar().setValue(0)
        for shown in (self._quotes, self._leaving):
            shown.show_folder(folder)
        self._paper.show_document(summary_document(folder, self._around.words))

    def take_focus(self) -> None:
        """Put the keyboard on saving."""
        self._leaving.save.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(self._leaving.save)

    def _hear(self, outcome: Outcome) -> None:
        """Forget what was saved: it is not what is here now."""
        folder = self._folders.session(self._session) if self._session else None
        owners = (self._session, folder.circle_id) if folder else (self._session,)
        if outcome.kinds <= _NOTHING_THAT_LEAVES:
            return
        if outcome.touches(Kind.THEME, Kind.PROGRAM) or any(outcome.touches(under=one) for one in owners):
            self._leaving.begin_anew()

    def _answer(self, note_id: str, consent: Consent) -> None:
        if consent is Consent.WITHDRAWN:
            ask_to_withdraw(self._desk, RecordId(note_id), self._around, self, stays=self._quotes_stay)
            return
        record = self._desk.get(RecordId(note_id))
        if record is not None and isinstance(record.body, Note):
            self._desk.rewrite(record.id, replace(record.body, consent=consent))

    def _quotes_stay(self) -> None:
        folder = self._folders.session(self._session)
        if folder is not None:
            self._quotes.show_folder(folder)

    def _ask_where(self) -> None:
        self._around.ask.open_folder(
            self._around.words.tr("Where should the package and the summary go?"), self._save
        )

    def _save(self, to: Path) -> None:
        folder = self._folders.session(self._session)
        if folder is None:
            return
        files = files_of_session(self._desk, folder, self._around.words)
        handing = files.begin(self._desk, to)
        self._leaving.show_progress(0, 0)
        self._around.lane.run(
            partial(files.save, to),
            partial(self._saved, self._session, handing),
            partial(self._failed, self._session, handing, to),
            progressed=partial(self._progressed, self._session),
        )

    def _progressed(self, session: RecordId, done: int, total: int) -> None:
        if session == self._session:
            self._leaving.show_progress(done, total)

    def _saved(self, session: RecordId, handing: Handing, files: tuple[Path, ...]) -> None:
        handing.done()
        if session == self._session:
            self._around.announcer.announce(self._leaving.show_saved(files))

    def _failed(self, session: RecordId, handing: Handing, to: Path, error: BaseException) -> None:
        handing.failed()
        sentence = saving_trouble(error, to, self._around.words)
        if session == self._session:
            self._leaving.show_trouble(sentence)
        self._around.announcer.announce(sentence, urgent=True)
