"""What reportlab does not draw by itself: bars, strokes, and places in the outline."""

from __future__ import annotations

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable
from reportlab.platypus import Paragraph as Text

from dialogue_desk.reports import paper_style


class OutlineMark(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A place in the outline, without size on the page."""

    def __init__(self, key: str, title: str, level: int, space: float = 0) -> None:
        super().__init__()
        self._key, self._title, self._level = key, title, level
        self.spaceBefore = space

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the width and height it takes, in points."""
        return 0, 0

    def draw(self) -> None:
        """Draw it where the page has put it."""
        self.canv.bookmarkHorizontal(self._key, 0, self.spaceBefore)
        self.canv.addOutlineEntry(self._title, self._key, self._level)


class BarFlowable(Flowable):  # type: ignore[misc]  # reportlab has no types
    """One bar of a chart, with its words at its end."""

    def __init__(self, length: float, said: Text) -> None:
        super().__init__()
        self._length, self._said = length, said

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the width and height it takes, in points."""
        self._gap = self._length + 0.5 * self._said.style.fontSize
        self.width = width
        self.height = max(self._said.wrap(width - self._gap, height)[1], self._said.style.leading)
        return self.width, self.height

    def draw(self) -> None:
        """Draw it where the page has put it."""
        size = self._said.style.fontSize
        self.canv.setFillColor(HexColor(paper_style.ACCENT))
        self.canv.rect(0, self.height - 1.15 * size, self._length, size, stroke=0, fill=1)
        self._said.drawOn(self.canv, self._gap, self.height - self._said.height)


class Quotation(Text):  # type: ignore[misc]  # reportlab has no types
    """A paragraph with a line at its side."""

    def draw(self) -> None:
        """Draw it where the page has put it."""
        self.canv.setStrokeColor(HexColor(paper_style.ACCENT))
        self.canv.setLineWidth(1.5)
        self.canv.line(1, 0, 1, self.height)
        super().draw()


class Stroke(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The short stroke above a title."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.width, self.height = width, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the width and height it takes, in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it where the page has put it."""
        self.canv.setFillColor(HexColor(paper_style.ACCENT))
        self.canv.rect(0, 0, self.width, self.height, stroke=0, fill=1)
