"""Where circles differ, what one person said, where they agree, and what nobody could answer."""

from __future__ import annotations

from functools import partial

from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.program.bars import BarRow
from dialogue_desk.ui.program.grouped_notes import GroupedNotes, NoteGroup
from dialogue_desk.ui.program.program_text import line_rows, share
from dialogue_desk.ui.widgets.empty_state import EmptyState


class DifferencesTab(GroupedNotes):
    """Shows each of the four under a heading of its own, so that none is averaged away."""

    def __init__(self, context: Context) -> None:
        words = context.words
        sentence = words.tr(
            "This page shows disagreements, what one voice said, common ground and open "
            "questions, just as they were noted."
        )
        empty = EmptyState(context.theme, "quote", words.tr("Nothing to compare yet"), sentence)
        super().__init__(context, words.tr("No notes here."), empty)
        self._words = words

    def show_picture(self, picture: ProgramPicture) -> None:
        """Show what circles agree and differ on."""
        words, total = self._words, len(picture.rows)
        groups = []
        for group_id, name, sentence, notes in (
            (
                "differ",
                words.tr("Where people differ"),
                words.tr("Disagreements, and points that split a circle."),
                picture.differences,
            ),
            (
                "one",
                words.tr("One voice"),
                words.tr("Concerns, hopes and objections from one person. They count just as much here."),
                picture.minority_views,
            ),
            (
                "agree",
                words.tr("Common ground"),
                words.tr("What a circle could say together."),
                picture.common_ground,
            ),
            (
                "ask",
                words.tr("Open questions"),
                words.tr("What nobody in the room could answer."),
                picture.questions,
            ),
        ):
            circles = len({note.circle_id for note in notes})
            row = BarRow(group_id, name, share(circles, total, words), circles, total)
            count = words.ntr("{count} note", "{count} notes", len(notes))
            groups.append(NoteGroup(row, sentence, partial(line_rows, notes, words), count))
        self.show_groups(groups if picture.arrived else ())
