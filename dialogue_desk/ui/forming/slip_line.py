"""The line in which slips are typed one after the other, by keys alone."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from dialogue_desk.exchange.typed_slips import SlipTyping, TypedSlip
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.responsive_grid import ResponsiveGrid
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow

_LEAST = 132
_LONGEST = 400


class SlipLine(QWidget):
    """Tab goes on to the next box; Enter tells ``typed(TypedSlip)`` from any of them.

    ``pasted(text)`` tells several lines that were pasted into it.
    """

    typed = Signal(object)
    pasted = Signal(str)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._words = words
        tr = words.tr
        self._typing: SlipTyping | None = None
        self.boxes: Mapping[str, LineBox] = {
            name: LineBox() for name in ("number", "groups", "languages", "times", "needs", "leads")
        }
        labels = (tr("Number"), tr("Groups"), tr("Languages"), tr("Times"), tr("Needs"), tr("Leads a circle"))
        fields = [Field(label, box) for label, box in zip(labels, self.boxes.values(), strict=True)]
        grid = ResponsiveGrid(theme, _LEAST, most=6, level=True)
        grid.show_widgets(fields)
        self._hint = Label(role="note")
        self.keep = Button(theme, tr("Keep the slip"))
        self.keep.clicked.connect(self._tell)
        self.cancel = Button(theme, tr("Cancel the change"))
        self.cancel.clicked.connect(self.left)
        for name, box in self.boxes.items():
            box.setMaxLength(_LONGEST)
            box.returnPressed.connect(self._tell)
            box.escaped.connect(self.left)
            box.installEventFilter(self)
            box.setProperty("slipField", name)
        foot = ResponsiveRow(theme, 760)
        foot.add(self._hint, 1)
        foot.add(self.keep)
        foot.add(self.cancel)
        column(grid, foot, gap=Space.TIGHT, within=self)
        self.setFocusProxy(self.boxes["number"])
        self.show_changing(on=False)
        self._show_hint("number")

    def learn(self, typing: SlipTyping) -> None:
        """Offer the short codes of a wish."""
        self._typing = typing
        for name in self.boxes:
            self.boxes[name].setAccessibleDescription(self._codes(name))
        here = next((name for name, box in self.boxes.items() if box.hasFocus()), "number")
        self._show_hint(here)

    def line(self) -> TypedSlip:
        """Return what is typed."""
        return TypedSlip(**{name: box.text() for name, box in self.boxes.items()})

    def show_line(self, typed: TypedSlip) -> None:
        """Put a slip into the boxes."""
        for name, box in self.boxes.items():
            box.setText(getattr(typed, name))

    def clear(self) -> None:
        """Empty the boxes for the next slip, with the keyboard in the first."""
        self.show_line(TypedSlip())
        self.boxes["number"].setFocus()

    def show_changing(self, *, on: bool) -> None:
        """Say that a slip of the list is being changed."""
        self.cancel.setVisible(on)
        self.keep.setText(self._words.tr("Keep the change") if on else self._words.tr("Keep the slip"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self._show_hint(str(watched.property("slipField")))
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Paste)
        ):
            text = QGuiApplication.clipboard().text()
            if "\n" in text.strip() or "\t" in text:
                self.pasted.emit(text)
                return True
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        self.typed.emit(self.line())

    def _show_hint(self, name: str) -> None:
        self._hint.setText(self._codes(name))

    def _codes(self, name: str) -> str:
        """Return what can be typed into a box, each with its short code."""
        words, typing = self._words, self._typing
        if name == "number" or typing is None:
            return words.tr("The number that is on the slip. Enter keeps the slip, Tab goes on.")
        if name == "leads":
            return words.tr("x: leads a circle and takes none of its seats.")
        names: Mapping[str, str] = getattr(typing, name)
        if not names:
            return words.tr("Whatever is on the slip, with a slash between two.")
        codes = " · ".join(f"{place} {one}" for place, one in enumerate(names.values(), 1))
        return words.tr("{codes}. Type the figure or how the name begins.", codes=codes)
