"""The part of the settings about updates: whether one waits or failed, and the way to the next one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.updating.update_text import failed_sentence, ready_sentence, why_not_sentence
from dialogue_desk.desk.updating.updating import failed_version, ready_version, why_not
from dialogue_desk.exchange.update_manifest import SUFFIX
from dialogue_desk.installation import Installation
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.updating.update_sheet import open_update
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column


class UpdateSection(QWidget):
    """Says how the app ``here`` is updated, and opens the sheet for an update.

    ``copy_desk`` copies the desk; ``session_runs`` tells whether a session runs, which an update waits for.
    """

    def __init__(
        self,
        here: Installation,
        copy_desk: Callable[[], object],
        context: Context,
        session_runs: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._here, self._copy_desk, self._context = here, copy_desk, context
        self._session_runs = session_runs
        tr = context.words.tr
        self.state = Label()
        self.choose_button = Button(context.theme, tr("Update from a file …"))
        self.choose_button.clicked.connect(self._choose)
        choose = flowing(self.choose_button)
        heading = Label(tr("Updates"), "strong", heads=True)
        column(heading, self.state, choose, gap=Space.TIGHT, within=self)
        choose.setVisible(why_not(here) is None)  # the button's line with it, or there would be a gap
        self.refresh()

    def refresh(self) -> None:
        """Say how it is now."""
        self.state.setText(self._state())

    def _state(self) -> str:
        words, here = self._context.words, self._here
        if reason := why_not(here):
            return why_not_sentence(reason, words)
        if version := ready_version(here):
            return ready_sentence(version, words)
        if version := failed_version(here):
            return failed_sentence(version, here, words)
        return words.tr(
            "Dialogue Desk never looks for updates by itself. If somebody gave you an update on a stick, "
            "open it here. Its name ends in .update."
        )

    def _choose(self) -> None:
        tr = self._context.words.tr
        kinds = (FileKind(tr("Updates"), (SUFFIX,)),)
        self._context.prompts.open_files(tr("Which update?"), kinds, self._open)

    def _open(self, paths: tuple[Path, ...]) -> None:
        if paths:
            runs = self._session_runs()
            sheet = open_update(
                paths[0], self._here, self._copy_desk, self._context, self.window(), session_runs=runs
            )
            sheet.finished.connect(self.refresh)
