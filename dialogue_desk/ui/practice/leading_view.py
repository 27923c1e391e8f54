"""Practicing to lead: a rehearsal in which things happen, as they do in a circle."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.session.lead_practice import LeadPractice
from dialogue_desk.desk.session.session_edits import SessionDraft
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import Phase, RemainingPlan
from dialogue_desk.domain.practice.challenges import challenges
from dialogue_desk.domain.run.moment_deck import MomentDeck
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.practice.challenge_card import ChallengeCard
from dialogue_desk.ui.practice.lead_form import LeadChoice
from dialogue_desk.ui.prepare.rehearsal_page import RehearsalPage
from dialogue_desk.ui.room.room_screen import RoomScreen
from dialogue_desk.ui.widgets.layouts import column


class LeadingView(QWidget):
    """Runs the session that was chosen; ``finished(Led)`` tells how it went, ``left`` that it never began.

    While something happens the clock runs at its real speed: nobody finds words at ten times that.
    """

    finished = Signal(object)
    left = Signal()

    def __init__(
        self,
        desk: Desk,
        shelf: GuideShelf,
        chosen: LeadChoice,
        seed: int,
        context: Context,
        room: RoomScreen,
    ) -> None:
        super().__init__()
        self._context, self.chosen = context, chosen
        deck = MomentDeck.of(chosen.guide.moments, shelf.moments_in(chosen.guide.language))
        self.titles = {moment.id: moment.title for moment in deck.moments}
        """What the hard moments are called."""
        self.rehearsal_page = RehearsalPage(desk, shelf, context, room)
        column(self.rehearsal_page, gap=None, within=self)
        self.run = run = self.rehearsal_page.rehearse(_session_draft(desk, chosen), chosen.speed)
        session = run.planning.session
        if session is None:
            raise LookupError("a rehearsal has its session")
        self.plan = session.folder.plan
        self._set_speed(1)  # until it begins: a person who looks around first is not late
        self.card = ChallengeCard(context)
        self.rehearsal_page.show_over_session(self.card)
        self._replanned: RemainingPlan | None = None
        self._controller = controller = session.controller
        self.practice = LeadPractice(challenges(self.plan, list(self.titles), seed), desk.clock)
        controller.clock_read.connect(self._follow_clock)
        controller.moved.connect(self._follow_plan)
        sheet = run.tools.moments.sheet
        sheet.list.opened.connect(self._follow_deck)
        sheet.closed.connect(self._go_on_with_words)
        self.card.words_wanted.connect(run.tools.moments.show)
        self.card.plan_wanted.connect(run.planning.toggle)
        self.card.done.connect(self._go_on)
        self.rehearsal_page.left.connect(self._finish)

    def take_focus(self) -> None:
        """Put the keyboard where the session begins."""
        self.run.center.take_focus()

    def leave(self) -> None:
        """Throw the session away."""
        self.rehearsal_page.leave()

    def _follow_clock(self) -> None:
        live = self._controller.live
        if live.phase is not Phase.RUNNING or not live.upcoming:
            return
        challenge = self.practice.come(self._controller.read().session_elapsed)
        if challenge is None:
            return
        self._set_speed(1)
        self._replanned = live.replanned
        if challenge.moment:
            self.card.show_moment(self.titles[challenge.moment])
        else:
            if self.rehearsal_page.rehearsal is not None:
                self.rehearsal_page.rehearsal.clock.skip(challenge.lost)
            self.card.show_delay(challenge)

    def _follow_plan(self) -> None:
        """Let the clock run faster once the session runs; go on once the plan is adjusted after a delay."""
        current, live = self.practice.current, self._controller.live
        if current is None and live.started is not None:
            self._set_usual_speed()
        if current is not None and current.delay is not None and live.replanned != self._replanned:
            self.practice.answer()
            self._go_on()

    def _follow_deck(self, moment: str) -> None:
        """Say whether the words that were opened are those for what happens."""
        current = self.practice.current
        if current is None or not current.moment:
            return
        if current.moment == moment:
            self.card.show_found(self.practice.answer())
        elif not self.practice.answered:
            self.card.show_other(self.titles[current.moment])

    def _go_on_with_words(self) -> None:
        current = self.practice.current
        if current is not None and current.moment and self.practice.answered:
            self._go_on()

    def _go_on(self) -> None:
        current = self.practice.current
        if current is not None and current.moment:
            self.practice.answer(own=True)
        self.practice.end_challenge()
        self.card.hide()
        self._set_usual_speed()
        self.take_focus()

    def _set_usual_speed(self) -> None:
        if self.rehearsal_page.bar is not None:
            self._set_speed(int(self.rehearsal_page.bar.speeds.choice()))

    def _set_speed(self, speed: int) -> None:
        if self.rehearsal_page.rehearsal is not None:
            self.rehearsal_page.rehearsal.clock.speed = speed

    def _finish(self) -> None:
        live = self._controller.live
        if live.started is None:
            self.left.emit()
        else:
            self.finished.emit(self.practice.result(live, self._controller.runner.now()))


def _session_draft(desk: Desk, chosen: LeadChoice) -> SessionDraft:
    """Return the draft of the session that is led, with the circle that its guide suits best."""
    start, guide = desk.clock.now(), chosen.guide
    return SessionDraft(
        texts=chosen.texts,
        plan=chosen.plan.id,
        number=1,
        start=start,
        hard_end=start + chosen.plan.minutes * MINUTE,
        people=guide.best or guide.people[1],
        circle=Circle("C00", language=guide.language),
        ground_rules=guide.ground_rules,
        title=chosen.plan.title,
        track=chosen.track,
    )
