"""A place for reading: it scrolls down, never sideways, and its lines stop at seventy characters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space


class ScrollColumn(QScrollArea):
    """Holds widgets one under the other in ``body``.

    Args:
        theme: how wide a line may be.
        characters: how many characters a line may hold; 0 for as wide as there is room.
        centred: whether it stands in the middle of a wide window rather than where reading begins.
        edge: the space around.
        least: how low it may become; 0 where it gives up all its height to what stands below it.
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
        self._ground = ground = QWidget()
        ground.setProperty("role", "clear")
        self._inner = QWidget()
        self._inner.setProperty("role", "clear")
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(Space.BASE)
        line = QHBoxLayout(ground)
        line.setContentsMargins(0, 0, 0, 0)
        if centred:
            line.addStretch(1)
        line.addWidget(self._inner, 1000)
        line.addStretch(1)
        self.setWidget(ground)
        ground.installEventFilter(self)
        theme.changed.connect(self._limit)
        QApplication.instance().focusChanged.connect(self._keep_in_view)  # type: ignore[union-attr]
        self._limit()

    def add(self, widget: QWidget) -> None:
        """Put ``widget`` under what is there."""
        self.body.addWidget(widget)

    def minimumSizeHint(self) -> QSize:
        inner = self._ground.minimumSizeHint().width()
        return QSize(inner + self.verticalScrollBar().sizeHint().width(), self._least)

    def sizeHint(self) -> QSize:
        hint = self._ground.sizeHint()
        return QSize(hint.width() + self.verticalScrollBar().sizeHint().width(), hint.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _keep_in_view(self, _left: QWidget | None, now: QWidget | None) -> None:
        """Keep in view what the keyboard is on, however it came there; what is clicked stays in its place."""
        if now is None or not self.isAncestorOf(now) or QApplication.mouseButtons():
            return
        if now.height() <= self.viewport().height():
            self.ensureWidgetVisible(now, 0, self._edge)

    def _limit(self) -> None:
        if self._characters:
            measure = self._theme.measure(characters=self._characters)
            self._inner.setMaximumWidth(measure + 2 * self._edge)
