"""Top themes: which of today's themes the circle shares first, and in what order."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.session.closing_edits import set_top_themes
from dialogue_desk.domain.closing.top_themes import (
    RankedTheme,
    chosen_themes,
    raised_themes,
    shifted,
    toggled,
)
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.step_pane import Pane
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.key_choice import modifier_name
from dialogue_desk.ui.notes.theme_actions import ThemeActions
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.mark_list import MarkList, MarkRow

_LEAST = 120
"""How tall the list is at least, at 100 % text."""


class TopThemesStep(Pane):
    """Space selects a theme, and Alt with the arrows orders the selected ones; Enter goes on (``done``)."""

    done = Signal()

    def __init__(self, desk: Desk, context: Context) -> None:
        theme, tr = context.theme, context.words.tr
        lead = tr(
            "Ask the circle which themes it wants to share first. Space selects a theme; {alt} with the "
            "arrow keys puts the selected ones in order.",
            alt=modifier_name("Alt"),
        )
        super().__init__(theme, tr("Top themes"), lead)
        self._desk, self._context = desk, context
        self._session = RecordId("")
        self._top: tuple[RecordId, ...] = ()
        self.list = _Themes(context)
        self.list.opened.connect(lambda _: self.done.emit())
        self.list.picked.connect(self._toggle_pick)
        self.list.moving.connect(self._move)
        self.list.moved.connect(lambda _: self._update_buttons())
        self.pick_button = Button(theme, tr("Select"))
        self.earlier_button = Button(theme, tr("Move up"))
        self.later_button = Button(theme, tr("Move down"))
        self.pick_button.clicked.connect(lambda: self._toggle_pick(self.list.current_id()))
        self.earlier_button.clicked.connect(lambda: self._move(-1))
        self.later_button.clicked.connect(lambda: self._move(1))
        self._themes = ThemeActions(desk, context, self)
        self.change_button = Button(theme, tr("Change this theme"), icon="more")
        self.change_button.clicked.connect(self._open_theme)
        buttons = (self.pick_button, self.earlier_button, self.later_button, self.change_button)
        self._buttons = flowing(*buttons)
        sentence = tr("While you take notes, type # and a word to put a note under a theme.")
        self._empty = EmptyState(theme, "theme", tr("No themes came up"), sentence)
        self.body.addWidget(self._buttons)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._empty, 1)

    def show_folder(self, folder: SessionFolder) -> None:
        """Show the themes of a session, the selected ones first."""
        other, self._session = folder.id != self._session, folder.id
        self._themes.folder = folder
        self._top = chosen_themes(folder)
        themes = raised_themes(folder)
        self.list.show_rows([self._row(theme) for theme in themes])
        if other and themes:
            self.list.go_to(themes[0].id)
        for shown in (self.lead, self.list, self._buttons):
            shown.setVisible(bool(themes))
        self._empty.setVisible(not themes)
        self._update_buttons()

    def take_focus(self) -> None:
        """Put the keyboard on the themes."""
        self.list.setFocus()

    def _row(self, theme: RankedTheme) -> MarkRow:
        words = self._context.words
        detail = words.ntr("{count} note", "{count} notes", theme.notes)
        placed = words.tr("{place}: {theme}", place=theme.place, theme=theme.name)
        spoken = f"{placed if theme.place else theme.name}. {detail}."
        figure = str(theme.place) if theme.place else ""
        return MarkRow(theme.id, theme.name, detail, spoken, figure=figure, filled=bool(theme.place))

    def _toggle_pick(self, theme: str) -> None:
        if theme:
            set_top_themes(self._desk, self._session, toggled(self._top, RecordId(theme)))
            self._announce(theme)

    def _move(self, by: int) -> None:
        theme = RecordId(self.list.current_id())
        then = shifted(self._top, theme, by)
        if then != self._top:
            set_top_themes(self._desk, self._session, then)
            self._announce(theme)

    def _open_theme(self) -> None:
        self._themes.open_menu(RecordId(self.list.current_id()), self.change_button)

    def _announce(self, theme: str) -> None:
        for row in self.list.rows():
            if row.id == theme:
                self._context.announcer.announce(row.accessible_text)

    def _update_buttons(self) -> None:
        here, tr = self.list.current_id(), self._context.words.tr
        place = self._top.index(RecordId(here)) if here in self._top else -1
        self.pick_button.setText(tr("Deselect") if place >= 0 else tr("Select"))
        self.pick_button.setEnabled(bool(here))
        self.change_button.setEnabled(bool(here))
        self.earlier_button.setEnabled(place > 0)
        self.later_button.setEnabled(0 <= place < len(self._top) - 1)


class _Themes(MarkList):
    """The list; Space and a double click emit ``picked(id)``, Alt+Up and Alt+Down ``moving(by)``: -1 or 1."""

    picked = Signal(str)
    moving = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, context.words.tr("Today's themes"))
        self._theme = context.theme
        self.doubleClicked.connect(lambda _: self.picked.emit(self.current_id()))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self._theme.scaled(_LEAST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moving.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self.picked.emit(self.current_id())
        else:
            super().keyPressEvent(event)
