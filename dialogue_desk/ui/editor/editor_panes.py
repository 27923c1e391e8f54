"""Outline, form and check side by side, or one or two of them at a time where there is little room."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import PlaceButton
from dialogue_desk.ui.widgets.card import Card, Hairline
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row

_THREE, _TWO = 1180, 820
"""The widths in which three and two panes have room, at 100 % text."""
_SIDE = 300


class Pane(StrEnum):
    """What the editor is made of."""

    OUTLINE = "outline"
    FORM = "form"
    CHECK = "check"


class EditorPanes(QWidget):
    """Shows the panes for which there is room; a bar at the foot leads to the others."""

    def __init__(self, context: Context, outline: QWidget, form: QWidget, check: QWidget) -> None:
        super().__init__()
        self._theme, tr = context.theme, context.words.tr
        self.panes = {Pane.OUTLINE: outline, Pane.FORM: form, Pane.CHECK: check}
        self.shown = Pane.FORM
        self._lines = (Hairline(upright=True), Hairline(upright=True))
        words = {Pane.OUTLINE: tr("Outline"), Pane.FORM: tr("Text"), Pane.CHECK: tr("Check")}
        self.buttons = {pane: PlaceButton(context.theme, words[pane]) for pane in Pane}
        for pane, button in self.buttons.items():
            button.clicked.connect(lambda _checked, pane=pane: self.show_pane(pane))
        self.foot = Card("bar", edge=0)
        edges = (Space.BASE, Space.HAIR, Space.BASE, Space.HAIR)
        self.length = Label(role="strong", wrap=False)
        middle = Qt.AlignmentFlag.AlignVCenter
        places = row(*self.buttons.values(), STRETCH, (self.length, 0, middle), gap=Space.HAIR, margins=edges)
        self.foot.add(places)
        whole = row(outline, self._lines[0], (form, 1), self._lines[1], check)
        column((whole, 1), self.foot, within=self)
        context.theme.changed.connect(self._fit)

    def show_pane(self, pane: Pane) -> None:
        """Show a pane, where not all are."""
        self.shown = pane
        self._fit()

    def shows(self, pane: Pane) -> bool:
        """Return whether a pane has room now."""
        return not self.panes[pane].isHidden()

    def say_check(self, words: str, length: str, *, late: bool) -> None:
        """Change the words of the button that leads to the check, and the length of the session."""
        self.buttons[Pane.CHECK].setText(words)
        self.length.setText(length)
        self.length.play("warn" if late else "strong")

    def minimumSizeHint(self) -> QSize:
        """Return a size as narrow as one pane: the others give way before that."""
        return QSize(self.panes[Pane.FORM].minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width, scaled = self.width(), self._theme.scaled
        three, two = width >= scaled(_THREE), width >= scaled(_TWO)
        seen = set(Pane) if three else {Pane.OUTLINE, self.shown} if two else {self.shown}
        if two and not three and self.shown is Pane.OUTLINE:
            seen.add(Pane.FORM)
        for pane, widget in self.panes.items():
            widget.setVisible(pane in seen)
        for pane in (Pane.OUTLINE, Pane.CHECK):
            alone = len(seen) == 1 or (pane is Pane.CHECK and not three)
            self.panes[pane].setMaximumWidth(16_777_215 if alone else scaled(_SIDE))
            self.panes[pane].setMinimumWidth(0 if alone else scaled(_SIDE))
        self._lines[0].setVisible({Pane.OUTLINE} < seen)
        self._lines[1].setVisible(three)
        self.foot.setVisible(not three)
        self.buttons[Pane.OUTLINE].setVisible(not two)
        for pane, button in self.buttons.items():
            button.setChecked(pane in seen and (pane is not Pane.OUTLINE or not two))
