"""Rehearsing: the run screen itself, at any speed, on a desk in memory that is thrown away."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.session.rehearsal import Rehearsal
from dialogue_desk.desk.session.session_edits import SessionDraft
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.desk_signals import DeskSignals
from dialogue_desk.ui.room.room_screen import RoomScreen
from dialogue_desk.ui.run.run_page import RunPage
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.pill import Pill, Tone
from dialogue_desk.words import Words

SPEEDS = (1, 2, 5, 10, 30, 60)
"""How many times faster than real the clock may run."""

USUAL_SPEED = 10


class RehearsalBar(Card):
    """Says that it is a rehearsal; tells ``speed_chosen(int)``."""

    speed_chosen = Signal(int)

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__("bar", edge=0)
        tr = words.tr
        self.sentence = tr("Rehearsal: nothing here is saved")
        choices = [Choice(str(speed), f"{speed}×") for speed in SPEEDS]
        self.speeds = Chips(theme, tr("How fast the clock runs"), choices)
        self.speeds.choose(str(USUAL_SPEED))
        self.speeds.chosen.connect(lambda speed: self.speed_chosen.emit(int(speed)))
        self.end_button = Button(theme, tr("End the rehearsal"))
        pill, buttons = Pill(theme, self.sentence, Tone.WARN), flowing(self.speeds, self.end_button)
        line = row(pill, (buttons, 1), gap=Space.SNUG, margins=(Space.WIDE, 0, Space.BASE, 0))
        for widget in (pill, buttons):
            line.setAlignment(widget, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(line)


class RehearsalPage(QWidget):
    """Holds a run page while a session is rehearsed; ``left()`` tells that it is over."""

    left = Signal()

    def __init__(self, desk: Desk, shelf: GuideShelf, context: Context, room: RoomScreen) -> None:
        super().__init__()
        self._desk, self._shelf, self._context, self._room = desk, shelf, context, room
        self.rehearsal: Rehearsal | None = None
        self.run: RunPage | None = None
        self.bar: RehearsalBar | None = None
        self._whole = column(gap=None, within=self)

    def undo_latest(self) -> None:
        """Undo what was done last in the rehearsal."""
        if self.run is not None:
            self.run.undo_latest()

    def redo_latest(self) -> None:
        """Redo what was undone last in the rehearsal."""
        if self.run is not None:
            self.run.redo_latest()

    def rehearse(self, session_draft: SessionDraft, speed: int = USUAL_SPEED) -> RunPage:
        """Begin the session of ``session_draft`` as a rehearsal, and return the page on which it runs."""
        self.leave()
        self.rehearsal = rehearsal = Rehearsal(self._desk, self._shelf, session_draft, speed)
        context = replace(self._context, desk_signals=DeskSignals(rehearsal.desk, self))
        desk, folders = rehearsal.desk, rehearsal.folders
        self.run = run = RunPage(desk, folders, context, desk.file.pulse(), self._room)
        run.left.connect(self._end)
        run.closing.connect(self._end)
        self.bar = bar = RehearsalBar(context.theme, context.words)
        bar.speeds.choose(str(speed))
        bar.speed_chosen.connect(self._change_speed)
        bar.end_button.clicked.connect(self._end)
        run.choices.insertWidget(1, bar, 1)
        self._whole.addWidget(run)
        run.show_session(rehearsal.session_id)
        self._context.announcer.announce(bar.sentence)
        return run

    def show_over_session(self, notice: QWidget) -> None:
        """Put a notice over the panels of the session, where its keys work too."""
        layout = self.run.layout() if self.run is not None else None
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(2, notice)

    def leave(self) -> None:
        """Throw away what was rehearsed."""
        run, self.run, self.bar = self.run, None, None
        if run is not None:
            run.leave()
            run.hide()
            run.deleteLater()
            self._room.close()
        if self.rehearsal is not None:
            self.rehearsal.close()
            self.rehearsal = None

    def _change_speed(self, speed: int) -> None:
        if self.rehearsal is not None:
            self.rehearsal.clock.speed = speed

    def _end(self) -> None:
        self.left.emit()
        self._context.toast.say(self._context.words.tr("The rehearsal is over. Nothing was saved."))
