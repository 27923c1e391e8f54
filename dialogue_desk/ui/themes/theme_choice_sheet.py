"""The sheet in which a theme is chosen by typing: for notes, to put another under, or to compare with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.text import title_text
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.notes.shorthand import LONGEST_THEME
from dialogue_desk.domain.overview.program_overview import ThemeCount
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.mark_list import MarkList, MarkRow
from dialogue_desk.ui.widgets.sheet import SheetDialog

_MOST = 6
"""So many themes are shown at a time; a person types on where there are more."""
_NEW, _NONE = "new theme", "no theme"


class ThemeChoiceSheet(SheetDialog):
    """``chosen`` tells the id of a theme, "" for ``none``; ``named`` the name of one that is to be made.

    ``none`` is a row that chooses no theme, in words; without it there is none.  New names are taken only
    where a person ``may_make`` themes.
    """

    chosen = Signal(str)
    named = Signal(str)

    def __init__(
        self,
        context: Context,
        title: str,
        themes: Sequence[ThemeCount],
        window: QWidget,
        *,
        may_make: bool = False,
        none: str = "",
    ) -> None:
        words = context.words
        super().__init__(context.theme, title, window)
        self._words, self._themes, self._may_make, self._none = words, themes, may_make, none
        self.line = LineBox()
        self.line.setMaxLength(LONGEST_THEME)
        hint = words.tr("Type a part of its name. Enter chooses the first, arrows choose another.")
        if may_make:
            hint = words.tr("Type a part of its name, or a new name. Enter chooses the first.")
        self.column.add(Field(words.tr("Theme"), self.line, hint))
        self.list = MarkList(context.theme, words.tr("Themes"))
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._more = Label(role="note")
        self.column.add(self.list, self._more)
        self.column.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button(words.tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.line.textChanged.connect(self._fill)
        self.line.returnPressed.connect(self._take_current)
        self.line.escaped.connect(self.reject)
        self.line.installEventFilter(self)
        self.list.opened.connect(self._take)
        self.list.clicked.connect(self.list.open_row)
        self._fill()
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._go(step)
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        typed = " ".join(title_text(self.line.text()).split())
        key = twin_key(typed)
        found = [theme for theme in self._themes if all(word in _searched(theme) for word in key.split())]
        found.sort(key=lambda theme: not twin_key(theme.name).startswith(key))
        rows = [self._row(theme) for theme in found[:_MOST]]
        known = any(key in map(twin_key, theme.every_name) for theme in found)
        if typed and self._may_make and not known:
            name = self._words.tr("New theme “{theme}”", theme=typed)
            rows.append(MarkRow(_NEW, name, "", name, icon="plus"))
        if self._none and not typed:
            rows.insert(0, MarkRow(_NONE, self._none, "", self._none))
        self.list.show_rows(rows)
        if rows:
            self.list.go_to(rows[0].id)
        more = len(found) - _MOST
        said = self._words.ntr(
            "{count} more. Type on to find it.", "{count} more. Type on to find them.", more
        )
        if not rows:
            said = self._words.tr("No theme has this name.")
        self._more.setText(said if more > 0 or not rows else "")
        self._more.setVisible(bool(self._more.text()))
        self.list.setVisible(bool(rows))
        high = sum(self.list.sizeHintForRow(place) for place in range(len(rows)))
        self.list.setFixedHeight(max(1, high + 2))

    def _row(self, theme: ThemeCount) -> MarkRow:
        words = self._words
        circles = words.ntr("{count} circle", "{count} circles", len(theme.circles))
        notes = words.ntr("{count} note", "{count} notes", theme.notes)
        detail = f"{circles} · {notes}"
        return MarkRow(theme.theme_id, theme.name, detail, f"{theme.name}. {circles}. {notes}", icon="theme")

    def _go(self, step: int) -> None:
        rows = self.list.rows()
        here = next((place for place, row in enumerate(rows) if row.id == self.list.current_id()), 0)
        if rows:
            self.list.go_to(rows[max(0, min(len(rows) - 1, here + step))].id)

    def _take_current(self) -> None:
        if current := self.list.current_id():
            self._take(current)

    def _take(self, row_id: str) -> None:
        typed = " ".join(title_text(self.line.text()).split())
        self.accept()
        if row_id == _NEW:
            self.named.emit(typed)
        else:
            self.chosen.emit("" if row_id == _NONE else row_id)


def _searched(theme: ThemeCount) -> str:
    return "\n".join(map(twin_key, theme.every_name))
