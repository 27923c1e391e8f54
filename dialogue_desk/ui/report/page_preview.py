"""The first pages of a paper as they will be printed, drawn beside the choices."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.worker import Job, Progress
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column
from dialogue_desk.ui.widgets.section import Section

Draw = Callable[[float], tuple[bytes, ...]]
"""Draws pages as PNG with so many pixels an inch; it is called beside the window."""

_PPI = 110.0
"""Enough for a page as wide as a preview on a sharp screen."""


class PagePreview(QWidget):
    """Shows pages, one under the other; a newer wish for pages replaces one that still waits."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context = context
        self._job: Job[tuple[bytes, ...]] | None = None
        self._wanted: Draw | None = None
        self.pages = _Pages(context.theme, name)
        self._said = Label(role="muted")
        column(Section(name), self._said, self.pages, STRETCH, gap=Space.SNUG, within=self)
        self._say(context.words.tr("The page is being drawn…"))

    def draw(self, draw: Draw) -> None:
        """Draw these pages when there is time; what is shown stays until then."""
        self._wanted = draw
        if self._job is None:
            self._start()

    def _start(self) -> None:
        draw, self._wanted = self._wanted, None
        if draw is None:
            return

        def work(_: Progress) -> tuple[bytes, ...]:
            return draw(_PPI)

        self._job = self._context.worker.run(self, work, self._show, failed=self._fail, ended=self._end)

    def _end(self) -> None:
        self._job = None
        self._start()

    def _fail(self, _error: BaseException) -> bool:
        self._say(self._context.words.tr("The page cannot be drawn here. Saving works all the same."))
        return True

    def _show(self, pages: tuple[bytes, ...]) -> None:
        if self._wanted is None:
            self.pages.show_pages([QImage.fromData(page) for page in pages])
            here = self._context.words.tr("This computer cannot draw the page. Saving works all the same.")
            self._say("" if pages else here)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))


class _Pages(QWidget):
    """Pictures of pages, as wide as there is room."""

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__()
        self._theme, self._pages = theme, list[QImage]()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_pages(self, pages: Sequence[QImage]) -> None:
        """Show other pages."""
        self._pages = [page for page in pages if not page.isNull()]
        self._fit()
        self.update()

    def count(self) -> int:
        """Return how many pages are shown."""
        return len(self._pages)

    def sizeHint(self) -> QSize:
        return QSize(320, 420)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top = 0.0
        for page in self._pages:
            place = QRectF(0.5, top + 0.5, self.width() - 1, self._height(page) - 1)
            painter.fillRect(place, QColor("white"))
            ratio = self.devicePixelRatioF()
            sharp = page.scaled(
                (place.size() * ratio).toSize(),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter.drawImage(place, sharp)
            painter.setPen(QPen(QColor(self._theme.tokens.line_strong), 1))
            painter.drawRect(place)
            top += self._height(page) + Space.SNUG
        painter.end()

    def _height(self, page: QImage) -> int:
        return round(self.width() * page.height() / max(1, page.width()))

    def _fit(self) -> None:
        wanted = sum(self._height(page) + Space.SNUG for page in self._pages)
        if self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)
