"""What has arrived of a program, what is missing, and which entries have two versions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from dialogue_desk.desk.session.open_conflicts import Conflict
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.arrivals import CircleArrivals, Sign, arrivals_of, those_with
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.program.arrival_legend import Legend
from dialogue_desk.ui.program.arrival_matrix import Matrix
from dialogue_desk.ui.program.arrival_text import filter_text
from dialogue_desk.ui.program.overview_side import OverviewSide
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn

_LEAST_WIDE, _ONE_LINE = 980, 900
"""How wide the page is where both sides fit, and the board where the legend is beside the filters."""
_SHARES, _DENSE_SHARES = (68, 32), (75, 25)
"""How the width is shared between the matrix and what is beside it, in percent."""
_ROOMY = 8
"""How many circles and sessions at most have roomy rows; of more each circle has one line."""
_ALL = "all"


class OverviewTab(QWidget):
    """The matrix, above it what it shows, and beside it the totals and what waits for the organizer."""

    conflict_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        words, theme = context.words, context.theme
        self._columns: tuple[int, ...] = ()
        self._arrivals: tuple[CircleArrivals, ...] = ()
        self._program: RecordId | None = None
        self._choices = 0
        self._offered = {Sign.GAP, Sign.CHOICE, Sign.FEWER}
        self.matrix = Matrix(theme, words)
        self.matrix.moved.connect(self._follow)
        self.filters = Chips(theme, words.tr("Circles to show"))
        self.filters.chosen.connect(self._show_filtered)
        self._legend = Legend(theme, words)
        self._band = ResponsiveRow(theme, _ONE_LINE, gap=Space.BASE)
        self._band.line.addWidget(self.filters)
        self._band.line.addWidget(self._legend, 1, Qt.AlignmentFlag.AlignVCenter)
        self._band.installEventFilter(self)
        self.side = OverviewSide(context)
        self.side.conflict_wanted.connect(self.conflict_wanted)
        self.side.wanted.connect(self._filter_by)
        self.files, self.folder = self.side.files, self.side.folder
        board = column(self._band, self.matrix, STRETCH, gap=Space.HAIR)
        self._sides = row(board, self.side, gap=Space.WIDE)
        self._page = ScrollColumn(theme, characters=0)
        self._page.body.addLayout(self._sides, 1)
        column(self._page, within=self)
        self.setFocusProxy(self.matrix)
        theme.changed.connect(self._rearrange)

    @property
    def dense(self) -> bool:
        """Whether there are so many circles, or sessions, that each circle has one line."""
        return max(len(self._arrivals), len(self._columns)) > _ROOMY

    @property
    def _stacked(self) -> bool:
        """Whether the matrix is under the totals, where there is little room."""
        return self._sides.direction() is not QBoxLayout.Direction.LeftToRight

    def show_picture(self, picture: ProgramPicture, conflicts: Sequence[Conflict]) -> None:
        """Show what has arrived, and the ``conflicts`` that wait for a choice."""
        self._columns, self._arrivals = picture.columns, arrivals_of(picture)
        self._choices = len(conflicts)
        self._band.setVisible(self.dense and bool(picture.arrived))
        self.side.show_picture(picture, self._arrivals, conflicts, dense=self.dense)
        self.matrix.setVisible(bool(picture.rows))
        if not picture.rows:
            self.setFocusProxy(self.files)
        self._legend.show_arrivals(self._arrivals if self.dense else ())
        same = picture.program_id == self._program
        self._program = picture.program_id
        self._show_filtered(self.filters.choice() if same else _ALL)
        self._rearrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rearrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._band and event.type() is QEvent.Type.Resize:
            self._give_room()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        """Keep the cell that the keys are on in sight, where the page scrolls and not the matrix."""
        ground = self._page.widget()
        if ground is not None and self.matrix.hasFocus():
            cell = self.matrix.visualRect(self.matrix.currentIndex())
            middle = self.matrix.viewport().mapTo(ground, cell.center())
            self._page.ensureVisible(middle.x(), middle.y(), 0, 2 * cell.height())

    def _filter_by(self, sign: str) -> None:
        """Show the circles with ``sign``, and put the keys where a person goes on."""
        self._show_filtered(sign)
        if sign == Sign.CHOICE and self._choices:
            self.side.focus_conflicts()
            return
        self.matrix.setFocus()
        ground = self._page.widget()
        if self._stacked and ground is not None:
            self._page.verticalScrollBar().setValue(self._band.mapTo(ground, QPoint(0, 0)).y())

    def _show_filtered(self, wanted: str) -> None:
        """Show the circles with the sign ``wanted``, or all when there is none or none has it."""
        sign = next((one for one in Sign if one == wanted and self.dense), None)
        shown = those_with(sign, self._arrivals) if sign else self._arrivals
        if not shown:
            sign, shown = None, self._arrivals
        if sign:
            self._offered.add(sign)  # and it stays, so that no chip goes from under the keys
        filters = self._filters()
        self.filters.show_choices(filters)
        self.filters.choose(sign or _ALL)
        self.filters.setVisible(len(filters) > 1)
        self.matrix.show_arrivals(self._columns, shown, dense=self.dense)
        hidden = self.dense and sign is not Sign.CHOICE and those_with(Sign.CHOICE, self._arrivals)
        self.side.show_conflicts(shown=bool(self._choices) and not hidden)

    def _filters(self) -> list[Choice]:
        words = self._context.words
        found = [Choice(_ALL, words.tr("All {count}", count=len(self._arrivals)))]
        for sign in Sign:
            circles = those_with(sign, self._arrivals)
            if circles and sign in self._offered:
                found.append(Choice(sign, filter_text(sign, len(circles), words)))
        return found

    def _rearrange(self) -> None:
        wide = self.width() >= self._context.theme.scaled(_LEAST_WIDE)
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.LeftToRight if wide else direction.BottomToTop)
        self.setFocusProxy(self.matrix if wide and not self.matrix.isHidden() else self.files)
        for place, share in enumerate(_DENSE_SHARES if self.dense else _SHARES):
            self._sides.setStretch(place, share if wide else 0)
        edge = Space.HAIR if self.dense else Space.WIDE
        self._page.body.setContentsMargins(Space.WIDE, edge, Space.WIDE, edge)
        self._give_room()

    def _give_room(self) -> None:
        """Tell the matrix how high it can be without scrolling: under the filters, or by itself."""
        edges = self._page.body.contentsMargins()
        band = 0 if self._stacked or self._band.isHidden() else self._band.height() + Space.HAIR
        self.matrix.set_room(self.height() - edges.top() - edges.bottom() - band, by_itself=self._stacked)
