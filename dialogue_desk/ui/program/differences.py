"""Where circles differ, what one voice said, where they agree, and what nobody could answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.domain.overview.program_overview import CircleNote, ProgramPicture
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.program.bars import BarRow
from dialogue_desk.ui.program.line_order import GroupedNotes, NoteGroup
from dialogue_desk.ui.program.program_text import line_rows, share
from dialogue_desk.ui.widgets.empty_state import EmptyState


class DifferencesTab(QWidget):
    """Each has a place of its own, so that none is averaged away."""

    note_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        words = context.words
        self._words = words
        self._lines = GroupedNotes(
            context, words.tr("Headings"), words.tr("All headings"), words.tr("No notes here.")
        )
        self._lines.note_wanted.connect(self.note_wanted)
        sentence = words.tr(
            "This page shows disagreements, what one voice said, common ground and open "
            "questions, just as they were noted."
        )
        self._empty = EmptyState(context.theme, "quote", words.tr("Nothing to compare yet"), sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addWidget(self._lines)
        self.setFocusProxy(self._lines)

    def show_picture(self, picture: ProgramPicture) -> None:
        """Show what circles agree and differ on."""
        self._empty.setVisible(not picture.arrived)
        self._lines.setVisible(bool(picture.arrived))
        words, of = self._words, len(picture.rows)
        self._lines.show_groups(
            (
                self._group(
                    "differ",
                    words.tr("Where people differ"),
                    words.tr("Disagreements, and points that split a circle."),
                    picture.differences,
                    of,
                ),
                self._group(
                    "one",
                    words.tr("One voice"),
                    words.tr("Concerns, hopes and objections from one person. They count just as much here."),
                    picture.minority_views,
                    of,
                ),
                self._group(
                    "agree",
                    words.tr("Common ground"),
                    words.tr("What a circle could say together."),
                    picture.common_ground,
                    of,
                ),
                self._group(
                    "ask",
                    words.tr("Open questions"),
                    words.tr("What nobody in the room could answer."),
                    picture.questions,
                    of,
                ),
            )
        )

    def _group(
        self, group_id: str, name: str, sentence: str, lines: Sequence[CircleNote], of: int
    ) -> NoteGroup:
        circles = len({line.circle_id for line in lines})
        row = BarRow(group_id, name, share(circles, of, self._words), circles, of)
        count = self._words.ntr("{count} note", "{count} notes", len(lines))
        return NoteGroup(row, sentence, partial(line_rows, lines, self._words), count)
