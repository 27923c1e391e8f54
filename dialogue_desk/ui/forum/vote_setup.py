"""How people vote: the dots on each ballot, and how many of them can go to one option."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.forum import MOST_FORUM_DOTS, Forum
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.layouts import column

_WIDE = 200


class VoteSetup(QWidget):
    """``changed(forum)`` tells other dots."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._forum = Forum()
        self.dots = Number(theme, words, 1, MOST_FORUM_DOTS)
        self.most = Number(theme, words, 0, MOST_FORUM_DOTS)
        self.most.box.setSpecialValueText(words.tr("no limit"))
        for one in (self.dots, self.most):
            one.keep_width(_WIDE)
        column(
            flowing(
                Field(words.tr("Dots each"), self.dots),
                Field(words.tr("At most on one option"), self.most),
                gap=Space.BASE,
            ),
            within=self,
        )
        self.dots.changed.connect(self._say)
        self.most.changed.connect(self._say)

    def show_forum(self, forum: Forum) -> None:
        """Show how people vote."""
        self._forum = forum
        self.most.box.setMaximum(forum.dots_each)
        self.dots.show_value(forum.dots_each)
        self.most.show_value(forum.most_on_one)

    def _say(self, _value: int) -> None:
        dots = self.dots.value()
        self._forum = replace(self._forum, dots_each=dots, most_on_one=min(self.most.value(), dots))
        self.changed.emit(self._forum)
