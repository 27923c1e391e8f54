"""Pause and cool down: the clock is stopped, and what helps is one press away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from dialogue_desk.domain.model.ids import Instant
from dialogue_desk.domain.run.cool_down import CoolDown, CoolDownTool
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.run.overlay import Overlay
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.tools.cool_down_words import words_to_say
from dialogue_desk.ui.tools.stopwatch import Stopwatch
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.ring import Pace, TimeLeft, TimeRing
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.words.names import name_of

_ICONS = {
    CoolDownTool.TIMER: "clock",
    CoolDownTool.GO_ROUND: "people",
    CoolDownTool.GROUND_RULES: "rules",
    CoolDownTool.PARKING_LOT: "parking",
    CoolDownTool.NOTHING: "action",
}

RESUME = "resume the clock"
"""The id of the offer to let the clock run again."""


class CoolDownSheet(Overlay):
    """Offers moves that help: ``chosen`` is the one that runs, None while they are offered; it is not stored.

    Timers run here; ``wanted(CoolDown)`` tells of a move that opens something else.
    """

    wanted = Signal(object)
    moments_wanted = Signal()

    def __init__(self, context: Context, steady: Callable[[], Instant]) -> None:
        super().__init__()
        self._context, self._steady = context, steady
        self.chosen: CoolDown | None = None
        self._time = Stopwatch()
        self._over = False
        theme, words = context.theme, context.words
        self.primary = Button(theme, words.tr("Resume"), weight=Weight.PRIMARY, icon="play")
        self._room_button = Button(theme, words.tr("Show in the room"), icon="display")
        self.other_button = Button(theme, words.tr("Something else"), icon="back")
        self.moments_button = Button(theme, words.tr("When it gets hot"))
        self._moves = QWidget()
        self.ring = TimeRing(theme, words, words.tr("Time left for this"))
        self.doing = Label(role="title")
        self._hint, self.said = Label(role="muted"), Label(role="lead")
        self._say = Card()
        self._say.add(Label(words.tr("Say"), "section"), self.said)
        self.move_buttons = {
            move: Button(theme, name_of(move, words), icon=_ICONS[move.tool]) for move in CoolDown
        }
        for move, button in self.move_buttons.items():
            button.clicked.connect(partial(self._choose, move))
        self.other_button.clicked.connect(self._choose_again)
        self.moments_button.clicked.connect(self.moments_wanted)
        self._room_button.clicked.connect(self.room_display_wanted)
        context.toast.acted.connect(self._act)
        self._lay_out()
        self.reset()

    def reset(self) -> None:
        """Offer the moves again."""
        self.chosen, self._time, self._over = None, Stopwatch(), False
        self._show()

    def tick(self) -> None:
        """Show what the clock says now."""
        time = self.room_time()
        if time is None or self.chosen is None:
            return
        self.ring.show_time(time)
        if time.left <= 0 and not self._over:
            self._over = True
            self._context.announcer.announce(self._time_is_up())
            self._show()

    def room_time(self) -> TimeLeft | None:
        """Return the time of the move; None when it has no timer."""
        if self.chosen is None or not self.chosen.length_ms:
            return None
        length = self.chosen.length_ms
        left = length - self._time.elapsed(self._steady())
        return TimeLeft(left, length, Pace.OVER if left <= 0 else Pace.RUNNING)

    def say_stopped(self) -> None:
        """Say that the clock is still stopped, and offer to let it run: the sheet is put away."""
        tr = self._context.words.tr
        self._context.toast.say(tr("The clock is still stopped."), action=tr("Resume"), action_id=RESUME)

    def _act(self, action: str) -> None:
        if action == RESUME:
            self.primary.click()

    def _choose_again(self) -> None:
        self.reset()
        next(iter(self.move_buttons.values())).setFocus()

    def _choose(self, move: CoolDown, _checked: bool = False) -> None:
        own = move.tool in {CoolDownTool.TIMER, CoolDownTool.NOTHING}
        self.chosen = move if own else None
        self._time, self._over = Stopwatch().started(self._steady()), False
        self._show()
        if not own:
            self.wanted.emit(move)
            return
        self._context.announcer.announce(self.doing.text())
        self.focus_next()

    def _show(self) -> None:
        words, chosen = self._context.words, self.chosen
        time = self.room_time()
        if chosen is None:
            self.doing.setText(words.tr("What would help now?"))
            hint = words.tr("The clock is stopped. We only record that there was a pause.")
        elif time is None:
            self.doing.setText(name_of(chosen, words))
            hint = words.tr("The clock is stopped until you are ready.")
        else:
            self.doing.setText(self._time_is_up() if self._over else name_of(chosen, words))
            hint = words.tr("The session's clock is stopped. Go on when the circle is ready.")
            self.ring.show_time(time)
        self._hint.setText(hint)
        said = words_to_say(chosen, words) if chosen is not None else ""
        self.said.setText(said)
        self._say.setVisible(bool(said))
        self.ring.setVisible(time is not None)
        self._room_button.setVisible(time is not None)
        self._moves.setVisible(chosen is None)
        self.other_button.setVisible(chosen is not None)

    def _time_is_up(self) -> str:
        assert self.chosen is not None
        words = self._context.words
        return words.tr("{what}: time is up", what=name_of(self.chosen, words))

    def _lay_out(self) -> None:
        grid = QGridLayout(self._moves)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.SNUG)
        for place, button in enumerate(self.move_buttons.values()):
            grid.addWidget(button, place // 2, place % 2)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
        page = ScrollColumn(self._context.theme, characters=96, edge=0)
        page.add(self._say)
        page.add(self.ring)
        page.add(self._moves)
        page.body.setAlignment(self.ring, Qt.AlignmentFlag.AlignHCenter)
        page.body.addStretch(1)
        column(
            row((column(self.doing, self._hint, gap=Space.HAIR), 1), self._room_button, gap=Space.SNUG),
            (page, 1),
            row((self.primary, 1), self.other_button, self.moments_button, gap=Space.SNUG),
            gap=Space.BASE,
            margins=(Space.WIDE, Space.BASE, Space.WIDE, Space.BASE),
            within=self,
        )
