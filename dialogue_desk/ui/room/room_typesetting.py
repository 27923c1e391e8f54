"""Setting text for the room display: the largest type at which all of it fits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import inf

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from dialogue_desk.ui.style.spacing import resized
from dialogue_desk.ui.widgets.text_block import TextBlock, natural_width, reads_leftward

FLOOR = 54
"""The least size of type that reads from the back of a room, in pixels of a picture 720 high: 40 pt."""

_MOST = 118
_LEAST = 1
_SMALLEST_PICTURE = (1280, 720)
_CHARACTERS = 62
"""How long a line may be: about twelve words."""
_LEAST_CHARACTERS = 12
"""How many characters a line should at least hold: larger type would break into single words."""
_LEAST_CHARACTERS_BESIDE = 9
"""The same where two languages stand side by side: there the height is what can be used."""
_FEW_LINES = 6
"""Up to so many lines of one text are made about equal."""
_EVEN, _EVEN_FROM = 0.62, 0.88
"""Type may be this much smaller, as a share, for no line to be shorter than that share of the longest."""
_MARGIN_ACROSS, _MARGIN_DOWN, _GAP = 0.06, 0.085, 0.07
_BETWEEN_PARAGRAPHS = 0.45


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text with its place in the picture; a number before a ground rule is ``quiet``."""

    block: TextBlock
    left: float
    top: float
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class TextLayout:
    """Everything in the picture, set in one size of type; ``marks`` are bars beside what is read now."""

    size: int = 0
    pieces: tuple[PlacedText, ...] = ()
    hairlines: tuple[QRectF, ...] = ()
    marks: tuple[QRectF, ...] = ()

    def paint(self, painter: QPainter, ink: QColor, quiet: QColor, line: QColor) -> None:
        """Draw it."""
        for hairline in self.hairlines:
            painter.fillRect(hairline, line)
        for mark in self.marks:
            painter.fillRect(mark, quiet)
        for piece in self.pieces:
            piece.block.draw(painter, piece.left, piece.top, quiet if piece.quiet else ink)


