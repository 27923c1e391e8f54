"""The part of the settings about laptops: the name of this one, the accepted ones, and the way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.trust.known_laptops import forget, known_laptops
from dialogue_desk.desk.trust.way_back import MOST_DAYS, days_to_bring_back, set_days_to_bring_back
from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.exchange.signing import short_device
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, clear_layout, column, row
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.words.times import day


class LaptopsSection(QWidget):
    """Shows whose changes are made without asking and who was turned down, and lets a person undo both."""

    letting_go_wanted = Signal()
    """Nothing is to be kept any longer, and something is."""

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__()
        self._desk, self._context, self._words = desk, context, context.words
        tr = self._words.tr
        self._accepted = column(gap=Space.TIGHT)
        self.days = Number(context.theme, self._words, 0, MOST_DAYS, tr("days"))
        self.days.setAccessibleName(tr("Days to bring back what other laptops erased"))
        self.days.show_value(days_to_bring_back(desk))
        self.days.changed.connect(self._set_days)
        whole = column(
            Label(tr("Laptops"), "strong"),
            Label(tr("This laptop is {laptop}.", laptop=short_device(desk.device))),
            self._accepted,
            gap=Space.TIGHT,
            within=self,
        )
        whole.addSpacing(Space.TIGHT)
        whole.addWidget(Label(tr("Bring back what you let other laptops erase"), "strong"))
        whole.addWidget(flowing(self.days))
        hint = tr(
            "For so many days, from now on. 0 means that it is erased for good at once. What is kept already "
            "stays until its day, unless you erase it for good on Home."
        )
        whole.addWidget(Label(hint, "note"))
        self._fill()

    def _fill(self) -> None:
        clear_layout(self._accepted)
        laptops, tr, zone = known_laptops(self._desk), self._words.tr, self._desk.clock.zone
        said = (
            tr("What these laptops change or erase is changed and erased here too, without asking.")
            if laptops
            else tr(
                "When another laptop changes or erases what it did not write, you are asked first, unless it "
                "works together with the laptop that wrote it."
            )
        )
        shown: list[QWidget] = [Label(said, "note")]
        for one in laptops:
            since = tr("since {date}", date=day(one.since, zone(one.since), self._words))
            shown.append(self._row(one.name, tr("Ask me from now on"), since))
        declined = sorted(self._desk.file.laptops.declined())
        if declined:
            no = tr(
                "You said that you do not work together with these. What they change of others waits for "
                "your answer."
            )
            shown.append(Label(no, "note"))
        shown += [self._row(name, tr("Ask me again")) for name in declined]
        for widget in shown:
            self._accepted.addWidget(widget)
            widget.show()  # at once, because one of the buttons may take the focus

    def _row(self, laptop: DeviceId, ask: str, said: str = "") -> QWidget:
        name = self._words.tr("Laptop {laptop}", laptop=short_device(laptop))
        button = Button(self._context.theme, ask, weight=Weight.QUIET)
        button.setAccessibleName(f"{button.text()}: {name}")
        button.clicked.connect(partial(self._forget, laptop))
        line = ResponsiveRow(self._context.theme, 420, gap=Space.BASE)
        texts = QWidget()
        row(Label(name, wrap=False), Label(said, "note", wrap=False), STRETCH, gap=Space.SNUG, within=texts)
        line.add(texts, 1)
        line.add(button)
        return line

    def _set_days(self, days: int) -> None:
        set_days_to_bring_back(self._desk, days)
        if not days and self._desk.file.way_back.until():
            self.letting_go_wanted.emit()

    def _forget(self, laptop: DeviceId, _checked: bool = False) -> None:
        forget(self._desk, laptop)
        self._fill()
        # The button is gone; the next thing in this part takes the focus.
        left = self.findChildren(Button)
        place = next((one for one in left if one.isVisibleTo(self) and one.weight is Weight.QUIET), self.days)
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        tr = self._words.tr
        self._context.announcer.announce(
            tr("From now on you are asked about laptop {laptop}.", laptop=short_device(laptop))
        )
