"""The sheet of words that mean the same in a program, by which themes are suggested to be one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.program_synonyms import groups_in, save_synonyms
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.line_box import LinesBox
from dialogue_desk.ui.widgets.sheet import SheetDialog

_TALL = 220


class SynonymsSheet(SheetDialog):
    """A line for each group of words; ``saved`` tells how many groups there are now."""

    saved = Signal(int)

    def __init__(
        self, desk: Desk, program: RecordId, work: ProgramWork, context: Context, window: QWidget
    ) -> None:
        words = context.words
        super().__init__(context.theme, words.tr("Words that mean the same here"), window)
        self._desk, self._program, self._work, self._words = desk, program, work, words
        self.column.add(
            Label(
                words.tr(
                    "Themes are suggested to be one when their words mean the same. The app knows many "
                    "words. Add those that only people here use: names of places, offices, short forms."
                ),
                "muted",
            )
        )
        self.box = LinesBox(", ".join(one.body.words) for one in work.synonyms)
        self.box.setMinimumHeight(context.theme.scaled(_TALL))
        hint = words.tr(
            "One group on a line, commas between the words, any language: rink, pista, skating hall"
        )
        self.field = Field(words.tr("Groups of words"), self.box, hint)
        self.column.add(self.field)
        self.foot.addStretch(1)
        self.add_button(words.tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.add_button(words.tr("Save"), self._save, weight=Weight.PRIMARY)
        self.box.setFocus()

    def _save(self) -> None:
        lines = self.box.lines()
        groups = groups_in(lines)
        if len(groups) < len(lines):
            alone = next(line for line in lines if not groups_in([line]))
            self.field.show_error(
                self._words.tr(
                    "A group has at least two words with a comma between: “{line}”", line=alone[:60]
                )
            )
            return
        save_synonyms(self._desk, self._program, self._work, groups)
        self.accept()
        self.saved.emit(len(groups))
