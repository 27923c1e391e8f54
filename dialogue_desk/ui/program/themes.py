"""Themes by the number of circles that raised them, and the notes under each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.same_themes import SameTheme, counted_with, same_themes, themes_told_apart
from dialogue_desk.desk.program.theme_word_lists import theme_words
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import NoteKind, Spread
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary
from dialogue_desk.domain.overview.program_overview import CircleNote, ProgramPicture, ThemeCount
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.program.bars import BarList, BarRail, BarRow
from dialogue_desk.ui.program.grouped_notes import CircleNotes
from dialogue_desk.ui.program.index_detail import IndexDetailView
from dialogue_desk.ui.program.program_text import line_rows, raised_by, share
from dialogue_desk.ui.program.same_themes_sheet import SameThemesSheet
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words


class ThemesTab(QWidget):
    """Bars to choose from: themes of several circles, themes of one circle, and notes without a theme."""

    note_wanted = Signal(str)

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__()
        words = context.words
        self._desk, self._context, self._words = desk, context, words
        self._picture: ProgramPicture | None = None
        self._themes: dict[str, ThemeCount] = {}
        self._same: dict[RecordId, tuple[SameTheme, ...]] = {}
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
        self.same = self._detail.same
        self.same.clicked.connect(self._open_same)
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
        """Show the themes of a program, and after a moment which of them are probably the same."""
        if self._picture is None or self._picture.program_id != picture.program_id:
            self._same = {}
        self._picture = picture
        self._fill(picture)
        apart = themes_told_apart(self._desk, picture)
        self._context.worker.run(
            self,
            lambda _: same_themes(picture, apart, ThemeVocabulary(theme_words())),
            lambda found: self._show_same(picture, found),
        )

    def go_to(self, theme_id: str | None) -> None:
        """Choose a theme."""
        bars = next((bars for bars in self._lists if any(row.id == theme_id for row in bars.rows())), None)
        if bars is not None and theme_id is not None:
            bars.go_to(theme_id)
            self._show(theme_id)

    def _show_same(self, picture: ProgramPicture, found: dict[RecordId, tuple[SameTheme, ...]]) -> None:
        if picture is self._picture:  # another one may have come meanwhile
            self._same = found
            self._fill(picture)

    def _fill(self, picture: ProgramPicture) -> None:
        chosen = self._chosen
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
        # A theme may have gone to another list, so the keys are put on it again.
        self.go_to(chosen if chosen in self._themes else next(iter(self._themes), ""))

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
        if same := len(self._same.get(theme.theme_id, ())):
            like = self._words.ntr("{count} probably the same", "{count} probably the same", same)
            detail = f"{detail} · {like}"
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
        joined = counted_with(self._desk, theme)
        self._detail.show_theme(theme, self._circles, len(self._same.get(theme.theme_id, ())), len(joined))

    def _open_same(self) -> None:
        theme = self._themes.get(self._chosen or "")
        if theme is None or self._picture is None:
            return
        same = self._same.get(theme.theme_id, ())
        sheet = SameThemesSheet(self._desk, self._picture, theme, same, self._context, self.window())
        sheet.stands.connect(self._follow)
        sheet.open()

    def _follow(self, theme_id: str) -> None:
        """Stay on what stands for the theme that was chosen."""
        self._chosen = theme_id


class _ThemeDetail(QWidget):
    """One theme: who raised it, agreement and difference side by side, and everything else that was said."""

    note_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._words = words
        self._name, self._circles = Label(role="title"), Label(role="muted")
        self.same = Button(theme, "")
        self._agree = CircleNotes(theme, words.tr("No common ground was noted under this theme."))
        self._differ = CircleNotes(theme, words.tr("No differences were noted under this theme."))
        self._more = CircleNotes(theme, words.tr("Nothing else was noted under this theme."))
        self._sides = row((self._agree, 1), (self._differ, 1), gap=Space.BASE)
        same = row(self.same, STRETCH)
        self._column = column(
            self._name, self._circles, same, self._sides, (self._more, 5), gap=Space.SNUG, within=self
        )
        for notes in (self._agree, self._differ, self._more):
            notes.list.opened.connect(self.note_wanted)
        self.setFocusProxy(self._more.list)

    def show_theme(self, theme: ThemeCount, total: int, same: int, joined: int) -> None:
        """Show one theme of a program that has ``total`` circles.

        ``same`` others probably mean the same; ``joined`` other names are counted with it.
        """
        words = self._words
        self.same.setText(
            words.ntr("{count} theme is probably the same", "{count} themes are probably the same", same)
            if same
            else words.ntr("{count} name is counted with it", "{count} names are counted with it", joined)
        )
        self.same.setVisible(bool(same or joined))
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
