"""A sheet in which a person ticks what goes along: some of it at first, more of it on demand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.tick import Tick

_AT_A_TIME = 10
_LONGEST_TYPED = 400


@dataclass(frozen=True, slots=True)
class PickRow:
    """Something that can be ticked: ``note`` is told under it, ``trouble`` says why it cannot go as it is.

    ``boxes`` are lines that can be typed for it: the id of each, what it is called, and what it says.
    """

    id: str
    text: str
    note: str = ""
    trouble: str = ""
    ticked: bool = False
    boxes: tuple[tuple[str, str, str], ...] = ()


class PickBlock(QWidget):
    """One row of the sheet; ``changed`` tells that it was ticked or that a line was typed."""

    changed = Signal()

    def __init__(self, context: Context, row: PickRow) -> None:
        super().__init__()
        self.row = row
        self.tick = Tick(context.theme, row.text)
        self.tick.setChecked(row.ticked)
        self._note, self._trouble = Label(row.note, "muted"), Label(role="error")
        self.boxes = {key: LineBox() for key, _, _ in row.boxes}
        fields = []
        for key, name, text in row.boxes:
            box = self.boxes[key]
            box.setMaxLength(_LONGEST_TYPED)
            box.setText(text)
            box.setCursorPosition(0)
            box.editingFinished.connect(self.changed)
            fields.append(Field(name, box))
        self._of_ticked = QWidget()
        column(*fields, gap=Space.TIGHT, within=self._of_ticked)
        beneath = column(
            self._note, self._trouble, self._of_ticked, gap=Space.TIGHT, margins=(Space.VAST, 0, 0, 0)
        )
        column(self.tick, beneath, within=self)
        self.tick.toggled.connect(self.changed)
        self.tick.toggled.connect(self._show_parts)
        self.show_told(row.note, row.trouble)

    def show_told(self, note: str, trouble: str) -> None:
        """Tell something else of it."""
        self._note.setText(note)
        self._trouble.setText(trouble)
        self.tick.setAccessibleDescription(" ".join(filter(None, (trouble, note))))
        self._show_parts()

    def _show_parts(self) -> None:
        ticked = self.tick.isChecked()
        self._note.setVisible(bool(self._note.text()))
        self._trouble.setVisible(bool(self._trouble.text()) and ticked)
        self._of_ticked.setVisible(bool(self.boxes) and ticked)


class PickSheet(SheetDialog):
    """Shows rows to tick under a ``lead``; ``done(ids)`` is called with those ticked when a person agrees.

    ``told`` are sentences about what is not among the rows.
    """

    def __init__(
        self,
        context: Context,
        title: str,
        texts: tuple[str, str],
        rows: Sequence[PickRow],
        done: Callable[[tuple[str, ...]], None],
        window: QWidget | None = None,
    ) -> None:
        super().__init__(context.theme, title, window, wide=True)
        lead, act = texts
        self._context, self._rows, self._done = context, tuple(rows), done
        self.blocks: list[PickBlock] = []
        self.told = Label(role="note")
        self.told.hide()
        self._list = column(gap=Space.SNUG)
        holder = QWidget()
        column(self._list, within=holder)
        self.more = Button(context.theme, "", weight=Weight.QUIET)
        self.more.clicked.connect(self.show_more)
        self.count = Label(role="note")
        self.column.add(Label(lead), self.told, holder, self.more, STRETCH)
        self.cancel_button = self.add_button(context.words.tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.foot.addWidget(self.count, 1)
        self.act_button = self.add_button(act, self._agree, weight=Weight.PRIMARY)
        ticked = sum(row.ticked for row in self._rows)
        self._show(max(ticked, _AT_A_TIME))
        first = self.blocks[0].tick if self.blocks else self.cancel_button
        first.setFocus()

    def tell(self, *sentences: str) -> None:
        """Say something about what is not among the rows."""
        said = "\n".join(filter(None, sentences))
        self.told.setText(said)
        self.told.setVisible(bool(said))

    def ticked(self) -> tuple[str, ...]:
        """Return the ids of the rows that are ticked, in their order."""
        return tuple(block.row.id for block in self.blocks if block.tick.isChecked())

    def show_more(self) -> None:
        """Show the next rows, and go to the first of them."""
        before = len(self.blocks)
        self._show(_AT_A_TIME)
        if before < len(self.blocks):
            self.blocks[before].tick.setFocus()

    def _show(self, count: int) -> None:
        for row in self._rows[len(self.blocks) : len(self.blocks) + count]:
            block = PickBlock(self._context, row)
            block.changed.connect(self._show_count)
            self.blocks.append(block)
            self._list.addWidget(block)
        left = len(self._rows) - len(self.blocks)
        words = self._context.words
        self.more.setText(words.ntr("Show {count} more", "Show {count} more", min(left, _AT_A_TIME)))
        self.more.setVisible(left > 0)
        self._show_count()

    def _show_count(self) -> None:
        chosen = len(self.ticked())
        self.count.setText(self._context.words.tr("{count} chosen", count=chosen))
        self.act_button.setEnabled(chosen > 0)

    def _agree(self) -> None:
        chosen = self.ticked()
        self.accept()
        self._done(chosen)