class Typesetter:
    """Sets text in a picture of ``width`` and ``height``, in the largest ``font`` that fits.

    Everything shown together has one size, so that no language and no rule weighs more than another.
    """

    def __init__(self, font: QFont, width: float, height: float, *, mirrored: bool = False) -> None:
        self._font, self._mirrored = QFont(font), mirrored
        self._room = picture_room(width, height)
        self._gap = width * _GAP
        self._scale = _scale(width, height)
        self.floor = picture_floor(width, height)

    def question(self, texts: Sequence[str]) -> TextLayout:
        """Set a question, in each language beside the other."""
        shown = [text for text in texts if text.strip()]
        if not shown:
            return TextLayout()
        return self._beside([_paragraphs(text) for text in shown])

    def rules(self, rules: Sequence[str]) -> TextLayout:
        """Set the ground rules, in two columns where that makes them larger."""
        shown = [rule for rule in rules if rule.strip()]
        if not shown:
            return TextLayout()
        settings = [self._rules(shown, count) for count in (1, 2)[: len(shown)]]
        return max(settings, key=lambda setting: setting.size)

    def lines(self, lines: Sequence[str]) -> TextLayout:
        """Set the first of some lines, and as many of the others as can be read from the back of the room."""
        shown = [line for line in lines if line.strip()]
        setting = TextLayout()
        for count in range(1, len(shown) + 1):
            more = self._beside([shown[:count]])
            if count > 1 and more.size < self.floor:
                break
            setting = more
        return setting

    def _beside(self, texts: Sequence[Sequence[str]]) -> TextLayout:
        across = self._columns(len(texts))

        def columns(size: int) -> list[_TextColumn]:
            return [self._text_column(paragraphs, size, across, numbered=False) for paragraphs in texts]

        size = self._largest(columns, across)
        smaller = range(size, max(self.floor, round(size * _EVEN_FROM)) - 1, -1)
        even = (one for one in smaller if all(each.evenness >= _EVEN for each in columns(one)))
        return self._placed(columns, across, next(even, size))

    def _rules(self, rules: Sequence[str], count: int) -> TextLayout:
        across = self._columns(count)

        def columns(size: int) -> list[_TextColumn]:
            whole = self._text_column(rules, size, across, numbered=True)
            return [whole] if count == 1 else list(whole.halved())

        return self._placed(columns, across, self._largest(columns, across))

    def _largest(self, columns: Callable[[int], Sequence[_TextColumn]], across: float) -> int:
        """Return the largest size at which all columns fit.

        A word is broken only where the type could otherwise not be read from the back of the room.
        """

        def holds(size: int, *, breaking: bool = False) -> bool:
            return all(
                each.height <= self._room.height() and (breaking or each.whole_words)
                for each in columns(size)
            )

        beside = across < self._room.width() / 2
        least = _LEAST_CHARACTERS_BESIDE if beside else _LEAST_CHARACTERS
        readable = across / QFontMetricsF(resized(self._font, 100)).averageCharWidth() / least * 100
        size = _largest(holds, round(min(_MOST * self._scale, max(readable, self.floor))))
        if size < self.floor:
            size = max(size, _largest(lambda tried: holds(tried, breaking=True), self.floor))
        return size

    def _placed(self, set_in: Callable[[int], Sequence[_TextColumn]], across: float, size: int) -> TextLayout:
        """Put the columns side by side, in reading order, in the middle of the height."""
        columns = set_in(size)
        wide = columns[0].width if len(columns) == 1 else across
        whole = wide * len(columns) + self._gap * (len(columns) - 1)
        tall = max(each.height for each in columns)
        left = self._room.center().x() - whole / 2
        top = self._room.center().y() - tall / 2
        pieces: list[PlacedText] = []
        hairlines = []
        for index, each in enumerate(columns):
            place = len(columns) - 1 - index if self._mirrored else index
            at = left + place * (wide + self._gap)
            pieces += each.placed(at, top, wide)
            if place:
                thin = max(1.0, 2 * self._scale)
                hairlines.append(QRectF(at - self._gap / 2 - thin / 2, top, thin, tall))
        return TextLayout(size, tuple(pieces), tuple(hairlines))

    def _columns(self, count: int) -> float:
        return (self._room.width() - self._gap * (count - 1)) / count

    def _text_column(
        self, paragraphs: Sequence[str], size: int, across: float, *, numbered: bool
    ) -> _TextColumn:
        # Such a page cannot be read from the back of the room; size then counts more than short lines.
        crowded = size < self.floor / 2
        return _TextColumn(paragraphs, resized(self._font, size), across, crowded=crowded, numbered=numbered)


class _TextColumn:
    """Paragraphs in one column."""

    def __init__(
        self,
        paragraphs: Sequence[str],
        font: QFont,
        across: float,
        *,
        crowded: bool,
        numbered: bool,
        first: int = 1,
    ) -> None:
        self._paragraphs, self._font, self._across = paragraphs, font, across
        self._crowded, self._numbered, self._first = crowded, numbered, first
        metrics = QFontMetricsF(font)
        last = str(first + len(paragraphs) - 1)
        self._numbers = metrics.horizontalAdvance(last) + font.pixelSize() * 0.7 if numbered else 0.0
        limit = across - self._numbers
        if not crowded:
            limit = min(limit, metrics.averageCharWidth() * _CHARACTERS)
        self._blocks = [TextBlock(text, font, limit) for text in paragraphs]
        self._limit = limit
        self._gap = font.pixelSize() * _BETWEEN_PARAGRAPHS
        self.height = sum(block.height for block in self._blocks) + self._gap * (len(paragraphs) - 1)
        self.width = max(block.width for block in self._blocks) + self._numbers

    @property
    def whole_words(self) -> bool:
        """Whether every word has room on one line."""
        metrics, wrap = QFontMetricsF(self._font), Qt.TextFlag.TextWordWrap
        room = QRectF(0, 0, self._limit, 1)
        return all(
            metrics.boundingRect(room, wrap, text).width() <= self._limit + 1 for text in self._paragraphs
        )

    @property
    def evenness(self) -> float:
        """How long the shortest line is beside the longest, at worst; last lines may be shorter."""
        metrics = QFontMetricsF(self._font)
        found = 1.0
        for text in self._paragraphs:
            *lines, last = balanced(text, self._font, self._limit).split("\n")
            wide = [metrics.horizontalAdvance(line) for line in lines]
            if wide:
                found = min(found, min(wide) / max(*wide, metrics.horizontalAdvance(last)))
        return found

    def halved(self) -> tuple[_TextColumn, _TextColumn]:
        """Return two columns of these paragraphs, as equal in height as possible."""
        cut = min(range(1, len(self._blocks)), key=self._taller_half)
        return self._part(slice(None, cut), self._first), self._part(slice(cut, None), self._first + cut)

    def placed(self, left: float, top: float, width: float) -> list[PlacedText]:
        """Return the paragraphs at ``left, top``, each beginning where its own script begins."""
        pieces = []
        for number, (text, block) in enumerate(
            zip(self._paragraphs, self._blocks, strict=True), start=self._first
        ):
            leftward = reads_leftward(text)
            room = width - self._numbers
            even = balanced(text, self._font, min(room, self._limit))
            across = min(room, self._limit, natural_width(even, self._font) + 1)
            own = TextBlock(even, self._font, across)
            at = left + room - across if leftward else left + self._numbers
            if self._numbered:
                figure = TextBlock(str(number), self._font, self._numbers, snug=True)
                beside = left + width - figure.width if leftward else left
                pieces.append(PlacedText(figure, beside, top, quiet=True))
            pieces.append(PlacedText(own, at, top))
            top += block.height + self._gap
        return pieces

    def _part(self, which: slice, first: int) -> _TextColumn:
        return _TextColumn(
            self._paragraphs[which],
            self._font,
            self._across,
            crowded=self._crowded,
            numbered=self._numbered,
            first=first,
        )

    def _taller_half(self, cut: int) -> float:
        heights = [block.height + self._gap for block in self._blocks]
        return max(sum(heights[:cut]), sum(heights[cut:]))


