"""The sheet that puts a program or a circle on hold for a public-records request, and ends the hold."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.holds import CannotHold, holds_over, lift_hold, put_on_hold
from dialogue_desk.desk.error_text import trouble_sentence
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.hold import LONGEST_REFERENCE
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.trouble_line import TroubleLine
from dialogue_desk.words.holding_words import cannot_hold_text, hold_text


class HoldSheet(SheetDialog):
    """Says what a hold does and does not do, and puts ``target`` on hold or ends its hold."""

    def __init__(self, desk: Desk, target: RecordId, context: Context, window: QWidget | None = None) -> None:
        words, tr = context.words, context.words.tr
        super().__init__(context.theme, tr("Hold for a public-records request"), window)
        self._desk, self._target, self._context = desk, target, context
        record = desk.get(target)
        body = record.body if record is not None else None
        name = body.name if isinstance(body, Program) else ""
        if isinstance(body, Circle):
            name = tr("Circle {code}", code=body.code)
        self.column.add(Label(name, "strong"))
        now = desk.clock.now()
        over = holds_over(desk, target)
        own = next((one.hold for one in over if one.id == target), None)
        for one in over:
            card = Card("notice")
            card.add(Label(hold_text(one, desk.clock.zone(now), words)))
            self.column.add(card)
        for sentence in (
            tr("While it is on hold, Home does not ask you to erase it, and erasing it is asked twice."),
            tr("A quote that somebody takes back is erased all the same."),
            tr(
                "The hold is for this laptop only. Facilitators keep to their own days: tell them yourself "
                "what to keep."
            ),
        ):
            self.column.add(Label(sentence))
        self.number = QLineEdit(own.reference if own else "", self)
        self.number.setMaxLength(LONGEST_REFERENCE)
        hint = tr("Its number or date, and no name. You can leave it empty.")
        self.column.add(Field(tr("Request"), self.number, hint))
        self._trouble = TroubleLine(context.announcer)
        self.column.add(self._trouble, STRETCH)
        self.foot.addStretch(1)
        self.add_button(tr("Cancel"), self.reject, weight=Weight.QUIET)
        if own is not None:
            self.add_button(tr("End the hold"), self._lift)
        put = tr("Save") if own is not None else tr("Put on hold")
        self.put = self.add_button(put, self._put, weight=Weight.PRIMARY)
        self.number.returnPressed.connect(self.put.click)
        self.number.setFocus()

    def _put(self) -> None:
        try:
            put_on_hold(self._desk, self._target, self.number.text())
        except CannotHold as refused:
            self._trouble.say(cannot_hold_text(refused.why, self._context.words))
        except DeskTrouble as trouble:
            self._trouble.say(trouble_sentence(trouble, self._context.words))
        else:
            self.accept()

    def _lift(self) -> None:
        try:
            lift_hold(self._desk, self._target)
        except DeskTrouble as trouble:
            self._trouble.say(trouble_sentence(trouble, self._context.words))
        else:
            self.accept()
