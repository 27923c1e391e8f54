"""The themes that may be meant by what is being typed: the first is Tab's, the arrows go on."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.notes.shorthand import theme_key, theme_mark
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.note_box import NoteBox
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import FlowLayout

MOST_OFFERED = 4


class ThemeOffers(Card):
    """Lies over what stands above the box, so that nothing moves while a person types.

    Hidden while there is nothing to offer; the keyboard stays in the box.
    """

    taken = Signal(str)
    """This mark was clicked."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__("toast", edge=Space.HAIR)
        self.setParent(parent)
        self._context = context
        self._box: NoteBox | None = None
        self._ground: Callable[[], QWidget] = parent.window
        self._names: dict[str, str] = {}
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
        """Offer what may be meant in ``box``, above it and over its neighbours on ``ground``."""
        self._box, self._ground = box, ground
        box.theme_typed.connect(self._suggest)
        box.turned.connect(self._go_on)
        box.dismissed.connect(self.rest)
        self.taken.connect(box.complete)
        self.taken.connect(lambda _mark: box.setFocus())

    def rest(self) -> None:
        """Offer nothing until something else is typed."""
        self.dismiss()
        self._offer()

    def show_themes(self, names: Sequence[str]) -> None:
        """Offer these themes from now on."""
        self._names = {name: _folded(theme_mark(name)) for name in names}

    def knows(self, name: str) -> bool:
        """Whether there is a theme that a person would call ``name``."""
        return theme_key(name) in map(theme_key, self._names)

    def mark(self) -> str:
        """Return what Tab would put in the place of what is typed, or nothing."""
        return self._offered[self._at] if self._offered else ""

    def follow(self, typed: str) -> None:
        """Offer what may be meant by ``typed``: what begins like it before what holds it."""
        begun = _folded(typed)
        found = [name for name, folded in self._names.items() if typed and begun[1:] in folded[1:]]
        found.sort(key=lambda name: not self._names[name].startswith(begun))
        marks = tuple(map(theme_mark, found))
        same_first = marks[:1] == self._offered[:1]
        self._at, self.picked = 0, False
        if marks[:MOST_OFFERED] != self._offered:
            self._offered = marks[:MOST_OFFERED]
            self._show()
        else:
            self._weigh()
        if marks and not same_first:
            self._say()

    def move_by(self, by: int) -> None:
        """Go on to another of them."""
        if self._offered:
            self._at = (self._at + (by if self.picked or by < 0 else 0)) % len(self._offered)
            self.picked = True
            self._weigh()
            self._context.announcer.announce(self.mark())

    def dismiss(self) -> None:
        """Offer nothing until something else is typed."""
        self._offered, self.picked = (), False
        self._show()

    def lie_above(self) -> None:
        """Take the place above the box while something is offered."""
        if not self._offered or self._box is None:
            self.hide()
            return
        box, ground = self._box, self._ground()
        if self.parentWidget() is not ground:
            self.setParent(ground)
        corner, tall = box.mapTo(ground, QPoint(0, 0)), self.column.totalHeightForWidth(box.width())
        self.setGeometry(corner.x(), max(0, corner.y() - tall - Space.HAIR), box.width(), tall)
        self.raise_()
        self.show()

    def _suggest(self, typed: str) -> None:
        self.follow(typed)
        self._offer()

    def _go_on(self, by: int) -> None:
        self.move_by(by)
        self._offer()

    def _offer(self) -> None:
        if self._box is not None:
            self._box.offer(self.mark(), picked=self.picked)
        self.lie_above()

    def _show(self) -> None:
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for mark in self._offered:
            button = Button(self._context.theme, mark, weight=Weight.QUIET)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._take, mark))
            self._flow.addWidget(button)
            self._buttons.append(button)
        self._weigh()

    def _weigh(self) -> None:
        tr = self._context.words.tr
        for place, (mark, button) in enumerate(zip(self._offered, self._buttons, strict=True)):
            here = place == self._at
            button.setText(tr("{theme}  Tab", theme=mark) if here else mark)
            button.set_weight(Weight.NORMAL if here and self.picked else Weight.QUIET)

    def _say(self) -> None:
        words, more = self._context.words, len(self._offered) - 1
        said = words.tr("{theme}: press Tab to add it", theme=self.mark())
        if more:
            said = words.ntr(
                "{theme}: press Tab to add it, or the arrow keys for {count} more",
                "{theme}: press Tab to add it, or the arrow keys for {count} more",
                more,
                theme=self.mark(),
            )
        self._context.announcer.announce(said)

    def _take(self, mark: str, _checked: bool = False) -> None:
        self.taken.emit(mark)


def _folded(mark: str) -> str:
    """Return ``mark`` without case and accents: nobody waits for an accent while people speak."""
    apart = unicodedata.normalize("NFD", mark.replace("_", " ").casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
