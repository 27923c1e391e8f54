"""Themes by the number of circles that raised them, and the notes under each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import NoteKind, Spread
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.overview.program_overview import CircleNote, ProgramPicture, ThemeCount
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.program.bars import BarList, BarRail, BarRow
from dialogue_desk.ui.program.grouped_notes import CircleNotes
from dialogue_desk.ui.program.index_detail import IndexDetailView
from dialogue_desk.ui.program.program_text import line_rows, raised_by, share
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words


class ThemesTab(QWidget):
    """Bars to choose from: themes of several circles, themes of one circle, and notes without a theme."""

    note_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        words = context.words
        self._context, self._words = context, words
        self._themes: dict[str, ThemeCount] = {}
        self._circles = 0
        self._chosen: str | None = None
        names = (
            words.tr("Raised by several circles"),
            words.tr("Raised by one circle only"),
            words.tr("Without a theme"),
        )
        self._several, self._one, self._loose = (BarList(context.theme, name) for name in names)
        self._lists = (self._several, self._one, self._loose)
        self._heads = tuple(Section(name) for name in names)
        self._detail = _ThemeDetail(context)
        self._detail.note_wanted.connect(self.note_wanted)
        self._rail = self._index()
        self._panes = IndexDetailView(context.theme, words.tr("All themes"), self._rail, self._detail)
        for bars in self._lists:
            bars.moved.connect(self._show)
            bars.opened.connect(self._open)
        sentence = words.tr(
            "Notes are gathered under themes as they are written. The themes that the most "
            "circles raised come first, no matter how many notes they have."
        )
        self._empty = EmptyState(context.theme, "theme", words.tr("No themes yet"), sentence)
        column(self._empty, self._panes, within=self)
        self.setFocusProxy(self._several)

    def show_picture(self, picture: ProgramPicture) -> None:
        """Show the themes of a program."""
        several = [theme for theme in picture.themes if len(theme.circles) > 1]
        one = [theme for theme in picture.themes if len(theme.circles) == 1]
        loose = [_under_no_theme(picture, self._words)] if picture.without_theme else []
        self._themes = {theme.theme_id: theme for theme in (*several, *one, *loose)}
        self._circles = len(picture.rows)
        self._empty.setVisible(not self._themes)
        self._panes.setVisible(bool(self._themes))
        for head, bars, themes in zip(self._heads, self._lists, (several, one, loose), strict=True):
            bars.show_rows([self._row(theme) for theme in themes])
            head.setVisible(bool(themes))
            bars.setVisible(bool(themes))
        first = next((bars for bars in self._lists if bars.rows()), self._several)
        for widget in (self, self._rail):
            widget.setFocusProxy(first)
        if self._chosen not in self._themes and self._themes:
            self._chosen = next(iter(self._themes))
            first.go_to(self._chosen)
        if self._chosen is not None:
            self._show(self._chosen)

    def _index(self) -> QWidget:
        rail = BarRail(self._context.theme)
        for head, bars in zip(self._heads, self._lists, strict=True):
            head.setContentsMargins(Space.SNUG, Space.HAIR, Space.SNUG, 0)
            rail.add(head)
            rail.add_bars(bars)
        rail.body.addStretch(1)
        rail.setFocusProxy(self._several)
        return rail

    def _row(self, theme: ThemeCount) -> BarRow:
        if len(theme.circles) == 1:
            detail = self._words.tr("Circle {code}", code=theme.circles[0])
        else:
            detail = share(len(theme.circles), self._circles, self._words)
        return BarRow(theme.theme_id, theme.name, detail, len(theme.circles), self._circles)

    def _open(self, theme_id: str) -> None:
        self._show(theme_id)
        self._panes.open_detail()

    def _show(self, theme_id: str) -> None:
        theme = self._themes.get(theme_id)
        if theme is None:
            return
        self._chosen = theme_id
        for bars in self._lists:
            if all(row.id != theme_id for row in bars.rows()):
                bars.clearSelection()
        self._detail.show_theme(theme, self._circles)


class _ThemeDetail(QWidget):
    """One theme: who raised it, agreement and difference side by side, and everything else that was said."""

    note_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._words = words
        self._name, self._circles = Label(role="title"), Label(role="muted")
        self._agree = CircleNotes(theme, words.tr("No common ground was noted under this theme."))
        self._differ = CircleNotes(theme, words.tr("No differences were noted under this theme."))
        self._more = CircleNotes(theme, words.tr("Nothing else was noted under this theme."))
        self._sides = row((self._agree, 1), (self._differ, 1), gap=Space.BASE)
        self._column = column(
            self._name, self._circles, self._sides, (self._more, 5), gap=Space.SNUG, within=self
        )
        for notes in (self._agree, self._differ, self._more):
            notes.list.opened.connect(self.note_wanted)
        self.setFocusProxy(self._more.list)

    def show_theme(self, theme: ThemeCount, total: int) -> None:
        """Show one theme of a program that has ``total`` circles."""
        words = self._words
        self._name.setText(theme.name)
        self._circles.setText(raised_by(theme, total, words))
        agree = [line for line in theme.lines if _agrees(line)]
        differ = [line for line in theme.lines if _differs(line)]
        rest = [line for line in theme.lines if not _agrees(line) and not _differs(line)]
        for notes, name, found, circles in (
            (self._agree, words.tr("Common ground"), agree, theme.agreed),
            (self._differ, words.tr("Where people differ"), differ, theme.contested),
        ):
            count = words.ntr("{count} circle", "{count} circles", circles) if circles else ""
            notes.show_rows(line_rows(found, words, themes=False), name, count)
        self._column.setStretchFactor(self._sides, 4 if agree or differ else 0)
        self._more.show_rows(line_rows(rest, words, themes=False), words.tr("Also said"))


def _under_no_theme(picture: ProgramPicture, words: Words) -> ThemeCount:
    lines = picture.without_theme
    circles = tuple(sorted({line.circle_id: line.circle for line in lines}.values(), key=look_up_order))
    agreed = len({line.circle_id for line in lines if _agrees(line)})
    contested = len({line.circle_id for line in lines if _differs(line)})
    name = words.tr("Said, without a theme")
    return ThemeCount(RecordId("under no theme"), name, circles, len(lines), 0, agreed, contested, lines)


def _differs(line: CircleNote) -> bool:
    return line.kind is NoteKind.DISAGREEMENT or line.spread is Spread.CONTESTED


def _agrees(line: CircleNote) -> bool:
    return line.kind is NoteKind.COMMON_GROUND and not _differs(line)
