"""The dialog in which themes are added to the selected notes or removed from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.notes.near_themes import same_theme
from dialogue_desk.domain.notes.shorthand import THEME_SIGNS
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import row
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.tick import Tick


class ThemeSheet(SheetDialog):
    """Emits ``saved`` when a person has decided; ``added()`` and ``taken()`` return the decision.

    ``counts`` says on how many of the selected notes each theme is; ``of`` notes are selected.
    """

    saved = Signal()
    change_wanted = Signal(str, QWidget)
    """Carries a theme that is to be changed wherever it is, and the button that was pressed."""

    def __init__(
        self,
        context: Context,
        themes: Sequence[str],
        counts: Mapping[str, int],
        of: int,
        window: QWidget,
    ) -> None:
        words, theme = context.words, context.theme
        title = words.ntr("Themes of {count} note", "Themes of {count} notes", of)
        super().__init__(theme, title, window)
        self._context, self._counts, self._of = context, dict(counts), of
        self.line = LineBox()
        self.line.returnPressed.connect(self._enter)
        self.line.escaped.connect(self.reject)
        self.line.textChanged.connect(self._show_matching)
        hint = words.tr("Type to find or add a theme. Press Enter to add it.")
        self.column.add(Field(words.tr("Theme"), self.line, hint))
        self.ticks: dict[str, Tick] = {}
        self.rows: dict[str, QWidget] = {}
        for name in sorted(themes, key=lambda name: (name not in counts, look_up_order(name))):
            self._add_tick(name)
            self._add_change(name)
        self._none = Label(words.tr("There are no themes yet."), "muted")
        self._none.setVisible(not self.ticks)
        self.column.add(self._none)
        self.column.body.addStretch(1)
        cancel = Button(theme, words.tr("Cancel"), weight=Weight.QUIET)
        save = Button(theme, words.tr("Save"), weight=Weight.PRIMARY)
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self.saved)
        self.foot.addStretch(1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(save)
        self.line.setFocus()

    def added(self) -> tuple[str, ...]:
        """Return the themes to add to all of the notes."""
        return tuple(name for name, tick in self.ticks.items() if tick.isChecked() and not self._on_all(name))

    def taken(self) -> tuple[str, ...]:
        """Return the themes to remove from all of the notes."""
        off = (name for name, tick in self.ticks.items() if self._counts.get(name) and not tick.isChecked())
        return tuple(name for name in off if self._on_all(name) or self.ticks[name].property("turned"))

    def _add_tick(self, name: str) -> Tick:
        count, words = self._counts.get(name, 0), self._context.words
        shown = name
        if 0 < count < self._of:
            shown = words.tr("{theme} (on {count} of {all})", theme=name, count=count, all=self._of)
        tick = self.ticks[name] = Tick(self._context.theme, shown)
        tick.setChecked(self._on_all(name))
        tick.toggled.connect(lambda _on: tick.setProperty("turned", True))
        self.column.add(tick)
        return tick

    def _add_change(self, name: str) -> None:
        """Put a button beside a theme that is there already."""
        words = self._context.words.tr("Change “{theme}” everywhere", theme=name)
        button = Button(self._context.theme, words, weight=Weight.QUIET, icon="more", bare=True)
        button.clicked.connect(lambda: self.change_wanted.emit(name, button))
        tick = self.ticks[name]
        self.column.body.removeWidget(tick)
        self.rows[name] = QWidget()
        row((tick, 1), button, gap=Space.HAIR, within=self.rows[name])
        self.column.add(self.rows[name])

    def _on_all(self, name: str) -> bool:
        return self._counts.get(name, 0) == self._of

    def _show_matching(self) -> None:
        key = twin_key(self._typed())
        for name, tick in self.ticks.items():
            self.rows.get(name, tick).setVisible(key in twin_key(name))

    def _typed(self) -> str:
        return normalized(self.line.text()).strip().lstrip("".join(THEME_SIGNS))

    def _enter(self) -> None:
        typed = self._typed()
        if not typed:
            self.saved.emit()
            return
        key = twin_key(typed)
        begun = next((name for name in self.ticks if twin_key(name).startswith(key)), None)
        name = same_theme(typed, self.ticks) or begun or typed.replace("_", " ").strip()
        tick = self.ticks.get(name) or self._new_tick(name)
        tick.setChecked(True)
        self.line.clear()
        self._context.announcer.announce(self._context.words.tr("{theme} added.", theme=name))

    def _new_tick(self, name: str) -> Tick:
        tick = self._add_tick(name)
        self.column.body.removeWidget(tick)
        self.column.body.insertWidget(2, tick)  # directly under the line
        self._none.hide()
        return tick
