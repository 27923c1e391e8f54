"""Setting the circle's page for the room display: in pages of lines that can be read from the back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from dialogue_desk.ui.room.room_page import RoomPage
from dialogue_desk.ui.room.room_typesetting import PlacedText, TextLayout, picture_floor, picture_room
from dialogue_desk.ui.style.spacing import resized
from dialogue_desk.ui.widgets.text_block import TextBlock, natural_width

_SMALL, _CODE = 0.52, 0.66
"""How large headings and codes are beside the lines."""
_BETWEEN, _HEAD_GAP, _CODE_GAP = 0.5, 0.7, 0.6
"""The room between lines, under the head and before a code, as shares of the size of the type."""
_BAR, _BAR_GAP = 0.16, 0.4
"""How wide the bar beside the line that is read is, and how far from it."""
_WIDEST_CODE = "WWW00"


class PageTypesetter:
    """Sets a page in a picture of ``width`` and ``height``; a line too long for it is set smaller.

    Which lines are together does not depend on which one is read, so that nothing moves under the eyes of the
    room until the next page.
    """

    def __init__(self, font: QFont, width: float, height: float, *, mirrored: bool = False) -> None:
        self._font, self._mirrored = QFont(font), mirrored
        self._room = picture_room(width, height)
        self._floor = picture_floor(width, height)

    def layout(self, page: RoomPage) -> TextLayout:
        """Return the lines around the one that is read, under the title and the number of this part of it."""
        parts = self.parts(page)
        if not parts:
            return self._drawn(page, range(0), "", self._floor)
        place = next(number for number, part in enumerate(parts) if page.at in part)
        number = f"{place + 1} / {len(parts)}" if len(parts) > 1 else ""
        part = parts[place]

        def too_large(size: int) -> bool:
            return self._height(page, part, size) > self._height_left(size)

        size = max(1, bisect_left(range(1, self._floor + 1), True, key=too_large))
        return self._drawn(page, part, number, size)

    def parts(self, page: RoomPage) -> list[range]:
        """Return which lines are shown together."""
        found: list[range] = []
        first = 0
        for place in range(len(page.lines)):
            together = self._height(page, range(first, place + 1), self._floor)
            if place > first and together > self._height_left(self._floor):
                found.append(range(first, place))
                first = place
        return [*found, range(first, len(page.lines))] if page.lines else []

    def _height_left(self, size: int) -> float:
        return self._room.height() - self._head(size)

    def _head(self, size: int) -> float:
        return QFontMetricsF(self._small(size)).height() + _HEAD_GAP * size

    def _height(self, page: RoomPage, part: Sequence[int], size: int) -> float:
        blocks = [block for place in part for block in self._blocks(page, place, part, size)]
        return sum(block.height for block in blocks) + _BETWEEN * size * max(0, len(part) - 1)

    def _blocks(self, page: RoomPage, place: int, part: Sequence[int], size: int) -> Iterator[TextBlock]:
        """Yield a line under its heading, which stands where it is another than that of the line before."""
        line = page.lines[place]
        if place == part[0] or page.lines[place - 1].label != line.label:
            yield TextBlock(line.label, self._small(size), self._across(size))
        yield TextBlock(line.text, resized(self._font, size), self._across(size))

    def _drawn(self, page: RoomPage, part: Sequence[int], number: str, size: int) -> TextLayout:
        small, room = self._small(size), self._room
        pieces = [
            self._at_edge(TextBlock(page.title, small, room.width(), snug=True), room.top(), start=True)
        ]
        if number:
            pieces.append(
                self._at_edge(TextBlock(number, small, room.width(), snug=True), room.top(), start=False)
            )
        top, marks = room.top() + self._head(size), []
        for place in part:
            begin = top
            *label, text = self._blocks(page, place, part, size)
            for block in label:
                pieces.append(PlacedText(block, self._left(size), top, quiet=True))
                begin = top = top + block.height
            pieces.append(PlacedText(text, self._left(size), top))
            code = TextBlock(page.lines[place].code, self._code(size), room.width(), snug=True)
            # On the line of the first words, though it is smaller.
            sink = (
                QFontMetricsF(resized(self._font, size)).ascent() - QFontMetricsF(self._code(size)).ascent()
            )
            pieces.append(self._at_edge(code, top + sink, start=False))
            top += text.height
            if page.marked and place == page.at:
                marks.append(self._bar(begin, top, size))
            top += _BETWEEN * size
        return TextLayout(size, tuple(pieces), marks=tuple(marks))

    def _bar(self, top: float, bottom: float, size: int) -> QRectF:
        wide = max(2.0, _BAR * size)
        left = self._room.right() - wide if self._mirrored else self._room.left()
        return QRectF(left, top, wide, bottom - top)

    def _across(self, size: int) -> float:
        return self._room.width() - self._indent(size) - self._codes(size)

    def _indent(self, size: int) -> float:
        return (_BAR + _BAR_GAP) * size

    def _codes(self, size: int) -> float:
        return natural_width(_WIDEST_CODE, self._code(size)) + _CODE_GAP * size

    def _left(self, size: int) -> float:
        return self._room.left() + (self._codes(size) if self._mirrored else self._indent(size))

    def _at_edge(self, block: TextBlock, top: float, *, start: bool) -> PlacedText:
        """Return a small text where lines begin, or where they end."""
        left = start is not self._mirrored
        return PlacedText(
            block, self._room.left() if left else self._room.right() - block.width, top, quiet=True
        )

    def _small(self, size: int) -> QFont:
        return resized(self._font, max(1, round(size * _SMALL)))

    def _code(self, size: int) -> QFont:
        return resized(self._font, max(1, round(size * _CODE)))
