"""Circles to choose from, many at once: Tab comes to them once, the arrows go through, Space ticks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.spoken_roles import SpokenAs
from dialogue_desk.ui.widgets.tick import Tick

_FURTHER = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


@dataclass(frozen=True, slots=True)
class CircleToTick:
    """One circle: ``text`` is its code and how many people came, ``spoken`` the same in words."""

    id: RecordId
    text: str
    spoken: str


class CircleTicks(QWidget):
    """``changed()`` tells that a person ticked a circle, or unticked one."""

    spoken_as = SpokenAs.GROUP
    changed = Signal()

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._flow = FlowLayout(self, gap=Space.TIGHT)
        self._ticks: dict[RecordId, CircleTick] = {}
        self.setAccessibleName(name)
        theme.changed.connect(self._align)

    def show_circles(self, circles: Sequence[CircleToTick]) -> None:
        """Offer these circles, none of them ticked."""
        for old in self._ticks.values():
            self._flow.removeWidget(old)
            old.deleteLater()
        self._ticks = {one.id: CircleTick(self._theme, one) for one in circles}
        for tick in self._ticks.values():
            self._flow.addWidget(tick)
            tick.toggled.connect(self.changed)
            tick.clicked.connect(partial(self._stop_at, tick))
            tick.went.connect(self._go)
            tick.show()
        self._align()
        self._stop_at(next(iter(self._ticks.values()), None))

    def chosen(self) -> tuple[RecordId, ...]:
        """Return the circles that are ticked, in their order."""
        return tuple(one for one, tick in self._ticks.items() if tick.isChecked())

    def choose(self, circles: Collection[RecordId]) -> None:
        """Tick these circles and no others, without telling ``changed``."""
        for one, tick in self._ticks.items():
            blocked = tick.blockSignals(True)
            tick.setChecked(one in circles)
            tick.blockSignals(blocked)

    def enter(self) -> None:
        """Put the keyboard on the circle at which Tab stops."""
        for tick in self._ticks.values():
            if tick.focusPolicy() is Qt.FocusPolicy.StrongFocus:
                tick.setFocus(Qt.FocusReason.TabFocusReason)

    def _align(self) -> None:
        """Make all as wide as the widest, so that they stand in columns."""
        wide = max((tick.sizeHint().width() for tick in self._ticks.values()), default=0)
        for tick in self._ticks.values():
            tick.setMinimumWidth(wide)

    def _go(self, source: QObject, key: Qt.Key) -> None:
        ticks = list(self._ticks.values())
        place = ticks.index(source) if source in ticks else 0
        wanted = _ENDS.get(key, min(max(place + _FURTHER.get(key, 0), 0), len(ticks) - 1))
        self._stop_at(ticks[wanted])
        ticks[wanted].setFocus(Qt.FocusReason.TabFocusReason)

    def _stop_at(self, entry: QWidget | None, _checked: bool = False) -> None:
        """Have Tab come to this circle alone."""
        for tick in self._ticks.values():
            tick.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tick is entry else Qt.FocusPolicy.ClickFocus)


class CircleTick(Tick):
    """One circle; ``went(tick, key)`` tells that a key leads away from it."""

    went = Signal(object, object)

    def __init__(self, theme: AppTheme, circle: CircleToTick) -> None:
        super().__init__(theme, circle.text)
        self.setAccessibleName(circle.spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _FURTHER or key in _ENDS:
            self.went.emit(self, key)
        else:
            super().keyPressEvent(event)