def picture_room(width: float, height: float) -> QRectF:
    """Return where in a picture there is text."""
    across, down = width * _MARGIN_ACROSS, height * _MARGIN_DOWN
    return QRectF(0, 0, width, height).adjusted(across, down, -across, -down)


def picture_floor(width: float, height: float) -> int:
    """Return the least size of type for a picture."""
    return max(_LEAST, round(FLOOR * _scale(width, height)))


def _scale(width: float, height: float) -> float:
    return min(width / _SMALLEST_PICTURE[0], height / _SMALLEST_PICTURE[1])


def balanced(text: str, font: QFont, across: float) -> str:
    """Return ``text`` with its lines broken so that they are about equal, and no word is alone.

    It takes as many lines as it would anyway; a long text is left as it is.
    """
    lines = TextBlock(text, font, across).lines
    words = text.split(" ")
    if "\n" in text or not 1 < lines <= _FEW_LINES or len(words) < lines:
        return text
    metrics = QFontMetricsF(font)
    space = metrics.horizontalAdvance(" ")
    ends = list(accumulate((metrics.horizontalAdvance(word) + space for word in words), initial=0.0))
    mean = (ends[-1] - space * lines) / lines

    def cost(first: int, last: int) -> float:
        wide = ends[last] - ends[first] - space
        if wide > across:
            return inf
        # A last line that is short looks right where a first one does not.
        return (wide - mean) ** 2 * (0.5 if last == len(words) and wide < mean else 1)

    # best[n]: the least cost of the first n words in the lines so far, and where each line ends.
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for _ in range(lines):
        best = {
            last: min(
                (before + cost(first, last), (*cuts, last))
                for first, (before, cuts) in best.items()
                if first < last
            )
            for last in range(1, len(words) + 1)
            if any(first < last for first in best)
        }
    total, cuts = best[len(words)]
    if total == inf:
        return text
    return "\n".join(" ".join(words[first:last]) for first, last in pairwise((0, *cuts)))


def _largest(holds: Callable[[int], bool], most: int) -> int:
    """Return the largest size up to ``most`` that fits, or the least size when none does."""
    return _LEAST + bisect_left(range(_LEAST + 1, most + 1), True, key=lambda size: not holds(size))


def _paragraphs(text: str) -> list[str]:
    """Return the lines of a text that are not blank; a direction mark at its start is put on each."""
    head = text[0] if text[:1] in {"\u200e", "\u200f"} else ""
    lines = [line for line in text.removeprefix(head).splitlines() if line.strip()]
    return [head + line for line in lines]
