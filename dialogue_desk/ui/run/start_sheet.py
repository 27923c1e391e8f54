"""When the session began: asked when it starts late, and corrected later."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.ids import MINUTE, Instant
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.run.overlay import Sheet
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.inputs import TimeOfDay
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.words.times import local_datetime, short_time, time_of_day


class StartSheet(Sheet):
    """Asks when the session began, in the middle of the page.

    Tells ``counted_from(instant)`` when a session starts late, ``began(instant)`` when a person corrects the
    start of a session under way, and ``closed`` when nothing changes.
    """

    counted_from = Signal(object)
    began = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        theme, tr = context.theme, context.words.tr
        self._zone = 0
        self._start: Instant = 0
        self._title, self._aside = Label(role="title"), Label(role="muted")
        self.now_button = Button(theme, tr("Start now"), weight=Weight.PRIMARY, icon="play")
        self.count_button = Button(theme, "")
        self.other_button = Button(theme, tr("Another time"))
        self.time = TimeOfDay(context.words)
        self.field = Field(tr("It began at"), self.time)
        self.set_button = Button(theme, tr("Use this time"), weight=Weight.PRIMARY, icon="check")
        self.cancel_button = Button(theme, tr("Cancel"))
        self.count_button.clicked.connect(lambda: self.counted_from.emit(self._start))
        self.set_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.closed)
        self._asking: tuple[QWidget, ...] = (self.now_button, self.count_button, self.other_button)
        self._setting: tuple[QWidget, ...] = (self.field, self.set_button)
        self._lay_out(theme.measure(characters=90))

    @property
    def asks(self) -> bool:
        """Whether a session is about to start late; False while the start of one under way is corrected."""
        return self.now_button.isVisibleTo(self)

    def ask(self, now: Instant, start: Instant, zone: int) -> None:
        """Ask how to start a session that was planned to begin at ``start``."""
        self._start, self._zone = start, zone
        words, planned = self._words, short_time(start, zone, self._words)
        self._set_mode(asking=True)
        self.show_now(now)
        self.count_button.setText(words.tr("Count from {time}", time=planned))
        self._aside.setText(
            words.tr("If the circle started talking at {time}, count from then.", time=planned)
        )

    def show_now(self, now: Instant) -> None:
        """Say what time it is now."""
        if self.asks:
            words = self._words
            said = words.tr(
                "It is {now}. The session was planned for {time}.",
                now=time_of_day(now, self._zone, words),
                time=short_time(self._start, self._zone, words),
            )
            self._title.setText(said)

    def ask_when(self, began: Instant, zone: int) -> None:
        """Ask when a session under way really began."""
        self._start, self._zone = began, zone
        words, moment = self._words, local_datetime(began, zone)
        self._set_mode(asking=False)
        self._title.setText(words.tr("When did it begin?"))
        self._aside.setText(words.tr("The time in between is added to the part you started with."))
        self.time.since = (moment - timedelta(hours=6)).time()  # "7:05" is the one near the known start
        self.time.show_value(moment.time())

    def show_refused(self) -> None:
        """Say that the session cannot have begun then."""
        said = self._words.tr(
            "It cannot have started then: the part it started with has not run that long. Choose "
            "an earlier time."
        )
        self.field.show_error(said)
        self.time.setFocus(Qt.FocusReason.OtherFocusReason)

    def sentence(self) -> str:
        """Return the question."""
        return self._title.text()

    def focus_next(self) -> None:
        (self.now_button if self.asks else self.time).setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Tell the instant, at the time of day that was typed, nearest to the start that is known."""
        if self.asks or self.time.fault():
            return
        time, moment = self.time.value(), local_datetime(self._start, self._zone)
        by = (time.hour - moment.hour) * 60 + time.minute - moment.minute
        minutes = (by + 12 * 60) % (24 * 60) - 12 * 60
        self.began.emit(self._start - self._start % MINUTE + minutes * MINUTE)

    def _set_mode(self, *, asking: bool) -> None:
        for widget in self._asking:
            widget.setVisible(asking)
        for widget in self._setting:
            widget.setVisible(not asking)

    def _lay_out(self, widest: int) -> None:
        card = Card(edge=Space.VAST)
        card.column.addWidget(self._title)
        card.column.addWidget(self._aside)
        card.column.addSpacing(Space.SNUG)
        card.column.addWidget(self.field, 0, Qt.AlignmentFlag.AlignLeading)
        buttons = FlowLayout(gap=Space.SNUG)
        for button in (*self._asking, self.set_button, self.cancel_button):
            buttons.addWidget(button)
        card.column.addLayout(buttons)
        self.lay_out_as_card(card, widest)
