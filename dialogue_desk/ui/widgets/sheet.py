"""A sheet in front of the window: a title, what there is to read or choose, and buttons at its foot."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.focus_ring import FocusRing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section


class SheetDialog(QDialog):
    """Holds things in ``column`` and buttons in ``foot``.  Open it with ``open()``; Escape closes it.

    Args:
        theme: how it looks.
        title: what it is about.
        window: what it stands in front of, and is never larger than.
        size: its size at 100 % text.
    """

    def __init__(self, theme: AppTheme, title: str, window: QWidget | None, size: tuple[int, int]) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, Space.WIDE)
        self.column = ScrollColumn(theme)
        self.column.body.setSpacing(Space.SNUG)
        self.column.add(Label(title, "title"))
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(Space.WIDE, 0, Space.WIDE, 0)
        self.foot.setSpacing(Space.SNUG)
        whole.addWidget(self.column, 1)
        whole.addLayout(self.foot)
        wanted = QSize(*map(theme.scaled, size))
        self.resize(wanted if window is None else wanted.boundedTo(window.size()))
        self._ring = FocusRing(theme, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the pages of what there is to read, whichever button has the focus."""
        ways = QAbstractSlider.SliderAction
        turns = {Qt.Key.Key_PageDown: ways.SliderPageStepAdd, Qt.Key.Key_PageUp: ways.SliderPageStepSub}
        turn = turns.get(Qt.Key(event.key()))
        if turn is None:
            super().keyPressEvent(event)
        else:
            self.column.verticalScrollBar().triggerAction(turn)

    def begin_section(self, title: str, count: str = "") -> None:
        """Put a small heading over what comes next, nearer to it than to what stands above."""
        self.column.body.addSpacing(Space.SNUG)
        self.column.add(Section(title, count))
