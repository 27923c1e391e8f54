"""What of the form for notes gives way where there is little height, so that its box and Save stay whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.label import Label

if TYPE_CHECKING:
    from dialogue_desk.ui.notes.note_form import NoteInput

_LEAST_LIST = 72
"""The height that is left for the notes already taken, in pixels at 100 % text."""

_LIST_BESIDE_OPTIONS = 160
"""The same while options stand there as pills, each of which may take a line."""

_MOST_ROUNDS = 3
"""How often it is tried: two sizes of the pane may each ask for the fold that gives it the other."""


class Fold(IntEnum):
    """How far the form is folded; each step includes those before it."""

    NOTHING = 0
    OPTIONS = 1
    """The options that a note can be about are a list to choose from."""
    SIGNS = 2
    """The signs are behind a button."""
    KINDS = 3
    """The kinds are one button that opens a menu."""
    LINES = 4
    """The notice and the box begin with one line; the heading and what is said above are not shown."""


class FormFold:
    """Folds ``form``, the sentences ``above`` it and the ``head`` of its pane as far as is needed.

    ``room`` returns the width and the height that they share with the notes already taken.
    """

    def __init__(
        self,
        context: Context,
        form: NoteInput,
        above: Sequence[Label],
        head: QWidget,
        room: Callable[[], tuple[int, int]],
    ) -> None:
        self._context, self._form, self._above, self._head = context, form, tuple(above), head
        self._room = room
        self._fitted: tuple[object, ...] = ()
        self._fitting = False
        self.fold = Fold.NOTHING

    def fit(self) -> None:
        """Fold for the room there is now."""
        if self._fitting:
            return
        # What is shown while trying can give the pane another size, which asks for another fold.
        self._fitting = True
        for _ in range(_MOST_ROUNDS):
            asked = self._asked()
            if self._fitted == asked:
                break
            self._fitted = asked
            self._try()
        self._fitting = False

    def _try(self) -> None:
        width, height = self._room()
        theme, pills = self._context.theme, bool(self._form.choices.options.offered())
        left = height - theme.scaled(_LEAST_LIST)
        for fold in Fold:
            self._apply(fold)
            wanted = _LIST_BESIDE_OPTIONS if pills and fold < Fold.OPTIONS else _LEAST_LIST
            if self._height(width) <= height - theme.scaled(wanted):
                break
        self._form.box_height.room = max(0, left - self._height(width))
        self._form.fit()

    def _asked(self) -> tuple[object, ...]:
        """Return everything that the fold depends on."""
        form, notice, choices = self._form, self._form.notice, self._form.choices
        return (
            *(
                self._room(),
                self._context.theme.scale,
                self._context.signs.wanted(),
                form.takes_notes(),
                *(label.text() for label in self._above),
            ),
            *(notice.policy.text(), notice.reason.isHidden(), notice.isHidden()),
            choices.options.offered(),
            *(choices.kinds.on_chips(), choices.earlier_button.isHidden(), choices.late_button.isHidden()),
        )

    def _apply(self, fold: Fold) -> None:
        self.fold = fold
        form = self._form
        form.choices.options.fold(self._room()[0], on=fold >= Fold.OPTIONS)
        form.below.fold(on=fold >= Fold.SIGNS)
        form.choices.kinds.fold(on=fold >= Fold.KINDS)
        form.notice.fold(on=fold >= Fold.LINES)
        form.box_height.lines = 1 if fold >= Fold.LINES else 2
        form.fit()
        for label in self._above:
            label.setVisible(bool(label.text()) and fold < Fold.LINES)
        self._head.setHidden(fold >= Fold.LINES)

    def _height(self, width: int) -> int:
        """Return how high the form with an empty box and what is shown around it are."""
        tall = _height_at(self._form, width) - self._form.box_height.grown()
        if not self._head.isHidden():
            tall += self._head.sizeHint().height() + 2 * Space.TIGHT
        for label in self._above:
            if not label.isHidden():
                tall += label.heightForWidth(width) + Space.HAIR
        return tall


def _height_at(piece: QWidget, width: int) -> int:
    """Return the height of ``piece`` as it is now: layouts hear of what was just hidden one event later."""
    for inner in piece.findChildren(QWidget):
        inner.updateGeometry()
    layout = piece.layout()
    return layout.totalHeightForWidth(width) if layout is not None else 0
