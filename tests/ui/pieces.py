"""Every shared widget in its states: ``python tests/ui/pieces.py FOLDER`` writes the pictures."""

import os
import sys
from datetime import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from dialogue_desk.ui.core.prompts import ChoicePrompt, ChoicePromptDialog, PromptAnswer
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.announcer import Announcer
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.focus_ring import FocusRing
from dialogue_desk.ui.widgets.inputs import Number, Select, TimeOfDay
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.note_list import NoteList, NoteRow
from dialogue_desk.ui.widgets.pill import Pill, Tone
from dialogue_desk.ui.widgets.ring import Pace, TimeLeft, TimeRing
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.table_view import TableView
from dialogue_desk.ui.widgets.tick import Option, Tick
from dialogue_desk.ui.widgets.toast import Toast
from dialogue_desk.words import Words

NOTES = (
    NoteRow(
        "1",
        "Concern · a few",
        "Stops feel random.",
        "7:38",
        ("transport", "safety"),
        "Changed on two laptops",
    ),
    NoteRow("2", "Pregunta · todas las personas", "¿Quién lee los formularios?", "19:36"),
    NoteRow("3", "أمل · الجميع", "نريد أن نصل إلى بيوتنا بأمان، وأن يُحيّينا الناس في الطريق.", "7:40"),
    NoteRow("4", "Quote", "ሰላም ለሁሉም ሰው", "7:41"),
    NoteRow("5", "Question", "Seehttp" + "averylongword" * 12, "7:42"),
)


class Pieces(QWidget):
    """The widgets on a grid."""

    def __init__(self, theme: AppTheme) -> None:
        super().__init__()
        words = Words()
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.WIDE)
        grid.setSpacing(Space.WIDE)
        grid.addWidget(self._buttons(theme), 0, 0)
        grid.addWidget(self._fields(theme), 1, 0)
        self.notes = NoteList(theme, "Notes")
        self.notes.show_rows(NOTES)
        grid.addWidget(self.notes, 0, 1)
        grid.addWidget(self._table(theme), 1, 1)
        empty = EmptyState(
            theme, "note", "No notes yet", "What the circle says is kept here, under its part.", "Take a note"
        )
        grid.addWidget(empty, 0, 2)
        grid.addWidget(self._rings(theme, words), 1, 2)
        self.toast = Toast(theme, words, Announcer(self))
        self.toast.say("The note was moved to the parking lot.", action="Undo", action_id="undo")
        grid.addWidget(self.toast, 2, 0, 1, 3)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        self.focus_ring = FocusRing(theme, self)

    def _buttons(self, theme):
        card = Card()
        card.column.addWidget(Section("Buttons", "3 of them"))
        for weight in Weight:
            line = QHBoxLayout()
            line.addWidget(Button(theme, weight.value.title(), weight=weight, icon="check"))
            off = Button(theme, "Not now", weight=weight)
            off.setEnabled(False)
            line.addWidget(off)
            line.addWidget(Button(theme, "Undo", weight=weight, icon="undo", bare=True))
            card.column.addLayout(line)
        line = QHBoxLayout()
        for tone in Tone:
            line.addWidget(Pill(theme, f"{tone.value} 6 min", tone))
        line.addStretch(1)
        card.column.addLayout(line)
        choices = [Choice("c", "Concern", "1"), Choice("h", "Hope", "2"), Choice("g", "Common ground", "3")]
        self.chips = Chips(theme, "Kind", choices, optional=True)
        self.chips.choose("h")
        card.column.addWidget(self.chips)
        return card

    def _fields(self, theme):
        card = Card()
        self.name = Field("Name of the circle", QLineEdit(), "As people call it.")
        self.name.show_error("Write a name, so that its notes can be told apart.")
        card.column.addWidget(self.name)
        line = QHBoxLayout()
        languages = [Choice("en", "English"), Choice("es", "Español")]
        line.addWidget(Field("Language", Select(theme, languages)))
        self.people = Number(theme, Words(), 2, 40)
        self.people.show_value(11)
        line.addWidget(Field("People", self.people))
        line.addWidget(Field("Ends", TimeOfDay(Words(), time(20, 30))))
        card.column.addLayout(line)
        marks = (
            Tick(theme, "Show the time in the room"),
            Tick(theme, "Keep quotes, when the person who said it has agreed that the words may be kept"),
            Option(theme, "A talking piece, no clock"),
            Option(theme, "Seats one after another"),
        )
        for mark in marks:
            card.column.addWidget(mark)
        marks[0].setChecked(True)
        marks[2].setChecked(True)
        notice = Card("notice", edge=Space.SNUG)
        notice.column.addWidget(Label("The session is 5 minutes longer than the evening."))
        card.column.addWidget(notice)
        return card

    def _table(self, theme):
        model = QStandardItemModel(3, 3)
        model.setHorizontalHeaderLabels(["Circle", "Session 1", "Session 2"])
        for row in range(3):
            for column, text in enumerate((f"C0{row + 1}", "arrived", "missing")):
                model.setItem(row, column, QStandardItem(text))
        table = TableView(theme, "What has arrived")
        table.setModel(model)
        table.selectRow(1)
        model.setParent(table)
        return table

    def _rings(self, theme, words):
        rings = QWidget()
        grid = QGridLayout(rings)
        shown = (
            TimeLeft(1_500_000, 1_500_000, Pace.RUNNING),
            TimeLeft(95_000, 1_440_000, Pace.WARNING),
            TimeLeft(600_000, 1_440_000, Pace.PAUSED),
            TimeLeft(-725_000, 1_440_000, Pace.OVER),
        )
        for number, left in enumerate(shown):
            ring = TimeRing(theme, words, "Time left")
            ring.show_time(left)
            grid.addWidget(ring, number // 2, number % 2)
        return rings


def main(folder: Path) -> None:
    """Write the pictures."""
    app = QApplication([])
    theme = AppTheme.load("light")
    theme.apply(app)
    question = ChoicePrompt(
        "You were in part 4 with 7:40 left",
        "The app stopped at 7:52 PM. Everything you entered was kept.",
        (PromptAnswer("close", "Wrap up the session"), PromptAnswer("resume", "Resume", Weight.PRIMARY)),
    )
    for name, scale in (("light", 100), ("dark", 100), ("contrast", 125)):
        theme.change(name=name, scale=scale)
        for what, window, size in (
            ("pieces", Pieces(theme), (1366, 1040)),
            ("question", ChoicePromptDialog(question, theme, Words()), (480, 220)),
        ):
            window.resize(*size)
            window.show()
            app.processEvents()
            window.grab().save(str(folder / f"{what}-{name}.png"))
            window.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
