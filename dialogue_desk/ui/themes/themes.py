"""The theme workbench: the themes of a program on one side, the notes of all its circles on the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.note_coding import differing_notes
from dialogue_desk.desk.program.program_synonyms import words_of_program
from dialogue_desk.desk.program.program_theme_edits import sounds_aside
from dialogue_desk.desk.program.same_themes import (
    SameTheme,
    beside,
    counted_with,
    same_themes,
    themes_told_apart,
)
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary
from dialogue_desk.domain.overview.note_filter import NoteFilter, NoteIndex, Shelf
from dialogue_desk.domain.overview.program_overview import ProgramPicture, ThemeCount
from dialogue_desk.reports.phrases import also_written
from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.program.index_detail import IndexDetailView
from dialogue_desk.ui.program.program_text import raised_by, share
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.themes.coded_notes import coded_rows
from dialogue_desk.ui.themes.coding_choice_sheet import CodingChoiceSheet
from dialogue_desk.ui.themes.note_coding_acts import NoteCodingActs
from dialogue_desk.ui.themes.theme_list import ThemeList
from dialogue_desk.ui.themes.theme_notes import ThemeNotes
from dialogue_desk.ui.themes.theme_rows import row_of, shelf_id, shelf_name, theme_rows, wanted_by
from dialogue_desk.ui.themes.theme_shaping import ThemeShaping
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.note_list import NoteRow
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names
from dialogue_desk.words.names import name_of

_LOW = 400
"""In so little height, in pixels at 100 % text, notes need the room of all that is not needed."""
_MOST_NAMED = 12
"""So many circles of a theme are named; of more, the filter names each."""


class ThemesTab(QWidget):
    """A theme or a shelf of notes is chosen in the list; its notes are beside it.

    The notes are made ready beside the window, so that it stays alive however many there are.
    """

    note_wanted = Signal(str)

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__()
        words = context.words
        self._desk, self._context, self._words = desk, context, words
        self._picture: ProgramPicture | None = None
        self._index: NoteIndex | None = None
        self._themes: dict[str, ThemeCount] = {}
        self._same: dict[RecordId, tuple[SameTheme, ...]] = {}
        self._apart: frozenset[RecordId] = frozenset()
        self.acts = NoteCodingActs(desk, context, self)
        self.shaping = ThemeShaping(desk, context, self)
        self.list = ThemeList(context.theme, words.tr("Themes"))
        self.notes = ThemeNotes(context, self.acts)
        self.head = _Head(context)
        self.same = self.head.same
        self.synonyms = Button(context.theme, words.tr("Words that mean the same"), weight=Weight.QUIET)
        rail, detail = QWidget(), QWidget()
        for part in (rail, detail):
            part.setProperty("role", "clear")
        column((self.list, 1), flowing(self.synonyms), gap=Space.TIGHT, within=rail)
        column(self.head, (self.notes, 1), gap=Space.TIGHT, within=detail)
        rail.setFocusProxy(self.list)
        detail.setFocusProxy(self.notes)
        self._panes = IndexDetailView(context.theme, words.tr("All themes"), rail, detail)
        sentence = words.tr(
            "Notes are gathered under themes as they are written. The themes that the most "
            "circles raised come first, no matter how many notes they have."
        )
        self._empty = EmptyState(context.theme, "theme", words.tr("No notes yet"), sentence)
        column(self._empty, self._panes, within=self)
        self.setFocusProxy(self.list)
        self._connect()
        self._bind_keys()

    def show_picture(self, picture: ProgramPicture) -> None:
        """Show the themes of a program, after a moment its notes, and then which themes are probably one."""
        if self._picture is None or self._picture.program_id != picture.program_id:
            self._same, self._index = {}, None
            self.notes.filters.clear()
            self.notes.show_wanted(NoteFilter())
        self._picture = self.acts.picture = self.shaping.picture = picture
        self._apart = apart = themes_told_apart(self._desk, picture)
        self._fill()
        words, worker, differing = self._words, self._context.worker, differing_notes(picture)

        before, rows = self._index, self.notes.rows

        def ready(_: object) -> tuple[NoteIndex, dict[str, NoteRow]]:
            known = {line.note_id: line for line in before.lines} if before else {}
            new = [line for line in picture.lines if known.get(line.note_id) is not line]
            return NoteIndex.of(picture, differing, before), {**rows, **coded_rows(new, words)}

        worker.run(self, ready, lambda made: self._show_notes(picture, *made))
        worker.run(
            self,
            lambda _: same_themes(picture, apart, ThemeVocabulary(words_of_program(picture.work))),
            lambda found: self._show_same(picture, found),
        )

    def go_to(self, row_id: str | None) -> None:
        """Choose a theme, or a shelf of notes by the id of its row."""
        if row_id is not None and any(row.id == row_id for row in self.list.rows()):
            self.list.go_to(row_id)
            self._show(row_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < self._context.theme.scaled(_LOW)
        self.head.fold(low=low)
        self.notes.filters.fold(low=low)

    def _connect(self) -> None:
        self.list.moved.connect(self._show)
        self.list.opened.connect(self._open)
        self.list.clicked.connect(lambda _: self._panes.show_detail())
        self.list.dropped.connect(self._drop)
        self.list.menu_wanted.connect(self._open_menu)
        self.notes.list.opened.connect(self.note_wanted)
        self.head.more.clicked.connect(lambda: self._open_menu(_under(self.head.more)))
        self.head.same.clicked.connect(lambda: self._with_theme(self.shaping.open_same))
        self.head.aside.clicked.connect(
            lambda: self._with_theme(partial(self.shaping.ask_aside, place=_under(self.head.aside)))
        )
        self.head.differing.clicked.connect(self._choose_codings)
        self.synonyms.clicked.connect(self.shaping.open_synonyms)
        for acts in (self.acts, self.shaping):
            acts.went.connect(self._follow)
        self.acts.coded.connect(self._show_coded)

    def _bind_keys(self) -> None:
        words, keys = self._words, Actions(self._context.theme, self.list, self._context.keys)
        group = words.tr("Themes of many circles")
        for action, run in (
            (Action("rename theme", words.tr("Rename it"), ("F2",), "", group), self.shaping.rename),
            (
                Action("compare theme", words.tr("Compare it with another theme"), ("Ctrl+J",), "", group),
                self.shaping.compare,
            ),
        ):
            live = keys.add(action, partial(self._with_theme, run))
            live.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        menu = keys.add(
            Action("theme menu", words.tr("Actions"), ("Shift+F10",), "", group), self._open_menu_here
        )
        menu.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def _open_menu_here(self) -> None:
        here = self.list.visualRect(self.list.currentIndex()).center()
        self._open_menu(self.list.viewport().mapToGlobal(here))

    def _fill(self) -> None:
        picture, here = self._picture, row_of(self.notes.filters.wanted)
        if picture is None:
            return
        self._themes = {theme.theme_id: theme for theme in picture.every_theme}
        there = bool(picture.lines or picture.every_theme)
        self._empty.setVisible(not there)
        self._panes.setVisible(there)
        self.synonyms.setVisible(picture.program_id is not None)
        counts = {theme: len(found) for theme, found in self._same.items()}
        self.list.show_rows(theme_rows(picture, self._index, counts, self._words))
        stands = picture.theme_of().get(RecordId(here))
        here = stands.theme_id if stands else here
        known = {row.id for row in self.list.rows()}
        self.go_to(here if here in known or not self._index else shelf_id(Shelf.ALL))

    def _show_notes(self, picture: ProgramPicture, index: NoteIndex, rows: dict[str, NoteRow]) -> None:
        if picture is self._picture:  # another one may have come meanwhile
            self._index = index
            self.notes.show_index(index, rows)
            self._fill()

    def _show_same(self, picture: ProgramPicture, found: dict[RecordId, tuple[SameTheme, ...]]) -> None:
        if picture is self._picture:
            self._same = self.shaping.same = found
            self._fill()

    def _show_coded(self, codings: dict[RecordId, tuple[RecordId, ...]]) -> None:
        """Show at once where notes went; the counts follow when the program has been read again."""
        if self._index is not None:
            self._index = self._index.coded(codings)
            changed = [entry.line for entry in self._index.entries if entry.line.note_id in codings]
            self.notes.show_coded(self._index, changed)

    def _show(self, row_id: str) -> None:
        wanted = wanted_by(row_id, self.notes.filters.wanted)
        theme = self.acts.theme = self._themes.get(row_id)
        self.notes.list.show_under(theme.name if theme else "")
        if wanted != self.notes.filters.wanted:
            self.notes.show_wanted(wanted)
        if self._picture is not None:
            self._show_head(self._picture, theme, wanted)

    def _show_head(self, picture: ProgramPicture, theme: ThemeCount | None, wanted: NoteFilter) -> None:
        if theme is None:
            differing = wanted.shelf is Shelf.DIFFERING
            name, sentence = shelf_name(wanted.shelf, self._words), _shelf_sentence(wanted.shelf, self._words)
            self.head.show_shelf(name, sentence, differing=differing)
            return
        same = len(self._same.get(theme.theme_id, ()))
        joined = len(counted_with(self._desk, theme))
        suggest = sounds_aside(picture, theme, self._apart)
        self.head.show_theme(
            theme.name, _theme_sentences(theme, picture, self._words), (same, joined), suggest=suggest
        )

    def _open(self, row_id: str) -> None:
        self._show(row_id)
        self._panes.open_detail()

    def _drop(self, theme_id: str, adds: bool) -> None:  # as the list tells it
        if theme_id == shelf_id(Shelf.LOOSE):
            self.acts.take_out_of_all(self.notes.selected())
        else:
            self.acts.put(self.notes.selected(), theme_id, adds=adds)

    def _with_theme(self, act: Callable[[ThemeCount], object]) -> None:
        theme = self._themes.get(row_of(self.notes.filters.wanted))
        if theme is not None:
            act(theme)

    def _open_menu(self, place: QPoint) -> None:
        self._with_theme(lambda theme: self.shaping.open_menu(theme, place))

    def _choose_codings(self) -> None:
        if self._picture is not None and self._index is not None:
            notes = self._index.find(NoteFilter(Shelf.DIFFERING))
            CodingChoiceSheet(self._desk, self._picture, notes, self._context, self.window()).open()

    def _follow(self, theme_id: str) -> None:
        """Stay on a theme that stands for the one that was chosen, once it is in the list."""
        self.notes.filters.wanted = wanted_by(theme_id, self.notes.filters.wanted)


class _Head(QWidget):
    """What is chosen: its name, who raised it, and what can be done with it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._words = words
        self._name, self._sentence = Label(role="title"), Label(role="muted")
        self.same = Button(theme, "", weight=Weight.QUIET)
        said = words.tr("Is it about the talk itself?")
        self.aside = Button(theme, said, icon="down", trailing=True, weight=Weight.QUIET)
        self.differing = Button(theme, words.tr("Choose"))
        self.more = Button(theme, words.tr("Theme"), icon="down", trailing=True)
        column(
            row((self._name, 1), self.same, self.aside, self.differing, self.more, gap=Space.TIGHT),
            self._sentence,
            gap=Space.HAIR,
            within=self,
        )

    def fold(self, *, low: bool) -> None:
        """Leave the sentence out where there is little height."""
        self._sentence.setHidden(low)

    def show_shelf(self, name: str, sentence: str, *, differing: bool) -> None:
        """Show a shelf of notes; where these are coded differently, a button leads to the choice."""
        self._show(name, sentence)
        self.differing.setVisible(differing)

    def show_theme(self, name: str, sentence: str, like: tuple[int, int], *, suggest: bool) -> None:
        """Show a theme that so many others are like, and so many other names are counted with.

        ``suggest``: its name says that it is about the talk itself.
        """
        self._show(name, sentence)
        words, (same, joined) = self._words, like
        self.same.setText(
            words.ntr("{count} theme is probably the same", "{count} themes are probably the same", same)
            if same
            else words.ntr("{count} name is counted with it", "{count} names are counted with it", joined)
        )
        self.same.setVisible(bool(same or joined))
        self.aside.setVisible(suggest)
        self.more.setVisible(True)

    def _show(self, name: str, sentence: str) -> None:
        self._name.setText(name)
        self._sentence.setText(sentence)
        for button in (self.same, self.aside, self.differing, self.more):
            button.hide()


