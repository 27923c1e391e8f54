"""The themes offered for the name that is being typed: Tab takes the first, the arrows pick another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.notes.near_themes import begun_theme, same_theme
from dialogue_desk.domain.notes.shorthand import theme_in_mark, theme_mark
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.note_box import NoteBox
from dialogue_desk.ui.notes.theme_doubts import Typed
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import FlowLayout

MOST_OFFERED = 4


class ThemeOffers(Card):
    """Covers what is above the box, so that nothing moves while a person types.

    Hidden while there is nothing to offer; the keyboard stays in the box.
    """

    taken = Signal(str)
    """Carries the mark that was clicked."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__("toast", edge=Space.HAIR)
        self.setParent(parent)
        self._context = context
        self._box: NoteBox | None = None
        self._ground: Callable[[], QWidget] = parent.window
        self._names: dict[str, tuple[str, ...]] = {}
        self._offered: tuple[str, ...] = ()
        self._at = 0
        self.picked = False
        self._buttons: list[Button] = []
        held = QWidget()
        self._flow = FlowLayout(held, gap=Space.HAIR)
        self.column.addWidget(held)
        self.setAccessibleName(context.words.tr("Matching themes"))
        self.hide()

    def serve(self, box: NoteBox, ground: Callable[[], QWidget]) -> None:
        """Offer themes for what is typed in ``box``, above it and over its neighbors on ``ground``."""
        self._box, self._ground = box, ground
        box.theme_typed.connect(self.suggest)
        box.turned.connect(self.move_by)
        box.dismissed.connect(self.dismiss)
        self.taken.connect(box.complete)
        self.taken.connect(lambda _mark: box.setFocus())

    def show_themes(self, names: Sequence[str], others: Mapping[str, Sequence[str]] | None = None) -> None:
        """Set the names of the themes to offer, and what each is called in ``others`` of its languages."""
        more = others or {}
        self._names = {name: tuple(map(twin_key, (name, *more.get(name, ())))) for name in names}

    def knows(self, name: str) -> bool:
        """Whether a theme of this name is there already."""
        return same_theme(name, (key for keys in self._names.values() for key in keys)) is not None

    def mark(self) -> str:
        """Return the mark that Tab would complete, or "" when nothing is offered."""
        return self._offered[self._at] if self._offered else ""

    def taken_by_enter(self) -> str:
        """Return the only theme that begins as the name being typed; "" where the name is a theme itself.

        Enter takes it, so that no half of a name becomes a theme; Escape leaves the name as it was typed.
        """
        typed = self._box.typed_theme()[1:] if self._box is not None and self._offered else ""
        if not typed or self.knows(typed):
            return ""
        return begun_theme(typed, self._names) or ""

    def finish_typed(self) -> Typed | None:
        """Complete the theme that Enter takes, and return what was typed for it."""
        taken = self.taken_by_enter()
        if not taken or self._box is None:
            return None
        typed = theme_in_mark(self._box.typed_theme())
        self._box.complete(theme_mark(taken))
        return Typed(typed, taken)

    def suggest(self, typed: str) -> None:
        """Offer the themes that begin with ``typed``, then those that contain it; none where it is empty."""
        key = twin_key(typed[1:])
        found = [name for name, keys in self._names.items() if typed and any(key in one for one in keys)]
        found.sort(key=lambda name: not any(one.startswith(key) for one in self._names[name]))
        marks = tuple(map(theme_mark, found))
        same_first = marks[:1] == self._offered[:1]
        self._at, self.picked = 0, False
        if marks[:MOST_OFFERED] != self._offered:
            self._offered = marks[:MOST_OFFERED]
            self._show()
        else:
            self._show_weights()
        if marks and not same_first:
            self._announce()
        self._offer()

    def move_by(self, by: int) -> None:
        """Pick the theme that is ``by`` places further on."""
        if self._offered:
            self._at = (self._at + (by if self.picked or by < 0 else 0)) % len(self._offered)
            self.picked = True
            self._show_weights()
            self._context.announcer.announce(self.mark())
        self._offer()

    def dismiss(self) -> None:
        """Offer nothing until something else is typed."""
        self._offered, self.picked = (), False
        self._show()
        self._offer()

    def place_above_box(self) -> None:
        """Move above the box while something is offered, and hide otherwise."""
        if not self._offered or self._box is None:
            self.hide()
            return
        box, ground = self._box, self._ground()
        if self.parentWidget() is not ground:
            self.setParent(ground)
        self._flow.activate()  # the buttons may be new: without it their room is known one event later
        corner, tall = box.mapTo(ground, QPoint(0, 0)), self.column.totalHeightForWidth(box.width())
        self.setGeometry(corner.x(), max(0, corner.y() - tall - Space.HAIR), box.width(), tall)
        self.raise_()
        self.show()

    def _offer(self) -> None:
        if self._box is not None:
            self._box.offer(self.mark(), picked=self.picked)
        self.place_above_box()

    def _show(self) -> None:
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for mark in self._offered:
            button = Button(self._context.theme, mark, weight=Weight.QUIET)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked, mark=mark: self.taken.emit(mark))
            self._flow.addWidget(button)
            button.show()  # a layout shows it only later, and gives it no height until then
            self._buttons.append(button)
        self._show_weights()

    def _show_weights(self) -> None:
        tr = self._context.words.tr
        for place, (mark, button) in enumerate(zip(self._offered, self._buttons, strict=True)):
            here = place == self._at
            taken = theme_mark(self.taken_by_enter() or "-") == mark
            key = tr("{theme}  Enter", theme=mark) if taken else tr("{theme}  Tab", theme=mark)
            button.setText(key if here or taken else mark)
            button.set_weight(Weight.NORMAL if here and self.picked else Weight.QUIET)

    def _announce(self) -> None:
        words, more = self._context.words, len(self._offered) - 1
        one = words.tr("{theme}: press Tab to add it", theme=self.mark())
        several = words.ntr(
            "{theme}: press Tab to add it, or the arrow keys for {count} more",
            "{theme}: press Tab to add it, or the arrow keys for {count} more",
            more,
            theme=self.mark(),
        )
        self._context.announcer.announce(several if more else one)


def other_names(folder: SessionFolder) -> dict[str, tuple[str, ...]]:
    """Return what the themes of a session are called in other languages, by the names they have in it."""
    return {theme.name: theme.every_name for theme in folder.themes.values() if theme.names}


def theme_names(folder: SessionFolder) -> list[str]:
    """Return the names of the themes a session can use, in the order of the alphabet."""
    return sorted({theme.name for theme in folder.themes.values()}, key=look_up_order)
