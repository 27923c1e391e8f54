"""Practicing before a first circle: choosing, taking notes or leading, and how it went."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.session.note_practice import NotePractice
from dialogue_desk.desk.session.privacy_words import finder_beside
from dialogue_desk.domain.practice.leading import Led
from dialogue_desk.domain.practice.playback import Pace
from dialogue_desk.exchange.practice_files import practices_in
from dialogue_desk.resources import resource
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.practice.lead_form import LeadChoice, LeadForm
from dialogue_desk.ui.practice.leading_review import LeadingReview
from dialogue_desk.ui.practice.leading_view import LeadingView
from dialogue_desk.ui.practice.note_practice_view import NotePracticeView
from dialogue_desk.ui.practice.note_review import NoteReview
from dialogue_desk.ui.practice.practice_choice import NOTES, NoteChoice, NoteForm, PracticeChoice
from dialogue_desk.ui.room.room_screen import RoomScreen


class PracticePage(QWidget):
    """One view at a time; nothing that happens in it reaches the desk.  ``left`` tells that it is over."""

    left = Signal()

    def __init__(self, desk: Desk, shelf: GuideShelf, context: Context, room: RoomScreen) -> None:
        super().__init__()
        self._desk, self._shelf, self._context, self._room = desk, shelf, context, room
        practices = practices_in(resource("practice"), context.words, shelf.library().translation)
        notes, lead = NoteForm(practices.scripts, context), LeadForm(shelf, context)
        self._choice = PracticeChoice(notes, lead, context)
        self._choice.begin_wanted.connect(self._begin)
        self._choice.left.connect(self.left)
        self._practice: NotePractice | None = None
        self._views = QStackedLayout(self)
        self._views.addWidget(self._choice)

    @property
    def view(self) -> QWidget | None:
        """The view that is shown."""
        return self._views.currentWidget()

    def show_choice(self) -> None:
        """Ask what to practice; what was practiced before is thrown away."""
        self.leave()
        self._choice.lead.read()
        self._show(self._choice)

    def take_notes(self, chosen: NoteChoice) -> None:
        """Begin a practice of taking notes."""
        self.leave()
        practice = NotePractice(self._desk, self._shelf, chosen.script, chosen.pace, chosen.part)
        self._practice = practice
        view = NotePracticeView(practice, self._context)
        view.finished.connect(self._show_review)
        view.left.connect(self.show_choice)
        self._show(view)

    def lead(self, chosen: LeadChoice, seed: int | None = None) -> None:
        """Begin a practice of leading; ``seed`` decides what happens in it, or the time does."""
        self.leave()
        seed = self._desk.clock.now() if seed is None else seed
        view = LeadingView(self._desk, self._shelf, chosen, seed, self._context, self._room)
        view.finished.connect(partial(self._show_led, view))
        view.left.connect(self.show_choice)
        self._show(view)

    def take_focus(self) -> None:
        """Put the keyboard where the view that is shown begins."""
        view = self.view
        if isinstance(view, PracticeChoice | NotePracticeView | NoteReview | LeadingView | LeadingReview):
            view.take_focus()

    def undo_latest(self) -> None:
        """Undo what was done last in the practice."""
        if isinstance(self.view, NotePracticeView):
            self.view.undo()
        elif isinstance(self.view, LeadingView):
            self.view.rehearsal_page.undo_latest()

    def redo_latest(self) -> None:
        """Redo what was undone last in the practice."""
        if isinstance(self.view, NotePracticeView):
            self.view.redo()
        elif isinstance(self.view, LeadingView):
            self.view.rehearsal_page.redo_latest()

    def leave(self) -> None:
        """Throw away what was practiced."""
        if isinstance(self.view, NotePracticeView | LeadingView):
            self.view.leave()
        if self._practice is not None:
            self._practice.close()
            self._practice = None
        self._show(self._choice)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.view is self._choice:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and isinstance(self.view, NoteReview | LeadingReview):
            self.show_choice()
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        notes, lead = self._choice.notes.chosen(), self._choice.lead.chosen()
        if self._choice.side.choice() == NOTES:
            if notes is not None:
                self.take_notes(notes)
        elif lead is not None:
            self.lead(lead)

    def _show_review(self) -> None:
        practice = self._practice
        if practice is None:
            return
        review = practice.review(finder_beside().finds)
        chosen = NoteChoice(practice.script, practice.pace, practice.begun_in)
        self.leave()
        view = NoteReview(chosen.script, chosen.pace, review, self._context)
        view.left.connect(self.left)
        view.another_wanted.connect(self.show_choice)
        view.again_wanted.connect(
            lambda pace: self.take_notes(NoteChoice(chosen.script, Pace(pace), chosen.part))
        )
        self._show(view)
        self._context.announcer.announce(view.sentence())

    def _show_led(self, led_view: LeadingView, led: Led) -> None:
        chosen, plan = led_view.chosen, led_view.plan
        self.leave()
        view = LeadingReview(led, plan, led_view.titles, self._context)
        view.left.connect(self.left)
        view.another_wanted.connect(self.show_choice)
        view.again_wanted.connect(lambda: self.lead(chosen))
        self._show(view)
        self._context.announcer.announce(view.sentence())

    def _show(self, view: QWidget) -> None:
        """Show a view in the place of the one before, which is thrown away."""
        before = self.view
        if before is view:
            return
        self._views.addWidget(view)
        self._views.setCurrentWidget(view)
        if before is not None and before is not self._choice:
            self._views.removeWidget(before)
            before.hide()
            before.deleteLater()
        if self.isVisible():
            self.take_focus()
