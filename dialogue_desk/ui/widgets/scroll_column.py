"""A column to read in: it scrolls down, never sideways, and its lines stop at seventy characters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QFrame, QLabel, QScrollArea, QWidget

from dialogue_desk.ui.core.tab_order import as_read, tab_stops
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.layouts import STRETCH, Item, add_items, column, row

_ENDS = {
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class ScrollColumn(QScrollArea):
    """Holds widgets one under the other in ``body``, ``centred`` in a wide window or where reading begins.

    Tab stops at it, and the keys then scroll it, where the stops inside would leave words out of sight.

    A line holds so many ``characters``, 0 for as many as there is room.  ``edge``, the space around, and
    ``least``, its least height, are in pixels.
    """

    def __init__(
        self,
        theme: AppTheme,
        *,
        characters: int = 70,
        centred: bool = False,
        edge: int = Space.WIDE,
        least: int = 96,
    ) -> None:
        super().__init__()
        self._theme, self._characters, self._edge, self._least = theme, characters, edge, least
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.ground = ground = QWidget()
        ground.setProperty("role", "clear")
        self._inner = QWidget()
        self._inner.setProperty("role", "clear")
        self.body = column(gap=Space.BASE, margins=edge, within=self._inner)
        row(*([STRETCH] if centred else []), (self._inner, 1000), STRETCH, gap=None, within=ground)
        self.setWidget(ground)
        ground.installEventFilter(self)
        self._opening = QTimer(self, singleShot=True, interval=0)
        self._opening.timeout.connect(self._settle)
        self._asked_at: int | None = None
        self._reach = QTimer(self, singleShot=True, interval=0)
        self._reach.timeout.connect(self._offer_keys)
        self.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._reach.start())
        theme.changed.connect(self._limit)
        QApplication.instance().focusChanged.connect(self._keep_in_view)  # type: ignore[union-attr]
        self._limit()

    def add(self, *items: Item) -> None:
        """Put ``items`` under what is there."""
        add_items(self.body, *items)

    def lay_out_now(self) -> None:
        """Take a new height of something in it into account now, and not with the next event."""
        self.body.activate()
        if (ground := self.ground.layout()) is not None:
            ground.invalidate()

    def height_at(self, width: int) -> int:
        """Return the height at which all of it is seen in a column ``width`` pixels wide."""
        ground = self.ground.layout()
        self.ground.ensurePolished()
        tall = ground.totalHeightForWidth(width) if ground is not None else -1
        # A label that would rather be narrower asks for the height it has there, and is given it.
        return max(tall, self.ground.minimumSizeHint().height(), self._least)

    def minimumSizeHint(self) -> QSize:
        inner = self.ground.minimumSizeHint().width()
        return QSize(inner + self.verticalScrollBar().sizeHint().width(), self._least)

    def sizeHint(self) -> QSize:
        hint = self.ground.sizeHint()
        return QSize(hint.width() + self.verticalScrollBar().sizeHint().width(), hint.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._reach.start()
        elif event.type() is QEvent.Type.Show and watched is self.ground and not event.spontaneous():
            self._opening.start()
            self._reach.start()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        end = _ENDS.get(Qt.Key(event.key()))
        if end is None:
            super().keyPressEvent(event)
        else:
            self.verticalScrollBar().triggerAction(end)

    def open_at_top(self) -> None:
        """Show its beginning, wherever on it the keyboard is."""
        self._opening.stop()
        self.verticalScrollBar().setValue(0)

    def _keep_in_view(self, left: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what the keyboard moved to; what was clicked, or is in sight or found again, stays."""
        found_again = left is None  # the window came to the front
        inside = now is not None and self.viewport().isAncestorOf(now)
        if now is None or found_again or not inside or QApplication.mouseButtons():
            return
        if self._opening.isActive():
            self._asked_at = self.verticalScrollBar().value()
        else:
            self._scroll_to(now)

    def _settle(self) -> None:
        """Bring into sight what got the keyboard while the column was shown, now that it is laid out."""
        here, asked_at = QApplication.focusWidget(), self._asked_at
        self._asked_at = None
        stays = asked_at == self.verticalScrollBar().value()  # else the page was put where it was before
        if stays and here is not None and self.viewport().isAncestorOf(here):
            self._scroll_to(here)

    def _scroll_to(self, widget: QWidget, covered: int = 0) -> None:
        """Bring ``widget`` into sight, between so many pixels above and below that something lies over.

        With the first stop comes what is above it, and with the last what is below.
        """
        top, most = widget.mapTo(self.viewport(), QPoint(0, 0)).y(), self.viewport().height()
        place, bar, stops = top + self.verticalScrollBar().value(), self.verticalScrollBar(), self._stops()
        room = most - covered
        least = covered + Space.HAIR  # the ring is around what has the keyboard
        in_sight = top >= least and top + widget.height() <= most - least
        if len(stops) > 1 and widget is stops[0] and place + widget.height() <= room:
            bar.setValue(bar.minimum())
        elif len(stops) > 1 and widget is stops[-1] and self.ground.height() - place <= room:
            bar.setValue(bar.maximum())
        elif not in_sight and widget.height() <= most:
            self.ensureWidgetVisible(widget, 0, self._edge + covered)

    def _offer_keys(self) -> None:
        """Be a stop of Tab, with a name, where those inside do not bring all of it into sight."""
        if not self.ground.isVisible():
            return  # asked again when it is shown
        if self.focusProxy() is not None:
            return  # Qt would set the policy of what has the keyboard instead
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._leaves_out() else Qt.FocusPolicy.NoFocus)
        if self.focusPolicy() and not self.accessibleName():
            words = (one.text() for one in as_read(self.ground) if isinstance(one, QLabel))
            self.setAccessibleName(next((text for text in words if text), ""))

    def _leaves_out(self) -> bool:
        """Return whether going from stop to stop, down or up, leaves something of it out of sight."""
        if not self.verticalScrollBar().maximum():
            return False
        whole = self.ground.height()
        tops = [(stop.mapTo(self.ground, QPoint(0, 0)).y(), stop.height()) for stop in self._stops()]
        down = [(top, top + tall) for top, tall in tops]
        up = [(whole - bottom, whole - top) for top, bottom in reversed(down)]
        return not (self._is_passed(down) and self._is_passed(up))

    def _is_passed(self, stops: list[tuple[int, int]]) -> bool:
        """Return whether all is seen on the way over ``stops``, each the place of its near and far edge."""
        whole, room = self.ground.height(), self._room()
        seen = room
        for near, far in stops:
            if far - near > room or far - room > seen:
                return False
            seen = max(seen, far)
        if len(stops) > 1 and whole - stops[-1][0] <= room:
            return True
        return seen >= whole - self._edge

    def _stops(self) -> list[QWidget]:
        return [one for one in tab_stops(self.ground) if self.ground.isAncestorOf(one)]

    def _room(self) -> int:
        """Return the height in which its words are in sight."""
        return self.viewport().height()

    def _limit(self) -> None:
        if self._characters:
            measure = self._theme.measure(characters=self._characters)
            self._inner.setMaximumWidth(measure + 2 * self._edge)
