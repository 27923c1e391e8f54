"""The sheet that names files which the app does not open: one for all of them, however many."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.program.given_files import GivenFiles, unopened_sentences
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words import Words


class UnopenedSheet(SheetDialog):
    """Says which of the ``given`` files were not opened, and what to do about each kind."""

    def __init__(
        self, given: GivenFiles, theme: AppTheme, words: Words, window: QWidget | None = None
    ) -> None:
        super().__init__(theme, _title(given, words), window)
        for sentence, names in unopened_sentences(given, words):
            notice = Card("notice", edge=Space.BASE)
            notice.add(Label(sentence), *(Label(name, "strong") for name in names))
            self.column.add(notice)
        unchanged = words.ntr(
            "The file is where it was, and unchanged.",
            "The files are where they were, and unchanged.",
            len(given.unopened) + given.left_over,
        )
        self.column.add(Label(unchanged, "muted"))
        self.column.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button(words.tr("Close"), self.accept).setFocus()


def _title(given: GivenFiles, words: Words) -> str:
    if not (given.packages or given.guides or given.handover):
        return words.tr("Nothing was opened")
    count = len(given.unopened) + given.left_over
    return words.ntr("{count} file was not opened", "{count} files were not opened", count)
