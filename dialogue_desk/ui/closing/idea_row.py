"""One action idea at the close: what it says, what is missing, and its dots."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.domain.model.notes import MOST_DOTS_GIVEN
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow

_NUMBER = 170


class IdeaRow(Card):
    """Tells ``more_wanted()`` and ``given(dots)``."""

    more_wanted = Signal()
    given = Signal(int)

    def __init__(self, context: Context, what: str, missing: str, flag: str, *, weighed: bool) -> None:
        super().__init__(edge=Space.BASE)
        theme, words = context.theme, context.words
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addWidget(Label(what, "strong"))
        for text, role in ((flag, "warn"), (missing, "note")):
            if text:
                column.addWidget(Label(text, role))
        self._place = Label(role="accent")
        self._place.hide()
        column.addWidget(self._place)
        self.dots = Number(theme, words, 0, MOST_DOTS_GIVEN)
        self.dots.setAccessibleName(words.tr("Dots for: {idea}", idea=what))
        self.dots.box.setKeyboardTracking(False)
        self.dots.setFixedWidth(theme.scaled(_NUMBER))
        self.dots.changed.connect(self.given)
        self.more_button = Button(theme, words.tr("Add details") if missing else words.tr("Edit"))
        self.more_button.setAccessibleDescription(". ".join(filter(None, (what, flag, missing))))
        self.more_button.clicked.connect(lambda _: self.more_wanted.emit())
        does = QWidget()
        buttons = QHBoxLayout(does)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(Space.SNUG)
        dots = Label(words.tr("Dots given"), "note", wrap=False)
        dots.setBuddy(self.dots)
        for piece in (dots, self.dots):
            buttons.addWidget(piece)
            piece.setVisible(weighed)
        buttons.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignVCenter)
        line = ResponsiveRow(theme, 560)
        line.add(said, 1)
        line.add(does)
        self.column.addWidget(line)

    def show_dots(self, dots: int, place: str) -> None:
        """Show how many dots it was given, and where it came."""
        self.dots.show_value(dots)
        self._place.setText(place)
        self._place.setVisible(bool(place))
