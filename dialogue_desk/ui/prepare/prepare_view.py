"""How Prepare is laid out: what is known at the left, how it will go at the right, the acts at the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.show_events import reporting_errors
from dialogue_desk.ui.prepare.last_time import GroundRulesExpander, LeftOpen
from dialogue_desk.ui.prepare.plan_card import PlanCard
from dialogue_desk.ui.prepare.prepare_foot import PrepareFoot
from dialogue_desk.ui.prepare.session_fields import SessionFields
from dialogue_desk.ui.prepare.session_form import SessionForm
from dialogue_desk.ui.prepare.to_do_before import ToDoBefore
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn

_FACTS, _FORM, _ALONE, _SIDE_BY_SIDE = 430, 560, 640, 900
"""The widths of the left column when it is read, when it is a form, when it is alone; and of two columns."""


class PrepareView(QWidget):
    """The pieces of the page, beside each other or, where there is little room, one under the other."""

    escaped = Signal()

    def __init__(self, desk: Desk, folders: Folders, shelf: GuideShelf, context: Context) -> None:
        super().__init__()
        self._theme = theme = context.theme
        self.fields = SessionFields(desk, folders, shelf, context, self)
        self.form = SessionForm(self.fields, context)
        self.plan = PlanCard(context)
        self.rules = GroundRulesExpander(context)
        self.things = ToDoBefore(context)
        self.left_open = LeftOpen(context)
        self.title = Label(role="title")
        self.start_over_button = Button(
            theme, context.words.tr("Start over"), weight=Weight.QUIET, icon="undo"
        )
        self.foot = PrepareFoot(context)
        self.begin_button, self.rehearse_button = self.foot.begin, self.foot.rehearse
        self._left, self._sides = QWidget(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column(self.form, self.things, self.left_open, self.rules, STRETCH, gap=Space.BASE, within=self._left)
        self._sides.setSpacing(Space.WIDE)
        self._sides.addWidget(self._left)
        self._sides.addWidget(self.plan, 1)
        self._sides.addStretch(0)
        page = ScrollColumn(theme, characters=0)
        page.body.addLayout(row((self.title, 1), self.start_over_button, gap=Space.SNUG))
        page.body.addLayout(self._sides)
        page.body.addStretch(1)
        column((page, 1), self.foot, within=self)

    def fold(self) -> None:
        """Put the plan beside what is known, or under it."""
        theme, directions = self._theme, QBoxLayout.Direction
        beside = self.width() * 9 // 20
        narrow = self.width() < theme.scaled(_SIDE_BY_SIDE) or beside < self._left.minimumSizeHint().width()
        self._sides.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        alone = narrow or self.plan.isHidden()
        widest = theme.scaled(_ALONE if alone else _FORM if self.form.is_whole else _FACTS)
        if not alone:
            widest = min(widest, beside)
        elif narrow:
            widest = max(widest, self.width())  # a column that is held narrower than its room gets too low
        self._left.setMaximumWidth(widest)
        self._left.setMinimumWidth(0 if narrow else widest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    @reporting_errors
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.form.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()