def _under(button: QWidget) -> QPoint:
    """Return the place on the screen right under a button."""
    return button.mapToGlobal(QPoint(0, button.height()))


def _shelf_sentence(shelf: Shelf, words: Words) -> str:
    return {
        Shelf.ALL: words.tr("Drag notes onto a theme, or select some and press #."),
        Shelf.LOOSE: words.tr("These are under no theme yet."),
        Shelf.ONE_CIRCLE: words.tr(
            "One circle alone can be right. Look here before you leave something out."
        ),
        Shelf.DIFFERING: words.tr("Two organizers counted these under different themes."),
    }[shelf]


def _raised(theme: ThemeCount, picture: ProgramPicture, words: Words) -> str:
    """Return which circles raised a theme, or how many where their codes would fill lines."""
    total = len(picture.rows)
    if len(theme.circles) <= _MOST_NAMED:
        return raised_by(theme, total, words)
    said = words.tr("Raised by {share}.", share=share(len(theme.circles), total, words))
    return f"{said} {also_written(theme.also_written, words)}" if theme.also_written else said


def _theme_sentences(theme: ThemeCount, picture: ProgramPicture, words: Words) -> str:
    """Return who raised a theme, where circles agree and differ, and how it stands to other themes."""
    said = [words.tr("No circle raised it yet.")]
    if theme.circles:
        said = [_raised(theme, picture, words)]
    if theme.agreed:
        said.append(
            words.ntr("Common ground in {count} circle.", "Common ground in {count} circles.", theme.agreed)
        )
    if theme.contested:
        said.append(
            words.ntr(
                "People differ in {count} circle.", "People differ in {count} circles.", theme.contested
            )
        )
    wider = picture.theme_of().get(theme.under) if theme.under else None
    if wider is not None:
        said.append(words.tr("It is under “{theme}”.", theme=wider.name))
    if theme.aside:
        said.append(words.tr("It is kept apart from the findings."))
    others: dict[str, list[str]] = {}
    for one in beside(picture, theme):
        others.setdefault(name_of(one.likeness.rung, words), []).append(one.theme.name)
    said += [f"{rung}: {join_names(names, words)}." for rung, names in others.items()]
    return " ".join(said)
