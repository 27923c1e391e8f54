"""Who has to act or can answer: one of the actors that are known, or another name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from dialogue_desk.domain.model.text import title_text
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.person_remark import PersonRemark
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow

_LONGEST_NAME, _LONGEST_SHOWN = 300, 80
_SIDE_BY_SIDE = 440
"""Below this width the two are one under the other, in pixels at 100 % text."""


def keep_narrow(select: Select) -> None:
    """Let a choice be as wide as there is room, however long what people wrote is."""
    select.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    select.setMinimumContentsLength(12)
    select.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class ActorChoice(QWidget):
    """Asks ``question``; ``chosen(name)`` tells the answer, "" where it is ``nobody``."""

    chosen = Signal(str)

    def __init__(self, context: Context, question: str, nobody: str) -> None:
        super().__init__()
        self._nobody = nobody
        self.select = Select(context.theme)
        keep_narrow(self.select)
        self.other = LineBox()
        self.other.setMaxLength(_LONGEST_NAME)
        self.other.setPlaceholderText(context.words.tr("Type it and press Enter"))
        self.remark = PersonRemark(context)
        fields = ResponsiveRow(context.theme, _SIDE_BY_SIDE, gap=Space.BASE)
        for field in (Field(question, self.select), Field(context.words.tr("Or another name"), self.other)):
            fields.add(field, 1)
        column(fields, self.remark, within=self)
        self.setFocusProxy(self.select)
        self.select.chosen.connect(self.chosen)
        self.other.editingFinished.connect(self.keep)
        self.other.textChanged.connect(lambda typed: self.remark.look_at(typed or self.select.choice()))
        self.other.escaped.connect(self.other.clear)

    def show_actor(self, actors: Sequence[str], actor: str) -> None:
        """Offer these actors, and show who it is now."""
        known = actors if not actor or actor in actors else (actor, *actors)
        names = (Choice(one, shortened(one, _LONGEST_SHOWN)) for one in known)
        self.select.show_choices([Choice("", self._nobody), *names])
        self.select.choose(actor)
        self.remark.look_at(actor)

    def keep(self) -> None:
        """Tell a name that was typed and not told yet."""
        typed = " ".join(title_text(self.other.text()).split())
        if typed:
            self.other.clear()
            self.chosen.emit(typed)
