"""The foot of the list of lines: what can be done with those that are selected, for the mouse too."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal

from dialogue_desk.domain.guides.guide_lines import HEADINGS
from dialogue_desk.domain.guides.reviewed_document import Doubt, ReviewedLine
from dialogue_desk.domain.guides.time_phrases import MOST_MINUTES
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.drafting.meaning_keys import NEXT_LETTER, SPLIT_LETTER
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row


class LineFoot(Card):
    """Tells ``menu_wanted``, ``decided``, ``next_wanted`` and the ``minutes_changed`` of one heading."""

    menu_wanted = Signal()
    decided = Signal()
    next_wanted = Signal()
    split_wanted = Signal()
    minutes_changed = Signal(int)
    rest_decided = Signal()
    """What is left to look at may become tips."""

    def __init__(self, context: Context) -> None:
        super().__init__("bar", edge=0)
        self._words = context.words
        theme, tr = context.theme, context.words.tr
        self._where = Label(role="note")
        self.change = Button(theme, tr("Change (Enter)"))
        self.right = Button(theme, tr("Right as it is (Space)"), icon="check")
        self.split = Button(theme, tr("Split into sentences ({key})", key=SPLIT_LETTER))
        self.next = Button(theme, tr("Next to look at ({key})", key=NEXT_LETTER), icon="down")
        self.rest = Button(theme, tr("The rest are tips"), weight=Weight.QUIET)
        self.minutes = Number(theme, context.words, 1, MOST_MINUTES, tr("min"))
        self.minutes.setAccessibleName(tr("Minutes"))
        self.minutes.keep_width(200)
        keeps_room = self.minutes.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)  # else the lines above would jump
        self.minutes.setSizePolicy(keeps_room)
        self.change.clicked.connect(self.menu_wanted)
        self.right.clicked.connect(self.decided)
        self.split.clicked.connect(self.split_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.rest.clicked.connect(self.rest_decided)
        self.minutes.changed.connect(self.minutes_changed)
        line = FlowLayout(gap=Space.TIGHT)
        for widget in (self.change, self.right, self.split, self.next, self.rest):
            line.addWidget(widget)
        edges = (Space.BASE, Space.TIGHT, Space.BASE, Space.TIGHT)
        middle = Qt.AlignmentFlag.AlignVCenter
        said = row((self._where, 1, middle), (self.minutes, 0, middle), gap=Space.SNUG)
        self.add(column(said, line, gap=Space.HAIR, margins=edges))

    def show_doubts(self, doubts: Collection[Doubt]) -> None:
        """Offer what can be done with all that is left to look at."""
        self.rest.setEnabled(Doubt.NOT_UNDERSTOOD in doubts)

    def show_lines(self, lines: tuple[ReviewedLine, ...], minutes: int, doubt: Doubt | None) -> None:
        """Show what can be done with ``lines``, and why to look at the one that is in ``doubt``.

        ``minutes`` are those that one heading has in the guide.
        """
        one = lines[0] if len(lines) == 1 else None
        heading = one is not None and one.meaning in HEADINGS and bool(minutes)
        self.minutes.setVisible(heading)
        if heading and self.minutes.value() != minutes:
            self.minutes.show_value(minutes)
        self.split.setEnabled(one is not None and len(one.split()) > 1)
        self._where.setText(self._said(len(lines), one, minutes, doubt))
        self.change.setEnabled(bool(lines))
        self.right.setEnabled(any(not line.decided for line in lines))

    def _said(self, count: int, one: ReviewedLine | None, minutes: int, doubt: Doubt | None) -> str:
        """Say which lines are selected, or why to look at one."""
        tr = self._words.tr
        if one is None:
            return self._words.ntr("{count} line selected", "{count} lines selected", count) if count else ""
        places = {"number": one.number, "minutes": minutes}
        match doubt:
            case Doubt.NOT_UNDERSTOOD:
                return tr("Line {number} was not understood. Unless changed, it becomes a tip.", **places)
            case Doubt.MINUTES_GUESSED:
                return tr("Line {number} has no minutes in the document. It was given {minutes}.", **places)
            case Doubt.MINUTES_DIFFER:
                return tr("Line {number} has other minutes than its parts, which take {minutes}.", **places)
            case Doubt.MINUTES_TOO_MANY:
                return tr("Line {number} has more minutes than a session can have.", **places)
            case _:
                return tr("Line {number}", **places)
