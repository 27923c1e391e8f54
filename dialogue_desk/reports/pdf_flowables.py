"""What a page of a PDF has beside paragraphs and grids: marks, lines, boxes, and what is in its margin."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from dialogue_desk.reports import paper_style
from dialogue_desk.reports.pdf_words import Text

_GAP = 8
"""The room between what is in the margin and its text, in points."""
_INK = HexColor(paper_style.INK)


class OutlineMark(Flowable):  # type: ignore[misc]  # reportlab has no types
    """An entry of the outline, without size on the page."""

    def __init__(self, key: str, title: str, level: int, space: float = 0) -> None:
        super().__init__()
        self._key, self._title, self._level = key, title, level
        self.spaceBefore = space

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the width and height it takes, in points."""
        return 0, 0

    def draw(self) -> None:
        """Draw it at the place the page gives it."""
        self.canv.bookmarkHorizontal(self._key, 0, self.spaceBefore)
        self.canv.addOutlineEntry(self._title, self._key, self._level)
        self.canv.remember_place(self._key)


class Quotation(Text):
    """A paragraph with a line at its side."""

    def draw(self) -> None:
        """Draw it at the place the page gives it."""
        self.canv.setStrokeColor(HexColor(paper_style.ACCENT))
        self.canv.setLineWidth(1.5)
        self.canv.line(1, 0, 1, self.height)
        super().draw()


class Boxed(Text):
    """An item of a list with a box to tick in place of its bullet."""

    def draw(self) -> None:
        """Draw it at the place the page gives it."""
        bulleted = bool(self.bulletText)
        self.bulletText: str | None = None
        super().draw()
        if bulleted:
            size = self.style.fontSize
            self.canv.setStrokeColor(_INK)
            self.canv.setLineWidth(0.9)
            self.canv.rect(1, self.height - 1.02 * size, 0.9 * size, 0.9 * size)


class Beside(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Lines in a margin of so much ``width``, without size on the page; they keep some room from the text.

    Their first line begins ``up`` points above the place the page gives them, so that it is level with the
    text beside it.
    """

    def __init__(self, lines: Sequence[Text], width: float, up: float) -> None:
        super().__init__()
        self._lines, self._width, self._up = lines, width, up
        self.height = sum(self._height_of(line) for line in lines) - up

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the width and height it takes, in points."""
        return 0, 0

    def draw(self) -> None:
        """Draw it at the place the page gives it."""
        down = -self._up
        for line in self._lines:
            down += self._height_of(line)
            line.drawOn(self.canv, -self._width, -down)

    def _height_of(self, line: Text) -> float:
        return float(line.wrap(self._width - _GAP, 0)[1])


class _Fixed(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Something drawn, of one size."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.width, self.height = width, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the width and height it takes, in points."""
        return self.width, self.height


class Rule(_Fixed):
    """A line to write on."""

    def draw(self) -> None:
        """Draw it at the place the page gives it."""
        self.canv.setStrokeColor(HexColor(paper_style.LINE_STRONG))
        self.canv.setLineWidth(0.75)
        self.canv.line(0, 0, self.width, 0)


class Stroke(_Fixed):
    """The short stroke above a title."""

    def draw(self) -> None:
        """Draw it at the place the page gives it."""
        self.canv.setFillColor(HexColor(paper_style.ACCENT))
        self.canv.rect(0, 0, self.width, self.height, stroke=0, fill=1)
