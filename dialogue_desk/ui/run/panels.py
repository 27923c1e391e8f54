"""The panels of the run screen: three side by side, two, or one, as the width allows."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.card import Card, Hairline
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.layouts import row

_UNBOUNDED = 16_777_215
THREE, TWO = 1180, 800
"""The widths, at 100 % text, from which three panels, and two, are side by side."""


class Panel(StrEnum):
    """One of the three."""

    PARTS = "parts"
    PART = "part"
    NOTES = "notes"


class Panels(QWidget):
    """Holds one widget for each :class:`Panel`; ``switch`` brings forward one that has no room."""

    def __init__(self, context: Context, held: Mapping[Panel, QWidget]) -> None:
        super().__init__()
        self._context = context
        self._held = dict(held)
        self._offered = tuple(Panel)
        self._front = Panel.PART
        self._alone = False
        self._fitted: tuple[object, ...] = ()
        tr = context.words.tr
        self._names = {Panel.PARTS: tr("Parts"), Panel.PART: tr("Now"), Panel.NOTES: tr("Notes")}
        self.chips = Chips(context.theme, tr("What is shown"))
        self.chips.chosen.connect(lambda panel: self.bring_forward(Panel(panel)))
        self.switch = Card("bar", edge=0)
        self.switch.column.setContentsMargins(Space.WIDE, Space.HAIR, Space.WIDE, Space.HAIR)
        self.switch.column.addWidget(self.chips)
        self._lines = (Hairline(upright=True), Hairline(upright=True))
        self._row = row(within=self)
        for place, (panel, widget) in enumerate(self._held.items()):
            if place:
                self._row.addWidget(self._lines[place - 1])
            self._row.addWidget(widget, _SHARE[panel])
        context.theme.changed.connect(self._fit)

    def offer_center(self, on: bool) -> None:
        """Offer the part that is on, and bring it forward; or only the parts and the notes."""
        self._offered = tuple(Panel) if on else (Panel.PARTS, Panel.NOTES)
        self._front = Panel.PART if on else Panel.NOTES
        self._fit()

    def show_center_alone(self, on: bool) -> None:
        """Show the part without the others, until one of them is wanted; or show them as they were."""
        self._alone = on
        self._fit()

    def bring_forward(self, panel: Panel) -> None:
        """Show ``panel`` if it is folded away."""
        if panel in self._offered:
            self._alone = self._alone and panel is Panel.PART
            self._front = panel
            self._fit()

    def bring_into_sight(self, panel: Panel) -> None:
        """Show ``panel``, unless it is in sight already."""
        if self._held[panel].isHidden():
            self.bring_forward(panel)

    def minimumSizeHint(self) -> QSize:
        # Each panel can be shown alone.
        least = [self._held[panel].minimumSizeHint() for panel in self._offered]
        return QSize(max(size.width() for size in least), max(size.height() for size in least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self._shown()
        fitted = shown, self._alone, self._offered, self._context.theme.scale
        if fitted == self._fitted:
            return
        self._fitted = fitted
        for panel, widget in self._held.items():
            widget.setVisible(panel in shown)
            beside = Panel.PART in shown and panel in _WIDEST and len(shown) > 1
            widget.setMaximumWidth(self._context.theme.scaled(_WIDEST[panel]) if beside else _UNBOUNDED)
            self._row.setStretchFactor(widget, self._share(panel, shown))
        for line, panel in zip(self._lines, (Panel.PART, Panel.NOTES), strict=True):
            line.setVisible(panel in shown and panel is not shown[0])
        self.switch.setVisible(len(shown) < len(self._offered) and not self._alone)
        offered = [panel for panel in self._offered if panel is not Panel.PART or len(shown) == 1]
        self.chips.show_choices([Choice(panel, self._names[panel]) for panel in offered])
        self.chips.choose(next((panel for panel in shown if panel in offered), ""))

    @staticmethod
    def _share(panel: Panel, shown: tuple[Panel, ...]) -> int:
        """Return the share of a panel; the notes get that of the part when it is not shown."""
        wide = panel is Panel.NOTES and Panel.PART not in shown
        return _SHARE[Panel.PART if wide else panel]

    def _shown(self) -> tuple[Panel, ...]:
        if self._alone and Panel.PART in self._offered:
            return (Panel.PART,)
        theme, width = self._context.theme, self.width()
        room = 1 + sum(width >= theme.scaled(least) for least in (TWO, THREE))
        if room >= len(self._offered):
            return self._offered
        if room == 1:
            return (self._front,)
        beside = Panel.NOTES if self._front is Panel.PART else self._front
        return tuple(panel for panel in self._offered if panel in {Panel.PART, beside})


_SHARE = {Panel.PARTS: 29, Panel.PART: 70, Panel.NOTES: 37}
_WIDEST = {Panel.PARTS: 300, Panel.NOTES: 440}
"""How wide the sides become beside the part, at 100 % text: what is left belongs to the words."""
