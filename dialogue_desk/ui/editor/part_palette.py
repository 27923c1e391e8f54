"""The palette of parts: every kind there is, with the minutes it usually takes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.exchange.guide_palette import KINDS, usual
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of


class PartPalette(SheetDialog):
    """Asks which part to add, and tells ``chosen(kind)``."""

    chosen = Signal(str)

    def __init__(self, context: Context, window: QWidget | None) -> None:
        tr = context.words.tr
        super().__init__(context.theme, tr("Add a part"), window, wide=True, characters=0)
        for group, kinds in KINDS.items():
            self.begin_section(group_name(group, context.words))
            holder = QWidget()
            grid = QGridLayout(holder)
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setSpacing(Space.TIGHT)
            columns = 2 if context.theme.scale < 150 else 1
            for place, kind in enumerate(kinds):
                grid.addWidget(self._button(kind, context), place // columns, place % columns)
            self.column.add(holder)
        self.add_button(tr("Cancel"), self.reject, weight=Weight.QUIET)

    def _button(self, kind: PartKind, context: Context) -> Button:
        words = context.words
        button = PaletteButton(
            context.theme,
            words.tr("{kind} · {minutes} min", kind=name_of(kind, words), minutes=usual(kind).minutes),
        )
        button.clicked.connect(partial(self._choose, kind))
        return button

    def _choose(self, kind: PartKind, _checked: bool = False) -> None:
        self.accept()
        self.chosen.emit(kind.value)


class PaletteButton(Button):
    """One kind of part."""

    leading = True


def group_name(group: str, words: Words) -> str:
    """Return the heading over a group of kinds."""
    tr = words.tr
    return {
        "opening": tr("To begin with"),
        "talking": tr("Everyone together"),
        "small groups": tr("Small groups"),
        "views and facts": tr("Views and facts"),
        "deciding": tr("Ideas and choices"),
        "closing": tr("To end with"),
    }[group]
