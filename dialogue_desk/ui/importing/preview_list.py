"""The list of a preview: groups that fold, and under them files, those that come in with a tick."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from dialogue_desk.desk.program.found_files import passed_sentences
from dialogue_desk.desk.program.import_preview import ImportPreview, PreviewedFile, Standing
from dialogue_desk.desk.program.preview_text import file_lines, file_title, standing_help, standing_text
from dialogue_desk.domain.model.text import plain_letters
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.mark_list import CircleDelegate
from dialogue_desk.ui.widgets.row_list import Index, Row, RowList
from dialogue_desk.words import Words

LEFT_ALONE = "left alone"
"""The group of what is no package."""

_ICONS = {
    Standing.WAITS: "question",
    Standing.LOCKED: "question",
    Standing.SEALED: "warning",
    Standing.CUT_SHORT: "clock",
    Standing.AWAY: "clock",
    Standing.REFUSED: "warning",
}
_PAGE = 8
"""How many rows the keys for pages go."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row: the heading of a group, which is ``folded`` or not, or a file.

    ``ticked`` is None for what never comes in.
    """

    id: str
    title: str
    detail: str
    accessible_text: str
    icon: str = ""
    heading: bool = False
    ticked: bool | None = None


def preview_rows(
    preview: ImportPreview,
    words: Words,
    *,
    left_out: Collection[str] = (),
    folded: Collection[str] = (),
    sought: str = "",
) -> Iterator[PreviewRow]:
    """Yield the rows to show; where something is ``sought``, only files that have it, all unfolded."""
    wanted = plain_letters(sought).split()
    for standing in preview.counts:
        rows = [_file_row(one, words, left_out) for one in preview.files if one.standing is standing]
        found = [row for row in rows if _has(row, wanted)]
        if not found:
            continue
        shut = standing.value in folded and not wanted
        title, helping = standing_text(standing, words), standing_help(standing, words)
        yield _heading(standing.value, title, helping, len(found), words, folded=shut)
        yield from () if shut else found
    sentences = tuple(passed_sentences(preview.passed, words))
    alone = [PreviewRow(f"{LEFT_ALONE}:{text}", text, "", text, "close") for text in sentences]
    if found := [row for row in alone if _has(row, wanted)]:
        shut = LEFT_ALONE in folded and not wanted
        helping = words.tr("These are not packages, or not ready. They are not changed.")
        count = sum(preview.passed.values())
        yield _heading(LEFT_ALONE, words.tr("Left alone"), helping, count, words, folded=shut)
        yield from () if shut else found


def _has(row: PreviewRow, wanted: Sequence[str]) -> bool:
    text = plain_letters(f"{row.title} {row.detail}")
    return all(word in text for word in wanted)


def _heading(row_id: str, title: str, helping: str, count: int, words: Words, *, folded: bool) -> PreviewRow:
    title = f"{title} · {words.number(count)}"
    state = words.tr("folded") if folded else words.tr("unfolded")
    spoken = f"{title}. {helping} {state}"
    return PreviewRow(row_id, title, helping, spoken, "plus" if folded else "minus", heading=True)


def _file_row(one: PreviewedFile, words: Words, left_out: Collection[str]) -> PreviewRow:
    row_id = str(one.path)
    title, detail = file_title(one, words), "\n".join(filter(None, file_lines(one, words)))
    ticked = row_id not in left_out if one.standing.comes_in else None
    icon = _ICONS.get(one.standing, "") if ticked is None else ""
    said = [title, detail]
    if ticked is not None:
        said.append(words.tr("to be opened") if ticked else words.tr("left out"))
    return PreviewRow(row_id, title, detail, ". ".join(filter(None, said)), icon, ticked=ticked)


class PreviewList(RowList):
    """As high as its rows, for a page that scrolls; ``row_reached`` tells where on it the keys are now."""

    row_reached = Signal(QRect)

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__(name)
        self.setProperty("role", "card")
        self.setItemDelegate(_PreviewDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self.open_row)
        theme.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``; the keys stay on their row, or on the one in its place."""
        here, place = self.current_id(), self.currentIndex().row()
        super().show_rows(rows)
        self._fit()
        if here and self.rows():
            self.setCurrentIndex(self.model().index(min(place, len(self.rows()) - 1), 0))
            self.go_to(here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turn = {Qt.Key.Key_PageDown: _PAGE, Qt.Key.Key_PageUp: -_PAGE}.get(Qt.Key(event.key()))
        if turn is None:
            super().keyPressEvent(event)
        elif self.rows():
            row = max(0, min(len(self.rows()) - 1, self.currentIndex().row() + turn))
            self.setCurrentIndex(self.model().index(row, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.row_reached.emit(self.visualRect(current))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()  # the page scrolls

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self.minimumHeight())

    def _fit(self) -> None:
        delegate = self.itemDelegate()
        if isinstance(delegate, _PreviewDelegate):
            delegate.begin_layout()
            tall = sum(map(delegate.height_of, self.rows()))  # type: ignore[arg-type]  # rows of previews
            self.setFixedHeight(tall + 2 * self.frameWidth())


class _PreviewDelegate(CircleDelegate[PreviewRow]):
    def title_look(self, row: PreviewRow) -> tuple[bool, str]:
        quiet = row.ticked is False
        return row.heading, self.theme.tokens.muted if quiet else self.theme.tokens.ink

    def draw_mark(self, painter: QPainter, row: PreviewRow, box: QRectF) -> None:
        tokens = self.theme.tokens
        if row.heading:
            self.draw_icon(painter, box, row.icon, tokens.ink)
            return
        on = row.ticked is True
        edge = tokens.line if row.ticked is None else tokens.line_strong
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(QColor(edge), 1.4))
        painter.setBrush(QColor(tokens.accent if on else tokens.surface))
        painter.drawEllipse(box)
        icon = "check" if on else row.icon
        if icon:
            self.draw_icon(painter, box, icon, tokens.on_accent if on else tokens.muted)
