"""Closing a session: a look at the evening, what is still open, and what leaves the room."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.exports import Handing
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.saving import files_of_session, saving_trouble, summary_document
from dialogue_desk.desk.sessions import set_present
from dialogue_desk.domain.bodies import Kind
from dialogue_desk.domain.ids import RecordId
from dialogue_desk.domain.notes import Consent, Note
from dialogue_desk.domain.session_folder import SessionFolder
from dialogue_desk.ui.session.closing.caught import Caught, People
from dialogue_desk.ui.session.closing.leaving import LeavingBar
from dialogue_desk.ui.session.closing.quotes import Quotes
from dialogue_desk.ui.session.closing.still_open import StillOpen
from dialogue_desk.ui.session.closing.times import Times
from dialogue_desk.ui.session.closing.top import CloseTop
from dialogue_desk.ui.session.habits import what_runs_over
from dialogue_desk.ui.surroundings import Surroundings
from dialogue_desk.ui.theme import Space
from dialogue_desk.ui.widgets.card import Card, Hairline
from dialogue_desk.ui.widgets.column import Column
from dialogue_desk.ui.widgets.document_view import DocumentView
from dialogue_desk.ui.widgets.label import Label

_WIDE = 1000
"""How wide the page is, at 100 % text, when the summary has room beside the steps."""


class ClosePage(QWidget):
    """Everything there is to do after the circle has gone home; each of it can be left and come back to."""

    left = Signal()
    run_wanted = Signal(str)

    def __init__(self, desk: Desk, folders: Folders, around: Surroundings) -> None:
        super().__init__()
        self._desk, self._folders, self._around = desk, folders, around
        self._session = RecordId("")
        theme, words = around.theme, around.words
        self._top = CloseTop(theme, words)
        self._times = Times(theme, words)
        self._people = People(theme, words)
        self._caught = Caught(theme, words)
        self._open = StillOpen(theme, words)
        self._quotes = Quotes(theme, words)
        self._leaving = LeavingBar(theme, words)
        self._paper = DocumentView()
        self._sheet = Card(edge=Space.VAST)
        self._sheet.column.addWidget(self._paper)
        self._reading = QWidget()
        reading = QVBoxLayout(self._reading)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.setSpacing(Space.TIGHT)
        reading.addWidget(Label(words.tr("What people will read"), "section"))
        reading.addWidget(self._sheet)
        reading.addStretch(1)
        self._steps = Column(theme)
        self._steps.body.setSpacing(Space.VAST)
        for step in (self._people, self._open, self._quotes, self._caught, self._times):
            self._steps.add(step)
        self._steps.body.addStretch(1)
        self._beside = Column(theme, centred=True)
        self._between = Hairline(upright=True)
        self._lay_out()
        self._listen()
        self._narrow: bool | None = None
        self._fold()

    def show_session(self, session_id: str) -> None:
        """Show a session, with the focus on what is to be done first."""
        if session_id != self._session:
            self._session = RecordId(session_id)
            self._leaving.begin_anew()
            self._steps.verticalScrollBar().setValue(0)
            self._beside.verticalScrollBar().setValue(0)
        if self._look() is not None:
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on what is to be done first."""
        folder = self._folders.session(self._session)
        if folder is not None:
            first = self._people.number if folder.session.present is None else self._leaving.save
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _lay_out(self) -> None:
        panels = QHBoxLayout()
        panels.setSpacing(0)
        panels.addWidget(self._steps, 5)
        panels.addWidget(self._between)
        panels.addWidget(self._beside, 7)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._top)
        whole.addLayout(panels, 1)
        whole.addWidget(Hairline())
        whole.addWidget(self._leaving)

    def _listen(self) -> None:
        self._leaving.left.connect(self.left)
        self._top.back_wanted.connect(self._back)
        self._open.mending_wanted.connect(self._back)
        self._people.counted.connect(self._count)
        self._quotes.answered.connect(self._answer)
        self._leaving.save_wanted.connect(self._ask_where)
        self._around.news.changed.connect(self._hear)
        self._around.theme.changed.connect(self._fold)

    def _fold(self) -> None:
        """Let the summary stand beside the steps, or under them where the window is narrow."""
        narrow = self.width() < self._around.theme.scaled(_WIDE)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._leaving.fold(narrow=narrow)
        self._beside.setVisible(not narrow)
        self._between.setVisible(not narrow)
        if narrow:
            self._steps.body.insertWidget(self._steps.body.count() - 1, self._reading)
        else:
            self._beside.add(self._reading)

    def _hear(self, outcome: Outcome) -> None:
        if not self._session:
            return
        folder = self._folders.session(self._session)
        owners = (self._session, folder.circle_id) if folder else (self._session,)
        if outcome.touches(Kind.THEME, Kind.PROGRAM) or any(outcome.touches(under=one) for one in owners):
            # What was saved before is not what is here now.
            self._leaving.begin_anew()
            self._look()

    def _look(self) -> SessionFolder | None:
        folder = self._folders.session(self._session)
        if folder is None:
            self.left.emit()
            return None
        for shown in (
            self._top,
            self._people,
            self._open,
            self._quotes,
            self._caught,
            self._times,
            self._leaving,
        ):
            shown.show_folder(folder)
        circle = self._folders.of_circle(folder.circle_id)
        self._times.show_habit(what_runs_over(circle, self._around.words))
        self._paper.show_document(summary_document(folder, self._around.words))
        return folder

    def _back(self) -> None:
        self.run_wanted.emit(self._session)

    def _count(self, present: int) -> None:
        set_present(self._desk, self._session, present or None)

    def _answer(self, note_id: str, consent: Consent) -> None:
        record = self._desk.get(RecordId(note_id))
        if record is not None and isinstance(record.body, Note):
            self._desk.rewrite(record.id, replace(record.body, consent=consent))

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
